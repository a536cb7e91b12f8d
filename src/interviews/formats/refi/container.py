"""A project as a file on disk: a zip that stays there, since it may hold gigabytes of recordings, or bare XML."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from interviews.errors import MisuseError
from interviews.formats.limits import FILE_BYTES, RATIO, RATIO_FROM_BYTES
from interviews.formats.reading import Unreadable

# 200,000 codings are 120 MB of XML; the texts of 1,000 interviews 50 MB.
XML_BYTES = 512 * 2**20
TEXTS_BYTES = 1024 * 2**20
ENTRIES = 200_000
# What the standard allows an internal file to have (section 8.5).
MEDIUM_BYTES = 2**31 - 1
_CHUNK = 2**18
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_OWN = {
    "MAXQDA": re.compile(r"\.(?:mx\d+|mex\d*)"),
    "NVivo": re.compile(r"\.nv[pc]x?"),
    "ATLAS.ti": re.compile(r"\.(?:atlproj\d*|atlcb|hpr\d*)"),
    "QualCoder": re.compile(r"\.qda"),
}
"""The endings of the files in which these programs keep their projects themselves."""
_SCHEMES = ("internal:", "relative:", "absolute:")


def own_program(path: Path) -> str:
    """The program whose own project file this is by its name; empty where it is of none."""
    return next((program for program, ending in _OWN.items() if ending.fullmatch(path.suffix.casefold())), "")


def _refusal(path: Path, otherwise: str) -> MisuseError:
    """Why a file cannot be opened: the usual mistake is to give a program's own file instead of its export."""
    if program := own_program(path):
        told = f"is a project as {program} keeps it for itself: export it there as a REFI-QDA project (.qdpx)"
        return MisuseError(f"{path.name} {told}")
    return MisuseError(f"{path.name} {otherwise}")


