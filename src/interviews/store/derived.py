"""Do the files that are kept beside a database, so that answers come at once, say what the database says?"""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from interviews.model import Names, Talk
from interviews.store.coded import CodedRows, coded_rows
from interviews.store.talk import read_talk


def find_stale(connection: Connection, folder: Path) -> Iterator[str]:
    """Which files in a folder, `codings` and `turns`, say something else; one that is missing or torn says nothing."""
    if not _same_rows(coded_rows(connection, folder, None), coded_rows(connection, None, None)):
        yield "codings"
    if not _same_talk(read_talk(connection, None, folder), read_talk(connection)):
        yield "turns"


def _same_rows(kept: CodedRows, read: CodedRows) -> bool:
    return kept.names == read.names and all(_same(kept.arrays[name], array) for name, array in read.arrays.items())


def _same_talk(kept: Talk, read: Talk) -> bool:
    return all(_same(getattr(kept, name), getattr(read, name)) for name in Talk.__dataclass_fields__)


def _same(one: object, other: object) -> bool:
    if isinstance(one, Names) and isinstance(other, Names):
        return one.names == other.names and _same(one.numbers, other.numbers)
    if isinstance(one, tuple):
        return one == other
    return bytes(memoryview(one).cast("B")) == bytes(memoryview(other).cast("B"))  # type: ignore[arg-type]
