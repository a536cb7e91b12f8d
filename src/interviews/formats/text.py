"""Plain text and Markdown: the file itself with LF line ends, and the turns found in it."""

from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.encoding import Decoded
from interviews.formats.reading import Reading
from interviews.formats.turns import find_turns
from interviews.model import Transcript


def read_text(decoded: Decoded, path: Path, *, markdown: bool = False) -> Reading:
    """A transcript whose text is exactly the decoded file."""
    conversation = find_turns(decoded.text, path.name, markdown=markdown)
    notes = tuple(Problem(path.name, note, Severity.WARNING) for note in decoded.notes)
    transcript = Transcript(
        path.stem,
        decoded.text,
        conversation.turns,
        conversation.speakers,
        source=str(path),
        format="md" if markdown else "txt",
    )
    return Reading(transcript, notes + conversation.problems, path)
