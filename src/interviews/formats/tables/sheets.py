"""Tables on disk: CSV and XLSX, read as text, written so that no cell can act as a formula."""

import csv
import os
import re
import tempfile
import zipfile
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interviews.errors import MisuseError
from interviews.formats.encoding import decode
from interviews.formats.limits import Package, read_bytes
from interviews.formats.reading import Unreadable

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_ILLEGAL_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# A fixed moment, so that the same table gives the same file.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def read_table(path: Path | str) -> "pd.DataFrame":
    """A CSV (`,` `;` or tab, any encoding) or XLSX (first sheet) as a DataFrame of text; an empty cell is "".

    An apostrophe that `write_table` put before a cell is taken off. Raises `MisuseError` where it cannot be read.
    """
    import pandas as pd

    path = Path(path)
    try:
        rows = _rows(path)
    except Unreadable as reason:
        raise MisuseError(f"{path.name}: {reason}") from None
    rows = [[_unguarded(cell) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise MisuseError(f"{path.name}: the table is empty")
    header = [cell.strip() for cell in rows[0]]
    width = len(header)
    if len(set(header)) < width:
        raise MisuseError(f"{path.name}: two columns have the same name, rename one of them")
    return pd.DataFrame([(row + [""] * width)[:width] for row in rows[1:]], columns=header, dtype=str)


def write_table(frame: "pd.DataFrame", path: Path | str) -> None:
    """Write `frame` without its index as CSV (UTF-8, comma, LF) or XLSX, by the suffix, as a whole or not at all.

    Text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    path = Path(path)
    rows = [[_guarded(str(name)) for name in frame.columns]]
    rows += [[_guarded(_cell(value)) for value in row] for row in frame.itertuples(index=False, name=None)]
    writers = {".csv": _csv_bytes, ".xlsx": _xlsx_bytes}
    if path.suffix.casefold() not in writers:
        raise MisuseError(f"{path.name}: tables are written as .csv or .xlsx")
    _replace(path, writers[path.suffix.casefold()](rows))


def _rows(path: Path) -> list[list[str]]:
    content = read_bytes(path)
    if content.startswith(b"PK\x03\x04"):
        return _xlsx_rows(content)
    text = decode(content).text
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(";,\t", key=lambda sign: (first.count(sign), sign == ","))
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise Unreadable("this is not a table: save it as CSV (UTF-8) or XLSX") from None


def _xlsx_rows(content: bytes) -> list[list[str]]:
    import openpyxl

    package = Package(content)
    for name in sorted(package.names):  # every part is unpacked once under the limits before openpyxl sees any
        if name.endswith((".xml", ".rels")):
            package.xml(name)
    try:
        sheet = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
        return [[_shown(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    except Exception:  # openpyxl raises whatever its parsers meet in a damaged workbook
        raise Unreadable("the workbook is damaged: open it in its program and save it again") from None


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    return str(value)


def _cell(value: Any) -> Any:
    """Numbers stay numbers; a missing value is empty; everything else is text."""
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if isinstance(value, bool):
        return str(value)
    item = value.item() if hasattr(value, "item") else value
    return item if isinstance(item, (int, float)) else str(value)


def _guarded(value: Any) -> Any:
    if not isinstance(value, str) or _NUMBER.fullmatch(value) or not _FORMULA.match(value):
        return value
    return f"'{value}"


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _csv_bytes(rows: list[list[Any]]) -> bytes:
    buffer = StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode("utf-8", "replace")


def _xlsx_bytes(rows: list[list[Any]]) -> bytes:
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = _ILLEGAL_IN_XML.sub("\ufffd", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    book.properties.created = datetime(*_MOMENT)
    buffer = BytesIO()
    book.save(buffer)
    return _timeless(buffer.getvalue())


def _timeless(content: bytes) -> bytes:
    """The same archive without the moment of writing: in its entries and in the document's properties."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", part)
            fixed = zipfile.ZipInfo(entry.filename, _MOMENT)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, part)
    return buffer.getvalue()


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
