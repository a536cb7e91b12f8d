"""Speechmatics: words and punctuation with the speaker of each; `UU` is nobody known."""

from collections.abc import Iterator

from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_words, media_note

_UNKNOWN = "UU"


def is_speechmatics(value: Record) -> bool:
    """Results with a type and alternatives that have a content."""
    results = records_at(value, "results")
    first = next((item for item in results if item.get("type") != "speaker_change"), {})
    return "type" in first and any("content" in alternative for alternative in records_at(first, "alternatives"))


def read_speechmatics(value: Record) -> Recognized:
    """Words of one speaker on end as one cue; punctuation belongs to the word before."""
    cues = cues_of_words(_words(records_at(value, "results")))
    language = text_at(value, "metadata", "transcription_config", "language")
    if not language or language == "auto":
        language = text_at(value, "results", 0, "alternatives", 0, "language")
    sources = media_note(text_at(value, "job", "data_name"))
    return Recognized(cues, (), sources, language or None, text_at(value, "metadata", "transcript"))


def _words(results: list[Record]) -> Iterator[Word]:
    for item in results:
        speaker = label_of(text_at(item, "alternatives", 0, "speaker") or item.get("channel"))
        yield Word(
            text_at(item, "alternatives", 0, "content"),
            milliseconds(item.get("start_time")),
            milliseconds(item.get("end_time")),
            None if speaker == _UNKNOWN else speaker,
            attached=item.get("type") == "punctuation" and item.get("attaches_to") in (None, "previous", "both"),
        )
