"""Codes: from nested elements to paths. The tree is walked without recursion, however deep it is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interviews.errors import Severity
from interviews.formats.refi.descriptions import with_description
from interviews.formats.refi.guids import canonical
from interviews.formats.refi.lexical import is_colour
from interviews.formats.refi.raw import note_refs
from interviews.formats.refi.stream import Element
from interviews.formats.refi.study import Names, Study
from interviews.model import Code
from interviews.model.codebook import SEPARATOR

# A slash in a name would be taken for a step down the tree; this one looks the same.
SLASH = "\u2215"
_UNNAMED = "unnamed code"
_CONTAINERS = frozenset({"nodes", "codes", "knoten"})
# Paths repeat the names above: this many characters of them are far more than any codebook has.
_PATHS = 20_000_000


class CodeTree(NamedTuple):
    """The codes in the order of the file, and the paths of those that only hold others."""

    codes: tuple[Code, ...]
    folders: frozenset[str]


def read_codes(study: Study, roots: Sequence[Element]) -> CodeTree:
    """All codes under these elements; each is known to the study by its GUID."""
    codes: list[Code] = []
    folders: set[str] = set()
    taken = Names()
    size = 0
    stack = [(element, "") for element in reversed(list(_unwrapped(study, roots)))]
    while stack:
        element, above = stack.pop()
        if size > _PATHS and above:
            study.losses.add("Code", "too deep under long names, set to the top of the tree")
            above = ""
        path = taken.distinct(_path(study, element, above))
        size += len(path)
        codes.append(_code(study, element, path))
        if element.get("isCodable") in ("false", "0"):
            folders.add(path)
        stack += [(child, path) for child in reversed(element.all("Code"))]
    return CodeTree(tuple(codes), frozenset(folders))


def _unwrapped(study: Study, roots: Sequence[Element]) -> Iterator[Element]:
    """Without the one container that NVivo puts around all codes."""
    for root in roots:
        below = root.all("Code")
        if below and root.get("isCodable") in ("false", "0") and root.get("name").casefold() in _CONTAINERS:
            study.losses.add("Code", "is only a container around all others and was taken away", severity=Severity.INFO)
            yield from below
        else:
            yield root


def _path(study: Study, element: Element, above: str) -> str:
    name = element.get("name")
    if not name:
        study.losses.add("Code", f"without a name, called {_UNNAMED}")
    if SEPARATOR in name:
        study.losses.add("Code", "with a / in its name, which is written ∕ here", severity=Severity.INFO)
    name = name.replace(SEPARATOR, SLASH) or _UNNAMED
    return f"{above}{SEPARATOR}{name}" if above else name


def _code(study: Study, element: Element, path: str) -> Code:
    name = element.get("name").replace(SEPARATOR, SLASH)
    if name and path.rpartition(SEPARATOR)[2] != name:
        study.losses.add("Code", "named like another one beside it, given a number")
    guid = element.get("guid")
    if study.register("code", path, guid):
        study.codes[canonical(guid)] = path
    study.point_notes(note_refs(element), "code", path)
    colour = _colour(study, element.get("color"))
    return with_description(Code(path) if colour is None else Code(path, colour=colour), element.text_of("Description"))


def _colour(study: Study, written: str) -> str | None:
    """Six hexadecimal digits, also from `#abc` and from what some programs write: `rgba(1, 2, 3, 1)`."""
    if is_colour(written):
        return written if len(written) == 7 else "#" + "".join(2 * digit for digit in written[1:])
    if written.startswith(("rgb(", "rgba(")):
        numbers = written.partition("(")[2].rstrip(")").split(",")[:3]
        if len(numbers) == 3 and all(number.strip().isdecimal() and len(number) < 5 for number in numbers):
            return "#" + "".join(f"{min(int(number), 255):02x}" for number in numbers)
    if written:
        study.losses.add("Code", "with a colour that cannot be understood, which is left out")
    return None
