"""Deepgram: utterances where they were asked for, else words; several channels are several speakers."""

from collections.abc import Iterator

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import Record, label_of, milliseconds, record_at, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, Word, cues_of_text, cues_of_words


def is_deepgram(value: Record) -> bool:
    """Results in channels."""
    results = record_at(value, "results")
    return isinstance(results.get("channels"), list) or bool(records_at(results, "utterances"))


def read_deepgram(value: Record) -> Recognized:
    """One cue for each utterance, cut where the speaker changes inside it; without utterances, of the words."""
    channels = records_at(value, "results", "channels")
    utterances = records_at(value, "results", "utterances")
    several = len(channels) > 1
    if utterances:
        cues = [cue for utterance in utterances for cue in _cues(utterance, several)]
    else:
        words = [word for place, channel in enumerate(channels) for word in _channel(channel, place, several)]
        cues = cues_of_words(sorted(words, key=lambda word: word.start_ms or 0) if several else words)
    text = " ".join(text_at(channel, "alternatives", 0, "transcript") for channel in channels).strip()
    language = text_at(channels[0], "detected_language") if channels else ""
    return Recognized(cues or cues_of_text(text), (), (), language or None, text)


def _cues(utterance: Record, several: bool) -> list[Cue]:
    """An utterance without speaker, or one in which the words have several, is cut by the words."""
    speaker = _speaker(utterance, utterance.get("channel"), several)
    words = list(_words(records_at(utterance, "words"), utterance.get("channel"), several))
    text = text_at(utterance, "transcript")
    if words and ({word.speaker for word in words} - {None, speaker} or not text):
        return cues_of_words(words)
    return [Cue(milliseconds(utterance.get("start")), milliseconds(utterance.get("end")), text, speaker)]


def _channel(channel: Record, place: int, several: bool) -> Iterator[Word]:
    return _words(records_at(channel, "alternatives", 0, "words"), place, several)


def _words(words: list[Record], channel: object, several: bool) -> Iterator[Word]:
    for word in words:
        yield Word(
            text_at(word, "punctuated_word") or text_at(word, "word"),
            milliseconds(word.get("start")),
            milliseconds(word.get("end")),
            _speaker(word, channel, several),
        )


def _speaker(said: Record, channel: object, several: bool) -> str | None:
    """The number of the speaker, which may be 0; in a recording with several channels, the channel too."""
    speaker = label_of(said.get("speaker"))
    if not several or not isinstance(channel, int):
        return speaker
    return f"Channel {channel}" if speaker in (None, "Speaker 0") else f"Channel {channel} {speaker}"
