"""Amazon Transcribe, a job: words with times as text, speakers in a list beside them, with the words, or by channel."""

from collections.abc import Iterator

from interviews.formats.recognition.fields import Record, label_of, milliseconds, record_at, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_text, cues_of_words, media_note


def is_amazon_job(value: Record) -> bool:
    """Results with items, and the transcripts beside them."""
    results = record_at(value, "results")
    return "transcripts" in results and ("items" in results or "channel_labels" in results)


def read_amazon_job(value: Record) -> Recognized:
    """Words of one speaker or channel on end as one cue."""
    results = record_at(value, "results")
    items = records_at(results, "items") or [
        item for channel in records_at(results, "channel_labels", "channels") for item in records_at(channel, "items")
    ]
    speakers = _speakers(results)
    words = list(_words(items, speakers))
    if not speakers and any(word.speaker for word in words):
        words = _by_time(words)
    text = " ".join(text_at(transcript, "transcript") for transcript in records_at(results, "transcripts"))
    language = text_at(results, "language_code") or text_at(value, "results", "language_identification", 0, "code")
    sources = media_note(text_at(value, "jobName"), "title")
    return Recognized(cues_of_words(words) or cues_of_text(text), (), sources, language or None, text)


def _speakers(results: Record) -> dict[str, str | None]:
    """Who says the word that begins at a time, as the list of speakers tells it."""
    return {
        str(item.get("start_time")): label_of(item.get("speaker_label") or segment.get("speaker_label"))
        for segment in records_at(results, "speaker_labels", "segments")
        for item in records_at(segment, "items")
    }


def _words(items: list[Record], speakers: dict[str, str | None]) -> Iterator[Word]:
    for item in items:
        start = item.get("start_time")
        told = item.get("speaker_label") or speakers.get(str(start)) or item.get("channel_label")
        yield Word(
            text_at(item, "alternatives", 0, "content"),
            milliseconds(start),
            milliseconds(item.get("end_time")),
            label_of(told),
            attached=item.get("type") == "punctuation",
        )


def _by_time(words: list[Word]) -> list[Word]:
    """Words of several channels as they follow each other; punctuation stays behind its word."""
    keys, time = [], 0
    for word in words:
        time = time if word.start_ms is None else word.start_ms
        keys.append(time)
    return [words[i] for i in sorted(range(len(words)), key=keys.__getitem__)]
