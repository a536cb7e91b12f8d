"""What frames a study, in the database: participants, cases and codebooks. The newest row of a name counts."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, Table, and_, func, select

from interviews.errors import MisuseError
from interviews.model import Case, Codebook, Participant, Revision
from interviews.store import schema
from interviews.store.history import undone, until, write_event, write_rows
from interviews.store.rows import (
    Row,
    case_of,
    case_row,
    codebook_of,
    codebook_row,
    participant_of,
    participant_row,
    revision_of,
    revision_row,
)

Named = TypeVar("Named", Participant, Case)


def write_participants(connection: Connection, participants: Iterable[Participant], author: str) -> None:
    """Write the participants that are new or differ from what is known of them."""
    changed = _changed(participants, read_participants(connection))
    _write(connection, schema.participants, "participant", map(participant_row, changed), author)


def write_cases(connection: Connection, cases: Iterable[Case], author: str) -> None:
    """Write the cases that are new or differ from what is known of them."""
    changed = _changed(cases, read_cases(connection))
    _write(connection, schema.cases, "case", map(case_row, changed), author)


def read_participants(connection: Connection, as_of: datetime | None = None) -> list[Participant]:
    """Every participant, sorted by name."""
    return _newest(connection, schema.participants, participant_of, as_of)


def read_cases(connection: Connection, as_of: datetime | None = None) -> list[Case]:
    """Every case, sorted by name."""
    return _newest(connection, schema.cases, case_of, as_of)


def write_codebook(connection: Connection, codebook: Codebook, author: str, revision: Revision | None = None) -> None:
    """Write a version of a codebook; the same one once more is nothing new, another one under its number is refused.

    After a merge there may be two of one number. Then the one saved last counts, and only a higher version ends that.
    `revision` is how it came from another version.
    """
    table = schema.codebooks
    here = and_(table.c.name == codebook.name, table.c.version == codebook.version)  # one that was undone counts, too
    rows = connection.execute(select(table).where(here).order_by(table.c.created, table.c.id)).mappings().all()
    known = [codebook_of(row) for row in rows]
    if known and known[-1] == codebook:
        if rows[-1]["event"] not in set(connection.scalars(undone())):
            return
    elif known:
        raise MisuseError(
            f"version {codebook.version} of codebook {codebook.name!r} is saved with other codes; "
            "give the changed codebook a higher version"
        )
    detail = f"version {codebook.version}"
    event = write_event(connection, "revise" if revision else "add", "codebook", 1, author=author, detail=detail)
    write_rows(connection, table, [codebook_row(codebook)], event)
    if revision:
        write_rows(connection, schema.revisions, [revision_row(revision)], event)


def read_revisions(connection: Connection, as_of: datetime | None = None) -> list[Revision]:
    """How versions of codebooks came from each other, in the order in which that was saved."""
    table = schema.revisions
    query = select(table).where(until(table, as_of)).order_by(table.c.created, table.c.id)
    return [revision_of(row) for row in connection.execute(query).mappings()]


def next_version(connection: Connection, name: str) -> int:
    """The lowest number that no version of this codebook has had, those that were undone included."""
    table = schema.codebooks
    highest = connection.scalars(select(func.max(table.c.version)).where(table.c.name == name)).one()
    return 1 if highest is None else int(highest) + 1


def read_codebooks(connection: Connection, as_of: datetime | None = None) -> list[Codebook]:
    """Every version of every codebook, in the order in which they were saved."""
    table = schema.codebooks
    query = select(table).where(until(table, as_of)).order_by(table.c.created, table.c.id)
    return [codebook_of(row) for row in connection.execute(query).mappings()]


def choose_codebook(codebooks: Sequence[Codebook], version: int | None) -> Codebook:
    """The one saved last, or the one saved last under this version."""
    chosen = [codebook for codebook in codebooks if version in (None, codebook.version)]
    if not chosen:
        which = "no codebook yet" if version is None else f"no version {version} of a codebook"
        raise MisuseError(f"the project has {which}; save one first")
    return chosen[-1]


def _changed(records: Iterable[Named], known: Iterable[Named]) -> list[Named]:
    """The last one given under each name, where that is not what is known already."""
    before = {record.name: record for record in known}
    given = {record.name: record for record in records}
    return [record for name, record in given.items() if before.get(name) != record]


def _newest(
    connection: Connection, table: Table, read: Callable[[RowMapping], Named], as_of: datetime | None
) -> list[Named]:
    query = select(table).where(until(table, as_of)).order_by(table.c.created, table.c.id)
    newest = {row["name"]: row for row in connection.execute(query).mappings()}
    return [read(newest[name]) for name in sorted(newest)]


def _write(connection: Connection, table: Table, subject: str, rows: Iterable[Row], author: str) -> None:
    rows = list(rows)
    if rows:
        event = write_event(connection, "add", subject, len(rows), author=author, detail="")
        write_rows(connection, table, rows, event)
