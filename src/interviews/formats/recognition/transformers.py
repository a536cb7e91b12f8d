"""Whisper run by the transformers library: chunks with pairs of times, or the same with speakers."""

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at, value_at
from interviews.formats.recognition.recognized import Recognized


def is_transformers(value: Record) -> bool:
    """Chunks with a timestamp and a text."""
    return any({"timestamp", "text"} <= set(chunk) for chunk in records_at(value, "chunks")[:1])


def read_transformers(value: Record) -> Recognized:
    """One cue for each chunk; those with speakers, where the file has such."""
    spoken = [chunk for chunk in records_at(value, "speakers") if "text" in chunk and "timestamp" in chunk]
    cues = [
        Cue(
            milliseconds(value_at(chunk, "timestamp", 0)),
            milliseconds(value_at(chunk, "timestamp", 1)),
            text_at(chunk, "text"),
            label_of(chunk.get("speaker")),
        )
        for chunk in spoken or records_at(value, "chunks")
    ]
    return Recognized(cues, full_text=text_at(value, "text"))
