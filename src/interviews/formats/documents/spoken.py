"""From the words of a document to a reading: the turns in them, and what the document says of itself."""

from collections.abc import Sequence

from interviews.errors import Problem
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.formats.talk.turns import find_turns
from interviews.model import SourceNote, Transcript


def reading_of(
    text: str,
    file: Opened,
    format: str,
    *,
    problems: Sequence[Problem] = (),
    notes: Sequence[SourceNote] = (),
    markdown: bool = False,
) -> Reading:
    """The transcript of a text with LF line ends; `problems` of reading it come before those of finding its turns."""
    if not text.strip():
        raise Unreadable("the file is empty: it holds no text")
    conversation = find_turns(text, file.name, markdown=markdown)
    transcript = Transcript(
        file.path.stem,
        text,
        conversation.turns,
        conversation.speakers,
        source=str(file.path),
        format=format,
        notes=tuple(notes),
    )
    return Reading(transcript, (*problems, *conversation.problems), file.path)
