"""What a reader gives back: a transcript where there is one, and what a person should know about it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from interviews.errors import Problem
from interviews.model import Outline, Transcript


class State(StrEnum):
    """What became of a file."""

    READ = "read"
    UNCHANGED = "unchanged"
    """The project has it already."""
    CHANGED = "changed"
    """The project has an earlier text of it."""
    LEFT_OUT = "left out"
    """It is no transcript, or another file gives the same one."""
    NO_TRANSCRIPT = "no transcript"
    """It is sound, and something else."""
    UNREADABLE = "not readable"


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading one file; the transcript is None where nothing could be read, and a problem says why."""

    transcript: Transcript | None
    problems: tuple[Problem, ...] = ()
    path: Path | None = field(default=None, repr=False)  # a file's name may name someone
    language: str | None = None
    """The language that the file itself names; its words decide where there are enough of them."""
    digest: str | None = field(default=None, repr=False)
    """SHA-256 of the file's bytes."""
    outline: Outline | None = None
    """The transcript's measures, which stay when the transcript itself is let go."""
    state: State = State.READ

    def told(self, problem: Problem, state: State | None = None) -> "Reading":
        """The same with one more problem, and perhaps another state."""
        return replace(self, problems=(*self.problems, problem), state=state or self.state)

    def without_text(self) -> "Reading":
        """The same without its transcript."""
        return replace(self, transcript=None)


class Unreadable(Exception):  # noqa: N818 - a sentence for a person, turned into a `Problem` by `read_file`
    """A file that gives no transcript; the message says why and what to do, and never quotes the file."""


class NoTranscript(Unreadable):
    """A sound file that is something else: found in a folder it is passed over, named it is an error."""
