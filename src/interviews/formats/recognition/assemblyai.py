"""AssemblyAI: utterances, which may be null, else words; times in milliseconds."""

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_text, cues_of_words, media_note


def is_assemblyai(value: Record) -> bool:
    """Words and a text at the top, and one of the keys that only this service writes."""
    return "text" in value and "words" in value and ("utterances" in value or "audio_url" in value)


def read_assemblyai(value: Record) -> Recognized:
    """One cue for each utterance; without utterances, of the words."""
    cues = [
        Cue(
            milliseconds(utterance.get("start"), 1),
            milliseconds(utterance.get("end"), 1),
            text_at(utterance, "text"),
            _speaker(utterance),
        )
        for utterance in records_at(value, "utterances")
    ] or cues_of_words(
        Word(
            text_at(word, "text"), milliseconds(word.get("start"), 1), milliseconds(word.get("end"), 1), _speaker(word)
        )
        for word in records_at(value, "words")
    )
    text = text_at(value, "text")
    sources = media_note(text_at(value, "audio_url"))
    return Recognized(
        cues or cues_of_text(value.get("text")), (), sources, text_at(value, "language_code") or None, text
    )


def _speaker(said: Record) -> str | None:
    return label_of(said.get("speaker")) or label_of(said.get("channel"))
