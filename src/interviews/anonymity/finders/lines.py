"""Patterns that are searched only on the lines that can hold them; most lines of talk have no number and no address."""

import re
from collections.abc import Iterable, Iterator

DIGIT = re.compile(r"\d")


def on_lines_with(cue: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches of a pattern every match of which has the cue within and no line break."""
    for start, end in lines_with(cue, text):
        yield from pattern.finditer(text, start, end)


def lines_with(cue: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end in which a cue stands."""
    end = 0
    while match := cue.search(text, end):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        yield start, end


def around(spans: Iterable[tuple[int, int]], length: int, before: int, after: int) -> list[tuple[int, int]]:
    """The stretches of a text so long around these spans, given in order; those that meet become one."""
    stretches: list[tuple[int, int]] = []
    for begin, end in spans:
        start, last = max(0, begin - before), min(length, end + after)
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, last))
    return stretches
