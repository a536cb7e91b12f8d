"""noScribe's pages (.html): paragraphs as a person has corrected them, and anchors with the times of every passage."""

import re
from collections.abc import Iterator
from typing import Any

from interviews.errors import Problem
from interviews.formats.captions.asides import find_media
from interviews.formats.opened import Opened
from interviews.formats.reading import NoTranscript, Reading
from interviews.formats.recognition.marked import Marked, parse_html, read_marked
from interviews.formats.recognition.timing import Timed, with_passages
from interviews.formats.talk.turns import find_turns
from interviews.model import SourceNote, Transcript

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
)
_ANCHOR = re.compile(r"ts_(\d{1,10})_(\d{1,10})_.*", re.DOTALL)


def is_page(file: Opened) -> bool:
    """Whether a file is a page of the web, by its beginning or else its name."""
    return _PAGE.match(file.content[:4_000]) is not None or file.suffix in (".html", ".htm")


def read_noscribe(file: Opened) -> Reading:
    """The text of a page that noScribe wrote, as it stands in the paragraphs; `Unreadable` for any other page."""
    root = parse_html(file.text)
    marked = read_marked(root, _mark_of)
    if not marked.marks:
        raise NoTranscript(
            "this page holds no transcript by noScribe and was left aside: save a transcript as .docx, .odt or .txt"
        )
    media = [
        content for meta in root.iter("meta") if meta.get("name") == "audio_source" and (content := meta.get("content"))
    ]
    text, passages, sources = _without_head(marked, media)
    conversation = find_turns(text, file.name)
    turns, notes = with_passages(conversation.turns, passages)
    transcript = Transcript(
        file.path.stem, text, turns, conversation.speakers, source=str(file.path), format="noscribe", notes=sources
    )
    problems = [Problem(file.name, note) for note in (*file.decoded.notes, *notes)]
    return Reading(transcript, (*problems, *conversation.problems), file.path)


def _mark_of(element: Any) -> str | None:
    name = element.get("name") if element.tag == "a" else None
    return str(name) if name and _ANCHOR.fullmatch(name) else None


def _without_head(marked: Marked, media: list[str]) -> tuple[str, list[Timed], tuple[SourceNote, ...]]:
    """The text below the head that noScribe writes, the passages in it, and the head as notes of the source."""
    begin = marked.marks[0].start
    above = marked.text[:begin]
    place = above.rfind("noScribe")
    cut = 0
    if place >= 0:
        end = above.find("\n\n", place)
        cut = begin if end < 0 else end + 2
    sources = [*(SourceNote("media", name) for name in media), *_head(above[:cut], media)]
    passages = [Timed(mark.start - cut, mark.end - cut, *_times(mark.value)) for mark in marked.marks]
    return marked.text[cut:], passages, tuple(dict.fromkeys(sources))


def _head(head: str, media: list[str]) -> Iterator[SourceNote]:
    kind = "title"
    for line in head.split("\n"):
        kind = "remark" if "noScribe" in line or kind == "remark" else "title"
        named = find_media(line)
        if line.strip() and not named and not any(name in line for name in media[:3]):
            yield SourceNote(kind, line.strip())
        yield from (note for note in named if note.text not in media[:3])


def _times(name: str) -> tuple[int | None, int | None]:
    match = _ANCHOR.fullmatch(name)
    return (int(match[1]), int(match[2])) if match else (None, None)
