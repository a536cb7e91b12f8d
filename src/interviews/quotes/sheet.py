"""Quotes as a table for a spreadsheet, safe to open: no cell is ever taken for a formula."""

import csv
import io

from interviews.quotes.archive import fit_for_xml, settle
from interviews.quotes.collection import Quotes

_WIDTHS = {"citation": 26, "text": 90, "speaker": 12, "case": 16, "transcript": 18, "codes": 34}


def quotes_as_csv(quotes: Quotes, language: str) -> bytes:
    """UTF-8 with a byte-order mark, by which spreadsheets know it; an apostrophe stands before a would-be formula."""
    written = io.StringIO()
    frame = quotes.table()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([_defused(value) for value in row] for row in frame.itertuples(index=False))
    return written.getvalue().encode("utf-8-sig", "replace")


def quotes_as_xlsx(quotes: Quotes, language: str) -> bytes:
    """One sheet with a fixed heading; words stand in it as they are, as text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    frame = quotes.table()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("quotes")
    sheet.freeze_panes = "A2"
    for index, name in enumerate(frame.columns):
        sheet.column_dimensions[chr(ord("A") + index)].width = _WIDTHS.get(name, 10)
    heading = [WriteOnlyCell(sheet, name) for name in frame.columns]
    for cell in heading:
        cell.font = Font(bold=True)
    sheet.append(heading)
    wrapped = Alignment(wrap_text=True, vertical="top")
    for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False):
        cells = [WriteOnlyCell(sheet, fit_for_xml(value) if isinstance(value, str) else value) for value in row]
        for cell in cells:
            cell.alignment = wrapped
            if isinstance(cell.value, str):
                cell.data_type = "s"  # openpyxl takes a leading = for a formula
        sheet.append(cells)
    written = io.BytesIO()
    book.save(written)
    return settle(written.getvalue())


def _defused(value: object) -> object:
    if value is None or value != value:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
