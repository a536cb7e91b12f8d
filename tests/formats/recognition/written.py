"""JSON as recognizers write it, put into a file and read again."""

import json
from pathlib import Path
from typing import Any

from interviews.formats import Reading, read_file
from interviews.model import Transcript

Row = tuple[int | None, int | None, str | None, str]


def read(folder: Path, value: Any, suffix: str = ".json", language: str | None = "de") -> Reading:
    """What is read from a file with `value`: as it is where it is text, else as JSON."""
    path = folder / f"gespraech{suffix}"
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return read_file(path, language)


def transcript_of(reading: Reading) -> Transcript:
    """The transcript, whose turns lie in order inside the text and whose labels stand where they say."""
    assert reading.transcript is not None, reading.problems
    text, at = reading.transcript.text, 0
    for number, turn in enumerate(reading.transcript.turns, 1):
        assert turn.number == number
        assert at <= (turn.label or turn.speech).start <= turn.speech.start < turn.speech.end <= len(text)
        at = turn.speech.end
    return reading.transcript


def rows(reading: Reading) -> list[Row]:
    """Start, end, speaker and speech of every turn."""
    transcript = transcript_of(reading)
    return [(turn.start_ms, turn.end_ms, turn.speaker, turn.speech.of(transcript.text)) for turn in transcript.turns]


def said(reading: Reading) -> list[tuple[str | None, str]]:
    """Speaker and speech of every turn."""
    return [(row[2], row[3]) for row in rows(reading)]


def messages(reading: Reading) -> str:
    """All problems in one line."""
    return " | ".join(problem.message for problem in reading.problems)


def sources(reading: Reading) -> list[tuple[str, str]]:
    """Kind and text of every note of the source."""
    return [(note.kind, note.text) for note in transcript_of(reading).notes]
