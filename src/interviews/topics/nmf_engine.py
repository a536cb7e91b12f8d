"""Topics by non-negative matrix factorization: the same for every seed, and quick."""

import numpy as np

from interviews.topics.corpus import Corpus
from interviews.topics.engine import TOP_WORDS, Fit, Floats, neighbourhood

# A word that weighs less than this share of the topic's heaviest is only there to fill the list.
LEAST_WEIGHT = 0.05


class NmfEngine:
    """TF-IDF of lemmas, smoothed with the neighbouring turns, factorized from a fixed start (nndsvd)."""

    def fit(self, corpus: Corpus, n_topics: int, seed: int) -> Fit:
        """A unit's weight is the share of its own topic among all topics in it."""
        from sklearn.decomposition import NMF
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectorizer = TfidfVectorizer(analyzer=list, sublinear_tf=True)
        counted = vectorizer.fit_transform([unit.terms for unit in corpus.units])
        smoothed = neighbourhood(corpus) @ counted
        model = NMF(n_topics, init="nndsvd", max_iter=600, tol=1e-4, random_state=seed)
        loads = model.fit_transform(smoothed)
        names = vectorizer.get_feature_names_out()
        terms = [[str(names[i]) for i in _heaviest(row)] for row in model.components_]
        # Topics are compared on one scale: each has its whole weight in its words, not in its units.
        loads = loads * model.components_.sum(axis=1)
        total = loads.sum(axis=1)
        best = loads.argmax(axis=1)
        weight = loads[np.arange(len(loads)), best] / np.where(total > 0, total, 1.0)
        return Fit(best.astype(np.int64), weight, terms)


def _heaviest(weights: Floats) -> list[int]:
    """The places of up to ten heaviest words, heaviest first."""
    order = np.argsort(-weights, kind="stable")[:TOP_WORDS]
    return [int(place) for place in order if weights[place] > LEAST_WEIGHT * weights[order[0]]]
