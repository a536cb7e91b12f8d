"""The codebook for reading: an overview of the tree, then every code with all that is written about it."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from interviews.coding import PRINT, field_name
from interviews.errors import MisuseError
from interviews.findings.report.blocks import Block, Entry, Heading, PageBreak, Paragraph, Title, Tree
from interviews.findings.report.writing import write_blocks
from interviews.model import Code, Codebook
from interviews.model.codebook import SEPARATOR
from interviews.project.project import Project

PRINTED_SUFFIXES = (".docx", ".html", ".md")
_TEXTS = ("definition", "use_when", "not_when", "anchor", "counter", "memo")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Printed:
    """What the properties of the document say."""

    name: str
    language: str
    date: datetime.date


def print_codebook(
    codebook: Codebook,
    path: Path,
    *,
    day: datetime.date,
    language: str = "",
    counts: Mapping[str, int] | None = None,
) -> Path:
    """Write it as .docx, .html or .md in German or English, by default as the codebook is; retired codes come last.

    `counts` are the codings of each code, `day` is for the properties of the document.
    """
    language = language or (codebook.language if codebook.language in PRINT else "en")
    if language not in PRINT:
        raise MisuseError(f"A codebook is not printed in {language!r} yet: choose one of {', '.join(PRINT)}.")
    titled = _Printed(codebook.name, language, day)
    return write_blocks(lambda: list(_blocks(codebook, language, counts or {})), titled, path)


def print_of(codebook: Codebook, project: Project, language: str = "") -> Callable[[Path], Path]:
    """What writes the codebook of a project, with the number of its codings, as of the day of the last save."""
    counts = dict(project.codings.columns("code")["code"].value_counts())
    day = max((event.when for event in project.store.history()), default=datetime.datetime.now()).date()
    language = language or (project.settings.language if project.settings.language in PRINT else "en")
    return lambda draft: print_codebook(codebook, draft, day=day, language=language, counts=counts)


def _blocks(codebook: Codebook, language: str, counts: Mapping[str, int]) -> Iterator[Block]:
    say = PRINT[language]
    used = [code for code in codebook if not code.retired]
    retired = [code for code in codebook if code.retired]
    anchors = {code.path: f"code-{number}" for number, code in enumerate(codebook, 1)}
    themes = sum(code.parent is None for code in used)
    lines = (say["version"].format(version=codebook.version), say["codes"].format(count=len(used), themes=themes))
    yield Title(codebook.name, say["title"], lines)
    yield Tree(say["overview"], tuple(_line(code, anchors[code.path], language) for code in used))
    for code in used:
        yield from _entry(code, anchors[code.path], language, counts)
    if retired:
        yield PageBreak()
        yield Heading(say["retired"], 1, "retired")
        yield Paragraph(say["retired_told"])
    for code in retired:
        yield Heading(_label(code, language, full=True), _DEEPEST, anchors[code.path], code.colour)
        yield Entry(tuple(_texts(code, language, counts)))


def _line(code: Code, anchor: str, language: str) -> tuple[str, int, str, str]:
    return _label(code, language), code.path.count(SEPARATOR), anchor, code.colour


def _entry(code: Code, anchor: str, language: str, counts: Mapping[str, int]) -> Iterator[Block]:
    depth = code.path.count(SEPARATOR)
    if not depth:
        yield PageBreak()
    # Deeper codes stand under headings of the lowest level, with their place written out.
    text = _label(code, language, full=depth >= _DEEPEST)
    yield Heading(text, min(depth + 1, _DEEPEST), anchor, code.colour)
    if depth:
        yield Paragraph(code.path.replace(SEPARATOR, " › "), "small")
    yield Entry(tuple(_texts(code, language, counts)))


def _label(code: Code, language: str, *, full: bool = False) -> str:
    """The name in the language of the print, and as the codebook has it where that is another one."""
    own = code.path.replace(SEPARATOR, " › ") if full else code.name
    label = code.label(language)
    return own if label == code.name else f"{own} ({label})"


def _texts(code: Code, language: str, counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for name in _TEXTS:
        text = getattr(code, name)
        if name == "anchor" and code.anchor_source:
            text = f"{text}\n({code.anchor_source})"
        if text:
            yield field_name(name, language), text
    others = [f"{label} ({other})" for other, label in code.labels.items() if other != language]
    if others:
        yield field_name("label_", language).removesuffix(" ()"), ", ".join(others)
    if counts:
        yield PRINT[language]["coded"], str(counts.get(code.path, 0))
