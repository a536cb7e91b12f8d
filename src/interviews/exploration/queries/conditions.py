"""Which codings fulfil a condition on a column; a missing value fulfils none but `= none`."""

import datetime
import operator as op
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from interviews.exploration.queries.expression import Condition, Word
from interviews.exploration.queries.keywords import ROLES, UNITS
from interviews.exploration.queries.names import hint
from interviews.exploration.queries.passages import Mask
from interviews.model import Role
from interviews.text import fold

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {"<": op.lt, "<=": op.le, ">": op.gt, ">=": op.ge}
_GERMAN = {"role": ROLES, "unit": UNITS}
# What may be asked for whether it occurs or not.
_ALWAYS = {"role": frozenset(map(str, Role)), "unit": frozenset(UNITS.values())}
# What people wrote or said: too long to be listed.
_WRITTEN = frozenset({"text", "memo"})
# A wildcard goes on within a word, through hyphens and the marks of gender-neutral forms (Bewohner*innen).
_WITHIN_WORD = r"(?:\w|[-*:_'](?=\w))*"
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_GERMAN_DATE = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})\.)(\d{4})")
_SEPARATOR = "\n\x00"


def fulfilled(condition: Condition, column: str, values: pd.Series) -> Mask:
    """For each value of the column whether the condition holds. Raises MisuseError for values that do not fit it."""
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return _join(condition, values.notna().to_numpy(), lambda word: _on_day(condition, word, values))
    numbers, names = _distinct(values)
    known = np.append(np.array([name != "" for name in names], dtype=bool), False)
    table = _join(condition, known, lambda word: np.append(_holds(condition, word, column, names), False))
    return np.asarray(table[numbers])


def _join(condition: Condition, known: Mask, holds: Callable[[Word], Mask]) -> Mask:
    """The values of a condition joined by or; `!=` is the contrary of `=` among what is known."""
    if condition.operator not in ("=", "!=") and None in condition.values:
        raise condition.column.place.mistake("'none' goes with = and != only.")
    found = np.zeros(len(known), dtype=bool)
    for word in condition.values:
        found |= ~known if word is None else holds(word) & known
    if condition.operator != "!=":
        return found
    return known & ~found


def _distinct(values: pd.Series) -> tuple[NDArray[np.int64], list[str]]:
    """Every value once as text, and for each row its number, -1 for a missing one."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        return np.asarray(values.cat.codes, dtype=np.int64), [str(name) for name in values.cat.categories]
    numbers, names = pd.factorize(values)
    return np.asarray(numbers, dtype=np.int64), [str(name) for name in names]


def _holds(condition: Condition, word: Word, column: str, names: Sequence[str]) -> Mask:
    if condition.operator == "~":
        return _said(word, names)
    if condition.operator in _COMPARE:
        return _compared(_COMPARE[condition.operator], word, column, names)
    wanted = fold(_GERMAN.get(column, {}).get(fold(word.text), word.text))
    number = _number(word.text)
    same = [fold(name) == wanted or (number is not None and _number(name) == number) for name in names]
    if not any(same) and column in _WRITTEN:
        raise word.place.mistake(f"No {column} is just these words: {column} ~ {word.text!r} asks where they stand.")
    if not any(same) and number is None and wanted not in _ALWAYS.get(column, ()):
        raise word.place.mistake(f"No coding has the {column} {word.text!r}: {hint(word.text, filter(None, names))}")
    return np.array(same, dtype=bool)


def _compared(compare: Callable[[Any, Any], Any], word: Word, column: str, names: Sequence[str]) -> Mask:
    """Numbers as numbers; words, and such as 30-39, in the order of a dictionary that counts."""
    number = _number(word.text)
    if number is None:
        wanted = _sorted_by(word.text)
        return np.array([compare(_sorted_by(name), wanted) for name in names], dtype=bool)
    numbers = [_number(name) for name in names]
    if any(names) and all(one is None for one in numbers):
        example = next(name for name in names if name)
        raise word.place.mistake(
            f"{column} holds no numbers, but values such as {example!r}: compare with one of them."
        )
    return np.array([one is not None and compare(one, number) for one in numbers], dtype=bool)


def _said(word: Word, names: Sequence[str]) -> Mask:
    """In which texts the words stand, capital letters and diacritics making no difference, `*` within a word."""
    parts = [[re.escape(fold(part)) for part in one.split("*")] for one in word.text.split()]
    if not any(any(one) for one in parts):
        raise word.place.mistake("Here a word is missing: give at least one letter besides wildcards.")
    phrase = r"\s+".join(_WITHIN_WORD.join(one) for one in parts)
    # All texts in one: a single search, and a sorted look-up of where its finds lie.
    folded = [fold(name) for name in names]
    starts = np.cumsum([0, *(len(text) + len(_SEPARATOR) for text in folded)])
    places = [match.start() for match in re.finditer(rf"(?<!\w){phrase}(?!\w)", _SEPARATOR.join(folded))]
    found = np.zeros(len(names), dtype=bool)
    found[np.searchsorted(starts, np.array(places, dtype=np.int64), side="right") - 1] = True
    return found


def _on_day(condition: Condition, word: Word, values: pd.Series) -> Mask:
    first, after = _period(word)
    moments = values.dt.tz_convert(None) if values.dt.tz is not None else values
    match condition.operator:
        case "<":
            found = moments < first
        case "<=":
            found = moments < after
        case ">":
            found = moments >= after
        case ">=":
            found = moments >= first
        case "~":
            raise word.place.mistake("A date is compared with =, <, <=, > or >=.")
        case _:
            found = (moments >= first) & (moments < after)
    return found.to_numpy(bool)


def _period(word: Word) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first moment of a year, month or day, and the first one after it."""
    german = _GERMAN_DATE.fullmatch(word.text)
    match = _DATE.fullmatch(word.text)
    written = (german[3], german[2], german[1]) if german else match.groups() if match else None
    try:
        if written is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in written)
        first = pd.Timestamp(datetime.datetime(year or 0, month or 1, day or 1))
        step = pd.DateOffset(days=1) if day else pd.DateOffset(months=1) if month else pd.DateOffset(years=1)
        return first, first + step
    except ValueError:
        raise word.place.mistake("Here a date is missing: 2026, 2026-03 or 2026-03-24.") from None


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def _sorted_by(text: str) -> list[tuple[int, float, str]]:
    pieces = re.findall(r"\d+|\D+", fold(text))
    return [(0, float(piece), "") if piece[0].isdigit() else (1, 0.0, piece) for piece in pieces]
