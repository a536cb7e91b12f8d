"""The order in which codings stand: by transcript and position."""

import numpy as np
from numpy.typing import NDArray

from interviews.model import CodingColumns, Names, Talk


def by_place(codings: CodingColumns, place: NDArray[np.int64], talk: Talk) -> NDArray[np.int64]:
    """Rows by name of the transcript, start, end, code, coder and id; `place` is the row of each one's transcript."""
    if not len(codings):
        return place
    name = _alphabetical(Names(talk.names, place))
    coder = _alphabetical(codings.coder)
    first = name * (int(codings.end.max()) + 1) + codings.start
    last = _alphabetical(codings.code) * (int(coder.max()) + 1) + coder
    order = np.lexsort((last, codings.end, first))
    alike = [np.diff(key[order]) == 0 for key in (first, codings.end, last)]
    same = np.logical_and.reduce(alike)
    # Ids are long: only those of codings that nothing else tells apart are looked at.
    tied = np.flatnonzero(np.append(same, False) | np.append(False, same))
    if len(tied):
        rows = order[tied]
        order[tied] = rows[np.lexsort((codings.id[rows], last[rows], codings.end[rows], first[rows]))]
    return order


def _alphabetical(column: Names) -> NDArray[np.int64]:
    return column.named(sorted(set(column.names))).numbers.astype(np.int64)
