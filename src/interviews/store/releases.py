"""Which quotes somebody released for print, or held back.

A decision is an event about a citation, which is that of these very words: where the text changes, nobody has decided.
With it stands a memo on every coding of the passage, which says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, select

from interviews.model import Memo, new_id, now
from interviews.store import schema
from interviews.store.history import until, write_event, write_rows
from interviews.store.known import check_codings
from interviews.store.rows import from_micros, memo_row

RELEASE, HOLD = "release", "hold"


@dataclass(frozen=True, slots=True)
class Release:
    """That a quote may be printed, or may not."""

    citation: str
    released: bool
    author: str
    reason: str = ""
    id: str = field(default_factory=new_id)
    """Of its first memo."""
    when: datetime = field(default_factory=now)


def write_release(connection: Connection, release: Release, codings: Sequence[str]) -> None:
    """Write a decision about the quote that these codings are of."""
    check_codings(connection, codings, "decided on")
    action = RELEASE if release.released else HOLD
    event = write_event(connection, action, "quote", len(codings), author=release.author, detail=release.citation)
    rows = [memo_row(Memo(coding, release.reason, release.author)) for coding in codings]
    rows[0]["id"] = release.id
    write_rows(connection, schema.memos, rows, event)


def read_releases(connection: Connection, as_of: datetime | None = None) -> dict[str, Release]:
    """What was decided last about each quote, by citation."""
    memos, events = schema.memos, schema.events
    query = (
        select(events.c.detail, events.c.action, events.c.author, memos.c.text, memos.c.id, events.c.created)
        .join(events, events.c.id == memos.c.event)
        .where(events.c.subject == "quote", until(memos, as_of))
        .order_by(events.c.created, events.c.id, memos.c.id)
    )
    return {
        citation: Release(citation, action == RELEASE, author, reason, id, from_micros(moment))
        for citation, action, author, reason, id, moment in connection.execute(query)
    }
