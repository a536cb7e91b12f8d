"""The tables of participants of one study: which of them a file asks, and what is left when all files have asked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from interviews.errors import MisuseError, Problem, Severity
from interviews.formats.names import shown, stem, transcript_key
from interviews.formats.namesakes import Namesake, find_namesakes
from interviews.formats.reading import Reading
from interviews.formats.tables.participants import (
    FILE_NAME,
    Row,
    assign_participants,
    collect_participants,
    read_participants,
)
from interviews.model import Case, Outline, Participant, Speaker, Transcript
from interviews.text import fold

_Rows = dict[str, list[Row]]
_NO_TRANSCRIPT = "the row fits no transcript that was read"
_NO_SPEAKER = "the row fits no speaker of its transcript: compare it with the labels that were found"
_SEVERAL = "files in several folders have this name: write the folder in front, as in folder/name, or fill in the case"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file lies, for the tables: up to which folder they are sought, and which others have its name."""

    file: Path
    root: Path
    namesake: Namesake | None = None


@dataclass(slots=True)
class Asked:
    """What became of the rows that files asked for."""

    about: set[tuple[Path, int]]
    """Rows about a transcript that was read, whether or not they fit a speaker."""
    fitting: dict[tuple[Path, int], str | None]
    """Rows that fit a speaker, with the case of the transcript."""

    def add(self, other: "Asked") -> None:
        """Add what one more file asked for."""
        self.about |= other.about
        self.fitting |= other.fitting


class Tables:
    """`participants.csv` beside or above files, each read once; or the one table that was given for all."""

    def __init__(self, given: Path | None) -> None:
        self._broken: dict[Path, str] = {}
        self._given = given
        self._rows: dict[Path, _Rows] = {}
        self._nearest: dict[tuple[Path, Path], Path | None] = {}
        if given is not None:
            if not given.is_file():
                raise MisuseError(f"{given} does not exist: check the path of the participants' table")
            self._rows[given] = _by_transcript(read_participants(given))

    def rows_for(self, place: Place, name: str) -> Sequence[Row]:
        """The rows about one transcript, by its name, its file, or its file with the folders in front."""
        folder = place.file.absolute().parent
        table = self._given or self._table_of(folder, place.root.absolute())
        if table is None:
            return ()
        rows = self._read(table)
        mine = rows.get(transcript_key(name), [])
        mine = mine + [row for key in _with_folders(place.file) for row in rows.get(key, ())]
        plain = rows.get(transcript_key(stem(place.file)), []) if place.namesake else []
        if table != self._given and not _is_for_several(table, place):
            return mine + plain
        return mine + [row for row in plain if row.case and fold(row.case) == fold(folder.name)]

    def all_rows(self) -> list[Row]:
        """The rows of all tables that were asked."""
        called = {table: one.label(table) for table, one in find_namesakes(self._rows).items()}
        listed = [row for table in sorted(self._rows) for row in sorted(_listed(self._rows[table]), key=_number)]
        return [replace(row, called=called.get(row.table, "")) for row in listed]

    @property
    def notices(self) -> list[Problem]:
        """Tables that could not be used."""
        called = {table: one.label(table) for table, one in find_namesakes(self._rows).items()}
        return [
            Problem(called.get(table, table.name), message, Severity.ERROR) for table, message in self._broken.items()
        ]

    def _read(self, table: Path) -> _Rows:
        """The rows of a table; one that was only found beside the files must not stop them when it cannot be used."""
        if table not in self._rows:
            try:
                self._rows[table] = _by_transcript(read_participants(table))
            except MisuseError as error:
                self._rows[table] = {}
                self._broken[table] = str(error).removeprefix(f"{table.name}: ")
        return self._rows[table]

    def _table_of(self, folder: Path, root: Path) -> Path | None:
        if (folder, root) not in self._nearest:
            above = [folder, *folder.parents]
            above = above[: above.index(root) + 1] if root in above else above
            tables = (one / FILE_NAME for one in above)
            self._nearest[folder, root] = next((table for table in tables if table.is_file()), None)
        return self._nearest[folder, root]


