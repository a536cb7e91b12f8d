"""A project's database: opened, closed, and reached in transactions of which each is on the disk when it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, local
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from interviews.errors import MisuseError, StoreError
from interviews.store import sqlite
from interviews.store.migrate import is_current, migrate

FILE_NAME = "project.db"
_SITTING = 8
"""Who has saved so often goes on saving."""


class Database:
    """A database file, and the transactions on it."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._writer: Connection | None = None
        self._turn = Lock()
        self._name = name
        self._closed = False
        self._saves = 0
        self._held = local()

    @classmethod
    def create(cls, place: str | Path) -> Self:
        """Make an empty project database where there is none."""
        path = _path(place)
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            raise MisuseError(
                f"there is a file {path.name} already; open it, or create the project elsewhere"
            ) from None
        except OSError as error:
            raise StoreError(f"{path.name} cannot be created: {error.strerror}") from None
        store = cls(sqlite.connect(path), path.name)
        try:
            store._migrate()
        except BaseException:
            store.close()
            sqlite.remove(path)
            raise
        return store

    @classmethod
    def open(cls, place: str | Path) -> Self:
        """Open a project database; one that an older version made is brought up to date."""
        path = _path(place)
        if not path.is_file():
            raise MisuseError(f"there is no project at {path.name}; create one, or check the place")
        store = cls(sqlite.connect(path), path.name)
        try:
            with store._reading() as connection:
                current = is_current(connection, path.name)
            if not current:
                store._migrate()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the files; a second time does nothing."""
        with self._turn:
            self._closed = True
            if self._writer is not None:
                self._writer.close()
        self._engine.dispose()

    @property
    def is_closed(self) -> bool:
        """Whether it was let go of."""
        return self._closed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({self._name}{', closed' if self._closed else ''})"

    def _migrate(self) -> None:
        with sqlite.explained(self._name):
            sqlite.use_write_ahead_log(self._engine)
        with self._writing() as connection:
            migrate(connection)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of all that this thread reads and writes inside: what was checked is what is saved.

        An error takes everything back, if it is not caught inside. Inside of another one it is part of that.
        """
        with self._writing():
            yield

    @property
    def _at_hand(self) -> Connection | None:
        return getattr(self._held, "connection", None)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._check_open()
        if self._at_hand is not None:
            yield self._at_hand
            return
        with sqlite.explained(self._name), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._at_hand is not None:
            yield self._at_hand
            return
        try:
            with self._turn, sqlite.explained(self._name), self._transaction() as connection:
                self._held.connection = connection
                try:
                    yield connection
                finally:
                    self._held.connection = None
        except sqlite.REFUSALS:
            raise MisuseError("one of these records is saved already, by its id; nothing was saved") from None
        except UnicodeEncodeError:
            raise MisuseError("a text holds half of a character (a lone surrogate); nothing was saved") from None

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A transaction of the one connection that writes: threads take turns here, programs in the database."""
        self._check_open()
        if self._writer is None:
            self._writer = sqlite.writing(self._engine).connect()
            self._writer.detach()  # it is nobody else's until it is closed
        try:
            with self._writer.begin():
                yield self._writer
        finally:
            sqlite.let_go(self._writer)
        self._saves += 1
        if self._saves == _SITTING:
            sqlite.make_room(self._engine)

    def _check_open(self) -> None:
        if self._closed:
            raise MisuseError(f"{self._name} was closed; open it again")


def _path(place: str | Path) -> Path:
    if isinstance(place, str) and "://" in place:
        try:
            url = make_url(place)
        except ArgumentError:
            raise MisuseError(
                "this is not the URL of a database; write a path, or sqlite:///folder/project.db"
            ) from None
        if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
            raise MisuseError("this version keeps projects in SQLite files only; write a path to one")
        place = url.database
    path = Path(place).expanduser()
    return path / FILE_NAME if path.is_dir() else path
