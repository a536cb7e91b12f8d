"""Codings as columns: those that `read_codings` gives, found for all rows at once."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, FromClause, Table, literal_column, select

from interviews.model import CodingColumns, Names
from interviews.model.columns import Whole
from interviews.store import schema
from interviews.store.carry import Steps
from interviews.store.coded import CodedRows
from interviews.store.course import Course, Placed, read_course
from interviews.store.history import undone, until
from interviews.store.rows import to_micros
from interviews.store.texts import read_steps
from interviews.text import forward_all

_ROW: ColumnElement[int] = literal_column("codings.rowid")


def read_columns(connection: Connection, rows: CodedRows, as_of: datetime | None = None) -> CodingColumns:
    """The codings that count, or counted at a moment, in the order in which they were saved.

    As in `read_codings` they stand under today's codes, in positions of the newest texts.
    """
    counting = np.flatnonzero(_counts(connection, rows, as_of))
    recoded = _recoded(connection, rows, as_of)
    # What everything counts of, as is usual, need not be copied.
    some = recoded if len(counting) == len(rows) else recoded.take(counting)
    return _carried(some, read_steps(connection, as_of))


def _counts(connection: Connection, rows: CodedRows, as_of: datetime | None) -> NDArray[np.bool_]:
    """For each row whether it is a coding that was there, and neither taken back nor undone."""
    column = rows.arrays
    counts = np.ones(len(rows), dtype=bool) if as_of is None else column["created"] <= to_micros(as_of)
    number: ColumnElement[int] = literal_column("events.rowid")
    events = select(number).where(schema.events.c.id.in_(undone(as_of)))
    if undone_events := list(connection.scalars(events)):
        counts &= ~np.isin(column["event"], undone_events)
    table = schema.retractions
    retracted = select(_ROW).select_from(_with_coding(table)).where(until(table, as_of))
    numbers = np.fromiter(connection.scalars(retracted), np.int64)
    counts[_places(rows, numbers)] = False
    return counts


def _recoded(connection: Connection, rows: CodedRows, as_of: datetime | None) -> CodingColumns:
    """All rows under the codes of today; each code of each version of the codebook finds its way once."""
    version = rows.arrays["codebook_version"]
    code = rows.named("code")
    table = schema.reviews
    reviews = select(_ROW, table.c.code, table.c.codebook_version).select_from(_with_coding(table))
    decided = connection.execute(reviews.where(until(table, as_of)).order_by(table.c.created, table.c.id)).all()
    if decided:
        newest = {number: (path, under) for number, path, under in decided}
        places = _places(rows, np.fromiter(newest, np.int64))
        code = code.named([*dict.fromkeys([*code.names, *(path for path, _ in newest.values())])])
        number = {path: number for number, path in enumerate(code.names)}
        code.numbers[places] = [number[path] for path, _ in newest.values()]
        version = version.copy()
        version[places] = [under for _, under in newest.values()]
    path, review = _placed(read_course(connection, as_of), code, version)
    return _columns(rows, path, version, review)


def _with_coding(table: Table) -> FromClause:
    """The rows of a table that is about codings, each beside its coding."""
    return table.join(schema.codings, schema.codings.c.id == table.c.coding)


def _places(rows: CodedRows, numbers: NDArray[np.int64]) -> NDArray[np.intp]:
    """Where rows of the table stand among these, all of which are there."""
    return np.searchsorted(rows.arrays["row"], numbers)


def _placed(course: Course, code: Names, version: Whole) -> tuple[Names, Names]:
    """The path today of each row's code, and why it has to be looked at again."""
    width = len(code.names) + 1
    pairs, of_row = _distinct((version.astype(np.int64) + 1) * width + code.numbers)
    known: list[Placed] = [
        course.place(None if under < 0 else under, code.names[number])
        for under, number in ((pair // width - 1, pair % width) for pair in pairs.tolist())
    ]
    paths, reasons = (Names.of(words) for words in zip(*known, strict=True)) if known else (code, code)
    return paths.take(of_row), reasons.take(of_row)


def _distinct(keys: NDArray[np.int64]) -> tuple[Whole, Whole]:
    """The different ones of whole numbers from 0 on, sorted, and for each row which of them it is."""
    if keys.max(initial=0) > 4 * len(keys):
        return np.unique(keys, return_inverse=True)
    occurs = np.bincount(keys) > 0  # they are few and small, as is usual: no need to sort them
    return np.flatnonzero(occurs), (np.cumsum(occurs) - 1)[keys]


def _columns(rows: CodedRows, code: Names, codebook_version: Whole, review: Names) -> CodingColumns:
    columns: dict[str, Any] = {
        name: rows.arrays[name] for name in ("id", "created", "version", "start", "end", "weight")
    }
    columns |= {name: rows.named(name) for name in ("transcript", "coder", "unit", "round")}
    return CodingColumns(**columns, code=code, codebook_version=codebook_version, review=review, memos=rows.memos)


def _carried(codings: CodingColumns, steps: Steps) -> CodingColumns:
    """The codings in positions of the newest texts, without those all of whose words were deleted."""
    if not steps or not len(codings):
        return codings
    start, end, version = (column.astype(np.int64) for column in (codings.start, codings.end, codings.version))
    lost = np.zeros(len(codings), dtype=bool)
    names, width = codings.transcript.names, int(version.max(initial=0)) + 1
    key = codings.transcript.numbers.astype(np.int64) * width + version
    order = np.argsort(key, kind="stable")
    groups, first = np.unique(key[order], return_index=True)
    for group, some in zip(groups.tolist(), np.split(order, first[1:]), strict=True):
        transcript, here = names[group // width], group % width
        while (step := steps.get((transcript, here))) is not None:
            here, edits = step
            start[some], end[some], gone = forward_all(edits, start[some], end[some])
            lost[some] |= gone
        version[some] = here
    return replace(codings, start=start, end=end, version=version).take(np.flatnonzero(~lost))
