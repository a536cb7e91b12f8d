"""Looking at a project or codebook file as it is parsed, element by element."""

from collections.abc import Mapping
from xml.parsers import expat

from interviews.formats.refi.grammar import Kind, is_any
from interviews.formats.refi.references import References
from interviews.formats.refi.shapes import HINTS, Shape, Shapes

_NOTHING: frozenset[str] = frozenset()


class _Open:
    """An element that is not closed yet."""

    __slots__ = ("attributes", "seen", "shape", "step")

    def __init__(self, shape: Shape, attributes: dict[str, str]) -> None:
        self.shape, self.attributes = shape, attributes
        self.step = 0
        self.seen = _NOTHING


class Checker:
    """Takes what the parser says of elements and their text, and remembers what breaks the rules."""

    def __init__(self, parser: expat.XMLParserType, lengths: Mapping[str, int] | None = None) -> None:
        self._parser = parser
        self._references = References(lengths or {}, self.complain)
        self._shapes = Shapes(self._references)
        self._found: dict[str, tuple[int, int]] = {}
        self._stack: list[_Open] = []
        self._skipped = 0
        self._steps: dict[tuple[str, int, str], int] = {}
        # Of the one open element that has text: none of those may have children.
        self._pieces: list[str] = []

    def complain(self, message: str) -> None:
        """Note a finding with the line where it was met first."""
        line, count = self._found.get(message, (self._parser.CurrentLineNumber, 0))
        self._found[message] = (line, count + 1)

    def findings(self) -> tuple[str, ...]:
        """All findings in the order in which they were met; references are looked up now, if all was parsed."""
        if not self._stack and self._shapes.namespace and not self._skipped:
            self._references.finish()
        return tuple(
            f"{message} (line {line}{f', {count} times' if count > 1 else ''})"
            for message, (line, count) in self._found.items()
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._skipped:
            self._skipped += 1
            return
        stack = self._stack
        if not stack and not self._shapes.begin(name):
            self.complain("the root is neither Project nor CodeBook in the namespaces of version 1.0")
        shape = self._shapes.of(name, attributes)
        if shape is None and stack:
            self.complain(f"{stack[-1].shape.tag}: an element that is not of its vocabulary")
        if shape is None or (stack and not self._fits(stack[-1], shape.tag)):
            self._skipped = 1
            return
        stack.append(_Open(shape, attributes))
        self._check_attributes(shape, attributes)
        if shape.has_guid:
            self._references.give(shape.tag, attributes["guid"])
        if shape.opens is not None:
            shape.opens(shape.tag, attributes)

    def _fits(self, above: _Open, tag: str) -> bool:
        """Whether an element may stand here; the step its parent is at moves on."""
        key = (above.shape.tag, above.step, tag)
        after = self._steps.get(key)
        if after is None:
            after = self._steps[key] = _step_after(above.shape.kind, above.step, tag)
        if after < 0:
            early = any(tag in step for step in above.shape.kind.children)
            what = f"{tag} stands too late or too often" if early else f"no {tag} may stand there"
            self.complain(f"{above.shape.tag}: {what}")
            return False
        above.step = after
        if tag not in above.seen:
            above.seen |= {tag}
        return True

    def _check_attributes(self, shape: Shape, attributes: Mapping[str, str]) -> None:
        is_sound = shape.is_complete
        for name, check, said in shape.leading:
            value = attributes[name]
            if value not in said:
                said[value] = bool(check(value))
            is_sound = is_sound and said[value]
        for name, check in shape.checks:
            is_sound = is_sound and bool(check(attributes[name]))
        if not is_sound:
            self._complain_of(shape.tag, shape.kind, attributes)

    def _complain_of(self, tag: str, kind: Kind, attributes: Mapping[str, str]) -> None:
        for name, value in attributes.items():
            allowed = kind.attributes.get(name)
            if allowed is None:
                if name not in HINTS:
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
        shape, kind, words = element.shape, element.shape.kind, ""
        if kind.text is not None:
            words = "".join(self._pieces)
            self._pieces.clear()
            if kind.text is not is_any and not kind.text(words):
                self.complain(f"{shape.tag}: its value is not written as the standard says")
        if kind.needs and element.seen.isdisjoint(kind.needs):
            missing = kind.needs[0] if len(kind.needs) == 1 else "a source"
            self.complain(f"{shape.tag}: it is empty, without {missing}")
        if shape.closes is not None:
            shape.closes(shape.tag, element.attributes, words, element.seen)

    def characters(self, text: str) -> None:
        """Text of the element that is open."""
        if self._skipped:
            return
        shape = self._stack[-1].shape
        if shape.kind.text is not None:
            self._pieces.append(text)
        elif not shape.kind.children or (text != "\n" and text.strip(" \t\r\n")):
            self.complain(f"{shape.tag}: text that does not belong there")


def _step_after(kind: Kind, step: int, tag: str) -> int:
    """The step after a child of this name; negative where it may not stand there."""
    steps = kind.children
    while step < len(steps) and tag not in steps[step]:
        step += 1
    if step == len(steps):
        return -1
    return step if steps[step][-1] == "*" else step + 1
