"""The report as one self-contained web page that prints well."""

import base64
from collections.abc import Sequence
from functools import singledispatch
from html import escape as _escape

from interviews.findings.report.blocks import (
    Block,
    Bullets,
    Contents,
    Entry,
    Figures,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    PullQuote,
    Table,
    Title,
    Tree,
)
from interviews.findings.report.characters import printable
from interviews.findings.report.look import STYLE_SHEET
from interviews.findings.report.pictures import draw_png
from interviews.findings.shades import fill, ink


def as_html(blocks: Sequence[Block], language: str) -> bytes:
    """UTF-8, with style and pictures inside; every text reads in its own direction."""
    name = next((block.name for block in blocks if isinstance(block, Title)), "")
    body = [_contents(block, blocks) if isinstance(block, Contents) else _write(block) for block in blocks]
    head = (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(name)}</title>\n<style>\n{STYLE_SHEET}</style>\n</head>\n<body>\n<main>"
    )
    return "\n".join([head, *body, "</main>\n</body>\n</html>\n"]).encode()


def escape(text: str) -> str:
    """`text` for an element or an attribute."""
    return _escape(printable(text))


def _contents(block: Contents, blocks: Sequence[Block]) -> str:
    entries = "\n".join(
        f'<li class="level-{entry.level}"><a href="#{entry.anchor}" dir="auto">{escape(entry.text)}</a></li>'
        for entry in blocks
        if isinstance(entry, Heading) and entry.level <= 2
    )
    return f'<nav aria-labelledby="contents"><p id="contents">{escape(block.title)}</p>\n<ul>\n{entries}\n</ul></nav>'


@singledispatch
def _write(block: Block) -> str:
    raise TypeError(f"no HTML for {type(block).__name__}")


@_write.register
def _(block: Title) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in block.lines)
    kind = f'<p class="kind">{escape(block.kind)}</p>'
    mark = f'<p class="mark">{escape(block.mark)}</p>'
    return f'<header>{kind}<h1 dir="auto">{escape(block.name)}</h1>{lines}{mark}</header>'


@_write.register
def _(block: Heading) -> str:
    level = block.level + 1
    accent = f' style="--accent:{escape(block.colour)}" class="theme"' if block.colour else ""
    return f'<h{level} id="{block.anchor}" dir="auto"{accent}>{escape(block.text)}</h{level}>'


@_write.register
def _(block: Paragraph) -> str:
    return f'<p class="{block.kind}" dir="auto">{escape(block.text)}</p>'


@_write.register
def _(block: Bullets) -> str:
    return "<ul>" + "".join(f'<li dir="auto">{escape(item)}</li>' for item in block.items) + "</ul>"


@_write.register
def _(block: Figures) -> str:
    pairs = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(number)}</dd></div>" for number, name in block.pairs)
    return f'<dl class="figures">{pairs}</dl>'


@_write.register
def _(block: Note) -> str:
    lines = "".join(f'<p dir="auto">{escape(line)}</p>' for line in block.lines)
    return f'<aside aria-label="{escape(block.title)}"><p class="title">{escape(block.title)}</p>{lines}</aside>'


@_write.register
def _(block: PullQuote) -> str:
    before, after = block.marks
    spoken = f' lang="{escape(block.language)}"' if block.language else ""
    accent = f' style="--accent:{escape(block.colour)}"' if block.colour else ""
    return (
        f'<blockquote class="{"prominent" if block.prominent else "voice"}"{accent}>'
        f'<p dir="auto"{spoken}>{before}{escape(block.text)}{after}</p>'
        f'<footer dir="auto">{escape(block.source)} <code>{escape(block.citation)}</code></footer></blockquote>'
    )


@_write.register
def _(block: Picture) -> str:
    source = base64.b64encode(draw_png(block.spec)).decode()
    return (
        f'<figure><img src="data:image/png;base64,{source}" alt="{escape(block.alt)}">'
        f"<figcaption>{escape(block.caption)}</figcaption></figure>"
    )


@_write.register
def _(block: Tree) -> str:
    title = escape(block.title)
    lines = "\n".join(
        f'<li style="margin-inline-start:{1.4 * depth:.1f}rem">'
        f'<span class="swatch" style="background:{escape(colour)}"></span>'
        f'<a href="#{anchor}" dir="auto">{escape(text)}</a></li>'
        for text, depth, anchor, colour in block.lines
    )
    return f'<nav class="tree" aria-label="{title}"><p class="title">{title}</p>\n<ul>\n{lines}\n</ul></nav>'


@_write.register
def _(block: Entry) -> str:
    rows = "".join(f'<dt>{escape(name)}</dt><dd dir="auto">{escape(text)}</dd>' for name, text in block.texts)
    return f'<dl class="entry">{rows}</dl>'


@_write.register
def _(block: PageBreak) -> str:
    return '<div class="page"></div>'


@_write.register
def _(block: Table) -> str:
    head = "".join(f'<th scope="col"{_side(block, i)} dir="auto">{escape(n)}</th>' for i, n in enumerate(block.header))
    rows = "\n".join(_row(block, index) for index in range(len(block.rows)))
    shaded = ' class="shaded"' if block.shades else ""
    columns = "".join(f'<col style="width:{width}%">' for width in block.widths)
    return (
        f'<div class="table"><table{shaded}><caption>{escape(block.caption)}</caption><colgroup>{columns}</colgroup>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(block: Table, index: int) -> str:
    first, *others = block.rows[index]
    cells = [f'<th scope="row" dir="auto">{escape(first)}</th>']
    for place, text in enumerate(others, start=1):
        depth = block.shades[index][place - 1] if block.shades else 0.0
        colour = f' style="background:{fill(depth)};color:{ink(depth)}"' if depth else ""
        cells.append(f'<td{_side(block, place)}{colour} dir="auto">{escape(text)}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _side(block: Table, place: int) -> str:
    return ' class="number"' if place in block.numeric else ""
