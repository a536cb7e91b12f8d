"""Which kind of file some bytes are, and who takes its parts out."""

import zlib

from interviews.anonymity.leaks import extracts_database, extracts_pdf
from interviews.anonymity.leaks.escapes import read_rtf
from interviews.anonymity.leaks.extracts_media import read_gif, read_jpeg, read_png, read_tiff, read_webp
from interviews.anonymity.leaks.extracts_packed import (
    SEALED,
    is_compound,
    read_bzip2,
    read_compound,
    read_gzip,
    read_recording,
    read_sealed,
    read_tar,
    read_xz,
)
from interviews.anonymity.leaks.parts import Reader

_STARTS: tuple[tuple[bytes, Reader], ...] = (
    (b"\x89PNG\r\n\x1a\n", read_png),
    (b"\xff\xd8\xff", read_jpeg),
    (b"GIF87a", read_gif),
    (b"GIF89a", read_gif),
    (b"II*\0", read_tiff),
    (b"MM\0*", read_tiff),
    (extracts_database.START, extracts_database.read_database),
    *((start, extracts_database.read_log) for start in extracts_database.LOGS),
    (extracts_pdf.START, extracts_pdf.read_pdf),
    (b"\x1f\x8b\x08", read_gzip),
    (b"BZh", read_bzip2),
    (b"\xfd7zXZ\0", read_xz),
    (b"{\\rtf", read_rtf),
    *((start, read_sealed) for start, _ in SEALED),
)
_FIRST = frozenset(start[0] for start, _ in _STARTS)
_LEAST, _SAMPLE = 4096, 65536


def reader_of(content: bytes) -> Reader | None:
    """Who can take apart what these bytes hold; None for plain text and for zip archives."""
    if content[:1] and content[0] in _FIRST:
        for start, reader in _STARTS:
            if content.startswith(start):
                return reader
    if content[4:8] == b"ftyp":
        return read_recording
    if content[:4] == b"RIFF":
        return read_webp if content[8:12] == b"WEBP" else read_recording
    if content[257:262] == b"ustar":
        return read_tar
    if is_compound(content):
        return read_compound
    # Some write a blank or a mark before it.
    is_pdf = extracts_pdf.START in content[:1024] and b"%%EOF" in content
    return extracts_pdf.read_pdf if is_pdf else None


def seems_packed(content: bytes) -> bool:
    """Whether bytes of no known kind look like something compressed or encrypted, in which no word can be seen."""
    if len(content) < _LEAST or b"\0" not in content[:_SAMPLE]:
        return False
    sample = content[len(content) // 4 :][:_SAMPLE]
    return len(zlib.compress(sample, 1)) > 0.97 * len(sample)
