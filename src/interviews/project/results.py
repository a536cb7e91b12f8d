"""What a project gives back: the outcome of a save, and quotes on their way out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviews.errors import Problem
from interviews.quotes import Quotes

if TYPE_CHECKING:
    from interviews.project.project import Project


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did: how many of what, and the problems met."""

    counts: dict[str, int]
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        return "\n".join([f"saved: {self.summary}", *(f"  {problem}" for problem in self.problems)])

    __repr__ = __str__

    @property
    def summary(self) -> str:
        """What was saved, in a few words."""
        return (
            ", ".join(f"{count} {_one(what) if count == 1 else what}" for what, count in self.counts.items())
            or "nothing new"
        )


@dataclass(frozen=True, slots=True, repr=False)
class StudyQuotes(Quotes):
    """Quotes that know the project whose leak check they must pass on their way out."""

    project: "Project | None" = None


def _one(what: str) -> str:
    """`1 case` for the plural that a count is kept under."""
    return f"{what[:-3]}y" if what.endswith("ies") else what.removesuffix("s")
