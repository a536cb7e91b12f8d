"""Whisper, WhisperX, whisper-timestamped, faster-whisper, aTrain and the services that answer as Whisper does."""

from typing import Any

from interviews.errors import counted
from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.doubts import find_doubts
from interviews.formats.recognition.fields import Record, label_of, milliseconds, one_line, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_text, cues_of_words, media_note

# What stands beside the text alone in the plain answer of the service.
_ALONE = frozenset({"text", "usage", "logprobs", "language", "duration", "task", "segments", "words"})


def is_whisper(value: Record) -> bool:
    """Segments with text or with words as Whisper writes them, or its plain answer of a text."""
    segments = records_at(value, "segments")
    if segments:
        first = segments[0]
        spoken = "text" in first or any("word" in word for word in records_at(first, "words"))
        return spoken and ("start" in first or "speaker" in first)
    return isinstance(value.get("text"), str) and set(value) <= _ALONE


def read_whisper(value: Record) -> Recognized:
    """One cue for each segment; a segment without speaker is cut by the speakers of its words, where they have any."""
    segments = records_at(value, "segments")
    cues: list[Cue] = []
    mixed = 0
    for segment in segments:
        cues += _cues(segment)
        mixed += _is_mixed(segment)
    notes = find_doubts(segments, [cue.text for cue in cues])
    if mixed:
        count = counted(mixed, "segment holds", "segments hold")
        notes.append(f"{count} words that the file gives to another speaker than the segment: listen to them")
    text = text_at(value, "text")
    media = media_note(text_at(value, "audio_path") or text_at(value, "filename"))
    return Recognized(cues or cues_of_text(value.get("text")), notes, media, text_at(value, "language") or None, text)


def _cues(segment: Record) -> list[Cue]:
    speaker = label_of(segment.get("speaker"))
    words = records_at(segment, "words")
    text = text_at(segment, "text")
    if words and (not text or (speaker is None and any(label_of(word.get("speaker")) for word in words))):
        return cues_of_words(_words(words, speaker))
    return [Cue(milliseconds(segment.get("start")), milliseconds(segment.get("end")), text, speaker)]


def _words(words: list[Record], speaker: str | None) -> list[Word]:
    """The words of a segment; where words bring their blank along, one without it goes on with the word before."""
    raw = [_raw(word) for word in words]
    blanks = any(text.startswith(" ") for text in raw[1:])
    last = speaker
    found = []
    for word, text in zip(words, raw, strict=True):
        last = label_of(word.get("speaker")) or last
        times = milliseconds(word.get("start")), milliseconds(word.get("end"))
        found.append(Word(one_line(text), *times, last, attached=blanks and not text.startswith(" ")))
    return found


def _raw(word: Record) -> str:
    text: Any = word.get("word", word.get("text"))
    return text if isinstance(text, str) else ""


def _is_mixed(segment: Record) -> bool:
    speaker = label_of(segment.get("speaker"))
    if speaker is None:
        return False
    others = (label_of(word.get("speaker")) for word in records_at(segment, "words"))
    return any(other not in (None, speaker) for other in others)
