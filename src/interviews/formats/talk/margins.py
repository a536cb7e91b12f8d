"""What stands before the words of a line and is none of them: line numbers, and the signs of Markdown."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_NUMBER = re.compile(r"\s*[(\[{]?(\d{1,5})[.)\]}]?(?=\s|$)[ \t]*")
_TIME_AND_NUMBER = re.compile(r"\s*(?:[{\[(]?\d{1,3}:\d{2}(?::\d{2})?[}\])]?\s+)?(\d{1,5})(?=\s|$)[ \t]*")
_SIGN = re.compile(r"\s*(?:>\s?|[-*+]\s+)+")
_ROW = re.compile(r"\s*\|.*\|\s*")
_AT_LEAST = 5
_STEADY = 0.8
# Transcribers number every line, or every fifth or tenth.
_STEPS = (1, 5, 10)


class Margins(NamedTuple):
    """The lines with blanks in place of what stands before their words, so that all positions stay."""

    lines: list[str]
    numbered: int
    """How many lines carry a number."""


def without_margins(lines: Sequence[str], *, markdown: bool) -> Margins:
    """The lines with line numbers, and in Markdown the signs of quotations and lists, blanked out."""
    matches = {i: match for i, line in enumerate(lines) if (match := _NUMBER.match(line))}
    if not _is_steady([int(match[1]) for match in matches.values()]):
        matches = {i: match for i, line in enumerate(lines) if (match := _TIME_AND_NUMBER.match(line))}
    numbered = matches if _is_steady([int(match[1]) for match in matches.values()]) else {}
    blanked = [
        _blanked(line, numbered[i].start(1), numbered[i].end()) if i in numbered else line
        for i, line in enumerate(lines)
    ]
    if markdown:
        blanked = _without_frames(blanked)
        blanked = [_blanked(line, 0, match.end()) if (match := _SIGN.match(line)) else line for line in blanked]
    return Margins(blanked, len(numbered))


def _is_steady(numbers: Sequence[int]) -> bool:
    """Whether numbers count up as those of lines do."""
    if len(numbers) < _AT_LEAST:
        return False
    steps = [other - one for one, other in pairwise(numbers)]
    return max(steps.count(step) for step in _STEPS) >= _STEADY * len(steps)


def _without_frames(lines: list[str]) -> list[str]:
    """Rows `| I | text |` as cells with tabs between, where a file is one table: nowhere else are they talk."""
    rows = [i for i, line in enumerate(lines) if _ROW.fullmatch(line)]
    if len(rows) < _AT_LEAST or 2 * len(rows) < sum(1 for line in lines if line.strip()):
        return lines
    framed = set(rows)
    return [_cells(line) if i in framed else line for i, line in enumerate(lines)]


def _cells(line: str) -> str:
    if not line.strip(" |:-"):  # the line between the head of a table and its rows
        return " " * len(line)
    inner = line.rstrip()[:-1]
    cells = re.sub(r"(?<=[^\s|])([ ]*)\|", lambda match: "\t" + " " * len(match[1]), inner.replace("|", " ", 1))
    return cells + " " * (len(line) - len(cells))


def _blanked(line: str, start: int, end: int) -> str:
    """The line with blanks from its number on; what stands before, such as a time, moves nowhere."""
    return line[:start] + " " * (end - start) + line[end:]
