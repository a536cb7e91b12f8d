"""What a question is made of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from interviews.exploration.queries.place import Place


class Relation(StrEnum):
    """How two passages lie to one another."""

    OVERLAPPING = "overlapping"
    WITHIN = "within"
    CONTAINING = "containing"
    EQUALS = "equals"
    FOLLOWED = "followed by"
    PRECEDED = "preceded by"
    NEAR = "near"


class Measure(StrEnum):
    """What a distance is counted in."""

    TURNS = "turns"
    CHARACTERS = "characters"


@dataclass(frozen=True, slots=True)
class Word:
    """A name or value as somebody wrote it."""

    text: str
    place: Place
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Coded:
    """A code, sub-codes included."""

    code: Word


@dataclass(frozen=True, slots=True)
class Condition:
    """What a column must hold: `=`, `!=`, `<`, `<=`, `>`, `>=`, or `~` for words in it."""

    column: Word
    operator: str
    values: tuple[Word | None, ...]
    """None stands for a missing value; several are joined by or."""


@dataclass(frozen=True, slots=True)
class Both:
    """All parts hold."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One part at least holds."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Negated:
    """The part does not hold."""

    part: "Expression"


@dataclass(frozen=True, slots=True)
class Distance:
    """At most so far away."""

    most: int
    measure: Measure


@dataclass(frozen=True, slots=True)
class Related:
    """Codings of the left side that lie so to one of the right side."""

    left: "Expression"
    relation: Relation
    right: "Expression"
    distance: Distance | None = None


Expression: TypeAlias = Coded | Condition | Both | Either | Negated | Related
