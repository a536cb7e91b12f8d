"""BBC Kaldi: words with times, and stretches of speakers beside them."""

from interviews.formats.recognition.fields import Record, label_of, milliseconds, record_at, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_words
from interviews.formats.recognition.stretches import Stretch, Stretches


def is_kaldi(value: Record) -> bool:
    """Words with a punctuated form, at the top or below `retval`."""
    return any("punct" in word for word in records_at(_answer(value), "words")[:1])


def read_kaldi(value: Record) -> Recognized:
    """Words of one speaker on end as one cue."""
    answer = _answer(value)
    stretches = Stretches(
        Stretch(start, start + (milliseconds(segment.get("duration")) or 0), _speaker(segment))
        for segment in records_at(answer, "segmentation", "segments")
        if (start := milliseconds(segment.get("start"))) is not None
    )
    words = []
    for word in records_at(answer, "words"):
        start, end = milliseconds(word.get("start")), milliseconds(word.get("end"))
        words.append(
            Word(text_at(word, "punct") or text_at(word, "word"), start, end, stretches.speaker_of(start, end))
        )
    return Recognized(cues_of_words(words), full_text=text_at(answer, "punct"))


def _answer(value: Record) -> Record:
    return record_at(value, "retval") or value


def _speaker(segment: Record) -> str | None:
    return label_of(record_at(segment, "speaker").get("@id") or segment.get("speaker"))
