"""Whose quotes could tell who speaks: those of people with a combination of attributes that few others share."""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations

LEAST = 3
"""Fewer who share a combination are few."""
_MOST = 3
_Attribute = tuple[str, str]


class Rarity:
    """Looks up how many share what is known of a person; `described` gives the attributes of everybody by pseudonym."""

    def __init__(self, described: Mapping[str, Mapping[str, str]], k: int = LEAST) -> None:
        self._k = k
        self._known = {name: [(key, value.casefold()) for key, value in one.items()] for name, one in described.items()}
        self._counts: Counter[tuple[_Attribute, ...]] = Counter(
            cell for known in self._known.values() for size in range(1, _MOST + 1) for cell in combinations(known, size)
        )
        self._found: dict[str, tuple[int | None, str]] = {}

    def of(self, person: str) -> tuple[int | None, str]:
        """How many share the attributes that fewest share, and which these are if that is fewer than k.

        As few attributes as possible are named, and up to three are combined. None for a person of whom nothing is
        known.
        """
        if person not in self._found:
            self._found[person] = self._look_up(person)
        return self._found[person]

    def _look_up(self, person: str) -> tuple[int | None, str]:
        count: int | None = None
        for size in range(1, _MOST + 1):
            cells = [(self._counts[cell], cell) for cell in combinations(self._known.get(person, ()), size)]
            if cells:
                count, cell = min(cells)
                if count < self._k:
                    return count, " × ".join(name for name, _ in cell)
        return count, ""
