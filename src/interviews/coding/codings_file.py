"""Codings from a CSV file: transcript, code, coder, and where: start and end, a turn, or nothing for all of it.

Further columns are memo, weight, round, version and text, where it has such.
"""

import csv
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from interviews.errors import MisuseError, Problem, Severity
from interviews.model import Span
from interviews.text import unguard

COLUMNS = ("transcript", "code", "coder")
PLACE, TURN = ("start", "end"), ("turn",)


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One coding as it stands in a file, its transcript named, not yet found."""

    transcript: str
    """Name of the transcript: as read for version 0, as the project has it for later ones."""
    span: Span
    """Code points over the text of that version; empty until it is known where a turn or a transcript is coded."""
    code: str
    coder: str
    memo: str = field(default="", repr=False)
    version: int = 0
    """The text version: 0 is the text as read, 1 and more are the anonymized ones."""
    text: str = field(default="", repr=False)
    """The words that the file says are coded, by which its positions are checked; empty where it quotes none."""
    turn: int | None = None
    """The number of a turn that is coded as a whole."""
    weight: float | None = None
    round: str = ""
    unit: str = "segment"
    """`segment`, `turn` or `transcript`."""


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
    if missing := [name for name in COLUMNS if name not in names] or _half(names):
        raise MisuseError(
            f"{path.name}, line 1: column {', '.join(missing)} is missing; the header must name {', '.join(COLUMNS)}, "
            "and to say what is coded start and end, or turn"
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


def _half(names: Sequence[str]) -> list[str]:
    """What is missing of start and end, where there is one of them."""
    missing = [name for name in PLACE if name not in names]
    return missing if len(missing) == 1 else []


def _row(fields: dict[str, str]) -> CodingRow:
    placed = _placed_by(fields)
    if empty := [name for name in ("transcript", *placed, "code", "coder") if not fields[name]]:
        raise ValueError(f"{' and '.join(empty)} not filled in")
    span = _span(fields) if placed == PLACE else Span(0, 0)
    turn = _number(fields, "turn") if placed == TURN else None
    unit = {PLACE: "segment", TURN: "turn"}.get(placed, "transcript")
    transcript, code, coder = (fields[name] for name in COLUMNS)
    memo, words, round = (fields.get(name, "") for name in ("memo", "text", "round"))
    version = _number(fields, "version") or 0
    return CodingRow(transcript, span, code, coder, memo, version, words, turn, _weight(fields), round, unit)


def _placed_by(fields: dict[str, str]) -> tuple[str, ...]:
    """The columns that say what is coded; none in a file without any, where it is whole transcripts."""
    if "turn" in fields and not (fields.get("start")):
        return TURN
    return PLACE if "start" in fields else ()


def _span(fields: dict[str, str]) -> Span:
    start, end = (int(_number(fields, name) or 0) for name in PLACE)
    if end < start:
        raise ValueError(f"it ends at {end}, before its start at {start}")
    return Span(start, end)


def _weight(fields: dict[str, str]) -> float | None:
    written = fields.get("weight", "").replace(",", ".")
    if not written:
        return None
    try:
        weight = float(written)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight):
        raise ValueError("weight is not a number")
    return weight


def _number(fields: dict[str, str], name: str) -> int | None:
    written = fields.get(name, "")
    if written and not (written.isascii() and written.isdigit()):
        raise ValueError(f"{name} is not a whole number from 0 up")
    return int(written) if written else None
