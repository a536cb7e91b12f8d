"""One place in a text that may identify somebody, as a finder saw it."""

from dataclasses import dataclass, field
from enum import StrEnum

from interviews.model import Span


class EntityType(StrEnum):
    """What kind of thing an identifying passage names."""

    PER = "PER"
    """A person or family."""
    LOC = "LOC"
    """A town, quarter, region or landscape smaller than a country."""
    ORG = "ORG"
    """An organisation, club, school, employer or project."""
    ADDR = "ADDR"
    """A street, square or full address."""
    CONTACT = "CONTACT"
    """Phone, mail, handle or web address."""
    DATE = "DATE"
    """A date or year."""
    AGE = "AGE"
    """How old somebody is."""
    OCC = "OCC"
    """An occupation or office that few people hold."""
    ID = "ID"
    """A number of a file, account, insurance or vehicle."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that may identify somebody: a proposal, never a decision.

    `finder` and `reason` say who found it and why; `score` is between 0 and 1. The text is kept out of `repr`.
    """

    span: Span
    type: EntityType
    text: str = field(repr=False)
    finder: str
    reason: str
    score: float
