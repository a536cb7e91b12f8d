"""Words in a row that two texts share: how a passage is known again that somebody quoted."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
LENGTH = 5
"""Fewer words in a row are shared by chance."""


def words_of(text: str) -> list[str]:
    """The words without regard to case, marks between them, and ways of writing a letter."""
    plain = text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
    return _WORD.findall(plain.casefold())


class Runs:
    """Every row of `LENGTH` words of some texts, as far as no other text has it too."""

    def __init__(self, texts: Iterable[str], others: Iterable[str] = ()) -> None:
        self._runs = {run for text in texts for run in _runs(words_of(text))}
        for other in others if self._runs else ():
            self._runs.difference_update(_runs(words_of(other)))
        self._first = {run.partition(" ")[0] for run in self._runs}

    def __bool__(self) -> bool:
        return bool(self._runs)

    def __len__(self) -> int:
        return len(self._runs)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._runs))

    def stands_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return self.place_in(words_of(text)) is not None

    def place_in(self, words: Sequence[str]) -> int | None:
        """At which word of a text the first of them begins."""
        for at in range(len(words) - LENGTH + 1):
            if words[at] in self._first and " ".join(words[at : at + LENGTH]) in self._runs:
                return at
        return None


def _runs(words: Sequence[str]) -> Iterable[str]:
    return (" ".join(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1))
