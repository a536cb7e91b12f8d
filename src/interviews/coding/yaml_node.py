"""YAML nodes that know their line, so that every complaint about a file says where to look."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import yaml
from rapidfuzz import fuzz, process

from interviews.errors import MisuseError

_FLAGS = {"": False, "true": True, "false": False, "yes": True, "no": False}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One node of a YAML file, asked for what it should hold; anything else is a complaint with file and line."""

    path: Path
    node: yaml.Node
    above: tuple[int, ...] = field(default=(), repr=False)
    """Identities of the nodes it lies in."""

    @property
    def line(self) -> int:
        """Line in the file, counted from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def place(self) -> str:
        """File, line and column, counted from 1."""
        return f"{self.path.name}, line {self.line}, column {int(self.node.start_mark.column) + 1}"

    @property
    def empty(self) -> bool:
        """Whether nothing stands after the key."""
        return bool(self.node.tag == "tag:yaml.org,2002:null")

    @property
    def is_mapping(self) -> bool:
        """Whether 'key: value' lines stand here."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Whether a list stands here."""
        return isinstance(self.node, yaml.SequenceNode)

    def complain(self, sentence: str) -> NoReturn:
        """Raise the sentence as a `MisuseError`, with its place before it."""
        raise MisuseError(f"{self.place}: {sentence}")

    def mapping(self, what: str, known: Collection[str] | None) -> dict[str, "Entry"]:
        """The entries under this node by key; `known` keys are the only ones allowed."""
        if not isinstance(self.node, yaml.MappingNode):
            self.complain(f"{what} must be written as 'key: value' lines")
        found: dict[str, Entry] = {}
        for key_node, value in self.node.value:
            key = self._below(key_node)
            name = key.text("a key")
            if known is not None and name not in known:
                key.complain(f"'{name}' is not known in {what}{suggestion(name, known)}; known are {', '.join(known)}")
            if name in found:
                key.complain(f"'{name}' stands twice in {what}; remove one of the two")
            found[name] = self._below(value)
        return found

    def items(self, what: str) -> Iterator["Entry"]:
        """The entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.complain(f"{what} must be a list, each item beginning with '- '")
        return (self._below(item) for item in self.node.value)

    def text(self, what: str) -> str:
        """The words as written: `no`, `2020` and `on` are text here, never a truth value, number or switch."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.complain(f"{what} must be plain text, not a list or a group of keys")
        return "" if self.empty else str(self.node.value)

    def number(self, what: str) -> int:
        """A whole number from 1 up."""
        value = self.text(what)
        if not (value.isascii() and value.isdigit() and int(value) > 0):
            self.complain(f"{what} must be a whole number such as 1")
        return int(value)

    def flag(self, what: str) -> bool:
        """`true` or `false`, in the words that YAML has for them."""
        value = self.text(what).lower()
        if value not in _FLAGS:
            self.complain(f"{what} must be true or false")
        return _FLAGS[value]

    def colour(self) -> str:
        """A colour as `#` and six hexadecimal digits."""
        value = self.text("the colour")
        if not _COLOUR.fullmatch(value):
            self.complain('the colour must be written in quotes as # and six hexadecimal digits, such as "#4477AA"')
        return value

    def _below(self, node: yaml.Node) -> "Entry":
        if id(node) in self.above or node is self.node:
            self.complain("the codes form a cycle: an alias (*) leads back to a code above it; remove the alias")
        return Entry(self.path, node, (*self.above, id(self.node)))


def read_text(path: Path) -> str:
    """The text of a YAML file, its line ends as they are."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise MisuseError(f"{path.name} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise MisuseError(f"{path.name}, line 1: this is not a text file in UTF-8; save it as UTF-8") from None


def compose(text: str, path: Path) -> Entry:
    """The root of the text of a YAML file."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "line 1"
        tab = "a tab; indent with blanks" if "'\\t'" in str(error.problem) else f"{error.problem}; correct it"
        raise MisuseError(f"{path.name}, {place}: this is not valid YAML ({tab})") from None
    except (yaml.YAMLError, RecursionError):
        raise MisuseError(f"{path.name}, line 1: this is not a YAML file; a codebook is plain text in YAML") from None
    if root is None:
        raise MisuseError(f"{path.name}, line 1: the file is empty; a codebook needs at least 'codes:' with one code")
    return Entry(path, root)


def suggestion(name: str, known: Collection[str]) -> str:
    """`, did you mean '…'?` without the question mark where a known name is near, else nothing."""
    # 60 of 100 still finds a name with two letters wrong in five, and does not offer unrelated ones.
    best = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return f" (did you mean '{best[0]}'?)" if best else ""
