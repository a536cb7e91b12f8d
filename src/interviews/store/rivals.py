"""What two copies changed, each in its own way, so that the newest counts.

Such are people, cases, queries, groups, reviews, decisions about quotes, and words in cells of the framework matrix.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, Table, select

from interviews.errors import Problem
from interviews.store import schema
from interviews.store.conflicts import side_by_side, signed
from interviews.store.history import undone, until
from interviews.store.releases import HOLD, RELEASE

_KINDS = (
    (schema.participants, "name", "participant"),
    (schema.cases, "name", "case"),
    (schema.queries, "name", "query"),
    (schema.groups, "record", "group"),
)
_OWN = frozenset({"id", "created", "event", "author", "by", "saved"})


@dataclass(frozen=True, slots=True)
class _Word:
    """What one person said last of a record, by field."""

    fields: dict[str, str]
    signature: str
    moment: tuple[int, str]


def find_rivals(connection: Connection, own: Set[str], coming: Set[str], name: str) -> Iterator[Problem]:
    """What differs between that which only the project, by events in `own`, and only the copy `name` has changed."""
    for table, key, kind in _KINDS:
        ours, theirs = (_newest(connection, table, key, events) for events in (own, coming))
        yield from _differing(kind, ours, theirs)
    yield from _differing("quote", *(_released(connection, events) for events in (own, coming)))
    yield from _differing("cell", *(_summed_up(connection, events) for events in (own, coming)))
    ours, theirs = (_newest(connection, schema.reviews, "coding", events) for events in (own, coming))
    if count := sum(ours[one].fields["code"] != theirs[one].fields["code"] for one in ours.keys() & theirs.keys()):
        told = f"here and in {name} another code was given to the same codings ({count}): what was saved last counts"
        yield Problem("reviews", told)


def _differing(kind: str, ours: Mapping[str, _Word], theirs: Mapping[str, _Word]) -> Iterator[Problem]:
    for record in sorted(ours.keys() & theirs.keys()):
        yield from _compared(f"{kind} {record}", sorted((ours[record], theirs[record]), key=lambda one: one.moment))


def _newest(connection: Connection, table: Table, key: str, by: Set[str]) -> dict[str, _Word]:
    """The newest word on each record by these events, of those that count."""
    if not by:
        return {}
    events = schema.events
    columns = select(table, events.c.author.label("by"), events.c.created.label("saved"))
    query = columns.join(events, table.c.event == events.c.id).where(until(table, None))
    rows = connection.execute(query.order_by(table.c.created, table.c.id)).mappings()
    return {row[key]: _word(row, key) for row in rows if row["event"] in by}


def _released(connection: Connection, by: Set[str]) -> dict[str, _Word]:
    """Whether these events released a quote last, or held it back; by citation, which an erasure takes out."""
    events = schema.events
    query = select(events).where(events.c.action.in_((RELEASE, HOLD)), events.c.detail != "")
    rows = connection.execute(query.where(events.c.id.not_in(undone())).order_by(events.c.created, events.c.id))
    return {row["detail"]: _said(row, decision=row["action"]) for row in rows.mappings() if row["id"] in by}


def _summed_up(connection: Connection, by: Set[str]) -> dict[str, _Word]:
    """The newest words that these events wrote into a cell, each a memo with its link to a theme."""
    memos, links = schema.memos, schema.links
    query = select(memos, links.c.target).join(links, links.c.event == memos.c.event).where(until(memos, None))
    rows = connection.execute(query.order_by(memos.c.created, memos.c.id)).mappings()
    return {f"{row['about']}, {row['target'][1]}": _said(row, text=row["text"]) for row in rows if row["event"] in by}


def _said(row: RowMapping, **fields: str) -> _Word:
    return _Word(fields, signed(row["author"], row["created"]), (row["created"], row["id"]))


def _word(row: RowMapping, key: str) -> _Word:
    fields: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            fields |= {str(one): str(text) for one, text in value.items()}
        elif isinstance(value, list):
            fields[name] = f"{len(value)}: " + ", ".join(sorted(record for _, record in value))
        elif name not in _OWN and name != key:
            fields[name.removesuffix("_name")] = str(value or "")
    return _Word(fields, signed(row["by"], row["saved"]), (row["created"], row["id"]))


def _compared(where: str, words: list[_Word]) -> Iterator[Problem]:
    for name in dict.fromkeys(field for word in words for field in word.fields):
        values = [word.fields.get(name, "") for word in words]
        if len(set(values)) > 1:
            told = side_by_side([word.signature for word in words], values)
            counts = f"what was saved last ({words[-1].signature}) counts; save it once more if the other is right"
            yield Problem(where, f"{name} differs: {told}; {counts}")
