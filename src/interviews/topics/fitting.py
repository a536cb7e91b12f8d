"""Fitting topics to interviews."""

import math
from collections.abc import Sequence
from typing import Literal

from interviews.errors import MisuseError
from interviews.model import Role, Transcript
from interviews.topics.bertopic_engine import BertopicEngine
from interviews.topics.corpus import build_corpus
from interviews.topics.engine import Engine, by_size
from interviews.topics.nmf_engine import NmfEngine
from interviews.topics.result import Topics

_ENGINES: dict[str, Engine] = {"bertopic": BertopicEngine(), "nmf": NmfEngine()}
FEWEST_TOPICS, MOST_TOPICS = 3, 20


def fit_topics(
    transcripts: Sequence[Transcript],
    *,
    n_topics: int | None = None,
    seed: int = 1,
    engine: Literal["bertopic", "nmf"] = "bertopic",
    min_words: int = 8,
    roles: Sequence[Role] = (Role.INTERVIEWEE,),
) -> Topics:
    """Topics of what was said in anonymized transcripts; a unit is a turn of one of `roles`.

    Without `n_topics` there are half the square root of the number of turns, at least 3 and at most 20: 5 for 100
    turns, 20 for 1,600 and more. A topic that no turn fits best is left out. The same transcripts and
    seed give the same topics.

    Raises MisuseError for transcripts that are not anonymized, for fewer than 20 turns, and for an impossible number
    of topics; MissingExtraError for `bertopic` where it is not installed.
    """
    if engine not in _ENGINES:
        raise MisuseError(f"there is no topic engine {engine!r}; possible are: {', '.join(_ENGINES)}")
    corpus = build_corpus(transcripts, min_words=min_words, roles=roles)
    number = default_number(len(corpus)) if n_topics is None else n_topics
    if not 2 <= number <= len(corpus) // 2:
        raise MisuseError(f"{number} topics cannot be fitted to {len(corpus)} turns: choose 2 to {len(corpus) // 2}")
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):  # several threads add up in an order that changes from run to run
        fit = _ENGINES[engine].fit(corpus, number, seed)
    return Topics(corpus, by_size(fit), engine)


def default_number(units: int) -> int:
    """How many topics so many units are given."""
    return min(max(round(math.sqrt(units) / 2), FEWEST_TOPICS), MOST_TOPICS)
