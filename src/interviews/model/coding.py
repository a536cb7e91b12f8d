"""What people and machines say about stretches of text."""

from dataclasses import dataclass, field
from datetime import datetime

from interviews.model.identity import new_id, now
from interviews.model.span import Span


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who codes, by a short name."""

    name: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one transcript with its words."""

    transcript: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Coding:
    """A coder's judgement that a code applies to a stretch of a transcript."""

    transcript: str
    """Id of the transcript."""
    span: Span
    code: str
    """Path of the code."""
    coder: str
    version: int = 1
    """The text version in whose positions the span is given."""
    memo: str = ""
    weight: float | None = None
    codebook_version: int | None = None
    """The version of the codebook that it was made, or last confirmed, under."""
    id: str = field(default_factory=new_id)
    created: datetime = field(default_factory=now)
    unit: str = "segment"
    """What was coded: a `segment`, a whole `turn`, or the whole `transcript`."""
    round: str = ""
    """The coding round it was made in, such as `pilot`."""
    review: str = ""
    """Why somebody should look at it again; empty where nothing has changed since it was made."""


@dataclass(frozen=True, slots=True)
class CaseCoding:
    """A coder's judgement that a code applies to a case as a whole."""

    case: str
    """Name of the case."""
    code: str
    coder: str
    memo: str = ""
    codebook_version: int | None = None
    id: str = field(default_factory=new_id)
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True)
class Query:
    """A question about the codings, kept by name."""

    name: str
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A machine's proposal of a code; it becomes a `Coding` only by a person's decision."""

    transcript: str
    span: Span
    code: str
    source: str
    score: float
    version: int = 1
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Memo:
    """A note on any record."""

    about: str
    """Id of the record it is about."""
    text: str
    author: str
    id: str = field(default_factory=new_id)
    created: datetime = field(default_factory=now)
