"""The tables of participants of one study: which of them a file asks, and what is left when all files have asked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from interviews.errors import MisuseError, Problem, Severity
from interviews.formats.names import shown, transcript_key
from interviews.formats.reading import Reading
from interviews.formats.tables.participants import (
    FILE_NAME,
    Row,
    assign_participants,
    collect_participants,
    read_participants,
)
from interviews.model import Case, Outline, Participant, Speaker, Transcript

_Rows = dict[str, list[Row]]


class Tables:
    """`participants.csv` beside or above files, each read once; or the one table that was given for all."""

    def __init__(self, given: Path | None) -> None:
        self.notices: list[Problem] = []
        self._given = given
        self._rows: dict[Path, _Rows] = {}
        self._nearest: dict[tuple[Path, Path], Path | None] = {}
        if given is not None:
            if not given.is_file():
                raise MisuseError(f"{given} does not exist: check the path of the participants' table")
            self._rows[given] = _by_transcript(read_participants(given))

    def rows_for(self, file: Path, root: Path, name: str) -> Sequence[Row]:
        """The rows about one transcript."""
        table = self._given or self._table_of(file.absolute().parent, root.absolute())
        return () if table is None else self._read(table).get(transcript_key(name), ())

    def all_rows(self) -> list[Row]:
        """The rows of all tables that were asked."""
        return [row for table in sorted(self._rows) for row in sorted(_listed(self._rows[table]), key=_number)]

    def _read(self, table: Path) -> _Rows:
        """The rows of a table; one that was only found beside the files must not stop them when it cannot be used."""
        if table not in self._rows:
            try:
                self._rows[table] = _by_transcript(read_participants(table))
            except MisuseError as error:
                self._rows[table] = {}
                message = str(error).removeprefix(f"{table.name}: ")
                self.notices.append(Problem(table.name, message, Severity.ERROR))
        return self._rows[table]

    def _table_of(self, folder: Path, root: Path) -> Path | None:
        if (folder, root) not in self._nearest:
            above = [folder, *folder.parents]
            above = above[: above.index(root) + 1] if root in above else above
            tables = (one / FILE_NAME for one in above)
            self._nearest[folder, root] = next((table for table in tables if table.is_file()), None)
        return self._nearest[folder, root]


def with_people(reading: Reading, tables: Tables, file: Path, root: Path) -> tuple[Reading, set[str]]:
    """The reading with the participants and the case of its rows, and the places of the rows that fitted.

    A transcript that the project has already is left as it is; that the rows say something else about it is told.
    """
    outline = reading.outline
    if outline is None:
        return reading, set()
    if reading.transcript is None:
        return _compared(reading, outline, tables.rows_for(file, root, outline.name))
    transcript, used = assign_participants(reading.transcript, tables.rows_for(file, root, reading.transcript.name))
    voices = tuple(
        replace(voice, role=speaker.role, role_from=speaker.role_from, participant=speaker.participant)
        for voice, speaker in zip(outline.voices, transcript.speakers, strict=True)
    )
    outline = replace(outline, voices=voices, case=transcript.case)
    return replace(reading, transcript=transcript, outline=outline), used


def _compared(reading: Reading, outline: Outline, rows: Sequence[Row]) -> tuple[Reading, set[str]]:
    speakers = tuple(Speaker(one.label, one.role, one.participant) for one in outline.voices)
    before = Transcript(outline.name, "", speakers=speakers, case=outline.case)
    after, used = assign_participants(before, rows)
    if (after.speakers, after.case) != (speakers, outline.case):
        told = f"{FILE_NAME} says something else about its speakers than the project: interviews speakers changes that"
        reading = reading.told(Problem(shown(reading.path or Path(FILE_NAME)), told, Severity.INFO))
    return reading, used


def people_of(
    tables: Tables, used: set[str], outlines: Iterable[Outline]
) -> tuple[tuple[Participant, ...], tuple[Case, ...], tuple[Problem, ...]]:
    """Who and what the transcripts are about, and the rows that fit none of them."""
    cases = {transcript_key(outline.name): outline.case for outline in outlines}
    rows = tables.all_rows()
    unmatched = [
        Problem(
            row.place,
            "the row fits no transcript that was read"
            if transcript_key(row.transcript) not in cases
            else "the row fits no speaker of its transcript: compare it with the labels that were found",
        )
        for row in rows
        if row.place not in used
    ]
    fitting = [(row, cases.get(transcript_key(row.transcript))) for row in rows if row.place in used]
    people, contradictions = collect_participants(fitting)
    names = sorted({case for case in cases.values() if case})
    return people, tuple(Case(name) for name in names), (*tables.notices, *unmatched, *contradictions)


def _listed(rows: _Rows) -> list[Row]:
    return [row for several in rows.values() for row in several]


def _number(row: Row) -> int:
    return int(row.place.rpartition(" ")[2])


def _by_transcript(rows: Iterable[Row]) -> _Rows:
    grouped: _Rows = defaultdict(list)
    for row in rows:
        grouped[transcript_key(row.transcript)].append(row)
    return dict(grouped)
