"""digitalPaperEdit: words with times, and paragraphs that say from when to when who speaks."""

from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_words
from interviews.formats.recognition.stretches import Stretch, Stretches


def is_paper_edit(value: Record) -> bool:
    """Words with a text beside paragraphs with a speaker and times."""
    words, paragraphs = records_at(value, "words"), records_at(value, "paragraphs")
    return bool(words and paragraphs) and "text" in words[0] and {"start", "end"} <= set(paragraphs[0])


def read_paper_edit(value: Record) -> Recognized:
    """Words of one speaker on end as one cue."""
    stretches = Stretches(
        Stretch(start, end, label_of(paragraph.get("speaker")))
        for paragraph in records_at(value, "paragraphs")
        if (start := milliseconds(paragraph.get("start"))) is not None
        and (end := milliseconds(paragraph.get("end"))) is not None
    )
    words = []
    for word in records_at(value, "words"):
        start, end = milliseconds(word.get("start")), milliseconds(word.get("end"))
        place = stretches.place_of(start, end)
        unit = None if place is None else str(place)
        words.append(Word(text_at(word, "text"), start, end, stretches.speaker_of(start, end), unit=unit))
    return Recognized(cues_of_words(words))
