"""An archive read into a new database: first its list of files, then every record; one fault, and nothing is read."""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import count, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, UniqueConstraint, insert

from interviews.errors import Problem, Severity, StoreError
from interviews.store import schema, sqlite
from interviews.store.archive import layout
from interviews.store.archive.lines import APART, row_of
from interviews.store.archive.sources import (
    SUMS_BYTES,
    TOTAL_BYTES,
    Source,
    content_of,
    digest_of,
    lines_of,
)
from interviews.store.archive.writing import FORMAT, FORMAT_VERSION, Progress
from interviews.store.damage import MOST_PROBLEMS, DamageError, UnsoundError
from interviews.store.migrate import migrate
from interviews.store.rows import Row

# A longer text is none of an interview.
TEXT_BYTES = 50 * 2**20
_SMALL = 2**16
_BATCH = 1000

_Columns = tuple[str, tuple[str, ...]]
"""Columns of a table."""


def read_digests(source: Source) -> dict[str, str]:
    """The files of an archive with their digests, as its list has them."""
    try:
        return layout.read_sums(content_of(source, layout.SUMS, SUMS_BYTES))
    except UnsoundError as fault:
        raise DamageError(source.name, [_problem(layout.SUMS, fault)]) from None


def read_settings_text(source: Source) -> str:
    """The settings of an archive."""
    try:
        return content_of(source, layout.SETTINGS, _SMALL).decode("utf-8")
    except UnicodeDecodeError:
        raise DamageError(source.name, [_problem(layout.SETTINGS, "this is not UTF-8")]) from None
    except UnsoundError as fault:
        raise DamageError(source.name, [_problem(layout.SETTINGS, fault)]) from None


def read_event_ids(source: Source) -> set[str]:
    """The ids of all events of an archive: what it knows of the history of its study."""
    name = layout.table_file(schema.events)
    try:
        return {row_of(schema.events, line)[0]["id"] for line in lines_of(source, name)}
    except UnsoundError as fault:
        raise DamageError(source.name, [_problem(name, fault)]) from None


def load(source: Source, place: Path, progress: Progress = lambda done, total: None) -> None:
    """Make a database at `place` that holds what the archive holds. Raises DamageError with all that is wrong."""
    digests = read_digests(source)
    steps = len(digests) + len(schema.metadata.sorted_tables)
    done = count(1)
    step = lambda: progress(min(next(done), steps), steps)  # noqa: E731
    if problems := list(_damaged_files(source, digests, step)):
        raise DamageError(source.name, problems)
    revision = _revision(source)
    engine = sqlite.connect(place)
    try:
        with sqlite.explained(place.name):
            sqlite.use_write_ahead_log(engine)
        with sqlite.explained(place.name), sqlite.writing(engine).begin() as connection:
            migrate(connection, revision)
            loading = _Loading(source, connection, digests)
            problems = list(islice(loading.run(_tables(connection, revision), step), MOST_PROBLEMS))
            if problems:
                raise DamageError(source.name, problems)
    finally:
        engine.dispose()


def _damaged_files(source: Source, digests: dict[str, str], step: Callable[[], None]) -> Iterator[Problem]:
    left = TOTAL_BYTES
    for name, digest in digests.items():
        step()
        try:
            found, size = digest_of(source, name)
            left -= size
            if found != digest:
                yield _problem(name, "the file was changed since the archive was written")
            if left < 0:
                yield _problem(name, f"the files before and this one have more than {TOTAL_BYTES // 2**30} GB")
                return
        except UnsoundError as fault:
            yield _problem(name, fault)
    for name in sorted(set(source.names()) - set(digests)):
        yield _problem(name, f"the file is not in {layout.SUMS}: it does not belong to the archive")


def _revision(source: Source) -> str:
    """The schema that the archive was written in, if this program knows it."""
    try:
        about = json.loads(content_of(source, layout.ABOUT, _SMALL))
        format_, version, revision = about["format"], about["version"], about["schema"]
    except (UnsoundError, ValueError, LookupError, TypeError, RecursionError):
        raise DamageError(source.name, [_problem(layout.ABOUT, "this does not say what the archive is")]) from None
    if format_ != FORMAT or not (isinstance(revision, str) and revision.isascii() and revision.isdigit()):
        raise DamageError(source.name, [_problem(layout.ABOUT, "this is not an archive of interviews")])
    if version != FORMAT_VERSION or revision > schema.REVISION:
        raise StoreError(f"{source.name} was written by a newer version of interviews: update the program")
    return revision


def _tables(connection: Connection, revision: str) -> list[Table]:
    """The tables as they were when the archive was written."""
    if revision == schema.REVISION:
        return schema.metadata.sorted_tables
    then = MetaData()
    then.reflect(connection)
    return [table for table in then.sorted_tables if table.name != schema.VERSION_TABLE]


