"""The walk over an RTF document: its lines, what stands beside them, and counts of what is worth a report."""

import re
from collections import Counter

from interviews.formats.documents.marks import begin, end
from interviews.formats.documents.rtf_groups import (
    APART,
    DEAD,
    HEADERS,
    KNOWN,
    PROPERTIES,
    SHOWN,
    SIGNS,
    SILENT,
    Group,
)
from interviews.formats.documents.rtf_lines import Lines
from interviews.formats.documents.rtf_tokens import DEFAULT_PAGE, Token, page_of_charset, page_of_number, tokens
from interviews.model import SourceNote

_DEEPEST = 20
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_HEADS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class RtfBody:
    """Reads a document once; `lines`, `notes` and `seen` hold what was found."""

    def __init__(self, content: bytes) -> None:
        self.seen: Counter[str] = Counter()
        self.notes: list[SourceNote] = []
        self.places: dict[int, str] = {}
        """For the number of a note, which marks in the lines enclose what it is about."""
        self._main = Lines()
        self._group = Group(self._main)
        self._outer: list[Group] = []
        self._page = DEFAULT_PAGE
        self._charsets: dict[int, int] = {}
        self._table_font = 0
        self._pending = bytearray()
        self._skip = 0
        self._star = False
        self._numbers = 0
        self._author = self._ref = ""
        self._read(content)
        self.lines = self._main.finished()

    def _read(self, content: bytes) -> None:
        opened = False
        for token in tokens(content):
            if opened and not self._outer:
                self.seen["behind"] += len(token.text.split())
            elif token.word == "{" and token.is_sign:
                opened = True
                self._open()
            elif token.word == "}" and token.is_sign:
                self._close()
            elif token.word:
                self._control(token)
            else:
                self._characters(token.text)
        self.seen["cut"] += bool(self._outer)
        while self._outer:
            self._close()

    def _open(self) -> None:
        self._decode_pending()
        self._skip = 0
        self._outer.append(self._group)
        if self._group.name:
            self._group = self._group._replace(name="")

    def _close(self) -> None:
        self._decode_pending()
        self._skip, self._star = 0, False
        group = self._group
        if self._outer:
            self._group = self._outer.pop()
        if group.name:
            self._finish(group)

    def _control(self, token: Token) -> None:
        word = token.word
        starred, self._star = self._star, False
        if word == "u" and not token.is_sign:
            self._unicode(token.number or 0)
            return
        self._decode_pending()
        self._skip = 0
        if token.is_sign and word == "*":
            self._star = True
        elif not self._is_dead_font(token) and not self._group.dead:
            if word in KNOWN:
                self._enter(word)
            elif starred and not token.is_sign:
                self._group = self._group._replace(dead=True)
            else:
                self._format(token)

    def _is_dead_font(self, token: Token) -> bool:
        """Fonts are declared in a group that is never shown; only their character sets are wanted."""
        if not self._group.dead:
            return False
        if token.word == "f" and token.number is not None:
            self._table_font = token.number
        elif token.word == "fcharset" and token.number is not None:
            self._charsets.setdefault(self._table_font, token.number)
        return True

    def _enter(self, word: str) -> None:
        """A destination begins: what follows in this group is something else than the text around it."""
        group = self._group
        if word in DEAD:
            self._group = group._replace(dead=True)
        elif word == "pict":
            self.seen["picture"] += 1
            self._group = group._replace(dead=True)
        elif word in ("listtext", "pntext"):
            self.seen["number"] += 1
            self._group = group._replace(dead=True)
        elif word in SILENT:
            self._group = group._replace(shown=False)
        elif word in SHOWN:
            self._group = group._replace(shown=True)
        elif word in APART and group.depth < _DEEPEST:
            self._group = Group(Lines(), word, group.depth + 1, deleted=group.deleted, hidden=group.hidden)
        else:
            self.seen["deep"] += 1
            self._group = group._replace(dead=True)

    def _format(self, token: Token) -> None:
        """A word that ends a line, stands for a character, or changes how characters are shown or read."""
        word, on = token.word, token.number != 0
        if word in SIGNS:
            self._add(SIGNS[word])
        elif word in ("par", "sect", "page", "column", "\n", "\r", "\r\n"):
            if not (self._group.hidden or self._group.deleted) and self._group.shown:
                self._group.lines.end_paragraph(self._group.in_table)
        elif word in ("cell", "row", "nestcell", "nestrow"):
            self._table(word)
        elif word in ("v", "deleted", "mvf", "revised"):
            self._mark(word, on)
        elif word == "plain":
            self._group = self._group._replace(hidden=False, deleted=False, inserted=False, font=None)
        elif word in ("pard", "intbl"):
            self._group = self._group._replace(in_table=word == "intbl")
        elif word == "uc":
            self._group = self._group._replace(skip=min(max(token.number or 0, 0), 10))
        elif word == "f":
            self._group = self._group._replace(font=token.number)
        else:
            self._set_page(token)

    def _mark(self, word: str, on: bool) -> None:
        group = self._group
        if word == "v":
            name, was, self._group = "hidden", group.hidden, group._replace(hidden=on)
        elif word == "revised":
            name, was, self._group = "inserted", group.inserted, group._replace(inserted=on)
        else:
            name, was, self._group = "deleted", group.deleted, group._replace(deleted=on)
        self.seen[name] += on and not was and group.shown

    def _table(self, word: str) -> None:
        lines = self._group.lines
        if not self._group.shown and word != "nestrow":
            return
        if word == "cell":
            lines.end_cell()
        elif word == "row":
            lines.end_row()
        else:
            lines.add(" ")

    def _set_page(self, token: Token) -> None:
        if token.word == "ansicpg":
            page = page_of_number(token.number)
            self.seen["page"] += page is None
            self._page = page or self._page
        elif token.word in _HEADS:
            self._page = _HEADS[token.word]

    def _characters(self, text: bytes) -> None:
        if self._group.dead:
            return
        if self._skip:
            used = min(self._skip, len(text))
            self._skip -= used
            text = text[used:]
        if text:
            self._star = False
            self._pending += text

    def _decode_pending(self) -> None:
        if not self._pending:
            return
        charset = self._charsets.get(self._group.font) if self._group.font is not None else None
        text = self._pending.decode(page_of_charset(charset, self._page), "replace")
        self._pending.clear()
        self.seen["broken"] += text.count("\ufffd")
        self._add(_CONTROLS.sub("", text))

    def _unicode(self, number: int) -> None:
        self._decode_pending()
        if not self._group.dead:
            self._add(_CONTROLS.sub("", chr(number % 0x10000)))
        self._skip = self._group.skip

    def _add(self, text: str) -> None:
        group = self._group
        if group.shown and not group.hidden and not group.deleted:
            group.lines.add(text)

    def _finish(self, group: Group) -> None:
        """The end of a destination that is no part of the running text."""
        lines, name = group.lines.finished(), group.name
        text = repaired("\n".join(lines).strip())
        outer = self._group.lines
        if name == "footnote" and text:
            self._set_below(text, outer)
        elif name in ("shptxt", "dptxbxtext") and text:
            self.seen["box"] += 1
            outer.below += lines
        elif name in ("atrfstart", "atrfend"):
            outer.add((begin if name == "atrfstart" else end)(text))
        elif name in ("annotation", "atnauthor", "atnref"):
            self._comment(name, text, outer)
        elif name in HEADERS and text:
            self.seen["header"] += 1
            self.notes.append(SourceNote(HEADERS[name], text))
        elif name in PROPERTIES and text:
            self.notes.append(SourceNote(PROPERTIES[name], text))
        elif name == "revtbl":
            authors = [author.strip() for author in text.split(";")]
            self.notes += [SourceNote("editor", author) for author in authors if author not in ("", "Unknown")]

    def _set_below(self, text: str, outer: Lines) -> None:
        if self._group.hidden or self._group.deleted or not self._group.shown:
            return
        self._numbers += 1
        self.seen["note"] += 1
        outer.add(f"[{self._numbers}]")
        outer.below.append(f"[{self._numbers}] {' '.join(text.split())}")

    def _comment(self, name: str, text: str, outer: Lines) -> None:
        if name == "atnauthor":
            self._author = text
        elif name == "atnref":
            self._ref = text
        else:
            if text:
                ident = self._ref or f"n{len(self.notes)}"
                if not self._ref:
                    outer.add(begin(ident))
                self.places[len(self.notes)] = ident
                self.notes.append(SourceNote("comment", text, self._author))
                self.seen["comment"] += 1
            self._author = self._ref = ""


def repaired(text: str) -> str:
    """The text with pairs of surrogates as the one character they stand for, and `�` for what has no other half."""
    return _SURROGATES.sub(
        lambda match: match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), text
    )
