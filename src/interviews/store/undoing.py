"""Undo and redo: what one person did last does not count any more, or counts again; nothing is deleted."""

from sqlalchemy import ColumnElement, Connection, Row, select

from interviews.errors import MisuseError
from interviews.store import schema
from interviews.store.history import Event, event_of, undone, write_event, write_rows

UNDOABLE = frozenset(
    {
        "coding",
        "case coding",
        "codebook",
        "memo",
        "group",
        "link",
        "query",
        "suggestion",
        "participant",
        "case",
        "quote",
    }
)
"""The subjects of events that can be undone. Texts cannot: the vault and the store would tell two stories."""
_ACTS = ("add", "retract", "change", "review", "decide", "adjudicate", "revise", "release", "hold")
UNDO, REDO = "undo", "redo"


def undo(connection: Connection, author: str) -> Event:
    """Take back what this person did last and has not taken back yet; the event that is taken back."""
    events = schema.events
    acts = select(events).where(*_acts_of(author), events.c.id.not_in(undone()))
    row = connection.execute(acts.order_by(events.c.created.desc(), events.c.id.desc()).limit(1)).one_or_none()
    if row is None:
        raise MisuseError(f"there is nothing that {author} could undo")
    event = event_of(row._mapping)
    _check_newest(connection, event)
    return _reverse(connection, event, UNDO, author)


def redo(connection: Connection, author: str) -> Event:
    """Let what this person took back last count again, unless they have done something else since."""
    events, word = schema.events, schema.reversals
    taken_back = (
        select(events, word.c.created.label("moment"))
        .join(word, word.c.target == events.c.id)
        .where(*_acts_of(author), word.c.undone == 1, events.c.id.in_(undone()))
        .order_by(word.c.created.desc(), word.c.id.desc())
        .limit(1)
    )
    row = connection.execute(taken_back).one_or_none()
    if row is None or _acted_since(connection, author, row):
        raise MisuseError(f"there is nothing that {author} could redo")
    return _reverse(connection, event_of(row._mapping), REDO, author)


def _acts_of(author: str) -> tuple[ColumnElement[bool], ...]:
    events = schema.events
    return (events.c.author == author, events.c.action.in_(_ACTS), events.c.subject.in_(UNDOABLE))


def _acted_since(connection: Connection, author: str, row: Row[tuple[object, ...]]) -> bool:
    events = schema.events
    since = select(events.c.id).where(*_acts_of(author), events.c.created > row._mapping["moment"])
    return connection.execute(since.limit(1)).first() is not None


def _check_newest(connection: Connection, event: Event) -> None:
    """A codebook on which another one was built stays: its codings would lose their way."""
    books = schema.codebooks
    newest = select(books.c.event).where(books.c.event.not_in(undone()))
    last = connection.scalars(newest.order_by(books.c.created.desc(), books.c.id.desc()).limit(1)).first()
    if event.subject == "codebook" and last != event.id:
        raise MisuseError(
            "the codebook was revised further since by somebody else: its newest version has to be undone first"
        )


def _told(event: Event) -> str:
    """What was done, and to which version of the codebook; reasons may hold words, and stay with their event."""
    return f"{event.action}: {event.detail}" if event.subject == "codebook" else event.action


def _reverse(connection: Connection, event: Event, action: str, author: str) -> Event:
    made = write_event(connection, action, event.subject, event.count, author=author, detail=_told(event))
    write_rows(connection, schema.reversals, [{"target": event.id, "undone": int(action == UNDO)}], made)
    return event
