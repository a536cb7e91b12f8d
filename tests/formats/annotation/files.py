"""What the tests of annotation formats share: reading a content, and what came of it."""

import random
from collections.abc import Iterator
from pathlib import Path

from interviews.formats import Reading, read_file


def read(folder: Path, content: str | bytes, name: str) -> Reading:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_file(path, "de")


def turns_of(reading: Reading) -> list[tuple[str | None, str, int | None, int | None]]:
    """Speaker, speech, start and end of every turn; the labels are checked on the way."""
    assert reading.transcript is not None, reading.problems
    text = reading.transcript.text
    at = 0
    for turn in reading.transcript.turns:
        assert at <= (turn.label or turn.speech).start <= turn.speech.start < turn.speech.end <= len(text)
        at = turn.speech.end
        assert (turn.label is None) == (turn.speaker is None)
        if turn.label is not None:
            assert turn.label.of(text) == f"{turn.speaker}:"
    return [(t.speaker, t.speech.of(text), t.start_ms, t.end_ms) for t in reading.transcript.turns]


def said(reading: Reading) -> list[tuple[str | None, str]]:
    return [turn[:2] for turn in turns_of(reading)]


def messages(reading: Reading) -> str:
    return " | ".join(problem.message for problem in reading.problems)


def notes_of(reading: Reading) -> list[tuple[str, str]]:
    assert reading.transcript is not None, reading.problems
    return [(note.kind, note.text) for note in reading.transcript.notes]


def about(reading: Reading, kind: str) -> list[tuple[str, str | None]]:
    """The notes of a kind, each with the stretch of the text that it is about."""
    transcript = reading.transcript
    assert transcript is not None
    return [
        (note.text, note.span.of(transcript.text) if note.span else None)
        for note in transcript.notes
        if note.kind == kind
    ]


def damaged(content: bytes, count: int = 60) -> Iterator[bytes]:
    """The content cut off, with bytes changed, taken out and doubled, always in the same ways."""
    chance = random.Random(7)
    for number in range(count):
        at = chance.randrange(len(content))
        far = min(len(content), at + chance.randrange(1, 40))
        other = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 4)))
        choices = (content[:at], content[:at] + other + content[far:], content[:at] + content[far:])
        yield (*choices, content[:far] + content[at:])[number % 4]
