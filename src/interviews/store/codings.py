"""Codings, their retractions, and memos in the database."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from interviews.errors import MisuseError
from interviews.model import Coding, Memo
from interviews.store import schema
from interviews.store.carry import Carried, carry
from interviews.store.history import until, write_event, write_rows
from interviews.store.rows import coding_of, coding_row, memo_of, memo_row
from interviews.store.texts import read_steps


def write_codings(connection: Connection, codings: Sequence[Coding], author: str) -> None:
    """Write codings; each must lie inside a text version of the project."""
    _check_places(connection, codings)
    if codings:
        detail = "by " + ", ".join(sorted({coding.coder for coding in codings}))
        event = write_event(connection, "add", "coding", len(codings), author=author, detail=detail)
        write_rows(connection, schema.codings, map(coding_row, codings), event)


def write_retractions(connection: Connection, ids: Iterable[str], author: str, reason: str) -> None:
    """Take codings back; those taken back before stay so, without a second row."""
    wanted = dict.fromkeys(ids)
    codings = set(connection.scalars(select(schema.codings.c.id)))
    if unknown := [id for id in wanted if id not in codings]:
        raise MisuseError(f"{len(unknown)} of {len(wanted)} ids are no codings of this project; nothing was retracted")
    retracted = set(connection.scalars(select(schema.retractions.c.coding)))
    rows = [{"coding": id, "author": author, "reason": reason} for id in wanted if id not in retracted]
    if rows:
        event = write_event(connection, "retract", "coding", len(rows), author=author, detail=reason)
        write_rows(connection, schema.retractions, rows, event)


def read_codings(connection: Connection, as_of: datetime | None = None) -> Carried:
    """The codings that are not retracted, in positions of the newest texts, the oldest coding first."""
    table, taken_back = schema.codings, schema.retractions
    retracted = select(taken_back.c.coding).where(until(taken_back, as_of))
    query = select(table).where(until(table, as_of), table.c.id.not_in(retracted)).order_by(table.c.created, table.c.id)
    return carry(map(coding_of, connection.execute(query)), read_steps(connection, as_of))


def write_memos(connection: Connection, memos: Sequence[Memo], author: str) -> None:
    """Write memos."""
    if memos:
        event = write_event(connection, "add", "memo", len(memos), author=author, detail="")
        write_rows(connection, schema.memos, map(memo_row, memos), event)


def read_memos(connection: Connection, as_of: datetime | None = None) -> list[Memo]:
    """Every memo, the oldest first."""
    table = schema.memos
    query = select(table).where(until(table, as_of)).order_by(table.c.created, table.c.id)
    return [memo_of(row) for row in connection.execute(query).mappings()]


def _check_places(connection: Connection, codings: Sequence[Coding]) -> None:
    table = schema.text_versions
    lengths = {
        (transcript, version): characters
        for transcript, version, characters in connection.execute(
            select(table.c.transcript, table.c.version, table.c.characters)
        )
    }
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
