"""What several coders said of the same units: a units × coders matrix with gaps and weights."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from interviews.errors import MisuseError

Matrix = Sequence[Sequence[Hashable | None]] | NDArray[np.generic]
"""One row a unit, one column a coder; None or NaN where the coder did not judge the unit."""

MISSING = -1
# Row numbers stay below this, so that multiplying by the number of values never leaves 64 bits.
_NUMBERABLE = 2**60


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """A units × coders matrix in which every value is a number into `values`, and `MISSING` a gap.

    A unit of weight 3 counts exactly as three equal units would.
    """

    values: tuple[Hashable, ...]
    indices: NDArray[np.int64]
    """Shape (units, coders)."""
    weights: NDArray[np.float64]
    """Shape (units,)."""

    @property
    def coders(self) -> int:
        """How many coders there are."""
        return int(self.indices.shape[1])

    @property
    def judges(self) -> NDArray[np.int64]:
        """How many coders judged each unit."""
        return np.asarray((self.indices != MISSING).sum(axis=1))

    @property
    def units(self) -> float:
        """Weight of the units that at least two coders judged."""
        return float(self.weights[self.judges > 1].sum())

    def pairable(self) -> "Ratings":
        """Only the units that at least two coders judged."""
        pairs = self.judges > 1
        return Ratings(self.values, self.indices[pairs], self.weights[pairs])

    def given(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """How often each value was given, when every judgement of a unit counts as much as its weight here."""
        judged = self.indices != MISSING
        each = np.broadcast_to(weights[:, None], judged.shape)
        return np.bincount(self.indices[judged], each[judged], len(self.values)).astype(np.float64)

    def of(self, *columns: int) -> "Ratings":
        """The same units as seen by some of the coders."""
        return Ratings(self.values, self.indices[:, list(columns)], self.weights)

    def merged(self) -> "Ratings":
        """Equal rows as one row of their common weight."""
        rows, place = self.patterns()
        return Ratings(self.values, rows, np.bincount(place, self.weights, len(rows)).astype(np.float64))

    def patterns(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The rows that differ, and for every unit which of them is its own."""
        key = np.zeros(len(self.indices), dtype=np.int64)
        size = 1
        for column in self.indices.T:
            if size * (len(self.values) + 1) > _NUMBERABLE:
                key, size = _renumbered(key)
            key, size = key * (len(self.values) + 1) + column + 1, size * (len(self.values) + 1)
        key, size = _renumbered(key) if size > len(key) else (key, size)
        first = np.full(size, -1)
        first[key[::-1]] = np.arange(len(key))[::-1]
        used = np.flatnonzero(first >= 0)
        return self.indices[first[used]], np.searchsorted(used, key).astype(np.int64)


def to_ratings(matrix: Matrix | Ratings, weights: Sequence[float] | None = None) -> Ratings:
    """Number the values of a matrix, in their order where they have one."""
    if isinstance(matrix, Ratings):
        return matrix
    rows = [[None if _is_gap(value) else value for value in row] for row in matrix]
    if len({len(row) for row in rows}) > 1:
        raise MisuseError("the rows of the matrix have different lengths; give every unit one value per coder")
    values = _ordered({value for row in rows for value in row if value is not None})
    number = {value: i for i, value in enumerate(values)}
    indices = np.array([[MISSING if value is None else number[value] for value in row] for row in rows], dtype=np.int64)
    weighed = np.ones(len(rows)) if weights is None else np.asarray(weights, dtype=np.float64)
    if len(weighed) != len(rows) or (weighed < 0).any():
        raise MisuseError(f"{len(rows)} units need as many weights, none below 0")
    return Ratings(values, indices.reshape(len(rows), len(rows[0]) if rows else 0), weighed)


def _renumbered(key: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    numbers, key = np.unique(key, return_inverse=True)
    return key.ravel(), len(numbers)


def _is_gap(value: object) -> bool:
    return value is None or (isinstance(value, float | np.floating) and bool(np.isnan(value)))


def _ordered(values: set[Hashable]) -> tuple[Hashable, ...]:
    if all(isinstance(value, int | float | np.number) for value in values):
        return tuple(sorted(values))  # type: ignore[type-var]
    return tuple(sorted(values, key=lambda value: sorted(value) if isinstance(value, frozenset) else [str(value)]))