class Container:
    """The parts of a project file, each read as a stream under limits. Names in it are never paths on disk."""

    def __init__(self, path: Path, archive: zipfile.ZipFile | None) -> None:
        self._path = path
        self._zip = archive
        self._left = TEXTS_BYTES
        self.sources: dict[str, zipfile.ZipInfo] = {}
        self.others = self.projects = 0
        """Entries that belong to no project, and further project files in it."""
        self._extra: dict[str, zipfile.ZipInfo] = {}
        self._project = self._find_project() if archive is not None else None

    def _find_project(self) -> zipfile.ZipInfo:
        assert self._zip is not None
        # Not is_dir(), which fails for an entry without a name.
        entries = [entry for entry in self._zip.infolist() if not entry.filename.endswith("/")]
        if len(entries) > ENTRIES:
            raise MisuseError(f"{self._path.name} holds far more files than any study does; it was not opened")
        found = [entry for entry in entries if entry.filename.casefold().endswith(".qde")]
        if not found:
            raise _refusal(self._path, "holds no project (.qde): export it again as a REFI-QDA project")
        found.sort(key=lambda entry: (entry.filename.count("/"), entry.filename.casefold() != "project.qde"))
        base = found[0].filename.rpartition("/")[0]
        self.projects = len(found) - 1
        for entry in entries:
            self._sort_in(entry, f"{base}/" if base else "", found)
        return found[0]

    def _sort_in(self, entry: zipfile.ZipInfo, base: str, found: list[zipfile.ZipInfo]) -> None:
        folder, _, name = entry.filename.rpartition("/")
        if folder.casefold() == f"{base}sources".casefold() and name not in ("", ".", "..") and name[0] != ".":
            self.sources.setdefault(name.casefold(), entry)
        elif folder == base.rstrip("/") and entry not in found:
            self._extra.setdefault(name, entry)
            self.others += 1
        else:
            self.others += entry not in found

    @property
    def is_bare(self) -> bool:
        """Whether it is the XML alone, without any source."""
        return self._zip is None

    def project(self) -> Iterator[bytes]:
        """The project's XML, piece by piece."""
        if self._project is not None:
            yield from self._pieces(self._project, XML_BYTES)
            return
        with self._path.open("rb") as file:
            for _ in range(XML_BYTES // _CHUNK):
                if not (piece := file.read(_CHUNK)):
                    return
                yield piece
        raise Unreadable("the project file is larger than any study's; it was not read to its end")

    def find(self, path: str) -> zipfile.ZipInfo | None:
        """The entry a `path` of the XML means, whatever its scheme, slashes and case; None where there is none."""
        scheme = next((scheme for scheme in _SCHEMES if path.casefold().startswith(scheme)), "")
        return self.sources.get(path[len(scheme) :].replace("\\", "/").rpartition("/")[2].casefold())

    def text(self, entry: zipfile.ZipInfo) -> bytes:
        """A text or document among the sources; `Unreadable` where it is too large or damaged."""
        content = b"".join(self._pieces(entry, min(self._left, FILE_BYTES)))
        self._left -= len(content)
        return content

    def has(self, name: str) -> bool:
        """Whether there is such an entry beside the project file."""
        return name in self._extra

    def extra(self, name: str) -> bytes | None:
        """An entry beside the project file, None where there is none that can be read."""
        if name not in self._extra:
            return None
        try:
            return b"".join(self._pieces(self._extra[name], XML_BYTES))
        except Unreadable:
            return None

    def _pieces(self, entry: zipfile.ZipInfo, limit: int) -> Iterator[bytes]:
        assert self._zip is not None
        if entry.flag_bits & 1:
            raise Unreadable("it is protected by a password")
        limit, size = min(limit, max(RATIO_FROM_BYTES, RATIO * entry.compress_size)), 0
        try:
            with self._zip.open(entry) as part:
                while piece := part.read(_CHUNK):
                    size += len(piece)
                    if size > limit:
                        raise Unreadable("it unpacks to far more than a study holds")
                    yield piece
        except _BROKEN:
            raise Unreadable("it is damaged") from None


@contextmanager
def opened(path: Path) -> Iterator[Container]:
    """Open a .qdpx (or a .zip that is one), or a bare .qde; `MisuseError` where it is neither."""
    try:
        with path.open("rb") as file:
            begin = file.read(1024)
        if not begin.startswith(b"PK"):
            if not begin.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
                told = "is neither a REFI-QDA project nor a codebook: give a .qdpx, the .qde in it, or a .qdc"
                raise _refusal(path, told if begin else "is empty: export it again")
            yield Container(path, None)
            return
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        raise _refusal(path, "is damaged or was not copied to its end: export it again") from None
    except IsADirectoryError:
        raise _refusal(path, "is a folder: name the file in it") from None
    except OSError as error:
        raise MisuseError(f"{path.name} cannot be opened: {error.strerror or 'unknown reason'}") from None
    with archive:
        yield Container(path, archive)


class _Bounded(io.RawIOBase):
    """A stream that ends with an error where it gives more than an internal file may have."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part
        self._left = MEDIUM_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._part.read(len(buffer))
        except _BROKEN:
            raise MisuseError("the recording or picture is damaged in the project file") from None
        self._left -= len(piece)
        if self._left < 0:
            raise MisuseError("the recording or picture is larger than 2 GB: it was not taken out of the project")
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened_entry(path: Path, name: str) -> Iterator[BinaryIO]:
    """One entry of the zip as a stream."""
    try:
        archive = zipfile.ZipFile(path)
    except (*_BROKEN,):
        raise MisuseError(f"{path.name} cannot be opened as a project file") from None
    with archive:
        try:
            part = archive.open(name)
        except (KeyError, *_BROKEN):
            raise MisuseError(f"{path.name} does not hold this recording or picture, or it is damaged") from None
        with part, io.BufferedReader(_Bounded(part), _CHUNK) as stream:
            yield stream
