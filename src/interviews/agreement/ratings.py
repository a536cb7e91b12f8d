"""What several coders said of the same units: a units × coders matrix with gaps and weights."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from interviews.errors import MisuseError

Matrix = Sequence[Sequence[Hashable | None]] | NDArray[np.generic]
"""One row a unit, one column a coder; None or NaN where the coder did not judge the unit."""

MISSING = -1


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
    def units(self) -> float:
        """Weight of the units that at least two coders judged."""
        return float(self.weights[(self.indices != MISSING).sum(axis=1) > 1].sum())

    def counts(self) -> NDArray[np.float64]:
        """How many coders gave a unit each value, shape (units, values)."""
        counts = np.zeros((len(self.indices), len(self.values)))
        unit, coder = np.nonzero(self.indices != MISSING)
        np.add.at(counts, (unit, self.indices[unit, coder]), 1)
        return counts

    def of(self, *columns: int) -> "Ratings":
        """The same units as seen by some of the coders."""
        return Ratings(self.values, self.indices[:, list(columns)], self.weights)

    def merged(self) -> "Ratings":
        """Equal rows as one row of their common weight."""
        if len(self.indices) == 0:
            return self
        rows, place = np.unique(self.indices, axis=0, return_inverse=True)
        weights = np.zeros(len(rows))
        np.add.at(weights, place.ravel(), self.weights)
        return Ratings(self.values, rows, weights)


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


def _is_gap(value: object) -> bool:
    return value is None or (isinstance(value, float | np.floating) and bool(np.isnan(value)))


def _ordered(values: set[Hashable]) -> tuple[Hashable, ...]:
    if all(isinstance(value, int | float | np.number) for value in values):
        return tuple(sorted(values))  # type: ignore[type-var]
    return tuple(sorted(values, key=lambda value: sorted(value) if isinstance(value, frozenset) else [str(value)]))
