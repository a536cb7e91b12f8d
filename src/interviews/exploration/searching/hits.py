"""Places found by a search, in arrays: a million of them take no longer than one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from interviews.exploration.views.speeches import Numbers


@dataclass(frozen=True, slots=True)
class Hits:
    """Transcripts by number, speeches by number within them (0 where there are no turns), positions in the text."""

    document: Numbers
    speech: Numbers
    start: Numbers
    end: Numbers

    def __len__(self) -> int:
        return len(self.start)

    def take(self, rows: NDArray[np.bool_] | Numbers | slice) -> "Hits":
        """Only some of them."""
        return Hits(self.document[rows], self.speech[rows], self.start[rows], self.end[rows])

    def in_order(self) -> "Hits":
        """By transcript and position."""
        return self.take(np.lexsort((self.end, self.start, self.document)))

    def crowded(self) -> Numbers:
        """The transcripts in which two of them, in order, share a character."""
        same = self.document[1:] == self.document[:-1]
        return np.unique(self.document[1:][same & (self.start[1:] < self.end[:-1])])


def join(parts: Sequence[Hits]) -> Hits:
    """All of them, one part after another."""
    columns = ("document", "speech", "start", "end")
    empty = np.zeros(0, dtype=np.int64)
    return Hits(*(np.concatenate([empty, *(getattr(part, name) for part in parts)]) for name in columns))
