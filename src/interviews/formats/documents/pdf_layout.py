"""From what stands on a page to its lines in the order in which they are read, without line numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from interviews.formats.documents.pdf_extraction import Line, Page

_NUMBER = re.compile(r"\s*(\d{1,5})\s*")
_NUMBERED = re.compile(r"\s*(\d{1,5})(?=\s+\S)")
# So many numbers in a row are no accident: fewer could be a list of years or ages.
_FEW = 5
_REGULAR = 0.8
# A column of text is wider than that part of the page, one of labels or times is not.
_WIDE = 0.25
_MANY_ROWS = 5
# The last line of a page may stand above a foot.
_FOOT = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a document in the order of reading, and what was found on the way."""

    lines: tuple[Line, ...]
    numbers: int = 0
    """Line numbers that were taken away."""
    outside: tuple[str, ...] = field(default=(), repr=False)
    """Lines that lie beyond the edge of their page, where nobody sees them."""
    columns: int = 0
    """Pages with two columns of text."""
    repeated: int = 0
    """Lines that were printed on the end of one page and on the beginning of the next."""


def lay_out(pages: Sequence[Page]) -> Layout:
    """All lines, page by page and from top to bottom; on a page with two columns one after the other."""
    lines: list[Line] = []
    outside: list[str] = []
    numbers = columns = repeated = 0
    few = _FEW if not any(_without_number_column(page.lines, _FEW)[1] for page in pages) else 1
    for page in pages:
        body, removed = _without_number_column(page.lines, few)
        numbers += removed
        seen = [line for line in body if 0 <= line.base <= page.height]
        outside += [line.text for line in body if not 0 <= line.base <= page.height]
        gutter = _gutter(seen, page.width)
        columns += gutter is not None
        ordered = _rows(seen) if gutter is None else _by_column(seen, gutter)
        ordered, removed = _without_leading_numbers(ordered)
        numbers += removed
        cut = bool(ordered) and any(_is_cut_twice(last, ordered[0], page) for last in lines[-_FOOT:])
        repeated += cut
        lines += ordered[cut:]
    return Layout(tuple(lines), numbers, tuple(outside), columns, repeated)


def _is_cut_twice(last: Line, first: Line, page: Page) -> bool:
    """Whether a line cut by the page's end was printed once more at the edge of the next page."""
    at_edge = first.left == last.left and first.top >= page.height - 1
    # Only where a line follows is a hyphen at the end told from any other.
    return at_edge and len(first.text) > 10 and first.text.rstrip("-\ufffe") == last.text.rstrip("-\ufffe")


def _without_number_column(lines: Sequence[Line], few: int) -> tuple[list[Line], int]:
    """The lines without bare numbers, `few` or more, that stand beside the text and grow downwards."""
    bare = [line for line in lines if _NUMBER.fullmatch(line.text)]
    words = [line for line in lines if not _NUMBER.fullmatch(line.text)]
    if len(bare) < few or not words:
        return list(lines), 0
    # Titles may stand out to the left, and a few words to the right of the others.
    lefts, rights = sorted(line.left for line in words), sorted(line.right for line in words)
    inner_left, inner_right = lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]
    beside = [line for line in bare if line.right <= inner_left or line.left >= inner_right]
    values = [int(line.text) for line in sorted(beside, key=lambda line: -line.base)]
    growing = sum(one < other for one, other in pairwise(values))
    if len(values) < few or growing < _REGULAR * (len(values) - 1):
        return list(lines), 0
    taken = set(map(id, beside))
    return [line for line in lines if id(line) not in taken], len(beside)


def _without_leading_numbers(rows: Sequence[Line]) -> tuple[list[Line], int]:
    """The rows without numbers at their beginning that count the rows, or every fifth of them, or the paragraphs."""
    found = {i: int(match[1]) for i, row in enumerate(rows) if (match := _NUMBERED.match(row.text))}
    if len(found) < _FEW or len(found) < len(rows) / 6:
        return list(rows), 0
    offset, agreeing = Counter(value - i for i, value in found.items()).most_common(1)[0]
    counting = {i for i, value in found.items() if value - i == offset}
    if agreeing < _REGULAR * len(found):
        values = list(found.values())
        steps = sum(other == one + 1 for one, other in pairwise(values))
        counting = set(found) if steps >= 0.95 * (len(values) - 1) else set()
    cut = [
        replace(row, text=_NUMBERED.sub("", row.text, count=1).lstrip()) if i in counting else row
        for i, row in enumerate(rows)
    ]
    return cut, len(counting)


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """Where a blank strip parts two columns of running text; None where there is one column, or only a table."""
    middle = width / 2
    left = [line for line in lines if line.right <= middle + 0.05 * width]
    right = [line for line in lines if line.left >= middle - 0.05 * width]
    across = len(lines) - len(left) - len(right)
    wide = [sum(line.right - line.left >= _WIDE * width for line in side) for side in (left, right)]
    if min(wide) < _MANY_ROWS or across > 0.2 * len(lines):
        return None
    edge, start = max(line.right for line in left), min(line.left for line in right)
    return (edge + start) / 2 if edge < start else None


def _by_column(lines: Sequence[Line], gutter: float) -> list[Line]:
    """The rows of the left column, then those of the right one; what goes across both parts them."""
    across = sorted((line for line in lines if line.left < gutter < line.right), key=lambda line: -line.base)
    rest = [line for line in lines if not line.left < gutter < line.right]
    ordered: list[Line] = []
    for border in (*across, None):
        above = [line for line in rest if border is None or line.base > border.base]
        rest = [line for line in rest if border is not None and line.base <= border.base]
        for side in ([line for line in above if line.right <= gutter], [line for line in above if line.left >= gutter]):
            rows = _rows(side)
            margin = max((row.right for row in rows), default=0.0)
            ordered += [replace(row, margin=margin) for row in rows]
        ordered += [] if border is None else [border]
    return ordered


def _rows(lines: Sequence[Line]) -> list[Line]:
    """From top to bottom, and from left to right what stands on one height, such as words that were set one by one."""
    return [_joined(row) for row in _levels(lines)]


def _levels(lines: Sequence[Line]) -> Iterator[list[Line]]:
    level: list[Line] = []
    for line in sorted(lines, key=lambda line: (-line.base, line.left)):
        if level and not _on_level(level[0], line):
            yield level
            level = []
        level.append(line)
    if level:
        yield level


def _on_level(first: Line, line: Line) -> bool:
    height = max(min(first.top - first.bottom, line.top - line.bottom), 1.0)
    return abs(first.base - line.base) <= 0.5 * height


def _joined(row: Sequence[Line]) -> Line:
    first, *others = sorted(row, key=lambda line: line.left)
    height = max([1.0, *(line.top - line.bottom for line in row)])
    for line in others:
        gap = line.left - first.right
        between = "\t" if gap > 3 * height else " " if gap > 0.12 * height or gap < -height else ""
        first = first.beside(first.text.rstrip() + (between or _blank(first, line)) + line.text.lstrip(), line)
    return first


def _blank(first: Line, line: Line) -> str:
    """A blank where one was written between two pieces that touch each other."""
    return " " if first.text[-1:].isspace() or line.text[:1].isspace() else ""
