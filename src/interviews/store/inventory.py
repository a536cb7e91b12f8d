"""What a database is made of: its file, tables, columns and indexes beside what the schema says, and its mending."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection, Index, Inspector, Table, inspect

from interviews.errors import Problem, Severity
from interviews.store import schema
from interviews.store.damage import MOST_PROBLEMS

_OF_AN_INDEX = re.compile(r"row \S+ missing from index (\S+)|wrong # of entries in index (\S+)")
RESTORE = "take the project from a backup or an archive, and merge into it what copies have (interviews merge)"
_REINDEX = "it does not agree with its table: interviews verify --repair makes it anew"


def find_broken_pages(connection: Connection) -> list[Problem]:
    """Whether the pages of a SQLite file fit together, its indexes agree with their tables, and rows refer to rows."""
    faults = [row[0] for row in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_PROBLEMS})")]
    faults = [fault for fault in faults if fault != "ok"]
    indexes = {name for fault in faults for name in _index_named(fault)}
    problems = [Problem(f"index {name}", _REINDEX, Severity.ERROR) for name in sorted(indexes)]
    if broken := sum(not _index_named(fault) for fault in faults):
        told = f"its pages do not fit together in {broken} place{'s' * (broken > 1)}: {RESTORE}"
        problems.append(Problem("file", told, Severity.ERROR))
    return problems or _lost_references(connection)


def _index_named(fault: str) -> tuple[str, ...]:
    match = _OF_AN_INDEX.fullmatch(str(fault))
    return (match[1] or match[2],) if match else ()


def _lost_references(connection: Connection) -> list[Problem]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST_PROBLEMS)
    return [Problem(row[0], f"a row refers to no record of {row[2]}: {RESTORE}", Severity.ERROR) for row in rows]


def find_gaps(connection: Connection) -> list[Problem]:
    """Tables, columns, keys and indexes of the schema that the database does not have."""
    found = inspect(connection)
    told = "it is missing, which makes work slow: interviews verify --repair makes it anew"
    return list(_lost_tables(found)) or [Problem(f"index {index.name}", told) for index in _lost_indexes(found)]


def _lost_tables(found: Inspector) -> Iterator[Problem]:
    tables = set(found.get_table_names())
    for table in schema.metadata.sorted_tables:
        if table.name not in tables:
            yield Problem(f"table {table.name}", f"it is missing: {RESTORE}", Severity.ERROR)
            continue
        columns = {column["name"] for column in found.get_columns(table.name)}
        lost = [column.name for column in table.columns if column.name not in columns]
        for name in lost:
            yield Problem(f"{table.name}.{name}", f"it is missing: {RESTORE}", Severity.ERROR)
        if not lost:
            yield from _lost_keys(found, table)


def _lost_keys(found: Inspector, table: Table) -> Iterator[Problem]:
    own = {tuple(key["column_names"]) for key in found.get_unique_constraints(table.name)}
    own.add(tuple(found.get_pk_constraint(table.name)["constrained_columns"]))
    own |= {tuple(key["constrained_columns"]) for key in found.get_foreign_keys(table.name)}
    for constraint in table.constraints:
        columns = tuple(column.name for column in getattr(constraint, "columns", ()))
        if columns and columns not in own:
            yield Problem(table.name, f"the key over {', '.join(columns)} is missing: {RESTORE}", Severity.ERROR)


def _lost_indexes(found: Inspector) -> list[Index]:
    return [
        index
        for table in schema.metadata.sorted_tables
        for index in sorted(table.indexes, key=lambda one: str(one.name))
        if index.name not in {one["name"] for one in found.get_indexes(table.name)}
    ]


def mend(connection: Connection) -> list[str]:
    """Make anew what is derived from records: indexes that are missing or disagree. What was made, in words."""
    problems = find_broken_pages(connection)
    if any(problem.message != _REINDEX for problem in problems):
        return []  # who cannot trust the pages does not write into them
    if problems:
        connection.exec_driver_sql("REINDEX")
    found = inspect(connection)
    lost = [] if any(_lost_tables(found)) else _lost_indexes(found)
    for index in lost:
        index.create(connection)
    return [f"{problem.where} made anew" for problem in problems] + [f"index {index.name} made anew" for index in lost]
