"""How far two values are apart: Krippendorff's metrics for single values, and distances between sets of codes."""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from interviews.errors import MisuseError

Array = NDArray[np.float64]


def distance_matrix(distance: str, values: Sequence[Hashable], counts: Array) -> Array:
    """Squared differences of all pairs of values, shape (values, values), in the metric of this name.

    `counts` says how often each value occurs among the pairable ones, which the ordinal metric needs.
    """
    if distance in _METRICS:
        try:
            return _METRICS[distance](values, counts)
        except (TypeError, ValueError):
            raise MisuseError(f"the values do not fit the distance '{distance}'; use 'nominal'") from None
    raise MisuseError(f"there is no distance '{distance}'; there are {', '.join(_METRICS)}")


def _nominal(values: Sequence[Hashable], counts: Array) -> Array:
    return 1 - np.eye(len(values))


def _ordinal(values: Sequence[Hashable], counts: Array) -> Array:
    # Krippendorff (2011): all values between the two count, these two by half; not the "ordinal weights" of others.
    _numbers(values)  # words have no order of their own
    middle = np.cumsum(counts) - counts / 2
    return _square(middle[:, None] - middle[None, :])


def _interval(values: Sequence[Hashable], counts: Array) -> Array:
    numbers = _numbers(values)
    return _square(numbers[:, None] - numbers[None, :])


def _ratio(values: Sequence[Hashable], counts: Array) -> Array:
    numbers = _numbers(values)
    if (numbers < 0).any():
        raise ValueError("a ratio has no negative values")
    total = numbers[:, None] + numbers[None, :]
    return _square(np.divide(numbers[:, None] - numbers[None, :], total, out=np.zeros_like(total), where=total > 0))


def _jaccard(values: Sequence[Hashable], counts: Array) -> Array:
    return _of_sets(values, lambda shared, one, other: 1 - shared / (one + other - shared))


def _masi(values: Sequence[Hashable], counts: Array) -> Array:
    return _of_sets(values, _masi_distance)


def _masi_distance(shared: int, one: int, other: int) -> float:
    """1 − Jaccard × monotonicity (Passonneau 2006): 1 if equal, 2/3 if one contains the other, 1/3 if they overlap."""
    if one == other == shared:
        return 0.0
    monotonicity = 2 / 3 if shared == min(one, other) else 1 / 3 if shared else 0.0
    return 1 - shared / (one + other - shared) * monotonicity


def _of_sets(values: Sequence[Hashable], apart: Callable[[int, int, int], float]) -> Array:
    if not all(isinstance(value, frozenset) for value in values):
        raise TypeError("not sets")
    sets = [value for value in values if isinstance(value, frozenset)]
    # Two empty sets are equal: both coders say that no code applies.
    return np.array(
        [[0.0 if a == b else apart(len(a & b), len(a), len(b)) for b in sets] for a in sets], dtype=np.float64
    ).reshape(len(sets), len(sets))


def _numbers(values: Sequence[Hashable]) -> Array:
    return np.array([float(value) for value in values])  # type: ignore[arg-type]


def _square(array: Array) -> Array:
    return np.asarray(array**2, dtype=np.float64)


_METRICS: dict[str, Callable[[Sequence[Hashable], Array], Array]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
    "jaccard": _jaccard,
    "masi": _masi,
}
