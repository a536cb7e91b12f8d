"""A view cut into one for each value of a column."""

from collections.abc import Iterator
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from interviews.exploration.naming import require

if TYPE_CHECKING:
    from interviews.exploration.views.view import View

NONE = "(none)"
_COUNTED = ("transcript", "participant", "coder")


class Groups:
    """Sub-views by the values of one column, in their order; shows itself as a table of how much is in each.

    `groups["Nord"]` is the view of one value, iterating gives pairs of value and view.
    """

    def __init__(self, view: "View", by: str) -> None:
        require("column", by, view.names)
        self._view = view
        self._by = by

    def __iter__(self) -> Iterator[tuple[str, "View"]]:
        return ((name, self[name]) for name in self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, name: str) -> "View":
        require(self._by, name, self.names)
        return self._view.take((self._keys == name).to_numpy())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The values, those that do not occur included where the column has an order; `(none)` for a missing one."""
        return tuple(self._keys.cat.categories)

    def table(self) -> pd.DataFrame:
        """A row a value: how many of the view's rows it has, and of how many transcripts, participants and coders."""
        grouped = self._keys.groupby(self._keys, observed=False)
        table = pd.DataFrame({self._view.noun: grouped.size()})
        for column in _COUNTED:
            if column in self._view.names and column != self._by:
                values = self._view.columns(column)[column]
                counts = values.groupby(self._keys, observed=False).nunique()
                table[f"{column}s"] = counts
        table.index = pd.Index(self.names, name=self._by)
        return table

    def __repr__(self) -> str:
        return self._shown().to_string()

    def _repr_html_(self) -> str:
        return f"<p>{escape(self._view.question)}</p>{self._shown().to_html(escape=True)}"

    def _shown(self) -> pd.DataFrame:
        """The table without what does not occur."""
        table = self.table()
        return table[table[self._view.noun] > 0]

    @cached_property
    def _keys(self) -> pd.Series:
        values = self._view.columns(self._by)[self._by]
        is_category = isinstance(values.dtype, pd.CategoricalDtype)
        column = values if is_category else values.astype("category")
        if is_category and not column.cat.ordered:
            column = column.cat.remove_unused_categories()
        column = column.cat.rename_categories([str(name) for name in column.cat.categories])
        return column if column.notna().all() else column.cat.add_categories([NONE]).fillna(NONE)
