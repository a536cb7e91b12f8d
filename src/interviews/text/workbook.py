"""Tables as a workbook (XLSX), written directly as XML: a tenth of the time that openpyxl needs, and no hour in it."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape
from typing import Any

from interviews.text.cells import acts_as_formula, fit_for_xml, guard, pieces
from interviews.text.tables import Sheet, plain_value

CONTINUED = " (continued "
"""What follows the name of a column that holds the rest of cells too long for a workbook."""
ROWS = 1_048_576
"""Rows of a sheet in Excel."""
# A fixed moment, so that the same table gives the same file.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# A spreadsheet's numbers keep fifteen digits.
_MOST = 10**15
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PLAIN, _BOLD, _QUOTED, _DAY, _MOMENT_STYLE, _BOLD_QUOTED = range(6)
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/>'
    '<name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders '
    'count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf '
    'numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">'
    + "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0" applyAlignment="1"{more}>'
        '<alignment vertical="top" wrapText="1"/></xf>'
        # A quoted cell stays text even when somebody edits it.
        for number, font, more in (
            (0, 0, ""),
            (0, 1, ' applyFont="1"'),
            (0, 0, ' quotePrefix="1"'),
            (164, 0, ' applyNumberFormat="1"'),
            (165, 0, ' applyNumberFormat="1"'),
            (0, 1, ' applyFont="1" quotePrefix="1"'),
        )
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class TooLargeError(ValueError):
    """A table has more rows than a workbook can hold."""


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook, written directly as XML: words stand in it as they are, as text that never acts as a formula.

    A text too long for a cell goes on in a further column. Raises `TooLargeError` for more than a million rows.
    """
    names = _sheet_names(sheets)
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "xl/workbook.xml": _workbook(names),
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }
    for number, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = "".join(_worksheet(_continued(sheet)))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode("utf-8"))
    return written.getvalue()


def _continued(sheet: Sheet) -> Sheet:
    """The sheet with further columns for what no single cell can hold, each behind its column."""
    if len(sheet.rows) >= ROWS:
        raise TooLargeError(f"a sheet holds {ROWS - 1:,} rows, and there are {len(sheet.rows):,}: write .csv")
    rows = [[plain_value(value) for value in row] for row in sheet.rows]
    cut: list[int] = [
        max((len(pieces(row[i])) for row in rows if isinstance(row[i], str)), default=1)
        for i in range(len(sheet.columns))
    ]
    if max(cut, default=1) == 1:
        return Sheet(sheet.name, sheet.columns, rows, sheet.widths)
    columns = [
        name if number == 1 else f"{name}{CONTINUED}{number})"
        for name, count in zip(sheet.columns, cut, strict=True)
        for number in range(1, count + 1)
    ]
    wide = [[part for value, count in zip(row, cut, strict=True) for part in _spread(value, count)] for row in rows]
    return Sheet(sheet.name, columns, wide, sheet.widths)


def _spread(value: Any, count: int) -> list[Any]:
    parts: list[Any] = [*pieces(value)] if isinstance(value, str) else [value]
    return parts + [None] * (count - len(parts))


def _worksheet(sheet: Sheet) -> Iterator[str]:
    letters = [_letters(number) for number in range(len(sheet.columns))]
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
    yield 'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    if sheet.columns:
        yield "<cols>"
        for number, name in enumerate(sheet.columns, 1):
            width = sheet.widths.get(name) or _width(sheet, number - 1)
            yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        yield "</cols>"
    yield '<sheetData><row r="1">'
    for letter, name in zip(letters, sheet.columns, strict=True):
        yield _text_cell(f"{letter}1", str(name), _BOLD_QUOTED if acts_as_formula(str(name)) else _BOLD)
    yield "</row>"
    for number, row in enumerate(sheet.rows, 2):
        cells = "".join(
            _cell(f"{letter}{number}", value) for letter, value in zip(letters, row, strict=True) if value is not None
        )
        yield f'<row r="{number}">{cells}</row>'
    yield "</sheetData></worksheet>"


def _cell(place: str, value: Any) -> str:
    if isinstance(value, float) or (isinstance(value, int) and abs(value) < _MOST):
        return f'<c r="{place}" s="{_PLAIN}"><v>{value!r}</v></c>'
    if isinstance(value, date):
        serial, style = _serial(value)
        return f'<c r="{place}" s="{style}"><v>{serial!r}</v></c>' if serial > 60 else _text_cell(place, str(value))
    text = str(value)
    return _text_cell(place, text, _QUOTED if acts_as_formula(text) else _PLAIN) if text else ""


def _text_cell(place: str, text: str, style: int = _PLAIN) -> str:
    # An apostrophe before a formula is taken off when tables are read, so one that belongs to the words is doubled.
    words = guard(text) if text.startswith("'") else text
    words = escape(fit_for_xml(words), quote=False).replace("\r", "&#13;")
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _serial(value: date) -> tuple[float | int, int]:
    """Days since 1900 as spreadsheets count them; right from March 1900 on."""
    days = value.toordinal() - date(1899, 12, 30).toordinal()
    if not isinstance(value, datetime):
        return days, _DAY
    seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
    return days + seconds / 86400, _MOMENT_STYLE


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(str(row[column])) for row in sheet.rows[:200] if row[column] is not None), default=0)
    return max(8, min(80, max(longest, len(str(sheet.columns[column]))) + 2))


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _sheet_names(sheets: Sequence[Sheet]) -> list[str]:
    """Names that Excel allows: 31 characters without its own signs, no two alike."""
    names: list[str] = []
    for sheet in sheets:
        name = re.sub(r"[\[\]:*?/\\]", " ", fit_for_xml(sheet.name)).strip(" '")[:28] or "table"
        while name.casefold() in {taken.casefold() for taken in names}:
            name = f"{name[:25]} {len(names) + 1}"
        names.append(name)
    return names


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for i in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'{sheets}<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    written = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(f'<sheet name="{escape(n)}" sheetId="{i}" r:id="rId{i}"/>' for i, n in enumerate(names, 1))
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'
