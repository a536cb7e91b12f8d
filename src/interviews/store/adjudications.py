"""What was decided about codings in which coders differ.

A decision is an event: with it stand the codings that came of it, under a coder's name of its own, and a memo on every
coding that was decided on, which says why. So it is undone as one, and nothing that the coders did is touched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from interviews.model import Coding, Memo
from interviews.store import schema
from interviews.store.codings import check_places, read_codings, write_coding_rows
from interviews.store.history import until, write_event, write_rows
from interviews.store.known import check_codings
from interviews.store.rows import from_micros, memo_row

ADJUDICATE = "adjudicate"
_ANEW = "decided anew"


@dataclass(frozen=True, slots=True)
class Adjudication:
    """A decision about codings in which coders differ."""

    codings: tuple[str, ...]
    """Ids of those that were decided on."""
    decision: str
    """`as c1`, `both`, `neither` or `own`."""
    coder: str
    """In whose name the outcome stands, such as `consensus`."""
    outcome: tuple[Coding, ...] = ()
    """What came of it and still counts."""
    reason: str = ""
    id: str = ""
    """Of its first memo; given by whoever wants to know it again."""
    author: str = ""
    """Who decided."""
    when: datetime | None = None


def write_adjudications(connection: Connection, decisions: Sequence[Adjudication], author: str) -> None:
    """Write decisions, an event each. What came of an earlier one about the same codings is taken back."""
    check_codings(connection, list({id for one in decisions for id in one.codings}), "decided on")
    check_places(connection, [coding for one in decisions for coding in one.outcome])
    earlier = read_adjudications(connection)
    for one in decisions:
        event = write_event(connection, ADJUDICATE, "coding", len(one.codings), author=author, detail=one.decision)
        memos = [Memo(about, one.reason, one.coder) for about in one.codings]
        rows = [memo_row(memo) for memo in memos]
        rows[0]["id"] = one.id or rows[0]["id"]
        write_rows(connection, schema.memos, rows, event)
        gone = [{"coding": id, "author": author, "reason": _ANEW} for id in _outcomes(earlier, one)]
        write_rows(connection, schema.retractions, gone, event)
        write_coding_rows(connection, one.outcome, event)


def read_adjudications(connection: Connection, as_of: datetime | None = None) -> list[Adjudication]:
    """The decisions that count, the oldest first."""
    memos, events = schema.memos, schema.events
    query = (
        select(memos.c.event, memos.c.id, memos.c.about, memos.c.author, memos.c.text)
        .add_columns(events.c.author.label("by"), events.c.detail, events.c.created.label("moment"))
        .join(events, events.c.id == memos.c.event)
        .where(events.c.subject == "coding", events.c.action == ADJUDICATE, until(memos, as_of))
        .order_by(events.c.created, events.c.id, memos.c.id)
    )
    decided: dict[str, Adjudication] = {}
    outcomes = _read_outcomes(connection, as_of)
    for event, id, about, coder, reason, by, decision, moment in connection.execute(query):
        known = decided.get(event)
        decided[event] = Adjudication(
            codings=(*known.codings, about) if known else (about,),
            decision=decision,
            coder=coder,
            outcome=tuple(outcomes.get(event, ())),
            reason=reason,
            id=known.id if known else id,
            author=by,
            when=from_micros(moment),
        )
    return list(decided.values())


def _read_outcomes(connection: Connection, as_of: datetime | None) -> Mapping[str, Sequence[Coding]]:
    """The codings that decisions made and that count, by event."""
    table, events = schema.codings, schema.events
    query = select(table.c.id, table.c.event).join(events, events.c.id == table.c.event)
    made = query.where(events.c.subject == "coding", events.c.action == ADJUDICATE)
    by_id = {id: event for id, event in connection.execute(made)}
    outcomes: dict[str, list[Coding]] = {}
    if by_id:
        for coding in read_codings(connection, as_of, table.c.id.in_(made.with_only_columns(table.c.id))).codings:
            outcomes.setdefault(by_id[coding.id], []).append(coding)
    return outcomes


def _outcomes(earlier: Iterable[Adjudication], decision: Adjudication) -> list[str]:
    """What came of earlier decisions, in the same name, about any of the codings of this one."""
    about = set(decision.codings)
    same = (one for one in earlier if one.coder == decision.coder and about & set(one.codings))
    return [coding.id for one in same for coding in one.outcome]
