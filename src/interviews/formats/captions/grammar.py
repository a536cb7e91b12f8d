"""WebVTT and SRT: what stands between two blank lines, the times in all their dialects, tags and ids."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from interviews.formats.reading import counted

_TIME = r"(?:(-?\d+):)?(-?\d+):(-?\d+)(?:[.,](-?\d+))?"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)|WEBVTT")
_ID = re.compile(r"\d+|[0-9a-f]{8}-[0-9a-f-]{27}\S*")
_GROUP = re.compile(r"([0-9a-f]{8}-[0-9a-f-]{27}(?:/\d+)?)-\d+")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<(?:\d+:)?\d+:\d+[.,]\d+>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of time with what is said in it, on one line and without tags."""

    start_ms: int
    end_ms: int | None
    text: str
    speaker: str | None = None
    group: str | None = None
    """What the ids of a sentence cut over several cues share."""


class Captions(NamedTuple):
    """The cues of a file as they stand, and what had to be put right."""

    cues: tuple[Cue, ...]
    notes: tuple[str, ...]


def has_timings(text: str) -> bool:
    """Whether any line gives the times of a cue."""
    return "-->" in text and any(_TIMING.fullmatch(line) for line in text.split("\n") if "-->" in line)


def find_captions(text: str) -> Captions:
    """The cues of a WebVTT or SRT text; comments and styles are left out, lines that belong to no cue are counted."""
    blocks = [(match, lines) for match, lines in _blocks(text.split("\n")) if match is not None]
    stray = sum(len(lines) for match, lines in _blocks(text.split("\n")) if match is None)
    # Old Teams files write milliseconds without leading zeros, as they do minutes and seconds.
    unpadded = any(len(part or "00") == 1 for match, _ in blocks for part in (match[2], match[3], match[6], match[7]))
    negative = sum("-" in match[0].split("-->")[0] + match[0].split("-->")[1] for match, _ in blocks)
    cues: list[Cue] = []
    for match, (ident, *lines) in blocks:
        start, end = (_milliseconds(match.groups()[i : i + 4], unpadded) for i in (0, 4))
        group = _GROUP.fullmatch(ident)
        cues += _cues(start, end, lines, group[1] if group else None)
    notes = []
    if negative:
        notes.append(f"{counted(negative, 'cue has', 'cues have')} a negative time: it was set to 0")
    if stray:
        notes.append(
            f"{counted(stray, 'line belongs', 'lines belong')} to no cue and {'is' if stray == 1 else 'are'} left out"
        )
    return Captions(tuple(cues), tuple(notes))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[re.Match[str] | None, list[str]]]:
    """Timing and lines of each cue, the first of them its id or empty; without timing, lines that are in no cue."""
    match: re.Match[str] | None = None
    block: list[str] = [""]
    aside = False
    for i, line in enumerate(lines):
        timing = _TIMING.fullmatch(line) if "-->" in line else None
        blank_before = i == 0 or not lines[i - 1].strip()
        if timing is not None:
            ident = _take_id(block, lines, i)
            yield from _finished(match, block)
            match, block, aside = timing, [ident], False
        elif blank_before and _ASIDE.match(line.lstrip("\ufeff")):
            aside = True
        elif not line.strip():
            aside = False
        elif not aside:
            block.append(line.strip())
    yield from _finished(match, block)


def _finished(match: re.Match[str] | None, block: list[str]) -> Iterator[tuple[re.Match[str] | None, list[str]]]:
    if match is not None:
        yield match, block
    elif block[1:]:
        yield None, block[1:]


def _take_id(block: list[str], lines: Sequence[str], timing: int) -> str:
    """The id above a timing line, taken out of the block before: it must never become something said."""
    above = lines[timing - 1].strip() if timing else ""
    own_paragraph = timing < 2 or not lines[timing - 2].strip()
    if above and block[1:] and block[-1] == above and (own_paragraph or _ID.fullmatch(above)):
        return block.pop()
    return ""


def _milliseconds(parts: Sequence[str | None], unpadded: bool) -> int:
    hours, minutes, seconds, fraction = parts
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    digits = fraction or "0"
    thousandths = int(digits) if unpadded or len(digits.lstrip("-")) >= 3 else int(digits.ljust(3, "0"))
    return max(0, whole * 1000 + thousandths)


def _cues(start: int, end: int, lines: Sequence[str], group: str | None) -> Iterator[Cue]:
    """One cue for each voice in it; a voice lasts until the next one."""
    payload = " ".join(lines)
    parts = _VOICE.split(payload)
    if parts[0].strip() or len(parts) == 1:
        yield Cue(start, end, _plain(parts[0]), None, group)
    for voice, words in zip(parts[1::2], parts[2::2], strict=True):
        # noScribe marks a voice that speaks over another one by //
        yield Cue(start, end, _plain(words), _plain(voice).strip("/ ") or None, group)


def _plain(words: str) -> str:
    """Words without tags and entities, in one line; what only looks like a tag stays."""
    return " ".join(_ENTITY.sub(lambda match: unescape(match[0]), _TAG.sub("", words)).split(" ")).strip()
