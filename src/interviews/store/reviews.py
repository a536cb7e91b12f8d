"""Codings under the codes of today: along the course of the codebook, and as those decided who looked again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from interviews.errors import MisuseError
from interviews.model import Coding
from interviews.store import schema
from interviews.store.course import Course, Placed, read_course
from interviews.store.history import until, write_event, write_rows
from interviews.store.known import check_codings

Reviews = Mapping[str, tuple[str, int]]
"""By coding, the code that somebody gave it last, and under which version of the codebook."""


def write_reviews(connection: Connection, codes: Mapping[str, str], author: str, reason: str) -> None:
    """Write, by coding, the code that it has after somebody looked at it: the one it had, or another one."""
    course = read_course(connection)
    if course.version is None:
        raise MisuseError("the project has no codebook yet; save one first")
    if unknown := sorted(set(codes.values()) - course.paths):
        raise MisuseError(f"the codebook has no code {unknown[0]!r}; nothing was saved")
    check_codings(connection, list(codes), "saved")
    if codes:
        event = write_event(connection, "review", "coding", len(codes), author=author, detail=reason)
        seen = {"codebook_version": course.version, "author": author, "reason": reason}
        rows = ({"coding": id, "code": code} | seen for id, code in codes.items())
        write_rows(connection, schema.reviews, rows, event)


def read_reviews(connection: Connection, as_of: datetime | None = None) -> Reviews:
    """What was decided last about each coding that somebody looked at again."""
    table = schema.reviews
    columns = select(table.c.coding, table.c.code, table.c.codebook_version)
    rows = connection.execute(columns.where(until(table, as_of)).order_by(table.c.created, table.c.id))
    return {coding: (code, version) for coding, code, version in rows}


def recode(codings: Iterable[Coding], course: Course, reviews: Reviews) -> Iterator[Coding]:
    """Every coding under its code of today, with why it has to be looked at again."""
    placed: dict[tuple[int | None, str], Placed] = {}
    for coding in codings:
        code, version = reviews.get(coding.id, (coding.code, coding.codebook_version))
        here = version, code
        if (now := placed.get(here)) is None:
            now = placed[here] = course.place(version, code)
        if now == (coding.code, "") and version == coding.codebook_version:
            yield coding
        else:
            yield replace(coding, code=now[0], codebook_version=version, review=now[1])
