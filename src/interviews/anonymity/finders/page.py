"""A text as the finders read it: composed letters, plain apostrophes and hyphens, cut into words."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from interviews.anonymity.mention import EntityType
from interviews.model import Span
from interviews.text import fold

# One code point for one code point, so that these never move a position.
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "´": "'", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " "})
_WORD = re.compile(
    r"[^\W\d_]+(?:[*:_/](?:in|innen|r|n|e)\b)?(?:'[^\W\d_]+)?(?:-[^\W\d_]+(?:[*:_/](?:in|innen)\b)?(?:'[^\W\d_]+)?)*'?"
)
# The south shortens an article before a name (d'Resi, D'Resi as a beginning): a word of its own, not as in D'Angelo.
_GERMAN_WORD = re.compile(rf"[dsz](?='[A-ZÄÖÜ])|(?:^|(?<=[.!?:…] ))[DSZ](?='[A-ZÄÖÜ])|{_WORD.pattern}", re.MULTILINE)
# Nobody speaks so long without a break; searching such a run takes time that grows with its square.
_LONGEST_RUN = 100
_ENDLESS = re.compile(rf"(?<!\S)(?!(?:https?://|www\.)\S{{0,1800}}(?!\S))\S{{{_LONGEST_RUN},}}")
_LABEL = re.compile(
    r"^[ \t]*(?:[A-ZÄÖÜ][a-z]?\d{0,2}|[A-Z]{2,3}\d{0,2}|Interviewer(?:in)?|Interpreter)\s?:", re.MULTILINE
)
# A long dash that somebody's program made of the hyphen in a name.
_DASH_WITHIN = re.compile(r"(?<=[^\W\d_])[–—](?=[^\W\d_])")
# Seen by nobody, between any two letters: soft hyphen, zero width, direction marks.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Once or twice may be a play on the name ("Mrs Rose rose early").
_OFTEN = 3
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?…:\n–]|\.{3}|\)|[.!?][\"“”»«'])[\s\"“”„»«(\[–]*$")


class Word(NamedTuple):
    """A word of a page: where it stands, as written and folded, whether a sentence and whether a capital begins it."""

    start: int
    end: int
    text: str
    folded: str
    initial: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What a finder saw, in positions of the page."""

    start: int
    end: int
    type: EntityType
    finder: str
    reason: str
    score: float


class Page:
    """A text composed for matching (NFC); `span` leads back to the text itself."""

    def __init__(self, original: str, language: str) -> None:
        self.original = original
        self.language = language
        self.in_small_letters = False
        self._origin: list[int] | None = None
        composed = original
        if not unicodedata.is_normalized("NFC", original) or _INVISIBLE.search(original):
            composed, self._origin = _compose(original)
        self.text = _DASH_WITHIN.sub("-", _ENDLESS.sub(_with_breaks, composed.translate(_PLAIN)))

    def span(self, start: int, end: int) -> Span:
        """Where the stretch [start, end) of the page stands in the original text."""
        if self._origin is None:
            return Span(start, end)
        return Span(self._origin[start], self._origin[end])

    def place(self, span: Span) -> tuple[int, int]:
        """The stretch of the page that holds a span of the original text."""
        if self._origin is None:
            return span.start, span.end
        letter = self._origin[bisect_right(self._origin, span.start) - 1]
        return bisect_left(self._origin, letter), bisect_left(self._origin, span.end)

    @cached_property
    def words(self) -> Sequence[Word]:
        """All words except short speaker labels at the start of a line."""
        labels = {match.start(0) + len(match[0]) - len(match[0].lstrip()) for match in _LABEL.finditer(self.text)}
        word = _GERMAN_WORD if self.language == "de" else _WORD
        return tuple(self._word(match) for match in word.finditer(self.text) if match.start() not in labels)

    def within(self, finding: Finding) -> slice:
        """The words that a finding holds, whole or in part."""
        first = bisect_right(self.words, finding.start, key=lambda word: word.end)
        return slice(first, max(first, bisect_left(self.words, finding.end, key=lambda word: word.start)))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The folded words that the text has in small letters."""
        return frozenset(word.folded for word in self.words if not word.capital)

    def uses_as_word(self, folded: str) -> bool:
        """Whether the text has a word in small letters so often that its capital at a beginning tells nothing."""
        return self._small_counts[folded] >= _OFTEN

    @cached_property
    def _small_counts(self) -> Counter[str]:
        return Counter(word.folded for word in self.words if not word.capital)

    @cached_property
    def _gaps(self) -> Sequence[str]:
        return [*(self.text[one.end : next.start] for one, next in pairwise(self.words)), "\n"]

    @cached_property
    def _before(self) -> Sequence[str]:
        """For each word the folded one before it, or "" beyond a break of the sentence."""
        joined = (not gap.strip(" \"„“»«'-") for gap in self._gaps)
        return ["", *(word.folded if is_joined else "" for word, is_joined in zip(self.words, joined, strict=False))]

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the next one; a line break where there is none."""
        return self._gaps[index] if 0 <= index < len(self._gaps) else "\n"

    def before(self, index: int, steps: int = 1) -> str:
        """The folded word so many steps before, or "" beyond a break of the sentence."""
        for at in range(index, index - steps, -1):
            if not 0 < at < len(self._before) or not self._before[at]:
                return ""
        return self._before[index - steps + 1]

    def after(self, index: int) -> str:
        """The folded word right after, or "" beyond a break."""
        return self.words[index + 1].folded if self.gap(index).strip(' "“”»«') == "" and self.gap(index) != "\n" else ""

    def _word(self, match: re.Match[str]) -> Word:
        start, end = match.span()
        text = match[0]
        return Word(start, end, text, fold(text), self._begins_sentence(start), text[0].isupper())

    def _begins_sentence(self, start: int) -> bool:
        context = self.text[max(0, start - 8) : start]
        if context[-1:] == " " and context[-2:-1].isalnum():  # as most words do, so that nothing is searched
            return False
        return start == 0 or bool(_BEFORE_SENTENCE.search(context) or context.endswith("\n"))


def _with_breaks(run: re.Match[str]) -> str:
    """A run of characters with a blank in the place of one now and then, where it may be after what is no letter."""
    pieces, at = [], run.start()
    while run.end() - at > _LONGEST_RUN:
        last = next((end for end in range(at + _LONGEST_RUN - 1, at, -1) if not run.string[end].isalnum()), 0)
        last = last or at + _LONGEST_RUN - 1
        pieces.append(run.string[at:last])
        at = last + 1
    return " ".join([*pieces, run.string[at : run.end()]])


def _compose(text: str) -> tuple[str, list[int]]:
    """The composed text without what nobody sees, and for each of its positions (and its end) that in `text`."""
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and (unicodedata.combining(text[end]) or _INVISIBLE.match(text[end])):
            end += 1
        piece = unicodedata.normalize("NFC", _INVISIBLE.sub("", text[at:end]))
        pieces.append(piece)
        origin += [at] * len(piece)
        at = end
    return "".join(pieces), [*origin, len(text)]
