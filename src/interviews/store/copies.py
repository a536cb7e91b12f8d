"""Somebody else's copy of a project, read without a change to it: what is opened is a copy of that copy."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interviews.errors import MisuseError, StoreError
from interviews.store.archive import is_archive, load, open_source
from interviews.store.archive.writing import Progress
from interviews.store.damage import DamageError
from interviews.store.store import FILE_NAME, Store

_SQLITE, _ZIP = b"SQLite format 3\0", b"PK\x03\x04"
_TRIES = 3


@contextmanager
def open_copy(place: Path) -> Iterator[Store]:
    """A store with what stands at a place: a database, or an archive as folder or zip. It is thrown away in the end."""
    with tempfile.TemporaryDirectory(prefix="interviews-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / FILE_NAME
        copy_store(place, copy)
        with Store.open(copy) as store:
            yield store


def copy_store(place: Path, copy: Path, progress: Progress = lambda done, total: None) -> None:
    """Make a database of this version of what stands at a place. Raises DamageError where that is not sound."""
    try:
        of_an_archive = _fill(copy, place, progress)
    except OSError as error:
        raise StoreError(f"{place} cannot be read or copied: {error.strerror}") from None
    with Store.open(copy) as store:
        if problems := store.find_unsound(_line if of_an_archive else _row):
            raise DamageError(str(place), problems)


def _fill(copy: Path, place: Path, progress: Progress) -> bool:
    """Make the copy, and whether that was from an archive."""
    if place.is_dir() and not is_archive(place) and (place / FILE_NAME).is_file():
        place = place / FILE_NAME
    head = _head(place)
    if head == _SQLITE:
        _copy_database(place, copy)
        return False
    if is_archive(place) or head.startswith(_ZIP):
        with open_source(place) as source:
            load(source, copy, progress)
        return True
    raise MisuseError(f"{place} is neither a project nor its database nor an archive")


def _head(place: Path) -> bytes:
    if not place.is_file():
        return b""
    with place.open("rb") as file:
        return file.read(len(_SQLITE))


def _copy_database(path: Path, copy: Path) -> None:
    """Copy the file and what is still in the log beside it, both of one moment."""
    log, journal = (path.with_name(path.name + suffix) for suffix in ("-wal", "-journal"))
    if journal.is_file() and journal.stat().st_size:
        raise StoreError(f"a save into {path} was cut off: open that project once, and it is repaired")
    for _ in range(_TRIES):
        before = [_state(one) for one in (path, log)]
        shutil.copyfile(path, copy)
        if log.is_file():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
        if before == [_state(one) for one in (path, log)]:
            return
    raise StoreError(f"another program is saving into {path}: try again when it has finished")


def _state(path: Path) -> tuple[int, int] | None:
    if not path.is_file():
        return None
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _line(table: str, number: int) -> str:
    return f"tables/{table}.jsonl, line {number}"


def _row(table: str, number: int) -> str:
    return f"{table}, row {number}"
