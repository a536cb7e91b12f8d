"""How a line may begin that opens a turn: a label in one of the styles transcribers use, with time marks around it."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from interviews.formats.talk.roles import is_role_like
from interviews.formats.talk.times import CLOCK, MARK, parse_mark

_BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"
_DIRECTIONS = re.compile(rf"[{_BIDI}]")
_BLANK = rf"[^\S\n]|[{_BIDI}]"
_EMPHASIS = rf"[{_BIDI}]?[*_]{{0,3}}[{_BIDI}]?"
# Whatever script a name is in, it holds none of these; blanks only one at a time, a colon only as in `Interviewer:in`.
_IN_NAME = r"(?:[^\s:：!?;\"„“”«»…<>{}|=#@\\\[\]]|[^\S\n\t](?=\S)|:(?=(?:in|innen|r|e)(?![^\W_])))"
_NAME = rf"(?P<name>[^\W\d_]{_IN_NAME}{{0,59}}?)"
_WORDS_IN_NAME = 6
# No label reaches further, and however long a line is, looking for one takes no longer; the sign is in no label.
_REACH = 300
_GOING_ON = '"'

_CELL = r"[ ]*\t[ ]*"
_CLOCKS = rf"{CLOCK}(?:\s*(?:-->|[-–])\s*{CLOCK})?"
_BEFORE = (
    rf"(?:{_EMPHASIS}(?P<before>{MARK}|{_CLOCKS}(?=\s)|\*\d{{1,3}}(?:[:.]\d{{1,2}}){{1,2}}\s*=)(?:{_BLANK}|[-–])*)?"
)
_INSIDE = rf"(?:(?:{_BLANK})*(?P<inside>{MARK}))?"
_AFTER = rf"(?:(?:{_BLANK})*(?P<after>{MARK})(?:{_BLANK})*{_EMPHASIS}(?=\s|$))?"

# What kramdown, the Markdown of many sites, writes behind a label to colour it: **I:**{: .text-green}
_COLOURED = r"(?:\{:[^{}\n]{0,80}\})?"
# Writing that runs from right to left, where a colon typed behind a label may be stored before it.
_TO_THE_LEFT = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"

_STYLES = tuple(
    re.compile(rf"(?:{_BLANK})*{style}")
    for style in (
        # 09:12:33 From Ana to Everyone: text
        rf"(?P<before>{CLOCK})\s+From\s+(?P<inside>)(?P<after>){_NAME}(?:\s+to\s+[^:\n]{{1,60}}?)?\s*:(?=\s|$)",
        # I: text · **B1:** text · [00:10] RESEARCHER: · *03:02 = I1: text · S01: [00:00:12] text · I:text
        rf"{_BEFORE}{_EMPHASIS}{_NAME}{_EMPHASIS}{_INSIDE}(?:{_BLANK})*{_EMPHASIS}[:：]{_EMPHASIS}{_COLOURED}(?=\s|$){_AFTER}",
        r"(?P<name>[A-ZÄÖÜ]{1,2}\d{0,2})(?P<before>)(?P<inside>)(?P<after>):(?=[^\s\\/:\d])",
        # **I [00:00:05]** text · P [00:00:03] text
        rf"(?P<before>){_EMPHASIS}{_NAME}(?:{_BLANK})*(?P<inside>{MARK}){_EMPHASIS}(?P<after>)(?=\s|$)",
        # [00:00:00] I, the text below · [00:00:00.120] - Speaker 1
        rf"(?P<before>{MARK}|{_CLOCKS}(?=\s))(?:{_BLANK}|[-–])*(?P<inside>)(?P<after>){_NAME}(?:{_BLANK})*$",
        # Name  00:12, the text below
        rf"(?P<before>)(?P<inside>){_NAME}(?:{_BLANK})+(?P<after>{CLOCK})[^\S\n]*$",
        # *AA* text
        r"\*(?P<name>[A-ZÄÖÜ]{1,4})\*(?P<before>)(?P<inside>)(?P<after>)(?=\s)",
        # the colon on the other side: :name, the text below or behind
        rf"[:：][{_BIDI}]*(?P<name>[{_TO_THE_LEFT}]+\d{{0,2}})(?P<before>)(?P<inside>)(?P<after>)[{_BIDI}]*(?=\s|$)",
        # cells of a table: 00:00:12 <tab> Name <tab> text · Name <tab> 00:12 <tab> text · Name <tab> text
        rf"(?P<before>{_CLOCKS}(?:{_CELL}{CLOCK})?){_CELL}(?:[\d.,]+s?{_CELL})?(?P<inside>)(?P<after>){_NAME}:?{_CELL}",
        rf"(?P<before>)(?P<inside>){_NAME}:?{_CELL}(?P<after>{_CLOCKS}(?:{_CELL}{CLOCK})?){_CELL}",
        rf"(?P<before>)(?P<inside>)(?P<after>)(?!(?i:speaker|sprecher|person|name)\t){_NAME}\t(?=[^\n\t]*[^\W\d_])",
    )
)
_TIMED_ROWS = _STYLES[-3:-1]
_HEADLINES = _STYLES[4:6]
# SPEAKER_00 · Befragte, alone in a line: only roles and codes, since any short line may be a name.
_ALONE = re.compile(rf"(?:{_BLANK})*{_EMPHASIS}(?P<name>[^\W\d_][\w*/:-]{{0,30}}(?: \d{{1,3}})?){_EMPHASIS}\s*$")
_NOBODY = re.compile(r"\s*(?P<name>Speaker undefined)\s*$")
# `01   S1   text`, as conversation analysts write it: only where lines are numbered.
_COLUMN = re.compile(rf"(?:\s*(?P<before>{MARK}))?\s+(?P<name>[A-ZÄÖÜ][A-ZÄÖÜ0-9_]{{0,7}})\s{{2,}}(?=\S)")
_TRAILING_MARK = re.compile(rf"\s*(?P<mark>{MARK})[*_\s]*$")
_LEADING_MARK = re.compile(rf"\s*(?P<mark>{MARK})(?:[*_\s]*[-–](?=\s))?[*_]*(?=\s)")
_GOES_ON = re.compile(rf"(?:{_CLOCKS})?\t\s*(?=\S)")
_TIME_FIRST = re.compile(rf"[*_\s]*(?:{MARK}|{CLOCK}(?=\s))")
_TIME_LINE = re.compile(rf"[#\s]*(?P<mark>{MARK}|{CLOCK})\s*")


class Opener(NamedTuple):
    """The beginning of a line that looks like that of a turn; positions are within the line."""

    name: str
    """The label without colon, time marks and emphasis, as written."""
    start: int
    end: int
    """Where the label ends; blanks before the speech are not part of it."""
    start_ms: int | None
    end_ms: int | None
    is_row: bool = False
    """Whether the line is a row of a table with times, so that the turn ends with it."""
    is_headline: bool = False
    """Whether the line holds a time and a name and nothing to mark it as one, so that words must stand below."""


def find_opener(line: str) -> Opener | None:
    """What opens a turn at the beginning of `line`, if anything does; whether it counts depends on the whole file."""
    indent = len(line) - len(line.lstrip())
    head = line[indent : indent + _REACH]
    if indent + _REACH < len(line):
        head += _GOING_ON
    if not head:
        return None
    for style in _STYLES:
        match = style.match(head)
        if match and len(match["name"].split()) <= _WORDS_IN_NAME:
            groups = match.groupdict()
            opener = _opener(head, match, groups["before"] or groups["inside"] or groups["after"] or "")
            start, end = opener.start + indent, opener.end + indent
            headline = style in _HEADLINES
            return opener._replace(start=start, end=end, is_row=style in _TIMED_ROWS, is_headline=headline)
    return None


def find_bare_opener(line: str, *, numbered: bool = False) -> Opener | None:
    """A label with nothing to mark it: alone in its line, or in the column for speakers where lines are numbered."""
    match = _ALONE.match(line)
    if match is None or not is_role_like(match["name"]):
        match = _NOBODY.match(line) or (_COLUMN.match(line) if numbered else None)
    return _opener(line, match, match.groupdict().get("before") or "") if match else None


def _opener(line: str, match: re.Match[str], mark: str) -> Opener:
    start_ms, end_ms = parse_mark(mark) if mark else (None, None)
    start = len(line) - len(line.lstrip())
    end = len(line[: match.end()].rstrip())
    name = _DIRECTIONS.sub("", match["name"]).strip().strip("*_").strip()
    return Opener(name, start, end, start_ms, end_ms)


def begins_with_time(line: str) -> bool:
    """Whether a time stands first in a line."""
    return _TIME_FIRST.match(line) is not None


def goes_on_in_row(line: str) -> bool:
    """Whether a row of a table has words but no speaker, so that the one above goes on."""
    return _GOES_ON.match(line) is not None


def find_time_line(line: str) -> int | None:
    """The time in milliseconds of a line that holds nothing but a time mark."""
    match = _TIME_LINE.fullmatch(line)
    return parse_mark(match["mark"])[0] if match else None


def find_leading_mark(speech: str) -> tuple[int, int | None, int | None] | None:
    """Where the speech begins behind a time mark below its label, and the times of the mark."""
    match = _LEADING_MARK.match(speech[:80])
    return (match.end(), *parse_mark(match["mark"])) if match else None


def find_trailing_mark(speech: str) -> tuple[int, int] | None:
    """Where the speech ends before a time mark that closes it, and that time in milliseconds."""
    match = _TRAILING_MARK.search(speech[-40:])
    if match is None:
        return None
    start_ms, end_ms = parse_mark(match["mark"])
    time = end_ms if end_ms is not None else start_ms
    return (len(speech) - len(speech[-40:]) + match.start(), time) if time is not None else None


@lru_cache(maxsize=1024)  # a conversation has few labels, each asked for at every turn
def label_key(name: str) -> str:
    """What two spellings of one label share: case, blanks, a closing dot and the way accents are composed differ."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().rstrip(" .").split())
