"""The files of an archive, in a folder or a zip: opened by the names on its list only, links never followed."""

import contextlib
import hashlib
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from interviews.errors import MisuseError, StoreError
from interviews.store.archive.layout import CODEBOOKS, SUMS, TABLES, TEXTS
from interviews.store.damage import UnsoundError

# Where files of a new state wait while they are moved to their places; who reads meanwhile reads them here.
PENDING = ".interviews-pending"
# Ten times the largest study we know of: 1,000 interviews, 200,000 codings.
FILE_BYTES = 2**30
LINE_BYTES = 2**24
TOTAL_BYTES = 2**33
SUMS_BYTES = 2**24
_RATIO, _RATIO_FROM_BYTES = 500, 2**24
_CHUNK = 2**20
# The directory of a zip is read whole when it is opened; one of 50,000 files is smaller.
_DIRECTORY_BYTES = 2**23
_END, _END_LENGTH, _LONG_COMMENT, _OF_ZIP64 = b"PK\x05\x06", 22, 2**16, b"PK\x06\x07"
_OWN = (TABLES, TEXTS, CODEBOOKS)


class Source(Protocol):
    """An archive whose files can be opened by name. Raises UnsoundError for those that cannot."""

    name: str

    def open(self, name: str) -> IO[bytes]:
        """The bytes of a file."""

    def names(self) -> Iterator[str]:
        """Every file in the folders of an archive, whether its list names it or not; hidden ones are left out."""


class Folder:
    """An archive as a folder. While a new state is moved in, it is read as if that had been done already."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        pending = path / PENDING
        self._roots = [pending, path] if _is_waiting(pending) else [path]

    def open(self, name: str) -> IO[bytes]:
        """The bytes of a file."""
        for root in self._roots:
            if (file := _regular(root, name)) is not None:
                return file
        raise UnsoundError("the file is missing")

    def names(self) -> Iterator[str]:
        """Every file in the folders of an archive, hidden ones left out."""
        for root in self._roots:
            for top in (root / own for own in _OWN if not (root / own).is_symlink()):
                for folder, folders, files in os.walk(top):  # does not follow links
                    folders[:] = sorted(one for one in folders if not one.startswith("."))
                    inside = Path(folder).relative_to(root)
                    yield from ((inside / file).as_posix() for file in sorted(files) if not file.startswith("."))


class Zip:
    """An archive as a zip, as written here or as a person packs the folder."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            _check_directory(path)
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise StoreError(f"{path.name} cannot be read: {error.strerror}") from None
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise MisuseError(f"{path.name} is no zip file, or a damaged one") from None
        # Not is_dir(), which fails for an entry without a name.
        entries = [entry for entry in self._zip.infolist() if not entry.filename.endswith("/")]
        sums = min((e.filename for e in entries if e.filename.rpartition("/")[2] == SUMS), key=len, default=SUMS)
        self._prefix = sums.removesuffix(SUMS)
        self._entries: dict[str, zipfile.ZipInfo | None] = {}
        for entry in entries:
            name = entry.filename.removeprefix(self._prefix)
            self._entries[name] = None if name in self._entries else entry

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def open(self, name: str) -> IO[bytes]:
        """The bytes of a file."""
        if name not in self._entries:
            raise UnsoundError("the file is missing")
        entry = self._entries[name]
        if entry is None:
            raise UnsoundError("the zip holds two files of this name")
        if entry.flag_bits & 1:
            raise UnsoundError("the file is protected by a password")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnsoundError("the file is packed in a way that archives do not use")
        if entry.file_size > max(_RATIO_FROM_BYTES, _RATIO * entry.compress_size):
            raise UnsoundError("the file unpacks to far more than an archive holds")
        try:
            return self._zip.open(entry)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
            raise UnsoundError("the zip is damaged here") from None

    def names(self) -> Iterator[str]:
        """Every file in the folders of an archive, hidden ones left out."""
        for name in sorted(self._entries):
            if name.partition("/")[0] in _OWN and not any(
                part.startswith((".", "__MACOSX")) and part != ".." for part in name.split("/")
            ):
                yield name


@contextmanager
def open_source(path: Path) -> Iterator[Source]:
    """The archive at a place."""
    if path.is_dir():
        yield Folder(path)
    elif path.is_file():
        with contextlib.closing(Zip(path)) as source:
            yield source
    else:
        raise MisuseError(f"there is no archive at {path}")


def is_archive(path: Path) -> bool:
    """Whether a folder says that it is an archive."""
    return (path / SUMS).is_file() or _is_waiting(path / PENDING)


def digest_of(source: Source, name: str) -> tuple[str, int]:
    """The SHA-256 of a file, and how many bytes it has."""
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(source, name, FILE_BYTES):
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def content_of(source: Source, name: str, limit: int) -> bytes:
    """The bytes of a file no longer than `limit`."""
    return b"".join(_chunks(source, name, limit))


def lines_of(source: Source, name: str) -> Iterator[bytes]:
    """The lines of a file without their ends. A line ends at a line feed only."""
    with _explained(), source.open(name) as file:
        while line := file.readline(LINE_BYTES + 1):
            if len(line) > LINE_BYTES:
                raise UnsoundError(f"a line is longer than {LINE_BYTES // 2**20} MB")
            yield line.removesuffix(b"\n")


def _chunks(source: Source, name: str, limit: int) -> Iterator[bytes]:
    left = limit
    with _explained(), source.open(name) as file:
        while chunk := file.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise UnsoundError(f"the file is larger than {limit // 2**20} MB")
            yield chunk


def _check_directory(path: Path) -> None:
    """Refuse a zip that lists more files than any archive has, before the list is read."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _END_LENGTH - _LONG_COMMENT - len(_OF_ZIP64) * 5))
        tail = file.read()
    end = len(tail) - _END_LENGTH
    if tail[max(end, 0) :][: len(_END)] != _END:
        end = tail.rfind(_END)
    directory = int.from_bytes(tail[end + 12 : end + 16], "little")
    if end >= 0 and (directory > _DIRECTORY_BYTES or tail[max(end - 20, 0) :][: len(_OF_ZIP64)] == _OF_ZIP64):
        raise MisuseError(f"{path.name} lists more files than an archive has; it was not opened")


def _is_waiting(pending: Path) -> bool:
    return (pending / SUMS).is_file() and not pending.is_symlink()


def _regular(root: Path, name: str) -> IO[bytes] | None:
    """The file below the root, where it is there; a link, on the way to it or at its end, is not followed."""
    place = root
    for part in name.split("/"):
        place = place / part
        try:
            mode = place.lstat().st_mode
        except OSError:
            return None
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise UnsoundError("this is a link or no plain file, which is not followed")
    try:
        return place.open("rb")
    except OSError as error:
        raise UnsoundError(f"the file cannot be opened: {error.strerror}") from None


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise UnsoundError("the zip is damaged here") from None
    except OSError as error:
        raise UnsoundError(f"the file cannot be read: {error.strerror or 'the disk reports an error'}") from None
