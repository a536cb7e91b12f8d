"""The history of a project, and the one way in which rows are written: together with the event that wrote them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, func, insert, select, true

from interviews.model import new_id, now
from interviews.store import schema
from interviews.store.rows import Row, from_micros, to_micros


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
    connection.execute(insert(schema.events), [row])
    return event


def write_rows(connection: Connection, table: Table, rows: Iterable[Row], event: Event) -> None:
    """Write rows of an event; those without an id and a moment of their own get a new id and the event's moment."""
    moment = to_micros(event.when)
    complete = [{"id": row.get("id") or new_id(), "created": moment, "event": event.id} | row for row in rows]
    if complete:
        connection.execute(insert(table), complete)


def read_events(connection: Connection) -> Iterator[Event]:
    """Every event, the oldest first."""
    table = schema.events
    for row in connection.execute(select(table).order_by(table.c.created, table.c.id)).mappings():
        fields = (row[name] for name in ("author", "action", "subject", "count", "detail"))
        yield Event(row["id"], from_micros(row["created"]), *fields)


def count_events(connection: Connection, subjects: Collection[str]) -> int:
    """How many events there are about these subjects, or about any; events are only ever added."""
    query = select(func.count()).select_from(schema.events)
    if subjects:
        query = query.where(schema.events.c.subject.in_(subjects))
    return connection.scalars(query).one()


def until(table: Table, as_of: datetime | None) -> ColumnElement[bool]:
    """The condition that a row was there at a moment; always true without one."""
    return true() if as_of is None else table.c.created <= to_micros(as_of)
