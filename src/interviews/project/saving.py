"""Taking turns: what is saved into the vault and the store belongs together, so one program saves at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from interviews.errors import StoreError

FILE = "saving.lock"
# Far longer than a save takes: whoever waits so long waits for a program that hangs.
_PATIENCE_SECONDS = 60.0


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other program saves into the project in `folder`, and keep others waiting meanwhile.

    The lock is an empty SQLite file: it works on every system, and falls with the program that holds it.
    """
    try:
        with closing(sqlite3.connect(folder / FILE, timeout=_PATIENCE_SECONDS, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as reason:
        busy = reason.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
        why = "another program is saving, try again when it has finished" if busy else "its folder is read-only or full"
        raise StoreError(f"Nothing was saved into {folder}: {why}.") from None
