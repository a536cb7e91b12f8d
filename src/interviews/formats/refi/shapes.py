"""What elements of one kind that have the same attributes share: found out once, since a file has very many of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from interviews.formats.refi.grammar import CODEBOOK, CODEBOOK_KINDS, PROJECT, PROJECT_KINDS, Check, Kind, is_any
from interviews.formats.refi.references import Closes, Opens, References

# So many combinations of element and attributes are remembered; files have a few dozen, hostile ones any number.
_REMEMBERED = 1024
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance "
HINTS = frozenset({_SCHEMA + "schemaLocation", _SCHEMA + "noNamespaceSchemaLocation"})
"""Attributes that every element may have: where the schema lies."""


class Shape(NamedTuple):
    """An element with certain attributes."""

    tag: str
    kind: Kind
    is_complete: bool
    """Whether it has all attributes that it must have."""
    checks: tuple[tuple[str, Check], ...]
    """Attributes that lead nowhere, with what they must be; those that may be any text are left out."""
    leading: tuple[tuple[str, Check, dict[str, bool]], ...]
    """Attributes that lead elsewhere, with what they must be, and with what they said so far: whether it is that."""
    has_guid: bool
    """Whether it has a GUID of its own."""
    opens: Opens | None
    """What else is looked at when it begins, and when it ends."""
    closes: Closes | None


class Shapes:
    """The shapes of one file, whose root decides on its vocabulary."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._known: dict[tuple[str, ...], Shape] = {}
        self._kinds: Mapping[str, Kind] = {}
        self.namespace = ""
        """That of the vocabulary; empty before the root, or where the root is none that there may be."""

    def begin(self, root: str) -> bool:
        """Take the vocabulary of the root; False where it has none."""
        namespace, _, tag = root.rpartition(" ")
        kinds = {(CODEBOOK, "CodeBook"): CODEBOOK_KINDS, (PROJECT, "Project"): PROJECT_KINDS}.get((namespace, tag))
        if kinds is not None:
            self._kinds, self.namespace = kinds, namespace
        return kinds is not None

    def of(self, name: str, attributes: Mapping[str, str]) -> Shape | None:
        """The shape of an element by its name with namespace; None where it is not of the vocabulary."""
        return self._known.get((name, *attributes)) or self._learn(name, tuple(attributes))

    def _learn(self, name: str, attributes: tuple[str, ...]) -> Shape | None:
        namespace, _, tag = name.rpartition(" ")
        kind = self._kinds.get(tag) if namespace == self.namespace else None
        if kind is None:
            return None
        shape = self._made(tag, kind, [one for one in attributes if one not in HINTS])
        if len(self._known) < _REMEMBERED:
            self._known[(name, *attributes)] = shape
        return shape

    def _made(self, tag: str, kind: Kind, attributes: Iterable[str]) -> Shape:
        checks = {one: kind.attributes.get(one, _nothing) for one in attributes}
        said = self._references.leading(tag, checks)
        return Shape(
            tag,
            kind,
            kind.required.issubset(checks),
            tuple((one, check) for one, check in checks.items() if check is not is_any and one not in said),
            tuple((one, checks[one], values) for one, values in said.items()),
            "guid" in checks and tag != "MemberCode",
            self._references.opens.get(tag),
            self._references.closes.get(tag),
        )


def _nothing(value: str) -> bool:
    """What an attribute may be that the element does not have."""
    return False
