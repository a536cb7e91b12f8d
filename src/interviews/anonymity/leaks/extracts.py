"""Everything readable in a file, whatever its format: text in two encodings, insides of archives, undone escapes."""

import base64
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import ascii_letters, digits
from typing import NamedTuple
from urllib.parse import unquote

from interviews.anonymity.leaks.escapes import is_quoted_printable, read_quoted, without_breaks, without_strokes
from interviews.anonymity.leaks.extracts_database import START as DATABASE
from interviews.anonymity.leaks.extracts_database import read_database
from interviews.anonymity.leaks.openers import reader_of, seems_packed
from interviews.anonymity.leaks.parts import LARGEST, TOO_LARGE, Part, Remark

# Runs of letters in UTF-16 below U+0700: Latin, Greek, Cyrillic, Hebrew and Arabic; little-endian, then big-endian.
_UTF16 = (
    (re.compile(rb"(?:[\x09-\xff][\x00-\x06]){4,}"), "utf-16-le"),
    (re.compile(rb"(?:[\x00-\x06][\x09-\xff]){4,}"), "utf-16-be"),
)
_TAG = re.compile(r"<[^<>]{0,4000}>")
# Tags that part words even where no blank is written: paragraphs, cells, lines, in HTML and Office documents.
_BLOCK = re.compile(r"</?(?:\w+:)?(?:p|br|div|li|t[dhr]|h[1-6]|si|row|c|v|is|tab|cr)\b[^<>]{0,4000}>")
_ESCAPED = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})")
# Markdown within a word; a single star is the one of Nachbar*innen.
_EMPHASIS = re.compile(r"(?<=\w)(?:\*\*\*?|__)(?=\w)")
# Embedded pictures and the like, in one line or in several; no prose runs on for so long without a blank.
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,}(?:\\n[A-Za-z0-9+/]{4,})*={0,2}")
_RUN = b"A" * 60
_LETTERS = bytes(65 if chr(byte) in f"{ascii_letters}{digits}+/" else 32 for byte in range(256))
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
# What is empty in a database and in the log beside it, which may be most of them; no letters hold so many zeros.
_EMPTY = re.compile(rb"\0{16,}")
# Compressed pixels spell short words by chance, hardly ever one of eight letters.
_STRINGS = re.compile(rb"[\x20-\x7e\xa0-\xff]{8,}")
_ZIP, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
# The end of a zip archive stands in its last bytes, whatever was put before its beginning.
_ZIP_TAIL = 66_000
# What Office writes into every document, whoever is spoken of in it: its namespaces, its program, its fonts, scripts
# and styles of citing. Without this, nobody who replaces Microsoft, Georgia or Hans could write a report.
_OF_THE_FORMAT = re.compile(
    rb"(?:https?://|urn:)schemas[-.](?:microsoft|openxmlformats)[^\"'<>\s]*|<Application>[^<]*</Application>"
    rb"|\b(?:typeface|script|m:val|w:ascii|w:hAnsi|w:eastAsia|w:cs|SelectedStyle|StyleName)=\"[^\"]*\""
    rb"|<(?:w:font w:name|name val|rFont val)=\"[^\"]*\""
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# A document with an archive in it, in a packed folder, is opened; what is nested deeper is a trap more often.
_DEPTH = 5
_LARGEST_FILE = 2_000_000_000


class Extract(NamedTuple):
    """A readable part of a file and where it is."""

    place: str
    text: str
    lined: bool
    """Whether counting lines helps a person to find the place."""


def read_extracts(path: Path) -> Iterator[Extract | Remark]:
    """All readable parts of a file, its name first, and remarks on what was not searched.

    Raises OSError where it cannot be read.
    """
    yield Extract("file name", path.name, False)
    if path.stat().st_size > _LARGEST_FILE:
        yield Remark("", f"it is larger than {_LARGEST_FILE // 1_000_000_000} GB and was not searched")
        return
    content, log = path.read_bytes(), path.with_name(path.name + "-wal")
    if content.startswith(DATABASE) and log.is_file():
        yield from _of_parts(read_database(content, log.read_bytes()), "", _DEPTH)
    else:
        yield from _of_bytes(content, "", _DEPTH)


def _of_bytes(content: bytes, place: str, depth: int) -> Iterator[Extract | Remark]:
    if content[:4] == _ZIP or _ZIP_END in content[-_ZIP_TAIL:]:
        reader = None
    else:
        reader = reader_of(content)
        if reader is None:
            if seems_packed(content):
                yield Remark(place, "it seems to be packed or encrypted, and of no kind that can be opened")
            yield from _of_text(content, place, depth)
            return
    if depth == 0:
        yield Remark(place, "it lies in too many archives one within the other and was not opened")
        yield from _of_text(content, place, 0)
    elif reader:
        yield from _of_parts(reader(content), place, depth)
    else:
        yield from _of_archive(content, place, depth)


def _of_parts(parts: Iterable[Part | Remark], place: str, depth: int) -> Iterator[Extract | Remark]:
    """What a reader took out of a file."""
    for part in parts:
        inside = ": ".join(filter(None, (place, part.place)))
        if isinstance(part, Remark):
            yield part._replace(place=inside)
        elif isinstance(part.content, str):
            yield from (Extract(inside, variant, False) for variant in _variants(part.content))
        elif part.opened:
            yield from _of_text(part.content, inside, depth)
        else:
            yield from _of_bytes(part.content, inside, depth - 1)


def _of_text(content: bytes, place: str, depth: int) -> Iterator[Extract | Remark]:
    if content.startswith(_PICTURES):
        content = b"\n".join(_STRINGS.findall(content))
    content = _EMPTY.sub(bytes(4), content)
    for text in _decoded(content):
        if depth > 0 and _may_embed(text):
            for run in _BASE64.findall(text):
                yield from _of_bytes(_unpacked(run), f"{place}: embedded" if place else "embedded", depth - 1)
            text = _BASE64.sub(" ", text)
        for number, variant in enumerate(_variants(text)):
            yield Extract(place, variant, b"\0" not in content and number == 0)
    if is_quoted_printable(content):
        yield from _of_text(read_quoted(content), place, 0)


def _may_embed(text: str) -> bool:
    """Whether letters of base64 run on for as long as `_BASE64` asks; far quicker than the pattern."""
    return _RUN in text.encode("ascii", "replace").translate(_LETTERS)


def _unpacked(run: str) -> bytes:
    """What a run of base64 stands for; nothing where it is none."""
    letters = run.replace("\\n", "").rstrip("=")
    return base64.b64decode(letters[: len(letters) // 4 * 4])


def _of_archive(content: bytes, place: str, depth: int) -> Iterator[Extract | Remark]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError):
        if content[:4] == _ZIP:  # otherwise it only looks like one from behind
            yield Remark(place, "the archive is damaged: it was searched as it is")
        yield from _of_text(content, place, 0)
        return
    with archive:
        yield Extract(place or "archive", archive.comment.decode("utf-8", "replace"), False)
        is_office = "[Content_Types].xml" in archive.namelist()
        left = 5 * LARGEST
        for member in archive.infolist():
            inside = f"{place}: {member.filename}" if place else member.filename
            about = "\n".join((member.filename, member.comment.decode("utf-8", "replace")))
            yield Extract(f"{place or 'archive'}: name of a member", about, False)
            left -= member.file_size
            if member.file_size > LARGEST or left < 0:
                yield Remark(inside, TOO_LARGE)
            elif member.flag_bits & 1:
                yield Remark(inside, "it is protected by a password and was not searched")
            else:
                yield from _of_member(archive, member, inside, depth, is_office)


def _of_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str, depth: int, is_office: bool
) -> Iterator[Extract | Remark]:
    try:
        inner = archive.read(member)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, RuntimeError):
        yield Remark(place, "it is damaged, or packed in a way that cannot be undone, and was not searched")
        return
    if is_office and member.filename.endswith((".xml", ".rels")):
        inner = _OF_THE_FORMAT.sub(b" ", inner)
    yield from _of_bytes(inner, place, depth - 1)


