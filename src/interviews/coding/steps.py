"""Steps of a revision, as a person asks for them: `rename("Wohnen/Alt", "Bestand")`, `merge("Miete", "Kosten")`."""

from types import MappingProxyType

from interviews.model import Change, Codebook, Step, is_within
from interviews.model.codebook import SEPARATOR
from interviews.model.revision import parent_of

AFTER = "after"
"""The field of an added or moved code that names the sibling it stands behind; empty for the first place."""


def add(path: str, *, after: str | None = None, reason: str = "", **fields: str) -> Step:
    """A new code, with texts such as `definition=…`, `colour=…`, `label_en=…`; last among its siblings."""
    return Step(Change.ADD, path, fields=_frozen(_placed(fields, after)), reason=reason)


def rename(path: str, name: str, *, reason: str = "") -> Step:
    """Another name in the same place; sub-codes go with it."""
    return Step(Change.RENAME, path, (_below(parent_of(path), name),), reason=reason)


def move(path: str, under: str | None, *, after: str | None = None, reason: str = "") -> Step:
    """The code with its sub-codes below another one, or to the top for None."""
    name = path.rpartition(SEPARATOR)[2]
    return Step(Change.MOVE, path, (_below(under, name),), _frozen(_placed({}, after)), reason)


def merge(path: str, into: str, *, reason: str = "") -> Step:
    """One code into another, whose texts stay; sub-codes of the same name are merged, others move over."""
    return Step(Change.MERGE, path, (into,), reason=reason)


def split(path: str, *parts: str, beside: bool = False, reason: str = "") -> list[Step]:
    """A code into new ones, named by `parts`: below it, or `beside` it, where it is retired.

    Its codings stay with it and wait to be reviewed.
    """
    above = parent_of(path) if beside else path
    step = Step(Change.SPLIT, path, tuple(_below(above, part) for part in parts), reason=reason)
    return [step, retire(path, reason=reason)] if beside else [step]


def retire(path: str, *, reason: str = "") -> Step:
    """A code that is not used for coding any more; it stays for what was coded with it."""
    return Step(Change.RETIRE, path, reason=reason)


def retire_family(codebook: Codebook, path: str, *, reason: str = "") -> list[Step]:
    """The same for a code and all below it that are still in use."""
    family = [code for code in codebook if is_within(code.path, path) and not code.retired]
    return [retire(code.path, reason=reason) for code in family] or [retire(path, reason=reason)]


def redefine(path: str, *, reason: str = "", **fields: str) -> Step:
    """New texts of a code, such as `definition=…`; an empty one takes the text away."""
    return Step(Change.REDEFINE, path, fields=_frozen(fields), reason=reason)


def _below(parent: str | None, name: str) -> str:
    return name if parent is None else parent + SEPARATOR + name


def _placed(fields: dict[str, str], after: str | None) -> dict[str, str]:
    return fields if after is None else {**fields, AFTER: after}


def _frozen(fields: dict[str, str]) -> MappingProxyType[str, str]:
    return MappingProxyType(fields)
