"""A revision of a codebook: the steps that lead from one version to the next, and what they do to codings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from interviews.model.codebook import SEPARATOR, is_within


class Change(StrEnum):
    """What a step does to a codebook."""

    ADD = "add"
    RENAME = "rename"
    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    RETIRE = "retire"
    REDEFINE = "redefine"


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a codebook, told by paths of codes; codings made before it find their code by `forward`."""

    change: Change
    code: str
    """Path before the step; of an added code the path that it gets."""
    to: tuple[str, ...] = ()
    """Rename and move: the path after. Merge: the code that takes over. Split: the codes that share what it held."""
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Add and redefine: the new texts by field, such as `definition`, `colour` or `label_en`.

    Add and move: `after` is the name of the sibling that the code stands behind, empty for the first place."""
    reason: str = ""

    def forward(self, path: str) -> str:
        """The path, after the step, of the code that `path` named before it."""
        if self.change in _MOVING and is_within(path, self.code):
            return self.to[0] + path.removeprefix(self.code)
        return path

    def backward(self, path: str) -> str:
        """The path, before the step, of the code that `path` names after it.

        Of codes that the step joined, nobody knows which one a later coding meant: it stays with the one that was kept.
        """
        if self.change in (Change.RENAME, Change.MOVE) and is_within(path, self.to[0]):
            return self.code + path.removeprefix(self.to[0])
        if self.change is Change.SPLIT and any(is_within(path, part) for part in self.to):
            return self.code
        return path

    def unsettles(self, path: str) -> bool:
        """Whether a coding under `path`, made before the step, has to be looked at again: its code means another thing.

        A changed memo, colour or example leaves the meaning as it was. A code above says what its sub-codes have in
        common, and yet a change of it is none of theirs.
        """
        if path != self.code:
            return False
        if self.change is Change.REDEFINE:
            return bool(MEANING & self.fields.keys())
        return self.change in (Change.SPLIT, Change.RETIRE)


MEANING = frozenset({"definition", "use_when", "not_when"})
"""The fields of a code that say what it applies to."""
_MOVING = frozenset({Change.RENAME, Change.MOVE, Change.MERGE})


@dataclass(frozen=True, slots=True)
class Revision:
    """How one version of a codebook came from another."""

    codebook: str
    """Name of the codebook."""
    version: int
    before: int
    """The version it was made from."""
    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        if self.before >= self.version:
            raise ValueError(f"version {self.version} cannot come from version {self.before}")


def parent_of(path: str) -> str | None:
    """The path of the code above, None for a theme."""
    return path.rpartition(SEPARATOR)[0] or None
