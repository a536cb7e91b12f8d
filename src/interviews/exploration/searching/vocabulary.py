"""Which words of some texts a query means, and which part of each."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar, cast

import numpy as np

from interviews.exploration.searching.wording import Word
from interviews.model import Span
from interviews.text import Folded

Known = TypeVar("Known")
Meant = list[tuple[int, int, int]]
_PARTS = re.compile(r"\w+")


class Vocabulary:
    """Words as they are written, known by their numbers."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._text = Folded("\n".join(words)).text
        self.folded = self._text.split("\n") if words else []
        self._known: dict[str, Any] = {}

    @cached_property
    def _starts(self) -> np.ndarray:
        return np.cumsum([0, *(len(word) + 1 for word in self.folded)])

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The numbers of words without joints; the others hold parts that are found one by one."""
        known: dict[str, list[int]] = {}
        for number, word in enumerate(self.folded):
            known.setdefault(word, []).append(number)
        return known

    @cached_property
    def _by_part(self) -> dict[str, list[int]]:
        """Which words of several parts have a part."""
        known: dict[str, list[int]] = {}
        for number, word in enumerate(self.folded):
            parts = _PARTS.findall(word)
            if len(parts) > 1:
                for part in dict.fromkeys(parts):
                    known.setdefault(part, []).append(number)
        return known

    @cached_property
    def parts(self) -> frozenset[str]:
        """Every folded word, and every part of those that have several."""
        return frozenset(self._by_word) | frozenset(self._by_part)

    def beginning(self, letters: str) -> Iterator[tuple[str, str]]:
        """Every folded word or part that begins so, and a way in which it is written; parts are known folded only."""
        for word, numbers in self._by_word.items():
            if word.startswith(letters):
                yield from ((word, self._words[number]) for number in numbers)
        yield from ((part, part) for part in self._by_part if part.startswith(letters))

    def recall(self, name: str, work_out: "Callable[[Vocabulary], Known]") -> Known:
        """What was worked out about these words under this name; the first time it is."""
        if name not in self._known:
            self._known[name] = work_out(self)
        return cast(Known, self._known[name])

    def meant(self, word: Word, place: str) -> Meant:
        """Number, start and end, within the word as it is written, of everything meant by one word of a query.

        `place` is its place in the phrase: `only`, `first`, `middle` or `last`. Before and after other words a place
        reaches to the border of the chain, for blanks follow there.
        """
        pattern = _pattern(word.core, place)
        found = []
        for number in self.likely(word):
            for match in pattern.finditer(self.folded[number]):
                start, end = self._written_span(number, *match.span())
                found.append((number, start, end))
        return found

    def likely(self, word: Word) -> list[int]:
        """The numbers of all words in which one of a query may stand."""
        numbers: set[int] = set()
        for way, literal in zip(word.ways, word.literals, strict=True):
            numbers.update(self._with_part(way) if way == literal else self._containing(literal))
        return sorted(numbers)

    def _with_part(self, part: str) -> list[int]:
        return [*self._by_word.get(part, ()), *self._by_part.get(part, ())]

    def _containing(self, letters: str) -> list[int]:
        if not letters:
            return list(range(len(self.folded)))
        places = [match.start() for match in re.finditer(re.escape(letters), self._text)]
        numbers: list[int] = np.unique(np.searchsorted(self._starts, places, side="right") - 1).tolist()
        return numbers

    def _written_span(self, number: int, start: int, end: int) -> tuple[int, int]:
        written, folded = self._words[number], self.folded[number]
        if len(written) == len(folded) and written.isascii():
            return start, end
        span: Span = Folded(written).span(start, end)
        return span.start, span.end


def _pattern(core: str, place: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if place in ("only", "first") else r"\A"
    after = r"(?!\w)" if place in ("only", "last") else r"\Z"
    return re.compile(before + core + after)
