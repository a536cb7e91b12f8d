"""The store: a project's database, to which records are added and from which they are read, never changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError

from interviews.errors import MisuseError, Problem, StoreError
from interviews.model import Case, Codebook, Coding, Group, Link, Memo, Participant, Transcript
from interviews.store import codings as coding_rows
from interviews.store import relations, sqlite, study, texts
from interviews.store.archive.writing import Progress, write_files
from interviews.store.carry import Carried
from interviews.store.conflicts import find_conflicts
from interviews.store.doubled import find_doubled
from interviews.store.erasing import Doomed, Erased, erase, purge, read_erasures
from interviews.store.history import Event, count_events, read_events, write_event
from interviews.store.merging import Merged, merge_rows
from interviews.store.migrate import is_current, migrate
from interviews.store.soundness import Place, find_unsound
from interviews.store.texts import Registration
from interviews.text import Edits

FILE_NAME = "project.db"
_NO_EDITS: Mapping[str, Edits] = MappingProxyType({})


class Store:
    """A project's database. Each method is one transaction: when it returns, what it saved is on disk.

    A place is a database file, a folder that holds `project.db`, or a URL such as `sqlite:///study/project.db`. Where
    `as_of` is given, the answer is the one that would have been given at that moment. Failures are `StoreError`.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name
        self._closed = False

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
        self._closed = True
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({self._name}{', closed' if self._closed else ''})"

    def register(self, transcripts: Iterable[Transcript], author: str) -> None:
        """Make transcripts known whose texts stay in the vault, by names that must be neutral already."""
        with self._writing() as connection:
            texts.write_registrations(connection, list(transcripts), author)

    def registrations(self, as_of: datetime | None = None) -> list[Registration]:
        """Every known transcript, with a text or without one yet, sorted by name."""
        with self._reading() as connection:
            return texts.read_registrations(connection, as_of)

    def add_transcripts(
        self, transcripts: Iterable[Transcript], edits: Mapping[str, Edits] = _NO_EDITS, *, author: str
    ) -> None:
        """Add anonymized text versions (1 and later).

        A transcript that has a text already needs `edits`, by transcript id, that turn its newest text into this one.
        """
        with self._writing() as connection:
            texts.write_text_versions(connection, list(transcripts), edits, author)

    def transcripts(self, as_of: datetime | None = None) -> list[Transcript]:
        """The newest text version of every transcript that has one, sorted by name."""
        with self._reading() as connection:
            return texts.read_transcripts(connection, as_of)

    def versions(self) -> dict[str, int]:
        """The number of the newest text version of every transcript that has one, by its id."""
        with self._reading() as connection:
            return texts.read_versions(connection)

    def transcript(self, name_or_id: str) -> Transcript:
        """The newest text version of one transcript."""
        with self._reading() as connection:
            return texts.read_transcript(connection, name_or_id)

    def text_version(self, id: str, version: int) -> Transcript:
        """A certain text version of one transcript."""
        with self._reading() as connection:
            return texts.read_text_version(connection, id, version)

    def edits_between(self, transcript_id: str, from_version: int, to_version: int) -> list[Edits]:
        """The edits that lead from one text version to a later one, in order."""
        with self._reading() as connection:
            return texts.edits_between(texts.read_steps(connection), transcript_id, from_version, to_version)

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

    def add_codebook(self, codebook: Codebook, author: str) -> None:
        """Add a version of a codebook."""
        with self._writing() as connection:
            study.write_codebook(connection, codebook, author)

    def codebooks(self, as_of: datetime | None = None) -> list[Codebook]:
        """Every version of every codebook, in the order in which they were saved."""
        with self._reading() as connection:
            return study.read_codebooks(connection, as_of)

    def codebook(self, version: int | None = None) -> Codebook:
        """The codebook saved last, or a certain version."""
        return study.choose_codebook(self.codebooks(), version)

    def add_codings(self, codings: Iterable[Coding], author: str) -> None:
        """Add codings, all of them or, if one cannot be, none."""
        with self._writing() as connection:
            coding_rows.write_codings(connection, list(codings), author)

    def codings(self, as_of: datetime | None = None) -> list[Coding]:
        """The codings that are not retracted, in positions of the newest text versions, the oldest first."""
        return list(self.carried(as_of).codings)

    def carried(self, as_of: datetime | None = None) -> Carried:
        """The same codings, with a report of those that newer text versions changed or lost."""
        with self._reading() as connection:
            return coding_rows.read_codings(connection, as_of)

    def retract(self, ids: Iterable[str], author: str, reason: str = "") -> None:
        """Take codings back; they stay in the database and in every earlier `as_of`."""
        with self._writing() as connection:
            coding_rows.write_retractions(connection, ids, author, reason)

    def add_memos(self, memos: Iterable[Memo], author: str) -> None:
        """Add memos."""
        with self._writing() as connection:
            coding_rows.write_memos(connection, list(memos), author)

    def memos(self, as_of: datetime | None = None) -> list[Memo]:
        """Every memo, the oldest first."""
        with self._reading() as connection:
            return coding_rows.read_memos(connection, as_of)

    def add_groups(self, groups: Iterable[Group], author: str) -> None:
        """Add groups, or what has changed about them."""
        with self._writing() as connection:
            relations.write_groups(connection, groups, author)

    def groups(self, as_of: datetime | None = None) -> list[Group]:
        """Every group, sorted by name."""
        with self._reading() as connection:
            return relations.read_groups(connection, as_of)

    def add_links(self, links: Iterable[Link], author: str) -> None:
        """Add links."""
        with self._writing() as connection:
            relations.write_links(connection, list(links), author)

    def links(self, as_of: datetime | None = None) -> list[Link]:
        """Every link, sorted by id."""
        with self._reading() as connection:
            return relations.read_links(connection, as_of)

    def add_guids(self, guids: Mapping[str, str], author: str) -> None:
        """Add the GUIDs under which another program knows records, by `kind:record`."""
        with self._writing() as connection:
            relations.write_guids(connection, guids, author)

    def guids(self, as_of: datetime | None = None) -> dict[str, str]:
        """The GUID last given to each record that has one, by `kind:record`."""
        with self._reading() as connection:
            return relations.read_guids(connection, as_of)

    def known_ids(self) -> frozenset[str]:
        """The id of every coding, memo, group and link that was ever saved, those taken back included."""
        with self._reading() as connection:
            return relations.read_ids(connection)

    def add_event(self, action: str, subject: str, count: int, *, author: str, detail: str = "") -> None:
        """Note in the history what happened outside the store, such as an export; never with words of a transcript."""
        with self._writing() as connection:
            write_event(connection, action, subject, count, author=author, detail=detail)

    def revision(self, *subjects: str) -> int:
        """A number that grows with every save of these subjects (of any, without one), by whichever program.

        What was read at the same number is still so.
        """
        with self._reading() as connection:
            return count_events(connection, subjects)

    def history(self) -> list[Event]:
        """Every event, the oldest first."""
        with self._reading() as connection:
            return list(read_events(connection))

    def write_archive(
        self, folder: Path, settings: str, codebook_text: Callable[[Codebook], str | None], progress: Progress
    ) -> None:
        """Write everything into an empty folder as the files of an archive; see `archive.writing`."""
        with self._reading() as connection:
            write_files(connection, folder, settings, codebook_text, progress)

    def merge(self, others: Mapping[str, "Store"], step: Callable[[], None] = lambda: None) -> Merged:
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
            merged.conflicts = find_conflicts(connection, merged.events)
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

    def _migrate(self) -> None:
        with sqlite.explained(self._name):
            sqlite.use_write_ahead_log(self._engine)
        with self._writing() as connection:
            migrate(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._check_open()
        with sqlite.explained(self._name), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._check_open()
        try:
            with sqlite.explained(self._name), sqlite.writing(self._engine).begin() as connection:
                yield connection
        except IntegrityError:
            raise MisuseError("one of these records is saved already, by its id; nothing was saved") from None
        except UnicodeEncodeError:
            raise MisuseError("a text holds half of a character (a lone surrogate); nothing was saved") from None

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
