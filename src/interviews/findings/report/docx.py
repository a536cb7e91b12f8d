"""The report as a Word document with real styles: headings, captions, pull-quotes, tables with a header row."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interviews.findings.report.blocks import (
    Block,
    Bullets,
    Contents,
    Entry,
    Figures,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    PullQuote,
    Table,
    Title,
    Titled,
    Tree,
)
from interviews.findings.report.docx_parts import add_bookmark, add_field, add_link, border, set_alt, shade_paragraph
from interviews.findings.report.docx_parts import write as write_words
from interviews.findings.report.docx_settling import settle
from interviews.findings.report.docx_styles import WIDTH_CM, set_styles
from interviews.findings.report.docx_table import add_entry, add_figures, add_table
from interviews.findings.report.look import ACCENT, PAPER
from interviews.findings.report.pictures import draw_png


def as_docx(blocks: Sequence[Block], study: Titled) -> bytes:
    """The document; its properties name the study, its language and the report's date, and nobody."""
    from docx import Document  # a quarter of a second that only this format needs

    document = Document()
    set_styles(document, study.language)
    _set_properties(document, study)
    _add_page_number(document)
    headings = [block for block in blocks if isinstance(block, Heading)]
    for place, block in enumerate(blocks):
        if isinstance(block, Contents):
            _add_contents(document, block, headings)
        elif isinstance(block, Heading):
            _add_heading(document, block, headings.index(block), fresh=_starts_page(blocks, place))
        elif not isinstance(block, PageBreak):
            _WRITERS[type(block)](document, block)
    written = io.BytesIO()
    document.save(written)
    return settle(written.getvalue())


def _starts_page(blocks: Sequence[Block], place: int) -> bool:
    return place > 0 and isinstance(blocks[place - 1], PageBreak)


def _set_properties(document: Any, study: Titled) -> None:
    from datetime import datetime, time

    properties, moment = document.core_properties, datetime.combine(study.date, time())
    properties.title, properties.language = study.name, study.language
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = moment
    properties.revision = 1


def _add_page_number(document: Any) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.footer.paragraphs[0]
    paragraph.style = document.styles["Footer"]
    add_field(paragraph, "PAGE", "1")


def _add_title(document: Any, block: Title) -> None:
    write_words(document.add_paragraph(style="Subtitle"), block.kind)
    write_words(document.add_paragraph(style="Title"), block.name)
    for line in block.lines:
        write_words(document.add_paragraph(style="Title Line"), line)
    if block.mark:
        write_words(document.add_paragraph(style="Title Line"), block.mark)


def _add_heading(document: Any, block: Heading, number: int, *, fresh: bool) -> None:
    paragraph = document.add_paragraph(style=f"Heading {block.level}")
    paragraph.paragraph_format.page_break_before = True if fresh else None
    write_words(paragraph, block.text)
    add_bookmark(paragraph, block.anchor, number)
    if block.colour:
        border(paragraph, "left", block.colour, 36, 8)


def _add_contents(document: Any, block: Contents, headings: Sequence[Heading]) -> None:
    """The entries as links; Word adds page numbers when a person updates the field."""
    title = document.add_paragraph(style="Contents Title")
    title.paragraph_format.page_break_before = True
    write_words(title, block.title)
    entries = [heading for heading in headings if heading.level <= 2]
    paragraphs = [document.add_paragraph(style=f"toc {entry.level}") for entry in entries]
    for paragraph, entry in zip(paragraphs, entries, strict=True):
        add_link(paragraph, entry.text, entry.anchor)
    if paragraphs:
        add_field(paragraphs[0], r'TOC \o "1-2" \h \z \u', last=paragraphs[-1])


def _add_tree(document: Any, block: Tree) -> None:
    from docx.shared import Cm

    title = document.add_paragraph(style="Contents Title")
    title.paragraph_format.page_break_before = True
    write_words(title, block.title)
    for text, depth, anchor, colour in block.lines:
        paragraph = document.add_paragraph(style="toc 2" if depth else "toc 1")
        paragraph.paragraph_format.left_indent = Cm(0.7 * depth)
        write_words(paragraph, "■ ", ink=colour)
        add_link(paragraph, text, anchor)


def _add_paragraph(document: Any, block: Paragraph) -> None:
    styles = {"body": "Body Text", "lead": "Lead", "small": "Remark"}
    write_words(document.add_paragraph(style=styles[block.kind]), block.text)


def _add_bullets(document: Any, block: Bullets) -> None:
    for item in block.items:
        write_words(document.add_paragraph(style="List Bullet"), item)


def _add_note(document: Any, block: Note) -> None:
    for place, line in enumerate((block.title, *block.lines)):
        paragraph = document.add_paragraph(style="Note" if place else "Note Title")
        write_words(paragraph, line)
        shade_paragraph(paragraph, PAPER)
        border(paragraph, "left", ACCENT, 24, 10)


def _add_quote(document: Any, block: PullQuote) -> None:
    before, after = block.marks
    words = document.add_paragraph(style="Pull Quote" if block.prominent else "Quote")
    write_words(words, f"{before}{block.text}{after}", language=block.language)
    source = document.add_paragraph(style="Pull Quote Source" if block.prominent else "Quote Source")
    write_words(source, f"{block.source} · {block.citation}")
    if block.prominent:
        border(words, "top", block.colour or ACCENT, 18, 10)
    else:
        for paragraph in (words, source):
            border(paragraph, "left", block.colour or ACCENT, 18, 10)


def _add_picture(document: Any, block: Picture) -> None:
    from docx.shared import Cm

    paragraph = document.add_paragraph(style="Picture")
    shape = paragraph.add_run().add_picture(io.BytesIO(draw_png(block.spec)))
    largest = Cm(WIDTH_CM)
    # No wider than the page, and no taller than two thirds of it.
    factor = min(largest / shape.width, Cm(16) / shape.height, 0.5)
    shape.width, shape.height = int(shape.width * factor), int(shape.height * factor)
    set_alt(shape, block.alt)
    write_words(document.add_paragraph(style="Caption"), block.caption)


_WRITERS: Mapping[type, Callable[[Any, Any], None]] = {
    Title: _add_title,
    Paragraph: _add_paragraph,
    Bullets: _add_bullets,
    Note: _add_note,
    PullQuote: _add_quote,
    Picture: _add_picture,
    Table: add_table,
    Tree: _add_tree,
    Entry: add_entry,
    Figures: add_figures,
}
