"""One pass over many files: what was found in each, and which files say the same."""

from functools import cached_property
from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.files import Recall
from interviews.formats.names import ending, shown, transcript_key
from interviews.formats.reading import Reading, State
from interviews.formats.tables.people import Tables, people_of
from interviews.model import Case, Participant

# Files with these endings are often no transcripts; read as plain text, they would give nonsense.
_STRUCTURED = frozenset({".csv", ".tsv", ".xlsx", ".json", ".xml", ".html", ".htm"})


class Pass:
    """The light rows of one pass, and what compares each file with those before it."""

    def __init__(self, tables: Tables) -> None:
        self.rows: list[Reading] = []
        self._tables = tables
        self._used: set[str] = set()
        self._contents: dict[str, str] = {}
        self._names: dict[str, tuple[str, str | None]] = {}

    def remembering(self, recall: Recall | None) -> Recall:
        """The same recall, which also knows the files of this pass: what has the same bytes is read once."""

        def known(digest: str, path: Path) -> Reading | None:
            if digest in self._contents:
                where = f"{shown(path)} and {self._contents[digest]}"
                told = Problem(where, "the two files are the same, and were read once", Severity.INFO)
                return Reading(None, (told,), state=State.LEFT_OUT)
            return recall(digest, path) if recall is not None else None

        return known

    def take(self, reading: Reading, used: set[str]) -> Reading:
        """The reading, with a word where another file of this pass gives a transcript of the same name."""
        self._used |= used
        if reading.outline is None or reading.path is None:
            return reading
        name = shown(reading.path)
        if reading.digest is not None:
            self._contents[reading.digest] = name
        key = transcript_key(reading.outline.name)
        text = reading.transcript.digest if reading.transcript else None
        if key not in self._names:
            self._names[key] = (name, text)
            return reading
        other, other_text = self._names[key]
        if text is not None and text == other_text:
            return reading.told(Problem(f"{name} and {other}", "the two files hold the same text", Severity.INFO))
        told = "another file gives a transcript of the same name, and one is kept: rename it if they are two interviews"
        return reading.told(Problem(f"{name} and {other}", told))

    @cached_property
    def people(self) -> tuple[tuple[Participant, ...], tuple[Case, ...], tuple[Problem, ...]]:
        """Participants, cases, and the problems of the tables that name them."""
        return people_of(self._tables, self._used, [row.outline for row in self.rows if row.outline])


def as_found(reading: Reading, path: Path) -> Reading:
    """A file that was found and not named, and that is no transcript, is passed over."""
    named = ending(path)
    if not named and reading.state is State.UNREADABLE:
        told = "a file without ending that holds no text: it was passed over"
        return Reading(None, (Problem(shown(path), told, Severity.INFO),), path, reading.digest, state=State.LEFT_OUT)
    if named in _STRUCTURED and reading.transcript is not None and reading.transcript.format == "txt":
        told = "its content is no transcript of a known form, so it was passed over: name the file to read it as text"
        return Reading(None, (Problem(shown(path), told, Severity.INFO),), path, reading.digest, state=State.LEFT_OUT)
    return reading


def as_unreadable(path: Path, message: str) -> Reading:
    """What stands for a folder in which nothing was found."""
    return Reading(None, (Problem(shown(path), message, Severity.ERROR),), path, state=State.UNREADABLE)
