"""TEI: the words of an utterance and the blanks between them, which files mean in three different ways."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from interviews.formats.annotation.elements import local_name, text_of
from interviews.formats.annotation.words import one_line

_PAUSES = {"micro": "(.)", "short": "(-)", "medium": "(--)", "long": "(---)"}
_NO_BLANK_BEFORE = frozenset(".,;:?!…)]}»”’'%")
_NO_BLANK_AFTER = frozenset("([{«„‚¿¡")
_EVENTS = frozenset({"incident", "vocal", "kinesic", "event", "gap", "writing"})
_SILENT = frozenset({"anchor", "desc", "note", "spanGrp", "span", "media", "u", "annotationBlock", "timeline", "fs"})
# Of several readings of one word, what was said comes before what an editor makes of it.
_CHOSEN = ("orig", "sic", "abbr", "unclear", "reg", "corr", "expan")
_DASH_AFTER = "dashAfter"


class Blanks(NamedTuple):
    """How a file means blanks between words: by `join`, by those that stand there, or by words being words."""

    joins: bool
    written: bool


@dataclass(slots=True)
class _Line:
    """The text of an utterance while it is put together."""

    blanks: Blanks
    pieces: list[str] = field(default_factory=list)
    token: Any = None
    """The word or sign that the text ends with, if any."""
    gap: str = ""
    """Blanks since then that may or may not mean one."""

    def token_text(self, text: str, element: Any) -> None:
        """Add a word or a sign of punctuation."""
        if text:
            self.pieces += [self._blank(text, element), text]
            self.token, self.gap = element, ""

    def sign(self, text: str) -> None:
        """Add what stands for a pause or an event."""
        if text:
            self.pieces += ["" if self._is_parted() else " ", text]
            self.token, self.gap = None, " "

    def running(self, text: str | None) -> None:
        """Add text that stands in no word: blanks alone between words are decided on later."""
        if text and text.strip():
            self.pieces += [" " if self.gap and not text[0].isspace() else "", text]
            self.token, self.gap = None, ""
        elif text:
            self.part(text)

    def part(self, blanks: str) -> None:
        """Note blanks, of which only a line end matters for what they mean."""
        self.gap = "\n" if "\n" in blanks or self.gap == "\n" else " "

    def _is_parted(self) -> bool:
        return not self.pieces or self.pieces[-1][-1:].isspace()

    def _blank(self, text: str, element: Any) -> str:
        """What parts a word from what stands before it."""
        if not self.pieces:
            return ""
        if self.token is None:
            return " " if self.gap and not self._is_parted() else ""
        if self.token.get("join") in ("right", "both", "overlap") or element.get("join") in ("left", "both"):
            return ""
        if text == self.pieces[-1] == ".":
            return ""  # three tokens may be one ellipsis
        if self.blanks.joins:
            return " "
        if self.blanks.written and "\n" not in self.gap:
            return " " if self.gap else ""
        sticks = local_name(element) == "pc" and text[0] in _NO_BLANK_BEFORE
        opened = local_name(self.token) == "pc" and self.pieces[-1][-1] in _NO_BLANK_AFTER
        return "" if sticks or opened else " "


def find_blanks(root: Any) -> Blanks:
    """How the blanks between words are meant in a file."""
    joins = written = False
    for element in root.iter("{*}w", "{*}pc", "{*}unclear"):
        joins = joins or element.get("join") is not None
        tail = element.tail or ""
        between = local_name(element) == "w" and element.getnext() is not None
        written = written or (between and tail != "" and not tail.strip() and "\n" not in tail)
    return Blanks(joins, written)


def words_of(utterance: Any, blanks: Blanks) -> str:
    """What is said in an utterance, with pauses and events in round brackets."""
    line = _Line(blanks)
    _children(utterance, line)
    return one_line("".join(line.pieces))


def event_text(element: Any) -> str:
    """`((lacht))` for something that happens beside the words, `(1.5)` for a pause."""
    if local_name(element) == "pause":
        return _pause(element)
    described = [one_line(text_of(child)) for child in element if local_name(child) in ("desc", "gloss")]
    rendered = [child.get("rend", "") for child in element if local_name(child) == "desc"]
    own = one_line(text_of(element))
    told = next((t for t in (*described, *rendered, own, element.get("reason"), element.get("type")) if t), "")
    told = told or local_name(element)
    return told if told.startswith("(") and told.endswith(")") else f"(({told}))"


def _children(parent: Any, line: _Line) -> None:
    line.running(parent.text)
    for child in parent:
        _element(child, line)
        line.running(child.tail)


def _element(element: Any, line: _Line) -> None:
    name = local_name(element)
    if name in ("w", "pc", "c"):
        line.token_text(_whole_word(element), element)
    elif name == "pause" or name in _EVENTS:
        line.sign(event_text(element))
    elif name == "unclear":
        inner = _Line(line.blanks)
        _children(element, inner)
        line.token_text(f"({''.join(inner.pieces).strip() or '+++'})", element)
    elif name == "choice":
        chosen = [one for tag in _CHOSEN for one in element if local_name(one) == tag] or list(element)[:1]
        for one in chosen[:1]:
            _element(one, line)
    elif name in ("seg", "lb", "pb", "p", "ab"):
        line.part("\n")
        _children(element, line)
        line.part("\n")
    elif name and name not in _SILENT:
        _children(element, line)


def _word(element: Any) -> str:
    """The letters of a word, without what is noted in it."""
    pieces = [element.text or ""]
    for child in element:
        if local_name(child) in _EVENTS or local_name(child) == "pause":
            pieces.append(event_text(child))
        elif local_name(child) and local_name(child) not in _SILENT:
            pieces.append(_word(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _whole_word(element: Any) -> str:
    """A word in one piece, with the dash that a project renders after it."""
    word = "".join(_word(element).split()) if len(element) else (element.text or "").strip()
    dash = element.get("rendition", element.get("rend", "")).endswith(_DASH_AFTER)
    return f"{word}-" if word and dash else word


def _pause(element: Any) -> str:
    rendered = element.get("rend", "")
    if rendered.startswith("(") and rendered.endswith(")"):
        return str(rendered)
    duration = str(element.get("dur", "")).removeprefix("PT").removesuffix("S")
    if duration.replace(".", "", 1).isdecimal():
        return f"({duration})"
    return _PAUSES.get(element.get("type", ""), "(.)")
