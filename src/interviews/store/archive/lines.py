"""Records of any table as lines of JSON, and back: moments in words, letters as letters."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, NoReturn

from sqlalchemy import JSON, BigInteger, Column, Connection, Float, Integer, Table, Text, select

from interviews.store.damage import UnsoundError
from interviews.store.rows import Row, from_micros, to_micros

# A text lies in a file of its own, which its record names.
APART = {"text_versions": "text"}
FILE = "file"
_LARGEST = 2**31 - 1  # what an integer of any database holds
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_FIRST, _LAST = (to_micros(moment.replace(tzinfo=UTC)) for moment in (datetime.min, datetime.max))
# Editors end lines at these, too; in JSON they may be written as escapes.
_RARE_LINE_ENDS = {0x7F: "\\u007f", 0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def sorted_rows(connection: Connection, table: Table) -> Iterator[Row]:
    """Every row, by moment and id; ids are sorted here, since databases differ in how they sort texts."""
    rows = connection.execute(select(table).order_by(table.c.created)).mappings()
    for _, together in groupby(rows, key=lambda row: row["created"]):
        yield from sorted((dict(row) for row in together), key=lambda row: str(row["id"]))


def line_of(table: Table, row: Mapping[str, Any], file: str | None = None) -> str:
    """The record as one line; `file` is named in the place of a text that lies apart."""
    record: dict[str, Any] = {}
    for column in table.columns:
        if column.name == APART.get(table.name):
            record[FILE] = file
        else:
            record[column.name] = _written(column, row[column.name])
    return json.dumps(record, ensure_ascii=False, allow_nan=False).translate(_RARE_LINE_ENDS) + "\n"


def row_of(table: Table, line: bytes) -> tuple[Row, str | None]:
    """The row that `line_of` wrote, without a text that lies apart, and that one's file. Raises UnsoundError."""
    try:
        record = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise UnsoundError("this is not JSON in UTF-8") from None
    apart = APART.get(table.name)
    names = [FILE if column.name == apart else column.name for column in table.columns]
    if not isinstance(record, dict) or set(record) != set(names):
        raise UnsoundError(f"a record here has exactly the fields {', '.join(names)}")
    file = record.pop(FILE) if apart else None
    if apart and not isinstance(file, str):
        raise UnsoundError("it names no file for its text")
    row = {name: _parsed(table.columns[name], value) for name, value in record.items()}
    for column in table.columns:
        if column.name != apart and (fault := fault_of(column, row[column.name])):
            raise UnsoundError(fault)
    return row, file


def fault_of(column: Column[Any], value: object) -> str | None:
    """What is wrong with a value of a column, if anything; what JSON may hold is told in `shapes`."""
    if isinstance(column.type, JSON):
        return None
    if value is None:
        return None if column.nullable else f"{column.name} is missing"
    if isinstance(column.type, Text):
        return None if _is_text(value) else f"{column.name} is no text"
    if isinstance(column.type, BigInteger):
        return None if _is_within(value, _FIRST, _LAST) else f"{column.name} is no moment"
    if isinstance(column.type, Integer):
        return None if _is_within(value, -_LARGEST, _LARGEST) else f"{column.name} is no whole number"
    if isinstance(column.type, Float):
        return None if isinstance(value, float) and not math.isnan(value) else f"{column.name} is no number"
    return f"{column.name} is of a kind that this version does not know"


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:  # half of a character
        return False
    return True


def _is_within(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _written(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, BigInteger):
        return from_micros(value).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    if isinstance(column.type, Float) and not math.isfinite(value):
        return str(value)  # JSON has no infinite numbers
    return value


def _parsed(column: Column[Any], value: Any) -> Any:
    if isinstance(column.type, BigInteger):
        return _micros(column, value)
    if isinstance(column.type, Float) and (value in ("inf", "-inf") or _is_within(value, -_LARGEST, _LARGEST)):
        return float(value)
    return value


def _micros(column: Column[Any], value: Any) -> int:
    try:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            return to_micros(datetime.fromisoformat(value))
    except ValueError:
        pass
    raise UnsoundError(f"{column.name} is no moment such as 2026-01-31T12:00:00.000000Z")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
