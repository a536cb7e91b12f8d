"""What a WebVTT file says beside its cues: the title, the language, comments, and the recording they name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from interviews.model import SourceNote

_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{0,30})\s*[:=]\s*(.*)")
# The name of a recording behind a colon, as in `Audio file: ./interview 7.mp3`.
_MEDIA = re.compile(
    r":\s{0,5}([^\s:][^:\n]{0,300}?\.(?:mp3|mp4|m4a|m4v|wav|wma|wmv|ogg|oga|opus|flac|aac|aiff?|mov|mkv|avi|webm|amr|3gp))\b",
    re.IGNORECASE,
)


# Microsoft Stream writes how sure it is of every cue; a sentence in a comment never looks like this.
_MEASURE = re.compile(r"(?:confidence|recognizability|duration)\s*:\s*\S+", re.IGNORECASE)


class Asides(NamedTuple):
    """Notes of the source, and the language that the head names."""

    notes: tuple[SourceNote, ...] = ()
    language: str | None = None


def read_asides(blocks: Sequence[Sequence[str]]) -> Asides:
    """What the head and the comments say; styles and regions are looks alone and say nothing."""
    notes: list[SourceNote] = []
    language = None
    for lines in blocks:
        first = lines[0]
        if first.startswith("WEBVTT"):
            told, language = _head(lines, language)
            notes += told
        elif first.startswith("NOTE"):
            told, language = _comment(lines, language)
            notes += told
    return Asides(tuple(notes), language)


def _comment(lines: Sequence[str], language: str | None) -> tuple[list[SourceNote], str | None]:
    said = []
    for line in (line.removeprefix("NOTE").strip() for line in lines):
        field = _FIELD.fullmatch(line)
        if field and field[1].casefold() == "language":
            language = field[2].strip()
        elif line and not _MEASURE.fullmatch(line):
            said.append(line)
    comment = "\n".join(said)
    return [*([SourceNote("comment", comment)] if comment else []), *find_media(comment)], language


def find_media(text: str) -> list[SourceNote]:
    """The names of recordings that a text gives behind a colon; they are noted, and never opened."""
    return [SourceNote("media", name) for name in dict.fromkeys(_MEDIA.findall(text))]


def _head(lines: Sequence[str], language: str | None) -> tuple[list[SourceNote], str | None]:
    title = lines[0].removeprefix("WEBVTT").lstrip(" \t-–").strip()
    notes = [SourceNote("title", title)] if title else []
    for line in lines[1:]:
        match = _FIELD.fullmatch(line)
        if match and match[1].casefold() == "language":
            language = match[2].strip()
        elif not (match and match[1].casefold() == "kind"):
            notes.append(SourceNote("remark", line))
    return [*notes, *find_media("\n".join(lines[1:]))], language
