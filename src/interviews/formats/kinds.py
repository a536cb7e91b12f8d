"""The formats, in the order in which a file is asked whether it is one: content first, then its name."""

from collections.abc import Callable
from dataclasses import dataclass

from interviews.formats.captions.grammar import has_timings
from interviews.formats.captions.srt import read_srt
from interviews.formats.captions.vtt import read_vtt
from interviews.formats.documents.docx import read_docx
from interviews.formats.documents.pdf import read_pdf
from interviews.formats.documents.text import read_text
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading
from interviews.formats.tables.grid import is_workbook
from interviews.formats.tables.rows import read_rows_of_csv, read_rows_of_workbook


@dataclass(frozen=True, slots=True)
class Kind:
    """One format: how files of it are named, how their content is recognized, and who reads it."""

    name: str
    suffixes: tuple[str, ...]
    """The usual endings, the first one being what a problem calls the format by."""
    fits: Callable[[Opened], bool]
    read: Callable[[Opened], Reading]


def _is_docx(file: Opened) -> bool:
    return file.package is not None


def _is_vtt(file: Opened) -> bool:
    return file.text.startswith("WEBVTT") or (file.suffix == ".vtt" and has_timings(file.text))


def _is_srt(file: Opened) -> bool:
    """A text that begins as SRT does: a number, and the times below it; or any with times whose name says so."""
    number, _, rest = file.text.lstrip().partition("\n")
    begins = number.strip().isdecimal() and has_timings(rest.partition("\n")[0])
    return begins or (file.suffix == ".srt" and has_timings(file.text))


# A format stands before those that would also fit its files.
KINDS: tuple[Kind, ...] = (
    # packages and other binary files
    Kind("pdf", (".pdf",), lambda file: b"%PDF-" in file.content[:1024], read_pdf),
    Kind("xlsx", (".xlsx",), lambda file: is_workbook(file.package), read_rows_of_workbook),
    Kind("docx", (".docx",), _is_docx, read_docx),
    # XML, by its root
    # JSON, by its keys
    # text with times
    Kind("vtt", (".vtt",), _is_vtt, read_vtt),
    Kind("srt", (".srt",), _is_srt, read_srt),
    # rows of a table
    Kind("csv", (".csv", ".tsv"), lambda file: file.suffix in (".csv", ".tsv"), read_rows_of_csv),
    # any other text
    Kind("md", (".md",), lambda file: file.suffix == ".md", read_text),
    Kind("txt", (".txt",), lambda file: True, read_text),
)
SUFFIXES: tuple[str, ...] = tuple(dict.fromkeys(suffix for kind in KINDS for suffix in kind.suffixes))
"""Endings of the files that a folder is searched for."""
