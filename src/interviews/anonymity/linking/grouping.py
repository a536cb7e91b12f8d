"""What linking works on and what it returns: mentions with their surroundings, and groups of them."""

from dataclasses import dataclass, field

from interviews.anonymity.entity import Occurrence
from interviews.anonymity.mention import EntityType, Mention


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its place and its surroundings."""

    occurrence: Occurrence
    mention: Mention
    before: str = field(default="", repr=False)
    """The words before it in the same line."""
    after: str = field(default="", repr=False)
    """The words after it."""
    language: str = "de"
    case: str | None = None
    order: int = 0
    """Place in the project's order of mentions."""


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that are proposed to be one entity."""

    type: EntityType
    members: tuple[Named, ...]
    family: bool = False
    could_be: tuple[Named, ...] = ()
    """First mentions of other groups to which it may belong."""
    may_be: tuple[Named, ...] = ()
    """First mentions of groups that it may name otherwise: by a nickname, initials, an abbreviation, another script."""
    supposed: bool = False
    """Whether a bare given or pet name is among them because nobody else in the interview can be meant by it."""
    part_of: tuple[Named, ...] = ()
    """First mentions of places that it lies in."""
    gender: str = ""
    """`female` or `male` where the text says so of a person."""

    @property
    def first(self) -> Named:
        """The first mention."""
        return self.members[0]
