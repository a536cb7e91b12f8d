"""What stands in anonymized texts and is explained by no dictionary: perhaps a name that everybody missed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.finders.page import Page
from interviews.anonymity.finders.unexplained import find_unexplained
from interviews.model import Span, Transcript
from interviews.text import fold

_LABEL = re.compile(r"\[[^\[\]\n]{1,80}\]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Residual:
    """A word or words in a row that no dictionary explains; they may be a name, so they are kept out of `repr`."""

    transcript: str
    """Name of the transcript."""
    line: int
    span: Span
    words: str = field(repr=False)


def find_residuals(transcripts: Iterable[Transcript], key: Iterable[KeyEntry]) -> list[Residual]:
    """Every unexplained word in what is said in anonymized transcripts, by place.

    Left out are labels in brackets, what was given in the place of a name, and what was kept on purpose: these were
    seen by a person. A name that is an ordinary word is not found so, nor one in small letters.
    """
    entries = list(key)
    seen = {word for one in entries for word in _words(one.replacement)}
    seen |= {
        word for one in entries if not one.replaced or one.partly_kept for form in one.forms for word in _words(form)
    }
    found: list[Residual] = []
    for transcript in transcripts:
        labels = [Span(match.start(), match.end()) for match in _LABEL.finditer(transcript.text)]
        labels += [turn.label for turn in transcript.turns if turn.label]
        found += _of_text(transcript, labels, seen)
    return found


def _of_text(transcript: Transcript, labels: Sequence[Span], seen: set[str]) -> Iterable[Residual]:
    page = Page(transcript.text, transcript.language)
    for finding in find_unexplained(page):
        span = page.span(finding.start, finding.end)
        words = span.of(transcript.text)
        if all(word in seen for word in _words(words)) or any(span.overlaps(label) for label in labels):
            continue
        yield Residual(transcript.name, 1 + transcript.text.count("\n", 0, span.start), span, words)


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]
