"""What an attacker could work out of a table with totals, some of whose cells are hidden."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Hidden = NDArray[np.bool_]
Relation = tuple[NDArray[np.float64], int]
"""So many times each hidden cell, and what that makes."""


@dataclass(frozen=True)
class Counts:
    """Counts whose last row and last column are totals."""

    numbers: NDArray[np.int64]
    k: int
    """A small cell holds fewer than k participants, another hidden one k or more."""
    is_people: bool = True
    """Whether participants are counted, or codings, of which there are at least as many."""
    is_marked: bool = True
    """Whether a reader sees which of the hidden cells are small."""

    @cached_property
    def adds_up_across(self) -> bool:
        """Whether the cells of every row make its total; people may be in two columns and count once in the total."""
        return bool((self.numbers[:, :-1].sum(axis=1) == self.numbers[:, -1]).all())

    @cached_property
    def adds_up_down(self) -> bool:
        """Whether the cells of every column make its total."""
        return bool((self.numbers[:-1, :].sum(axis=0) == self.numbers[-1, :]).all())


def is_exact(counts: Counts, small: Hidden, hidden: Hidden, cell: tuple[int, int]) -> bool:
    """Whether only one number is possible in a hidden cell, for somebody who knows the totals and how it was hidden."""
    from scipy.optimize import linprog  # half a second that only published tables need

    places = np.argwhere(hidden)
    number = {tuple(place): i for i, place in enumerate(places.tolist())}
    equations, limits = _known(counts, hidden, number)
    least = int(counts.numbers[small].min(initial=1))  # 0 where nobody is known of a cell that is not empty
    bounds = [_bounds(counts, least, bool(small[row, column])) for row, column in places.tolist()]
    ends = []
    for sign in (1, -1):
        goal = np.zeros(len(places))
        goal[number[cell]] = sign
        found = linprog(goal, *_system(limits), *_system(equations), bounds=bounds, method="highs")
        if found.status == 3:  # unbounded
            return False
        ends.append(sign * found.fun)
    return bool(ends[1] - ends[0] < 0.5)


def _bounds(counts: Counts, least: int, is_small: bool) -> tuple[int, int | None]:
    """What the mark alone tells of the number."""
    if is_small or not counts.is_marked:
        return min(least, 1), counts.k - 1 if counts.is_people and counts.is_marked else None
    return counts.k, None


def _known(counts: Counts, hidden: Hidden, number: dict[tuple[int, ...], int]) -> tuple[list[Relation], list[Relation]]:
    """What holds in every line with something hidden in it: equations, and what is at most so much.

    The cells make the total; or, of people who may be in several of them, at least the total, and none more than it.
    """
    equations: list[Relation] = []
    limits: list[Relation] = []
    for across in (True, False):
        numbers, dark = (counts.numbers, hidden) if across else (counts.numbers.T, hidden.T)
        for line in np.flatnonzero(dark.any(axis=1)).tolist():
            unknown = np.zeros((numbers.shape[1], len(number)))
            for place in np.flatnonzero(dark[line]).tolist():
                unknown[place, number[(line, place) if across else (place, line)]] = 1
            shown = np.where(dark[line], 0, numbers[line])
            cells, rest = unknown[:-1].sum(axis=0) - unknown[-1], int(shown[-1] - shown[:-1].sum())
            if counts.adds_up_across if across else counts.adds_up_down:
                equations.append((cells, rest))
            else:
                limits.append((-cells, -rest))
                pairs = zip(unknown[:-1] - unknown[-1], (shown[-1] - shown[:-1]).tolist(), strict=True)
                limits.extend((one, most) for one, most in pairs if one.any())
    return equations, limits


def _system(relations: list[Relation]) -> tuple[NDArray[np.float64] | None, NDArray[np.float64] | None]:
    if not relations:
        return None, None
    return np.array([left for left, _ in relations]), np.array([right for _, right in relations], dtype=np.float64)
