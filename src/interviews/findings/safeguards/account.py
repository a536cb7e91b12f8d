"""What a report on an anonymization tells: figures only, no name and no word of any interview."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tally:
    """One kind of identifying passage, such as `PER`, and what was done with what was found of it."""

    kind: str
    outcomes: Mapping[str, int]
    """How many persons, places and so on (not mentions) met which decision, such as `label` or `keep`."""
    texts: int = 0
    """In how many interviews any of them is mentioned."""

    @property
    def found(self) -> int:
        """How many there are."""
        return sum(self.outcomes.values())

    @property
    def kept(self) -> int:
        """How many were left in the texts on purpose."""
        return self.outcomes.get("keep", 0)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What one person did in the review."""

    name: str
    decided: int = 0
    """Decided one by one."""
    accepted: int = 0
    """Let through as the program had proposed."""
    confirmed: int = 0
    """Decisions of somebody else, confirmed."""
    first: datetime.date | None = None
    last: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One saving of anonymized texts."""

    day: datetime.date
    who: str
    texts: int


@dataclass(frozen=True, slots=True)
class Review:
    """Who decided, and about how much."""

    decided: int = 0
    accepted: int = 0
    unrecorded: int = 0
    """Of which nobody noted who decided."""
    confirmed: int = 0
    """Confirmed by a second person."""
    reviewers: tuple[Reviewer, ...] = ()
    rounds: tuple[Round, ...] = ()
    profiles: tuple[tuple[str, int], ...] = ()
    """Which profiles proposed the decisions, where that is noted."""


@dataclass(frozen=True, slots=True)
class Consents:
    """To what those who took part agreed, and who withdrew."""

    levels: tuple[tuple[str, int], ...] = ()
    """Levels with the number of people; an empty level where none is known."""
    withdrawals: tuple[tuple[datetime.date, int], ...] = ()
    """Days on which interviews were erased, with their number."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The leak check over the project's files when the report was written."""

    certain: int = 0
    possible: int = 0
    unsearched: tuple[tuple[str, int], ...] = ()
    """What could not be searched, and in how many files."""
    let_through: tuple[str, ...] = ()
    """Notes of the history on what a person let through an export's check."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found and everything could be searched."""
        return not (self.certain or self.possible or self.unsearched)


@dataclass(frozen=True, slots=True)
class Crowding:
    """How many of those who took part share their attributes with fewer than k others."""

    k: int
    combinations: int = 0
    small: int = 0
    alone: int = 0
    """People who are the only one in some combination."""
    rare: tuple[tuple[str, int], ...] = ()
    """Names of attributes that are rare by combining them, with the number of such combinations."""
    quotes: int = 0
    rare_quotes: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """Everything the report tells."""

    name: str
    language: str
    date: datetime.date
    """The date printed on the report."""
    interviews: int
    waiting: int
    """Interviews of which there is no anonymized text yet."""
    participants: int
    cases: int
    words: int
    passages: int
    """How many passages were replaced."""
    languages: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
    review: Review = field(default_factory=Review)
    consents: Consents = field(default_factory=Consents)
    checked: Checked = field(default_factory=Checked)
    crowding: Crowding = field(default_factory=lambda: Crowding(3))
    keepers: int = 0
    pipelines: tuple[str, ...] = ()
    """Statistical models that were at hand to find names."""

    @property
    def found(self) -> int:
        """How many persons, places and so on were found."""
        return sum(tally.found for tally in self.tallies)

    @property
    def kept(self) -> int:
        """How many of them were left in the texts."""
        return sum(tally.kept for tally in self.tallies)
