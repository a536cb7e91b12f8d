"""What a report is made of, whatever file it becomes: a list of these blocks in order of reading."""

import datetime
from dataclasses import dataclass
from typing import Literal, Protocol


class Titled(Protocol):
    """What a document's properties are taken from."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def language(self) -> str:
        """In which language it is written."""

    @property
    def date(self) -> datetime.date:
        """The date printed on it."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title page's words: what the report is called, what kind it is, and lines such as the date."""

    name: str
    kind: str
    lines: tuple[str, ...] = ()
    mark: str = ""
    """Says that the report is a draft."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Stands where the table of contents goes; every file makes its own from the headings."""

    title: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; `anchor` is its name inside the report."""

    text: str
    level: int
    anchor: str
    colour: str | None = None
    """#rrggbb of a theme, as an accent."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `lead` opens a chapter, `small` is a remark under a table."""

    text: str
    kind: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A verbatim quote with who said it, where it stands and its citation id."""

    text: str
    source: str
    citation: str
    marks: tuple[str, str]
    language: str | None = None
    """Language of the words where known."""
    prominent: bool = False
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """A few large numbers side by side, each with what it counts."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under a header; the first column names the row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str
    numeric: tuple[int, ...] = ()
    """Columns to be set flush right."""
    shades: tuple[tuple[float, ...], ...] = ()
    """Depth from 0 to 1 of every cell after the first column; empty for a table without shading."""
    widths: tuple[int, ...] = ()
    """Share of the page's width for every column; even without."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a Vega-Lite specification in JSON, with words for those who cannot see it."""

    spec: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Note:
    """A box beside the running text."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A table of contents of any depth, every line with a mark in its colour: text, depth from 0, anchor, colour."""

    title: str
    lines: tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a work of reference says about one thing: texts, each under its name."""

    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page when printed."""


Block = (
    Title
    | Contents
    | Heading
    | Paragraph
    | Bullets
    | PullQuote
    | Figures
    | Table
    | Picture
    | Note
    | Tree
    | Entry
    | PageBreak
)
