"""ElevenLabs Scribe: words, blanks and noises with the speaker of each."""

from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_text, cues_of_words


def is_elevenlabs(value: Record) -> bool:
    """Words with a type beside a text and the code of its language."""
    words = records_at(value, "words")
    return "language_code" in value and "text" in value and bool(words) and "type" in words[0]


def read_elevenlabs(value: Record) -> Recognized:
    """Words and noises of one speaker on end as one cue; blanks stand where the file has them."""
    words = records_at(value, "words")
    spaced = any(word.get("type") == "spacing" for word in words)
    said: list[Word] = []
    blank = True
    for word in words:
        if word.get("type") == "spacing":
            blank = True
            continue
        speaker = label_of(word.get("speaker_id"))
        goes_on = spaced and not blank and bool(said) and said[-1].speaker == speaker
        times = milliseconds(word.get("start")), milliseconds(word.get("end"))
        said.append(Word(text_at(word, "text"), *times, speaker, attached=goes_on))
        blank = False
    cues = cues_of_words(said) or cues_of_text(value.get("text"))
    return Recognized(cues, language=text_at(value, "language_code") or None)
