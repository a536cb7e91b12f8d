"""Which of many given values a table holds, asked in batches that any database takes."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, select

from interviews.errors import MisuseError
from interviews.store import schema

_BATCH = 500


def chosen(
    connection: Connection, column: Column[Any], values: Sequence[str], *conditions: ColumnElement[bool]
) -> Iterator[str]:
    """The values of a column that are among these."""
    for batch in batches(values):
        yield from connection.scalars(select(column).where(column.in_(batch), *conditions))


def check_codings(connection: Connection, ids: Sequence[str], done: str) -> None:
    """Raise MisuseError, saying what was not done, unless all of these different ids are codings."""
    known = sum(1 for _ in chosen(connection, schema.codings.c.id, ids))
    if known < len(ids):
        raise MisuseError(f"{len(ids) - known} of {len(ids)} ids are no codings of this project; nothing was {done}")


def batches(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values in pieces."""
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))
