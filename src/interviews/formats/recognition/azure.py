"""Azure Speech, batch transcription: phrases with the number of the speaker, times in ten-millionths of a second."""

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at
from interviews.formats.recognition.recognized import Recognized, media_note

_TICK_MS = 1e-4


def is_azure(value: Record) -> bool:
    """A list of recognized phrases."""
    return bool(records_at(value, "recognizedPhrases"))


def read_azure(value: Record) -> Recognized:
    """One cue for each phrase; several channels are several speakers."""
    phrases = records_at(value, "recognizedPhrases")
    several = len({str(phrase.get("channel")) for phrase in phrases}) > 1
    cues = [_cue(phrase, several) for phrase in phrases]
    language = next((locale for phrase in phrases if (locale := text_at(phrase, "locale"))), None)
    return Recognized(cues, sources=media_note(text_at(value, "source")), language=language)


def _cue(phrase: Record, several: bool) -> Cue:
    start = milliseconds(phrase.get("offsetInTicks"), _TICK_MS)
    length = milliseconds(phrase.get("durationInTicks"), _TICK_MS)
    end = start + length if start is not None and length is not None else None
    best = records_at(phrase, "nBest")
    text = text_at(best, 0, "display") or text_at(best, 0, "lexical")
    channel = phrase.get("channel")
    speaker = label_of(phrase.get("speaker"))
    if speaker is None and several and isinstance(channel, int):
        speaker = f"Channel {channel}"
    return Cue(start, end, text, speaker)
