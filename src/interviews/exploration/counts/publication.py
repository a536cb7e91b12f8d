"""A table of counts for publication: small cells are hidden, so that they cannot be worked out from the totals either.

Primary and complementary suppression as statistical offices do it (Hundepool et al. 2012, "Statistical Disclosure
Control", chapter 4), with the feasibility audit of two-way tables by linear programming.
"""

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from interviews.errors import MisuseError
from interviews.exploration.counts.auditing import Counts, Hidden, is_exact
from interviews.exploration.counts.crosstab import ALL, crosstab
from interviews.exploration.pictures.heat_maps import draw_crosstab

if TYPE_CHECKING:
    import altair

LEAST = 3
COMPLEMENT = "×"


@dataclass(frozen=True, slots=True, repr=False)
class Published:
    """A table of counts whose small cells are hidden; says what was done."""

    frame: pd.DataFrame
    k: int
    small: int
    """How many cells count fewer than k participants."""
    hidden: int
    """How many more had to be hidden, since the small ones could have been worked out from them."""
    values: str = "codings"
    """What is counted: codings or participants."""

    def table(self) -> pd.DataFrame:
        """Numbers, `<k` for a small cell, `×` for one that is hidden to protect another."""
        return self.frame.copy()

    @property
    def note(self) -> str:
        """What was done, in sentences: to be printed below the table."""
        if not self.small:
            return f"No cell counts fewer than {self.k} different participants; nothing is hidden."
        return (
            f"<{self.k}: fewer than {self.k} different participants ({self.small} cells). {COMPLEMENT}: hidden, since "
            f"with it a small cell could be worked out from the totals ({self.hidden} cells). 0 is shown as it is."
        )

    def chart(self, language: str = "de") -> "altair.LayerChart":
        """The table as a heat map, with the marks of hidden cells on grey and without the totals."""
        return draw_crosstab(self.frame, values=self.values, language=language)

    def __repr__(self) -> str:
        return f"{self.frame.to_string()}\n{self.note}"

    def _repr_html_(self) -> str:
        return f"{self.frame.to_html(escape=True)}<p>{escape(self.note)}</p>"


def publish_crosstab(
    frame: pd.DataFrame, rows: str = "theme", columns: str = "case", *, k: int = LEAST, values: str = "codings"
) -> Published:
    """Codings or participants, `rows` by `columns`, with totals; cells of fewer than k different participants hidden.

    Codings of nobody who is known as a participant count, but for no person. A table of themes and one of their codes
    published side by side are two tables to an attacker: hide in one what is hidden in the other. Raises MisuseError
    for k below 3, where the mark would tell the number, for other `values`, and for a table by person.
    """
    if k < 3 or values not in ("codings", "participants"):
        raise MisuseError("A table is published with k of 3 or more, and counts codings or participants.")
    if {"participant", "speaker", "transcript"} & {rows, columns}:
        raise MisuseError(
            "A table by person or transcript tells of each one by itself: publish one by case or attribute."
        )
    counted = crosstab(frame, rows, columns, margins=True)
    people = _people(frame, counted, rows, columns)
    numbers = counted.to_numpy() if values == "codings" else people
    # Where there are codings but none of a known participant, a person could still be told: that is small, too.
    small = (counted.to_numpy() > 0) & (people < k)
    counts = Counts(numbers.astype(np.int64), k if values == "participants" else None)
    hidden = hide(counts, small, people)
    shown = counted.astype(object)
    shown[:] = np.where(small, f"<{k}", np.where(hidden, COMPLEMENT, numbers.astype(object)))
    return Published(shown, k, int(small.sum()), int((hidden & ~small).sum()), values)


def hide(counts: Counts, small: Hidden, people: NDArray[np.int64]) -> Hidden:
    """The small cells, and as few others as a simple search finds, until no small cell can be worked out."""
    hidden = small.copy()
    for row, column in np.argwhere(small).tolist():
        # What is hidden later leaves more possible: a cell that is safe now stays so.
        while is_exact(counts, small, hidden, (row, column)):
            chosen = _cheapest(counts, hidden, people, (row, column))
            if chosen is None:
                return hidden
            hidden[chosen] = True
    return hidden


def _cheapest(
    counts: Counts, hidden: Hidden, people: NDArray[np.int64], cell: tuple[int, int]
) -> tuple[int, int] | None:
    """The cell whose hiding costs least: no total, one that two lines need, of few people.

    A line needs one where a single cell of it is hidden, for that is what the others leave of the total; if none is so,
    the lines of the cell that can be worked out.
    """
    across = hidden.sum(axis=1) * counts.adds_up_across
    down = hidden.sum(axis=0) * counts.adds_up_down
    here = np.zeros_like(hidden)
    here[cell[0], :] |= counts.adds_up_across
    here[:, cell[1]] |= counts.adds_up_down
    lonely = (across == 1)[:, None].astype(int) + (down == 1)[None, :]
    for needs in (lonely, here.astype(int), np.ones_like(lonely)):
        free = np.argwhere(~hidden & (counts.numbers > 0) & (needs > 0))
        if len(free):
            is_total = (free == np.array(hidden.shape) - 1).any(axis=1)
            at = tuple(free.T)
            best = np.lexsort((free[:, 1], free[:, 0], people[at], -needs[at], is_total))[0]
            return int(free[best, 0]), int(free[best, 1])
    return None


def _people(frame: pd.DataFrame, counted: pd.DataFrame, rows: str, columns: str) -> NDArray[np.int64]:
    """Different participants in every cell of a table with margins."""
    known = frame.loc[frame["participant"].notna(), [rows, columns, "participant"]].astype(object)
    known = known.where(known.notna(), "(none)").drop_duplicates()
    everything = [
        known,
        known.assign(**{columns: ALL}),
        known.assign(**{rows: ALL}),
        known.assign(**{rows: ALL, columns: ALL}),
    ]
    cells = pd.concat(everything).drop_duplicates().groupby([rows, columns]).size().unstack(fill_value=0)
    return cells.reindex(index=counted.index, columns=counted.columns, fill_value=0).to_numpy(np.int64)
