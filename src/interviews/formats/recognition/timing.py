"""The times of turns from marks that stand in the text, or from passages whose times are known."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from interviews.errors import counted
from interviews.model import Span, Turn

_BLANKS = " \t\N{NO-BREAK SPACE}\n"


class Timed(NamedTuple):
    """A stretch of the text and when it is said, or the time that it shows."""

    start: int
    end: int
    start_ms: int | None
    end_ms: int | None = None


def with_time_marks(turns: Sequence[Turn], text: str, marks: Sequence[Timed]) -> tuple[tuple[Turn, ...], list[str]]:
    """Turns with the times that marks in front of them or at their end show; those marks are no part of the speech.

    A mark alone in its line times the turn below. Marks inside a turn stay in its speech and are counted.
    """
    starts = [mark.start for mark in marks]
    timed: list[Turn] = []
    waiting: int | None = None
    inside = 0
    for turn in turns:
        begin = turn.label.start if turn.label else turn.speech.start
        inner = marks[bisect_left(starts, begin) : bisect_left(starts, turn.speech.end)]
        turn, left = _at_edges(turn, text, inner)
        inside += left
        if not len(turn.speech):
            waiting = turn.start_ms if turn.start_ms is not None else waiting
            continue
        if turn.start_ms is None:
            turn = replace(turn, start_ms=waiting)
        waiting = None
        timed.append(replace(turn, number=len(timed) + 1))
    count = counted(inside, "time mark stays", "time marks stay")
    return tuple(timed), [f"{count} in the speech, since a turn has only a beginning and an end"] if inside else []


def _at_edges(turn: Turn, text: str, marks: Sequence[Timed]) -> tuple[Turn, int]:
    """The turn with the times of marks at its edges and without these marks; and how many marks are inside."""
    start, end = turn.speech.start, turn.speech.end
    first, last = 0, len(marks)
    start_ms, end_ms = turn.start_ms, turn.end_ms
    while first < last and marks[first].start <= start:
        # Of several, the first says when the turn begins; a label's own time is the same, but cut to whole seconds.
        start_ms = marks[first].start_ms if first == 0 and marks[first].start_ms is not None else start_ms
        start = _behind(text, max(start, marks[first].end), end)
        first += 1
    while last > first and _behind(text, marks[last - 1].end, end) == end:
        last -= 1
        end_ms = marks[last].start_ms if last == len(marks) - 1 and marks[last].start_ms is not None else end_ms
        end = _before(text, start, marks[last].start)
    return replace(turn, speech=Span(start, max(start, end)), start_ms=start_ms, end_ms=end_ms), last - first


def _behind(text: str, start: int, end: int) -> int:
    """Where the speech begins behind a mark; step by step, since a copy for each mark takes quadratic time."""
    while start < end and text[start] in _BLANKS:
        start += 1
    return min(start, end)


def _before(text: str, start: int, end: int) -> int:
    """Where the speech ends in front of a mark."""
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return end


def with_passages(turns: Sequence[Turn], passages: Sequence[Timed]) -> tuple[tuple[Turn, ...], list[str]]:
    """Turns with the times of the passages in them: the beginning of the first, the latest end."""
    starts = [passage.start for passage in passages]
    timed: list[Turn] = []
    backwards = 0
    for turn in turns:
        begin = turn.label.start if turn.label else turn.speech.start
        first = bisect_left(starts, begin)
        if first and passages[first - 1].end > begin:
            first -= 1
        inner = passages[first : bisect_left(starts, turn.speech.end)]
        start = next((passage.start_ms for passage in inner if passage.start_ms is not None), turn.start_ms)
        end = max((passage.end_ms for passage in inner if passage.end_ms is not None), default=turn.end_ms)
        if start is not None and end is not None and end < start:
            end = None
            backwards += 1
        timed.append(replace(turn, start_ms=start, end_ms=end))
    count = counted(backwards, "turn ends", "turns end")
    return tuple(timed), [f"{count} before it begins: its end was left out"] if backwards else []
