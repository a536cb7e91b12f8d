"""Which convention a file's positions follow, and which passages are where the file says, by the words it quotes."""

import itertools
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from interviews.formats.refi.lexical import ILLEGAL
from interviews.formats.refi.positions import Convention, Original
from interviews.formats.refi.raw import RawSelection

# So many passages of a file, and of each text at least so many, decide on the convention; all are verified afterwards.
_SAMPLE = 2_000
_SAMPLE_OF_TEXT = 5
_CUT = ("…", "...")
# So many passages must begin or end within a word before positions without quotes are taken to be counted otherwise.
_CUT_WORDS = 3
# A name that is this long and only begins as the passage does was cut without saying so.
_BEGINS = 20
# Characters looked through for quotes that stand elsewhere, for one file.
_SEARCHED = 400_000_000


class Verdict(StrEnum):
    """What the words quoted in the file say of a passage's place."""

    VERIFIED = "verified"
    UNVERIFIABLE = "unverifiable"
    CONTRADICTING = "contradicting"


def fold(words: str) -> str:
    """A copy for comparison: one blank for any white space, composed letters, nothing that XML cannot hold."""
    if not words.isascii():
        words = unicodedata.normalize("NFC", words)
    if words.isprintable() and "\ufffd" not in words:  # its only white space is blanks, mostly single ones
        return " ".join(words.split()) if "  " in words else words.strip(" ")
    return " ".join(ILLEGAL.sub("", words).replace("\ufffd", "").split())


def agreement(text: str, span: tuple[int, int], quoted: str) -> int:
    """3 where `quoted` (folded) is what stands there, 1 where it is cut and begins so, else 0."""
    start, end = max(span[0], 0), span[1]
    if not quoted or end <= start:
        return 0
    head = start + 4 * len(quoted) + 400  # white space is folded; what is much longer is not the quote
    words = text[start : min(end, head)]
    passage = words if words == quoted else fold(words)
    if passage == quoted and end <= head:
        return 3
    if quoted.endswith(_CUT):
        stem = _without_dots(quoted)
        return int(bool(stem) and passage.startswith(stem))
    return int(len(quoted) >= _BEGINS and passage.startswith(quoted))


def agrees(text: str, span: tuple[int, int], quoted: str) -> bool:
    """Whether `agreement` is not 0; quicker where the words stand there just as they are quoted."""
    stem = _without_dots(quoted) if quoted.endswith(_CUT) else quoted
    start, behind = max(span[0], 0), max(span[0], 0) + len(stem)
    is_there = len(stem) >= _BEGINS and behind <= span[1] and text.startswith(stem, start)
    # A sign of ASCII never changes the letter before it: folding would find the same.
    return (is_there and text[behind : behind + 1].isascii()) or agreement(text, span, quoted) > 0


def _without_dots(quoted: str) -> str:
    return quoted.removesuffix("…").removesuffix("...").rstrip()


class Passage(NamedTuple):
    """A selection with its positions as numbers, and its name and description, folded: either may be its words."""

    selection: RawSelection
    start: int
    end: int
    name: str
    description: str


Passages = Sequence[Passage]


def passage_of(selection: RawSelection, start: int, end: int) -> Passage:
    """The selection ready for comparison."""
    return Passage(selection, start, end, fold(selection.name), fold(selection.description))


def convention_of(texts: Iterable[tuple[Original, Passages]]) -> Convention:
    """The convention under which most quotes are found; where those do not decide, one that leaves words whole."""
    texts = list(texts)
    share = max(_SAMPLE_OF_TEXT, _SAMPLE // max(1, len(texts)))
    quoting = [(original, _sample(_named(passages), share)) for original, passages in texts]
    candidates = _candidates([original for original, passages in texts if passages])
    scores = [sum(_score(original, passages, one) for original, passages in quoting) for one in candidates]
    best = [one for one, score in zip(candidates, scores, strict=True) if score == max(scores)]
    if len(best) == 1:
        return best[0]
    return _least_cutting([(original, _sample(passages, share)) for original, passages in texts], best)


def _named(passages: Passages) -> Passages:
    return [passage for passage in passages if passage.name or passage.description]


def _sample(passages: Passages, share: int) -> Passages:
    return passages[:: max(1, len(passages) // share)]


def _least_cutting(texts: Sequence[tuple[Original, Passages]], conventions: Sequence[Convention]) -> Convention:
    """The plainest, unless it cuts words and another one far fewer: people code whole words."""
    cuts = [sum(_cut(original, passages, one) for original, passages in texts) for one in conventions]
    least = min(cuts)
    return conventions[0] if cuts[0] < max(_CUT_WORDS, 2 * least) else conventions[cuts.index(least)]


def _cut(original: Original, passages: Passages, convention: Convention) -> int:
    """How many of the passages begin or end within a word."""
    if not passages:
        return 0
    text = original.text
    spans = original.spans([one.start for one in passages], [one.end for one in passages], convention)
    return sum(any(0 < at < len(text) and text[at - 1 : at + 1].isalnum() for at in span) for span in spans)


def _candidates(originals: Sequence[Original]) -> list[Convention]:
    """All that make a difference to these texts, the plainest first."""
    choices = [
        (False, True),
        (False, True) if any(original.has_crlf for original in originals) else (False,),
        (False, True) if any(original.has_wide for original in originals) else (False,),
        (False, True) if any(original.has_bom for original in originals) else (False,),
    ]
    return sorted(itertools.starmap(Convention, itertools.product(*choices)), key=sum)


def _score(original: Original, passages: Passages, convention: Convention) -> int:
    if not passages:
        return 0
    spans = original.spans([one.start for one in passages], [one.end for one in passages], convention)
    return sum(
        max(agreement(original.text, span, one.name), agreement(original.text, span, one.description))
        for one, span in zip(passages, spans, strict=True)
    )


class Verifier:
    """Judges passages one by one. Looking for misplaced quotes is bounded over the whole file."""

    def __init__(self) -> None:
        self._left = _SEARCHED
        self._folded: tuple[int, str] = (0, "")

    def verdict(self, original: Original, span: tuple[int, int], passage: Passage) -> tuple[Verdict, list[str]]:
        """Whether a quote stands there, stands elsewhere only, or says nothing; and the words that are no quote."""
        selection, quoted, own = passage.selection, 0, []
        for folded, written in ((passage.name, selection.name), (passage.description, selection.description)):
            if folded and agrees(original.text, span, folded):
                quoted += 1
            elif folded:
                own.append(written)
        if quoted:
            return Verdict.VERIFIED, own
        if any(self._is_elsewhere(original, folded) for folded in (passage.name, passage.description)):
            return Verdict.CONTRADICTING, own
        return Verdict.UNVERIFIABLE, own

    def _is_elsewhere(self, original: Original, quoted: str) -> bool:
        stem = _without_dots(quoted)
        if len(stem) < 3 or self._left <= 0:
            return False
        self._left -= len(original.text)
        if self._folded[0] != id(original):
            self._folded = (id(original), fold(original.text))
        return stem in self._folded[1]
