"""PDF with a text layer: the text of its pages, put together again, and what the pages carry around it."""

import re
from collections.abc import Iterator, Sequence

from interviews.errors import Problem, Severity, counted
from interviews.formats.documents.pdf_extraction import Extracted, Page, extract_pages
from interviews.formats.documents.pdf_furniture import Furniture, take_furniture
from interviews.formats.documents.pdf_layout import Layout, lay_out
from interviews.formats.documents.pdf_paragraphs import join_lines
from interviews.formats.documents.spoken import reading_of
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.model import SourceNote

_SCAN = (
    "the PDF holds no text, only pictures of pages (a scan): recognize its text first (OCR), in your PDF program or "
    "with OCRmyPDF, and read the new file"
)
_KINDS = {"Title": "title", "Author": "author", "Subject": "remark", "Keywords": "remark", "Creator": "remark"}
# What PDFs carry between letters for the sake of setting them, and letters of fonts that do not say what they mean.
_UNSEEN = re.compile("[\u200b\ufeff\x00-\x08\x0b-\x1f\x7f]")
_MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff]")
# What MAXQDA prints above its lists, in English and German, and the names of their columns below it.
_TITLE = re.compile(r"\s*(?:Coded Segments|Code System|Codesystem|Codierte Segmente|Liste der Codes)\s*\n")
_LIST = re.compile(r"\s*(?:Coded Segments|Codierte Segmente)\s+Dokument|\s*Coded Segments\s+Document name\s+Code\b")
_CODES = re.compile(r"\s*(?:Code ?System|Liste der Codes)\s+Code ?System\s+Memo\b", re.IGNORECASE)


def read_pdf(file: Opened) -> Reading:
    """A transcript of the text of a PDF, reconstructed: lines joined to paragraphs, page furniture set aside."""
    found = extract_pages(file.content)
    if not any(page.lines for page in found.pages):
        raise Unreadable(_SCAN if any(page.has_images for page in found.pages) else "the PDF holds no text")
    layout = lay_out(found.pages)
    furniture = take_furniture(layout.lines, found.pages)
    text, unseen = _UNSEEN.subn("", join_lines(furniture.body))
    if _LIST.match(text) or _CODES.match(text):
        raise Unreadable(
            "the PDF is the print of a list of codes or coded passages and no transcript: read the transcripts "
            "themselves, and codings from a REFI-QDA file (.qdpx)"
        )
    meaningless = len(_MEANINGLESS.findall(text))
    if meaningless > 0.3 * len(text):
        raise Unreadable("the fonts of the PDF do not say which letters they show: recognize its text first (OCR)")
    messages = [*_about(found.pages, layout, furniture), *_about_letters(unseen, meaningless), *_about_kind(text)]
    notes = list(_notes(found, layout, furniture))
    return reading_of(text, file, "pdf", problems=[Problem(file.name, *message) for message in messages], notes=notes)


def _about(pages: Sequence[Page], layout: Layout, furniture: Furniture) -> Iterator[tuple[str, Severity]]:
    count = counted(len(pages), "page", "pages")
    yield f"the text was reconstructed from {count} of a PDF: compare it with the print", Severity.INFO
    for number, one, many, fate, severity in (
        (layout.numbers, "line number", "line numbers", "removed", Severity.INFO),
        (layout.repeated, "line", "lines", "printed again on the next page and left out there", Severity.INFO),
        (furniture.page_numbers, "page number", "page numbers", "removed", Severity.INFO),
        (furniture.lines, "running head or foot", "running heads and feet", "set aside", Severity.INFO),
        (len(layout.outside), "line", "lines", "outside the visible page and set aside", Severity.WARNING),
        (sum(page.is_damaged for page in pages), "page", "pages", "damaged and left out", Severity.WARNING),
    ):
        if number:
            yield f"{counted(number, one, many)} {'was' if number == 1 else 'were'} {fate}", severity
    if layout.columns:
        count = counted(layout.columns, "page is", "pages are")
        yield f"{count} set in two columns, read one after the other: check the order", Severity.WARNING
    scanned = [page.number for page in pages if page.has_images and not page.lines]
    if scanned:
        shown = ", ".join(map(str, scanned[:8])) + (" ..." if len(scanned) > 8 else "")
        yield (
            f"{counted(len(scanned), 'page holds', 'pages hold')} a picture and no text: page {shown}",
            Severity.WARNING,
        )


def _about_letters(unseen: int, meaningless: int) -> Iterator[tuple[str, Severity]]:
    if unseen:
        yield f"{counted(unseen, 'invisible character was', 'invisible characters were')} removed", Severity.INFO
    if meaningless:
        yield (
            f"{counted(meaningless, 'letter', 'letters')} could not be told from the font: look for �",
            Severity.WARNING,
        )


def _about_kind(text: str) -> Iterator[tuple[str, Severity]]:
    if _TITLE.match(text):
        yield "this seems to be a list of codes or coded passages and no transcript: leave it out", Severity.WARNING


def _notes(found: Extracted, layout: Layout, furniture: Furniture) -> Iterator[SourceNote]:
    for name, text in found.properties.items():
        if name in _KINDS:
            yield SourceNote(_KINDS[name], text)
    for kind, texts in (("header", furniture.headers), ("footer", furniture.footers), ("remark", layout.outside)):
        if texts:
            yield SourceNote(kind, "\n".join(texts))
