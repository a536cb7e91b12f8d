"""Quotes as a Word document, written directly as XML: ten thousand quotes take a second."""

import io
import unicodedata
from html import escape

from interviews.model import Quote
from interviews.quotes.archive import settle
from interviews.quotes.collection import Quotes
from interviews.quotes.wording import attribution, warning, word
from interviews.text import fit_for_xml

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BODY = "word/document.xml"
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


def quotes_as_docx(quotes: Quotes, language: str) -> bytes:
    """A document with a heading for every code, in the styles of Word's own template."""
    from docx import Document  # a quarter of a second that only this format needs

    paragraphs = [_paragraph(word("title", language), "Title")]
    if told := warning(quotes, language):
        paragraphs.append(_paragraph(told, "IntenseQuote"))
    for code, group in quotes.by_code().items():
        paragraphs.append(_paragraph(code or word("uncoded", language), "Heading1"))
        for quote in group:
            paragraphs.append(_paragraph(quote.text, "Quote"))
            paragraphs.append(_source(quote, language))
    document = Document()
    for element in document.styles.element.iter(f"{{{_SPACE}}}lang"):
        element.set(f"{{{_SPACE}}}val", language)
    written = io.BytesIO()
    document.save(written)
    return settle(written.getvalue(), {_BODY: lambda xml: xml.replace(b"<w:body>", _begun(paragraphs), 1)})


def _begun(paragraphs: list[str]) -> bytes:
    # Inserted as text: element by element, ten thousand quotes would take ten times as long.
    return f"<w:body>{''.join(paragraphs)}".encode()


def _source(quote: Quote, language: str) -> str:
    return _paragraph(f"— {attribution(quote, language)} · {quote.citation}", "Normal", '<w:sz w:val="18"/>')


def _paragraph(text: str, style: str, look: str = "") -> str:
    words = escape(fit_for_xml(text), quote=False).replace("\r", "").replace("\n", _BREAK)
    backwards = _reads_from_right(text)
    together = "<w:keepNext/>" if style == "Quote" else ""  # never a quote without its source on the same page
    direction = "<w:bidi/>" if backwards else ""
    run = f"<w:rPr>{look}{'<w:rtl/>' if backwards else ''}</w:rPr>"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{together}{direction}</w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def _reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or the like."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"
