"""WebVTT of Teams, Zoom, noScribe and others."""

from pathlib import Path

from interviews.formats.captions import find_captions
from interviews.formats.cues import build_transcript
from interviews.formats.encoding import Decoded
from interviews.formats.reading import Reading


def read_vtt(decoded: Decoded, path: Path) -> Reading:
    """A transcript with one turn for consecutive cues of one speaker."""
    captions = find_captions(decoded.text)
    missing = (
        ()
        if decoded.text.startswith("WEBVTT")
        else ("the line WEBVTT is missing at the top: read as WebVTT all the same",)
    )
    return build_transcript(captions.cues, (*decoded.notes, *missing, *captions.notes), path, "vtt")
