"""How sure an alpha is: a bootstrap over whole transcripts, or over turns where transcripts are few."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from interviews.agreement.coefficients import disagreement
from interviews.agreement.distances import to_distance
from interviews.agreement.ratings import MISSING, Ratings

# Fewer transcripts than this say too little by being drawn again; their turns are drawn instead.
FEW_TRANSCRIPTS = 10
DRAWS = 1000
LEVEL = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Resampling:
    """Which cluster (transcript or turn) each unit belongs to, and how often each draw takes each cluster."""

    cluster: NDArray[np.int64]
    times: NDArray[np.float64]
    """Shape (draws, clusters)."""

    def interval(self, ratings: Ratings, distance: str) -> tuple[float, float] | None:
        """The middle 95 % of alpha over the draws; None where too many draws leave alpha undefined.

        Only for distances that do not depend on how often a value occurs, so not for the ordinal one.
        """
        within, given = self._by_cluster(ratings, distance)
        n = self.times @ given.sum(axis=1)
        total = to_distance(distance, ratings.values, given.sum(axis=0)).total(given)
        apart = ((self.times @ total) * self.times).sum(axis=1)
        defined = apart > 1e-12 * n * n
        # A draw without the code has no alpha; with many of those the rest would flatter the interval.
        if defined.mean() < LEVEL:
            return None
        alphas = 1 - (self.times @ within)[defined] * (n[defined] - 1) / apart[defined]
        low, high = np.quantile(alphas, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        return float(low), float(high)

    def _by_cluster(self, ratings: Ratings, distance: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Disagreement within the units of each cluster, and how often each value was given in it."""
        clusters, size = self.times.shape[1], len(ratings.values)
        paired = ratings.judges > 1
        pairs, cluster = ratings.pairable(), self.cluster[paired]
        metric = to_distance(distance, pairs.values, np.ones(size))
        within = np.bincount(cluster, pairs.weights * disagreement(pairs, metric), clusters)
        judged = pairs.indices != MISSING
        cells = np.broadcast_to(cluster[:, None] * size, judged.shape)[judged] + pairs.indices[judged]
        each = np.broadcast_to(pairs.weights[:, None], judged.shape)[judged]
        given = np.bincount(cells, each, clusters * size).reshape(clusters, size)
        return within.astype(np.float64), given.astype(np.float64)


def resample(transcript: NDArray[np.int64], turn: NDArray[np.int64], seed: int) -> tuple[Resampling | None, str]:
    """Prepare the draws and name what is drawn; None where there are fewer than two clusters."""
    named = "transcripts"
    _, cluster = np.unique(transcript, return_inverse=True)
    if len(transcript) == 0 or cluster.max() + 1 < FEW_TRANSCRIPTS:
        named = "turns"
        _, cluster = np.unique(np.stack((transcript, turn)), axis=1, return_inverse=True)
    size = int(cluster.max()) + 1 if len(cluster) else 0
    if size < 2:
        return None, named
    draws = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=DRAWS)
    return Resampling(cluster.ravel().astype(np.int64), draws.astype(np.float64)), named
