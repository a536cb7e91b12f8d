"""A readable view of codings that can be narrowed step by step."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from interviews.exploration.display import view_as_html, view_as_text
from interviews.exploration.naming import require
from interviews.exploration.queries import answer
from interviews.model import Codebook, is_within, theme_of

Condition = object
"""A value, a list of values, or a function that is given each value and says whether to keep the row."""


class View:
    """Codings as a table (see `codings_table`); shows itself as readable passages."""

    question: str = ""
    """What was asked by `query`."""

    def __init__(self, frame: pd.DataFrame, codebook: Codebook | None = None) -> None:
        self._frame = frame
        self._codebook = codebook

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple(map(str, self._frame.columns))

    @property
    def codebook(self) -> Codebook | None:
        """The codebook that the codes are from, where there is one."""
        return self._codebook

    def query(self, question: str, saved: Mapping[str, str] = MappingProxyType({})) -> "View":
        """The codings that a question asks for, such as `Wohnen and not Gesundheit and case = Hafenstadt`.

        docs/queries.md describes the language; `saved` are the texts of saved queries by name, for `@name` in it.
        Raises MisuseError with the place of what cannot be understood.
        """
        found = self.take(answer(self, question, saved))
        found.question = " ".join(question.split())
        return found

    def where(self, **conditions: Condition) -> "View":
        """Only the codings for which every condition holds.

        A condition names a column and gives a value, a list of values or a function: `where(case="Hafenstadt",
        code=["Wohnen", "Arbeit/Zugang"], text=lambda words: len(words) > 80)`. A code includes its sub-codes, a theme
        all its codes; None stands for a missing value.

        Raises MisuseError for a column, code, theme or case that does not exist.
        """
        frame = self._frame
        for column, condition in conditions.items():
            require("column", column, frame.columns)
            frame = _narrow(frame, column, condition)
        return View(frame.reset_index(drop=True), self._codebook)

    def table(self) -> pd.DataFrame:
        """A copy of the table, one row a coding."""
        return self._frame.copy()

    def columns(self, *names: str) -> pd.DataFrame:
        """Some columns of the table, a row a coding; cheaper than the table, and not to be changed.

        Raises MisuseError for a column that does not exist.
        """
        for name in names:
            require("column", name, self._frame.columns)
        return self._frame[list(names)]

    def take(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> "View":
        """Only the codings of these rows: their numbers, or for every row whether it is kept."""
        kept = self._frame[rows] if rows.dtype == bool else self._frame.iloc[rows]
        return View(kept.reset_index(drop=True), self._codebook)

    def count(self, by: str | Sequence[str] = "code") -> pd.Series:
        """Codings by one column or several; codes and cases in their order, with those that have none."""
        names = [by] if isinstance(by, str) else list(by)
        for name in names:
            require("column", name, self._frame.columns)
        return self._frame.groupby(names, observed=False, dropna=False).size().rename("codings")

    def __len__(self) -> int:
        return len(self._frame)

    def __repr__(self) -> str:
        return view_as_text(self._frame, self.question)

    def _repr_html_(self) -> str:
        colours = {code.path: code.colour for code in self._codebook} if self._codebook else {}
        return view_as_html(self._frame, colours, self.question)


def _narrow(frame: pd.DataFrame, column: str, condition: Condition) -> pd.DataFrame:
    values = frame[column]
    if callable(condition):
        return frame[[bool(condition(value)) for value in values]]
    wanted = list(condition) if isinstance(condition, list | tuple | set | frozenset | pd.Series) else [condition]
    if not isinstance(values.dtype, pd.CategoricalDtype):
        return frame[values.isin(wanted)]
    allowed = _matching(list(values.cat.categories), column, [str(value) for value in wanted if value is not None])
    keep = values.isin(allowed) | (values.isna() if None in wanted else False)
    return _keep_categories(frame[keep], column, allowed)


def _matching(categories: list[str], column: str, wanted: list[str]) -> list[str]:
    """The categories that are wanted, sub-codes of a code included, in their order."""
    fits: Callable[[str, str], bool] = is_within if column == "code" else str.__eq__
    for value in wanted:
        if not any(fits(category, value) for category in categories):
            require(column, value, categories)
    return [category for category in categories if any(fits(category, value) for value in wanted)]


def _keep_categories(frame: pd.DataFrame, column: str, allowed: list[str]) -> pd.DataFrame:
    """What was asked away is gone from later counts too; what merely does not occur stays there with a zero."""
    frame = frame.copy()
    frame[column] = frame[column].cat.set_categories(allowed)
    other = {"code": "theme", "theme": "code"}.get(column)
    if other in frame.columns:
        themes = {theme_of(value) for value in allowed}
        kept = [value for value in frame[other].cat.categories if theme_of(value) in themes]
        frame[other] = frame[other].cat.set_categories(kept)
    return frame
