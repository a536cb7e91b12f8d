"""IBM Watson: stretches with words and times, and a list beside them that says who speaks when."""

from typing import Any

from interviews.formats.recognition.fields import (
    Record,
    label_of,
    milliseconds,
    one_line,
    records_at,
    text_at,
    value_at,
)
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_text, cues_of_words


def is_watson(value: Record) -> bool:
    """Results that say whether they are final, with words as lists of three."""
    first = value_at(value, "results", 0)
    word = value_at(first, "alternatives", 0, "timestamps", 0)
    return isinstance(value_at(first, "final"), bool) and (isinstance(word, list) or "speaker_labels" in value)


def read_watson(value: Record) -> Recognized:
    """Words of one speaker on end as one cue; without speakers, one cue for each stretch."""
    speakers = {str(label.get("from")): label_of(label.get("speaker")) for label in records_at(value, "speaker_labels")}
    words = [
        word
        for place, result in enumerate(records_at(value, "results"))
        for word in _words(value_at(result, "alternatives", 0, "timestamps"), speakers, str(place))
    ]
    text = " ".join(text_at(result, "alternatives", 0, "transcript") for result in records_at(value, "results"))
    return Recognized(cues_of_words(words) or cues_of_text(text), full_text=text)


def _words(timestamps: Any, speakers: dict[str, str | None], unit: str) -> list[Word]:
    found = [entry for entry in timestamps if isinstance(entry, list)] if isinstance(timestamps, list) else []
    return [
        Word(
            one_line(entry[0]),
            milliseconds(value_at(entry, 1)),
            milliseconds(value_at(entry, 2)),
            speakers.get(str(value_at(entry, 1))),
            unit=unit,
        )
        for entry in found
        if entry and isinstance(entry[0], str)
    ]
