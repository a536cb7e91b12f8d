"""Cells of CSV files and workbooks as text, in any dialect that spreadsheets write."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, NamedTuple

from interviews.errors import counted
from interviews.formats.limits import Package
from interviews.formats.reading import Unreadable

# More than any study has; a damaged or hostile workbook may claim a million rows of 16,000 cells.
_CELLS = 10_000_000
_SAMPLE = 100
# A transcript in one cell is odd, yet no reason to refuse it.
_LONGEST_CELL = 50 * 2**20


class Grid(NamedTuple):
    """The cells of one sheet, row by row; rows may differ in length."""

    name: str
    rows: list[list[str]]


def is_workbook(package: Package | None) -> bool:
    """Whether a package is an Excel workbook (.xlsx)."""
    return package is not None and "xl/workbook.xml" in package.names


def csv_grid(text: str) -> Grid:
    """The table in a text whose cells are parted by comma, semicolon or tab; `Unreadable` where there is none."""
    first, _, rest = text.partition("\n")
    chosen = first[4:5] if first.startswith("sep=") and len(first) == 5 else ""  # what Excel writes on top for itself
    csv.field_size_limit(_LONGEST_CELL)
    try:
        sign = chosen or _sign(text)
        grid = Grid("", list(_bounded(csv.reader(StringIO(rest if chosen else text, newline=""), delimiter=sign))))
    except csv.Error:
        raise Unreadable("this is not a table: save it as CSV (UTF-8) or XLSX") from None
    if line := _never_closed(text, sign):
        told = (
            f"a quotation mark opened in the row of line {line} is never closed, so all that follows would be one cell"
        )
        raise Unreadable(f"{told}: close it, or write it twice where it is part of the words")
    return grid


def _never_closed(text: str, sign: str) -> int:
    """The line of the row with a quotation mark that takes in the rest of the table; 0 where there is none."""
    if text.count('"') % 2 == 0:
        return 0
    rows = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    line = 1
    try:
        for _ in rows:
            line = rows.line_num + 1
    except csv.Error as reason:
        return line if "end of data" in str(reason) else 0
    return 0


def _sign(text: str) -> str:
    """The sign that cuts most rows into the same number of cells, and of equal ones that of the first row."""
    first = text.lstrip("\n").partition("\n")[0]

    def evenness(sign: str) -> tuple[float, int, bool]:
        rows = islice(csv.reader(StringIO(text, newline=""), delimiter=sign), _SAMPLE)
        widths = Counter(len(row) for row in rows if row)
        width, count = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(0, 0))
        share = count / max(sum(widths.values()), 1) if width > 1 else 0.0
        return (round(share, 1), first.count(sign), sign == ",")

    return max(";,\t", key=evenness)


def workbook_grids(content: bytes) -> list[Grid]:
    """Every sheet of a workbook; `Unreadable` where it is damaged or claims to hold more than any study."""
    import openpyxl

    package = Package(content)
    for name in sorted(package.names):  # every part is unpacked once under the limits before openpyxl sees any
        if name.endswith((".xml", ".rels")):
            root = package.xml(name)
            if name.startswith("xl/worksheets/") and (count := _uncalculated(root)):
                formulas = counted(count, "cell is a formula", "cells are formulas")
                raise Unreadable(f"{formulas} without a result: open the workbook in Excel or LibreOffice and save it")
    try:
        sheets = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets
        left = _CELLS
        grids = []
        for sheet in sheets:
            sheet.reset_dimensions()  # what a sheet says of its size may be far too much
            rows = list(_bounded((list(map(_shown, row)) for row in sheet.iter_rows(values_only=True)), left))
            left -= sum(map(len, rows)) + len(rows)
            grids.append(Grid(sheet.title, rows))
        return grids
    except Unreadable:
        raise
    except Exception:  # openpyxl raises whatever its parsers meet in a damaged workbook
        raise Unreadable("the workbook is damaged: open it in its program and save it again") from None


def _uncalculated(sheet: Any) -> int:
    """How many cells hold a formula whose result no program has worked out; an empty text is a result."""
    cells = (formula.getparent() for formula in sheet.iter("{*}f"))
    return sum(cell.get("t") != "str" and not (cell.findtext("{*}v") or "") for cell in cells)


def _bounded(rows: Iterable[list[str]], left: int = _CELLS) -> Iterator[list[str]]:
    for row in rows:
        left -= len(row) + 1
        if left < 0:
            raise Unreadable("the table holds far more cells than a study has; it was not read")
        yield row


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    return str(value)
