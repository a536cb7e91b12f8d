"""Rules of our own for project and codebook files: what the schemas say, and what they cannot say.

Order, required attributes, types and empty containers are in the schemas; that GUIDs are unique, that references
resolve and to the right kind, that there is one text, that passages lie in it and values have their variable's type
is not.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.parsers import expat

from interviews.formats.reading import Unreadable
from interviews.formats.refi.grammar import CODEBOOK, CODEBOOK_KINDS, PROJECT, PROJECT_KINDS, Check, Kind, is_any
from interviews.formats.refi.references import References

_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance "
# So many combinations of element and attributes are remembered; files have a few dozen, hostile ones any number.
_SHAPES = 1024
_HINTS = frozenset({_SCHEMA + "schemaLocation", _SCHEMA + "noNamespaceSchemaLocation"})


def check_structure(content: bytes, lengths: Mapping[str, int] | None = None) -> tuple[str, ...]:
    """What breaks the rules in the XML of a project or codebook, each kind once with its first line; empty if nothing.

    `lengths` are the characters of the texts by `plainTextPath`. Messages quote nothing of the file.
    """
    return check_chunks([content], lengths)


def check_chunks(chunks: Iterable[bytes], lengths: Mapping[str, int] | None = None) -> tuple[str, ...]:
    """The same for a file that comes piece by piece."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    checker = Checker(parser, lengths)
    parser.StartElementHandler, parser.EndElementHandler = checker.start, checker.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = checker.characters, _refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        checker.complain("the XML is not well-formed")
    except Unreadable as reason:
        checker.complain(str(reason))
    return checker.findings()


class _Shape(NamedTuple):
    """What elements of one kind that have the same attributes share, so that it is found out once."""

    checks: tuple[Check | None, ...]
    """What the value of each attribute must be, in their order; None where anything goes."""
    is_complete: bool
    leading: tuple[tuple[str, set[str]], ...]
    """The attributes that lead elsewhere."""


class _Open:
    """An element that is not closed yet."""

    __slots__ = ("attributes", "kind", "seen", "step", "tag", "text")

    def __init__(self, tag: str, kind: Kind, attributes: dict[str, str]) -> None:
        self.tag, self.kind, self.attributes = tag, kind, attributes
        self.step = 0
        self.seen: set[str] = set()
        self.text: list[str] = []


