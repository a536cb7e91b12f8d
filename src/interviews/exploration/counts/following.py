"""Which code comes after which: how often passages of one are followed by passages of another within a few turns."""

import numpy as np
import pandas as pd

from interviews.errors import MisuseError
from interviews.exploration.counts.intervals import merge
from interviews.exploration.naming import require
from interviews.exploration.queries.passages import Passages


def following(frame: pd.DataFrame, turns: int = 3, by: str = "theme") -> pd.DataFrame:
    """How many passages of the code in a row are followed by one of the code in a column within so many turns.

    Overlapping codings of one code are one passage, which stands with its first turn. A passage follows where it
    begins at or after the end of the other, in the same transcript; within 0 turns means in the same one. `by` is
    `theme` or `code`. Needed are the columns `transcript`, `start`, `end`, `turn` and `by`.
    """
    require("kind of code", by, ("theme", "code"))
    if turns < 0:
        raise MisuseError("A number of turns is 0 or more.")
    codes = frame[by].astype("category").cat.remove_unused_categories()
    names = list(codes.cat.categories)
    passages, code = _passages(frame, codes.cat.codes.to_numpy(np.int64), max(len(names), 1))
    table = np.zeros((len(names), len(names)), dtype=np.int64)
    for column in range(len(names)):
        followed = passages.followed(code == column, turns=turns)
        table[:, column] = np.bincount(code[followed], minlength=len(names))
    return pd.DataFrame(table, index=pd.Index(names, name=by), columns=pd.Index(names, name="followed by"))


def _passages(frame: pd.DataFrame, code: np.ndarray, size: int) -> tuple[Passages, np.ndarray]:
    """Passages with their turn, and the code of each."""
    transcript = pd.factorize(frame["transcript"])[0].astype(np.int64)
    begin, finish = frame["start"].to_numpy(np.int64), frame["end"].to_numpy(np.int64)
    turn = frame["turn"].astype("Float64").fillna(-1).to_numpy(float).astype(np.int64)
    kind = transcript * size + code
    group, start, end = merge(kind, begin, finish)
    wide = int(finish.max(initial=0)) + 1
    passage = np.searchsorted(group * wide + start, kind * wide + begin, side="right") - 1
    first = np.full(len(group), np.iinfo(np.int64).max)
    np.minimum.at(first, passage[turn >= 0], turn[turn >= 0])
    known = np.where(first < np.iinfo(np.int64).max, first, -1)
    return Passages(group // size, start, end, known), group % size
