"""The few statements of every save, compiled once and given to the driver as they are.

SQLAlchemy's own way to the driver takes ten times as long as the database needs for a row: a coder would wait for it at
every key. Only for columns whose values the driver knows, which JSON are not.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import JSON, Connection, Dialect, Executable, Insert, Select, Table, insert

from interviews.store.rows import Row

_Compiled = tuple[str, Sequence[str], Row]


def ask(connection: Connection, query: Select[Any], **values: Any) -> list[tuple[Any, ...]]:
    """The rows that a query, always the same object, gives for these values."""
    statement, names, known = _compiled(query, connection.dialect)
    given = known | values
    cursor = connection.connection.cursor()
    cursor.execute(statement, [given[name] for name in names])
    return list(cursor.fetchall())


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, which all have the same columns."""
    if _has_json(table):
        connection.execute(insert(table), rows)
        return
    statement, names, _ = _compiled(_insert(table, tuple(rows[0])), connection.dialect)
    connection.connection.cursor().executemany(statement, [[row[name] for name in names] for row in rows])


@lru_cache(maxsize=128)
def _compiled(statement: Executable, dialect: Dialect) -> _Compiled:
    compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
    return str(compiled), tuple(compiled.positiontup or ()), dict(compiled.params)


@cache
def _insert(table: Table, columns: tuple[str, ...]) -> Insert:
    return insert(table).values(dict.fromkeys(columns))


@cache
def _has_json(table: Table) -> bool:
    return any(isinstance(column.type, JSON) for column in table.columns)
