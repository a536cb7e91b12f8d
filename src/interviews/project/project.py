"""The façade of a study: opens its store and its vault, offers its nouns, saves what comes back."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from interviews.anonymity import Anonymization, Proposals, find_leaks
from interviews.errors import Problem
from interviews.exploration import Suggestions, View
from interviews.formats import Readings
from interviews.model import Codebook, Coding, Exchange, Span, Step
from interviews.project.acts import check_coding, coding_of, in_vivo
from interviews.project.cache import drop_cache
from interviews.project.codebook_files import FOLDER, turn_files
from interviews.project.decisions import Decisions
from interviews.project.founding import found
from interviews.project.importing import save_exchange
from interviews.project.intake import save_readings
from interviews.project.keepers import change_keepers
from interviews.project.log import Log
from interviews.project.merging import merge_copies
from interviews.project.originals import save_anonymization
from interviews.project.records import save_records
from interviews.project.releasing import RELEASED, quotes_of
from interviews.project.results import Saved, StudyQuotes
from interviews.project.reviewing import save_proposals
from interviews.project.revising import Revised, flat, revise_project, save_codebook
from interviews.project.saving import alone
from interviews.project.settings import key_file_for, read_settings
from interviews.project.speakers import read_speakers, save_speakers
from interviews.project.suggesting import save_suggestions
from interviews.store import Event, Store


class Project(Decisions):
    """An open study. What it offers is anonymized; the texts as read are reached through `vault` only."""

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

    def quotes(
        self,
        *,
        code: str | None = None,
        case: str | None = None,
        coder: str | None = None,
        released: bool | None = None,
    ) -> StudyQuotes:
        """Coded passages of people who agreed to be quoted in print, each once; `released` ones only, or the others."""
        wanted = {"code": code, "case": case, "coder": coder}
        view = self.codings.where(**{name: value for name, value in wanted.items() if value})
        found = quotes_of(self, view)
        kept = (one for one in found.quotes if released in (None, one.release == RELEASED))
        return StudyQuotes(tuple(kept), found.problems, found.codes, self)

    def save(self, thing: Any, *, author: str | None = None, anonymized: bool = False) -> Saved:
        """Save readings, proposals, an anonymization, an exchange, a codebook, suggestions, or records of one kind.

        When it returns, everything is on the disk; when it raises, nothing of it is in the store. `author` is named in
        the history, by default the user's name on this computer. Of proposals the vault keeps what was decided so far;
        the texts change when they are accepted. Accepted suggestions become codings of the author. The texts of an
        exchange go to the vault, and what is said about them waits there until they are anonymized, unless the caller
        says that they are `anonymized`. Records are codings, codes of cases, memos, participants, cases, and so on.
        """
        who = author or self.user
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
        with self.store.together():
            self.check_coding(coding)
            self.store.add_codings([coding], author=coder)
        return coding

    def revise(self, *steps: Step | Sequence[Step], author: str | None = None, reason: str = "") -> Revised:
        """Save the next version of the codebook, made by `iv.steps` such as `iv.steps.rename("Wohnen/Alt", "Bestand")`.

        Codings follow; those whose code means another thing wait in `to_review`. A file of the codebook in the folder
        `codebooks` is changed too, its remarks kept. Raises MisuseError for a step that cannot be taken.
        """
        return revise_project(self, flat(steps), author or self.user, reason)

    def retract(self, codings: View, *, author: str | None = None, reason: str = "") -> Saved:
        """Take codings back; they stay in the history."""
        ids = codings.columns("coding")["coding"].tolist()
        self.store.retract(ids, author=author or self.user, reason=reason)
        return Saved({"retracted codings": len(ids)})

    def undo(self, *, author: str | None = None) -> Log:
        """Take back what this person did last: coded, retracted, reviewed, revised, noted; over any distance.

        What it was is told in a sentence.
        """
        return self._reversed(self.store.undo, author)

    def redo(self, *, author: str | None = None) -> Log:
        """Let what this person took back last count again, as long as they have done nothing else since."""
        return self._reversed(self.store.redo, author)

    def _reversed(self, reverse: Callable[[str], Event], author: str | None) -> Log:
        before = self._codebook()
        reverse(author or self.user)
        after = self._codebook()
        if before and after and before != after:
            turn_files(self.folder / FOLDER, before, after)
        return self.log(1)

    def save_speakers(self, table: str | Path, *, author: str | None = None) -> Saved:
        """Take back the table of `speakers()`, corrected: roles, participants, cases; the texts stay as they are."""
        corrections, problems = read_speakers(Path(table))
        with alone(self.folder):
            language = self.settings.language
            counts, more = save_speakers(corrections, self.store, self.vault, language, author or self.user)
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
        self.store.add_event("export", "file", 1, author=author or self.user, detail=detail)

    def note_exported(self, name: str) -> None:
        """Note in the history that a file of this name left the project, once for each state of the project."""
        for event in reversed(self.store.history()):
            if event.action != "export":
                break
            if (event.subject, event.detail) == ("export", name):
                return
        self.store.add_event("export", "export", 1, author=self.user, detail=name)

    def _leaks_left(self, anonymization: Anonymization) -> list[Problem]:
        """Names that were replaced and yet stand in a file of the project, told by entity and place."""
        leaks = [leak for leak in find_leaks([self.folder], anonymization.key) if leak.certain]
        return [Problem(f"{leak.path.name}, {leak.place}", f"{leak.entity} still stands here") for leak in leaks]


def _listed(thing: Any) -> list[Any]:
    if isinstance(thing, str) or not isinstance(thing, Iterable):
        return [thing]
    return list(thing)
