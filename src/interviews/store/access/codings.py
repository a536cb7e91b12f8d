"""Codings and memos in a store."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from interviews.model import Coding, CodingColumns, Memo, Talk
from interviews.store import codings as coding_rows
from interviews.store import schema
from interviews.store.access.database import Database
from interviews.store.carry import Carried
from interviews.store.coded import CodedRows, coded_rows, count_erased, forget_rows, keep_rows
from interviews.store.columns import read_columns
from interviews.store.known import chosen
from interviews.store.reviews import write_reviews
from interviews.store.talk import read_talk


class CodingAccess(Database):
    """What people say about texts."""

    _coded: CodedRows | None = None

    def add_codings(self, codings: Iterable[Coding], author: str) -> None:
        """Add codings, all of them or, if one cannot be, none."""
        with self._writing() as connection:
            coding_rows.write_codings(connection, list(codings), author)

    def codings(self, as_of: datetime | None = None, *, transcript: str | None = None) -> list[Coding]:
        """The codings that are not retracted, in positions of the newest text versions, the oldest first.

        With `transcript`, an id, those of one transcript only.
        """
        of_one = [schema.codings.c.transcript == transcript] if transcript is not None else []
        with self._reading() as connection:
            return list(coding_rows.read_codings(connection, as_of, *of_one).codings)

    def coding(self, id: str) -> Coding | None:
        """The coding of this id as it is now, None where there is none that counts."""
        with self._reading() as connection:
            found = coding_rows.read_codings(connection, None, schema.codings.c.id == id).codings
        return found[0] if found else None

    def has_coding(self, id: str) -> bool:
        """Whether a coding of this id was ever saved."""
        with self._reading() as connection:
            return any(chosen(connection, schema.codings.c.id, [id]))

    def coding_ids(self) -> frozenset[str]:
        """The ids of all codings that were ever saved."""
        with self._reading() as connection:
            return frozenset(connection.scalars(select(schema.codings.c.id)))

    def columns(self, as_of: datetime | None = None, folder: Path | None = None) -> tuple[CodingColumns, Talk]:
        """The same codings as columns, in the order in which they were saved, and who speaks where in their texts.

        What was read is kept, also in files in `folder` for the next time, which may be deleted.
        """
        with self._reading() as connection:
            self._coded = rows = coded_rows(connection, folder, self._coded)
            found = read_columns(connection, rows, as_of), read_talk(connection, as_of, folder)
        if folder:
            self._coded = keep_rows(rows, folder)
            with self._reading() as connection:
                if count_erased(connection) != rows.erased:  # while the file was written, which holds it now
                    forget_rows(folder)
        return found

    def carried(self, as_of: datetime | None = None) -> Carried:
        """The same codings, with a report of those that newer text versions changed or lost."""
        with self._reading() as connection:
            return coding_rows.read_codings(connection, as_of)

    def retract(self, ids: Iterable[str], author: str, reason: str = "") -> None:
        """Take codings back; they stay in the database and in every earlier `as_of`."""
        with self._writing() as connection:
            coding_rows.write_retractions(connection, ids, author, reason)

    def change(self, before: str, coding: Coding, author: str) -> None:
        """Let a coding take the place of the one with the id `before`, in one act."""
        with self._writing() as connection:
            coding_rows.write_change(connection, before, coding, author)

    def review(self, codes: Mapping[str, str], author: str, reason: str = "") -> None:
        """Note that codings were looked at again: by id, the code that each has now, the same or another one."""
        with self._writing() as connection:
            write_reviews(connection, codes, author, reason)

    def add_memos(self, memos: Iterable[Memo], author: str) -> None:
        """Add memos."""
        with self._writing() as connection:
            coding_rows.write_memos(connection, list(memos), author)

    def has_memo(self, id: str) -> bool:
        """Whether a memo of this id was ever saved: on a record, a cell of the matrix, or a decision."""
        with self._reading() as connection:
            return any(chosen(connection, schema.memos.c.id, [id]))

    def memos(self, as_of: datetime | None = None) -> list[Memo]:
        """Every memo, the oldest first."""
        with self._reading() as connection:
            return coding_rows.read_memos(connection, as_of)
