"""One file to one reading: the content decides what it is where it can, the suffix where it cannot."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.captions import has_timings
from interviews.formats.docx import read_docx
from interviews.formats.encoding import Decoded, decode
from interviews.formats.language import guess_language
from interviews.formats.limits import read_bytes
from interviews.formats.reading import Reading, Unreadable
from interviews.formats.srt import read_srt
from interviews.formats.text import read_text
from interviews.formats.vtt import read_vtt

SUFFIXES = (".txt", ".md", ".docx", ".vtt", ".srt")
_FALLBACK = "de"
# How files begin that are no text, and what to do with them.
_FOREIGN = (
    (b"%PDF-", "this is a PDF: save the transcript as .docx or .txt"),
    (b"{\\rtf", "this is an RTF file: save it as .docx or .txt"),
    (b"\xd0\xcf\x11\xe0", "this is an old or password-protected Word file: save it as .docx without password"),
)


def read_file(path: Path | str, language: str | None = None) -> Reading:
    """Read one transcript (.txt, .md, .docx, .vtt, .srt); what goes wrong is in the problems and never raised.

    `language` is guessed from the words where it is not given: `de`, `en` or `pl`.
    """
    path = Path(path)
    try:
        reading = _read(path)
    except Unreadable as reason:
        return Reading(None, (Problem(path.name, str(reason), Severity.ERROR),), path)
    return _with_language(reading, language)


def _read(path: Path) -> Reading:
    suffix = path.suffix.casefold()
    if path.name.startswith("~$"):
        raise Unreadable("this is the lock file of an open Word document: read the document itself")
    if suffix not in SUFFIXES:
        raise Unreadable(f"files of this type cannot be read: use {', '.join(SUFFIXES)}")
    content = read_bytes(path)
    if not content.strip():
        raise Unreadable("the file is empty")
    for beginning, advice in _FOREIGN:
        if content.startswith(beginning):
            raise Unreadable(advice)
    if content.startswith(b"PK\x03\x04"):
        return _noting(read_docx(content, path), suffix, ".docx")
    return _read_text(decode(content), path, suffix)


def _read_text(decoded: Decoded, path: Path, suffix: str) -> Reading:
    if not decoded.text.strip():
        raise Unreadable("the file is empty")
    if decoded.text.startswith("WEBVTT"):
        return _noting(read_vtt(decoded, path), suffix, ".vtt")
    if suffix in (".vtt", ".srt") and has_timings(decoded.text):
        reader: Callable[[Decoded, Path], Reading] = read_vtt if suffix == ".vtt" else read_srt
        return reader(decoded, path)
    if suffix == ".txt" and _is_srt(decoded.text):
        return _noting(read_srt(decoded, path), suffix, ".srt")
    reading = read_text(decoded, path, markdown=suffix == ".md")
    return reading if suffix in (".txt", ".md") else _noting(reading, suffix, ".txt")


def _is_srt(text: str) -> bool:
    """Whether a text begins as SRT does: a number, and the times below it."""
    number, _, rest = text.lstrip().partition("\n")
    return number.strip().isdecimal() and has_timings(rest.partition("\n")[0])


def _noting(reading: Reading, suffix: str, real: str) -> Reading:
    if suffix == real:
        return reading
    note = f"the file is named {suffix} and was read as {real}, which its content is"
    where = reading.path.name if reading.path else ""
    return replace(reading, problems=(Problem(where, note), *reading.problems))


def _with_language(reading: Reading, language: str | None) -> Reading:
    transcript = reading.transcript
    if transcript is None:
        return reading
    if language is not None:
        return replace(reading, transcript=replace(transcript, language=language))
    guess = guess_language(" ".join(turn.speech.of(transcript.text) for turn in transcript.turns[:400]))
    if guess is not None:
        return replace(reading, transcript=replace(transcript, language=guess))
    where = reading.path.name if reading.path else transcript.name
    note = Problem(where, f"the language could not be told and was taken for {_FALLBACK}: give language=")
    return replace(reading, transcript=replace(transcript, language=_FALLBACK), problems=(*reading.problems, note))
