"""What `verify` found: what was looked through, how much of it, and what is wrong with it."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from interviews.errors import Problem, Severity
from interviews.store import Examined


@dataclass(frozen=True, slots=True, repr=False)
class Verification:
    """A project looked through; a true value in an `if` where it is sound."""

    parts: tuple[Examined, ...]
    """What was looked through, in this order."""
    repaired: tuple[str, ...] = ()
    """What was made anew, in words."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, or worth knowing (`info`), with its place and what to do."""
        return tuple(problem for part in self.parts for problem in part.problems)

    @property
    def sound(self) -> bool:
        """Whether nothing asks for a look."""
        return all(problem.severity is Severity.INFO for problem in self.problems)

    def __bool__(self) -> bool:
        return self.sound

    def table(self) -> pd.DataFrame:
        """A row a part: `part`, `checked` (how many), `of` (what is counted), `problems` (how many)."""
        rows = [(part.what, part.count, part.of, _asking(part)) for part in self.parts]
        return pd.DataFrame(rows, columns=["part", "checked", "of", "problems"])

    def __repr__(self) -> str:
        lines = [f"{part.what}: {part.count:,} {part.of}, {_told(part)}" for part in self.parts]
        lines += [f"repaired: {what}" for what in self.repaired]
        lines += [f"  {problem.severity} {problem}" for problem in self.problems]
        return "\n".join([*lines, "sound" if self.sound else "not sound"])

    def _repr_html_(self) -> str:
        told = "".join(f"<li>{problem.severity} {escape(str(problem))}</li>" for problem in self.problems)
        done = "".join(f"<li>repaired: {escape(what)}</li>" for what in self.repaired)
        return f"{self.table().to_html(index=False)}<ul>{done}{told}</ul>"


def _asking(part: Examined) -> int:
    return sum(problem.severity is not Severity.INFO for problem in part.problems)


def _told(part: Examined) -> str:
    count = _asking(part)
    return f"{count} problem{'s' * (count > 1)}" if count else "sound"
