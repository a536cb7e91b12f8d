"""A question cut into its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from interviews.exploration.queries.place import Place
from interviews.text import fold


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    QUOTED = "quoted"
    SAVED = "saved query"
    OPERATOR = "operator"
    MARK = "mark"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, name, operator or mark; `folded` is what keywords are known by, empty where it can be none."""

    kind: Kind
    text: str
    place: Place
    folded: str = ""


OPERATORS = {"≤": "<=", "≥": ">=", "≠": "!=", "<>": "!=", "==": "="}
_QUOTES = {'"': '"', "„": '“”"', "“": '”"', "»": "«", "«": "»", "'": "'", "‚": "‘’", "‘": "’"}
_QUOTED = "|".join(rf"{re.escape(mark)}[^{re.escape(ends)}]*[{re.escape(ends)}]" for mark, ends in _QUOTES.items())
_TOKEN = re.compile(
    rf"(?P<quoted>{_QUOTED})|(?P<operator><=|>=|<>|!=|==|[<>=~≤≥≠])|(?P<mark>[(),])|@(?P<name>[\w.-]+)"
    r"|(?P<word>[^\s()=<>!~,≤≥≠\"„“”»«@][^\s()=<>!~,≤≥≠\"„“”»«]*)"
)


def tokens_of(question: str, query: str = "") -> Iterator[Token]:
    """The tokens of a question, with one for its end; raises MisuseError for what is none."""
    at = 0
    while at < len(question):
        if question[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(question, at)
        if not match or (question[at] in _QUOTES and match["quoted"] is None):
            raise _unreadable(question, at, query)
        place = Place(question, match.start(), match.end(), query)
        yield _token(match, place)
        at = match.end()
    yield Token(Kind.END, "", Place(question, len(question), len(question) + 1, query))


def _token(match: re.Match[str], place: Place) -> Token:
    text = match[0]
    if match["quoted"]:
        return Token(Kind.QUOTED, text[1:-1].strip(), place)
    if match["operator"]:
        return Token(Kind.OPERATOR, OPERATORS.get(text, text), place)
    if match["name"]:
        return Token(Kind.SAVED, match["name"], place)
    if match["mark"]:
        return Token(Kind.MARK, text, place)
    return Token(Kind.WORD, text, place, fold(text))


def _unreadable(question: str, at: int, query: str) -> Exception:
    place = Place(question, at, at + 1, query)
    if question[at] in _QUOTES:
        return place.mistake("This quotation mark is not closed.")
    if question[at] == "@":
        return place.mistake("After @ comes the name of a saved query.")
    return place.mistake(f"{question[at]!r} means nothing here.")
