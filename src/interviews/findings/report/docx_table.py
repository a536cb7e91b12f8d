"""Tables and large figures in a Word document."""

from typing import Any

from interviews.findings.report.blocks import Entry, Figures, Table
from interviews.findings.report.docx_parts import keep_row, repeat_row, rule_cell, rule_table, shade_cell, write
from interviews.findings.report.docx_styles import WIDTH_CM
from interviews.findings.report.look import ACCENT, LINE, QUIET
from interviews.findings.shades import fill, ink


def add_table(document: Any, block: Table) -> None:
    """A caption and the table, its header repeated on every page."""
    write(document.add_paragraph(style="Caption"), block.caption)
    table = _new_table(document, len(block.rows) + 1, block.widths or (1,) * len(block.header))
    rule_table(table, ACCENT, LINE)
    header = table.rows[0]
    repeat_row(header)
    for place, name in enumerate(block.header):
        _fill(header.cells[place], name, _style(block, place).replace("Table", "Table Head").replace(" Text", ""))
        rule_cell(header.cells[place], ACCENT)
    for index, (row, texts) in enumerate(zip(list(table.rows)[1:], block.rows, strict=True)):
        keep_row(row)
        shades = (0.0, *block.shades[index]) if block.shades else (0.0,) * len(texts)
        total = bool(block.shades) and index == len(block.rows) - 1
        for place, (cell, text, depth) in enumerate(zip(row.cells, texts, shades, strict=True)):
            _fill(cell, text, _style(block, place), bold=total or None, ink_=ink(depth) if depth else "")
            if depth:
                shade_cell(cell, fill(depth))
    document.add_paragraph(style="After Table")


def add_figures(document: Any, block: Figures) -> None:
    """Large numbers side by side, each over what it counts."""
    table = _new_table(document, 2, (1,) * len(block.pairs))
    for place, (number, name) in enumerate(block.pairs):
        _fill(table.cell(0, place), number, "Figure")
        _fill(table.cell(1, place), name, "Figure Name")
    document.add_paragraph(style="After Table")


def add_entry(document: Any, block: Entry) -> None:
    """Texts beside their names, without lines."""
    if not block.texts:
        return
    table = _new_table(document, len(block.texts), (24, 76))
    for row, (name, text) in zip(table.rows, block.texts, strict=True):
        keep_row(row)
        _fill(row.cells[0], name, "Table Head", ink_=QUIET)
        _fill(row.cells[1], text, "Table Text")
    document.add_paragraph(style="After Table")


def _new_table(document: Any, rows: int, widths: tuple[int, ...]) -> Any:
    from docx.shared import Cm

    table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        share = Cm(WIDTH_CM * width / sum(widths))
        column.width = share
        for cell in column.cells:
            cell.width = share
    return table


def _style(block: Table, place: int) -> str:
    if place not in block.numeric:
        return "Table Text"
    return "Table Count" if block.shades else "Table Number"


def _fill(cell: Any, text: str, style: str, *, bold: bool | None = None, ink_: str = "") -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    write(paragraph, text, bold=bold, ink=ink_)
