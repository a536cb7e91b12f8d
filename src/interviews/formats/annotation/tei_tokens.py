"""TEI: the words of an utterance and the blanks between them, which files mean in three different ways."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

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
            self.gap += text

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
        sticks = _name(element) == "pc" and text[0] in _NO_BLANK_BEFORE
        opened = _name(self.token) == "pc" and self.pieces[-1][-1] in _NO_BLANK_AFTER
        return "" if sticks or opened else " "


def find_blanks(utterances: list[Any]) -> Blanks:
    """How the blanks between words are meant in a file, from all its utterances."""
    joins = written = False
    for utterance in utterances:
        for element in utterance.iter():
            joins = joins or (isinstance(element.tag, str) and element.get("join") is not None)
            plain = _name(element) == "w" and element.getnext() is not None and (element.tail or "")
            written = written or bool(plain and not plain.strip() and "\n" not in plain)
    return Blanks(joins, written)


def words_of(utterance: Any, blanks: Blanks) -> str:
    """What is said in an utterance, with pauses and events in round brackets."""
    line = _Line(blanks)
    _children(utterance, line)
    return one_line("".join(line.pieces))


def event_text(element: Any) -> str:
    """`((lacht))` for something that happens beside the words, `(1.5)` for a pause."""
    if _name(element) == "pause":
        return _pause(element)
    described = [one_line("".join(child.itertext())) for child in element if _name(child) in ("desc", "gloss")]
    rendered = [child.get("rend", "") for child in element if _name(child) == "desc"]
    own = one_line("".join(element.itertext()))
    told = next((t for t in (*described, *rendered, own, element.get("reason"), element.get("type")) if t), "")
    told = told or _name(element)
    return told if told.startswith("(") and told.endswith(")") else f"(({told}))"


def _children(parent: Any, line: _Line) -> None:
    line.running(parent.text)
    for child in parent:
        _element(child, line)
        line.running(child.tail)


def _element(element: Any, line: _Line) -> None:
    name = _name(element)
    if name in ("w", "pc", "c"):
        line.token_text(_word(element), element)
    elif name == "pause" or name in _EVENTS:
        line.sign(event_text(element))
    elif name == "unclear":
        inner = _Line(line.blanks)
        _children(element, inner)
        line.token_text(f"({one_line(''.join(inner.pieces)) or '+++'})", element)
    elif name == "choice":
        chosen = [one for tag in _CHOSEN for one in element if _name(one) == tag] or list(element)[:1]
        for one in chosen[:1]:
            _element(one, line)
    elif name in ("seg", "lb", "pb", "p", "ab"):
        line.gap += "\n"
        _children(element, line)
        line.gap += "\n"
    elif name and name not in _SILENT:
        _children(element, line)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _word(element: Any) -> str:
    """The letters of a word, without what is noted in it, and with the dash that a project renders after it."""
    pieces = [element.text or ""]
    for child in element:
        if _name(child) in _EVENTS or _name(child) == "pause":
            pieces.append(event_text(child))
        elif _name(child) and _name(child) not in _SILENT:
            pieces.append(_word(child))
        pieces.append(child.tail or "")
    word = "".join("".join(pieces).split()) if len(element) else "".join(pieces).strip()
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
