"""Topics held against codes: what the words group, and what people marked."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from interviews.topics.corpus import Corpus

# A topic and a code belong together where the code is in a tenth of the topic's turns, and at least half more often
# than in all turns.
LEAST_SHARE = 0.1
LEAST_LIFT = 1.5


@dataclass(frozen=True, slots=True)
class Gaps:
    """Where topics and codes do not meet."""

    codes: tuple[str, ...]
    """Codes that were given in these turns, but that no topic gathers."""
    topics: tuple[int, ...]
    """Topics to which no code belongs: perhaps a theme the codebook does not have."""


def carried(corpus: Corpus, codings: pd.DataFrame, by: str) -> pd.DataFrame:
    """Units x codes, True where a coding shares a character with the unit; codes in the order of the table."""
    values = codings[by].astype("category")
    names = list(values.cat.categories)
    marks = np.zeros((len(corpus), len(names)), dtype=bool)
    place = _by_transcript(corpus)
    rows = zip(*(codings[name].tolist() for name in ("transcript", "start", "end")), values.cat.codes, strict=True)
    for transcript, start, end, code in rows:
        if transcript in place:
            first, starts, ends = place[transcript]
            low = int(np.searchsorted(ends, start, side="right"))
            marks[first + low : first + int(np.searchsorted(starts, end, side="left")), code] = True
    return pd.DataFrame(marks, columns=pd.Index(names, name=by))


def shares(marks: pd.DataFrame, topic: NDArray[np.int64]) -> pd.DataFrame:
    """Topics x codes: the share of a topic's units that carry the code."""
    table = marks.astype(float).groupby(topic).mean()
    table.index.name = "topic"
    return table


def find_gaps(marks: pd.DataFrame, topic: NDArray[np.int64]) -> Gaps:
    """Codes without a topic and topics without a code."""
    table = shares(marks, topic)
    belongs = (table >= LEAST_SHARE) & (table >= LEAST_LIFT * marks.mean())
    return Gaps(
        tuple(str(code) for code in table.columns[marks.any() & ~belongs.any(axis=0)]),
        tuple(int(number) for number in table.index[~belongs.any(axis=1)]),
    )


def _by_transcript(corpus: Corpus) -> dict[str, tuple[int, NDArray[np.int64], NDArray[np.int64]]]:
    """For each transcript its first unit, and where its units start and end."""
    found: dict[str, list[int]] = {}
    for index, unit in enumerate(corpus.units):
        found.setdefault(unit.transcript, []).append(index)
    return {
        name: (
            indices[0],
            np.array([corpus.units[i].span.start for i in indices], dtype=np.int64),
            np.array([corpus.units[i].span.end for i in indices], dtype=np.int64),
        )
        for name, indices in found.items()
    }
