"""Real files of many kinds in which a name stands where a careless search would not find it."""

import io
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path


def png(*chunks: tuple[bytes, bytes], behind: bytes = b"") -> bytes:
    """A picture of one pixel with further chunks."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*one) for one in chunks) + pixels + chunk(b"IEND", b"") + behind


def tiff(fields: dict[int, bytes], order: str = "<", gps: bool = False) -> bytes:
    """The fields of a TIFF file; all of them text."""
    entries = sorted(fields.items())
    count = len(entries) + gps
    at = 8 + 2 + 12 * count + 4
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8) + struct.pack(f"{order}H", count)
    body = b""
    for tag, value in entries:
        place = at + len(body)
        kind = 1 if tag > 0x9C00 else 2
        head += struct.pack(f"{order}HHI", tag, kind, len(value)) + (
            value.ljust(4, b"\0") if len(value) <= 4 else struct.pack(f"{order}I", place)
        )
        body += value if len(value) > 4 else b""
    if gps:
        head += struct.pack(f"{order}HHII", 0x8825, 4, 1, at + len(body))
        body += struct.pack(f"{order}HHHII", 1, 2, 5, 3, 0) + bytes(4)
    return head + bytes(4) + body


def jpeg(*segments: tuple[int, bytes], behind: bytes = b"") -> bytes:
    """A picture with these segments before its pixels."""
    told = b"".join(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body for marker, body in segments)
    return b"\xff\xd8" + told + b"\xff\xda\x00\x02" + b"\x12Wolf\x80Ay\xc5\x9fe\x01" * 9 + b"\xff\xd9" + behind


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP picture with these chunks."""
    body = b"".join(kind + struct.pack("<I", len(held)) + held + b"\0" * (len(held) % 2) for kind, held in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def gif(comment: bytes) -> bytes:
    """A GIF with a comment."""
    return b"GIF89a\1\0\1\0\0\0\0" + b"\x21\xfe" + bytes([len(comment)]) + comment + b"\0\x3b"


def zipped(**members: bytes) -> bytes:
    """A zip archive; two underscores in a name stand for a full stop."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def tarred(name: str, content: bytes, owner: str = "") -> bytes:
    """A tar archive with one member."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size, member.uname = len(content), owner
        archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def database(path: Path, *statements: tuple[str, tuple[object, ...]]) -> Path:
    """A database after these statements, closed properly."""
    with sqlite3.connect(path) as connection:
        for statement, values in statements:
            connection.execute(statement, values)
    connection.close()
    return path


def pdf(words: str, *, title: str = "", note: str = "", hidden: bytes = b"") -> bytes:
    """A PDF of one page whose words, properties and comment stand in packed objects."""
    content = zlib.compress(b"BT /F1 12 Tf 72 720 Td (" + words.encode("cp1252") + b") Tj ET")
    utf16 = lambda text: b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"  # noqa: E731
    packed = zlib.compress(hidden)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents " + utf16(note) + b">>",
        b"<</Title " + utf16(title) + b">>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
