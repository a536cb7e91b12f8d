"""How far two values are apart: Krippendorff's metrics for single values, and distances between sets of codes."""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from interviews.errors import MisuseError

Array = NDArray[np.float64]
Ints = NDArray[np.int64]
# Pairs of values looked at in one go: 2 million distances are 16 MB.
_AT_ONCE = 2_000_000


class Distance:
    """Squared differences between values, which are named by their numbers."""

    def __init__(self, between: Callable[[Ints, Ints], Array]) -> None:
        self.between = between
        """The distance of two arrays of values, element by element; of a column and a row, all pairs."""

    def total(self, given: Array) -> Array:
        """The distances of all ordered pairs of judgements: `given` has shape (…, values), how often each occurs."""
        size = given.shape[-1]
        numbers, step = np.arange(size), max(1, _AT_ONCE // max(size, 1))
        total = np.zeros(given.shape[:-1])
        for at in range(0, size, step):
            apart = self.between(numbers[at : at + step, None], numbers[None, :])
            total += (given[..., at : at + step] * (given @ apart.T)).sum(axis=-1)
        return total


class _Nominal(Distance):
    def __init__(self) -> None:
        super().__init__(lambda one, other: (one != other).astype(np.float64))

    def total(self, given: Array) -> Array:
        return np.asarray(given.sum(axis=-1) ** 2 - (given**2).sum(axis=-1))


def to_distance(name: str, values: Sequence[Hashable], given: Array) -> Distance:
    """The distance of this name over these values.

    `given` says how often each value occurs among the pairable judgements, which the ordinal metric needs.
    """
    if name not in _METRICS:
        raise MisuseError(f"there is no distance '{name}'; there are {', '.join(_METRICS)}")
    try:
        return _METRICS[name](values, given)
    except (TypeError, ValueError):
        raise MisuseError(f"the values do not fit the distance '{name}'; use 'nominal'") from None


def _ordinal(values: Sequence[Hashable], given: Array) -> Distance:
    # Krippendorff (2011): all values between the two count, these two by half; not the "ordinal weights" of others.
    _numbers(values)  # words have no order of their own
    middle = np.cumsum(given) - given / 2
    return Distance(lambda one, other: np.asarray((middle[one] - middle[other]) ** 2))


def _interval(values: Sequence[Hashable], given: Array) -> Distance:
    numbers = _numbers(values)
    return Distance(lambda one, other: np.asarray((numbers[one] - numbers[other]) ** 2))


def _ratio(values: Sequence[Hashable], given: Array) -> Distance:
    numbers = _numbers(values)
    if (numbers < 0).any():
        raise ValueError("a ratio has no negative values")

    def between(one: Ints, other: Ints) -> Array:
        apart, together = numbers[one] - numbers[other], numbers[one] + numbers[other]
        return np.asarray(np.divide(apart, together, out=np.zeros_like(apart), where=together > 0) ** 2)

    return Distance(between)


def _jaccard(values: Sequence[Hashable], given: Array) -> Distance:
    return _of_sets(values, lambda shared, one, other: 1 - shared / np.maximum(one + other - shared, 1))


def _masi(values: Sequence[Hashable], given: Array) -> Distance:
    return _of_sets(values, _masi_distance)


def _masi_distance(shared: Array, one: Array, other: Array) -> Array:
    """1 − Jaccard × monotonicity (Passonneau 2006): 1 if equal, 2/3 if one contains the other, 1/3 if they overlap."""
    monotonicity = np.where(shared == np.minimum(one, other), 2 / 3, 1 / 3)
    return np.asarray(1 - shared / np.maximum(one + other - shared, 1) * monotonicity)


def _of_sets(values: Sequence[Hashable], apart: Callable[[Array, Array, Array], Array]) -> Distance:
    members = _membership(values)
    sizes = members.sum(axis=1)

    def between(one: Ints, other: Ints) -> Array:
        if one.ndim == 2:  # a column and a row: all pairs
            shared = members[one[:, 0]] @ members[other[0]].T
        else:
            shared = (members[one] * members[other]).sum(axis=-1)
        # Equal sets are 0 apart, two empty ones too: both coders say that no code applies.
        return np.where(one == other, 0.0, apart(shared, sizes[one], sizes[other]))

    return Distance(between)


def _membership(values: Sequence[Hashable]) -> Array:
    """Shape (sets, members): 1 where the set holds the member."""
    sets = [value for value in values if isinstance(value, frozenset)]
    if len(sets) < len(values):
        raise TypeError("not sets")
    column = {member: i for i, member in enumerate(dict.fromkeys(member for value in sets for member in value))}
    members = np.zeros((len(sets), len(column)))
    for row, value in enumerate(sets):
        members[row, [column[member] for member in value]] = 1
    return members


def _numbers(values: Sequence[Hashable]) -> Array:
    return np.array([float(value) for value in values])  # type: ignore[arg-type]


_METRICS: dict[str, Callable[[Sequence[Hashable], Array], Distance]] = {
    "nominal": lambda values, given: _Nominal(),
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
    "jaccard": _jaccard,
    "masi": _masi,
}
