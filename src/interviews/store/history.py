"""The history of a project, and the one way in which rows are written: together with the event that wrote them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Select,
    Table,
    and_,
    exists,
    func,
    literal_column,
    select,
    true,
    tuple_,
)

from interviews.model import new_id, now
from interviews.store import schema
from interviews.store.known import batches
from interviews.store.quick import add, ask
from interviews.store.rows import Row, from_micros, to_micros

MOMENT = "saved"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a project; it never holds words of a transcript."""

    id: str
    when: datetime
    author: str
    action: str
    subject: str
    """What kind of record it happened to, such as `coding`."""
    count: int
    """How many records."""
    detail: str


def write_event(connection: Connection, action: str, subject: str, count: int, *, author: str, detail: str) -> Event:
    """Write an event; the records of the same transaction refer to it."""
    event = Event(new_id(), now(), author, action, subject, count, detail)
    row = {"id": event.id, "created": to_micros(event.when), "author": author, "action": action}
    row |= {"subject": subject, "count": count, "detail": detail}
    add(connection, schema.events, [row])
    return event


def write_rows(connection: Connection, table: Table, rows: Iterable[Row], event: Event) -> None:
    """Write rows of an event; those without an id and a moment of their own get a new id and the event's moment."""
    moment = to_micros(event.when)
    complete = [{"id": row.get("id") or new_id(), "created": moment, "event": event.id} | row for row in rows]
    if complete:
        add(connection, table, complete)


def read_events(connection: Connection) -> Iterator[Event]:
    """Every event, the oldest first."""
    table = schema.events
    for row in connection.execute(select(table).order_by(table.c.created, table.c.id)).mappings():
        yield event_of(row)


def event_of(row: RowMapping) -> Event:
    """The event of a row."""
    fields = (row[name] for name in ("author", "action", "subject", "count", "detail"))
    return Event(row["id"], from_micros(row["created"]), *fields)


def newest_event(connection: Connection, subjects: Collection[str]) -> int:
    """Where the newest event about one of these subjects, or about any, stands; events are only ever added."""
    # One question a subject: each is answered from the end of the index, however many events there are.
    queries = map(_newest_about, subjects) if subjects else [_newest_about(None)]
    return max(ask(connection, query)[0][0] or 0 for query in queries)


@cache
def _newest_about(subject: str | None) -> Select[Any]:
    newest: Select[Any] = select(func.max(literal_column("events.rowid"))).select_from(schema.events)
    return newest if subject is None else newest.where(schema.events.c.subject == subject)


def until(table: Table, as_of: datetime | None) -> ColumnElement[bool]:
    """The condition that a row was there at a moment, or is now without one, and that nobody had undone it."""
    return and_(_there(table, as_of), table.c.event.not_in(undone(as_of)))


def read_coded(connection: Connection, events: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """For events that wrote codings, code and transcript of each kind of them."""
    table = schema.codings
    query = select(table.c.event, table.c.code, table.c.transcript).distinct()
    coded: dict[str, list[tuple[str, str]]] = {}
    for batch in batches(events):
        for event, code, transcript in connection.execute(query.where(table.c.event.in_(batch))):
            coded.setdefault(event, []).append((code, transcript))
    return coded


def with_moment(table: Table) -> Select[Any]:
    """The rows of a table, each with the moment when it was saved under `MOMENT`; its own may be from elsewhere."""
    return select(table, schema.events.c.created.label(MOMENT)).join(schema.events, schema.events.c.id == table.c.event)


@lru_cache(maxsize=2)
def undone(as_of: datetime | None = None) -> Select[tuple[str]]:
    """The ids of the events that do not count: the newest word on each decides."""
    word, later = schema.reversals, schema.reversals.alias("later")
    moment, further = tuple_(word.c.created, word.c.id), tuple_(later.c.created, later.c.id)
    newer = select(later.c.id).where(later.c.target == word.c.target, further > moment, _there(later, as_of))
    return select(word.c.target).where(word.c.undone == 1, _there(word, as_of), ~exists(newer))


def _there(table: FromClause, as_of: datetime | None) -> ColumnElement[bool]:
    return true() if as_of is None else table.c.created <= to_micros(as_of)
