"""Which codes meet in the same words."""

import numpy as np
import pandas as pd

from interviews.exploration.counts.intervals import merge, pairs_in_parts


def cooccurrence(frame: pd.DataFrame) -> pd.DataFrame:
    """How often passages of two codes overlap, code by code, symmetric.

    Overlapping codings of one code, by whichever coder, are one passage, so that two coders who agree do not count
    twice. A cell is the number of pairs of passages of one transcript that share at least one character; the diagonal
    is the number of passages of the code. Codes that do not occur are left out. Needed are the columns `transcript`,
    `start`, `end` and `code`.
    """
    codes = frame["code"].astype("category").cat.remove_unused_categories()
    names = list(codes.cat.categories)
    code = codes.cat.codes.to_numpy(np.int64)
    transcript = frame["transcript"].astype("category").cat.codes.to_numpy(np.int64)
    group, start, end = merge(
        transcript * max(len(names), 1) + code, frame["start"].to_numpy(np.int64), frame["end"].to_numpy(np.int64)
    )
    transcript, code = np.divmod(group, max(len(names), 1))
    matrix = np.zeros((len(names), len(names)), dtype=np.int64)
    for left, right in pairs_in_parts(transcript, start, end):
        cell = code[left] * len(names) + code[right]
        matrix += np.bincount(cell, minlength=matrix.size).reshape(matrix.shape)
    matrix = matrix + matrix.T
    matrix[np.diag_indices(len(names))] = np.bincount(code, minlength=len(names))
    return pd.DataFrame(matrix, index=pd.Index(names, name="code"), columns=pd.Index(names, name="code"))
