"""The walk over an OpenDocument text: its lines, the comments in them, and counts of what is worth a report."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from interviews.formats.documents.marks import begin, end, without_marks
from interviews.formats.documents.odt_styles import name_of, value
from interviews.model import SourceNote

_BLANKS = re.compile(r"[ \t\r\n]+")
_BLOCKS = frozenset({"text:p", "text:h", "table:table", "text:tracked-changes"})
# Never shown as text, whatever stands inside.
_SKIPPED = frozenset(
    "office:forms office:scripts office:script text:script text:number text:ruby-text text:index-title-template "
    "draw:object draw:object-ole draw:image draw:plugin draw:applet draw:glue-point svg:title svg:desc "
    "office:event-listeners text:hidden-text text:note-citation".split()
)
_SHAPES = frozenset(
    "draw:text-box draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:polygon draw:polyline draw:path "
    "draw:caption draw:connector draw:regular-polygon".split()
)
_ENDS = ("-source", "-decls", "-template")
# A file can ask for any number of blanks in a few bytes.
_MOST_BLANKS = 1_000_000
_MOST_REPEATED = 100


class OdtBody:
    """Collects the lines of a document; `seen` counts what is worth a report, `comments` holds the remarks."""

    def __init__(self, hidden: frozenset[tuple[str, str]]) -> None:
        self._hidden = hidden
        self._below: list[str] = []
        self._pending = ""
        self._numbers = 0
        self._blanks = _MOST_BLANKS
        self._after_blank = True
        self.seen: Counter[str] = Counter()
        self.comments: list[tuple[str, SourceNote]] = []
        """Every comment with the name of the marks that enclose what it is about."""
        self.editors: dict[str, None] = {}

    def lines(self, root: Any) -> list[str]:
        """The text of every paragraph, heading and table row under `root`, in the order of the document."""
        lines: list[str] = []
        for block in self._blocks(root):
            name = name_of(block)
            if name == "table:table":
                lines += self._table(block)
            elif name == "text:tracked-changes":
                self._count_changes(block)
            elif ("paragraph", value(block, "style-name")) in self._hidden:
                self.seen["hidden"] += 1
            else:
                lines += self._paragraph(block).split("\n")
            lines += self._take_below()
        if self._pending and lines:
            lines[-1] += self._pending
            self._pending = ""
        return lines + self._take_below()

    def _take_below(self) -> list[str]:
        below, self._below = self._below, []
        return below

    def _blocks(self, parent: Any) -> Iterator[Any]:
        """Paragraphs, headings and tables, also those in sections, lists and indexes."""
        for child in parent:
            name = name_of(child)
            if name in _BLOCKS:
                yield child
            elif name == "text:section" and self._is_hidden_section(child):
                self.seen["hidden"] += 1
            elif name in _SHAPES or name in ("draw:frame", "draw:g"):
                self._pending += "".join(self._pieces_of(child, name))
            elif name and name not in _SKIPPED and not name.endswith(_ENDS):
                self.seen["number"] += name == "text:list-item"
                yield from self._blocks(child)

    def _is_hidden_section(self, section: Any) -> bool:
        return value(section, "display") == "none" or value(section, "is-hidden") == "true"

    def _count_changes(self, changes: Any) -> None:
        for element in changes.iter():
            name = name_of(element)
            self.seen["ins"] += name == "text:insertion"
            self.seen["del"] += name == "text:deletion"
            if name == "dc:creator" and element.text and element.text.strip():
                self.editors[element.text.strip()] = None

    def _paragraph(self, paragraph: Any) -> str:
        before, self._after_blank = self._after_blank, True
        pending, self._pending = self._pending, ""
        text = pending + "".join(self._pieces(paragraph))
        self._after_blank = before
        return text

    def _pieces(self, parent: Any) -> Iterator[str]:
        """The words inside an element, with blanks as OpenDocument counts them: any number in the file is one."""
        yield self._words(parent.text)
        for child in parent:
            name = name_of(child)
            if name:
                yield from self._pieces_of(child, name)
            yield self._words(child.tail)

    def _words(self, text: str | None) -> str:
        if not text:
            return ""
        words = _BLANKS.sub(" ", text)
        if self._after_blank and words.startswith(" "):
            words = words[1:]
        if words:
            self._after_blank = words.endswith(" ")
        return words

    def _pieces_of(self, child: Any, name: str) -> Iterator[str]:
        if name in ("text:s", "text:tab", "text:line-break"):
            self._after_blank = name == "text:line-break"
            yield self._spaces(child) if name == "text:s" else {"text:tab": "\t", "text:line-break": "\n"}[name]
        elif name == "text:note":
            yield self._note(child)
        elif name == "office:annotation":
            yield self._comment(child)
        elif name == "office:annotation-end":
            yield end(value(child, "name"))
        elif name in _SHAPES:
            self._box(child)
        elif name in _SKIPPED or name.endswith(_ENDS):
            self.seen["picture"] += name == "draw:image"
            self.seen["object"] += name in ("draw:object", "draw:object-ole")
            self.seen["hidden"] += name == "text:hidden-text"
        elif name == "text:span" and ("text", value(child, "style-name")) in self._hidden:
            self.seen["hidden"] += 1
        else:
            yield from self._pieces(child)

    def _spaces(self, element: Any) -> str:
        count = value(element, "c") or "1"
        number = min(int(count), self._blanks) if count.isdecimal() and len(count) < 10 else 1
        self._blanks -= number
        return " " * max(number, 1)

    def nested(self, element: Any) -> list[str]:
        """The lines inside a text box, note or cell, apart from those that are being collected."""
        below, self._below = self._below, []
        blank = self._after_blank
        lines = self.lines(element)
        self._below, self._after_blank = below, blank
        return lines

    def _box(self, shape: Any) -> None:
        lines = self.nested(shape)
        if any(line.strip() for line in lines):
            self.seen["box"] += 1
            self._below += lines

    def _note(self, note: Any) -> str:
        bodies = [part for part in note if name_of(part) == "text:note-body"]
        lines = [line.strip() for body in bodies for line in self.nested(body)]
        self.seen["note"] += 1
        self._numbers += 1
        mark = f"[{self._numbers}]"
        self._below.append(f"{mark} {' '.join(lines)}".rstrip())
        self._after_blank = False
        return mark

    def _comment(self, annotation: Any) -> str:
        parts = {name_of(part): "".join(part.itertext()).strip() for part in annotation}
        words = "\n".join(without_marks(line) for line in self.nested(annotation)).strip()
        ident = value(annotation, "name") or f"comment {len(self.comments)}"
        self.comments.append((ident, SourceNote("comment", words, parts.get("dc:creator", ""))))
        return begin(ident)

    def _table(self, table: Any) -> list[str]:
        lines: list[str] = []
        for row in self._named(table, "table:table-row"):
            cells = [cell for part in row for cell in self._cells(part)]
            if len(cells) == 1:  # a frame around a text, not a row of values
                lines += cells[0]
            elif cells:
                lines.append("\t".join(" ".join(" ".join(cell).split()) for cell in cells))
        return lines

    def _cells(self, part: Any) -> list[list[str]]:
        if name_of(part) not in ("table:table-cell", "table:covered-table-cell"):
            return []
        repeated = value(part, "number-columns-repeated")
        count = min(int(repeated), _MOST_REPEATED) if repeated.isdecimal() and len(repeated) < 10 else 1
        return [self.nested(part)] * max(count, 1)

    def _named(self, parent: Any, wanted: str) -> Iterator[Any]:
        for child in parent:
            name = name_of(child)
            if name == wanted:
                yield child
            elif name.startswith("table:table-") and name != "table:table-cell":
                yield from self._named(child, wanted)
