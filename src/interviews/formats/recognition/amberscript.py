"""Amberscript: segments of words, and a list that gives the speakers' ids their names."""

from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_words, media_note


def is_amberscript(value: Record) -> bool:
    """Segments with words and without text, beside a list of speakers with ids."""
    segments = records_at(value, "segments")
    named = any("spkid" in speaker for speaker in records_at(value, "speakers"))
    return (
        bool(segments) and "text" not in segments[0] and "words" in segments[0] and (named or "speaker" in segments[0])
    )


def read_amberscript(value: Record) -> Recognized:
    """Words of one speaker on end as one cue."""
    names = {
        str(speaker.get("spkid")): label_of(speaker.get("name")) or label_of(speaker.get("spkid"))
        for speaker in records_at(value, "speakers")
    }
    words = (
        Word(
            text_at(word, "text"),
            milliseconds(word.get("start")),
            milliseconds(word.get("end")),
            names.get(str(segment.get("speaker"))) or label_of(segment.get("speaker")),
            unit=str(place),
        )
        for place, segment in enumerate(records_at(value, "segments"))
        for word in records_at(segment, "words")
    )
    sources = media_note(text_at(value, "filename"))
    return Recognized(cues_of_words(words), (), sources, text_at(value, "language") or None)
