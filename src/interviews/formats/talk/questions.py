"""Interviews in Markdown whose questions are headings and whose answers stand below them, without any label."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from interviews.formats.talk.legend import front_matter_end

_HEADING = re.compile(r"(\s{0,3}#{1,6}\s+)(.*\S)\s*")
_NUMBERED = re.compile(r"(?i)(?:question|frage|pytanie|q)\s*\.?\s*\d+")
_TABLE = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
_AT_LEAST = 3
_CLEARLY = 0.8


class Answered(NamedTuple):
    """A question and the lines of its answer."""

    line: int
    start: int
    """Where the question begins in its line."""
    end: int
    answer: tuple[int, int]
    """The first line of the answer and the one behind its last; equal where there is none."""


def find_questions(lines: Sequence[str]) -> list[Answered]:
    """Questions and answers, where nearly all headings from the first question on ask and are answered; else none."""
    head = front_matter_end(lines)
    headings = [(i, match) for i in range(head, len(lines)) if (match := _HEADING.fullmatch(lines[i]))]
    asking = [_asks(match[2]) for _, match in headings]
    if sum(asking) < _AT_LEAST:
        return []
    headings = headings[asking.index(True) :]
    edges = [i for i, _ in headings[1:]] + [len(lines)]
    found = [
        Answered(i, match.start(2), match.end(2), _answer(lines, i + 1, edge))
        for (i, match), edge in zip(headings, edges, strict=True)
        if _asks(match[2])
    ]
    answered = sum(one.answer[0] < one.answer[1] for one in found)
    return found if len(found) >= _CLEARLY * len(headings) and answered >= _CLEARLY * len(found) else []


def _asks(heading: str) -> bool:
    return "?" in heading or _NUMBERED.match(heading) is not None


def _answer(lines: Sequence[str], first: int, last: int) -> tuple[int, int]:
    filled = [i for i in range(first, last) if lines[i].strip() and not is_layout(lines[i])]
    return (filled[0], filled[-1] + 1) if filled else (first, first)


def is_layout(line: str) -> bool:
    """Whether a line of Markdown is a heading, a rule or the row of a table, and no speech."""
    return any(pattern.fullmatch(line) for pattern in (_HEADING, _TABLE, _RULE))
