"""Plain text and Markdown: the file itself with LF line ends, and the turns found in it."""

from interviews.errors import Problem, Severity
from interviews.formats.documents.spoken import reading_of
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading


def read_text(file: Opened) -> Reading:
    """A transcript whose text is exactly the decoded file."""
    markdown = file.suffix == ".md"
    problems = [Problem(file.name, note, Severity.WARNING) for note in file.decoded.notes]
    return reading_of(file.text, file, "md" if markdown else "txt", problems=problems, markdown=markdown)
