"""A table of codings that somebody has as a DataFrame, with what `Columns` offers."""

import pandas as pd

from interviews.exploration.views.columns import FURTHER, ORDERED, Rows
from interviews.model import Names

_NAMED = ("transcript", "participant", "speaker", "role", "coder", "round")


class FrameColumns:
    """The columns of a DataFrame."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self.columns = tuple(frame.columns)
        self.table_columns = tuple(name for name in self.columns if name not in FURTHER)

    def __len__(self) -> int:
        return len(self._frame)

    def labels(self, name: str) -> Names | None:
        """A column that holds few different words, as numbers of them in their order; None for any other column."""
        column = self._frame[name]
        if name in ORDERED:
            column = column.astype("category")
        elif name in _NAMED:
            column = pd.Series(pd.Categorical(column))
        else:
            return None
        return Names(tuple(column.cat.categories), column.cat.codes.to_numpy("int32"))

    def surroundings(self, rows: Rows, context: int) -> tuple[list[str], list[str]]:
        """What is said before and after some rows: nothing, since the texts are not known here."""
        return [""] * len(rows), [""] * len(rows)

    def values(self, name: str, rows: Rows) -> pd.Series:
        """Some rows of a column, as they stand in the table."""
        return self._frame[name].iloc[rows].reset_index(drop=True)
