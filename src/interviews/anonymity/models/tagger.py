"""A small tagger that tells from a word's traits whether it identifies: logistic regression, as plain figures."""

import base64
import random
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interviews.anonymity.finders.page import Finding, Page, Word
from interviews.anonymity.mention import EntityType
from interviews.anonymity.models.traits import VERSION, Group, may_be_name, traits_of

OUTSIDE = "O"
LEARNED = frozenset({EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR, EntityType.OCC})
"""What a context tells; numbers, dates and contacts have patterns."""
_RARE = 2
_STRENGTH = 0.3
_MOST_STEPS = 60
# A nickname may be an ordinary word, whose letters are a trait: the context must do without it half of the time.
_DROPPED = 0.5
_WEIGHT_TOO_SMALL = 0.02
_WITHIN = frozenset(" -.&/'")
# How probable a word with a capital must be to be of the name beside it, and where that is a person's.
_BESIDE = {False: 0.02, True: 0.1}
# The same of a small word between two of one name, and how many of these there may be.
_WITHIN_A_NAME = 0.1
_MOST_WITHIN = 3

Traits = Sequence[Sequence[Group]]


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """A weight for every trait and type. The traits come from a study's texts: keep them in the vault."""

    types: tuple[str, ...]
    traits: Mapping[str, int] = field(repr=False)
    weights: NDArray[np.float32] = field(repr=False)
    """A row a trait, a column a type."""
    threshold: float = 0.5
    """From which probability on a word is proposed."""
    reason: str = ""

    def __call__(self, page: Page) -> Iterator[Finding]:
        """What the tagger proposes on a page; neighbours of one type are one finding, as sure as its surest word."""
        yield from self.above(self.threshold, page, self.probabilities(traits_of(page)))

    def probabilities(self, words: Traits) -> NDArray[np.float64]:
        """How probable each type is for each word, a row a word; 0 throughout for a word without traits."""
        found = np.zeros((len(words), len(self.types)))
        told = [at for at, groups in enumerate(words) if groups]
        if told:
            numbers: dict[Group, int] = {}
            of_words = [numbers.setdefault(group, len(numbers)) for at in told for group in words[at]]
            starts = np.cumsum([0, *(len(words[at]) for at in told[:-1])])
            weights = np.zeros((len(numbers), len(self.types)))
            for number, group in enumerate(numbers):
                if known := [self.traits[trait] for trait in group if trait in self.traits]:
                    weights[number] = self.weights.take(known, axis=0).sum(axis=0)
            sums = np.add.reduceat(weights[of_words], starts)
            odds = np.exp(sums - sums.max(axis=1, keepdims=True))
            found[told] = odds / odds.sum(axis=1, keepdims=True)
        return found

    def above(self, threshold: float, page: Page, probabilities: NDArray[np.float64]) -> Iterator[Finding]:
        """The findings on a page whose words are at least so probable to be of any type; each is of its likeliest.

        Right beside such a word less is enough, since a half of a name gives away the whole.
        """
        likely = probabilities[:, self._columns]
        scores = likely.sum(axis=1)
        kept = [int(at) for at in np.flatnonzero(scores >= threshold)]
        sums: dict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(self._columns)))
        for at in kept:
            sums[_base(page.words[at])] += likely[at]
        found = [""] * len(page.words)
        for at in kept:  # a word is of one type all over a page
            found[at] = self.types[self._columns[int(sums[_base(page.words[at])].argmax())]]
        found = _with_neighbours(page, found, scores)
        for at, last in _runs(page, found):
            span = page.words[at].start, page.words[last].end
            score = min(1.0, round(float(scores[at : last + 1].max()), 3))
            yield Finding(*span, EntityType(found[at]), "learned", self.reason, score)

    def likelihoods(self, probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
        """How probable it is for each word that it identifies, whatever its type."""
        likely: NDArray[np.float64] = probabilities[:, self._columns].sum(axis=1)
        return likely

    @property
    def _columns(self) -> list[int]:
        return [at for at, type_ in enumerate(self.types) if type_ != OUTSIDE]


def train(texts: Sequence[tuple[Traits, Sequence[str]]], seed: int = 1) -> Tagger:
    """A tagger from words' traits and their types (`O` for words that identify nobody). The same seed, the same tagger.

    Raises ValueError where all words are of one type.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    chance = random.Random(seed)
    told = [(groups, type_) for words, kinds in texts for groups, type_ in zip(words, kinds, strict=True) if groups]
    types = [type_ for _, type_ in told]
    if len(set(types)) < 2:
        raise ValueError("all words are of one type: there is nothing to tell apart")
    words = [_without_some(chain.from_iterable(groups), chance) for groups, _ in told]
    counts = Counter(trait for traits in words for trait in traits)
    traits = {trait: at for at, trait in enumerate(sorted(trait for trait in counts if counts[trait] >= _RARE))}
    model = LogisticRegression(C=_STRENGTH, fit_intercept=False, max_iter=_MOST_STEPS, tol=1e-3)
    with threadpool_limits(1), warnings.catch_warnings():  # several threads add up in an order that changes
        warnings.simplefilter("ignore", ConvergenceWarning)  # further steps take long and change little
        model.fit(_matrix(words, traits), types)
    return _tagger(model, traits)


def tagger_record(tagger: Tagger) -> dict[str, Any]:
    """A tagger as JSON: words and figures, nothing that could be run."""
    return {
        "version": VERSION,
        "types": list(tagger.types),
        "traits": list(tagger.traits),
        "weights": base64.b64encode(tagger.weights.astype("<f4").tobytes()).decode("ascii"),
        "threshold": tagger.threshold,
        "reason": tagger.reason,
    }


def tagger_from(record: Mapping[str, Any]) -> Tagger | None:
    """The tagger that `tagger_record` wrote; None where its traits are those of another version."""
    if record["version"] != VERSION:
        return None
    shape = len(record["traits"]), len(record["types"])
    weights = np.frombuffer(base64.b64decode(record["weights"]), "<f4").reshape(shape)
    traits = {trait: at for at, trait in enumerate(record["traits"])}
    return Tagger(tuple(record["types"]), traits, weights, float(record["threshold"]), str(record["reason"]))


def _without_some(traits: Iterable[str], chance: random.Random) -> list[str]:
    dropped = chance.random() < _DROPPED
    return [trait for trait in traits if not (dropped and trait.startswith("word "))]


def _matrix(words: Sequence[Sequence[str]], traits: Mapping[str, int]) -> Any:
    from scipy.sparse import csr_matrix

    known = [sorted({traits[trait] for trait in word if trait in traits}) for word in words]
    ends = np.cumsum([0, *map(len, known)])
    columns = np.fromiter((at for word in known for at in word), dtype=np.int32, count=int(ends[-1]))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(words), len(traits)))


def _tagger(model: Any, traits: Mapping[str, int]) -> Tagger:
    weights = model.coef_.T
    if weights.shape[1] == 1:  # of two types the model says the odds of the second
        weights = np.hstack([np.zeros_like(weights), weights])
    every = np.flatnonzero(np.abs(weights).max(axis=1) >= _WEIGHT_TOO_SMALL)
    names = list(traits)
    kept = {names[at]: number for number, at in enumerate(every)}
    return Tagger(tuple(model.classes_), kept, weights[every].astype("<f4"))


def _base(word: Word) -> str:
    return word.folded.rstrip("'").removesuffix("s")


def _with_neighbours(page: Page, types: Sequence[str], scores: NDArray[np.float64]) -> list[str]:
    """The types, with those of words beside that blanks or hyphens alone set apart."""
    grown = list(types)

    def grow(at: int, beside: int) -> None:
        if grown[beside] and not grown[at] and _is_beside(page, min(at, beside)):
            word, type_ = page.words[at], grown[beside]
            by_name = type_ == EntityType.PER or word.initial  # the capital of a sentence's first word says nothing
            belongs = may_be_name(word.text, page.language) if by_name else word.capital
            grown[at] = type_ if belongs and scores[at] >= _BESIDE[type_ == EntityType.PER] else ""

    for at in range(1, len(grown)):
        grow(at, at - 1)
    for at in range(len(grown) - 2, -1, -1):
        grow(at, at + 1)
    for at in range(1, len(grown) - 1):  # small words within a name: Haus der kleinen Strolche
        if grown[at - 1] and not grown[at] and _is_beside(page, at - 1) and scores[at] >= _WITHIN_A_NAME:
            end = at + 1
            while end < min(at + _MOST_WITHIN, len(grown) - 1) and not grown[end] and scores[end] >= _WITHIN_A_NAME:
                end += 1
            if grown[end] == grown[at - 1] and all(_is_beside(page, gap) for gap in range(at, end)):
                grown[at:end] = [grown[end]] * (end - at)
    return grown


def _is_beside(page: Page, gap: int) -> bool:
    return page.gap(gap) in (" ", "-") and not page.words[gap + 1].initial


def _runs(page: Page, types: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last words of neighbours of one type."""
    at = 0
    while at < len(types):
        last = at
        while last + 1 < len(types) and types[last + 1] == types[at] and _go_on(page, last):
            last += 1
        if types[at]:
            yield at, last
        at = last + 1


def _go_on(page: Page, at: int) -> bool:
    """Whether a word and the next one may be of one name: no sentence ends between them."""
    return not page.words[at + 1].initial and set(page.gap(at)) <= _WITHIN
