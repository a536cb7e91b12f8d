"""WebVTT of Teams, Zoom, noScribe and others."""

from interviews.formats.captions.cues import build_transcript
from interviews.formats.captions.grammar import find_captions
from interviews.formats.language import language_code
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading


def read_vtt(file: Opened) -> Reading:
    """A transcript with one turn for consecutive cues of one speaker."""
    captions = find_captions(file.text)
    missing = (
        ()
        if file.text.startswith("WEBVTT")
        else ("the line WEBVTT is missing at the top: read as WebVTT all the same",)
    )
    return build_transcript(
        captions.cues,
        (*file.decoded.notes, *missing, *captions.notes),
        file.path,
        "vtt",
        sources=captions.sources,
        language=language_code(captions.language),
    )
