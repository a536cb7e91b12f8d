"""What an attacker could work out of a table with totals, some of whose cells are hidden."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Hidden = NDArray[np.bool_]


@dataclass(frozen=True)
class Counts:
    """Counts whose last row and last column are totals."""

    numbers: NDArray[np.int64]
    k: int | None = None
    """Where participants are counted: a small cell holds fewer than k of them, another hidden one k or more."""

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
    equations, sums = _equations(counts, hidden, number)
    if not equations:
        return False
    least = int(counts.numbers[small].min(initial=1))  # 0 where nobody is known of a cell that is not empty
    bounds = [_bounds(counts, least, bool(small[row, column])) for row, column in places.tolist()]
    ends = []
    for sign in (1, -1):
        goal = np.zeros(len(places))
        goal[number[cell]] = sign
        found = linprog(goal, A_eq=np.array(equations), b_eq=np.array(sums), bounds=bounds, method="highs")
        if found.status == 3:  # unbounded
            return False
        ends.append(sign * found.fun)
    return bool(ends[1] - ends[0] < 0.5)


def _bounds(counts: Counts, least: int, is_small: bool) -> tuple[int, int | None]:
    """What the mark alone tells of the number."""
    if counts.k is None:
        return 1, None
    return (min(least, 1), counts.k - 1) if is_small else (counts.k, None)


def _equations(
    counts: Counts, hidden: Hidden, number: dict[tuple[int, ...], int]
) -> tuple[list[NDArray[np.float64]], list[int]]:
    """Every line with something hidden in it: its hidden cells, less a hidden total, make what is not shown."""
    equations, sums = [], []
    for across in (True, False):
        if not (counts.adds_up_across if across else counts.adds_up_down):
            continue
        numbers, dark = (counts.numbers, hidden) if across else (counts.numbers.T, hidden.T)
        for line in np.flatnonzero(dark.any(axis=1)).tolist():
            sign = np.append(np.ones(numbers.shape[1] - 1), -1)
            equation = np.zeros(len(number))
            for place in np.flatnonzero(dark[line]).tolist():
                equation[number[(line, place) if across else (place, line)]] = sign[place]
            equations.append(equation)
            sums.append(-int((sign * numbers[line])[~dark[line]].sum()))
    return equations, sums
