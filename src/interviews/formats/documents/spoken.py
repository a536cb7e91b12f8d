"""From the words of a document to a reading: the turns in them, and what the document says of itself."""

from collections.abc import Sequence

from interviews.errors import Problem, Severity, counted
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.formats.talk.turns import find_turns
from interviews.model import SourceNote, Transcript

# A day of talk has some 20,000. Each line costs about 40 microseconds and half a kilobyte.
_LINES = 500_000

Fate = tuple[int, str, str, str, Severity]
"""How many of something a document has, what one and many of them are called, and what became of them."""


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
    if text.count("\n") > _LINES:
        raise Unreadable(f"the file has more than {_LINES:,} lines, far more than a transcript: split it")
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


def fates(findings: Sequence[Fate]) -> list[tuple[str, Severity]]:
    """A sentence for everything that a document has and its text shows otherwise or not at all."""
    return [
        (f"{counted(count, one, many)} {'was' if count == 1 else 'were'} {fate}", severity)
        for count, one, many, fate, severity in findings
        if count
    ]
