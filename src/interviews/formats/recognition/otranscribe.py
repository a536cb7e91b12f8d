"""oTranscribe (.otr): a page in JSON, with time marks that a transcriber has set, and the name of the recording."""

from collections.abc import Sequence
from typing import Any

from interviews.errors import Problem
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.formats.recognition.fields import Record, milliseconds, text_at
from interviews.formats.recognition.marked import parse_html, read_marked
from interviews.formats.recognition.timing import Timed, with_time_marks
from interviews.formats.talk.turns import find_turns
from interviews.model import SourceNote, Transcript


def is_otranscribe(value: Record) -> bool:
    """A text and what is known of the recording."""
    return isinstance(value.get("text"), str) and ("media" in value or "media-time" in value)


def read_otranscribe(value: Record, file: Opened, remarks: Sequence[str] = ()) -> Reading:
    """The text as the transcriber sees it; time marks at the edge of a turn become its times."""
    content = value["text"]
    if not content.strip():
        raise Unreadable("the file is empty: it holds no text")
    marked = read_marked(parse_html(content), _mark_of)
    if not marked.text.strip():
        raise Unreadable("the file is empty: it holds no text")
    conversation = find_turns(marked.text, file.name)
    times = [
        Timed(mark.start, mark.end, _time(mark.value, marked.text[mark.start : mark.end])) for mark in marked.marks
    ]
    turns, notes = with_time_marks(conversation.turns, marked.text, times)
    names = dict.fromkeys(text_at(value, key) for key in ("media", "media-source"))
    transcript = Transcript(
        file.path.stem,
        marked.text,
        turns,
        conversation.speakers,
        source=str(file.path),
        format="otranscribe",
        notes=tuple(SourceNote("media", name) for name in names if name),
    )
    problems = [Problem(file.name, note) for note in (*file.decoded.notes, *remarks, *notes)]
    return Reading(transcript, (*problems, *conversation.problems), file.path)


def _mark_of(element: Any) -> str | None:
    if "timestamp" not in (element.get("class") or "").split() and element.get("data-timestamp") is None:
        return None
    return str(element.get("data-timestamp") or "")


def _time(value: str, shown: str) -> int | None:
    """Seconds as a number, `1:02:03` in old files, and in still older ones nothing but what is shown."""
    time = milliseconds(value)
    return time if time is not None else milliseconds(shown.strip("[]() \N{NO-BREAK SPACE}"))
