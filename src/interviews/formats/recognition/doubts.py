"""Signs that Whisper invented words: silence, repetition, and phrases it knows from films. Nothing is removed."""

import re
from collections.abc import Sequence

from interviews.errors import counted
from interviews.formats.recognition.fields import Record

# Whisper takes 0.6 for silence when it is unsure of its words as well; silence with invented words begins at 0.4.
_NO_SPEECH = 0.4
# Above this, Whisper itself takes a segment for a loop and tries again.
_COMPRESSION = 2.4
# What films and videos end with, and interviews do not.
_INVENTED = re.compile(
    r"(?:untertitel(?:ung)?|subtitles|napisy)\b.{0,60}\b(?:amara|zdf|ard|wdr|swr|funk|community|by|im auftrag)"
    r"|(?:thanks|thank you) for watching|vielen dank (?:fürs|für das) zuschauen|dziękuję za uwagę|dzięki za oglądanie"
    r"|copyright wdr|please subscribe",
    re.IGNORECASE,
)


def find_doubts(segments: Sequence[Record], texts: Sequence[str]) -> list[str]:
    """Sentences on segments that may be no speech, with counts; `segments` as written, `texts` what they say."""
    spoken = [text for text in texts if text]
    notes = []
    silent = sum(_above(segment.get("no_speech_prob"), _NO_SPEECH) for segment in segments)
    if silent:
        count = f"{silent} of {counted(len(segments), 'segment', 'segments')}"
        notes.append(f"{count} may hold no speech, as the recognizer itself says (no_speech_prob): listen to them")
    loops = sum(_above(segment.get("compression_ratio"), _COMPRESSION) for segment in segments)
    if loops:
        count = counted(loops, "segment repeats itself", "segments repeat themselves")
        notes.append(f"{count} so much that the recognizer may have got stuck (compression_ratio)")
    return [*notes, *_invented(spoken)]


def _invented(texts: Sequence[str]) -> list[str]:
    count = sum(bool(_INVENTED.search(text)) for text in texts if len(text) < 200)
    if not count:
        return []
    return [f"{counted(count, 'segment reads', 'segments read')} like the end of a film, which recognizers invent"]


def _above(value: object, bound: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= bound
