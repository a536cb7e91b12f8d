"""Pieces of Word's XML that python-docx has no call for: fields, links, bookmarks, borders, direction."""

from typing import Any

from interviews.findings.report.characters import printable, runs_from_right


def _element(tag: str, /, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def write(paragraph: Any, text: str, *, language: str | None = None, bold: bool | None = None, ink: str = "") -> None:
    """Adds the words, line breaks kept, from right to left where they run so."""
    from docx.shared import RGBColor

    run = paragraph.add_run(printable(text))
    run.bold = bold
    if ink:
        run.font.color.rgb = RGBColor.from_string(ink.lstrip("#").upper())
    if runs_from_right(text):
        paragraph._p.get_or_add_pPr().insert_element_before(_element("bidi"), *_AFTER_BIDI)
        run.font.rtl = True
    if language:
        run._r.get_or_add_rPr().append(_element("lang", val=language, bidi=language))


# The order of elements in a paragraph's properties is fixed by the standard (ECMA-376, 17.3.1.26).
_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl"),
    *("w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
_AFTER_SHADING = (
    *("w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct"),
    *("w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", *_AFTER_BIDI),
)


def border(paragraph: Any, side: str, colour: str, eighths: int, space: int) -> None:
    """A rule on one side of the paragraph, in eighths of a point, `space` points away."""
    from docx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = _element("pBdr")
        properties.insert_element_before(borders, "w:shd", *_AFTER_SHADING)
    borders.append(_element(side, val="single", sz=str(eighths), space=str(space), color=colour.lstrip("#")))


def shade_paragraph(paragraph: Any, colour: str) -> None:
    """A coloured ground behind the paragraph."""
    shading = _element("shd", val="clear", color="auto", fill=colour.lstrip("#"))
    paragraph._p.get_or_add_pPr().insert_element_before(shading, *_AFTER_SHADING)


def shade_cell(cell: Any, colour: str) -> None:
    """A coloured ground behind a table's cell."""
    cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=colour.lstrip("#")))


def rule_table(table: Any, colour: str, inside: str) -> None:
    """Thin lines between the rows, a stronger one at the foot, none between columns."""
    lines = _element("tblBorders")
    for side, size, ink in (("top", "0", ""), ("bottom", "6", colour), ("insideH", "4", inside)):
        kind = "single" if ink else "nil"
        lines.append(_element(side, val=kind, sz=size, space="0", color=(ink or "auto").lstrip("#")))
    table._tbl.tblPr.append(lines)
    margins = _element("tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(side, w="70", type="dxa"))
    table._tbl.tblPr.append(margins)


def rule_cell(cell: Any, colour: str) -> None:
    """A strong line under one cell."""
    borders = _element("tcBorders")
    borders.append(_element("bottom", val="single", sz="12", space="0", color=colour.lstrip("#")))
    cell._tc.get_or_add_tcPr().append(borders)


def repeat_row(row: Any) -> None:
    """Makes the row a header that returns on every page."""
    row._tr.get_or_add_trPr().append(_element("tblHeader"))


def keep_row(row: Any) -> None:
    """Never breaks the row over two pages."""
    row._tr.get_or_add_trPr().append(_element("cantSplit"))


def add_bookmark(paragraph: Any, name: str, number: int) -> None:
    """A place that links can name; around the paragraph's words."""
    start = _element("bookmarkStart", id=str(number), name=_bookmark(name))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(_element("bookmarkEnd", id=str(number)))


def add_link(paragraph: Any, text: str, anchor: str) -> None:
    """A link to a bookmark of this document."""
    link = _element("hyperlink", anchor=_bookmark(anchor), history="1")
    write(paragraph, text)
    link.append(paragraph.runs[-1]._r)
    paragraph._p.append(link)


def _bookmark(name: str) -> str:
    return "b_" + name.replace("-", "_")  # Word allows letters, digits and the underscore only


def add_field(paragraph: Any, code: str, shown: str | None = None, last: Any = None) -> None:
    """A field that Word computes; `shown` stands there until it does, or everything up to the paragraph `last`."""
    begin, text, between, end = (_element("r") for _ in range(4))
    begin.append(_element("fldChar", fldCharType="begin"))
    instruction = _element("instrText")
    instruction.text = f" {code} "
    text.append(instruction)
    between.append(_element("fldChar", fldCharType="separate"))
    end.append(_element("fldChar", fldCharType="end"))
    for place, run in enumerate((begin, text, between), start=1 if paragraph._p.pPr is not None else 0):
        paragraph._p.insert(place, run)
    if shown:
        write(paragraph, shown)
    (last if last is not None else paragraph)._p.append(end)


def set_alt(shape: Any, words: str) -> None:
    """The words read out in place of a picture."""
    shape._inline.docPr.set("descr", printable(words))