class _Loading:
    """The records of one archive on their way into one database."""

    def __init__(self, source: Source, connection: Connection, digests: dict[str, str]) -> None:
        self._source = source
        self._connection = connection
        self._digests = digests
        # The values that others may refer to, by table and columns.
        self._keys: dict[_Columns, set[tuple[Any, ...]]] = {}
        self._texts: set[str] = set()
        self._faulty: set[str] = set()

    def run(self, tables: list[Table], step: Callable[[], None]) -> Iterator[Problem]:
        """Read every table, those first that others refer to; what is wrong on the way."""
        for table in tables:
            step()
            yield from self._read_table(table)
        names = {layout.table_file(table) for table in tables}
        for name in self._digests:
            if name.startswith(f"{layout.TABLES}/") and name not in names:
                yield _problem(name, "this version has no such table")
            elif name.startswith(f"{layout.TEXTS}/") and name not in self._texts:
                yield _problem(name, "no text version names this file")

    def _read_table(self, table: Table) -> Iterator[Problem]:
        name = layout.table_file(table)
        if name not in self._digests:
            yield _problem(name, "the file is missing")
            return
        batch: list[Row] = []
        before: tuple[int, str] | None = None
        try:
            for number, line in enumerate(lines_of(self._source, name), 1):
                try:
                    row = self._row(table, line)
                    before = _in_order(row, before)
                    batch.append(row)
                except UnsoundError as fault:
                    self._faulty.add(table.name)
                    yield _problem(f"{name}, line {number}", fault)
                if len(batch) >= _BATCH:
                    self._insert(table, batch)
        except UnsoundError as fault:
            self._faulty.add(table.name)
            yield _problem(name, fault)
        self._insert(table, batch)

    def _insert(self, table: Table, batch: list[Row]) -> None:
        if batch and not self._faulty:  # otherwise all is thrown away in the end, and the rest is only looked through
            self._connection.execute(insert(table), batch)
        batch.clear()

    def _row(self, table: Table, line: bytes) -> Row:
        row, file = row_of(table, line)
        if file is not None:
            row[APART[table.name]] = self._text(file)
        for names, target in _references(table):
            self._check_reference(names, target, row)
        self._remember(table, row)
        return row

    def _text(self, file: str) -> str:
        if file not in self._digests or not file.startswith(f"{layout.TEXTS}/"):
            raise UnsoundError(f"it names a text file that is not in {layout.SUMS}")
        if file in self._texts:
            raise UnsoundError("it names the text file of another text version")
        self._texts.add(file)
        try:
            return content_of(self._source, file, TEXT_BYTES).decode("utf-8")
        except UnicodeDecodeError:
            raise UnsoundError("its text file is not in UTF-8") from None

    def _check_reference(self, names: tuple[str, ...], target: _Columns, row: Row) -> None:
        if target[0] in self._faulty:
            return  # the record may be the one that could not be read
        if tuple([row[name] for name in names]) not in self._keys.get(target, ()):
            raise UnsoundError(f"its {', '.join(names)} refers to no record of {target[0]}")

    def _remember(self, table: Table, row: Row) -> None:
        """Keep what must be there once only, and what others refer to."""
        for names in _unique(table):
            value = tuple([row[name] for name in names])
            known = self._keys.setdefault((table.name, names), set())
            if value in known:
                raise UnsoundError(f"another record has this {' and '.join(names)} already")
            known.add(value)


@lru_cache(maxsize=100)
def _unique(table: Table) -> tuple[tuple[str, ...], ...]:
    """The columns whose values are never twice the same."""
    rules = sorted(
        (one for one in table.constraints if isinstance(one, UniqueConstraint)), key=lambda one: str(one.name)
    )
    return (("id",), *(tuple(column.name for column in rule.columns) for rule in rules))


@lru_cache(maxsize=100)
def _references(table: Table) -> tuple[tuple[tuple[str, ...], _Columns], ...]:
    """The columns that refer to another table, and to which columns of which."""
    rules = sorted(table.foreign_key_constraints, key=lambda one: str(one.name))
    return tuple(
        (tuple(rule.column_keys), (rule.referred_table.name, tuple(element.column.name for element in rule.elements)))
        for rule in rules
    )


def _in_order(row: Row, before: tuple[int, str] | None) -> tuple[int, str]:
    here = (row["created"], row["id"])
    if before is not None and here < before:
        raise UnsoundError("it stands after a later record; archives are sorted by moment and id")
    return here


def _problem(where: str, fault: UnsoundError | str) -> Problem:
    return Problem(where, str(fault), Severity.ERROR)
