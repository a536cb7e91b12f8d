"""A transcript: its text, and who says what in which stretch of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from interviews.model.identity import new_id
from interviews.model.span import Span


class Role(StrEnum):
    """What a speaker does in the conversation."""

    INTERVIEWER = "interviewer"
    INTERVIEWEE = "interviewee"
    INTERPRETER = "interpreter"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who speaks in one transcript, by the label written there."""

    label: str = field(repr=False)  # as long as the text is as read, it may be a name
    role: Role
    participant: str | None = None
    """Name of the `Participant`, where the speaker is one."""
    role_from: str = field(default="", compare=False)
    """How the role is known: `label`, `legend`, `guess` or `table`; empty where nobody noted it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One contribution to the conversation."""

    number: int
    """Place in the transcript, counted from 1."""
    speech: Span
    """What is said, without label and time marks."""
    speaker: str | None = field(default=None, repr=False)
    """Label of the `Speaker`; None where the text names nobody."""
    role: Role = Role.OTHER
    label: Span | None = None
    """Where the label stands in the text."""
    start_ms: int | None = None
    end_ms: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who took part, known to the project by a pseudonym only."""

    name: str
    case: str | None = None
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)


@dataclass(frozen=True, slots=True)
class Case:
    """A unit of comparison: a municipality, a school, a family."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, repr=False)
class SourceNote:
    """Something a file says beside its text; it may name someone, so it stays in the vault with the text as read."""

    kind: str
    """Such as `author`, `editor`, `title`, `company`, `comment`, `header`, `footer`, `media` or `remark`."""
    text: str
    author: str = ""
    """Who wrote it, where the file says so."""
    span: Span | None = None
    """The stretch of the text as read that it is about, where it has a place."""

    def __repr__(self) -> str:
        return f"SourceNote({self.kind}, {len(self.text)} characters)"


@dataclass(frozen=True, slots=True, repr=False)
class Transcript:
    """One text version of one interview.

    `version` 0 is the text as read, which lives in the vault; the anonymized text is version 1 and later ones replace
    it. Every version carries its own turns, in positions of its own text.
    """

    name: str
    text: str
    turns: tuple[Turn, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    language: str = "de"
    case: str | None = None
    version: int = 0
    id: str = field(default_factory=new_id)
    source: str | None = None
    """File it was read from; never leaves the vault."""
    format: str = "text"
    notes: tuple[SourceNote, ...] = ()
    """What the file says beside its text; never leaves the vault."""

    def __repr__(self) -> str:  # never the text, nor the file name: either may name someone
        return f"Transcript({len(self.turns)} turns, {len(self.text)} characters, version {self.version})"

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8: two texts with one digest are the same text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
