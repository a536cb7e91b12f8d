"""How far two values are apart: Krippendorff's metrics for single values, and distances between sets of codes."""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from interviews.errors import MisuseError

Array = NDArray[np.float64]
Ints = NDArray[np.int64]


class Distance:
    """Squared differences between values, which are named by their numbers."""

    def __init__(self, between: Callable[[Ints, Ints], Array]) -> None:
        self.between = between
        """The distance of two arrays of values, element by element."""

    def total(self, given: Array) -> Array:
        """The distances of all judgements of one group to all of another, shape (groups, groups).

        `given` has shape (groups, values): how often a group gave each value.
        """
        numbers = np.arange(given.shape[1])
        return np.asarray(given @ self.between(numbers[:, None], numbers[None, :]) @ given.T)


class _Nominal(Distance):
    def __init__(self) -> None:
        super().__init__(lambda one, other: (one != other).astype(np.float64))

    def total(self, given: Array) -> Array:
        return np.asarray(_pairs(given) - given @ given.T)


class _Sets(Distance):
    """A distance that is 1 between sets without a common member, as almost all pairs of many sets are."""

    def __init__(self, members: Array, apart: Callable[[Array, Array, Array], Array]) -> None:
        self._members, self._sizes, self._apart = members, members.sum(axis=1), apart
        super().__init__(lambda one, other: self._of(one, other, (members[one] * members[other]).sum(axis=-1)))

    def total(self, given: Array) -> Array:
        from scipy.sparse import csr_array  # a tenth of a second that other comparisons do not need

        members = csr_array(self._members)
        shared = (members @ members.T).tocoo()
        one, other = shared.coords
        alike = csr_array((1 - self._of(one, other, shared.data), (one, other)), shape=shared.shape)
        empty = given[:, self._sizes == 0]  # two empty sets share nothing and are equal all the same
        return np.asarray(_pairs(given) - (alike @ given.T).T @ given.T - empty @ empty.T)

    def _of(self, one: Ints, other: Ints, shared: Array) -> Array:
        return np.where(one == other, 0.0, self._apart(shared, self._sizes[one], self._sizes[other]))


def _pairs(given: Array) -> Array:
    sums = given.sum(axis=1)
    return np.outer(sums, sums)


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
    return _Sets(_membership(values), lambda shared, one, other: 1 - shared / np.maximum(one + other - shared, 1))


def _masi(values: Sequence[Hashable], given: Array) -> Distance:
    return _Sets(_membership(values), _masi_distance)


def _masi_distance(shared: Array, one: Array, other: Array) -> Array:
    """1 − Jaccard × monotonicity (Passonneau 2006): 1 if equal, 2/3 if one contains the other, 1/3 if they overlap."""
    monotonicity = np.where(shared == np.minimum(one, other), 2 / 3, 1 / 3)
    return np.asarray(1 - shared / np.maximum(one + other - shared, 1) * monotonicity)


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
