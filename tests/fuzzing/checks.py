"""What must hold for any file: a reading or a sentence, positions inside the text, nothing written elsewhere."""

import os
import sys
import time
from pathlib import Path
from typing import Any

from interviews.errors import MisuseError, Severity
from interviews.formats import read_file
from interviews.formats.reading import Reading
from interviews.formats.refi import read_qdc, read_qdpx

# Far more than any file of two megabytes needs, far less than a person would call a hang.
SECONDS_AT_MOST = 20.0

_watched: list[Path] = []
_escaped: list[str] = []


def check_reader(path: Path) -> None:
    """Read the file; raises where anything but a reading or a reported problem comes of it."""
    start = time.process_time()
    if path.suffix in (".qdpx", ".qdc"):
        _check_exchange(path)
    else:
        check_reading(read_file(path, "de"))
    seconds = time.process_time() - start
    assert seconds < SECONDS_AT_MOST, f"{seconds:.0f} seconds of processor time for {path.stat().st_size} bytes"
    assert not _escaped, f"written outside the target: {_escaped[0]}"


def check_reading(reading: Reading) -> None:
    """What a reading promises, whatever it was made of."""
    transcript = reading.transcript
    if transcript is None:
        assert any(problem.severity is Severity.ERROR for problem in reading.problems)
        return
    text = transcript.text
    assert text.strip()
    assert "\r" not in text
    text.encode("utf-8")  # no half characters
    at = 0
    labels = {speaker.label for speaker in transcript.speakers}
    for number, turn in enumerate(transcript.turns, 1):
        assert turn.number == number
        assert at <= (turn.label or turn.speech).start <= turn.speech.start <= turn.speech.end <= len(text)
        assert turn.speaker is None or turn.speaker in labels
        assert turn.start_ms is None or turn.start_ms >= 0
        assert turn.end_ms is None or turn.start_ms is None or turn.end_ms >= turn.start_ms
        at = turn.speech.end
    for note in transcript.notes:
        assert note.span is None or note.span.end <= len(text)


def _check_exchange(path: Path) -> None:
    """A study or a codebook of another program, or one sentence."""
    try:
        exchange = read_qdc(path) if path.suffix == ".qdc" else read_qdpx(path)
    except MisuseError:
        return
    texts = {transcript.id: transcript.text for transcript in exchange.transcripts}
    for text in texts.values():
        assert "\r" not in text
    for coding in exchange.codings:
        assert coding.span.end <= len(texts[coding.transcript])


def watch_writes(allowed: Path) -> None:
    """From now on every file that this process opens for writing must lie in `allowed`; others are remembered."""
    if not _watched:
        sys.addaudithook(_hook)
    _watched.append(allowed.resolve())


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(args[0], str | bytes) and _writes(args[1], args[2]):
        path = Path(os.fsdecode(args[0])).absolute()
        if not any(path.is_relative_to(folder) for folder in _watched) and not path.is_relative_to("/dev"):
            _escaped.append(path.name)


def _writes(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
