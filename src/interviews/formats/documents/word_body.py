"""The walk over a Word document's body. Names are compared without namespace: transitional and strict files differ."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from interviews.formats.documents.marks import begin, end, without_marks

# Read through as if it were not there: content controls, links, smart tags, fields, insertions, markup alternatives.
_SKIPPED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "Fallback", "rt"}
)
# Where a comment begins, ends, or is shown at a place.
_RANGES = {"commentRangeStart": begin, "commentRangeEnd": end, "commentReference": end}
_MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class Body:
    """Collects the lines of a document; `seen` counts what is worth a report."""

    def __init__(self, notes: Mapping[tuple[str, str], Any], hidden: frozenset[str] = frozenset()) -> None:
        self._notes = notes
        self._hidden = hidden  # styles whose text is not shown
        self._pending = ""  # marks that stand between two paragraphs
        self._below: list[str] = []
        self._number = 0
        self.seen: Counter[str] = Counter()
        self.editors: dict[str, None] = {}

    def lines(self, root: Any) -> list[str]:
        """The text of every paragraph and table row under `root`, in the order of the document."""
        lines: list[str] = []
        open_line = False  # the paragraph before has a deleted end: the next one goes on in its line
        for block in self._blocks(root):
            is_table = local(block) == "tbl"
            found = self._table(block) if is_table else [self._paragraph(block)]
            if open_line and found and lines:
                if not is_table:
                    lines[-1] += found.pop(0)
                elif not without_marks(lines[-1]):
                    found[0] = lines.pop() + found[0]
            lines += found
            open_line = not is_table and self._is_end_deleted(block)
            lines += self._take_below()
        if self._pending and lines:
            lines[-1] += self._take_pending()
        return lines

    def _is_end_deleted(self, paragraph: Any) -> bool:
        return self._has(paragraph, "pPr", "rPr", "del") or self._has(paragraph, "pPr", "rPr", "moveFrom")

    def _blocks(self, parent: Any) -> Iterator[Any]:
        """Paragraphs and tables, also those inside content controls and the like."""
        for child in parent:
            name = local(child)
            if name in ("p", "tbl"):
                yield child
            elif name in _SKIPPED:
                self._count_skipped(child, name)
            elif name in _RANGES:
                self._pending += _RANGES[name](attribute(child, "id"))
            elif name:
                self.seen["part"] += name in ("altChunk", "subDoc")
                yield from self._blocks(child)

    def _take_pending(self) -> str:
        pending, self._pending = self._pending, ""
        return pending

    def _take_below(self) -> list[str]:
        below, self._below = self._below, []
        return below

    def _paragraph(self, paragraph: Any) -> str:
        if self._has(paragraph, "pPr", "numPr"):
            self.seen["number"] += 1
        before = self._take_pending()
        if self._is_styled_hidden(paragraph, "pPr", "pStyle"):
            self.seen["hidden"] += 1
            return before
        return before + "".join(self._pieces(paragraph))

    def _pieces(self, parent: Any) -> Iterator[str]:
        for child in parent:
            name = local(child)
            if name in _SKIPPED:
                self._count_skipped(child, name)
            elif name == "t":
                yield child.text or ""
            elif name in _MARKS:
                yield _MARKS[name]
            else:
                yield from self._other_piece(child, name)

    def _other_piece(self, child: Any, name: str) -> Iterator[str]:
        if name == "br":
            # A new page or column is layout, not text.
            yield "" if attribute(child, "type") in ("page", "column") else "\n"
        elif name == "sym":
            yield _symbol(attribute(child, "char"))
        elif name in ("footnoteReference", "endnoteReference"):
            yield self._note(name.removesuffix("Reference"), attribute(child, "id"))
        elif name == "txbxContent":
            self.seen["box"] += 1
            self._below += self.nested(child)
        elif name == "r" and self._is_hidden(child):
            self.seen["hidden"] += 1
        elif name in _RANGES:
            yield _RANGES[name](attribute(child, "id"))
        elif name in ("instrText", "delText", "delInstrText"):
            return
        else:
            self._count_kept(child, name)
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

    def _count_skipped(self, element: Any, name: str) -> None:
        if name in ("del", "moveFrom"):
            self.seen["del"] += 1
            self._note_editor(element)

    def _count_kept(self, element: Any, name: str) -> None:
        if name in ("ins", "moveTo"):
            self.seen["ins"] += 1
            self._note_editor(element)
        self.seen["picture"] += name in ("pic", "imagedata")
        self.seen["part"] += name in ("OLEObject", "altChunk", "subDoc")

    def _note_editor(self, element: Any) -> None:
        author = attribute(element, "author").strip()
        if author:
            self.editors[author] = None

    def _has(self, element: Any, *names: str) -> bool:
        """Whether there is a child of a child ... with these names."""
        found = [element]
        for name in names:
            found = [child for parent in found for child in parent if local(child) == name]
        return bool(found)

    def _is_hidden(self, run: Any) -> bool:
        return is_vanished(run) or self._is_styled_hidden(run, "rPr", "rStyle")

    def _is_styled_hidden(self, element: Any, properties: str, style: str) -> bool:
        if not self._hidden:
            return False
        parts = (mark for part in element if local(part) == properties for mark in part if local(mark) == style)
        return any(attribute(mark, "val") in self._hidden for mark in parts)


def is_vanished(element: Any) -> bool:
    """Whether the properties of a run or style say that its text is not shown."""
    marks = [mark for part in element if local(part) == "rPr" for mark in part if local(mark) == "vanish"]
    return any(attribute(mark, "val") not in ("0", "false", "off") for mark in marks)


def hidden_styles(styles: Any) -> frozenset[str]:
    """The ids of styles whose text is not shown, also by a style they are based on."""
    based: dict[str, str] = {}
    hidden: set[str] = set()
    for style in styles:
        if local(style) == "style":
            ident = attribute(style, "styleId")
            based[ident] = next((attribute(part, "val") for part in style if local(part) == "basedOn"), "")
            if is_vanished(style):
                hidden.add(ident)
    for ident in based:
        above, steps = based[ident], 0
        while above in based and above not in hidden and steps < 50:
            above, steps = based[above], steps + 1
        if above in hidden:
            hidden.add(ident)
    return frozenset(hidden)


def attribute(element: Any, name: str) -> str:
    """An attribute by its name without namespace; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _symbol(code: str) -> str:
    """A character from a symbol font; those in the private area have no meaning outside of it."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 else "\ufffd"
