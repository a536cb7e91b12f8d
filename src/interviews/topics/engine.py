"""What every topic engine does, and the arithmetic they share."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from interviews.topics.corpus import Corpus

Floats = NDArray[np.float64]
TOP_WORDS = 10
NEIGHBOUR_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model: the topic of every unit, how well it fits (0 to 1), and the top terms of every topic."""

    topic: NDArray[np.int64]
    weight: Floats
    terms: list[list[str]]


class Engine(Protocol):
    """Finds `n_topics` topics in a corpus; the same corpus and seed give the same fit."""

    def fit(self, corpus: Corpus, n_topics: int, seed: int) -> Fit: ...


def neighbourhood(corpus: Corpus) -> Any:
    """Sparse units x units matrix that adds to each unit half of its neighbours in the interview.

    A turn is about what the turns around it are about: measured on interviews, this makes topics more coherent.
    """
    from scipy.sparse import diags_array

    names = np.array([unit.transcript for unit in corpus.units])
    same = np.where(names[1:] == names[:-1], NEIGHBOUR_WEIGHT, 0.0)
    return diags_array([same, np.ones(len(names)), same], offsets=[-1, 0, 1], format="csr")


def by_size(fit: Fit) -> Fit:
    """The same fit with topics numbered from the largest; topics without a unit are gone."""
    sizes = np.bincount(fit.topic, minlength=len(fit.terms))
    order = [int(topic) for topic in np.argsort(-sizes, kind="stable") if sizes[topic]]
    place = np.zeros(len(fit.terms), dtype=np.int64)
    place[order] = np.arange(len(order))
    return Fit(place[fit.topic], fit.weight, [fit.terms[topic] for topic in order])
