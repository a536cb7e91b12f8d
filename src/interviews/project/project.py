"""The façade of a study: opens its store and its vault, offers its nouns, saves what comes back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from getpass import getuser
from pathlib import Path
from types import TracebackType
from typing import Any

import pandas as pd

from interviews.anonymity import Anonymization, KeyEntry, Proposals, Vault, find_leaks
from interviews.coding import Description
from interviews.errors import MisuseError, Problem, counted
from interviews.exploration import Columns, Suggestions, View, Words, index_words, known_attributes
from interviews.formats import Readings
from interviews.model import Case, CaseCoding, Codebook, Coding, Exchange, Participant, Query, Span, Step, Transcript
from interviews.progress import Bar
from interviews.project.acts import check_coding, coding_of, in_vivo
from interviews.project.cache import cache_folder, drop_cache
from interviews.project.codebook_files import FOLDER, turn_files
from interviews.project.departure import exchange_of
from interviews.project.founding import found
from interviews.project.importing import save_exchange
from interviews.project.intake import save_readings
from interviews.project.keepers import change_keepers
from interviews.project.log import Log, read_log, table_of_events
from interviews.project.memory import Memory
from interviews.project.merging import merge_copies
from interviews.project.originals import save_anonymization
from interviews.project.records import save_records
from interviews.project.results import Saved, StudyQuotes
from interviews.project.reversing import write_original
from interviews.project.reviewing import save_proposals
from interviews.project.revising import Revised, flat, revise_project, save_codebook
from interviews.project.revisiting import confirm_codings, recode_codings, waiting_codings
from interviews.project.saving import alone
from interviews.project.settings import Settings, key_file_for, read_settings
from interviews.project.speakers import read_speakers, save_speakers, table_of_speakers, write_speakers
from interviews.project.suggesting import open_suggestions, save_suggestions
from interviews.project.versions import codebook_diff
from interviews.quotes import select_quotes
from interviews.store import Event, Store

# What answers rest on, by the subjects of the store's events.
_TEXTS = ["text version"]
_CODINGS = ["coding", "codebook", *_TEXTS]


class Project:
    """An open study. What it offers is anonymized; the texts as read are reached through `vault` only."""

    def __init__(self, folder: Path, settings: Settings, store: Store, key_file: Path | None = None) -> None:
        self.folder = folder
        self.settings = settings
        self.store = store
        self._key_file = key_file
        self._vault: Vault | None = None
        self._memory = Memory(store)

    @classmethod
    def create(
        cls, folder: str | Path, *, language: str = "de", vault: str | Path | None = None, key: str | Path | None = None
    ) -> "Project":
        """A new project in a new or empty folder, with a vault beside it and the vault's key in the file `key`."""
        folder = Path(folder)
        if folder.name in ("", ".."):  # such as `.`: only the real name tells where the vault goes
            folder = folder.resolve()
        vault = Path(vault) if vault else folder.with_name(folder.name + ".vault")
        key_file = Path(key) if key else key_file_for(vault)
        settings, store, opened = found(folder, language, vault, key_file)
        project = cls(folder, settings, store, key_file)
        project._vault = opened
        return project

    @classmethod
    def open(cls, folder: str | Path, *, key: str | Path | None = None) -> "Project":
        """The project in a folder. The vault stays closed until something needs it."""
        folder = Path(folder)
        settings = read_settings(folder)
        return cls(folder, settings, Store.open(folder / settings.store), Path(key) if key else None)

    def __enter__(self) -> "Project":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __repr__(self) -> str:
        registered, transcripts = len(self.store.registrations()), len(self.store.versions())
        waiting = f", {registered - transcripts} of them not yet anonymized" if registered > transcripts else ""
        people = f"; {counted(len(self.participants), 'participant', 'participants')}" if self.participants else ""
        return f"Project {self.name}: {counted(registered, 'transcript', 'transcripts')}{waiting}{people}"

    # Nouns

    @property
    def name(self) -> str:
        """What the study is called."""
        return self.settings.name

    @property
    def vault(self) -> Vault:
        """The vault with the texts as read. Raises MisuseError where the user's key is not at hand."""
        if self._vault is None:
            if self.settings.vault is None:
                raise MisuseError(f"The project {self.name} has no vault.")
            place = (self.folder / self.settings.vault).resolve()
            if not place.exists():
                where = f"if it was moved, write its place into {self.folder / 'interviews.toml'}"
                raise MisuseError(f"The vault {place} is not there: {where}.")
            self._vault = Vault.open(place, self.key_file)
        return self._vault

    @property
    def key_file(self) -> Path:
        """The file that holds the user's key of the vault."""
        if self._key_file:
            return self._key_file
        return key_file_for(Path(self.settings.vault or self.name))

    @property
    def transcripts(self) -> tuple[Transcript, ...]:
        """The anonymized transcripts, newest text version each, by name."""
        return self._memory.recall("transcripts", _TEXTS, lambda: tuple(self.store.transcripts()))

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Those who took part, by pseudonym."""
        return self._memory.recall("participants", ["participant"], lambda: tuple(self.store.participants()))

    @property
    def cases(self) -> tuple[Case, ...]:
        """The units of comparison."""
        return self._memory.recall("cases", ["case"], lambda: tuple(self.store.cases()))

    @property
    def codebook(self) -> Codebook:
        """The newest codebook. Raises MisuseError where there is none yet."""
        codebook = self._codebook()
        if codebook is None:
            raise MisuseError(
                f"The project {self.name} has no codebook yet: read one (interviews codebook FILE --project …)."
            )
        return codebook

    @property
    def codings(self) -> View:
        """All codings that were not retracted, in positions of the newest texts."""
        return self._memory.recall("codings", [*_CODINGS, "participant"], lambda: self.codings_at(None))

    @property
    def coding_records(self) -> tuple[Coding, ...]:
        """The same codings as records instead of a table, the oldest first."""
        return self._memory.recall("coding records", _CODINGS, lambda: tuple(self.store.codings()))

    @property
    def codebooks(self) -> tuple[Codebook, ...]:
        """Every version of the codebook, in the order in which they were saved; undone ones left out."""
        return self._codebooks()

    def codebook_diff(self, before: int | None = None, after: int | None = None) -> Description:
        """What changed between two versions of the codebook in words; by default what the newest one changed."""
        return codebook_diff(self, before, after)

    @property
    def to_review(self) -> View:
        """The codings whose code means another thing since they were made; the column `review` says why."""
        return waiting_codings(self)

    def codings_at(self, moment: datetime | None) -> View:
        """The codings as they were at a moment; now for None."""
        folder = cache_folder(self.folder, "codings")
        codings, talk = self.store.columns(moment, folder)
        participants = self.store.participants(moment) if moment else self.participants
        codebooks = self.store.codebooks(moment) if moment else self._codebooks()
        codebook = codebooks[-1] if codebooks else None
        columns = Columns(codings, talk, self._texts, participants, codebook)
        return View(columns, codebook, saved=self._saved_queries)

    def _texts(self, versions: Mapping[str, int]) -> Mapping[str, str]:
        """The texts of transcripts in these versions; views are asked for words after the project was closed, too."""
        if self.store.is_closed:
            with Store.open(self.folder / self.settings.store) as again:
                return again.texts(versions)
        return self.store.texts(versions)

    def quotes(self, *, code: str | None = None, case: str | None = None, coder: str | None = None) -> StudyQuotes:
        """Coded passages of people who agreed to be quoted in print, each once."""
        wanted = {"code": code, "case": case, "coder": coder}
        view = self.codings.where(**{name: value for name, value in wanted.items() if value})
        described = {person.name: known_attributes(person, self.cases) for person in self.participants}
        found = select_quotes(view.table(), self.transcripts, self.participants, described=described)
        return StudyQuotes(found.quotes, found.problems, found.codes, self)

    def exchange(self) -> Exchange:
        """The whole study for another program: anonymized texts, and all that is said about them."""
        return exchange_of(self)

    def speakers(self) -> pd.DataFrame:
        """Everybody who speaks in the texts as read, a row a speaker of each transcript; the labels may be names."""
        return table_of_speakers(self.vault)

    def write_speakers(self, path: str | Path) -> Path:
        """Write the same table to .xlsx or .csv for correction, outside the project folder."""
        return write_speakers(self.vault, Path(path), self.folder)

    def write_original(self, transcript: str, path: str | Path) -> Path:
        """Write a text as it was read into a new file outside the project folder; it names people."""
        return write_original(self.store, self.vault, transcript, Path(path), self.folder)

    @property
    def words(self) -> Words:
        """The index of all that is said, kept in the folder `cache` and brought up to date where texts changed."""
        return self._memory.recall("words", _TEXTS, self._index)

    @property
    def suggestions(self) -> Suggestions:
        """The suggestions that nobody has decided on yet; `project.save(….accept(…))` decides."""
        return open_suggestions(self)

    @property
    def case_codings(self) -> tuple[CaseCoding, ...]:
        """The codes that hold for cases as a whole."""
        return tuple(self.store.case_codings())

    @property
    def queries(self) -> tuple[Query, ...]:
        """The saved queries, by name."""
        return tuple(self.store.queries())

    def history(self) -> pd.DataFrame:
        """Who did what and when, the oldest first; a row an event. `undone` says that it does not count any more."""
        return table_of_events(self.store)

    def log(self, last: int | None = None) -> Log:
        """The same in sentences, in the language of the study; the last so many, or all."""
        return read_log(self.store, self.settings.language, last)

    # Saving

    def save(self, thing: Any, *, author: str | None = None, anonymized: bool = False) -> Saved:
        """Save readings, proposals, an anonymization, an exchange, a codebook, suggestions, or records of one kind.

        When it returns, everything is on the disk; when it raises, nothing of it is in the store. `author` is named in
        the history, by default the user's name on this computer. Of proposals the vault keeps what was decided so far;
        the texts change when they are accepted. Accepted suggestions become codings of the author. The texts of an
        exchange go to the vault, and what is said about them waits there until they are anonymized, unless the caller
        says that they are `anonymized`. Records are codings, codes of cases, memos, participants, cases, and so on.
        """
        who = author or _user()
        match thing:
            case Readings():
                with alone(self.folder):
                    counts, problems = save_readings(thing, self.store, self.vault, who)
            case Anonymization():
                with alone(self.folder):
                    language = self.settings.language
                    drop_cache(self.folder)  # what is replaced now stands in it
                    counts, problems = save_anonymization(thing, self.store, self.vault, language, who)
                problems += self._leaks_left(thing)
            case Proposals():
                with alone(self.folder):
                    counts, problems = save_proposals(thing, self.store, self.vault, who)
            case Exchange():
                with alone(self.folder):
                    language = self.settings.language
                    vault = lambda: self.vault  # noqa: E731
                    counts, problems = save_exchange(
                        thing, self.store, vault, language, who, anonymized=anonymized, name=self.name
                    )
            case Codebook():
                return save_codebook(self, thing, who)
            case Suggestions():
                counts, problems = save_suggestions(thing, self, who)
            case _:
                counts, problems = save_records(_listed(thing), self, who)
        return Saved(counts, tuple(problems))

    def code(
        self,
        transcript: str,
        code: str,
        *,
        coder: str,
        span: Span | None = None,
        turn: int | None = None,
        memo: str = "",
        weight: float | None = None,
        round: str = "",
    ) -> Coding:
        """Code a passage, a turn by its number, or with neither the whole transcript; the coding, once it is saved."""
        coding = coding_of(self, transcript, code, coder, span=span, turn=turn, memo=memo, weight=weight, round=round)
        return self._saved(coding, coder)

    def code_in_vivo(
        self, transcript: str, span: Span, *, coder: str, under: str | None = None, id: str | None = None
    ) -> Coding:
        """Code a passage by its own words, which become a code of the codebook where it has none of that name."""
        return self._saved(in_vivo(self, transcript, span, coder, under, id), coder)

    def check_coding(self, coding: Coding) -> None:
        """Raise MisuseError unless the coding fits text and codebook, and its memo names nobody."""
        check_coding(self, coding)

    def _saved(self, coding: Coding, coder: str) -> Coding:
        self.check_coding(coding)
        self.store.add_codings([coding], author=coder)
        return coding

    def revise(self, *steps: Step | Sequence[Step], author: str | None = None, reason: str = "") -> Revised:
        """Save the next version of the codebook, made by `iv.steps` such as `iv.steps.rename("Wohnen/Alt", "Bestand")`.

        Codings follow; those whose code means another thing wait in `to_review`. A file of the codebook in the folder
        `codebooks` is changed too, its remarks kept. Raises MisuseError for a step that cannot be taken.
        """
        return revise_project(self, flat(steps), author or _user(), reason)

    def confirm(self, codings: View | Iterable[str], *, author: str | None = None, reason: str = "") -> Saved:
        """Say of codings, as a view or by id, that they hold under their code as it is defined now."""
        return confirm_codings(self, codings, author or _user(), reason)

    def recode(self, codings: View | Iterable[str], to: str, *, author: str | None = None, reason: str = "") -> Saved:
        """Give codings, as a view or by id, another code."""
        return recode_codings(self, codings, to, author or _user(), reason)

    def retract(self, codings: View, *, author: str | None = None, reason: str = "") -> Saved:
        """Take codings back; they stay in the history."""
        ids = codings.columns("coding")["coding"].tolist()
        self.store.retract(ids, author=author or _user(), reason=reason)
        return Saved({"retracted codings": len(ids)})

    def undo(self, *, author: str | None = None) -> Event:
        """Take back what this person did last: coded, retracted, reviewed, revised, noted; over any distance."""
        return self._reversed(self.store.undo, author)

    def redo(self, *, author: str | None = None) -> Event:
        """Let what this person took back last count again, as long as they have done nothing else since."""
        return self._reversed(self.store.redo, author)

    def _reversed(self, reverse: Callable[[str], Event], author: str | None) -> Event:
        before = self._codebook()
        event = reverse(author or _user())
        after = self._codebook()
        if before and after and before != after:
            turn_files(self.folder / FOLDER, before, after)
        return event

    def save_speakers(self, table: str | Path, *, author: str | None = None) -> Saved:
        """Take back the table of `speakers()`, corrected: roles, participants, cases; the texts stay as they are."""
        corrections, problems = read_speakers(Path(table))
        with alone(self.folder):
            language = self.settings.language
            counts, more = save_speakers(corrections, self.store, self.vault, language, author or _user())
        return Saved(counts, (*problems, *more))

    def merge(self, *others: str | Path) -> Saved:
        """Add what other people's copies of this project have: folders, databases or archives; all of them or none."""
        with alone(self.folder):
            saved = merge_copies(self.store, [Path(other) for other in others], self.key_at_hand())
            drop_cache(self.folder)  # a copy may have told of somebody who withdrew
            return saved

    def change_keepers(
        self, *, add: str | None = None, name: str = "", remove: str | None = None, rotate: bool = False
    ) -> tuple[Problem, ...]:
        """Let one more public key (`age1…`) open the vault, shut one out, or give yourself and all interviews new keys.

        Without any of these, a change that was cut off is completed. Who is removed keeps what they copied before.
        """
        with alone(self.folder):
            self._vault, problems = change_keepers(
                self.vault, self.key_file, add=add, name=name, remove=remove, new_key=rotate
            )
        return tuple(problems)

    def note_export(self, detail: str, *, author: str | None = None) -> None:
        """Note in the history what was decided about a file that left the project."""
        self.store.add_event("export", "file", 1, author=author or _user(), detail=detail)

    def note_exported(self, name: str) -> None:
        """Note in the history that a file of this name left the project, once for each state of the project."""
        for event in reversed(self.store.history()):
            if event.action != "export":
                break
            if (event.subject, event.detail) == ("export", name):
                return
        self.store.add_event("export", "export", 1, author=_user(), detail=name)

    @property
    def user(self) -> str:
        """The user's name on this computer."""
        return _user()

    def _index(self) -> Words:
        with Bar("indexing words") as bar:
            return index_words(self.transcripts, cache_folder(self.folder, "words"), bar)

    def _leaks_left(self, anonymization: Anonymization) -> list[Problem]:
        """Names that were replaced and yet stand in a file of the project, told by entity and place."""
        leaks = [leak for leak in find_leaks([self.folder], anonymization.key) if leak.certain]
        return [Problem(f"{leak.path.name}, {leak.place}", f"{leak.entity} still stands here") for leak in leaks]

    def _codebook(self) -> Codebook | None:
        saved = self._codebooks()
        return saved[-1] if saved else None

    def _saved_queries(self) -> dict[str, str]:
        return {query.name: query.text for query in self.queries}

    def _codebooks(self) -> tuple[Codebook, ...]:
        return self._memory.recall("codebooks", ["codebook"], lambda: tuple(self.store.codebooks()))

    def key_at_hand(self) -> tuple[KeyEntry, ...]:
        """The replacement key, for checks that those who work without a key of the vault go without."""
        try:
            return self.vault.key()
        except MisuseError:
            return ()


def _listed(thing: Any) -> list[Any]:
    if isinstance(thing, str) or not isinstance(thing, Iterable):
        return [thing]
    return list(thing)


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):  # no user database, as in some containers
        return "unknown"
