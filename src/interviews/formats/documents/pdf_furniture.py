"""What a page carries around its text: running heads and feet, and page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from interviews.formats.documents.pdf_extraction import Line, Page

# A head or foot has at most so many lines, at the same height on its pages.
_DEEP = 3
_TOLERANCE = 4.0
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|strona|s\.|str\.|p\.)\s*)?(\d{1,4})(?:\s*(?:/|of|von|z)\s*(\d{1,4}))?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines that belong to the text, and what was taken from the edges of the pages."""

    body: tuple[Line, ...]
    headers: tuple[str, ...] = field(default=(), repr=False)
    """The running heads, each wording once."""
    footers: tuple[str, ...] = field(default=(), repr=False)
    lines: int = 0
    """How many lines with running heads and feet were taken away."""
    page_numbers: int = 0


class _Edge(NamedTuple):
    line: Line
    is_top: bool
    depth: float
    """Distance to the edge of the page."""


def take_furniture(lines: Sequence[Line], pages: Sequence[Page]) -> Furniture:
    """Apart from the text: what repeats at one height on most pages, figures aside, and numbers of pages."""
    edges = list(_edges(lines, pages))
    numbers = _page_numbers(edges, len(pages))
    repeated = _repeated([edge for edge in edges if id(edge.line) not in numbers], len(pages))
    repeated -= _behind_text(edges, numbers | repeated)
    headers = [edge.line.text.strip() for edge in edges if edge.is_top and id(edge.line) in repeated]
    footers = [edge.line.text.strip() for edge in edges if not edge.is_top and id(edge.line) in repeated]
    body = tuple(line for line in lines if id(line) not in numbers and id(line) not in repeated)
    return Furniture(body, tuple(dict.fromkeys(headers)), tuple(dict.fromkeys(footers)), len(repeated), len(numbers))


def _edges(lines: Sequence[Line], pages: Sequence[Page]) -> Iterator[_Edge]:
    by_page: Mapping[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    for page in pages:
        ordered = sorted(by_page[page.number], key=lambda line: -line.base)
        top = ordered[:_DEEP]
        yield from (_Edge(line, True, page.height - line.base) for line in top)
        taken = set(map(id, top))
        yield from (_Edge(line, False, line.base) for line in ordered[: -_DEEP - 1 : -1] if id(line) not in taken)


def _page_numbers(edges: Sequence[_Edge], count: int) -> set[int]:
    """Lines with nothing but a number that goes along with the pages; of several at one page the outermost."""
    found: dict[int, list[_Edge]] = defaultdict(list)
    for edge in edges:
        match = _PAGE_NUMBER.fullmatch(edge.line.text)
        if match and (match[2] is None or int(match[1]) <= int(match[2])):
            found[int(match[1]) - edge.line.page].append(edge)
    best = max(found.values(), key=lambda group: len({edge.line.page for edge in group}), default=[])
    own = len({edge.line.page for edge in best})
    told = [edge for edge in best if (match := _PAGE_NUMBER.fullmatch(edge.line.text)) and match[2] == str(count)]
    if own < max(2, count / 2):
        return {id(edge.line) for edge in told}
    outermost: dict[int, _Edge] = {}
    for edge in best:
        known = outermost.setdefault(edge.line.page, edge)
        outermost[edge.line.page] = min(known, edge, key=lambda one: one.depth)
    return {id(edge.line) for edge in outermost.values()}


def _repeated(edges: Sequence[_Edge], count: int) -> set[int]:
    """On half of the pages, or on nearly all of the left or the right ones, and at least on three."""
    groups: dict[tuple[bool, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.is_top, re.sub(r"\d+", "#", " ".join(edge.line.text.split()))].append(edge)
    taken: set[int] = set()
    for group in groups.values():
        depths = sorted(edge.depth for edge in group)
        level = [edge for edge in group if abs(edge.depth - depths[len(depths) // 2]) <= _TOLERANCE]
        places = {edge.line.page for edge in level}
        sides = [sum(page % 2 == side for page in places) for side in (0, 1)]
        alternating = max(sides) >= 0.8 * (count // 2) and max(sides) >= 3
        if len(places) >= max(3, count / 2) or alternating:
            taken |= {id(edge.line) for edge in level}
    return taken


def _behind_text(edges: Sequence[_Edge], furniture: set[int]) -> set[int]:
    """Lines between which and the edge of their page text stands: `B: Mhm.` may well be the second line of many."""
    behind: set[int] = set()
    reached: set[tuple[int, bool]] = set()
    for edge in edges:  # from the edge inwards
        side = (edge.line.page, edge.is_top)
        if id(edge.line) not in furniture:
            reached.add(side)
        elif side in reached:
            behind.add(id(edge.line))
    return behind
