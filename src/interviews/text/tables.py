"""Tables that leave: a sheet's values as every writer takes them, and CSV. The same table gives the same bytes."""

import csv
import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from interviews.text.cells import guard

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: numbers and days stay such, None is an empty cell, everything else is text."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    widths: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """In characters, by column, where the width does not follow from the words."""


class _Lines(io.StringIO):
    """Lines as a CSV writer makes them, ended by LF. The writer ends its own by CR LF, so that it quotes both."""

    def write(self, line: str, /) -> int:
        """Take a line."""
        return super().write(line.removesuffix("\r\n") + "\n")


def as_csv(sheet: Sheet) -> bytes:
    """Comma, LF, and UTF-8 with a byte-order mark, without which German Excel shows umlauts as two letters each.

    Text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    written = _Lines(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([guard(str(name)) for name in sheet.columns])
    writer.writerows([_shown(value) for value in row] for row in sheet.rows)
    return _SURROGATES.sub("\ufffd", written.getvalue()).encode("utf-8-sig")


def plain_value(value: Any) -> Any:
    """A cell's value as the writers take it: a number, a day or moment without zone, a text, or None."""
    if hasattr(value, "item"):  # numpy's numbers
        value = value.item()
    if isinstance(value, str) or value is None:
        return value
    if str(value) in ("<NA>", "NaT", "nan"):  # what pandas has in place of what is missing
        return None
    if isinstance(value, bool) or (isinstance(value, datetime) and value.tzinfo is not None):
        return str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return value if isinstance(value, (int, date)) else str(value)


def _shown(value: Any) -> Any:
    plain = plain_value(value)
    return "" if plain is None else plain if isinstance(plain, (int, float)) else guard(str(plain))
