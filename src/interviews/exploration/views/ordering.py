"""The order in which codings stand: by transcript and position."""

import numpy as np
from numpy.typing import NDArray

from interviews.exploration.counts.intervals import order_by
from interviews.model import CodingColumns, Names, Talk


def by_place(codings: CodingColumns, place: NDArray[np.int64], talk: Talk) -> NDArray[np.int64]:
    """Rows by name of the transcript, start, end, code, coder and id; `place` is the row of each one's transcript."""
    if not len(codings):
        return place
    name = _alphabetical(Names(talk.names, place))
    keys = (name, codings.start, codings.end, _alphabetical(codings.code), _alphabetical(codings.coder))
    order = order_by(*keys)
    same = np.logical_and.reduce([np.diff(key[order]) == 0 for key in keys])
    # Ids are long: only those of codings that nothing else tells apart are looked at.
    tied = np.flatnonzero(np.append(same, False) | np.append(False, same))
    if len(tied):
        rows = order[tied]
        order[tied] = rows[np.lexsort((codings.id[rows], *(key[rows] for key in keys[::-1])))]
    return order


def _alphabetical(column: Names) -> NDArray[np.int64]:
    return column.named(sorted(set(column.names))).numbers.astype(np.int64)
