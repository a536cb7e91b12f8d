"""Words that mark one set of passages against the rest, and the passages that hold most of them.

Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words", eq. 16 and
22); passages are picked by maximal marginal relevance (Carbonell and Goldstein 1998).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import log, sqrt

# The prior weighs as much as this many words: more of them hold rare words back, fewer let chance speak.
PRIOR_WORDS = 100.0
# How much a passage's own weight counts against its likeness to those already picked: at a half, a repetition of the
# best one is worth nothing.
RELEVANCE = 0.5
# Below this length a passage gains nothing by being shorter: a lone "Ja, die Miete" is no summary.
SHORT = 12
# A word of fewer letters marks nothing.
LETTERS = 3

_WORD = re.compile(r"[^\W\d_]+(?:[*:_-][^\W\d_]+)*")


@lru_cache(maxsize=50_000)
def words_of(text: str, language: str | None = None) -> tuple[str, ...]:
    """The telling words of a text in lower case, as lemmas where `language` is one that simplemma knows."""
    empty = _function_words()
    lemmas = (_lemma(word, language) for word in _WORD.findall(text) if len(word) >= LETTERS)
    return tuple(word for word in lemmas if word not in empty)


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    """Words like "und", of all our languages: in a study of several they would mark nothing but the language."""
    from spacy.lang.de.stop_words import STOP_WORDS as GERMAN
    from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
    from spacy.lang.pl.stop_words import STOP_WORDS as POLISH

    return frozenset(word.casefold() for word in (*GERMAN, *ENGLISH, *POLISH))


@lru_cache(maxsize=100_000)
def _lemma(word: str, language: str | None) -> str:
    if language is None:
        return word.casefold()
    import simplemma  # loads a dictionary for every language

    try:
        return str(simplemma.lemmatize(word, lang=language)).casefold()
    except ValueError:  # a language it has no dictionary for
        return word.casefold()


def weigh(inside: Mapping[str, int], outside: Mapping[str, int], prior: float = PRIOR_WORDS) -> dict[str, float]:
    """The z-score of the log-odds of every word of `inside`, positive where the word marks it.

    Empty where one side has no words.
    """
    return _weigh(inside, outside, sum(outside.values()), prior)


def _weigh(inside: Mapping[str, int], outside: Mapping[str, int], n_out: int, prior: float) -> dict[str, float]:
    """`weigh` where of the outside, with so many words, only those that are inside too are counted singly."""
    n_in = sum(inside.values())
    if not n_in or not n_out:
        return {}
    weights = {}
    for word, y_in in sorted(inside.items()):
        y_out = outside.get(word, 0)
        alpha = prior * (y_in + y_out) / (n_in + n_out)
        odds_in = (y_in + alpha) / (n_in + prior - y_in - alpha)
        odds_out = (y_out + alpha) / (n_out + prior - y_out - alpha)
        spread = sqrt(1 / (y_in + alpha) + 1 / (y_out + alpha))
        weights[word] = (log(odds_in) - log(odds_out)) / spread
    return weights


def contrast_words(inside: Sequence[str], outside: Sequence[str], language: str | None = None) -> dict[str, float]:
    """`weigh` over texts; where there is nothing to set `inside` against, its words weigh by how often they occur."""
    here = _count(inside, language)
    return weigh(here, _count(outside, language)) or _by_frequency(here)


def contrast_groups(
    groups: Mapping[tuple[str, str], Sequence[str]], language: str | None = None
) -> dict[tuple[str, str], dict[str, float]]:
    """`contrast_words` of every group of texts against all the others together."""
    counts = {key: _count(texts, language) for key, texts in groups.items()}
    whole: Counter[str] = Counter()
    for count in counts.values():
        whole.update(count)
    n_whole = whole.total()
    weights = {}
    for key, count in counts.items():
        outside = {word: whole[word] - here for word, here in count.items()}
        weights[key] = _weigh(count, outside, n_whole - count.total(), PRIOR_WORDS) or _by_frequency(count)
    return weights


def _count(texts: Iterable[str], language: str | None) -> Counter[str]:
    return Counter(chain.from_iterable(words_of(text, language) for text in texts))


def _by_frequency(count: Counter[str]) -> dict[str, float]:
    return {word: float(n) for word, n in count.items()}


def pick(texts: Sequence[str], weights: Mapping[str, float], n: int, language: str | None = None) -> list[int]:
    """Positions of up to `n` texts that weigh most and repeat one another least, best first."""
    bags = [{word for word in words_of(text, language) if weights.get(word, 0) > 0} for text in texts]
    whole = [_weight(bag, weights) for bag in bags]
    scores = [weight / max(len(text.split()), SHORT) ** 0.5 for weight, text in zip(whole, texts, strict=True)]
    top = max(scores, default=0.0) or 1.0
    rest, likeness = dict.fromkeys(range(len(texts))), [0.0] * len(texts)
    picked: list[int] = []
    while rest and len(picked) < n:
        best = max(rest, key=lambda i: (RELEVANCE * scores[i] / top - (1 - RELEVANCE) * likeness[i], -i))
        picked.append(best)
        del rest[best]
        for i in rest:
            shared = _weight(bags[i] & bags[best], weights)
            if shared:  # weighted Jaccard: the shared weight over all the weight
                likeness[i] = max(likeness[i], shared / (whole[i] + whole[best] - shared))
    return picked


def top_words(weights: Mapping[str, float], n: int, least: float = 0.0) -> tuple[str, ...]:
    """The up to `n` words that mark the passages most, each weighing more than `least`."""
    ranked = sorted((-weight, word) for word, weight in weights.items() if weight > least)
    return tuple(word for _, word in ranked[:n])


def _weight(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """The weight of words together, added in a fixed order, since the order tells in the last digit."""
    return sum(weights[word] for word in sorted(words))
