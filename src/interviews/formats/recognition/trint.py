"""Trint: words with times in milliseconds, each with its paragraph and perhaps a speaker."""

from interviews.errors import counted
from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_words, media_note


def is_trint(value: Record) -> bool:
    """Words with a value, a time and a duration."""
    words = records_at(value, "words")
    return bool(words) and {"value", "time", "duration"} <= set(words[0])


def read_trint(value: Record) -> Recognized:
    """Words of one speaker on end as one cue; words of nobody paragraph by paragraph."""
    words = records_at(value, "words")
    struck = sum(word.get("strikethrough") is True for word in words)
    notes = [f"{counted(struck, 'word is', 'words are')} struck through in the file and stay in the text"]
    cues = cues_of_words(map(_word, words))
    return Recognized(cues, notes if struck else (), media_note(text_at(value, "title"), "title"))


def _word(word: Record) -> Word:
    start, duration = milliseconds(word.get("time"), 1), milliseconds(word.get("duration"), 1)
    end = start + duration if start is not None and duration is not None else None
    unit = word.get("paragraphId")
    return Word(text_at(word, "value"), start, end, label_of(word.get("speaker")), unit=unit and str(unit))
