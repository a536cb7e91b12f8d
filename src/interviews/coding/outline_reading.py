"""From the text of a codebook's file to the tree of its lines."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from interviews.coding.outline import STEP, Field, Item

_LINES = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])|[^\n\r\x85\u2028\u2029]+\Z")
_HEADER = re.compile(r"[|>][^\s#]*[ \t]+(#[^\n\r]*)")
Dump = Callable[[str, Any], list[str]]


def remarks_in(text: str) -> dict[int, str]:
    """The remarks of a YAML text by the number of their line, from 0: what stands behind a `#` outside of values."""
    found: dict[int, str] = {}
    text, end = text + "\n", 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        found.update(_remarks_between(text, end, token.start_mark))
        end = token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            header = _HEADER.match(text, token.start_mark.index)
            if header:
                found[token.start_mark.line] = header[1]
    return found


def _remarks_between(text: str, start: int, mark: yaml.Mark) -> Iterator[tuple[int, str]]:
    """The last line of the gap before a token is the token's own, and those before count backwards from it."""
    lines = _LINES.findall(text[start : mark.index] + "x")
    for back, line in enumerate(reversed(lines)):
        remark = line.partition("#")
        if back and remark[1]:
            yield mark.line - back, f"#{remark[2]}".rstrip()


class Reader:
    """Reads the lines of one text; `dump` writes a field out, for what stands in braces."""

    def __init__(self, text: str, dump: Dump) -> None:
        self._lines = [line if line[-1] in "\r\n\x85\u2028\u2029" else line + "\n" for line in _LINES.findall(text)]
        self._remarks = remarks_in(text)
        self._dump = dump

    def read(self, root: yaml.MappingNode) -> Item:
        """The tree of the whole file; what stands before its first key is the lead."""
        begin, end = root.start_mark.line, len(self._lines)
        book = Item(width=0, lead=self._lines[:begin])
        if root.flow_style:
            self._fill_flow(book, root)
            book.lead += [f"{remark}\n" for line, remark in self._remarks.items() if line >= begin]
            return book
        book.tail = [line.lstrip() if line.strip() else line for line in self._read_fields(book, root, end)]
        return book

    def _read_item(self, node: yaml.MappingNode, lead: list[str], end: int) -> tuple[Item, list[str]]:
        """A code whose lines end before line `end`; and what stands there that is not its own."""
        item = Item(lead=_flush(lead))
        first = node.start_mark.line
        if node.flow_style:
            last = node.end_mark.line
            item.flow = self._stripped(first, last + 1, node.start_mark.column)
            self._fill_flow(item, node)
            item.fields[0].remarks = self._remarks_of(first, last + 1)
            return item, self._lines[last + 1 : end]
        item.width = max(STEP, node.start_mark.column - self._dash(first, node.start_mark.column)[1])
        rest = self._read_fields(item, node, end)
        cut = self._own(rest, node.start_mark.column)
        item.tail = _flush(rest[:cut])
        return item, rest[cut:]

    def _read_fields(self, item: Item, node: yaml.MappingNode, end: int) -> list[str]:
        """Fill in the fields of a block; the remarks and empty lines at its end come back."""
        column = node.start_mark.column
        rest: list[str] = []
        starts = [key.start_mark.line for key, _ in node.value]
        for (key, value), begin, stop in zip(node.value, starts, [*starts[1:], end], strict=True):
            one = Field(str(key.value), [], _flush(rest))
            item.fields.append(one)
            if one.key == "codes" and isinstance(value, yaml.SequenceNode) and not value.flow_style:
                first = self._dash(value.value[0].start_mark.line, value.value[0].start_mark.column)[0]
                one.lines = self._stripped(begin, begin + 1, column)
                one.remarks = self._remarks_of(begin, begin + 1)
                rest = self._read_codes(item, value, self._lines[begin + 1 : first], stop, column)
                continue
            last = self._last(begin, stop)
            one.lines, one.remarks = self._stripped(begin, last, column), self._remarks_of(begin, last)
            rest = self._lines[last:stop]
            self._note(item, one.key, value)
            if one.key == "codes" and isinstance(value, yaml.SequenceNode):
                item.inline = True
                self._fill_codes(item, value)
        return rest

    def _read_codes(self, item: Item, node: yaml.SequenceNode, lead: list[str], end: int, column: int) -> list[str]:
        dashes = [self._dash(one.start_mark.line, one.start_mark.column) for one in node.value]
        item.offset = dashes[0][1] - column
        for one, (dash, _), stop in zip(node.value, dashes, [*(line for line, _ in dashes[1:]), end], strict=True):
            apart = self._lines[dash : one.start_mark.line]  # the dash on a line of its own
            lead = [*lead, *(f"{self._remarks[dash + i]}\n" for i in range(len(apart)) if dash + i in self._remarks)]
            code, lead = self._read_item(one, lead, stop)
            code.above = item
            item.codes.append(code)
        return lead

    def _fill_flow(self, item: Item, node: yaml.MappingNode) -> None:
        """The fields of what stands in braces, as they will be written once something changes there."""
        for key, value in node.value:
            if key.value == "codes":
                item.fields.append(Field("codes", ["codes:\n"]))
                self._fill_codes(item, value)
            else:
                item.fields.append(Field(key.value, self._dump(key.value, _plain(value))))
                self._note(item, key.value, value)

    def _fill_codes(self, item: Item, node: yaml.Node) -> None:
        for one in node.value if isinstance(node, yaml.SequenceNode) else ():
            code = Item(above=item)
            self._fill_flow(code, one)
            item.codes.append(code)

    def _note(self, item: Item, key: str, value: yaml.Node) -> None:
        if key == "name":
            item.name = value.value
        elif key == "parent":
            item.placed = value.value or None

    def _dash(self, line: int, column: int) -> tuple[int, int]:
        """Line and column of the dash before the item that begins here."""
        place = self._lines[line].rfind("-", 0, column)
        while place < 0:
            line -= 1
            place = self._lines[line].find("-")
            if self._lines[line].lstrip().startswith("#"):
                place = -1
        return line, place

    def _last(self, begin: int, end: int) -> int:
        """The line after the last one of a value; after it there are only remarks and empty lines."""
        while end - 1 > begin and (not self._lines[end - 1].strip() or self._is_remark(end - 1)):
            end -= 1
        return end

    def _is_remark(self, line: int) -> bool:
        return line in self._remarks and self._lines[line].lstrip().startswith("#")

    def _own(self, rest: list[str], column: int) -> int:
        """How many of the lines at its end belong to an item whose keys stand in this column."""
        own = 0
        for number, line in enumerate(rest, 1):
            if line.strip() and len(line) - len(line.lstrip()) < column:
                break
            own = number if line.strip() else own
        return own

    def _remarks_of(self, begin: int, end: int) -> list[str]:
        return [self._remarks[line] for line in range(begin, end) if line in self._remarks]

    def _stripped(self, begin: int, end: int, column: int) -> list[str]:
        """Lines without the indentation of their item; the first one begins there, perhaps behind a dash."""
        first, *others = self._lines[begin:end]
        return [first[column:], *(line[min(column, len(line) - len(line.lstrip(" "))) :] for line in others)]


def _flush(lines: list[str]) -> list[str]:
    """Remarks to the left, so that nothing above can take them for its text."""
    return [line.lstrip() if line.strip() else "\n" for line in lines]


def _plain(node: yaml.Node) -> Any:
    """The texts in a node, as words and never as numbers or dates."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(one) for one in node.value] if isinstance(node, yaml.SequenceNode) else node.value
