"""What a study offers: its nouns, as they are now or were at a moment. Nothing here saves."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pandas as pd

from interviews.coding import Description
from interviews.errors import MisuseError, Problem, counted
from interviews.exploration import Columns, Records, Suggestions, View, Words, index_words
from interviews.model import Case, CaseCoding, CellSummary, Codebook, Coding, Exchange, Participant, Query, Transcript
from interviews.progress import Bar
from interviews.project.assigning import assigned_transcripts, table_of_progress, unknown_assignments
from interviews.project.cache import cache_folder
from interviews.project.departure import exchange_of
from interviews.project.disputes import CONSENSUS, consensus_of, disputes_of, table_of_disputes
from interviews.project.log import Log, read_log, table_of_events
from interviews.project.opened import Opened
from interviews.project.reversing import write_original
from interviews.project.revisiting import waiting_codings
from interviews.project.speakers import table_of_speakers, write_speakers
from interviews.project.suggesting import open_suggestions
from interviews.project.versions import codebook_diff
from interviews.store import Adjudication, Release, Store
from interviews.text import parse_moment

# What answers rest on, by the subjects of the store's events.
_TEXTS = ["text version"]
_CODINGS = ["coding", "codebook", *_TEXTS]

# So many characters of texts are kept for the next question: some three hundred interviews.
_KEPT_CHARACTERS = 16_000_000


class Nouns(Opened):
    """The nouns of a study; what was read from the store is kept until something new is saved."""

    def __repr__(self) -> str:
        registered, transcripts = len(self.store.registrations()), len(self.store.versions())
        waiting = f", {registered - transcripts} of them not yet anonymized" if registered > transcripts else ""
        people = f"; {counted(len(self.participants), 'participant', 'participants')}" if self.participants else ""
        return f"Project {self.name}: {counted(registered, 'transcript', 'transcripts')}{waiting}{people}"

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
    def codebooks(self) -> tuple[Codebook, ...]:
        """Every version of the codebook, in the order in which they were saved; undone ones left out."""
        return self._codebooks()

    def codebook_diff(self, before: int | None = None, after: int | None = None) -> Description:
        """What changed between two versions of the codebook in words; by default what the newest one changed."""
        return codebook_diff(self, before, after)

    @property
    def codings(self) -> View:
        """All codings that were not retracted, in positions of the newest texts."""
        return self._memory.recall("codings", [*_CODINGS, "participant"], lambda: self.codings_at(None))

    @property
    def coding_records(self) -> tuple[Coding, ...]:
        """The same codings as records instead of a table, the oldest first."""
        return self._memory.recall("coding records", _CODINGS, lambda: tuple(self.store.codings()))

    @property
    def to_review(self) -> View:
        """The codings whose code means another thing since they were made; the column `review` says why."""
        return waiting_codings(self)

    @property
    def adjudications(self) -> tuple[Adjudication, ...]:
        """What was decided where coders differ, the oldest first; see `disagreements`."""
        return self._memory.recall("adjudications", _CODINGS, lambda: tuple(self.store.adjudications()))

    @property
    def adjudicators(self) -> frozenset[str]:
        """The names in which was decided, such as `consensus`."""
        return frozenset(one.coder for one in self.adjudications)

    def disagreements(self, first: str, second: str, *, coder: str = CONSENSUS) -> Records:
        """Where two coders differ, a row a place, and what was decided in the name of `coder`: how, by whom, and why.

        Rows without a decision are open; `project.adjudicate` decides. Raises MisuseError where nobody is called so.
        """
        return Records(table_of_disputes(self, disputes_of(self, first, second, coder)), "disagreements")

    def consensus(self, first: str, second: str, *, coder: str = CONSENSUS) -> View:
        """What holds in the texts that both coded: codings of the first where they agree, else what was decided."""
        return consensus_of(self, first, second, coder)

    def codings_at(self, moment: datetime | str | None) -> View:
        """The codings as they were at a moment, such as `2026-03-31` (the end of that day); now for None."""
        if isinstance(moment, str):
            moment = parse_moment(moment)
        folder = cache_folder(self.folder, "codings")
        codings, talk = self.store.columns(moment, folder)
        participants = self.store.participants(moment) if moment else self.participants
        codebooks = self.store.codebooks(moment) if moment else self._codebooks()
        codebook = codebooks[-1] if codebooks else None
        columns = Columns(codings, talk, self._texts, participants, codebook)
        return View(columns, codebook, saved=self._saved_queries)

    @property
    def case_codings(self) -> tuple[CaseCoding, ...]:
        """The codes that hold for cases as a whole."""
        return tuple(self.store.case_codings())

    @property
    def queries(self) -> tuple[Query, ...]:
        """The saved queries, by name."""
        return tuple(self.store.queries())

    @property
    def summaries(self) -> tuple[CellSummary, ...]:
        """What people wrote into the cells of the framework matrix, by case and theme."""
        return self._memory.recall("summaries", ["memo", "codebook"], lambda: tuple(self.store.summaries()))

    @property
    def releases(self) -> Mapping[str, Release]:
        """Which quotes somebody released for print or holds back, by citation."""
        return self._memory.recall("releases", ["quote", "memo"], self.store.releases)

    @property
    def suggestions(self) -> Suggestions:
        """The suggestions that nobody has decided on yet; `project.save(….accept(…))` decides."""
        return open_suggestions(self)

    @property
    def words(self) -> Words:
        """The index of all that is said, kept in the folder `cache` and brought up to date where texts changed."""
        return self._memory.recall("words", _TEXTS, self._index)

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

    def assigned(self, coder: str) -> tuple[Transcript, ...]:
        """The transcripts that the table [assignments] of `interviews.toml` names for a coder."""
        return assigned_transcripts(self, coder)

    def unknown_assignments(self) -> tuple[Problem, ...]:
        """What that table names and the project does not hold."""
        return unknown_assignments(self)

    def progress(self) -> pd.DataFrame:
        """How many answers every coder has coded, a row a coder and transcript that is assigned or coded."""
        return table_of_progress(self)

    def history(self) -> pd.DataFrame:
        """Who did what and when, the oldest first; a row an event. `undone` says that it does not count any more."""
        return table_of_events(self.store)

    def log(self, last: int | None = None) -> Log:
        """The same in sentences, in the language of the study; the last so many, or all."""
        return read_log(self.store, self.settings.language, last)

    def _texts(self, versions: Mapping[str, int]) -> Mapping[str, str]:
        """The texts of transcripts in these versions; views are asked for words after the project was closed, too."""
        if self.store.is_closed:
            with Store.open(self.folder / self.settings.store) as again:
                return again.texts(versions)
        kept = self._memory.recall("texts", _TEXTS, dict[tuple[str, int], str])
        missing = {id: version for id, version in versions.items() if (id, version) not in kept}
        read = self.store.texts(missing) if missing else {}
        if sum(map(len, kept.values())) + sum(map(len, read.values())) <= _KEPT_CHARACTERS:
            kept |= {(id, versions[id]): text for id, text in read.items()}
        return {id: kept[id, version] for id, version in versions.items() if (id, version) in kept} | read

    def _index(self) -> Words:
        with Bar("indexing words") as bar:
            return index_words(self.transcripts, cache_folder(self.folder, "words"), bar)

    def _codebook(self) -> Codebook | None:
        saved = self._codebooks()
        return saved[-1] if saved else None

    def _saved_queries(self) -> dict[str, str]:
        return {query.name: query.text for query in self.queries}

    def _codebooks(self) -> tuple[Codebook, ...]:
        return self._memory.recall("codebooks", ["codebook"], lambda: tuple(self.store.codebooks()))
