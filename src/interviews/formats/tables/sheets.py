"""Tables on disk: CSV and XLSX, read as text, written so that no cell can act as a formula."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from interviews.errors import MisuseError
from interviews.formats.opened import Opened
from interviews.formats.reading import Unreadable
from interviews.formats.tables.grid import csv_grid, is_workbook, workbook_grids
from interviews.text import CONTINUED, Sheet, TooLargeError, as_csv, as_xlsx, unguard

if TYPE_CHECKING:
    import pandas as pd


def read_table(path: Path | str) -> "pd.DataFrame":
    """A CSV (`,` `;` or tab, any encoding) or XLSX (first sheet) as a DataFrame of text; an empty cell is "".

    An apostrophe that `write_table` put before a cell is taken off. Raises `MisuseError` where it cannot be read.
    """
    import pandas as pd

    path = Path(path)
    rows = [row for row in read_rows(path) if any(cell.strip() for cell in row)]
    if not rows:
        raise MisuseError(f"{path.name}: the table is empty")
    header = [cell.strip() for cell in rows[0]]
    width = len(header)
    if len(set(header)) < width:
        raise MisuseError(f"{path.name}: two columns have the same name, rename one of them")
    return pd.DataFrame([(row + [""] * width)[:width] for row in rows[1:]], columns=header, dtype=str)


def read_rows(path: Path | str) -> list[list[str]]:
    """Every row of a CSV or of the first sheet of a workbook, the empty ones as well, so that their numbers hold.

    Raises `MisuseError` where the file cannot be read.
    """
    path = Path(path)
    try:
        file = Opened.read(path)
        grid = workbook_grids(file.content)[0] if is_workbook(file.package) else csv_grid(file.text)
    except Unreadable as reason:
        raise MisuseError(f"{path.name}: {reason}") from None
    return _rejoined([[unguard(cell) for cell in row] for row in grid.rows])


def write_table(frame: "pd.DataFrame", path: Path | str) -> None:
    """Write `frame` without its index as CSV or XLSX, by the suffix, as a whole or not at all."""
    write_sheets([sheet_of(frame)], path)


def sheet_of(frame: "pd.DataFrame", name: str = "table") -> Sheet:
    """A DataFrame, without its index, as a sheet."""
    return Sheet(name, [str(column) for column in frame.columns], list(frame.itertuples(index=False, name=None)))


def write_sheets(sheets: Sequence[Sheet], path: Path | str) -> None:
    """Write sheets as XLSX, or the first one as CSV, by the suffix, as a whole or not at all.

    Text that a spreadsheet would take for a formula gets an apostrophe in front in CSV, and is marked as text in XLSX.
    """
    path = Path(path)
    suffix = path.suffix.casefold()
    if suffix not in (".csv", ".xlsx"):
        raise MisuseError(f"{path.name}: tables are written as .csv or .xlsx")
    try:
        _replace(path, as_csv(sheets[0]) if suffix == ".csv" else as_xlsx(sheets))
    except TooLargeError as reason:
        raise MisuseError(f"{path.name}: {reason}") from None


def _rejoined(rows: list[list[str]]) -> list[list[str]]:
    """The rows with cells whole again that were too long for one cell of a workbook."""
    header = next((row for row in rows if any(row)), [])
    if not any(CONTINUED in cell for cell in header):
        return rows
    kept = [i for i, cell in enumerate(header) if CONTINUED not in cell]
    ends = [*kept[1:], max(map(len, rows))]
    whole = [["".join(row[i:end]) for i, end in zip(kept, ends, strict=True)] for row in rows]
    return [[header[i] for i in kept] if row is header else joined for row, joined in zip(rows, whole, strict=True)]


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file and rename: a reader sees the old table or the new one."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        raise MisuseError(f"{path.name} cannot be written: {error.strerror or 'unknown reason'}") from None
