"""A PDF as the leak check reads it: what it shows, what it says of itself, and every packed stretch within it."""

import base64
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from interviews.anonymity.leaks.parts import LARGEST, PIXELS, Part, Remark
from interviews.anonymity.leaks.pdf_words import CPU_SECONDS, PAGES
from interviews.errors import Severity

START = b"%PDF-"
_PROGRAM = Path(__file__).with_name("pdf_words.py")
_SECONDS = CPU_SECONDS + 60
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_OCTAL = re.compile(rb"\\([0-7]{3})")
_HEX = re.compile(rb"<\s*((?:[0-9A-Fa-f]{2}\s*){3,})>")
# Fonts and colours hold no words of the document.
_WORDLESS = re.compile(rb"/Length[123]\b|/FontFile|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType|Image)|/N\s+[134]\s")
# PDFium marks a word that is broken at the end of a line.
_BROKEN = re.compile("(?:[\ufffe\x02]|(?<=\\w)[-\u2010\u00ad])\\s*\r?\n\\s*|[\ufffe\x02]")
_ERRORS = {
    "password": "it is protected by a password and was not searched",
    "damaged": "the PDF is damaged: it was searched only as far as its words stand in it openly",
}


def read_pdf(content: bytes) -> Iterator[Part | Remark]:
    """Its words and comments page by page, properties, bookmarks, attached files; and its objects, unpacked."""
    yield Part("", b"\n".join(_objects(content)), opened=True)
    yield from (Part("picture", picture) for picture in _pictures(content))
    found = _run(content)
    if "error" in found:
        yield Remark("", _ERRORS[found["error"]])
        return
    for place, words in found["parts"]:
        yield Part(place, words, opened=True)
        if _BROKEN.search(words):
            yield Part(place, _BROKEN.sub("", words), opened=True)
    for name, packed in found["files"]:
        yield Part("name of an attached file", name, opened=True)
        yield Part("attached file", base64.b64decode(packed))
    if found["scans"]:
        pages = ", ".join(map(str, found["scans"][:10])) + (" and more" if len(found["scans"]) > 10 else "")
        yield Remark("", f"page {pages}: a picture without words, as of a scan, which is not searched")
    elif b"/Image" in content:
        yield Remark("", PIXELS, Severity.INFO)
    if found["left"]:
        yield Remark("", f"the PDF has more than {PAGES} pages: {found['left']} were not searched")


def _run(content: bytes) -> dict[str, Any]:
    command = [sys.executable, "-I", "-S", str(_PROGRAM), *_places()]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_SECONDS, check=False)
        found = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, OSError, ValueError):
        found = None
    return found if isinstance(found, dict) else {"error": "damaged"}


def _places() -> list[str]:
    """Where pypdfium2 is installed: the process looks nowhere else, which halves its start."""
    specs = [find_spec(name) for name in ("pypdfium2", "pypdfium2_raw")]
    return list(dict.fromkeys(str(Path(spec.origin).parent.parent) for spec in specs if spec and spec.origin))


def _objects(content: bytes) -> Iterator[bytes]:
    """What stands in the file openly, what it packs, and the words that it writes as figures."""
    left = LARGEST
    for before, stream in _split(content):
        packed = _inflated(before, stream, left)
        left -= len(packed)
        for piece in (before, packed):
            yield _OCTAL.sub(lambda match: bytes([int(match[1], 8) & 255]), piece)
            yield from (_unhexed(match[1]) for match in _HEX.finditer(piece))


def _split(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands before each stream, and the stream."""
    at = 0
    while match := _STREAM.search(content, at):
        end = content.find(b"endstream", match.end())
        end = len(content) if end < 0 else end
        yield content[at : match.start()], content[match.end() : end]
        at = end
    yield content[at:], b""


def _inflated(before: bytes, stream: bytes, most: int) -> bytes:
    told = before[before.rfind(b"obj") :]
    if _WORDLESS.search(told) or most <= 0:
        return b""
    if b"/Filter" not in told:
        return stream
    try:
        return zlib.decompressobj().decompress(stream, most) if b"/FlateDecode" in told else b""
    except zlib.error:
        return b""


def _unhexed(figures: bytes) -> bytes:
    return bytes.fromhex(re.sub(rb"\s", b"", figures).decode("ascii")) + b"\n"


def _pictures(content: bytes) -> Iterator[bytes]:
    return (stream for _, stream in _split(content) if stream.startswith(b"\xff\xd8\xff"))
