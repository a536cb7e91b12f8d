"""Two copies of one study become one: the union of their rows, in any order the same, and no row that neither had.

A row and its event are written together and never change. So what both copies know of an event must be the same, and
what only one knows comes in whole; anything else is damage or forgery, and refused. What one copy has erased, because
somebody withdrew, is erased from both before.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, insert, select

from interviews.errors import MisuseError, Problem
from interviews.store import schema
from interviews.store.archive.lines import line_of, sorted_rows
from interviews.store.erasing import purge, read_erasures
from interviews.store.rivals import find_rivals
from interviews.store.rows import Row
from interviews.store.texts import current_names

_BATCH = 1000


@dataclass(slots=True)
class Merged:
    """What came in by a merge."""

    counts: dict[str, int] = field(default_factory=dict)
    """How many rows, by table."""
    events: set[str] = field(default_factory=set)
    """Ids of the events that are new."""
    conflicts: list[Problem] = field(default_factory=list)
    """Codebooks of one version that differ, field by field; what else both changed, and of which the newest counts."""
    doubled: list[Problem] = field(default_factory=list)
    """Codings of one coder that two copies hold, each as one of its own."""
    refused: dict[str, int] = field(default_factory=dict)
    """How many transcripts of a copy were not taken in, since they were erased here; by the copy's name."""
    erased: set[str] = field(default_factory=set)
    """Ids of the transcripts that are erased here now, since they were in a copy."""
    words: list[tuple[str, str]] = field(default_factory=list, repr=False)
    """Where a new row stands, and its words: these were written where perhaps nobody could check for names."""


def merge_rows(connection: Connection, other: Connection, name: str, merged: Merged) -> None:
    """Add what `other`, called `name`, has and the project has not. Raises MisuseError where the two do not fit."""
    mine, theirs = (set(one.scalars(select(schema.events.c.id))) for one in (connection, other))
    shared = mine & theirs
    merged.events |= theirs - mine
    if not shared:
        raise MisuseError(
            f"{name} and the project have no save in common: it is another study, or a copy from before the first save"
        )
    settled = _settle_erasures(connection, other, name, merged)
    _refuse_other_texts(connection, other, name)
    for table in schema.metadata.sorted_tables:
        batch: list[Row] = []
        for row in _new_rows(connection, other, table, shared, name, settled):
            batch.append(row)
            merged.words.append((f"{name}, {table.name} {row['id']}", _words(table, row)))
            merged.counts[table.name] = merged.counts.get(table.name, 0) + 1
            if len(batch) == _BATCH:
                connection.execute(insert(table), batch)
                batch = []
        if batch:
            connection.execute(insert(table), batch)
    _refuse_same_names(connection, name)
    merged.conflicts += find_rivals(connection, mine - theirs, theirs - mine, name)


def _settle_erasures(connection: Connection, other: Connection, name: str, merged: Merged) -> set[str]:
    """Erase from each what the other has erased; the ids of rows that may differ therefore."""
    mine, theirs = read_erasures(connection), read_erasures(other)
    refused, erased = purge(other, mine), purge(connection, theirs)
    if count := refused.count("transcripts"):
        merged.refused[name] = count
    merged.erased |= erased.deleted.get("transcripts", set())
    return {*mine.rows, *theirs.rows, *refused.ids, *erased.ids}


def _new_rows(
    connection: Connection, other: Connection, table: Table, shared: set[str], name: str, settled: set[str]
) -> Iterator[Row]:
    known = {row["id"]: (_digest(table, row), row.get("event")) for row in sorted_rows(connection, table)}
    both = set()
    for row in sorted_rows(other, table):
        if row["id"] in known:
            both.add(row["id"])
            if known[row["id"]][0] != _digest(table, row) and row["id"] not in settled:
                raise MisuseError(_differing(table, row, name))
        elif row.get("event") in shared and row["id"] not in settled:
            raise MisuseError(_torn(table, row["id"], name))
        else:
            yield row
    for id, (_, event) in known.items():
        if id not in both and event in shared and id not in settled:
            raise MisuseError(_torn(table, id, name))


def _digest(table: Table, row: Row) -> bytes:
    return hashlib.sha256((line_of(table, row) + str(row.get("text", ""))).encode()).digest()


def _words(table: Table, row: Row) -> str:
    if table is schema.codings:
        return str(row["memo"])
    return line_of(table, row) + str(row.get("text", ""))


def _differing(table: Table, row: Row, name: str) -> str:
    if table is schema.transcripts:
        return (
            f"transcript {row['name']!r} was read in twice, once here and once in {name}: only one of the two can "
            "go on; nothing was merged"
        )
    return (
        f"{table.name} {row['id']} is not the same in {name} and here, though records never change: one of the two was "
        "damaged or altered; nothing was merged"
    )


def _torn(table: Table, id: str, name: str) -> str:
    return (
        f"{table.name} {id} belongs to a save that {name} and the project both know, but only one of them has it: the "
        "other was damaged or altered; nothing was merged"
    )


def _refuse_other_texts(connection: Connection, other: Connection, name: str) -> None:
    """Codings name a text by transcript and version, so two texts may never share a number."""
    table = schema.text_versions
    query = select(table.c.transcript, table.c.version, table.c.id, table.c.name).order_by(
        table.c.name, table.c.version
    )
    known = {(transcript, version): id for transcript, version, id, _ in connection.execute(query)}
    told = [
        f"{title!r} (text version {version})"
        for transcript, version, id, title in other.execute(query)
        if known.get((transcript, version), id) != id
    ]
    if told:
        more = f" and {len(told) - 5} more" if len(told) > 5 else ""
        raise MisuseError(
            f"{', '.join(told[:5])}{more}: anonymized here and in {name} separately, so codings of the two do not fit "
            "one text; nothing was merged. Choose the copy whose texts are to count and let everybody go on from it"
        )


def _refuse_same_names(connection: Connection, name: str) -> None:
    seen: set[str] = set()
    twice: set[str] = set()
    for title in current_names(connection).values():
        (twice if title in seen else seen).add(title)
    if twice:
        told = ", ".join(map(repr, sorted(twice)[:5])) + (f" and {len(twice) - 5} more" if len(twice) > 5 else "")
        raise MisuseError(
            f"{told}: {name} and the project each have another transcript of this name, as when one interview was read "
            "in twice; nothing was merged. Read and anonymize new interviews in one copy only"
        )
