"""The report as one Markdown file (CommonMark with tables); pictures give way to the tables that hold their figures."""

import re
from collections.abc import Sequence
from functools import singledispatch

from interviews.findings.report.blocks import (
    Block,
    Bullets,
    Contents,
    Entry,
    Figures,
    Heading,
    Note,
    Paragraph,
    PullQuote,
    Table,
    Title,
    Tree,
)
from interviews.findings.report.characters import printable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")
_START = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def as_markdown(blocks: Sequence[Block]) -> bytes:
    """UTF-8; whatever has a meaning in Markdown, such as the gender star, is escaped."""
    parts = [_contents(block, blocks) if isinstance(block, Contents) else _write(block) for block in blocks]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escape(text: str) -> str:
    """`text` so that it prints as it is."""
    escaped = _SPECIAL.sub(r"\\\1", printable(text))
    return _START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", escaped)


def _contents(block: Contents, blocks: Sequence[Block]) -> str:
    lines = [
        f"{'  ' * (entry.level - 1)}- [{_line(entry.text)}](#{entry.anchor})"
        for entry in blocks
        if isinstance(entry, Heading) and entry.level <= 2
    ]
    return f"**{escape(block.title)}**\n\n" + "\n".join(lines)


@singledispatch
def _write(block: Block) -> str:
    """Pictures and page breaks have nothing to say here."""
    return ""


@_write.register
def _(block: Title) -> str:
    lines = [f"# {_line(block.name)}", f"**{_line(block.kind)}**", *map(_line, block.lines)]
    lines += [f"*{_line(block.mark)}*"] if block.mark else []
    return "\n\n".join(lines)


@_write.register
def _(block: Heading) -> str:
    return f'<a id="{block.anchor}"></a>\n\n{"#" * (block.level + 1)} {_line(block.text)}'


@_write.register
def _(block: Paragraph) -> str:
    return escape(block.text)


@_write.register
def _(block: Bullets) -> str:
    return "\n".join(f"- {_line(item)}" for item in block.items)


@_write.register
def _(block: Figures) -> str:
    return " · ".join(f"**{escape(number)}** {escape(name)}" for number, name in block.pairs)


@_write.register
def _(block: Note) -> str:
    return f"**{escape(block.title)}**\n\n" + "\n".join(f"- {_line(line)}" for line in block.lines)


@_write.register
def _(block: PullQuote) -> str:
    before, after = block.marks
    lines = escape(f"{before}{block.text}{after}").split("\n")
    quoted = "\\\n".join(f"> {line}" for line in lines)
    return f"{quoted}\n>\n> — {_line(block.source)} · `{block.citation}`"


@_write.register
def _(block: Tree) -> str:
    lines = [f"{'  ' * depth}- [{_line(text)}](#{anchor})" for text, depth, anchor, _ in block.lines]
    return f"**{escape(block.title)}**\n\n" + "\n".join(lines)


@_write.register
def _(block: Entry) -> str:
    return "\n\n".join(f"**{_line(name)}:** {escape(text)}" for name, text in block.texts)


@_write.register
def _(block: Table) -> str:
    rule = ["---:" if place in block.numeric else "---" for place in range(len(block.header))]
    rows = [map(_line, block.header), rule, *(map(_line, row) for row in block.rows)]
    return f"**{_line(block.caption)}**\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _line(text: str) -> str:
    return escape(" ".join(text.split()))
