"""What a store does as a whole: archive, merge, erase, check."""

from collections.abc import Callable, Mapping
from pathlib import Path

from interviews.errors import Problem, StoreError
from interviews.model import Codebook
from interviews.store import sqlite
from interviews.store.access.database import Database
from interviews.store.archive.writing import Progress, write_files
from interviews.store.coded import count_erased
from interviews.store.conflicts import find_conflicts
from interviews.store.derived import find_stale
from interviews.store.doubled import find_doubled
from interviews.store.erasing import Doomed, Erased, erase, purge, read_erasures
from interviews.store.merging import Merged, merge_rows
from interviews.store.soundness import Place, find_unsound


class CopyAccess(Database):
    """The database as one thing."""

    def write_archive(
        self, folder: Path, settings: str, codebook_text: Callable[[Codebook], str | None], progress: Progress
    ) -> None:
        """Write everything into an empty folder as the files of an archive; see `archive.writing`."""
        with self._reading() as connection:
            write_files(connection, folder, settings, codebook_text, progress)

    def merge(self, others: Mapping[str, Database], step: Callable[[], None] = lambda: None) -> Merged:
        """Add what copies of this project, named for a person, have and it has not: of all of them or of none.

        `step` is called after each of them.
        """
        merged = Merged()
        with self._writing() as connection:
            for name, other in others.items():
                with other._reading() as theirs, theirs.begin_nested() as untouched:
                    merge_rows(connection, theirs, name, merged)
                    untouched.rollback()  # what was erased here is left out of the copy, and stays in it
                step()
            merged.conflicts += find_conflicts(connection, merged.events)
            merged.doubled = find_doubled(connection, merged.events)
        if merged.erased:
            self.scrub()
        return merged

    def erase(self, doomed: Doomed, author: str) -> Erased:
        """Delete what somebody who withdrew has said, and what was said about it; `scrub` then overwrites it."""
        with self._writing() as connection:
            return erase(connection, doomed, author)

    def count_erasure(self, doomed: Doomed) -> Erased:
        """What `erase` would delete; nothing is deleted."""
        with self._writing() as connection, connection.begin_nested() as tried:
            erased = purge(connection, doomed)
            tried.rollback()
        return erased

    def erasures(self) -> Doomed:
        """The ids of what was erased."""
        with self._reading() as connection:
            return read_erasures(connection)

    def scrub(self) -> None:
        """Leave nothing of what was erased in the file. Raises StoreError where another program holds it open."""
        self._check_open()
        with sqlite.explained(self._name):
            if not sqlite.scrub(self._engine):
                raise StoreError(
                    f"{self._name} is open in another program, so what was erased still stands in its log: close that "
                    "program and run the command again"
                )

    def find_unsound(self, place: Place) -> list[Problem]:
        """What does not belong together in the database, told by `place`; nothing in one that was only written here."""
        with self._reading() as connection:
            return sqlite.find_damage(connection) or find_unsound(connection, place)

    def find_stale(self, folder: Path) -> list[str]:
        """The files of columns in a folder that do not say what the database says."""
        with self._reading() as connection:
            return list(find_stale(connection, folder))

    def count_erased(self) -> int:
        """How many records were erased so far."""
        with self._reading() as connection:
            return count_erased(connection)
