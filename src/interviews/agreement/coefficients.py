"""Coefficients of agreement, written from the papers that define them. None of them is ever guessed.

Every function takes a units × coders matrix (None where a coder did not judge a unit) and, where units count
differently, their weights. What cannot be computed has the value None and a reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from interviews.agreement.distances import Distance, to_distance
from interviews.agreement.ratings import MISSING, Matrix, Ratings, to_ratings

# Below this share, what is left of a difference is rounding.
_NOTHING = 1e-12
ONE_CODER = "there are fewer than two coders"
NO_PAIRS = "no unit was judged by two coders"
ONE_VALUE = "every judgement is the same, so there is no agreement by chance to compare with"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A figure of agreement, or the reason why there is none."""

    name: str
    value: float | None
    reason: str = ""
    observed: float | None = None
    """Observed agreement (for alpha: disagreement) before the correction for chance."""
    expected: float | None = None
    """What chance alone would give."""


def percent_agreement(
    matrix: Matrix | Ratings, distance: str = "nominal", weights: Sequence[float] | None = None
) -> Coefficient:
    """Share of agreement among the pairable judgements: 1 − the observed disagreement of alpha, without correction."""
    name, ratings = "percent agreement", to_ratings(matrix, weights).merged()
    # Ordinal, interval and ratio differences are no shares of anything.
    if distance in ("ordinal", "interval", "ratio"):
        return Coefficient(name, None, f"there is no percentage with the distance '{distance}'")
    if reason := _unpaired(ratings):
        return Coefficient(name, None, reason)
    pairs = ratings.pairable()
    given = pairs.given(pairs.weights)
    apart = disagreement(pairs, to_distance(distance, pairs.values, given))
    return Coefficient(name, 1 - float(pairs.weights @ apart / given.sum()))


def cohen_kappa(matrix: Matrix | Ratings, weights: Sequence[float] | None = None) -> Coefficient:
    """Cohen's kappa (1960) of two coders: chance from each coder's own distribution."""
    return _two_coders("Cohen's kappa", matrix, weights, lambda rows, columns: float(rows @ columns))


def scott_pi(matrix: Matrix | Ratings, weights: Sequence[float] | None = None) -> Coefficient:
    """Scott's pi (1955) of two coders: chance from the distribution of both together."""
    return _two_coders("Scott's pi", matrix, weights, lambda rows, columns: float((((rows + columns) / 2) ** 2).sum()))


def fleiss_kappa(matrix: Matrix | Ratings, weights: Sequence[float] | None = None) -> Coefficient:
    """Fleiss' kappa (1971) of two or more coders, who need not be the same ones for every unit.

    With gaps as generalized by Gwet (2014): agreement over units with two judgements, chance over all of them.
    """
    name, ratings = "Fleiss' kappa", to_ratings(matrix, weights).merged()
    if reason := _unpaired(ratings):
        return Coefficient(name, None, reason)
    pairs = ratings.pairable()
    apart = disagreement(pairs, to_distance("nominal", pairs.values, pairs.weights)) / pairs.judges
    observed = 1 - float(np.average(apart, weights=pairs.weights))
    weighed = np.where(ratings.judges > 0, ratings.weights, 0)
    shares = ratings.given(weighed / np.maximum(ratings.judges, 1)) / weighed.sum()
    return _corrected(name, observed, float((shares**2).sum()))


def krippendorff_alpha(
    matrix: Matrix | Ratings, distance: str = "nominal", weights: Sequence[float] | None = None
) -> Coefficient:
    """Krippendorff's alpha (2011) of any number of coders, with gaps.

    `distance` is nominal, ordinal, interval or ratio, and for sets of codes masi (Passonneau 2006) or jaccard.
    """
    name, ratings = f"Krippendorff's alpha ({distance})", to_ratings(matrix, weights).merged()
    if reason := _unpaired(ratings):
        return Coefficient(name, None, reason)
    pairs = ratings.pairable()
    given = pairs.given(pairs.weights)
    metric, n = to_distance(distance, pairs.values, given), float(given.sum())
    observed = float(pairs.weights @ disagreement(pairs, metric)) / n
    apart = float(metric.total(given[None, :])[0, 0])
    if apart <= _NOTHING * n * n:
        return Coefficient(name, None, ONE_VALUE, observed=observed, expected=0.0)
    expected = apart / (n * (n - 1))
    return Coefficient(name, 1 - observed / expected, observed=observed, expected=expected)


def disagreement(pairs: Ratings, distance: Distance) -> NDArray[np.float64]:
    """Disagreement within each unit: distances of all ordered pairs of its values, over the number of others."""
    within = np.zeros(len(pairs.indices))
    for one, other in combinations(pairs.indices.T, 2):
        both = np.flatnonzero((one != MISSING) & (other != MISSING))
        within[both] += 2 * distance.between(one[both], other[both])
    return within / np.maximum(pairs.judges - 1, 1)


def _two_coders(
    name: str,
    matrix: Matrix | Ratings,
    weights: Sequence[float] | None,
    chance: Callable[[NDArray[np.float64], NDArray[np.float64]], float],
) -> Coefficient:
    ratings = to_ratings(matrix, weights)
    if ratings.coders > 2:
        return Coefficient(name, None, "it is defined for two coders; take them pair by pair, or alpha")
    if reason := _unpaired(ratings):
        return Coefficient(name, None, reason)
    pairs = ratings.pairable()
    one, other = pairs.indices.T
    total, size = pairs.weights.sum(), len(pairs.values)
    observed = float(pairs.weights[one == other].sum() / total)
    rows, columns = (np.bincount(column, pairs.weights, size) / total for column in (one, other))
    return _corrected(name, observed, chance(rows, columns))


def _corrected(name: str, observed: float, expected: float) -> Coefficient:
    if expected >= 1 - _NOTHING:
        return Coefficient(name, None, ONE_VALUE, observed=observed, expected=expected)
    return Coefficient(name, (observed - expected) / (1 - expected), observed=observed, expected=expected)


def _unpaired(ratings: Ratings) -> str:
    """Why there is nothing to compare, or nothing."""
    if ratings.indices.size and ratings.coders < 2:
        return ONE_CODER
    return "" if ratings.units > 0 else NO_PAIRS
