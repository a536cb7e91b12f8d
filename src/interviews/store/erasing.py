"""The one lawful exception to a store of which nothing is deleted: somebody who was interviewed withdraws.

Deleted are the transcript, all its text versions, and everything said about it. What quotes it is emptied. Ids stay
behind, so that no copy of the project brings any of it back.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, delete, select, update

from interviews.store import schema
from interviews.store.history import Event, write_event, write_rows
from interviews.store.quoting import Quoted, blank, drop_members

_BATCH = 500
_EMPTIED = "words of erased texts were taken out"
# With a transcript these go whatever their ids, so that theirs need not be kept.
_OF_TRANSCRIPTS = frozenset(
    {"text_versions", "edits", "codings", "retractions", "reviews", "suggestions", "decisions", "events"}
)


@dataclass(frozen=True, slots=True)
class Doomed:
    """What is to be erased."""

    transcripts: frozenset[str]
    """Ids."""
    participants: frozenset[str] = frozenset()
    """Names in the store; a row of such a name goes with all others of it."""
    cases: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    """Ids of further rows, as another copy erased them."""


@dataclass(slots=True)
class Erased:
    """What was erased."""

    deleted: dict[str, set[str]] = field(default_factory=dict)
    """Ids of the rows that are gone, by table."""
    emptied: dict[str, set[str]] = field(default_factory=dict)
    """Ids of the rows that quoted them and do not any more."""
    guids: set[str] = field(default_factory=set)
    """Under which GUIDs other programs know the transcripts, in small letters and without braces."""
    codes: Counter[str] = field(default_factory=Counter)
    """How many codings of each code that counted are gone."""

    @property
    def ids(self) -> set[str]:
        """Every row that is not as it was."""
        return {id for rows in (*self.deleted.values(), *self.emptied.values()) for id in rows}

    def count(self, table: str) -> int:
        """How many rows of a table are gone."""
        return len(self.deleted.get(table, ()))


def erase(connection: Connection, doomed: Doomed, author: str) -> Erased:
    """Erase, and note in the history how much of what; a second time adds nothing."""
    known = read_erasures(connection)
    erased = purge(connection, doomed)
    event = _note(connection, erased, len(doomed.transcripts - known.transcripts), author)
    lasting = {("transcripts", id) for id in doomed.transcripts}
    lasting |= {(table, id) for table, ids in erased.emptied.items() for id in ids}
    of_people = erased.deleted.items()
    lasting |= {(table, id) for table, ids in of_people if table not in _OF_TRANSCRIPTS for id in ids}
    lasting |= {("guid", guid) for guid in erased.guids}
    records = [{"kind": kind, "record": id} for kind, id in sorted(lasting) if id not in known.rows]
    if event:
        write_rows(connection, schema.erasures, records, event)
    return erased


def _note(connection: Connection, erased: Erased, transcripts: int, author: str) -> Event | None:
    """Say in the history how much is gone; the first of the events, None where nothing is."""
    gone = {_subject(table): (len(ids), _EMPTIED) for table, ids in sorted(erased.emptied.items())}
    gone |= {_subject(table): (len(ids), "") for table, ids in sorted(erased.deleted.items())}
    if transcripts:  # the vault may have known one that the store did not
        gone = {"transcript": (transcripts, "")} | {what: told for what, told in gone.items() if what != "transcript"}
    events = [
        write_event(connection, "erase", what, count, author=author, detail=detail)
        for what, (count, detail) in gone.items()
    ]
    return events[0] if events else None


def _subject(table: str) -> str:
    return table.replace("_", " ").removesuffix("s")


def read_erasures(connection: Connection) -> Doomed:
    """What was erased so far, here or in a copy that was merged."""
    table = schema.erasures
    pairs = connection.execute(select(table.c.kind, table.c.record)).all()
    transcripts = frozenset(id for kind, id in pairs if kind == "transcripts")
    return Doomed(transcripts, rows=frozenset(id for _, id in pairs))


def purge(connection: Connection, doomed: Doomed) -> Erased:
    """Delete rows and empty what quotes them, without a word in the history."""
    erased = Erased()
    if not (doomed.transcripts or doomed.participants or doomed.cases or doomed.rows):
        return erased
    quoted = Quoted(connection, doomed.transcripts)
    people = _names(connection, schema.participants, doomed.participants, doomed.rows)
    cases = _names(connection, schema.cases, doomed.cases, doomed.rows)
    codings = _codings(connection, doomed.transcripts, erased)
    memos = _memos(connection, {*doomed.transcripts, *people, *cases, *codings}, quoted, doomed.rows)
    gone = _references(doomed, {"coding": codings, "memo": memos, "participant": people, "case": cases})
    _delete(connection, erased, schema.links, _links(connection, gone, doomed.rows))
    _delete(connection, erased, schema.guids, _guids(connection, gone, doomed.rows, erased))
    _delete_reasons(connection, erased, schema.memos, memos)
    for table in (schema.retractions, schema.reviews):
        _delete_reasons(connection, erased, table, _ids(connection, table, "coding", codings))
    _delete(connection, erased, schema.codings, codings)
    suggestions = _ids(connection, schema.suggestions, "transcript", doomed.transcripts)
    _delete(connection, erased, schema.decisions, _ids(connection, schema.decisions, "suggestion", suggestions))
    _delete(connection, erased, schema.suggestions, suggestions)
    for table, column in (
        (schema.edits, "transcript"),
        (schema.text_versions, "transcript"),
        (schema.transcripts, "id"),
    ):
        _delete(connection, erased, table, _ids(connection, table, column, doomed.transcripts))
    _delete(connection, erased, schema.participants, _ids(connection, schema.participants, "name", people))
    _delete(connection, erased, schema.cases, _ids(connection, schema.cases, "name", cases))
    _delete(connection, erased, schema.case_codings, _ids(connection, schema.case_codings, "case_name", cases))
    for changed, id in (*drop_members(connection, gone), *blank(connection, quoted)):
        erased.emptied.setdefault(changed, set()).add(id)
    return erased


def _names(connection: Connection, table: Table, names: Collection[str], rows: Collection[str]) -> set[str]:
    found = connection.execute(select(table.c.id, table.c.name)).all()
    return {*names, *(name for id, name in found if id in rows)}


def _codings(connection: Connection, transcripts: Collection[str], erased: Erased) -> set[str]:
    table = schema.codings
    taken_back = set(connection.scalars(select(schema.retractions.c.coding)))
    found = connection.execute(select(table.c.id, table.c.code).where(table.c.transcript.in_(transcripts))).all()
    erased.codes.update(code for id, code in found if id not in taken_back)
    return {id for id, _ in found}


def _delete_reasons(connection: Connection, erased: Erased, table: Table, ids: Collection[str]) -> None:
    """Reasons for what was decided about codings, which the history repeats, may say what was said; or cite it."""
    events: set[str] = set()
    for batch in _batches(ids):
        told = select(table.c.event).join(schema.events).where(table.c.id.in_(batch), schema.events.c.detail != "")
        events.update(connection.scalars(told))
    for batch in _batches(events):
        connection.execute(update(schema.events).where(schema.events.c.id.in_(batch)).values(detail=""))
    if events:
        erased.emptied.setdefault("events", set()).update(events)
    _delete(connection, erased, table, ids)


def _memos(connection: Connection, about: set[str], quoted: Quoted, rows: Collection[str]) -> set[str]:
    """Memos on what is gone, memos on those, and memos that quote it."""
    table = schema.memos
    left = connection.execute(select(table.c.id, table.c.about, table.c.text)).all()
    gone = {id for id, _, text in left if id in rows or text in quoted}
    while more := {id for id, on, _ in left if id not in gone and (on in about or on in gone)}:
        gone |= more
    return gone


def _references(doomed: Doomed, kinds: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    """What a group, a link or a GUID may lead to, and is gone."""
    gone = {("transcript", id) for id in doomed.transcripts}
    gone |= {(kind, record) for kind, records in kinds.items() for record in records}
    return gone | {("selection", record) for kind, record in gone if kind == "coding"}


def _links(connection: Connection, gone: Collection[tuple[str, str]], rows: Collection[str]) -> set[str]:
    table = schema.links
    found = connection.execute(select(table.c.id, table.c.origin, table.c.target)).all()
    return {id for id, origin, target in found if id in rows or tuple(origin) in gone or tuple(target) in gone}


def _guids(
    connection: Connection, gone: Collection[tuple[str, str]], rows: Collection[str], erased: Erased
) -> set[str]:
    table = schema.guids
    found = connection.execute(select(table.c.id, table.c.kind, table.c.record, table.c.guid)).all()
    leaving = [row for row in found if row[0] in rows or (row[1], row[2]) in gone]
    erased.guids.update(guid.strip("{}").lower() for _, kind, _, guid in leaving if kind == "transcript")
    return {row[0] for row in leaving}


def _ids(connection: Connection, table: Table, column: str, values: Collection[str]) -> set[str]:
    chosen: set[str] = set()
    for batch in _batches(values):
        chosen.update(connection.scalars(select(table.c.id).where(table.c[column].in_(batch))))
    return chosen


def _delete(connection: Connection, erased: Erased, table: Table, ids: Collection[str]) -> None:
    for batch in _batches(ids):
        connection.execute(delete(table).where(table.c.id.in_(batch)))
    if ids:
        erased.deleted.setdefault(table.name, set()).update(ids)


def _batches(values: Collection[str]) -> Iterable[list[str]]:
    listed = sorted(values)
    return (listed[start : start + _BATCH] for start in range(0, len(listed), _BATCH))