def _decoded(content: bytes) -> Iterator[str]:
    try:
        yield content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield content.decode("utf-8", "replace")
        if b"\0" not in content:
            yield content.decode("cp1252", "replace")
    if b"\0" in content:
        for runs, encoding in _UTF16:
            # A run may begin one byte early or late: both readings are searched.
            pieces = [match[0][skip:] for match in runs.finditer(content) for skip in (0, 1)]
            if pieces:
                yield "\n".join(piece[: len(piece) // 2 * 2].decode(encoding, "replace") for piece in pieces)


def _variants(text: str) -> Iterator[str]:
    """The text itself; without its markup, once with and once without a blank in place of a tag (a word may be split
    over runs, and two words be parted by a tag alone); with its escapes undone."""
    plain = composed(text)
    undone = without_breaks(plain)
    if plain[:80].lstrip()[:1] in ("{", "["):  # in JSON a stroke is nothing else
        plain = without_strokes(plain)
    yield plain
    if "\\u" in undone:
        undone = composed(_ESCAPED.sub(_unescaped, undone))
    if "&" in undone:
        undone = composed(html.unescape(undone))
    if "<" in undone:
        if "&" in plain:  # what is escaped in an attribute is gone with the tags
            yield undone
        parted = _BLOCK.sub("\n", undone) if _BLOCK.search(undone) else undone
        pieces = _TAG.split(parted)
        yield "".join(pieces)
        yield " ".join(pieces)
    elif undone != plain:
        yield undone
    if ("**" in plain or "__" in plain) and _EMPHASIS.search(plain):
        yield _EMPHASIS.sub("", plain)
    if "%" in plain and re.search(r"%[0-9A-Fa-f]{2}", plain):
        yield composed(unquote(plain))


def _unescaped(match: re.Match[str]) -> str:
    if match[3]:
        return chr(int(match[3], 16))
    return (bytes.fromhex(match[1]) + bytes.fromhex(match[2])).decode("utf-16-be")


def composed(text: str) -> str:
    """The text with letters and their marks as one (NFC), and without invisible signs within words."""
    if text.isascii():
        return text
    for sign in _INVISIBLE:
        text = text.replace(sign, "")
    return unicodedata.normalize("NFC", text)
