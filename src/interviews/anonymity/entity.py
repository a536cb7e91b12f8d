"""What the mentions of a project name: one record for each person, place or number, and what was decided about it."""

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One mention: where it stands in the text of a transcript, or in its head."""

    transcript: str
    """Id of the transcript."""
    span: Span
    in_head: bool = False
    """Whether the span lies in the transcript's head (its name and speaker labels, a line each) instead of its text."""


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
    gender: str = ""
    """`female` or `male` where the texts say so of a person, else empty."""

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

    @property
    def replaced(self) -> bool:
        """Whether the original words were taken out of the texts."""
        return self.decision is not Decision.KEEP


def entity_id(entity_type: EntityType, number: int) -> str:
    """The id of the entity of a type with a number."""
    return f"{entity_type}-{number:03d}"
