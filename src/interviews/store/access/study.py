"""Participants, cases and codebooks in a store."""

from collections.abc import Iterable
from datetime import datetime

from interviews.model import Case, Codebook, Participant, Revision
from interviews.store import study
from interviews.store.access.database import Database
from interviews.store.course import Course, read_course


class StudyAccess(Database):
    """What frames a study."""

    def add_participants(self, participants: Iterable[Participant], author: str) -> None:
        """Add participants, or what has changed about them."""
        with self._writing() as connection:
            study.write_participants(connection, participants, author)

    def participants(self, as_of: datetime | None = None) -> list[Participant]:
        """Every participant, sorted by name."""
        with self._reading() as connection:
            return study.read_participants(connection, as_of)

    def add_cases(self, cases: Iterable[Case], author: str) -> None:
        """Add cases, or what has changed about them."""
        with self._writing() as connection:
            study.write_cases(connection, cases, author)

    def cases(self, as_of: datetime | None = None) -> list[Case]:
        """Every case, sorted by name."""
        with self._reading() as connection:
            return study.read_cases(connection, as_of)

    def add_codebook(self, codebook: Codebook, author: str, revision: Revision | None = None) -> None:
        """Add a version of a codebook, and how it came from another one."""
        with self._writing() as connection:
            study.write_codebook(connection, codebook, author, revision)

    def codebooks(self, as_of: datetime | None = None) -> list[Codebook]:
        """Every version of every codebook, in the order in which they were saved."""
        with self._reading() as connection:
            return study.read_codebooks(connection, as_of)

    def codebook(self, version: int | None = None) -> Codebook:
        """The codebook saved last, or a certain version."""
        return study.choose_codebook(self.codebooks(), version)

    def revisions(self, as_of: datetime | None = None) -> list[Revision]:
        """How versions of codebooks came from each other, in the order in which that was saved."""
        with self._reading() as connection:
            return study.read_revisions(connection, as_of)

    def course(self) -> Course:
        """The way of the codes from every version of the codebook to the one that counts."""
        with self._reading() as connection:
            return read_course(connection)

    def next_version(self, name: str) -> int:
        """The number of the next version of this codebook."""
        with self._reading() as connection:
            return study.next_version(connection, name)
