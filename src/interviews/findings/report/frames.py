"""Any table of figures as a block: numbers in the language's way, what is absent as a dash."""

import pandas as pd

from interviews.findings.report.blocks import Table
from interviews.findings.wording import Wording


def any_table(frame: pd.DataFrame, wording: Wording, caption: str, header: tuple[str, ...] | None = None) -> Table:
    """The columns and rows of a frame without its row names; decimals with two digits."""
    numeric = tuple(
        place for place, name in enumerate(frame.columns) if pd.api.types.is_numeric_dtype(frame[name].dtype)
    )
    rows = tuple(tuple(_cell(value, wording) for value in row) for row in frame.itertuples(index=False, name=None))
    return Table(header or tuple(str(name) for name in frame.columns), rows, caption, numeric)


def _cell(value: object, wording: Wording) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return "–"
    if isinstance(value, float) and not value.is_integer():
        return wording.number(value, 2)
    if isinstance(value, bool | str):
        return str(value)
    return wording.number(value) if isinstance(value, int | float) else str(value)
