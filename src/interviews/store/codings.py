"""Codings, their retractions, and memos in the database."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, select

from interviews.errors import MisuseError
from interviews.model import Coding, Memo
from interviews.store import schema
from interviews.store.carry import Carried, carry
from interviews.store.course import read_course, read_version
from interviews.store.history import MOMENT, Event, until, with_moment, write_event, write_rows
from interviews.store.known import check_codings, chosen
from interviews.store.reviews import read_reviews, recode
from interviews.store.rows import Row, coding_of, coding_row, memo_of, memo_row
from interviews.store.texts import read_all_lengths, read_steps


def write_codings(connection: Connection, codings: Sequence[Coding], author: str) -> None:
    """Write codings; each must lie inside a text version of the project. Without a version of the codebook: today's."""
    check_places(connection, codings)
    if codings:
        detail = "by " + ", ".join(sorted({coding.coder for coding in codings}))
        event = write_event(connection, "add", "coding", len(codings), author=author, detail=detail)
        write_coding_rows(connection, codings, event)


def write_coding_rows(connection: Connection, codings: Sequence[Coding], event: Event) -> None:
    """Write codings that were checked as part of an act."""
    unnumbered = any(one.codebook_version is None for one in codings)
    version = read_version(connection) if unnumbered else None
    write_rows(connection, schema.codings, (_numbered(coding_row(one), version) for one in codings), event)


def write_retractions(connection: Connection, ids: Iterable[str], author: str, reason: str) -> None:
    """Take codings back; those taken back before stay so, without a second row."""
    wanted = list(dict.fromkeys(ids))
    check_codings(connection, wanted, "retracted")
    taken_back = schema.retractions
    retracted = set(chosen(connection, taken_back.c.coding, wanted, until(taken_back, None)))
    rows = [{"coding": id, "author": author, "reason": reason} for id in wanted if id not in retracted]
    if rows:
        event = write_event(connection, "retract", "coding", len(rows), author=author, detail=reason)
        write_rows(connection, taken_back, rows, event)


def write_change(connection: Connection, before: str, coding: Coding, author: str) -> None:
    """Let a coding take the place of another one, in one act: it is undone as one."""
    check_codings(connection, [before], "changed")
    check_places(connection, [coding])
    event = write_event(connection, "change", "coding", 1, author=author, detail="")
    reason = {"coding": before, "author": author, "reason": "changed"}
    write_rows(connection, schema.retractions, [reason], event)
    write_coding_rows(connection, [coding], event)


def read_codings(connection: Connection, as_of: datetime | None = None, *conditions: ColumnElement[bool]) -> Carried:
    """The codings, all or some, under today's codes and in positions of the newest texts, the oldest first.

    Those that were taken back are left out.
    """
    table, taken_back = schema.codings, schema.retractions
    retracted = select(taken_back.c.coding).where(until(taken_back, as_of))
    query = select(table).where(until(table, as_of), table.c.id.not_in(retracted)).order_by(table.c.created, table.c.id)
    found = map(coding_of, connection.execute(query.where(*conditions)))
    recoded = recode(found, read_course(connection, as_of), read_reviews(connection, as_of))
    return carry(recoded, read_steps(connection, as_of))


def _numbered(row: Row, version: int | None) -> Row:
    if row["codebook_version"] is None:
        row["codebook_version"] = version
    return row


def write_memos(connection: Connection, memos: Sequence[Memo], author: str) -> None:
    """Write memos."""
    if memos:
        event = write_event(connection, "add", "memo", len(memos), author=author, detail="")
        write_rows(connection, schema.memos, map(memo_row, memos), event)


def read_memos(connection: Connection, as_of: datetime | None = None) -> list[Memo]:
    """Every memo, the oldest first; one about a code by the path that the code has today.

    One without text is none: it only says that a decision was about its record.
    """
    table, course = schema.memos, read_course(connection, as_of)
    query = with_moment(table).where(until(table, as_of), table.c.text != "").order_by(table.c.created, table.c.id)
    rows = connection.execute(query).mappings()
    return [memo_of({**row, "about": course.path_since(row[MOMENT], row["about"])}) for row in rows]


def check_places(connection: Connection, codings: Sequence[Coding]) -> None:
    """Raise MisuseError unless each lies inside a text version of the project."""
    lengths = read_all_lengths(connection, sorted({coding.transcript for coding in codings}))
    if lost := sum((coding.transcript, coding.version) not in lengths for coding in codings):
        raise MisuseError(
            f"{lost} of {len(codings)} codings are about a text version that the project does not have; "
            "save the anonymized transcripts first"
        )
    for coding in codings:
        length = lengths[coding.transcript, coding.version]
        if coding.span.end > length:
            raise MisuseError(
                f"a coding of {coding.coder} ends at {coding.span.end}, outside its transcript {coding.transcript}, "
                f"which has {length} characters; nothing was saved"
            )
