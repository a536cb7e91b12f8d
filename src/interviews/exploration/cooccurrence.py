"""Which codes meet in the same words."""

import numpy as np
import pandas as pd

from interviews.exploration.intervals import merge, overlapping_pairs


def cooccurrence(frame: pd.DataFrame) -> pd.DataFrame:
    """How often passages of two codes overlap, code by code, symmetric.

    Overlapping codings of one code, by whichever coder, are one passage, so that two coders who agree do not count
    twice. A cell is the number of pairs of passages of one transcript that share at least one character; the diagonal
    is the number of passages of the code. Codes that do not occur are left out.
    """
    codes = frame["code"].astype("category").cat.remove_unused_categories()
    names = list(codes.cat.categories)
    code = codes.cat.codes.to_numpy(np.int64)
    transcript, _ = pd.factorize(frame["transcript"])
    group, start, end = merge(
        transcript * max(len(names), 1) + code, frame["start"].to_numpy(np.int64), frame["end"].to_numpy(np.int64)
    )
    transcript, code = np.divmod(group, max(len(names), 1))
    left, right = overlapping_pairs(transcript, start, end)
    matrix = np.zeros((len(names), len(names)), dtype=np.int64)
    np.add.at(matrix, (code[left], code[right]), 1)
    matrix = matrix + matrix.T
    matrix[np.diag_indices(len(names))] = np.bincount(code, minlength=len(names))
    return pd.DataFrame(matrix, index=pd.Index(names, name="code"), columns=pd.Index(names, name="code"))
