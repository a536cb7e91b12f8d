"""The styles of the Word document: everything a person would change is changed here, or in Word, once."""

from typing import Any

from interviews.findings.report.look import ACCENT, INK, QUIET

# The width of text on A4 with 2.4 cm at either side.
WIDTH_CM = 16.2

# Name: base, font size in points, colour, bold, italic, space before and after, line height.
_Look = tuple[str, float, str, bool, bool, float, float, float]
_PARAGRAPHS: dict[str, _Look] = {
    "Normal": ("", 10.5, INK, False, False, 0, 6, 1.25),
    "Body Text": ("Normal", 10.5, INK, False, False, 0, 7, 1.3),
    "Title": ("Normal", 32, INK, True, False, 6, 18, 1.05),
    "Subtitle": ("Normal", 14, ACCENT, True, False, 150, 4, 1.1),
    "Title Line": ("Normal", 11.5, QUIET, False, False, 0, 4, 1.2),
    "Contents Title": ("Normal", 20, ACCENT, True, False, 0, 14, 1.1),
    "toc 1": ("Normal", 11, INK, True, False, 9, 2, 1.15),
    "toc 2": ("Normal", 10.5, INK, False, False, 0, 2, 1.15),
    "Heading 1": ("Normal", 24, ACCENT, True, False, 0, 16, 1.1),
    "Heading 2": ("Normal", 17, INK, True, False, 30, 8, 1.1),
    "Heading 3": ("Normal", 12.5, INK, True, False, 14, 5, 1.1),
    "Lead": ("Normal", 12, INK, False, False, 0, 9, 1.35),
    "Remark": ("Normal", 9, QUIET, False, False, 2, 8, 1.25),
    "List Bullet": ("Normal", 10.5, INK, False, False, 0, 5, 1.25),
    "Note Title": ("Normal", 12, ACCENT, True, False, 26, 0, 1.3),
    "Note": ("Normal", 10, INK, False, False, 0, 0, 1.35),
    "Pull Quote": ("Normal", 16, ACCENT, False, False, 16, 4, 1.3),
    "Pull Quote Source": ("Normal", 9, QUIET, False, False, 0, 18, 1.2),
    "Quote": ("Normal", 11, INK, False, False, 8, 0, 1.3),
    "Quote Source": ("Normal", 9, QUIET, False, False, 0, 12, 1.3),
    "Picture": ("Normal", 10.5, INK, False, False, 10, 4, 1.0),
    "Caption": ("Normal", 9.5, INK, True, False, 12, 4, 1.2),
    "Table Text": ("Normal", 9.5, INK, False, False, 2.5, 2.5, 1.1),
    "Table Head": ("Table Text", 9, INK, True, False, 2.5, 2.5, 1.1),
    "Table Head Number": ("Table Head", 9, INK, True, False, 2.5, 2.5, 1.1),
    "Table Head Count": ("Table Head", 9, INK, True, False, 2.5, 2.5, 1.1),
    "Table Number": ("Table Text", 9.5, INK, False, False, 2.5, 2.5, 1.1),
    "Table Count": ("Table Text", 9.5, INK, False, False, 2.5, 2.5, 1.1),
    "After Table": ("Normal", 5, INK, False, False, 0, 2, 1.0),
    "Figure": ("Normal", 22, ACCENT, True, False, 0, 0, 1.0),
    "Figure Name": ("Normal", 9.5, QUIET, False, False, 0, 4, 1.1),
    "Footer": ("Normal", 9, QUIET, False, False, 0, 0, 1.0),
}
_KEPT_WITH_NEXT = {
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Caption",
    "Lead",
    "Pull Quote",
    "Quote",
    "Note Title",
    "Picture",
}
_INDENTED = {"Note Title": 0.45, "Note": 0.45, "Quote": 0.45, "Quote Source": 0.45, "toc 2": 0.6}
_ALIGNED = {
    **{"Table Number": "RIGHT", "Table Count": "CENTER", "Footer": "CENTER"},
    **{"Table Head Number": "RIGHT", "Table Head Count": "CENTER"},
}
_SERIF = {"Pull Quote", "Quote"}


def set_styles(document: Any, language: str) -> None:
    """The page, the styles above, and the language of the report for the spelling check."""
    _set_page(document.sections[0])
    for name, look in _PARAGRAPHS.items():
        _set_style(document, name, look)
    _set_language(document, language)


def _set_page(section: Any) -> None:
    from docx.shared import Cm

    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - WIDTH_CM) / 2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def _set_style(document: Any, name: str, look: _Look) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt, RGBColor

    base, size, colour, bold, italic, before, after, line = look
    style = _style(document, name)
    if base:
        style.base_style = document.styles[base]
    _set_font(style, "Cambria" if name in _SERIF else "Calibri")
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    shape.keep_with_next = name in _KEPT_WITH_NEXT
    shape.widow_control = True
    if name in _INDENTED:
        shape.left_indent = Cm(_INDENTED[name])
    if name in _ALIGNED:
        shape.alignment = getattr(WD_ALIGN_PARAGRAPH, _ALIGNED[name])


def _style(document: Any, name: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.name for style in document.styles}
    return document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def _set_font(style: Any, family: str) -> None:
    """One family for all scripts; the template's theme fonts and rules would override it."""
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")) + properties.findall(qn("w:spacing")):
        properties.remove(old)
    style.font.name = family
    for script in ("w:cs", "w:eastAsia"):
        properties.find(qn("w:rFonts")).set(qn(script), family)
    shape = style.element.get_or_add_pPr()
    for old in shape.findall(qn("w:pBdr")):
        shape.remove(old)


def _set_language(document: Any, language: str) -> None:
    from docx.oxml.ns import qn

    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
