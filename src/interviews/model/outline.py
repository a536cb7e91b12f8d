"""A transcript without its text: what is left of it in memory where many are read one after the other."""

from dataclasses import dataclass, field

from interviews.model.transcript import Role


@dataclass(frozen=True, slots=True)
class Voice:
    """How much one speaker says in one transcript, and who that is."""

    label: str = field(repr=False)
    role: Role
    role_from: str = ""
    participant: str | None = field(default=None, repr=False)
    turns: int = 0
    words: int = 0
    questions: int = 0
    """Question marks in what the speaker says."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The measures of one transcript and its speakers; a few hundred bytes, whatever the transcript's length."""

    name: str = field(repr=False)
    format: str
    language: str
    case: str | None = field(default=None, repr=False)
    voices: tuple[Voice, ...] = ()
    turns: int = 0
    words: int = 0
    duration_ms: int | None = None
    """The latest time that any turn gives."""
