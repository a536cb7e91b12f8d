"""Does everything in a database belong together? Asked of what others made, before any of it is taken over."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import cast

from sqlalchemy import Connection, RowMapping, Table, select
from sqlalchemy.exc import DBAPIError

from interviews.errors import Problem, Severity
from interviews.store import schema
from interviews.store.archive.lines import faults_of, sorted_rows
from interviews.store.damage import MOST_PROBLEMS
from interviews.store.rows import Row, edits_of, transcript_of
from interviews.store.shapes import SHAPES
from interviews.store.texts import current_names

Place = Callable[[str, int], str]
"""How a person finds a record: from the name of its table, and its number by moment and id."""
_JSON_COLUMNS = {
    table.name: [name for other, name in SHAPES if other == table.name] for table in schema.metadata.sorted_tables
}


def find_unsound(connection: Connection, place: Place, step: Callable[[], None] = lambda: None) -> list[Problem]:
    """What is wrong with the records: values, spans, edits, revisions, names. `step` is called after each check."""
    for check in CHECKS:
        # What a later check rests on, the earlier ones have found sound.
        found = islice(check(connection, place), MOST_PROBLEMS)
        if problems := [Problem(where, fault, Severity.ERROR) for where, fault in found]:
            return problems
        step()
    return []


def _values(connection: Connection, place: Place) -> Iterator[tuple[str, str]]:
    for table in schema.metadata.sorted_tables:
        number = 0
        try:
            for number, row in enumerate(sorted_rows(connection, table), 1):
                yield from ((place(table.name, number), fault) for fault in _faults(table, row))
        except (ValueError, TypeError, RecursionError, DBAPIError):
            yield place(table.name, number + 1), "a value is not what its column holds"


def _faults(table: Table, row: Row) -> Iterator[str]:
    yield from faults_of(table, row)
    for name in _JSON_COLUMNS[table.name]:
        if not SHAPES[table.name, name](row[name]):
            yield f"{name} does not hold what it should"


def _texts(connection: Connection, place: Place) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(sorted_rows(connection, schema.text_versions), 1):
        if row["version"] < 1:
            yield place("text_versions", number), "it is an original, which belongs in a vault"
        elif len(row["text"]) != row["characters"]:
            yield place("text_versions", number), "its text does not have as many characters as it says"
        elif not _turns_fit(row):
            yield place("text_versions", number), "a turn lies outside its text"


def _turns_fit(row: Row) -> bool:
    try:
        turns = transcript_of(cast(RowMapping, row)).turns
    except ValueError:  # an end before its start
        return False
    return all(span.end <= row["characters"] for turn in turns for span in (turn.speech, turn.label) if span)


def _edits(connection: Connection, place: Place) -> Iterator[tuple[str, str]]:
    before = _versions_before(connection)
    reached = set()
    for number, row in enumerate(sorted_rows(connection, schema.edits), 1):
        here = (row["transcript"], row["version"])
        reached.add(here)
        if before.get(here) != row["version_before"]:
            yield place("edits", number), "it does not start from the text version before its own"
        elif not _leads(connection, row):
            yield place("edits", number), "these edits do not make its text version from the one before"
    for number, row in enumerate(sorted_rows(connection, schema.text_versions), 1):
        here = (row["transcript"], row["version"])
        if before[here] is not None and here not in reached:
            yield place("text_versions", number), "no edits lead to it from the text version before"


def _versions_before(connection: Connection) -> dict[tuple[str, int], int | None]:
    """For every text version the one before, None for the first."""
    table = schema.text_versions
    before: dict[tuple[str, int], int | None] = {}
    last: dict[str, int] = {}
    for transcript, version in connection.execute(
        select(table.c.transcript, table.c.version).order_by(table.c.transcript, table.c.version)
    ):
        before[transcript, version] = last.get(transcript)
        last[transcript] = version
    return before


def _leads(connection: Connection, row: Row) -> bool:
    table = schema.text_versions
    query = select(table.c.text).where(table.c.transcript == row["transcript"])
    versions = (row["version_before"], row["version"])
    old, new = (connection.scalars(query.where(table.c.version == version)).one() for version in versions)
    try:
        return bool(edits_of(cast(RowMapping, row)).apply(old) == new)
    except ValueError:  # they overlap, or belong to a text of another length
        return False


def _codings(connection: Connection, place: Place) -> Iterator[tuple[str, str]]:
    table = schema.text_versions
    rows = connection.execute(select(table.c.transcript, table.c.version, table.c.characters))
    lengths = {(transcript, version): characters for transcript, version, characters in rows}
    for placed in (schema.codings, schema.suggestions):
        for number, row in enumerate(sorted_rows(connection, placed), 1):
            start, end = row["span_start"], row["span_end"]
            if not 0 <= start <= end <= lengths[row["transcript"], row["version"]]:
                yield place(placed.name, number), "it lies outside its text"


def _revisions(connection: Connection, place: Place) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(sorted_rows(connection, schema.revisions), 1):
        if row["version_before"] >= row["version"]:
            yield place("revisions", number), "it leads from a version to an earlier one"


def _names(connection: Connection, place: Place) -> Iterator[tuple[str, str]]:
    names = current_names(connection)
    seen: set[str] = set()
    for number, row in enumerate(sorted_rows(connection, schema.transcripts), 1):
        if (name := names[row["id"]]) in seen:
            yield place("transcripts", number), "another transcript is called so already"
        seen.add(name)


CHECKS = (_values, _texts, _edits, _codings, _revisions, _names)
