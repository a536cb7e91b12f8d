"""The texts of a project: where each is found, and the transcript it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.documents.docx import read_docx
from interviews.formats.encoding import decode
from interviews.formats.opened import Opened
from interviews.formats.reading import Unreadable
from interviews.formats.refi.container import Container
from interviews.formats.refi.lexical import number_of
from interviews.formats.refi.losses import Losses
from interviews.formats.refi.positions import Convention, Original
from interviews.formats.refi.raw import RawSource, RawText
from interviews.formats.talk.turns import find_turns
from interviews.model import Speaker, Turn


@dataclass(slots=True)
class Text:
    """A text that becomes a transcript, with the elements of the file that speak of it."""

    id: str
    name: str
    original: Original
    raw: RawText
    source: RawSource
    others: list[RawText] = field(default_factory=list)
    """Transcripts under a recording that are the same text."""


def load(container: Container, raw: RawText, losses: Losses) -> Original | None:
    """The words of a text: its plain text, else what its Word document says; None where neither is there."""
    if raw.content is not None:
        return Original(raw.content)
    entry = container.find(raw.plain_path) if raw.plain_path else None
    try:
        if entry is not None:
            return Original(_decoded(container.text(entry), losses))
        document = container.find(raw.rich_path) if raw.rich_path else None
        if document is not None:
            return _from_document(container.text(document), losses)
    except Unreadable:
        losses.add(raw.tag, "whose text cannot be read: damaged, too large or no text", severity=Severity.ERROR)
        return None
    return None


def _decoded(content: bytes, losses: Losses) -> str:
    """The text with its line ends and byte-order mark, which positions may count."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" not in text:
        return text
    decoded = decode(content)
    losses.add("plainTextPath", "of a text that is not in UTF-8, decoded by a guess: check umlauts")
    return decoded.text


def _from_document(content: bytes, losses: Losses) -> Original:
    reading = read_docx(Opened(Path("source.docx"), content))
    losses.add("richTextPath", "only, without plain text: the words were taken from the Word document")
    return Original(reading.transcript.text if reading.transcript else "")


def turns_of(
    text: Text, losses: Losses, convention: Convention
) -> tuple[tuple[Turn, ...], tuple[Speaker, ...], tuple[Problem, ...]]:
    """Turns and speakers as in a file of text, and times where sync points stand at the beginning of a turn."""
    conversation = find_turns(text.original.text, losses.where)
    points = [point for raw in (text.raw, *text.others) for point in raw.points]
    times = times_of(text.original, points, convention)
    if not times:
        return conversation
    turns, used = _timed(conversation.turns, times)
    what = "within a turn or outside of all, left out: only turns have times"
    losses.add("SyncPoint", what, len(points) - used, Severity.INFO)
    return turns, conversation.speakers, conversation.problems


def times_of(
    original: Original, points: Sequence[tuple[str, str, str]], convention: Convention
) -> list[tuple[int, int]]:
    """Position and time of the sync points that have both, in order of position."""
    known = [(number_of(position), number_of(time)) for _, time, position in points]
    both = [(at, ms) for at, ms in known if at is not None and ms is not None and 0 <= ms < 2**53]
    positions = [at for at, _ in both]
    places = original.spans(positions, positions, convention._replace(inclusive=False))
    return sorted((at, ms) for (at, _), (_, ms) in zip(places, both, strict=True) if 0 <= at <= len(original.text))


def _timed(turns: Sequence[Turn], times: Sequence[tuple[int, int]]) -> tuple[tuple[Turn, ...], int]:
    """Turns begin at the sync point on their label or first character, and end at the one that follows their speech.

    With the number of sync points that say so.
    """
    made: list[Turn] = []
    place = used = 0
    for turn, after in zip(turns, [*turns[1:], None], strict=True):
        begin, until = _start(turn), _start(after) if after else times[-1][0] + 1
        while place < len(times) and times[place][0] < begin:
            place += 1
        inside = []
        while place < len(times) and times[place][0] < max(until, turn.speech.end):
            inside.append(times[place])
            place += 1
        start = inside[0][1] if inside and inside[0][0] <= turn.speech.start else None
        ends = [ms for at, ms in inside if at >= turn.speech.end and (start is None or ms >= start)]
        made.append(_with_times(turn, start, ends[0] if ends else None))
        used += (start is not None) + bool(ends)
    return tuple(made), used


def _start(turn: Turn) -> int:
    return min(turn.label.start, turn.speech.start) if turn.label else turn.speech.start


def _with_times(turn: Turn, start: int | None, end: int | None) -> Turn:
    return Turn(
        turn.number,
        turn.speech,
        turn.speaker,
        turn.role,
        turn.label,
        turn.start_ms if turn.start_ms is not None else start,
        turn.end_ms if turn.end_ms is not None else end,
        turn.language,
    )
