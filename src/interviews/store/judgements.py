"""What else is said about a study, in the database: codes of cases, saved queries, suggestions and their fate."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from interviews.errors import MisuseError
from interviews.model import CaseCoding, Coding, Query, Suggestion
from interviews.store import schema
from interviews.store.codings import check_places, write_coding_rows
from interviews.store.course import read_course
from interviews.store.history import until, write_event, write_rows
from interviews.store.known import chosen
from interviews.store.rows import case_coding_of, case_coding_row, suggestion_of, suggestion_row


def write_case_codings(
    connection: Connection, codings: Sequence[CaseCoding], author: str, *, applies: bool = True
) -> None:
    """Write that codes hold for cases, or do not hold any more."""
    if codings:
        version = read_course(connection).version
        rows = [case_coding_row(coding, applies) for coding in codings]
        for row in rows:
            row["codebook_version"] = row["codebook_version"] or version
        event = write_event(
            connection, "add" if applies else "retract", "case coding", len(rows), author=author, detail=""
        )
        write_rows(connection, schema.case_codings, rows, event)


def read_case_codings(connection: Connection, as_of: datetime | None = None) -> list[CaseCoding]:
    """The codes of cases that hold, under today's codes, by case, code and coder."""
    table, course = schema.case_codings, read_course(connection, as_of)
    query = select(table).where(until(table, as_of)).order_by(table.c.created, table.c.id)
    holding: dict[tuple[str, str, str], CaseCoding] = {}
    for row in connection.execute(query).mappings():
        coding = case_coding_of(row)
        code, _ = course.place(coding.codebook_version, coding.code)
        here = coding.case, code, coding.coder
        holding.pop(here, None)
        if row["applies"]:
            holding[here] = CaseCoding(
                coding.case, code, coding.coder, coding.memo, coding.codebook_version, coding.id, coding.created
            )
    return [holding[here] for here in sorted(holding)]


def write_queries(connection: Connection, queries: Iterable[Query], author: str) -> None:
    """Write queries that are new or say something else than before; one without text is forgotten."""
    known = {query.name: query.text for query in read_queries(connection)}
    given = {query.name: query for query in queries}
    changed = [query for name, query in given.items() if known.get(name, "") != query.text]
    if changed:
        event = write_event(connection, "add", "query", len(changed), author=author, detail="")
        rows = ({"name": query.name, "text": query.text, "author": query.author or author} for query in changed)
        write_rows(connection, schema.queries, rows, event)


def read_queries(connection: Connection, as_of: datetime | None = None) -> list[Query]:
    """Every saved query, by name."""
    table = schema.queries
    query = select(table.c.name, table.c.text, table.c.author).where(until(table, as_of))
    newest = {
        name: Query(name, text, author)
        for name, text, author in connection.execute(query.order_by(table.c.created, table.c.id))
    }
    return [newest[name] for name in sorted(newest) if newest[name].text]


def write_suggestions(connection: Connection, suggestions: Sequence[Suggestion], author: str) -> None:
    """Write suggestions."""
    if suggestions:
        sources = sorted({suggestion.source for suggestion in suggestions})
        kind = ", ".join(source.partition(":")[0] for source in sources[:3])
        event = write_event(connection, "add", "suggestion", len(suggestions), author=author, detail=f"by {kind}")
        write_rows(connection, schema.suggestions, map(suggestion_row, suggestions), event)


def read_suggestions(connection: Connection, as_of: datetime | None = None) -> list[Suggestion]:
    """The suggestions that nobody has decided on, the oldest first, in the text versions they were made over."""
    table, settled = schema.suggestions, schema.decisions
    decided = select(settled.c.suggestion).where(until(settled, as_of))
    query = select(table).where(until(table, as_of), table.c.id.not_in(decided))
    return [suggestion_of(row) for row in connection.execute(query.order_by(table.c.created, table.c.id)).mappings()]


def read_deciders(connection: Connection) -> dict[str, set[str]]:
    """Who has decided on a suggestion, by suggestion."""
    settled = schema.decisions
    deciders: dict[str, set[str]] = {}
    for suggestion, author in connection.execute(
        select(settled.c.suggestion, settled.c.author).where(until(settled, None))
    ):
        deciders.setdefault(suggestion, set()).add(author)
    return deciders


def write_decisions(
    connection: Connection, decisions: Mapping[str, str | None], author: str, codings: Sequence[Coding] = ()
) -> None:
    """Write, by suggestion, the coding that a person made of it, or None where it was turned down.

    The codings that are new are written in the same act: it is undone as one.
    """
    ids = list(decisions)
    check_places(connection, codings)
    known = sum(1 for _ in chosen(connection, schema.suggestions.c.id, ids))
    if known < len(ids):
        raise MisuseError(f"{len(ids) - known} of {len(ids)} ids are no suggestions of this project; nothing was saved")
    if ids:
        subject = "coding" if codings else "suggestion"
        event = write_event(connection, "decide", subject, len(ids), author=author, detail="")
        write_coding_rows(connection, codings, event)
        rows = ({"suggestion": id, "coding": coding, "author": author} for id, coding in decisions.items())
        write_rows(connection, schema.decisions, rows, event)
