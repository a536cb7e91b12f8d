"""whisper.cpp: pieces with offsets in milliseconds below `transcription`."""

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at, value_at
from interviews.formats.recognition.recognized import Recognized


def is_whisper_cpp(value: Record) -> bool:
    """Pieces with offsets and a text."""
    return any({"offsets", "text"} <= set(piece) for piece in records_at(value, "transcription")[:1])


def read_whisper_cpp(value: Record) -> Recognized:
    """One cue for each piece."""
    cues = [
        Cue(
            milliseconds(value_at(piece, "offsets", "from"), 1),
            milliseconds(value_at(piece, "offsets", "to"), 1),
            text_at(piece, "text"),
            label_of(piece.get("speaker")),
        )
        for piece in records_at(value, "transcription")
    ]
    language = text_at(value, "result", "language") or text_at(value, "params", "language")
    return Recognized(cues, language=language or None)
