"""Everything that holds for SQLite only: how a connection is set up, how a transaction begins, what its errors mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError

from interviews.errors import Problem, Severity, StoreError
from interviews.store.rows import to_json

# How long a save waits for another program's save. Far more than one ever takes, short enough for a person to wait.
PATIENCE_MS = 10_000

# How long the log gets before SQLite writes it back into the file: 1,000 pages of 4 KiB, each with a head.
LOG_BYTES = 1_000 * (4_096 + 24)
CACHE_BYTES = 2_000 * 1_024

PRAGMAS = (
    "wal_autocheckpoint = 1000",
    "synchronous = FULL",  # a save that has returned survives a power cut
    "fullfsync = ON",  # macOS: through the drive's own cache as well
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "secure_delete = ON",  # what is erased on request is overwritten
)

REFUSALS = (IntegrityError, sqlite3.IntegrityError)
"""A row that the tables do not take, however the statement went to them."""

_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only",
    sqlite3.SQLITE_PERM: "the file or its folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened here, or its folder is missing or read-only",
    sqlite3.SQLITE_BUSY: "another program has locked it, try again when that has finished",
    sqlite3.SQLITE_LOCKED: "another program has locked it, try again when that has finished",
    sqlite3.SQLITE_NOTADB: "it is not a project database",
    sqlite3.SQLITE_CORRUPT: "the file is damaged, take it from a backup",
    sqlite3.SQLITE_IOERR: "the disk reports an error",
}


def connect(path: Path) -> Engine:
    """An engine for the database file; transactions with the option `immediate` may write."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        hide_parameters=True,  # errors must never show a text
        json_serializer=to_json,
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def use_write_ahead_log(engine: Engine) -> None:
    """Let readers never wait for a writer. It changes the file, so nobody else's may come here."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL")


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock at once and therefore never fail half-way for it."""
    return engine.execution_options(immediate=True)


def let_go(connection: Connection) -> None:
    """End a transaction that was interrupted while it began: it would keep every other program from saving."""
    driver: Any = connection.connection.dbapi_connection
    if driver.in_transaction:
        driver.rollback()


def make_room(engine: Engine) -> None:
    """Give the log beside the file its full length at once: a save that lengthens a file takes the disk twice as long.

    Zeros are written, more than the cache holds back, and taken back, which leaves the log as long as it got. Where
    another program is saving just now, or the disk is full, it stays as it is: nobody waits for this.
    """
    name = str(engine.url.database)
    with suppress(sqlite3.Error), closing(sqlite3.connect(name, timeout=0, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA cache_size = -{CACHE_BYTES // 1_024}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE room (zeros BLOB)")
        connection.execute("INSERT INTO room VALUES (zeroblob(?))", (LOG_BYTES + CACHE_BYTES,))
        connection.execute("ROLLBACK")


def scrub(engine: Engine) -> bool:
    """Leave nothing of deleted rows in the file or the log beside it; False where another program holds the log."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM")
    return empty_log(engine)


def empty_log(engine: Engine) -> bool:
    """Write what stands in the log beside the file into it, as the last program that closes it does; whether it did."""
    with closing(engine.raw_connection()) as connection:
        (held, _, _) = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not held


def remove(path: Path) -> None:
    """Delete a database that was never finished, with the files beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def find_damage(connection: Connection) -> list[Problem]:
    """Pages that do not fit together, and rows that refer to none, as files copied at a bad moment have them."""
    damaged = [row[0] for row in connection.exec_driver_sql("PRAGMA quick_check(1)") if row[0] != "ok"]
    problems = [Problem("database", "its pages do not fit together", Severity.ERROR) for _ in damaged]
    if not problems:
        rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        problems = [Problem(row[0], f"a row refers to no record of {row[2]}", Severity.ERROR) for row in rows]
    return problems


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn a failure of the database into one sentence about the project called `name`."""
    try:
        yield
    except REFUSALS:
        raise  # a wrong call, not a failure of the database
    except sqlite3.Error as error:
        raise StoreError(_sentence(name, error)) from None
    except DBAPIError as error:
        raise StoreError(_sentence(name, error.orig)) from None


def _sentence(name: str, error: BaseException | None) -> str:
    # The low byte is the kind, the others say where inside SQLite it arose.
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    reason = _REASONS.get(kind, f"SQLite reports {getattr(error, 'sqlite_errorname', type(error).__name__)}")
    return f"{name} could not be read or saved, nothing was changed: {reason}"


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins no transactions of its own
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.connection.cursor().execute("BEGIN IMMEDIATE" if immediate else "BEGIN")
