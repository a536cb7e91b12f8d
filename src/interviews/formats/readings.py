"""Many files that are read one after the other: a transcript is let go before the next one is read."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from interviews.errors import Problem, counted
from interviews.formats.files import Recall, read_file
from interviews.formats.names import shown
from interviews.formats.namesakes import find_namesakes
from interviews.formats.passing import Pass, as_found, as_unreadable
from interviews.formats.reading import Reading, State
from interviews.formats.search import Found
from interviews.formats.tables.overview import files_table, speakers_table
from interviews.formats.tables.people import Asked, Place, Tables, with_people
from interviews.model import Case, Participant, Transcript, new_id

if TYPE_CHECKING:
    import pandas as pd

Progress = Callable[[int, int], object]
"""Called with the number of files read and of all files."""
Judge = Callable[[Reading], Reading]
"""Called with each reading as it comes; gives back what became of it."""


class Readings(Sequence[Reading]):
    """Files to read. Each pass over them reads file by file and keeps none of the texts, only what was found in them.

    The first look at `problems`, `participants`, `cases` or `table()` makes such a pass; so does iterating. Transcripts
    have the same ids in every pass.
    """

    def __init__(
        self,
        found: Found,
        tables: Tables,
        *,
        language: str | None = None,
        columns: Mapping[str, str] | None = None,
        case_from: Literal["folder"] | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._sources = list(found.files.items())
        self._ids = [new_id() for _ in self._sources]
        self._empty = tuple(as_unreadable(path, message) for path, message in found.empty)
        self._found = tuple(found.notices)
        self._tables = tables
        self._namesakes = find_namesakes(found.files)
        self._language = language
        self._columns = columns
        self._case_from = case_from
        self._progress = progress
        self._last: Pass | None = None

    def __len__(self) -> int:
        return len(self._sources) + len(self._empty)

    def __iter__(self) -> Iterator[Reading]:
        return self._pass(None, None)

    @overload
    def __getitem__(self, index: int) -> Reading: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Reading, ...]: ...
    def __getitem__(self, index: int | slice) -> Reading | tuple[Reading, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        number = range(len(self))[index]
        return self._read(number)[0] if number < len(self._sources) else self._empty[number - len(self._sources)]

    def __repr__(self) -> str:
        files = counted(len(self), "file", "files")
        if self._last is None:
            return f"Readings({files}, not read yet)"
        return (
            f"Readings({files}, {self.counts[State.READ]} read, {counted(len(self.problems), 'problem', 'problems')})"
        )

    def _repr_html_(self) -> str:
        return str(self.table().to_html(index=False))

    def go_through(self, judge: Judge, recall: Recall | None = None) -> None:
        """One pass in which every reading is handed on as it comes; files that `recall` knows are not parsed."""
        for _ in self._pass(judge, recall):
            pass

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, read or not."""
        return tuple(path for path, _ in self._sources)

    @property
    def transcripts(self) -> tuple[Transcript, ...]:
        """The transcripts of all files that can be read, all at once in memory."""
        return tuple(reading.transcript for reading in self if reading.transcript is not None)

    @property
    def outcomes(self) -> tuple[Reading, ...]:
        """What the last pass found in each file, without the texts."""
        return tuple(self._done.rows)

    @property
    def counts(self) -> Counter[State]:
        """How many files were read, were unchanged, and so on."""
        return Counter(reading.state for reading in self._done.rows)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems: file by file, then those of the study as a whole."""
        return (*(problem for reading in self._done.rows for problem in reading.problems), *self.notices)

    @property
    def notices(self) -> tuple[Problem, ...]:
        """Problems that belong to no single file, such as a row of `participants.csv` that fits no speaker."""
        return (*self._found, *self._done.people[2])

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Whom the tables of participants name among the speakers."""
        return self._done.people[0]

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases of the transcripts."""
        return self._done.people[1]

    def table(self) -> "pd.DataFrame":
        """One row a file: file, format, language, turns, speakers, duration (h:mm:ss), words, problems, state."""
        return files_table(self._done.rows, self._namesakes)

    def speakers(self) -> "pd.DataFrame":
        """One row a speaker of each transcript: role, how it is known, turns, words, questions, participant, case."""
        return speakers_table([reading.outline for reading in self._done.rows if reading.outline])

    @property
    def _done(self) -> Pass:
        """The last pass; the first one is made here if there was none."""
        if self._last is None:
            for _ in self:
                pass
        assert self._last is not None
        return self._last

    def _pass(self, judge: Judge | None, recall: Recall | None) -> Iterator[Reading]:
        current = Pass(self._tables, self._namesakes)
        for number in range(len(self._sources)):
            reading = current.take(*self._read(number, current.remembering(recall)))
            if judge is not None:
                reading = judge(reading)
            reading = self._labelled(reading)
            current.rows.append(reading.without_text())
            if self._progress is not None:
                self._progress(number + 1, len(self._sources))
            yield reading
        current.rows += self._empty
        self._last = current
        yield from self._empty

    def _read(self, number: int, recall: Recall | None = None) -> tuple[Reading, Asked]:
        """One file with its case and people, and the rows of the tables of participants about it."""
        path, source = self._sources[number]
        reading = read_file(path, self._language, self._columns, recall=recall)
        if source.searched:
            reading = as_found(reading, path)
        if reading.transcript is not None:
            case = path.absolute().parent.name or None if self._case_from == "folder" else reading.transcript.case
            reading = replace(reading, transcript=replace(reading.transcript, id=self._ids[number], case=case))
        namesake = self._namesakes.get(path)
        if namesake is not None and reading.transcript is not None and reading.outline is not None:
            name = namesake.name(reading.transcript.name)
            reading = replace(
                reading,
                transcript=replace(reading.transcript, name=name),
                outline=replace(reading.outline, name=name),
            )
        return with_people(reading, self._tables, Place(path, source.root, namesake))

    def _labelled(self, reading: Reading) -> Reading:
        """With the folder in front of the file's name in problems, where several files have that name."""
        namesake = self._namesakes.get(reading.path) if reading.path else None
        if namesake is None or reading.path is None:
            return reading
        name, label = shown(reading.path), namesake.label(reading.path)
        problems = tuple(replace(one, where=label) if one.where == name else one for one in reading.problems)
        return replace(reading, problems=problems)
