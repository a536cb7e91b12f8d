"""How closely two codes go together: their overlaps, set against how often each occurs."""

import numpy as np
import pandas as pd

from interviews.exploration.intervals import Whole, merge, overlapping_pairs


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
    left, right = overlapping_pairs(transcript, start, end)
    meeting = _meeting(np.append(left, right), code[np.append(right, left)], code, len(names))
    both = np.minimum(meeting, meeting.T)
    number = np.bincount(code, minlength=len(names))
    np.fill_diagonal(both, number)
    index = pd.Index(names, name="code")
    return pd.DataFrame(both / (number[:, None] + number[None, :] - both), index=index, columns=index)


def _meeting(passage: Whole, other: Whole, code: Whole, size: int) -> Whole:
    """How many passages of one code meet at least one of another, code by code."""
    met = np.unique(passage * max(size, 1) + other)
    passage, other = np.divmod(met, max(size, 1))
    cells = np.bincount(code[passage] * size + other, minlength=size * size)
    return np.asarray(cells.reshape(size, size), dtype=np.int64)