def with_people(reading: Reading, tables: Tables, place: Place) -> tuple[Reading, Asked]:
    """The reading with the participants and the case of its rows, and which rows these were.

    A transcript that the project has already is left as it is; that the rows say something else about it is told.
    """
    outline = reading.outline
    if outline is None:
        return reading, Asked(set(), {})
    rows = tables.rows_for(place, outline.name)
    about = {row.key for row in rows}
    if reading.transcript is None:
        reading, used = _compared(reading, outline, rows)
        return reading, Asked(about, dict.fromkeys([row.key for row in used], outline.case))
    transcript, used = assign_participants(reading.transcript, rows)
    voices = tuple(
        replace(voice, role=speaker.role, role_from=speaker.role_from, participant=speaker.participant)
        for voice, speaker in zip(outline.voices, transcript.speakers, strict=True)
    )
    outline = replace(outline, voices=voices, case=transcript.case)
    asked = Asked(about, dict.fromkeys([row.key for row in used], transcript.case))
    return replace(reading, transcript=transcript, outline=outline), asked


def _compared(reading: Reading, outline: Outline, rows: Sequence[Row]) -> tuple[Reading, tuple[Row, ...]]:
    speakers = tuple(Speaker(one.label, one.role, one.participant) for one in outline.voices)
    before = Transcript(outline.name, "", speakers=speakers, case=outline.case)
    after, used = assign_participants(before, rows)
    if (after.speakers, after.case) != (speakers, outline.case):
        told = f"{FILE_NAME} says something else about its speakers than the project: interviews speakers changes that"
        reading = reading.told(Problem(shown(reading.path or Path(FILE_NAME)), told, Severity.INFO))
    return reading, used


def people_of(
    tables: Tables, asked: Asked, outlines: Iterable[Outline], several: frozenset[str] = frozenset()
) -> tuple[tuple[Participant, ...], tuple[Case, ...], tuple[Problem, ...]]:
    """Who and what the transcripts are about, and the rows that fit none of them.

    `several` are the names, as keys, that files in more than one folder have.
    """
    rows = tables.all_rows()
    unmatched = [Problem(row.place, _why(row, asked, several)) for row in rows if row.key not in asked.fitting]
    fitting = [(row, asked.fitting[row.key]) for row in rows if row.key in asked.fitting]
    people, contradictions = collect_participants(fitting)
    names = sorted({outline.case for outline in outlines if outline.case})
    return people, tuple(Case(name) for name in names), (*tables.notices, *unmatched, *contradictions)


def _why(row: Row, asked: Asked, several: frozenset[str]) -> str:
    if row.key in asked.about:
        return _NO_SPEAKER
    return _SEVERAL if transcript_key(row.transcript) in several else _NO_TRANSCRIPT


def _with_folders(file: Path) -> list[str]:
    """`north/1` and `study/north/1` for `study/north/1.docx`, as keys."""
    parts = (*file.absolute().parent.parts[-3:], stem(file))
    return [transcript_key("/".join(parts[-count:])) for count in range(2, len(parts) + 1)]


def _is_for_several(table: Path, place: Place) -> bool:
    """Whether the table stands above another file of the same name, too."""
    folder = table.absolute().parent
    return place.namesake is not None and any(folder in other.parents for other in place.namesake.others)


def _listed(rows: _Rows) -> list[Row]:
    return [row for several in rows.values() for row in several]


def _number(row: Row) -> int:
    return row.number


def _by_transcript(rows: Iterable[Row]) -> _Rows:
    grouped: _Rows = defaultdict(list)
    for row in rows:
        grouped[transcript_key(row.transcript.replace("\\", "/"))].append(row)
    return dict(grouped)
