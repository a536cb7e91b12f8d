"""What a file may be before it is opened: size, number and growth of what it packs, no document type in XML."""

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from interviews.formats.reading import Unreadable

# A long interview has 0.5 MB as text and 2 MB as a Word file with pictures; packed parts grow 33-fold at most.
FILE_BYTES = 50 * 2**20
ENTRIES = 2_000
UNPACKED_BYTES = 200 * 2**20
RATIO = 200
# A tiny part may shrink more than any honest large one, and harms nobody.
RATIO_FROM_BYTES = 2**20
_CHUNK = 2**16
# Where a document type stands: before the root element, below the XML declaration and perhaps comments.
_PROLOG = 10_000
_ELEMENT = re.compile(rb"<[^!?]")
_LITERAL = rb"""(?:"[^"<>\[\]]{0,500}"|'[^'<>\[\]]{0,500}')"""
_PLAIN_DOCTYPE = re.compile(
    rb"<!DOCTYPE\s{1,50}[\w.:-]{1,100}"
    rb"(?:\s{1,50}SYSTEM\s{1,50}"
    + _LITERAL
    + rb"|\s{1,50}PUBLIC\s{1,50}"
    + _LITERAL
    + rb"\s{1,50}"
    + _LITERAL
    + rb")?\s{0,50}>"
)


def read_bytes(path: Path) -> bytes:
    """The content of a file, refused where it is larger than 50 MB or cannot be opened."""
    try:
        with path.open("rb") as file:
            content = file.read(FILE_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"the file cannot be opened: {error.strerror or 'unknown reason'}") from None
    if len(content) > FILE_BYTES:
        raise Unreadable(f"the file is larger than {FILE_BYTES // 2**20} MB: split it or remove its pictures")
    return content


class Package:
    """A zip archive in memory that is checked before anything in it is unpacked."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise Unreadable("the file is damaged: open it in its program and save it again") from None
        entries = self._zip.infolist()
        if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
            raise Unreadable("the file unpacks to far more than a document holds; it was not opened")
        self.names = frozenset(entry.filename for entry in entries)
        self._left = UNPACKED_BYTES

    def read(self, name: str) -> bytes:
        """One part, unpacked piece by piece, since the size in the archive's directory can lie."""
        entry = self._zip.getinfo(name)
        if entry.flag_bits & 1:
            raise Unreadable("the file is protected by a password: remove it and read the file again")
        allowed = min(self._left, max(RATIO_FROM_BYTES, RATIO * entry.compress_size))
        pieces, size = [], 0
        try:
            with self._zip.open(entry) as part:
                while piece := part.read(_CHUNK):
                    pieces.append(piece)
                    size += len(piece)
                    if size > allowed:
                        raise Unreadable("the file unpacks to far more than a document holds; it was not opened")
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise Unreadable("the file is damaged: open it in its program and save it again") from None
        self._left -= size
        return b"".join(pieces)

    def xml(self, name: str) -> Any:
        """The root element of an XML part."""
        return parse_xml(self.read(name))


def without_plain_doctype(content: bytes) -> bytes:
    """The content without a document type that merely names an external file, as Transcriber writes it.

    The file is never looked for. One that declares anything itself, and one below the root's begin, stays and is
    refused by `parse_xml`; so is one in UTF-16.
    """
    match = _PLAIN_DOCTYPE.search(content[:_PROLOG])
    if match is None or _ELEMENT.search(content[: match.start()]):
        return content
    return content[: match.start()] + content[match.end() :]


def parse_xml(content: bytes) -> Any:
    """The root of an XML document; one that declares a document type, and with it entities, is refused."""
    if b"<!DOCTYPE" in content.replace(b"\0", b""):  # null bytes: UTF-16
        raise Unreadable("the file declares a document type, which no transcript needs; it was not opened")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable("the file is damaged: open it in its program and save it again") from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Unreadable("the file declares a document type, which no transcript needs; it was not opened")
    return root
