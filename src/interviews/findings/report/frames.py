"""Any table of figures as a block: numbers in the language's way, what is absent as a dash."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from interviews.findings.report.blocks import Table
from interviews.findings.wording import Wording

# A column is at least and at most so many letters wide when the page is shared out.
_NARROW, _WIDE = 9, 28


def any_table(frame: pd.DataFrame, wording: Wording, caption: str) -> Table:
    """The columns and rows of a frame without its row names; columns with fractions have two digits throughout."""
    columns = [_column(frame[name], wording) for name in frame.columns]
    header = tuple(wording.column(str(name)) for name in frame.columns)
    numeric = tuple(
        place for place, name in enumerate(frame.columns) if pd.api.types.is_numeric_dtype(frame[name].dtype)
    )
    # Figures must not break over two lines, as words may.
    widths = tuple(
        min(max(_NARROW, len(name) + 2, *(len(cell) + (4 if place in numeric else 2) for cell in cells)), _WIDE)
        for place, (name, cells) in enumerate(zip(header, columns, strict=True))
    )
    return Table(header, tuple(zip(*columns, strict=True)), caption, numeric, widths=widths)


def _column(series: "pd.Series[Any]", wording: Wording) -> list[str]:
    fractions = any(isinstance(value, float) and value == value and not value.is_integer() for value in series)
    digits = 2 if fractions else None
    return [_cell(value, lambda number: wording.number(number, digits)) for value in series.astype(object)]


def _cell(value: Any, write: Callable[[float], str]) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    if value is None or value is pd.NA or value != value:
        return "–"
    if isinstance(value, str | bool) or not pd.api.types.is_number(value):
        return str(value)
    return write(float(value))  # type: ignore[arg-type]
