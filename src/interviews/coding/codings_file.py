"""Codings from a CSV file: transcript, start, end, code, coder; memo, version and text where it has such columns."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from interviews.errors import MisuseError, Problem, Severity
from interviews.model import Span
from interviews.text import unguard

COLUMNS = ("transcript", "start", "end", "code", "coder")


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One coding as it stands in a file, its transcript named, not yet found."""

    transcript: str
    """Name of the transcript: as read for version 0, as the project has it for later ones."""
    span: Span
    """Code points over the text of that version."""
    code: str
    coder: str
    memo: str = field(default="", repr=False)
    version: int = 0
    """The text version: 0 is the text as read, 1 and more are the anonymized ones."""
    text: str = field(default="", repr=False)
    """The words that the file says are coded, by which its positions are checked; empty where it quotes none."""


def read_codings(path: Path | str) -> tuple[tuple[CodingRow, ...], tuple[Problem, ...]]:
    """Read codings from a CSV file in UTF-8, separated by comma, semicolon or tab, with a header line.

    A row that cannot be understood is left out, with a `Problem`; `MisuseError` where the whole file cannot.
    """
    path = Path(path)
    rows: list[CodingRow] = []
    problems: list[Problem] = []
    for line, fields in _lines(path):
        try:
            rows.append(_row(fields))
        except ValueError as error:
            problems.append(Problem(f"{path.name}, line {line}", f"{error}; the row was left out", Severity.ERROR))
    return tuple(rows), tuple(problems)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(path)
    header = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    if missing := [name for name in COLUMNS if name not in names]:
        raise MisuseError(
            f"{path.name}, line 1: column {', '.join(missing)} is missing; the header must name {', '.join(COLUMNS)}"
        )
    reader.fieldnames = names
    try:
        for fields in reader:
            yield (
                reader.line_num,
                {name: unguard((value or "").strip()) for name, value in fields.items() if name in names},
            )
    except csv.Error as error:
        raise MisuseError(f"{path.name}, line {reader.line_num}: this is not a CSV file ({error})") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MisuseError(f"{path.name} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise MisuseError(f"{path.name} is not a text file in UTF-8; save it as 'CSV UTF-8'") from None


def _row(fields: dict[str, str]) -> CodingRow:
    if empty := [name for name in COLUMNS if not fields[name]]:
        raise ValueError(f"{' and '.join(empty)} not filled in")
    start, end = _position(fields, "start"), _position(fields, "end")
    if end < start:
        raise ValueError(f"it ends at {end}, before its start at {start}")
    version = _position(fields, "version") if fields.get("version") else 0
    memo = fields.get("memo", "")
    words = fields.get("text", "")
    return CodingRow(fields["transcript"], Span(start, end), fields["code"], fields["coder"], memo, version, words)


def _position(fields: dict[str, str], name: str) -> int:
    written = fields[name]
    if not (written.isascii() and written.isdigit()):
        raise ValueError(f"{name} is not a whole number from 0 up")
    return int(written)
