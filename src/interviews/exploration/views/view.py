"""A readable view of codings that can be narrowed step by step."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from types import MappingProxyType
from typing import Any, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from interviews.exploration.naming import require, require_count, require_words
from interviews.exploration.queries import answer
from interviews.exploration.views.columns import ORDERED, Columns, Rows
from interviews.exploration.views.display import SHOWN, view_as_html, view_as_text
from interviews.exploration.views.frames import FrameColumns
from interviews.exploration.views.groups import Groups
from interviews.exploration.views.reading import CONTEXT, Passages
from interviews.model import Codebook, Names, is_within, theme_of

Condition = object
"""A value, a list of values, or a function that is given each value and says whether to keep the row."""
_ALL: Mapping[str, Sequence[str]] = MappingProxyType({})


class View:
    """Codings as a table (see `codings_table`); shows itself as readable passages."""

    noun = "codings"
    """What the rows are."""
    question: str = ""
    """What was asked by `query`."""

    def __init__(
        self,
        columns: Columns | FrameColumns | pd.DataFrame,
        codebook: Codebook | None = None,
        rows: Rows | None = None,
        kept: Mapping[str, Sequence[str]] = _ALL,
        *,
        saved: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """The `rows` of these columns, all by default; `kept` are the words that were not asked away, by column.

        `saved` gives the texts of saved queries by name, for questions with `@name` in them.
        """
        self._columns = FrameColumns(columns) if isinstance(columns, pd.DataFrame) else columns
        self._codebook = codebook
        self._rows = np.arange(len(columns)) if rows is None else rows
        self._kept = kept
        self._saved = saved

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple(self._columns.columns)

    @property
    def codebook(self) -> Codebook | None:
        """The codebook that the codes are from, where there is one."""
        return self._codebook

    def query(self, question: str, saved: Mapping[str, str] | None = None) -> Self:
        """The codings that a question asks for, such as `Wohnen and not Gesundheit and case = Hafenstadt`.

        docs/queries.md describes the language; `saved` are the texts of saved queries by name, by default those kept.
        Raises MisuseError with the place of what cannot be understood.
        """
        require_words("a question", question)
        found = self.take(answer(self, question, self._saved() if saved is None else saved))
        found.question = " › ".join(filter(None, [self.question, " ".join(question.split())]))
        return found

    def where(self, **conditions: Condition) -> Self:
        """Only the codings for which every condition holds.

        A condition names a column and gives a value, a list of values or a function: `where(case="Hafenstadt",
        code=["Wohnen", "Arbeit/Zugang"], text=lambda words: len(words) > 80)`. A code includes its sub-codes, a theme
        all its codes; None stands for a missing value.

        Raises MisuseError for a column, code, theme or case that does not exist.
        """
        view = self
        for column, condition in conditions.items():
            require("column", column, self._columns.columns)
            view = view._narrow(column, condition)
        return view

    def table(self) -> pd.DataFrame:
        """The table of these codings, a row each; a copy that may be changed."""
        return self._as_in_the_table(self._columns.table_columns, self._rows)

    def columns(self, *names: str) -> pd.DataFrame:
        """Some columns, a row a coding; cheaper than the table, and not to be changed.

        Columns of few different words, such as code, case, coder, role or an attribute, are categories. There are more
        columns than in the table: `weight`, `round`, `unit`, `review` and `codebook_version`.

        Raises MisuseError for a column that does not exist.
        """
        for name in names:
            require("column", name, self._columns.columns)
        return pd.DataFrame({name: self._column(name) for name in names}, index=range(len(self)), copy=False)

    def take(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> Self:
        """Only the codings of these rows: their numbers, or for every row whether it is kept."""
        return self._with(self._rows[rows], self._kept)

    def group(self, by: str) -> Groups:
        """A view for each value of a column, such as `case`: shows how many there are, and gives each by its value.

        Raises MisuseError for a column that does not exist.
        """
        return Groups(self, by)

    def show(self, number: int = SHOWN, context: int = CONTEXT) -> Passages:
        """The first passages to read, with up to so many characters before and after each where the texts are known."""
        require_count("the number of passages", number)
        require_count("context", context)
        rows = self._rows[:number]
        first = self._as_in_the_table(self._columns.table_columns, rows)
        around = self._columns.surroundings(rows, context)
        return Passages(first.assign(before=around[0], after=around[1]), len(self), self.question)

    def count(self, by: str | Sequence[str] = "code") -> pd.Series:
        """Codings by one column or several; codes and cases in their order, with those that have none."""
        names = [by] if isinstance(by, str) else list(by)
        for name in names:
            require("column", name, self._columns.columns)
        frame = self._as_in_the_table(names, self._rows)
        return frame.groupby(names, observed=False, dropna=False).size().rename(self.noun)

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return view_as_text(self._first(), len(self), self.question)

    def _repr_html_(self) -> str:
        colours = {code.path: code.colour for code in self._codebook} if self._codebook else {}
        return view_as_html(self._first(), len(self), colours, self.question)

    def _first(self) -> pd.DataFrame:
        return self._as_in_the_table(self._columns.table_columns, self._rows[:SHOWN])

    def _as_in_the_table(self, names: Sequence[str], rows: Rows) -> pd.DataFrame:
        series = {
            name: self._categories(name, rows) if self._is_ordered(name) else self._columns.values(name, rows)
            for name in names
        }
        return pd.DataFrame(series, index=range(len(rows)), columns=list(names))

    def _column(self, name: str) -> Any:
        if self._columns.labels(name) is None:
            return self._columns.values(name, self._rows)
        return self._categories(name, self._rows)

    def _categories(self, name: str, rows: Rows) -> Any:
        labels = self._labels(name)
        kept = self._kept.get(name)
        taken = labels.take(rows) if kept is None else labels.take(rows).named(kept)
        kind = pd.CategoricalDtype(list(taken.names), ordered=self._is_ordered(name))
        return pd.Categorical.from_codes(taken.numbers, dtype=kind, validate=False)

    def _labels(self, name: str) -> Names:
        labels = self._columns.labels(name)
        assert labels is not None
        return labels

    def _is_ordered(self, name: str) -> bool:
        return name in ORDERED and self._columns.labels(name) is not None

    def _narrow(self, column: str, condition: Condition) -> Self:
        labels = self._columns.labels(column)
        if labels is None:
            return self.take(_fits_values(self._columns.values(column, self._rows), condition))
        if callable(condition) or not self._is_ordered(column):
            return self.take(_fits_names(labels.take(self._rows), condition))
        wanted = _listed(condition)
        kept = list(self._kept.get(column, labels.names))
        allowed = _matching(kept, column, [str(value) for value in wanted if value is not None])
        names: list[object] = [*allowed, *([None] if None in wanted else [])]
        narrowed = self.take(_fits_names(labels.take(self._rows), names))
        return self._with(narrowed._rows, self._keep(column, allowed))

    def _with(self, rows: Rows, kept: Mapping[str, Sequence[str]]) -> Self:
        """The same kind of view of other rows, not an answer to anything yet."""
        made = copy(self)
        made._rows, made._kept, made.question = rows, kept, ""
        return made

    def _keep(self, column: str, allowed: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """What was asked away is gone from later counts too; what merely does not occur stays there with a zero."""
        kept = {**self._kept, column: allowed}
        other = {"code": "theme", "theme": "code"}.get(column)
        if other in self._columns.columns and self._is_ordered(other):
            themes = {theme_of(value) for value in allowed}
            kept[other] = [name for name in kept.get(other, self._labels(other).names) if theme_of(name) in themes]
        return kept


def _fits_names(column: Names, condition: Condition) -> NDArray[np.bool_]:
    """For every row whether its word is wanted; each word is looked at once."""
    occurs = np.bincount(column.numbers.astype(np.int64) + 1, minlength=len(column.names) + 1) > 0
    fits = np.zeros(len(column.names) + 1, dtype=bool)  # the last is what is missing, -1
    words: list[object] = [*column.names, None]
    if callable(condition):
        there = [number for number in range(len(words)) if occurs[(number + 1) % len(words)]]
        fits[there] = [bool(condition(words[number])) for number in there]
    else:
        wanted = _listed(condition)
        fits[:] = [word in wanted for word in words]
    return fits[column.numbers]


def _fits_values(values: pd.Series, condition: Condition) -> NDArray[np.bool_]:
    if callable(condition):
        return np.array([bool(condition(value)) for value in values], dtype=bool)
    return values.isin(_listed(condition)).to_numpy(dtype=bool)


def _listed(condition: Condition) -> list[object]:
    is_listed = isinstance(condition, list | tuple | set | frozenset | pd.Series | pd.Index | np.ndarray)
    wanted = list(condition) if is_listed else [condition]  # type: ignore[call-overload]
    return [None if value is None or value is pd.NA or value != value else value for value in wanted]


def _matching(categories: Sequence[str], column: str, wanted: Sequence[str]) -> list[str]:
    """The categories that are wanted, sub-codes of a code included, in their order."""
    fits: Callable[[str, str], bool] = is_within if column == "code" else str.__eq__
    for value in wanted:
        if not any(fits(category, value) for category in categories):
            require(column, value, categories)
    return [category for category in categories if any(fits(category, value) for value in wanted)]
