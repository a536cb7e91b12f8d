"""What the mentions of a project name: one record for each person, place or number, and what was decided about it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from interviews.anonymity.mention import EntityType
from interviews.model import Span


class Decision(StrEnum):
    """What happens to an entity wherever it is mentioned."""

    LABEL = "label"
    """A numbered word in brackets, such as `[Person 3]`."""
    PSEUDONYM = "pseudonym"
    """The name that a reviewer gave in its place."""
    GENERALIZE = "generalize"
    """Something vaguer: an age becomes a band of ten years, a date its year."""
    KEEP = "keep"
    """The words stay."""
    SURROGATE = "surrogate"
    """For persons: a name of like origin and gender, made by the program and always the same."""
    DELETE = "delete"
    """`[…]`: nothing is told about what stood there."""

    @property
    def is_name(self) -> bool:
        """Whether another name stands in the place of the first."""
        return self in (Decision.PSEUDONYM, Decision.SURROGATE)

    @property
    def strictness(self) -> int:
        """How little a decision leaves: from 0, where the words stay, to 3, where nothing does."""
        return {Decision.KEEP: 0, Decision.GENERALIZE: 2, Decision.DELETE: 3}.get(self, 1)


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One mention: where it stands in the text of a transcript, or in its head."""

    transcript: str
    """Id of the transcript."""
    span: Span
    in_head: bool = False
    """Whether the span lies in the transcript's head (its name and speaker labels, a line each) instead of its text."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where the vault remembers a mention, so that it is known again in a later round."""

    transcript: str
    """Id of the transcript."""
    span: Span
    in_head: bool = False
    revision: int = 1
    """The revision of the original over which the span lies."""
    words: str = field(default="", repr=False)
    """What is written there, for places in a head: labels and names move when speakers are put right."""
    kept: bool = False
    """Whether this one mention stays although the others are replaced."""


@dataclass(frozen=True, slots=True)
class FoundAs:
    """A type and name under which the machine finds what a person said is this entity: after a merge or a new type."""

    type: EntityType
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stricter:
    """What stands for an entity in one transcript, somebody in which agreed to less than others did."""

    transcript: str
    """Id of the transcript."""
    decision: Decision
    replacement: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom or what a group of mentions names; the original words are kept out of `repr`."""

    id: str
    """Type and number in the order of first mention, such as `PER-003`."""
    type: EntityType
    name: str = field(repr=False)
    """The fullest original form."""
    forms: tuple[str, ...] = field(repr=False)
    """Every original form, as written."""
    mentions: tuple[Occurrence, ...] = field(repr=False)
    finders: tuple[str, ...]
    score: float
    decision: Decision = Decision.LABEL
    replacement: str = ""
    note: str = ""
    family: bool = False
    """Whether the entity is a family rather than one person."""
    kept: frozenset[Occurrence] = field(default=frozenset(), repr=False)
    """Mentions that stay although the others are replaced."""
    may_be: tuple[str, ...] = ()
    """Ids of entities that it may be the same as: a proposal that nobody has decided on."""
    decided_by: str = ""
    """Short name of the person who decided; empty while nobody has looked at it, or has saved since."""
    decided_at: datetime | None = None
    """When it was decided; None while nobody has looked at it."""
    confirmed_by: str = ""
    """Short name of the second person who agreed to the decision."""
    accepted_by: str = ""
    """Who let it into the texts as it was proposed, without deciding on it."""
    changed_at: datetime | None = None
    """When a person last did anything to it, taking a decision back included: of two versions the later one counts."""
    formerly: tuple[str, ...] = ()
    """Ids that became part of this one, by merging or by a corrected type."""
    found_as: tuple[FoundAs, ...] = ()
    """Under what else the machine finds it."""
    apart: tuple[str, ...] = ()
    """Ids of entities that a person said it is not: mentions of one were split off the other."""
    profile: str | None = None
    """The profile that proposed the decision; "" where a person decided, None where nobody noted it."""
    stricter: tuple[Stricter, ...] = ()
    """What is decided otherwise for single transcripts."""
    gender: str = ""
    """`female` or `male` where the texts say so of a person, else empty."""

    def within(self, transcript: str) -> "Entity":
        """The entity as it is treated in one transcript."""
        own = next((one for one in self.stricter if one.transcript == transcript), None)
        if own is None or own.decision.strictness <= self.decision.strictness:
            return self
        return replace(self, decision=own.decision, replacement=own.replacement)

    @property
    def transcripts(self) -> tuple[str, ...]:
        """Ids of the transcripts that mention it, in order of first mention."""
        return tuple(dict.fromkeys(mention.transcript for mention in self.mentions))

    @property
    def number(self) -> int:
        """The number in the id."""
        return int(self.id.rpartition("-")[2])


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One line of the replacement key: what an entity was called and what stands in its place. Lives in the vault."""

    id: str
    type: EntityType
    name: str = field(repr=False)
    forms: tuple[str, ...] = field(repr=False)
    replacement: str
    decision: Decision
    family: bool = False
    partly_kept: bool = False
    """Whether some mentions were left in place on purpose."""
    languages: tuple[str, ...] = ()
    """Languages of the transcripts that mention it: in these a name may be an ordinary word too."""
    transcripts: tuple[str, ...] = ()
    """Ids of the transcripts that mention it: they tell it from others of its name. Keys of 0.1 do not say."""
    departed: bool = False
    """Whether no text mentions it any more; its number stays its own."""
    decided_by: str = ""
    """Short name of the person who decided; empty while nobody has looked at it, or has saved since."""
    decided_at: datetime | None = None
    """When it was decided; None while nobody has looked at it."""
    confirmed_by: str = ""
    """Short name of the second person who agreed to the decision."""
    accepted_by: str = ""
    """Who let it into the texts as it was proposed, without deciding on it."""
    changed_at: datetime | None = None
    """When a person last did anything to it, taking a decision back included: of two versions the later one counts."""
    formerly: tuple[str, ...] = ()
    """Ids that became part of this one, by merging or by a corrected type."""
    found_as: tuple[FoundAs, ...] = ()
    """Under what else the machine finds it."""
    apart: tuple[str, ...] = ()
    """Ids of entities that a person said it is not: mentions of one were split off the other."""
    places: tuple[Place, ...] = ()
    """Every mention; keys of 0.1 have none."""
    proposed: bool = False
    """Whether it was but proposed when a review was left: no person decided on it, and no text carries it."""
    profile: str | None = None
    """The profile that proposed the decision; "" where a person decided, None in keys that do not say."""

    @property
    def replaced(self) -> bool:
        """Whether the original words were taken out of the texts."""
        return self.decision is not Decision.KEEP


def entity_id(entity_type: EntityType, number: int) -> str:
    """The id of the entity of a type with a number."""
    return f"{entity_type}-{number:03d}"
