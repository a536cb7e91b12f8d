"""What is wrong with an archive or a copy of a project, so that nothing of it is taken over."""

from collections.abc import Iterable

from interviews.errors import Problem, StoreError

# More than these tell a person nothing new; all of them are counted.
_TOLD = 20
# Whoever has found so many looks no further.
MOST_PROBLEMS = 1000


class DamageError(StoreError):
    """An archive or a copy is not sound; each problem says where, and nothing of it was taken over."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        told = [f"  {problem}" for problem in self.problems[:_TOLD]]
        more = [f"  and {len(self.problems) - _TOLD} more"] if len(self.problems) > _TOLD else []
        super().__init__("\n".join([f"{name} is damaged, nothing of it was taken over:", *told, *more]))


class UnsoundError(Exception):
    """One thing that is wrong with one file or record, in a few words; whoever knows the place makes it a problem."""
