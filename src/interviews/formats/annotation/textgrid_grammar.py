"""Praat: the numbers, flags and strings of a TextGrid, which are the same in its long and its short form."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r'"((?:[^"]|"")*+)"|(?<!\S)([+-]?\d{1,15}(?:\.\d{0,30})?(?:[eE][+-]?\d{1,3})?)%?(?!\S)|(?<!\S)(<exists>|<absent>)|![^\n]*'
)
_CLASSES = ("IntervalTier", "TextTier")


class Mark(NamedTuple):
    """A label with its times as written; of a point, both are the same."""

    start: str
    end: str
    text: str


class GridTier(NamedTuple):
    """A tier of intervals or of points."""

    name: str
    has_intervals: bool
    marks: tuple[Mark, ...]


class Grid(NamedTuple):
    """The tiers of a file, and whether it ends before they do."""

    tiers: tuple[GridTier, ...]
    is_cut_off: bool


class _Token(NamedTuple):
    is_string: bool
    text: str


def parse_textgrid(text: str) -> Grid:
    """The tiers of a TextGrid; of a damaged one as many as can be read."""
    tokens = _tokens(text)
    tiers: list[GridTier] = []
    try:
        _, _ = _number(tokens), _number(tokens)
        count = int(float(_number(tokens)))
        for _ in range(count):
            tiers.append(_tier(tokens, tiers))
    except (StopIteration, ValueError, OverflowError):
        return Grid(tuple(tiers), True)
    return Grid(tuple(tiers), False)


def _tokens(text: str) -> Iterator[_Token]:
    begun = False  # the strings before the first number name the format
    for match in _TOKEN.finditer(text):
        string, number, _ = match.groups()
        begun = begun or number is not None
        if string is not None and begun:
            yield _Token(True, string.replace('""', '"'))
        elif number is not None:
            yield _Token(False, number)


def _tier(tokens: Iterator[_Token], tiers: list[GridTier]) -> GridTier:
    has_intervals = _CLASSES.index(_string(tokens)) == 0
    name = _string(tokens)
    _, _ = _number(tokens), _number(tokens)
    count = int(float(_number(tokens)))
    marks: list[Mark] = []
    for _ in range(count):
        try:
            start = _number(tokens)
            end = _number(tokens) if has_intervals else start
            marks.append(Mark(start, end, _string(tokens)))
        except (StopIteration, ValueError, OverflowError):
            tiers.append(GridTier(name, has_intervals, tuple(marks)))
            raise
    return GridTier(name, has_intervals, tuple(marks))


def _string(tokens: Iterator[_Token]) -> str:
    token = next(tokens)
    if not token.is_string:
        raise ValueError
    return token.text


def _number(tokens: Iterator[_Token]) -> str:
    token = next(tokens)
    if token.is_string:
        raise ValueError
    return token.text
