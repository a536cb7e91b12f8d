"""Run as a program of its own: a PDF on standard input, all its words as JSON on standard output.

It imports nothing but pypdfium2 and limits itself before it looks at the file: PDFium is written in C++, and a crash or
an endless loop in it must end here.
"""

import base64
import ctypes
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

MEMORY_BYTES = 2 * 2**30
CPU_SECONDS = 120
PAGES = 10_000
_LONGEST = 50_000_000
_PASSWORD = 4
_FIELDS = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")
_NOTES = (b"Contents", b"T", b"Subj", b"V", b"DV", b"TU", b"TM", b"RC", b"NM")


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
    """`parts`, each a place and its words, `files` that are attached, `scans`: pages with a picture and no words."""
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        return {"error": "password" if pdfium.FPDF_GetLastError() == _PASSWORD else "damaged"}
    count = pdfium.FPDF_GetPageCount(document)
    parts, scans = [["document properties", "\n".join(_properties(pdfium, document))]], []
    for number in range(min(count, PAGES)):
        words, has_picture = _page(pdfium, document, number)
        parts.append([f"page {number + 1}", words])
        if has_picture and not words.strip():
            scans.append(number + 1)
    parts.append(["bookmarks", "\n".join(_bookmarks(pdfium, document))])
    return {"parts": parts, "scans": scans, "files": list(_files(pdfium, document)), "left": max(0, count - PAGES)}


def _properties(pdfium: Any, document: Any) -> Iterator[str]:
    for name in _FIELDS:
        yield _wide(lambda into, size, name=name: pdfium.FPDF_GetMetaText(document, name.encode(), into, size))


def _page(pdfium: Any, document: Any, number: int) -> tuple[str, bool]:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return "", True
    text = pdfium.FPDFText_LoadPage(page)
    count = pdfium.FPDFText_CountChars(text) if text else 0
    buffer = (ctypes.c_ushort * (count + 1))()
    if count > 0:
        pdfium.FPDFText_GetText(text, 0, count, buffer)
    words = [bytes(buffer).decode("utf-16-le", "replace").rstrip("\0"), *_notes(pdfium, page)]
    kinds = (
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, i)) for i in range(min(_objects(pdfium, page), 1000))
    )
    has_picture = any(kind == pdfium.FPDF_PAGEOBJ_IMAGE for kind in kinds)
    if text:
        pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return "\n".join(filter(None, words)), has_picture


def _objects(pdfium: Any, page: Any) -> int:
    return int(pdfium.FPDFPage_CountObjects(page))


def _notes(pdfium: Any, page: Any) -> Iterator[str]:
    """Comments and form fields on a page."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), 10_000)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        for name in _NOTES if note else ():
            yield _wide(
                lambda into, size, name=name, note=note: pdfium.FPDFAnnot_GetStringValue(
                    note, name, ctypes.cast(into, ctypes.POINTER(ctypes.c_ushort)) if into else None, size
                )
            )
        if note:
            pdfium.FPDFPage_CloseAnnot(note)


def _bookmarks(pdfium: Any, document: Any) -> Iterator[str]:
    waiting, seen = [pdfium.FPDFBookmark_GetFirstChild(document, None)], set[Any]()
    while waiting:
        mark = waiting.pop()
        place = ctypes.cast(mark, ctypes.c_void_p).value
        if not mark or place in seen or len(seen) > 10_000:
            continue
        seen.add(place)
        yield _wide(lambda into, size, mark=mark: pdfium.FPDFBookmark_GetTitle(mark, into, size))
        waiting += [
            pdfium.FPDFBookmark_GetNextSibling(document, mark),
            pdfium.FPDFBookmark_GetFirstChild(document, mark),
        ]


def _files(pdfium: Any, document: Any) -> Iterator[list[str]]:
    for number in range(min(pdfium.FPDFDoc_GetAttachmentCount(document), 1000)):
        attached = pdfium.FPDFDoc_GetAttachment(document, number)
        name = _wide(
            lambda into, size, attached=attached: pdfium.FPDFAttachment_GetName(
                attached, ctypes.cast(into, ctypes.POINTER(ctypes.c_ushort)) if into else None, size
            )
        )
        size = ctypes.c_ulong()
        pdfium.FPDFAttachment_GetFile(attached, None, 0, size)
        buffer = ctypes.create_string_buffer(max(1, min(size.value, _LONGEST)))
        pdfium.FPDFAttachment_GetFile(attached, buffer, len(buffer), size)
        yield [name, base64.b64encode(buffer.raw[: size.value]).decode()]


def _wide(call: Callable[..., int]) -> str:
    """What a function of PDFium says in UTF-16, asked first for its length."""
    size = min(call(None, 0), 2_000_000)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


if __name__ == "__main__":
    sys.path[:0] = sys.argv[1:]
    limit()
    json.dump(extract(sys.stdin.buffer.read()), sys.stdout)
