"""SubRip (SRT) subtitles, as aTrain, Whisper and video programs write them."""

from pathlib import Path

from interviews.formats.captions import find_captions
from interviews.formats.cues import build_transcript
from interviews.formats.encoding import Decoded
from interviews.formats.reading import Reading


def read_srt(decoded: Decoded, path: Path) -> Reading:
    """A transcript with one turn for consecutive cues of one speaker."""
    captions = find_captions(decoded.text)
    return build_transcript(captions.cues, (*decoded.notes, *captions.notes), path, "srt")
