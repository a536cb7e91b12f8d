"""Google Speech-to-Text: stretches with words; with speakers, the last result holds all words once more."""

from typing import Any

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at, value_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_words


def is_google(value: Record) -> bool:
    """Results with alternatives that have a transcript, or words, and no type."""
    first = value_at(_results(value), 0)
    alternatives = records_at(first, "alternatives")
    found = bool(alternatives) and ("transcript" in alternatives[0] or "words" in alternatives[0])
    return found and not records_at(value, "speaker_labels") and not isinstance(value_at(first, "final"), bool)


def read_google(value: Record) -> Recognized:
    """With speakers, words of one on end as one cue; without, one cue for each stretch."""
    results = [result for result in _results(value) if records_at(result, "alternatives")]
    channels = {result.get("channelTag") for result in results}
    parts = [_words(result, len(channels) > 1) for result in results]
    language = next((code for code in map(_language, results) if code), None)
    if not any(word.speaker for part in parts for word in part):
        return Recognized([_cue(result, part) for result, part in zip(results, parts, strict=True)], language=language)
    full = " ".join(text_at(result, "alternatives", 0, "transcript") for result in results)
    if _repeats(parts):
        full = " ".join(text_at(result, "alternatives", 0, "transcript") for result in results[:-1])
        parts = parts[-1:]
    return Recognized(cues_of_words(word for part in parts for word in part), language=language, full_text=full)


def _repeats(parts: list[list[Word]]) -> bool:
    """Whether the last result begins where the recording does, to tell the speakers of all that was said."""
    if len(parts) < 2 or not parts[0] or not parts[-1]:
        return False
    begin, again = parts[0][0].start_ms, parts[-1][0].start_ms
    return begin is not None and again is not None and again <= begin


def _results(value: Any) -> list[Record]:
    return records_at(value, "results") or records_at(value, "response", "results")


def _language(result: Record) -> str:
    return text_at(result, "languageCode") or text_at(result, "language_code")


def _words(result: Record, several: bool) -> list[Word]:
    channel = label_of(result.get("channelTag")) if several else None
    return [
        Word(
            text_at(word, "word"),
            _time(word, "startTime", "startOffset", "start_time"),
            _time(word, "endTime", "endOffset", "end_time"),
            _speaker(word) or channel,
        )
        for word in records_at(result, "alternatives", 0, "words")
    ]


def _speaker(word: Record) -> str | None:
    """Tags begin at 1; 0 says that there is none."""
    tag = word.get("speakerTag", word.get("speaker_tag"))
    return label_of(word.get("speakerLabel")) or (None if tag == 0 else label_of(tag))


def _time(word: Record, *keys: str) -> int | None:
    """Seconds and billionths of one in an object, or seconds with an `s`."""
    value = next((word[key] for key in keys if key in word), None)
    if not isinstance(value, dict):
        return milliseconds(value)
    seconds, rest = milliseconds(value.get("seconds", 0)), milliseconds(value.get("nanos", 0), 1e-6)
    return None if seconds is None else seconds + (rest or 0)


def _cue(result: Record, words: list[Word]) -> Cue:
    text = text_at(result, "alternatives", 0, "transcript") or " ".join(word.text for word in words if word.text)
    start = next((word.start_ms for word in words if word.start_ms is not None), None)
    ends = [word.end_ms for word in words if word.end_ms is not None]
    told = _time(result, "resultEndTime", "resultEndOffset")
    return Cue(start, max(ends, default=told), text)
