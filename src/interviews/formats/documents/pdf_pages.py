"""Run as a program of its own: a PDF on standard input, its lines with their places as JSON on standard output.

It imports nothing but pypdfium2, so that it starts fast, and limits itself before it looks at the file: PDFium is
written in C++, and a crash or an endless loop in it must end here.
"""

import ctypes
import json
import sys
from typing import Any

# An interview of three hours has 80 pages of 3,000 characters.
MEMORY_BYTES = 2 * 2**30
CPU_SECONDS = 45
PAGES = 2_000
PAGE_CHARACTERS = 200_000
PAGE_LINES = 10_000
CHARACTERS = 5_000_000
_PASSWORD = 4
_HYPHENATED = 0xFFFE
_HYPHENS = (0x2, 0x2D, 0xAD, 0x2010, _HYPHENATED)
_RETURN, _LINE_END, _BLANK = 13, 10, 32
# In heights of a line; a gap between words is a third of one, a tabulator often less.
_WIDE_GAP = 2.5
_NAMES = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")


def limit() -> None:
    """Bound memory and time, where the system knows such limits."""
    try:
        import resource
    except ImportError:  # Windows: the caller's timeout remains
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # a lower limit is set already, or the system refuses this one
            continue


def extract(content: bytes) -> dict[str, Any]:
    """Size and lines of every page and the document's properties; `error` where the file cannot be opened."""
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        return {"error": "password" if pdfium.FPDF_GetLastError() == _PASSWORD else "damaged"}
    count = pdfium.FPDF_GetPageCount(document)
    if count > PAGES:
        return {"error": "pages", "count": count}
    pages, left = [], CHARACTERS
    for number in range(count):
        page = _page(pdfium, document, number)
        left -= page["characters"]
        if page["characters"] > PAGE_CHARACTERS or len(page["lines"]) > PAGE_LINES or left < 0:
            return {"error": "characters", "count": number + 1}
        pages.append(page)
    return {
        "pages": pages,
        "properties": {name: text for name in _NAMES if (text := _property(pdfium, document, name))},
    }


def _property(pdfium: Any, document: Any, name: str) -> str:
    size = pdfium.FPDF_GetMetaText(document, name.encode(), None, 0)
    buffer = ctypes.create_string_buffer(min(size, 20_000))
    pdfium.FPDF_GetMetaText(document, name.encode(), buffer, len(buffer))
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()


def _page(pdfium: Any, document: Any, number: int) -> dict[str, Any]:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {"damaged": True, "characters": 0, "width": 0, "height": 0, "lines": [], "images": 0}
    text = pdfium.FPDFText_LoadPage(page)
    count = pdfium.FPDFText_CountChars(text) if text else 0
    turned = pdfium.FPDFPage_GetRotation(page) % 4
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    # FPDF_GetPageWidthF is that of the page as shown; the boxes of characters are not turned.
    lines = _lines(pdfium, text, count, turned, width, height) if 0 < count <= PAGE_CHARACTERS else []
    images = 0
    if not lines:
        kinds = [
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, i))
            for i in range(min(pdfium.FPDFPage_CountObjects(page), 1000))
        ]
        images = sum(kind == pdfium.FPDF_PAGEOBJ_IMAGE for kind in kinds)
    if text:
        pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return {"characters": count, "width": width, "height": height, "lines": lines, "images": images}


def _lines(pdfium: Any, text: Any, count: int, turned: int, width: float, height: float) -> list[list[Any]]:
    """Words, left, bottom, right and top of every line, and the height at which its letters stand.

    A word broken with a hyphen ends its line with U+FFFE; a wide gap ends a line as well, since columns may part there.
    """
    lines: list[list[Any]] = []
    units: list[int] = []
    box: list[float] = []
    base = 0.0
    sides = tuple(ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()

    def finish() -> None:
        nonlocal units, box
        if units and box:  # else it holds blanks only
            words = b"".join(map(_encoded, units)).decode("utf-16-le", "replace")
            lines.append([words, *(round(side, 2) for side in (*box, base))])
        units, box = [], []

    for i in range(count):
        unit = pdfium.FPDFText_GetUnicode(text, i)
        if unit in (_RETURN, _LINE_END):
            finish()
            continue
        if unit not in (0, _BLANK) and pdfium.FPDFText_GetCharBox(text, i, *sides):
            left, right, bottom, top = (side.value for side in sides)
            shown = _shown(left, bottom, right, top, turned, width, height)
            if box and shown[0] - box[2] > _WIDE_GAP * (box[3] - box[1]):
                finish()
            if not box:
                pdfium.FPDFText_GetCharOrigin(text, i, x, y)
                base = _shown(x.value, y.value, x.value, y.value, turned, width, height)[1]
            box = _around(box, shown) if box else shown
        broken = unit in _HYPHENS and pdfium.FPDFText_IsHyphen(text, i) == 1
        if unit:
            units.append(_HYPHENATED if broken else unit)
        if broken:
            finish()
    finish()
    return lines


def _encoded(unit: int) -> bytes:
    return unit.to_bytes(2, "little") if unit < 0x10000 else chr(min(unit, 0x10FFFF)).encode("utf-16-le")


def _shown(
    left: float, bottom: float, right: float, top: float, turned: int, width: float, height: float
) -> list[float]:
    """Left, bottom, right and top on the page as it is shown."""
    if turned == 1:
        return [bottom, height - right, top, height - left]
    if turned == 2:
        return [width - right, height - top, width - left, height - bottom]
    if turned == 3:
        return [width - top, left, width - bottom, right]
    return [left, bottom, right, top]


def _around(box: list[float], more: list[float]) -> list[float]:
    return [min(box[0], more[0]), min(box[1], more[1]), max(box[2], more[2]), max(box[3], more[3])]


if __name__ == "__main__":
    sys.path[:0] = sys.argv[1:]
    limit()
    json.dump(extract(sys.stdin.buffer.read()), sys.stdout)
