"""Records of any table as lines of JSON, and back: moments in words, letters as letters."""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple, NoReturn

from sqlalchemy import JSON, BigInteger, Connection, Float, Integer, Table, Text, select

from interviews.store.damage import UnsoundError
from interviews.store.rows import Row, from_micros, to_micros

# A text lies in a file of its own, which its record names.
APART = {"text_versions": "text"}
FILE = "file"
_LARGEST = 2**31 - 1  # what an integer of any database holds
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_FIRST, _LAST = (to_micros(moment.replace(tzinfo=UTC)) for moment in (datetime.min, datetime.max))
# Editors end lines at these, too; in JSON they may be written as escapes.
_RARE_LINE_ENDS = {"\x7f": "\\u007f", "\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class _Kind(NamedTuple):
    """What the values of a kind of column look like in a line, and which are sound."""

    type: type[Any]
    sound: Callable[[Any], bool]
    fault: str
    written: Callable[[Any], Any] = lambda value: value
    parsed: Callable[[Any], Any] = lambda value: value


class _Field(NamedTuple):
    column: str
    kind: _Kind
    nullable: bool
    apart: bool


def sorted_rows(connection: Connection, table: Table) -> Iterator[Row]:
    """Every row, by moment and id; ids are sorted here, since databases differ in how they sort texts."""
    rows = connection.execute(select(table).order_by(table.c.created)).mappings()
    for _, together in groupby(rows, key=lambda row: row["created"]):
        yield from sorted((dict(row) for row in together), key=lambda row: str(row["id"]))


def line_of(table: Table, row: Mapping[str, Any], file: str | None = None) -> str:
    """The record as one line; `file` is named in the place of a text that lies apart."""
    record: dict[str, Any] = {}
    for name, kind, _, apart in _fields(table):
        value = row[name] if not apart else None
        record[FILE if apart else name] = file if apart else None if value is None else kind.written(value)
    line = _encode(record)
    for end, escape in _RARE_LINE_ENDS.items():
        line = line.replace(end, escape)
    return line + "\n"


def row_of(table: Table, line: bytes) -> tuple[Row, str | None]:
    """The row that `line_of` wrote, without a text that lies apart, and that one's file. Raises UnsoundError."""
    try:
        record = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise UnsoundError("this is not JSON in UTF-8") from None
    fields = _fields(table)
    names = {FILE if field.apart else field.column for field in fields}
    if not isinstance(record, dict) or record.keys() != names:
        raise UnsoundError(f"a record here has exactly the fields {', '.join(sorted(names))}")
    file = record.pop(FILE) if table.name in APART else None
    if table.name in APART and not isinstance(file, str):
        raise UnsoundError("it names no file for its text")
    row = {name: kind.parsed(record[name]) for name, kind, _, apart in fields if not apart}
    for fault in faults_of(table, row):
        raise UnsoundError(fault)
    return row, file


def faults_of(table: Table, row: Row) -> Iterator[str]:
    """What is wrong with the values of a row; what JSON may hold is told in `shapes`."""
    for name, kind, nullable, apart in _fields(table):
        if apart and name not in row:
            continue
        value = row[name]
        if value is None and kind.type is not JSON:
            if not nullable:
                yield f"{name} is missing"
        elif not kind.sound(value):
            yield f"{name} {kind.fault}"


@lru_cache(maxsize=100)
def _fields(table: Table) -> tuple[_Field, ...]:
    apart = APART.get(table.name)
    return tuple(
        _Field(column.name, _kind(column.type), bool(column.nullable), column.name == apart) for column in table.columns
    )


def _kind(type_: object) -> _Kind:
    return next(kind for kind in _KINDS if isinstance(type_, kind.type))


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:  # half of a character
        return False
    return True


def _is_moment(value: object) -> bool:
    return type(value) is int and _FIRST <= value <= _LAST


def _is_whole(value: object) -> bool:
    return type(value) is int and -_LARGEST <= value <= _LARGEST


def _is_number(value: object) -> bool:
    return isinstance(value, float) and not math.isnan(value)


def _number_written(value: float) -> float | str:
    return value if math.isfinite(value) else str(value)  # JSON has no infinite numbers


def _number_parsed(value: object) -> object:
    return float(value) if value in ("inf", "-inf") or _is_whole(value) else value  # type: ignore[arg-type]


def _moment_written(value: int) -> str:
    return from_micros(value).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _moment_parsed(value: object) -> object:
    try:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            return to_micros(datetime.fromisoformat(value))
    except ValueError:
        pass
    return value  # and no whole number, which a moment has to be


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


# The first that fits: a column of moments is one of whole numbers, too.
_KINDS = (
    _Kind(JSON, lambda value: True, ""),
    _Kind(Text, _is_text, "is no text"),
    _Kind(BigInteger, _is_moment, "is no moment", _moment_written, _moment_parsed),
    _Kind(Integer, _is_whole, "is no whole number"),
    _Kind(Float, _is_number, "is no number", _number_written, _number_parsed),
)
