"""The products whose JSON is known, in the order in which a file is asked whether it is one's, and how it is read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from interviews.errors import counted
from interviews.formats.captions.cues import build_transcript
from interviews.formats.language import language_code
from interviews.formats.opened import Opened
from interviews.formats.reading import NoTranscript, Reading, Unreadable
from interviews.formats.recognition.amazon_analytics import is_amazon_analytics, read_amazon_analytics
from interviews.formats.recognition.amazon_job import is_amazon_job, read_amazon_job
from interviews.formats.recognition.amberscript import is_amberscript, read_amberscript
from interviews.formats.recognition.assemblyai import is_assemblyai, read_assemblyai
from interviews.formats.recognition.azure import is_azure, read_azure
from interviews.formats.recognition.deepgram import is_deepgram, read_deepgram
from interviews.formats.recognition.elevenlabs import is_elevenlabs, read_elevenlabs
from interviews.formats.recognition.fields import Record
from interviews.formats.recognition.google import is_google, read_google
from interviews.formats.recognition.kaldi import is_kaldi, read_kaldi
from interviews.formats.recognition.labels import without_long_labels
from interviews.formats.recognition.otranscribe import is_otranscribe, read_otranscribe
from interviews.formats.recognition.paper_edit import is_paper_edit, read_paper_edit
from interviews.formats.recognition.recognized import Recognized
from interviews.formats.recognition.revai import is_revai, read_revai
from interviews.formats.recognition.speechmatics import is_speechmatics, read_speechmatics
from interviews.formats.recognition.transformers import is_transformers, read_transformers
from interviews.formats.recognition.trint import is_trint, read_trint
from interviews.formats.recognition.watson import is_watson, read_watson
from interviews.formats.recognition.whisper import is_whisper, read_whisper
from interviews.formats.recognition.whisper_cpp import is_whisper_cpp, read_whisper_cpp


@dataclass(frozen=True, slots=True)
class Product:
    """A product, or a family of products with one schema."""

    name: str
    """What the transcript's format is called."""
    title: str
    fits: Callable[[Record], bool]
    read: Callable[[Record], Recognized]


# One with more telling keys stands before one that would also fit its files.
PRODUCTS: tuple[Product, ...] = (
    Product("assemblyai", "AssemblyAI", is_assemblyai, read_assemblyai),
    Product("aws", "Amazon Transcribe", is_amazon_job, read_amazon_job),
    Product("aws-analytics", "Amazon Call Analytics", is_amazon_analytics, read_amazon_analytics),
    Product("deepgram", "Deepgram", is_deepgram, read_deepgram),
    Product("speechmatics", "Speechmatics", is_speechmatics, read_speechmatics),
    Product("watson", "IBM Watson", is_watson, read_watson),
    Product("google", "Google Speech-to-Text", is_google, read_google),
    Product("azure", "Azure Speech", is_azure, read_azure),
    Product("elevenlabs", "ElevenLabs", is_elevenlabs, read_elevenlabs),
    Product("revai", "Rev.ai", is_revai, read_revai),
    Product("amberscript", "Amberscript", is_amberscript, read_amberscript),
    Product("kaldi", "BBC Kaldi", is_kaldi, read_kaldi),
    Product("paperedit", "digitalPaperEdit", is_paper_edit, read_paper_edit),
    Product("trint", "Trint", is_trint, read_trint),
    Product("whisper.cpp", "whisper.cpp", is_whisper_cpp, read_whisper_cpp),
    Product("transformers", "transformers", is_transformers, read_transformers),
    Product("whisper", "Whisper, WhisperX and aTrain", is_whisper, read_whisper),
)
_BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{\s*")')


def looks_like_json(file: Opened) -> bool:
    """Whether a file is JSON, or begins as JSON with keys does and is cut off."""
    return file.is_json or file.suffix in (".json", ".otr") or _BEGINS.match(file.content) is not None


def read_json(file: Opened) -> Reading:
    """The transcript in a JSON file of a known product; `Unreadable` for any other."""
    if not file.is_json:
        raise Unreadable("the file is no complete JSON: it is damaged or was cut off, so export it again")
    value = file.json
    if isinstance(value, list) and len(value) == 1:
        value = value[0]  # some programs put their one result into a list
    if isinstance(value, dict) and is_otranscribe(value):
        return read_otranscribe(value, file, _repeated(file))
    product = next((one for one in PRODUCTS if isinstance(value, dict) and one.fits(value)), None)
    if product is None:
        titles = ", ".join(sorted((one.title for one in PRODUCTS), key=str.casefold))
        raise NoTranscript(
            f"this JSON file holds no transcript of a known program and was left aside; known are {titles}, oTranscribe"
        )
    recognized = product.read(value)
    cues, notes, sources = without_long_labels(recognized.cues)
    return build_transcript(
        cues,
        (*file.decoded.notes, *_repeated(file), *recognized.notes, *notes, *_omissions(recognized)),
        file.path,
        product.name,
        sources=(*recognized.sources, *sources),
        language=language_code(recognized.language),
        written_labels=False,
    )


def _repeated(file: Opened) -> list[str]:
    count = file.repeated_keys
    twice = counted(count, "entry stands", "entries stand")
    return [f"{twice} twice in the same place of the file, and only the last one was read"] if count else []


def _omissions(recognized: Recognized) -> Iterator[str]:
    """What the cues lack: speakers, times, or words that the file's own full text has."""
    spoken = [cue for cue in recognized.cues if cue.text]
    unnamed = sum(cue.speaker is None for cue in spoken)
    if 0 < unnamed < len(spoken):
        yield f"{counted(unnamed, 'stretch names', 'stretches name')} no speaker: a turn of nobody each"
    untimed = sum(cue.start_ms is None for cue in spoken)
    if 0 < untimed < len(spoken):
        yield f"{counted(untimed, 'stretch has', 'stretches have')} no usable time"
    missing = len(recognized.full_text.split()) - sum(len(cue.text.split()) for cue in spoken)
    if missing > 0:
        yield f"the file's own full text has {counted(missing, 'word', 'words')} more than its parts, which were read"
