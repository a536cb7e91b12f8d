"""What every reader of a recognizer's file gives: cues in order, and what the file says beside them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import one_line
from interviews.model import SourceNote

# A stop this long parts two turns of nobody where no sentence ends.
_PAUSE_MS = 2_000
_ENDS = (".", "?", "!", "…", "。", "？", "！", "؟", "۔", "।")
_CLOSING = "\"'»«“”’)]"


class Word(NamedTuple):
    """One word or punctuation mark with its time and speaker."""

    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    speaker: str | None = None
    attached: bool = False
    """Whether it stands behind the word before without a blank, as punctuation does, and shares its speaker."""
    unit: str | None = None
    """What the words of one paragraph share, where the file says so."""


@dataclass(frozen=True, slots=True)
class Recognized:
    """The cues of a file, and what the file says beside them."""

    cues: Sequence[Cue]
    notes: Sequence[str] = ()
    """Sentences about the file, for problems."""
    sources: Sequence[SourceNote] = ()
    language: str | None = None
    """As the file names it."""
    full_text: str = ""
    """The whole text once more, where the file gives it: nothing of it may be missing in the cues."""


def media_note(name: str, kind: str = "media") -> list[SourceNote]:
    """A note that keeps the name of the recording, where there is one."""
    return [SourceNote(kind, name)] if name else []


def cues_of_text(text: Any) -> list[Cue]:
    """A cue without time for each line of a text that comes without anything else."""
    lines = re.split(r"[\r\n]+", text) if isinstance(text, str) else []
    return [Cue(None, None, line) for line in map(one_line, lines) if line]


def cues_of_words(words: Iterable[Word]) -> list[Cue]:
    """Words of one speaker on end as one cue; words of nobody are cut at paragraphs, else sentences, else pauses."""
    return [_cue(run) for run in _runs(words)]


def _runs(words: Iterable[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if not word.text:
            continue
        if run and not word.attached and _parts(run[-1], run[0], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _parts(last: Word, first: Word, word: Word) -> bool:
    if word.speaker != first.speaker:
        return True
    if word.speaker is not None:
        return False
    if word.unit is not None or last.unit is not None:
        return word.unit != last.unit
    if last.text.rstrip(_CLOSING).endswith(_ENDS):
        return True
    return last.end_ms is not None and word.start_ms is not None and word.start_ms - last.end_ms >= _PAUSE_MS


def _cue(run: Sequence[Word]) -> Cue:
    pieces = [run[0].text, *(word.text if word.attached else f" {word.text}" for word in run[1:])]
    starts = (word.start_ms for word in run if word.start_ms is not None)
    ends = (word.end_ms for word in run if word.end_ms is not None)
    return Cue(next(starts, None), max(ends, default=None), "".join(pieces), run[0].speaker)
