"""One pass over many files: what was found in each, and which files say the same."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from interviews.errors import Problem, Severity, counted
from interviews.formats.files import Recall
from interviews.formats.names import ending, shown, stem, transcript_key
from interviews.formats.namesakes import Namesake, label_of
from interviews.formats.reading import Reading, State
from interviews.formats.tables.people import Asked, Tables, people_of
from interviews.model import Case, Participant

# Files with these endings are often no transcripts; read as plain text, they would give nonsense.
_STRUCTURED = frozenset({".csv", ".tsv", ".xlsx", ".json", ".xml", ".html", ".htm"})


class Pass:
    """The light rows of one pass, and what compares each file with those before it."""

    def __init__(self, tables: Tables, namesakes: Mapping[Path, Namesake]) -> None:
        self.rows: list[Reading] = []
        self._tables = tables
        self._namesakes = namesakes
        self._asked = Asked(set(), {})
        self._contents: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._called_by_folder = 0

    def remembering(self, recall: Recall | None) -> Recall:
        """The same recall, which also knows the files of this pass: what has the same bytes is read once."""

        def known(digest: str, path: Path) -> Reading | None:
            if digest in self._contents:
                where = f"{label_of(path, self._namesakes)} and {self._contents[digest]}"
                told = Problem(where, "the two files are the same, and were read once", Severity.INFO)
                return Reading(None, (told,), state=State.LEFT_OUT)
            return recall(digest, path) if recall is not None else None

        return known

    def take(self, reading: Reading, asked: Asked) -> Reading:
        """The reading, with a word where another file of this pass gives the same text or one of the same name."""
        self._asked.add(asked)
        if reading.outline is None or reading.path is None:
            return reading
        name = label_of(reading.path, self._namesakes)
        if reading.digest is not None:
            self._contents[reading.digest] = name
        if reading.transcript is not None:
            self._called_by_folder += reading.path in self._namesakes
            other = self._texts.setdefault(reading.transcript.digest, name)
            if other != name:
                return reading.told(Problem(f"{name} and {other}", "the two files hold the same text", Severity.INFO))
        other = self._names.setdefault(transcript_key(reading.outline.name), name)
        if other == name:
            return reading
        told = "another file gives a transcript of the same name, and one is kept: rename it if they are two interviews"
        return reading.told(Problem(f"{name} and {other}", told))

    @cached_property
    def people(self) -> tuple[tuple[Participant, ...], tuple[Case, ...], tuple[Problem, ...]]:
        """Participants, cases, and the problems of the tables that name them."""
        several = frozenset(transcript_key(stem(path)) for path in self._namesakes)
        outlines = [row.outline for row in self.rows if row.outline]
        people, cases, problems = people_of(self._tables, self._asked, outlines, several)
        return people, cases, (*self._by_folder(), *problems)

    def _by_folder(self) -> list[Problem]:
        if not self._called_by_folder:
            return []
        files = counted(self._called_by_folder, "file has the name of one", "files have the names of others")
        told = f"{files} in another folder: such transcripts are called by folder and name, as in folder-name"
        return [Problem("transcripts", told, Severity.INFO)]


def as_found(reading: Reading, path: Path) -> Reading:
    """A file that was found and not named, and that is no transcript, is passed over."""
    named = ending(path)
    told = None
    if reading.state is State.NO_TRANSCRIPT:
        told = f"passed over: {reading.problems[0].message}"
    elif not named and reading.state is State.UNREADABLE:
        told = "its name has no ending and it cannot be read as text: it was passed over"
    elif named in _STRUCTURED and reading.transcript is not None and reading.transcript.format == "txt":
        told = "its content is no transcript of a known form, so it was passed over: name the file to read it as text"
    if told is None:
        return reading
    problem = Problem(shown(path), told, Severity.INFO)
    return Reading(None, (problem,), path, digest=reading.digest, state=State.LEFT_OUT)


def as_unreadable(path: Path, message: str) -> Reading:
    """What stands for a folder in which nothing was found."""
    return Reading(None, (Problem(shown(path), message, Severity.ERROR),), path, state=State.UNREADABLE)
