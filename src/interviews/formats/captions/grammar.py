"""WebVTT and SRT: the times of a cue in all their dialects, its voices, tags and entities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from interviews.errors import counted
from interviews.formats.captions.asides import read_asides
from interviews.formats.captions.blocks import find_blocks, is_timing
from interviews.model import SourceNote

# Nothing in a tag is a `<`: a text with a thousand of them and no `>` is searched once, not a thousand times.
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]*)>")
_TAG = re.compile(
    r"</?(?:v|c|i|b|u|s|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<(?:\d{1,6}:)?\d{1,3}:\d{1,3}[.,]\d{1,9}>"
    r"|\{\\[a-zA-Z0-9][^{}\\]{0,60}\}"  # where a subtitle editor puts the line on the screen
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of time with what is said in it, on one line and without tags."""

    start_ms: int | None
    end_ms: int | None
    text: str
    speaker: str | None = None
    group: str | None = None
    """What the ids of a sentence cut over several cues share."""


class Captions(NamedTuple):
    """The cues of a file as they stand, what had to be put right, and what it says beside them."""

    cues: tuple[Cue, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceNote, ...] = ()
    language: str | None = None


def has_timings(text: str) -> bool:
    """Whether any line gives the times of a cue."""
    return "-->" in text and any(is_timing(line) for line in text.split("\n") if "-->" in line)


def find_captions(text: str) -> Captions:
    """The cues of a WebVTT or SRT text; comments become notes of the source, styles are left out."""
    found = list(find_blocks(text.split("\n")))
    timed = [(block.timing, block) for block in found if block.timing is not None]
    # Old Teams files write milliseconds without leading zeros, as they do minutes and seconds.
    unpadded = any(len(part or "00") == 1 for match, _ in timed for part in (match[2], match[3], match[6], match[7]))
    negative = sum("-" in match[0].split("-->")[0] + match[0].split("-->")[1] for match, _ in timed)
    cues: list[Cue] = []
    for match, block in timed:
        start, end = (_milliseconds(match.groups()[i : i + 4], unpadded) for i in (0, 4))
        cues += _cues(start, end, block.lines, block.group)
    asides = read_asides([block.lines for block in found if block.is_aside])
    stray = [line for block in found if block.is_stray for line in block.lines]
    sources = [*asides.notes, *([SourceNote("remark", "\n".join(stray))] if stray else [])]
    return Captions(tuple(cues), tuple(_notes(negative, len(stray))), tuple(sources), asides.language)


def _notes(negative: int, stray: int) -> Iterator[str]:
    if negative:
        yield f"{counted(negative, 'cue has', 'cues have')} a negative time: it was set to 0"
    if stray:
        count = counted(stray, "line belongs", "lines belong")
        yield f"{count} to no cue and {'is' if stray == 1 else 'are'} left out of the text, but kept in the vault"


def _milliseconds(parts: Sequence[str | None], unpadded: bool) -> int:
    hours, minutes, seconds, fraction = parts
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return max(0, whole * 1000 + _thousandths(fraction or "0", unpadded))


def _thousandths(fraction: str, unpadded: bool) -> int:
    """Milliseconds behind the point; four digits come from rounding up to `,1000`, more are parts of a millisecond."""
    digits = fraction.lstrip("-")
    if not unpadded:
        digits = digits.ljust(3, "0")
    if len(digits) > 3 and digits != "1000":
        digits = digits[:3]
    return -int(digits) if fraction.startswith("-") else int(digits)


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
    return _ENTITY.sub(lambda match: unescape(match[0]), _TAG.sub("", words)).strip()
