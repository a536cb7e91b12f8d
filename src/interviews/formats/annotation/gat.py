"""FOLKER's parsed contributions, written back in GAT 2 as a transcriber typed them."""

from typing import Any

_PAUSES = {"micro": "(.)", "short": "(-)", "medium": "(--)", "long": "(---)"}
_BOUNDARIES = {"high-rise": "?", "rise": ",", "steady": "-", "fall": ";", "low-fall": "."}
_MOST = 20


def write_gat(contribution: Any) -> str:
    """The text of a contribution, whatever level it was parsed to."""
    writer = _Writer()
    _write(contribution, writer)
    return writer.text()


class _Writer:
    """Pieces of a line; a word is parted from what stands before it by one blank."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._after_word = False

    def word(self, text: str, before: str = " ") -> None:
        """Add something that is parted from what is before it."""
        if text:
            glued = not self._pieces or self._pieces[-1][-1].isspace()
            self._pieces += [text] if glued else [before, text]
            self._after_word = True

    def running(self, text: str | None) -> None:
        """Add running text, which brings its own blanks, save after a word."""
        if text:
            self._pieces += [" ", text] if self._after_word and not text[0].isspace() else [text]
            self._after_word = False

    def glued(self, text: str | None) -> None:
        """Add a sign that belongs to the word before."""
        if text:
            self._pieces.append(text)

    def text(self) -> str:
        """The whole line."""
        return "".join(self._pieces)


def _write(parent: Any, writer: _Writer) -> None:
    """The children of a contribution, phrase or uncertain passage, and the text between them."""
    mixed = not len(parent) or any(_tag(child) in ("time", "text", "nickname") for child in parent)
    _between(parent.text, writer, mixed)
    for child in parent:
        _element(child, writer)
        _between(child.tail, writer, mixed)


def _between(text: str | None, writer: _Writer, mixed: bool) -> None:
    """Text outside elements: layout where it is blank, unless it stands in running text."""
    if text and (text.strip() or (mixed and "\n" not in text)):
        writer.running(text)


def _element(element: Any, writer: _Writer) -> None:
    tag = _tag(element)
    if tag in ("unparsed", "event", "segment", "text", "nickname"):
        writer.running("".join(element.itertext()))
    elif tag == "w":
        writer.word(_word(element), "_" if element.get("transition") == "assimilated" else " ")
    elif tag == "p":
        writer.glued(element.text)
    elif tag == "phrase":
        _write(element, writer)
        writer.glued(_BOUNDARIES.get(element.get("boundary-intonation", ""), ""))
    elif tag == "uncertain":
        writer.word(_uncertain(element))
    elif tag == "time" or not isinstance(element.tag, str):
        return
    else:
        writer.word(_sign(tag, element) or "".join(element.itertext()))


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _word(element: Any) -> str:
    """A word with its stressed syllables in capitals and its long sounds with colons."""
    pieces = [element.text or ""]
    for child in element:
        if _tag(child) == "stress":
            pieces.append(_word(child).upper())
        elif _tag(child) == "lengthening":
            pieces.append(":" * _count(child.get("degree")))
        pieces.append(child.tail or "")
    return "".join(pieces).strip()


def _uncertain(element: Any) -> str:
    """`(solche/welche)`."""
    own = _Writer()
    others: list[str] = []
    for child in element:
        if _tag(child) == "alternative":
            other = _Writer()
            _write(child, other)
            others.append(other.text())
        else:
            _element(child, own)
    return "(" + "/".join([own.text() or (element.text or "").strip(), *others]) + ")"


def _sign(tag: str, element: Any) -> str:
    """What GAT 2 writes for something that is no word; empty where the element is none of these."""
    if tag == "pause":
        duration = element.get("duration", "micro")
        return _PAUSES.get(duration) or f"({duration})"
    if tag == "breathe":
        breath = "h" * _count(element.get("length"))
        return f"{breath}°" if element.get("type") == "out" else f"°{breath}"
    if tag == "non-phonological":
        return f"(({element.get('description', '')}))"
    if tag == "unintelligible":
        return "+++" * _count(element.get("length"))
    return ""


def _count(number: str | None) -> int:
    """How often a sign is repeated: once where the file does not say, and never very often."""
    return min(max(int(number), 1), _MOST) if number and number.isdecimal() and len(number) < 9 else 1
