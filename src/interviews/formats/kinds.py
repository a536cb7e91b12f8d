"""The formats, in the order in which a file is asked whether it is one: content first, then its name."""

from collections.abc import Callable
from dataclasses import dataclass

from interviews.formats.annotation.cha import is_cha, read_cha
from interviews.formats.annotation.eaf import read_eaf
from interviews.formats.annotation.exb import read_exb
from interviews.formats.annotation.folker import read_folker
from interviews.formats.annotation.recognition import has_root, is_other_xml, refuse_xml
from interviews.formats.annotation.tei import read_tei
from interviews.formats.annotation.textgrid import is_textgrid, read_textgrid
from interviews.formats.annotation.trs import read_trs
from interviews.formats.captions.grammar import has_timings
from interviews.formats.captions.srt import read_srt
from interviews.formats.captions.vtt import read_vtt
from interviews.formats.documents.docx import read_docx
from interviews.formats.documents.odt import is_odt, read_odt
from interviews.formats.documents.pdf import read_pdf
from interviews.formats.documents.rtf import is_rtf, read_rtf
from interviews.formats.documents.text import read_text
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading
from interviews.formats.recognition.noscribe import is_page, read_noscribe
from interviews.formats.recognition.products import looks_like_json, read_json
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
    Kind("odt", (".odt", ".fodt"), is_odt, read_odt),
    Kind("pdf", (".pdf",), lambda file: b"%PDF-" in file.content[:1024], read_pdf),
    Kind("xlsx", (".xlsx",), lambda file: is_workbook(file.package), read_rows_of_workbook),
    Kind("docx", (".docx",), _is_docx, read_docx),
    Kind("rtf", (".rtf",), is_rtf, read_rtf),
    # XML, by its root
    Kind("eaf", (".eaf", ".xml"), lambda file: has_root(file, "ANNOTATION_DOCUMENT"), read_eaf),
    Kind("exb", (".exb", ".xml"), lambda file: has_root(file, "basic-transcription"), read_exb),
    Kind("folker", (".flk", ".fln", ".xml"), lambda file: has_root(file, "folker-transcription"), read_folker),
    Kind("trs", (".trs", ".xml"), lambda file: has_root(file, "Trans"), read_trs),
    Kind("tei", (".tei", ".xml"), lambda file: has_root(file, "TEI", "TEI.2", "teiCorpus"), read_tei),
    Kind("xml", (".xml",), is_other_xml, refuse_xml),
    # JSON, by its keys
    Kind("json", (".json", ".otr"), looks_like_json, read_json),
    # pages of the web, by their anchors
    Kind("noscribe", (".html", ".htm"), is_page, read_noscribe),
    # text with times
    Kind("textgrid", (".textgrid",), is_textgrid, read_textgrid),
    Kind("cha", (".cha",), lambda file: is_cha(file.text), read_cha),
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