class Checker:
    """Looks at a file as it is parsed; it takes what the parser says of elements and their text."""

    def __init__(self, parser: expat.XMLParserType, lengths: Mapping[str, int] | None = None) -> None:
        self._parser = parser
        self._references = References(lengths or {})
        self._found: dict[str, tuple[int, int]] = {}
        self._stack: list[_Open] = []
        self._skipped = 0
        self._known: dict[str, tuple[str, Kind]] = {}
        self._steps: dict[tuple[str, int, str], int] = {}
        self._shapes: dict[tuple[str, ...], _Shape] = {}
        self._kinds: Mapping[str, Kind] = {}
        self._namespace = ""

    def complain(self, message: str) -> None:
        """Note a finding with the line where it was met first."""
        line, count = self._found.get(message, (self._parser.CurrentLineNumber, 0))
        self._found[message] = (line, count + 1)

    def findings(self) -> tuple[str, ...]:
        """All findings in the order in which they were met; references are looked up now, if all was parsed."""
        if not self._stack and self._namespace and not self._skipped:
            self._references.finish(self.complain)
        return tuple(
            f"{message} (line {line}{f', {count} times' if count > 1 else ''})"
            for message, (line, count) in self._found.items()
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._skipped:
            self._skipped += 1
            return
        if not self._stack:
            self._begin(name)
        known = self._known.get(name) or self._know(name)
        if known is None and self._stack:
            self.complain(f"{self._stack[-1].tag}: an element that is not of its vocabulary")
        if known is None or (self._stack and not self._fits(known[0])):
            self._skipped = 1
            return
        tag, kind = known
        self._stack.append(_Open(tag, kind, attributes))
        self._check_attributes(tag, kind, attributes)
        self._references.start(tag, attributes, self.complain)

    def _know(self, name: str) -> tuple[str, Kind] | None:
        """An element of the file's vocabulary, by its name with namespace."""
        namespace, _, tag = name.rpartition(" ")
        kind = self._kinds.get(tag) if namespace == self._namespace else None
        if kind is None:
            return None
        known = self._known[name] = tag, kind
        return known

    def _begin(self, name: str) -> None:
        namespace, _, tag = name.rpartition(" ")
        if (namespace, tag) == (CODEBOOK, "CodeBook"):
            self._kinds, self._namespace = CODEBOOK_KINDS, CODEBOOK
        elif (namespace, tag) == (PROJECT, "Project"):
            self._kinds, self._namespace = PROJECT_KINDS, PROJECT
        else:
            self.complain("the root is neither Project nor CodeBook in the namespaces of version 1.0")

    def _fits(self, tag: str) -> bool:
        """Whether an element may stand here; the step its parent is at moves on."""
        above = self._stack[-1]
        key = (above.tag, above.step, tag)
        after = self._steps.get(key)
        if after is None:
            after = self._steps[key] = _step_after(above.kind, above.step, tag)
        if after < 0:
            early = any(tag in step for step in above.kind.children)
            what = f"{tag} stands too late or too often" if early else f"no {tag} may stand there"
            self.complain(f"{above.tag}: {what}")
            return False
        above.step = after
        above.seen.add(tag)
        return True

    def _check_attributes(self, tag: str, kind: Kind, attributes: Mapping[str, str]) -> None:
        shape = self._shapes.get((tag, *attributes)) or self._shape(tag, kind, attributes)
        for name, guids in shape.leading:
            guids.add(attributes[name])
        if not shape.is_complete:
            self._complain_of(tag, kind, attributes)
            return
        for allowed, value in zip(shape.checks, attributes.values(), strict=True):
            if allowed is not None and not allowed(value):
                self._complain_of(tag, kind, attributes)
                return

    def _shape(self, tag: str, kind: Kind, names: Iterable[str]) -> _Shape:
        known = [name for name in names if name not in _HINTS]
        checks = tuple(None if name in _HINTS else _check_of(kind, name) for name in names)
        shape = _Shape(checks, kind.required.issubset(known), self._references.leading(tag, known))
        if len(self._shapes) < _SHAPES:
            self._shapes[tag, *names] = shape
        return shape

    def _complain_of(self, tag: str, kind: Kind, attributes: Mapping[str, str]) -> None:
        for name, value in attributes.items():
            allowed = kind.attributes.get(name)
            if allowed is None:
                if name not in _HINTS:
                    self.complain(f"{tag}: an attribute that it does not have")
            elif not allowed(value):
                self.complain(f"{tag}: {name} is not written as the standard says")
        for name in sorted(kind.required - attributes.keys()):
            self.complain(f"{tag}: {name} is missing")

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
            return
        element = self._stack.pop()
        words = "".join(element.text)
        if element.kind.text not in (None, is_any) and not element.kind.text(words):
            self.complain(f"{element.tag}: its value is not written as the standard says")
        if element.kind.needs and not element.seen.intersection(element.kind.needs):
            missing = element.kind.needs[0] if len(element.kind.needs) == 1 else "a source"
            self.complain(f"{element.tag}: it is empty, without {missing}")
        self._references.end(element.tag, element.attributes, words, element.seen, self.complain)

    def characters(self, text: str) -> None:
        """Text of the element that is open."""
        if self._skipped:
            return
        above = self._stack[-1]
        if above.kind.text is not None:
            above.text.append(text)
        elif not above.kind.children or (text != "\n" and text.strip(" \t\r\n")):
            self.complain(f"{above.tag}: text that does not belong there")


def _refuse(*declaration: object) -> None:
    raise Unreadable("the file declares a document type")


def _check_of(kind: Kind, name: str) -> Check | None:
    """What the value of an attribute must be; nothing passes for one that the element does not have."""
    check = kind.attributes.get(name, _nothing)
    return None if check is is_any else check


def _nothing(value: str) -> bool:
    return False


def _step_after(kind: Kind, step: int, tag: str) -> int:
    """The step after a child of this name; negative where it may not stand there."""
    steps = kind.children
    while step < len(steps) and tag not in steps[step]:
        step += 1
    if step == len(steps):
        return -1
    return step if steps[step][-1] == "*" else step + 1
