"""Coefficients of agreement, written from the papers that define them. None of them is ever guessed.

Every function takes a units × coders matrix (None where a coder did not judge a unit) and, where units count
differently, their weights. What cannot be computed has the value None and a reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from interviews.agreement.distances import distance_matrix
from interviews.agreement.ratings import MISSING, Matrix, Ratings, to_ratings

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
    alpha = krippendorff_alpha(matrix, distance, weights)
    name = "percent agreement"
    # Ordinal, interval and ratio differences have no upper bound, so no share can be made of them.
    if distance in ("ordinal", "interval", "ratio"):
        return Coefficient(name, None, f"there is no percentage with the distance '{distance}'")
    if alpha.observed is None:
        return Coefficient(name, None, alpha.reason)
    return Coefficient(name, 1 - alpha.observed)


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
    counts = ratings.counts()
    judged = counts.sum(axis=1)
    pairs, any_judged = judged > 1, judged > 0
    m, c = judged[pairs], counts[pairs]
    per_unit = (c * (c - 1)).sum(axis=1) / (m * (m - 1))
    observed = float(np.average(per_unit, weights=ratings.weights[pairs]))
    shares = counts[any_judged] / judged[any_judged, None]
    expected = float((np.average(shares, axis=0, weights=ratings.weights[any_judged]) ** 2).sum())
    return _corrected(name, observed, expected)


def krippendorff_alpha(
    matrix: Matrix | Ratings, distance: str = "nominal", weights: Sequence[float] | None = None
) -> Coefficient:
    """Krippendorff's alpha (2011) of any number of coders, with gaps.

    `distance` is nominal, ordinal, interval or ratio, and for sets of codes masi (Passonneau 2006) or jaccard.
    """
    name, ratings = f"Krippendorff's alpha ({distance})", to_ratings(matrix, weights).merged()
    if reason := _unpaired(ratings):
        return Coefficient(name, None, reason)
    counts, marginals = pairable(ratings)
    distances = distance_matrix(distance, ratings.values, ratings.weights @ marginals)
    n = float(ratings.weights @ marginals.sum(axis=1))
    observed = float(ratings.weights @ disagreement(counts, distances)) / n
    totals = ratings.weights @ marginals
    apart = float(totals @ distances @ totals)
    if apart == 0:
        return Coefficient(name, None, ONE_VALUE, observed=observed, expected=0.0)
    expected = apart / (n * (n - 1))
    return Coefficient(name, 1 - observed / expected, observed=observed, expected=expected)


def pairable(ratings: Ratings) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Counts of values per unit, and the same with the units emptied that fewer than two coders judged."""
    counts = ratings.counts()
    return counts, counts * (counts.sum(axis=1, keepdims=True) > 1)


def disagreement(counts: NDArray[np.float64], distances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Disagreement within each unit: distances of all ordered pairs of its values, over the number of others."""
    others = counts.sum(axis=1) - 1
    within = ((counts @ distances) * counts).sum(axis=1)
    return np.asarray(np.divide(within, others, out=np.zeros_like(within), where=others > 0))


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
    both = (ratings.indices != MISSING).all(axis=1)
    table = np.zeros((len(ratings.values),) * 2)
    np.add.at(table, tuple(ratings.indices[both].T), ratings.weights[both])
    table /= table.sum()
    return _corrected(name, float(np.trace(table)), chance(table.sum(axis=1), table.sum(axis=0)))


def _corrected(name: str, observed: float, expected: float) -> Coefficient:
    if np.isclose(expected, 1, rtol=0, atol=1e-12):
        return Coefficient(name, None, ONE_VALUE, observed=observed, expected=expected)
    return Coefficient(name, (observed - expected) / (1 - expected), observed=observed, expected=expected)


def _unpaired(ratings: Ratings) -> str:
    """Why there is nothing to compare, or nothing."""
    if ratings.indices.size and ratings.coders < 2:
        return ONE_CODER
    return "" if ratings.units > 0 else NO_PAIRS
