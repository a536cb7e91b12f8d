"""The lines of a WebVTT or SRT file as blocks: cues with their ids, asides such as comments, and stray lines."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Bounded, since a number of ten thousand digits is no time.
_TIME = r"(?:(-?\d{1,6}):)?(-?\d{1,6}):(-?\d{1,6})(?:[.,](-?\d{1,9}))?"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)|WEBVTT")
_ID = re.compile(r"\d+|[0-9a-f]{8}-[0-9a-f-]{27}\S*", re.IGNORECASE)
_GROUP = re.compile(r"([0-9a-f]{8}-[0-9a-f-]{27}(?:/\d+)?)-\d+", re.IGNORECASE)


class Block(NamedTuple):
    """Lines that belong together: what is said in a cue, an aside, or lines that belong to no cue."""

    lines: list[str]
    timing: re.Match[str] | None = None
    """The groups are hours, minutes, seconds and fraction of the start, then of the end."""
    ident: str = ""
    is_aside: bool = False

    @property
    def is_stray(self) -> bool:
        """Whether the lines belong to no cue and are no aside."""
        return self.timing is None and not self.is_aside

    @property
    def group(self) -> str | None:
        """What the ids of a sentence cut over several cues share."""
        match = _GROUP.fullmatch(self.ident)
        return match[1] if match else None


def is_timing(line: str) -> bool:
    """Whether a line gives the times of a cue and nothing that is said."""
    return _TIMING.fullmatch(line) is not None


def find_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks in the order in which they end."""
    cue, aside = Block([]), Block([], is_aside=True)
    open_aside = False
    for i, line in enumerate(lines):
        timing = _TIMING.fullmatch(line) if "-->" in line else None
        if timing is not None:
            ident = _take_id((aside if open_aside else cue).lines, lines, i)
            yield from _filled(cue, aside)
            cue, aside, open_aside = Block([], timing, ident), Block([], is_aside=True), False
        elif (i == 0 or not lines[i - 1].strip()) and _ASIDE.match(line.lstrip("\ufeff")):
            yield from _filled(aside)
            aside, open_aside = Block([line.strip().lstrip("\ufeff")], is_aside=True), True
        elif not line.strip():
            open_aside = False
        else:
            (aside if open_aside else cue).lines.append(line.strip())
    yield from _filled(cue, aside)


def _filled(*blocks: Block) -> Iterator[Block]:
    yield from (block for block in blocks if block.timing is not None or block.lines)


def _take_id(block: list[str], lines: Sequence[str], timing: int) -> str:
    """The id above a timing line, taken out of the block before: it must never become something said."""
    above = lines[timing - 1].strip() if timing else ""
    own_paragraph = timing < 2 or not lines[timing - 2].strip()
    if above and block and block[-1] == above and (own_paragraph or _ID.fullmatch(above)):
        return block.pop()
    return ""
