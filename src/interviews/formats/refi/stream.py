"""Project and codebook files read as a stream: they can be larger than a tree of them should be in memory.

`limits.parse_xml` builds the whole tree; 200,000 codings would take gigabytes there. Here a document type is refused
the moment it begins, before any entity exists.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from xml.parsers import expat

from interviews.formats.reading import Unreadable
from interviews.formats.refi.checker import Checker

# 200,000 codings with their passages are 600,000 elements.
ELEMENTS = 4_000_000
DEPTH = 2_500
_STANDARD = "urn:QDA-XML:"
_TEXTUAL = frozenset(
    (
        "Description PlainTextContent MemberNote MemberSource MemberCode NoteRef "
        "TextValue BooleanValue IntegerValue FloatValue DateValue DateTimeValue"
    ).split()
)


class Element:
    """One element with what it holds. Names are without namespace."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element] = []
        self.text = ""

    def get(self, name: str) -> str:
        """An attribute; empty where it is missing."""
        return self.attributes.get(name, "")

    def all(self, *tags: str) -> list["Element"]:
        """The children of these names."""
        return [child for child in self.children if child.tag in tags]

    def child(self, tag: str) -> "Element | None":
        """The first child of this name."""
        return next((child for child in self.children if child.tag == tag), None)

    def text_of(self, tag: str) -> str:
        """The text of the first child of this name; empty where there is none."""
        child = self.child(tag)
        return child.text if child else ""


@dataclass
class Parsed:
    """What was read of a file, up to its end or to the place where it is damaged."""

    root: Element = field(default_factory=lambda: Element("", {}))
    digest: str = ""
    damaged: bool = False
    line: int = 0
    """Where it is damaged; 0 where that is not known."""
    foreign: int = 0
    """Elements of other vocabularies, each with all it holds."""
    broken: tuple[str, ...] | None = None
    """What breaks the rules of the standard; None where nobody looked."""


class _Builder:
    def __init__(self, sink: Callable[[Element], None] | None) -> None:
        self.parsed = Parsed()
        self._sink = sink
        self._stack = [Element("", {})]
        self._names: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._pieces: list[str] = []
        self._skipped = self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > ELEMENTS or len(self._stack) > DEPTH:
            raise Unreadable("the project file holds far more than any study does")
        tag = self._names.get(name)
        if tag is None:
            namespace, _, local = name.rpartition(" ")
            tag = self._names[name] = local if not namespace or namespace.startswith(_STANDARD) else ""
        if self._skipped or not tag:
            self.parsed.foreign += not self._skipped
            self._skipped += 1
            return
        for key in ("creatingUser", "targetGUID", "creationDateTime"):  # the same ones again and again
            if key in attributes:
                attributes[key] = self._words.setdefault(attributes[key], attributes[key])
        self._stack.append(Element(tag, attributes))

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        element = self._stack.pop()
        if self._pieces and element.tag in _TEXTUAL:
            element.text = "".join(self._pieces)
            self._pieces = []
        above = self._stack[-1]
        if self._sink is not None and above.tag == "Sources":
            self._sink(element)
        else:
            above.children.append(element)
        if len(self._stack) == 1:
            self.parsed.root = element

    def characters(self, text: str) -> None:
        if self._stack[-1].tag in _TEXTUAL and not self._skipped:
            self._pieces.append(text)

    def close(self) -> None:
        """Close what a damaged file left open, so that what came before the damage is kept."""
        self._skipped = 0
        while len(self._stack) > 1:
            self.end("")


def read_stream(
    chunks: Iterable[bytes], sink: Callable[[Element], None] | None = None, *, checked: bool = False
) -> Parsed:
    """Read an XML file; `sink` takes each child of `Sources` as soon as it is complete.

    A damaged file gives what stands before the damage. With `checked` the rules of the standard are looked at on the
    way. Raises `Unreadable` for a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 2**20
    builder, digest = _Builder(sink), sha256()
    checker = Checker(parser) if checked else None
    _listen(parser, builder, checker)
    try:
        for chunk in chunks:
            digest.update(chunk)
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):  # the latter two: an encoding that does not exist
        builder.parsed.damaged, builder.parsed.line = True, parser.ErrorLineNumber
        builder.close()
    builder.parsed.digest = digest.hexdigest()
    builder.parsed.broken = checker.findings() if checker else None
    return builder.parsed


def _listen(parser: expat.XMLParserType, builder: _Builder, checker: Checker | None) -> None:
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = builder.characters, _refuse
    if checker is not None:
        _listen_both(parser, builder, checker)


def _listen_both(parser: expat.XMLParserType, builder: _Builder, checker: Checker) -> None:
    check_start, check_end, check_text = checker.start, checker.end, checker.characters
    build_start, build_end, build_text = builder.start, builder.end, builder.characters

    def start(name: str, attributes: dict[str, str]) -> None:
        check_start(name, attributes)
        build_start(name, attributes)

    def end(name: str) -> None:
        check_end(name)
        build_end(name)

    def characters(text: str) -> None:
        check_text(text)
        build_text(text)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters


def _refuse(*declaration: object) -> None:
    raise Unreadable("the project file declares a document type, which no project needs; it was not opened")
