"""Counting codings in two directions at once."""

from typing import Any, Literal, get_args

import numpy as np
import pandas as pd

from interviews.exploration.counts.intervals import Whole, merge
from interviews.exploration.naming import require

Values = Literal["codings", "transcripts", "characters"]
NONE = "(none)"
ALL = "all"


def crosstab(
    frame: pd.DataFrame,
    rows: str = "code",
    columns: str = "case",
    values: Values = "codings",
    *,
    margins: bool = False,
) -> pd.DataFrame:
    """How much was coded, `rows` by `columns`, both any column of the codings table.

    `codings` counts codings, `transcripts` the different transcripts, `characters` the coded characters, each counted
    once however many coders marked it. Codes come in codebook order; cases and codes without any coding are there with
    a zero; rows without a value stand under `(none)`. With `margins`, `all` counts anew: a transcript in two columns
    is one transcript in `all`. Of the table these two columns are needed, and `transcript`, `start` and `end`.
    """
    for name in (rows, columns):
        require("column", name, frame.columns)
    require("kind of count", values, get_args(Values))
    down, across = _keys(frame[rows]), _keys(frame[columns])
    table = _counted(frame, down, across, values)
    if margins:
        everything: pd.Categorical[Any] = pd.Categorical([ALL] * len(frame), [ALL])
        table[ALL] = _counted(frame, down, everything, values)[ALL]
        bottom = _counted(frame, everything, across, values)
        bottom[ALL] = _counted(frame, everything, everything, values)[ALL]
        table = pd.concat([table, bottom])
    table.index.name, table.columns.name = rows, columns
    return table


def _keys(column: pd.Series) -> "pd.Categorical[Any]":
    """The column as categories, with one more for what is missing; without an order, only those that occur."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        found: pd.Categorical[Any] = pd.Categorical(column)
    else:
        found = (column if column.cat.ordered else column.cat.remove_unused_categories()).array
    missing = found.codes < 0
    if not missing.any():
        return found
    names = list(found.categories)
    place = names.index(NONE) if NONE in names else len(names)
    numbers = np.where(missing, place, found.codes)
    kind = pd.CategoricalDtype(names if NONE in names else [*names, NONE])
    return pd.Categorical.from_codes(numbers, dtype=kind)


def _counted(
    frame: pd.DataFrame, down: "pd.Categorical[Any]", across: "pd.Categorical[Any]", values: Values
) -> pd.DataFrame:
    wide = len(across.categories)
    cell = down.codes.astype(np.int64) * wide + across.codes
    size = len(down.categories) * wide
    if values == "codings":
        counts = np.bincount(cell, minlength=size)
    else:
        transcript, names = pd.factorize(frame["transcript"].astype("category"))
        group: Whole = cell * max(len(names), 1) + transcript
        if values == "transcripts":
            counts = np.bincount(np.unique(group) // max(len(names), 1), minlength=size)
        else:
            group, start, end = merge(group, frame["start"].to_numpy(np.int64), frame["end"].to_numpy(np.int64))
            counts = np.bincount(group // max(len(names), 1), weights=end - start, minlength=size)
    shaped = counts.reshape(len(down.categories), wide).astype(np.int64)
    return pd.DataFrame(shaped, index=list(down.categories), columns=list(across.categories))
