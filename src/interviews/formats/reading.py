"""What a reader gives back: a transcript where there is one, and what a person should know about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, overload

from interviews.errors import Problem
from interviews.model import Case, Participant, Transcript

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading one file; the transcript is None where nothing could be read, and a problem says why."""

    transcript: Transcript | None
    problems: tuple[Problem, ...] = ()
    path: Path | None = field(default=None, repr=False)  # a file's name may name someone
    language: str | None = None
    """The language that the file itself names; its words decide where there are enough of them."""


class Unreadable(Exception):  # noqa: N818 - a sentence for a person, turned into a `Problem` by `read_file`
    """A file that gives no transcript; the message says why and what to do, and never quotes the file."""


@dataclass(frozen=True, slots=True, repr=False)
class Readings(Sequence[Reading]):
    """Many files read in one go: the readings in the order of their paths, and who and what they are about."""

    readings: tuple[Reading, ...] = ()
    participants: tuple[Participant, ...] = ()
    cases: tuple[Case, ...] = ()
    notices: tuple[Problem, ...] = ()
    """Problems that belong to no single file, such as a row of `participants.csv` that fits no speaker."""

    def __repr__(self) -> str:
        problems = counted(len(self.problems), "problem", "problems")
        return f"Readings({counted(len(self), 'file', 'files')}, {len(self.transcripts)} read, {problems})"

    def _repr_html_(self) -> str:
        return str(self.table().to_html(index=False))

    def __len__(self) -> int:
        return len(self.readings)

    @overload
    def __getitem__(self, index: int) -> Reading: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Reading, ...]: ...
    def __getitem__(self, index: int | slice) -> Reading | tuple[Reading, ...]:
        return self.readings[index]

    def __iter__(self) -> Iterator[Reading]:
        return iter(self.readings)

    @property
    def transcripts(self) -> tuple[Transcript, ...]:
        """The transcripts of the files that could be read."""
        return tuple(reading.transcript for reading in self.readings if reading.transcript is not None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems: file by file, then those of the study as a whole."""
        return tuple(problem for reading in self.readings for problem in reading.problems) + self.notices

    def table(self) -> "pd.DataFrame":
        """One row a file: file, format, language, turns, speakers, duration (h:mm:ss), words, problems."""
        import pandas as pd  # half a second of start-up

        columns = ["file", "format", "language", "turns", "speakers", "duration", "words", "problems"]
        return pd.DataFrame([_row(reading) for reading in self.readings], columns=columns)


def _row(reading: Reading) -> tuple[object, ...]:
    file = reading.path.name if reading.path else ""
    problems = "; ".join(problem.message for problem in reading.problems)
    transcript = reading.transcript
    if transcript is None:
        return (file, "", "", 0, 0, "", 0, problems)
    words = sum(len(turn.speech.of(transcript.text).split()) for turn in transcript.turns)
    measures = (len(transcript.turns), len(transcript.speakers), _duration(transcript), words)
    return (file, transcript.format, transcript.language, *measures, problems)


def _duration(transcript: Transcript) -> str:
    """The latest time any turn gives, as h:mm:ss; empty where the transcript has no times."""
    times = [time for turn in transcript.turns for time in (turn.start_ms, turn.end_ms) if time is not None]
    if not times:
        return ""
    seconds = max(times) // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def counted(count: int, one: str, many: str) -> str:
    """`1 line` or `3 lines`: messages are sentences for people."""
    return f"{count} {one if count == 1 else many}"
