"""How closely two codes go together: their overlaps, set against how often each occurs."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from interviews.exploration.counts.intervals import Whole, merge


def closeness(frame: pd.DataFrame) -> pd.DataFrame:
    """The coefficient c = n12 / (n1 + n2 - n12) of each two codes, from 0 for never to 1 for always together.

    Passages are counted as in `cooccurrence`: overlapping codings of one code are one. n1 and n2 are the passages of
    either code, n12 those of the one code that meet the other; since one long passage can meet many short ones, of the
    two possible counts the smaller is taken, so that c never exceeds 1. The diagonal is 1. Needed are the columns
    `transcript`, `start`, `end` and `code`.
    """
    codes = frame["code"].astype("category").cat.remove_unused_categories()
    names = list(codes.cat.categories)
    size = max(len(names), 1)
    transcript = pd.factorize(frame["transcript"])[0].astype(np.int64)
    group, start, end = merge(
        transcript * size + codes.cat.codes.to_numpy(np.int64),
        frame["start"].to_numpy(np.int64),
        frame["end"].to_numpy(np.int64),
    )
    transcript, code = np.divmod(group, size)
    meeting = _meeting(transcript, start, end, code, len(names))
    both = np.minimum(meeting, meeting.T)
    number = np.bincount(code, minlength=len(names))
    np.fill_diagonal(both, number)
    index = pd.Index(names, name="code")
    return pd.DataFrame(both / (number[:, None] + number[None, :] - both), index=index, columns=index)


def _meeting(transcript: Whole, start: Whole, end: Whole, code: Whole, size: int) -> Whole:
    """How many passages of one code meet at least one of another, code by code.

    Those that meet a passage are all that begin before its end, less those that end before its beginning; where these
    two stand in the order of beginnings and of ends is looked up once, and then counted for every code.
    """
    shift = transcript * (int(end.max(initial=0)) + 1)
    starts, ends = start + shift, end + shift
    by_start, by_end = np.argsort(starts, kind="stable"), np.argsort(ends, kind="stable")
    begun = np.searchsorted(starts[by_start], ends, side="left")
    over = np.searchsorted(ends[by_end], starts, side="right")
    table = np.zeros((size, size), dtype=np.int64)
    for other in range(size):
        met = _counted(code[by_start] == other)[begun] > _counted(code[by_end] == other)[over]
        table[:, other] = np.bincount(code[met], minlength=size)
    return table


def _counted(marked: NDArray[np.bool_]) -> NDArray[np.int32]:
    """How many are marked before each place."""
    return np.concatenate([[0], np.cumsum(marked, dtype=np.int32)]).astype(np.int32)
