"""What pictures say beside their pixels: comments, authors, captions, places, in all usual formats."""

import re
import struct
import zlib
from collections.abc import Iterator

from interviews.anonymity.leaks.parts import LARGEST, PIXELS, Part, Remark
from interviews.anonymity.leaks.tiff import read_tiff_fields
from interviews.errors import Severity

_PNG, _GIF = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a")
_PIXEL_CHUNKS = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"fdAT", b"VP8 ", b"VP8L", b"ALPH", b"ANIM"))
# Compressed pixels spell short words by chance, hardly ever one of eight letters.
_STRINGS = re.compile(rb"[\x20-\x7e\x80-\xff]{8,}")
_SHOWN = Remark("", PIXELS, Severity.INFO)
_DAMAGED = Remark("", "the picture is damaged: what it says beside its pixels was searched as far as it can be read")


def read_png(content: bytes) -> Iterator[Part | Remark]:
    """The text chunks of a PNG, compressed or not, its camera data, and whatever follows its end."""
    yield _SHOWN
    at = len(_PNG)
    while at + 8 <= len(content):
        (length,), kind = struct.unpack_from(">I", content, at), content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"eXIf":
            yield from read_tiff_fields(body)
        elif kind not in _PIXEL_CHUNKS:
            yield Part("", _text_of_chunk(kind, body), opened=True)
        if kind == b"IEND" or len(body) < length:
            break
    if content[at - 8 : at - 4] != b"IEND":
        yield _DAMAGED
        yield Part("", b"\n".join(_STRINGS.findall(content)), opened=True)
    yield from _behind(content, at)


def _text_of_chunk(kind: bytes, body: bytes) -> bytes | str:
    keyword, _, rest = body.partition(b"\0")
    if kind in (b"zTXt", b"iCCP"):
        return keyword + b" " + _inflated(rest[1:])
    if kind == b"iTXt" and len(rest) > 2:
        language, _, rest_of_it = rest[2:].partition(b"\0")
        translated, _, text = rest_of_it.partition(b"\0")
        return b" ".join((keyword, language, translated, _inflated(text) if rest[0] else text))
    return f"{keyword.decode('latin-1')} {rest.decode('latin-1')}" if kind == b"tEXt" else body


def _inflated(body: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, LARGEST)
    except zlib.error:
        return body


def read_jpeg(content: bytes) -> Iterator[Part | Remark]:
    """The segments of a JPEG that stand before its pixels (EXIF, XMP, IPTC, comments), and whatever follows its end."""
    yield _SHOWN
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        marker, length = content[at + 1], struct.unpack_from(">H", content, at + 2)[0]
        body = content[at + 4 : at + 2 + length]
        at += 2 + length
        if body.startswith(b"Exif\0\0"):
            yield from read_tiff_fields(body[6:])
        elif marker == 0xFE or 0xE1 <= marker <= 0xEF:
            yield Part("", body, opened=True)
    if content[at : at + 2] != b"\xff\xda":
        yield _DAMAGED
        yield Part("", b"\n".join(_STRINGS.findall(content)), opened=True)
    end = content.rfind(b"\xff\xd9")
    yield from _behind(content, end + 2 if end >= at else len(content))


def read_gif(content: bytes) -> Iterator[Part | Remark]:
    """The comments and application blocks of a GIF."""
    yield _SHOWN
    for match in re.finditer(rb"\x21[\xfe\xff\x01]", content):
        yield Part("", _sub_blocks(content, match.end()), opened=True)


def _sub_blocks(content: bytes, at: int) -> bytes:
    pieces = []
    while at < len(content) and content[at]:
        pieces.append(content[at + 1 : at + 1 + content[at]])
        at += 1 + content[at]
    # XMP stands in a GIF as it is, lengths ignored: then the stretch as a whole holds every letter.
    return b"\n".join(_STRINGS.findall(b"".join(pieces)))


def read_webp(content: bytes) -> Iterator[Part | Remark]:
    """The chunks of a WebP picture beside its pixels."""
    yield _SHOWN
    at = 12
    while at + 8 <= len(content):
        kind, (length,) = content[at : at + 4], struct.unpack_from("<I", content, at + 4)
        body = content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
        if kind == b"EXIF":
            yield from read_tiff_fields(body.removeprefix(b"Exif\0\0"))
        elif kind not in _PIXEL_CHUNKS and kind not in (b"VP8X", b"ANMF"):
            yield Part("", body, opened=True)


def read_tiff(content: bytes) -> Iterator[Part | Remark]:
    """The fields of a TIFF picture."""
    yield _SHOWN
    yield from read_tiff_fields(content)


def _behind(content: bytes, end: int) -> Iterator[Part]:
    if len(content) - end > 8:
        yield Part("behind the picture", content[end:])
