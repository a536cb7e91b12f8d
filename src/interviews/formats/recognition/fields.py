"""Looking into JSON that may hold anything: every look gives the kind of value that was asked for, or nothing."""

import math
import re
from typing import Any

Record = dict[str, Any]

# A thousand hours: what is later is no time.
_LATEST_MS = 3_600_000_000
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,9})?)")
_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,15})?(?:[eE][+-]?\d{1,2})?")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def record_at(value: Any, *path: str | int) -> Record:
    """The object at a path of keys and places; an empty one where there is none."""
    found = value_at(value, *path)
    return found if isinstance(found, dict) else {}


def records_at(value: Any, *path: str | int) -> list[Record]:
    """The objects in the list at a path; what is no object in it, such as null, is passed over."""
    found = value_at(value, *path)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def text_at(value: Any, *path: str | int) -> str:
    """The words at a path, in one line and without blanks around them; empty where there are none."""
    found = value_at(value, *path)
    return one_line(found) if isinstance(found, str) else ""


def value_at(value: Any, *path: str | int) -> Any:
    """Whatever stands at a path of keys and places; None where the path ends early."""
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and -len(value) <= step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def without_controls(words: str) -> str:
    """Words in which control characters and halves of broken characters, which no file can keep, have become �."""
    if _SURROGATES.search(words):
        words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", words)


def one_line(words: str) -> str:
    """Words in one line, without blanks around them."""
    words = without_controls(words).strip()
    if "\n" not in words and "\r" not in words:
        return words
    return " ".join(line.strip() for line in re.split(r"[\r\n]+", words) if line.strip())


def milliseconds(value: Any, unit_ms: float = 1000) -> int | None:
    """A time in milliseconds, from a number or its digits in units of `unit_ms`, or from `0:01:02.5`.

    None for what is no time: null, true, text, a negative number, infinity, more than a thousand hours.
    """
    seconds = _number(value)
    if isinstance(value, str) and seconds is None:
        clock = _CLOCK.fullmatch(value.strip())
        if clock is None:
            return None
        hours, minutes, rest = int(clock[1] or 0), int(clock[2]), float(clock[3].replace(",", "."))
        return round((hours * 3600 + minutes * 60 + rest) * 1000)
    if seconds is None or not 0 <= seconds * unit_ms <= _LATEST_MS:
        return None
    return round(seconds * unit_ms)


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if abs(value) < 1e15 and not math.isnan(value) else None
    if isinstance(value, str):
        plain = value.strip()
        plain = plain[:-1] if plain.endswith("s") else plain  # as Google writes seconds
        return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None
    return None


def label_of(value: Any) -> str | None:
    """The label of a speaker: a name as written, `Speaker 0` for the number 0, None for nobody."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return f"Speaker {value:.0f}" if abs(value) < 1e6 else None
    if not isinstance(value, str):
        return None
    name = " ".join(one_line(value).split()).strip(":")
    return f"Speaker {name}" if name.isdecimal() else name or None
