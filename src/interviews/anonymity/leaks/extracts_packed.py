"""Packed files that the standard library opens, and the kinds that nothing here can open."""

import bz2
import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from typing import Any

from interviews.anonymity.leaks.parts import LARGEST, TOO_LARGE, Part, Remark

_DAMAGED = "it is damaged: what could be unpacked was searched"
_NAMED = 8
_MEMORY = 2**29
# What a file begins with, and why it is not searched.
SEALED: tuple[tuple[bytes, str], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive cannot be opened and was not searched: unpack it first"),
    (b"Rar!\x1a\x07", "a rar archive cannot be opened and was not searched: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "what is packed by zstd cannot be opened and was not searched: unpack it first"),
    (b"\x04\x22\x4d\x18", "what is packed by lz4 cannot be opened and was not searched: unpack it first"),
    (b"MSCF\0\0\0\0", "a cabinet archive cannot be opened and was not searched: unpack it first"),
    (b"age-encryption.org/", "it is encrypted (age) and was not searched"),
    (b"-----BEGIN AGE ENCRYPTED FILE", "it is encrypted (age) and was not searched"),
    (b"-----BEGIN PGP MESSAGE", "it is encrypted (PGP) and was not searched"),
    (b"Salted__", "it is encrypted (openssl) and was not searched"),
    (b"PAR1", "the columns of a Parquet file are packed; only what stands in it unpacked was searched"),
    (b"ARROW1", "the columns of an Arrow file may be packed; only what stands in it unpacked was searched"),
    (b"\x89HDF\r\n\x1a\n", "the tables of an HDF5 file may be packed; only what stands in it unpacked was searched"),
    (b"OggS", "what is said in a recording is not searched"),
    (b"fLaC", "what is said in a recording is not searched"),
    (b"ID3\2", "what is said in a recording is not searched"),
    (b"ID3\3", "what is said in a recording is not searched"),
    (b"ID3\4", "what is said in a recording is not searched"),
    (b"\xff\xfb", "what is said in a recording is not searched"),
    (b"\x1aE\xdf\xa3", "what is said or shown in a recording is not searched"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_gzip(content: bytes) -> Iterator[Part | Remark]:
    """What gzip packed, and the name that it noted."""
    if content[3:4] and content[3] & _NAMED:
        yield Part("name of what is packed", content[10 : content.find(b"\0", 10)], opened=True)
    rest, pieces, left = content, list[bytes](), LARGEST
    try:
        while rest[:2] == b"\x1f\x8b" and left > 0:  # several packed files may stand one after the other
            stream = zlib.decompressobj(31)
            pieces.append(stream.decompress(rest, left))
            left -= len(pieces[-1])
            if not stream.eof:
                yield Remark("", TOO_LARGE if stream.unconsumed_tail else _DAMAGED)
            rest = stream.unused_data
    except zlib.error:
        yield Remark("", _DAMAGED)
    yield Part("unpacked", b"".join(pieces))


def read_bzip2(content: bytes) -> Iterator[Part | Remark]:
    """What bzip2 packed."""
    yield from _unpacked(bz2.BZ2Decompressor(), content)


def read_xz(content: bytes) -> Iterator[Part | Remark]:
    """What xz packed."""
    yield from _unpacked(lzma.LZMADecompressor(memlimit=_MEMORY), content)


def _unpacked(stream: Any, content: bytes) -> Iterator[Part | Remark]:
    try:
        unpacked = stream.decompress(content, LARGEST)
    except (OSError, lzma.LZMAError, EOFError):
        yield Remark("", "it is damaged and could not be unpacked")
        yield Part("", content, opened=True)
        return
    if not stream.eof:
        yield Remark("", TOO_LARGE if len(unpacked) >= LARGEST else _DAMAGED)
    elif stream.unused_data:
        yield Remark("", "what stands behind the packed part was searched as it is")
        yield Part("", stream.unused_data, opened=True)
    yield Part("unpacked", unpacked)


def read_tar(content: bytes) -> Iterator[Part | Remark]:
    """The members of a tar archive, and what it says of each: names, links, owners."""
    left = 5 * LARGEST
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
            for member in archive:
                told = (member.name, member.linkname, member.uname, member.gname, *member.pax_headers.values())
                yield Part("about a member", "\n".join(filter(None, told)), opened=True)
                left -= member.size
                if member.size > LARGEST or left < 0:
                    yield Remark(member.name, TOO_LARGE)
                elif member.isfile() and (opened := archive.extractfile(member)):
                    yield Part(member.name, opened.read())
    except (tarfile.TarError, OSError, ValueError, EOFError):
        yield Remark("", _DAMAGED)
        yield Part("", content, opened=True)


def read_compound(content: bytes) -> Iterator[Part | Remark]:
    """A file of Office before 2007, or one that is encrypted: only what stands in it openly can be searched."""
    if _ENCRYPTED in content:
        yield Remark("", "it is protected by a password and was not searched")
        return
    yield Remark("", "an old format of Office was searched only as far as its words stand in it in one piece")
    yield Part("", content, opened=True)


def read_sealed(content: bytes) -> Iterator[Part | Remark]:
    """A file that cannot be opened; what stands in it openly is searched all the same."""
    yield Remark("", next(reason for start, reason in SEALED if content.startswith(start)))
    yield Part("", content, opened=True)


def read_recording(content: bytes) -> Iterator[Part | Remark]:
    """Sound and film, of which only what is written about them can be searched; and pictures of the same build."""
    is_picture = content[8:12] in (b"heic", b"heix", b"mif1", b"avif", b"msf1")
    yield Remark(
        "",
        "a picture of this kind (HEIC, AVIF) cannot be opened and was not searched"
        if is_picture
        else "what is said or shown in a recording is not searched",
    )
    yield Part("", content, opened=True)


def is_compound(content: bytes) -> bool:
    """Whether it is a file of Office before 2007."""
    return content.startswith(_OLE)
