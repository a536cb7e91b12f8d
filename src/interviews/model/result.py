"""What the study says in the end: quotes and findings."""

from dataclasses import dataclass, field
from datetime import datetime

from interviews.model.identity import new_id, now
from interviews.model.span import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim passage of an anonymized transcript, with all a reader needs to trace it."""

    citation: str
    """Stable citation id: the same passage has the same one in every export."""
    text: str
    transcript: str
    """Name of the transcript."""
    span: Span
    turn: int
    speaker: str
    """Pseudonym of the speaker."""
    case: str | None = None
    codes: tuple[str, ...] = ()
    consent: str | None = None
    shared_by: int | None = None
    """How many participants share the attributes of the speaker that fewest share; None where nothing is known."""
    rare: str = ""
    """Names of these attributes where so few share them that they could tell who speaks."""
    release: str = ""
    """`released` or `held`; empty where nobody has decided."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim about a case or a theme, with the quotes that support it and those that speak against it."""

    claim: str
    case: str | None = None
    theme: str | None = None
    support: tuple[Quote, ...] = ()
    counter: tuple[Quote, ...] = ()
    draft: bool = True
    """True until a person has confirmed it."""


@dataclass(frozen=True, slots=True)
class CellSummary:
    """What a person wrote about a theme in a case, a cell of the framework matrix."""

    case: str
    theme: str
    text: str
    author: str
    id: str = field(default_factory=new_id)
    created: datetime = field(default_factory=now)
