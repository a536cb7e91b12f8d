"""What was changed from one text to another, found by comparing them: words are kept or replaced as a whole."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from interviews.model import Span
from interviews.text.edits import Edit, Edits

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"[\w\u0300-\u036f]+|\n|[^\S\n]+|[^\w\s]")
_HOLDS = re.compile(r"[\w\n]")
# The exact comparison of a stretch takes time and memory by the product of its words: 50 MB and a tenth of a second
# at this limit, which a changed stretch of 10,000 words in both texts reaches. Longer ones are split at rare words.
_PAIRS = 400_000_000
_RUN = 3


class _Stretch(NamedTuple):
    """A part of the old units, and the part of the new ones that stands in its place."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def difference(old: str, new: str) -> Edits:
    """Edits that turn `old` into `new`: lines are compared first, then the words within those that changed.

    What stands in both in the same order is left alone, so that codings over it keep their words.
    """
    changes: list[_Stretch] = []
    one, other = _LINE.findall(old), _LINE.findall(new)
    before, after = _edges(one), _edges(other)
    for lines in _around_anchors(one, other):
        start, begin = before[lines.old_start], after[lines.new_start]
        words = _changed_words(old[start : before[lines.old_end]], new[begin : after[lines.new_end]])
        changes += [_moved(stretch, start, begin) for stretch in words]
    joined = _without_islands(changes, old)
    return Edits(len(old), [Edit(Span(one.old_start, one.old_end), new[one.new_start : one.new_end]) for one in joined])


def likeness(one: str, other: str) -> float:
    """How much of the shorter text stands in the other: the share of its runs of three words, from 0 to 1."""
    runs, others = _runs(one), _runs(other)
    fewer = min(len(runs), len(others))
    return len(runs & others) / fewer if fewer else float(one == other)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    size = min(_RUN, len(words))
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)} if words else set()


def _changed_words(old: str, new: str) -> Iterator[_Stretch]:
    """The stretches of two short texts that differ, in positions of the texts."""
    one, other = _WORD.findall(old), _WORD.findall(new)
    before, after = _edges(one), _edges(other)
    for stretch in _compared(one, other):
        yield _Stretch(
            before[stretch.old_start], before[stretch.old_end], after[stretch.new_start], after[stretch.new_end]
        )


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    whole = _trimmed(old, new, _Stretch(0, len(old), 0, len(new)))
    if _size(whole) <= _PAIRS:
        yield from _exactly(old, new, whole)
        return
    for stretch in _around_anchors(old, new):
        if _size(stretch) <= _PAIRS:
            yield from _exactly(old, new, stretch)
        else:
            yield stretch


def _size(stretch: _Stretch) -> int:
    return (stretch.old_end - stretch.old_start) * (stretch.new_end - stretch.new_start)


def _exactly(old: Sequence[str], new: Sequence[str], within: _Stretch) -> Iterator[_Stretch]:
    """The fewest units deleted and inserted."""
    one = old[within.old_start : within.old_end]
    other = new[within.new_start : within.new_end]
    for code in Indel.opcodes(one, other):
        if code.tag != "equal":
            units = _Stretch(code.src_start, code.src_end, code.dest_start, code.dest_end)
            yield _moved(units, within.old_start, within.new_start)


def _around_anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """The stretches between units that stand once in either text and in the same order in both."""
    anchors = [(-1, -1), *_anchors(old, new), (len(old), len(new))]
    for (left, begin), (right, end) in pairwise(anchors):
        stretch = _trimmed(old, new, _Stretch(left + 1, right, begin + 1, end))
        if stretch.old_start < stretch.old_end or stretch.new_start < stretch.new_end:
            yield stretch


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest row of common rare units that rises in both texts (by patience sorting)."""
    often, also = Counter(old), Counter(new)
    place = {unit: at for at, unit in enumerate(new) if also[unit] == 1}
    pairs = [(at, place[unit]) for at, unit in enumerate(old) if often[unit] == 1 and unit in place]
    ends: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        pile = bisect_left(ends, at)
        ends[pile : pile + 1] = [at]
        piles[pile : pile + 1] = [number]
        before.append(piles[pile - 1] if pile else -1)
    row = []
    number = piles[-1] if piles else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _trimmed(old: Sequence[str], new: Sequence[str], stretch: _Stretch) -> _Stretch:
    """Without the units that are the same at both ends."""
    start, end, begin, stop = stretch
    while start < end and begin < stop and old[start] == new[begin]:
        start, begin = start + 1, begin + 1
    while start < end and begin < stop and old[end - 1] == new[stop - 1]:
        end, stop = end - 1, stop - 1
    return _Stretch(start, end, begin, stop)


def _without_islands(changes: Sequence[_Stretch], old: str) -> list[_Stretch]:
    """Changes with nothing but spaces and marks of one line between them become one."""
    joined: list[_Stretch] = []
    for change in changes:
        if joined and not _HOLDS.search(old, joined[-1].old_end, change.old_start):
            change = _Stretch(joined[-1].old_start, change.old_end, joined[-1].new_start, change.new_end)
            joined.pop()
        joined.append(change)
    return joined


def _moved(stretch: _Stretch, old: int, new: int) -> _Stretch:
    return _Stretch(stretch.old_start + old, stretch.old_end + old, stretch.new_start + new, stretch.new_end + new)


def _edges(units: Sequence[str]) -> list[int]:
    edges = [0]
    for unit in units:
        edges.append(edges[-1] + len(unit))
    return edges
