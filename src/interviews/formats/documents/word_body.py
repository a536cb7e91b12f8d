"""The walk over a Word document's body. Names are compared without namespace: transitional and strict files differ."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

# Read through as if it were not there: content controls, links, smart tags, fields, insertions, markup alternatives.
_SKIPPED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "Fallback"}
)
_MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class Body:
    """Collects the lines of a document; `seen` counts what is worth a report."""

    def __init__(self, notes: Mapping[tuple[str, str], Any]) -> None:
        self._notes = notes
        self._below: list[str] = []
        self._number = 0
        self.seen: Counter[str] = Counter()

    def lines(self, root: Any) -> list[str]:
        """The text of every paragraph and table row under `root`, in the order of the document."""
        lines: list[str] = []
        open_line = False  # the paragraph before has a deleted end: the next one goes on in its line
        for block in self._blocks(root):
            if local(block) == "tbl":
                found, ends = self._table(block), True
            else:
                found, ends = [self._paragraph(block)], not self._has(block, "pPr", "rPr", "del")
            if open_line and found and lines:
                lines[-1] += found.pop(0)
            lines += found
            open_line = not ends
            lines += self._take_below()
        return lines

    def _blocks(self, parent: Any) -> Iterator[Any]:
        """Paragraphs and tables, also those inside content controls and the like."""
        for child in parent:
            name = local(child)
            if name in ("p", "tbl"):
                yield child
            elif name in _SKIPPED:
                self._count_skipped(name)
            elif name:
                yield from self._blocks(child)

    def _take_below(self) -> list[str]:
        below, self._below = self._below, []
        return below

    def _paragraph(self, paragraph: Any) -> str:
        if self._has(paragraph, "pPr", "numPr"):
            self.seen["number"] += 1
        return "".join(self._pieces(paragraph))

    def _pieces(self, parent: Any) -> Iterator[str]:
        for child in parent:
            name = local(child)
            if name in _SKIPPED:
                self._count_skipped(name)
            elif name == "t":
                yield child.text or ""
            elif name in _MARKS:
                yield _MARKS[name]
            else:
                yield from self._other_piece(child, name)

    def _other_piece(self, child: Any, name: str) -> Iterator[str]:
        if name == "br":
            # A new page or column is layout, not text.
            yield "" if _value(child, "type") in ("page", "column") else "\n"
        elif name == "sym":
            yield _symbol(_value(child, "char"))
        elif name in ("footnoteReference", "endnoteReference"):
            yield self._note(name.removesuffix("Reference"), _value(child, "id"))
        elif name == "txbxContent":
            self.seen["box"] += 1
            self._below += self.nested(child)
        elif name == "r" and self._is_hidden(child):
            self.seen["hidden"] += 1
        elif name in ("instrText", "delText", "delInstrText", "commentReference"):
            return
        else:
            self.seen["ins"] += name in ("ins", "moveTo")
            self.seen["picture"] += name in ("pic", "imagedata")
            yield from self._pieces(child)

    def nested(self, element: Any) -> list[str]:
        """The lines inside a text box, note or cell, apart from those that are being collected."""
        below, self._below = self._below, []
        lines = self.lines(element)
        self._below = below
        return lines

    def _note(self, kind: str, ident: str) -> str:
        note = self._notes.get((kind, ident))
        if note is None:
            return ""
        self.seen["note"] += 1
        self._number += 1
        mark = f"[{self._number}]"
        self._below.append(f"{mark} {' '.join(line.strip() for line in self.nested(note))}".rstrip())
        return mark

    def _table(self, table: Any) -> list[str]:
        lines: list[str] = []
        for row in self._named(table, "tr"):
            if self._has(row, "trPr", "del"):
                self.seen["del"] += 1
                continue
            cells = [self.nested(cell) for cell in self._named(row, "tc")]
            if len(cells) == 1:  # a frame around a text, not a row of values
                lines += cells[0]
            else:
                lines.append("\t".join(" ".join(" ".join(cell).split()) for cell in cells))
        return lines

    def _named(self, parent: Any, wanted: str) -> Iterator[Any]:
        for child in parent:
            name = local(child)
            if name == wanted:
                yield child
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
                yield from self._named(child, wanted)

    def _count_skipped(self, name: str) -> None:
        self.seen["del"] += name in ("del", "moveFrom")

    def _has(self, element: Any, *names: str) -> bool:
        """Whether there is a child of a child ... with these names."""
        found = [element]
        for name in names:
            found = [child for parent in found for child in parent if local(child) == name]
        return bool(found)

    def _is_hidden(self, run: Any) -> bool:
        marks = [mark for part in run if local(part) == "rPr" for mark in part if local(mark) == "vanish"]
        return any(_value(mark, "val") not in ("0", "false", "off") for mark in marks)


def _value(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _symbol(code: str) -> str:
    """A character from a symbol font; those in the private area have no meaning outside of it."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 else "\ufffd"
