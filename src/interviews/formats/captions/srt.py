"""SubRip (SRT) subtitles, as aTrain, Whisper and video programs write them."""

from interviews.formats.captions.cues import build_transcript
from interviews.formats.captions.grammar import find_captions
from interviews.formats.language import language_code
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading


def read_srt(file: Opened) -> Reading:
    """A transcript with one turn for consecutive cues of one speaker."""
    captions = find_captions(file.text)
    return build_transcript(
        captions.cues,
        (*file.decoded.notes, *captions.notes),
        file.path,
        "srt",
        sources=captions.sources,
        language=language_code(captions.language),
    )
