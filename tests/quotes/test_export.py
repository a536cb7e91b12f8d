"""Exports hold the quotes verbatim, and the same quotes give the same bytes."""

import csv
import io
import re
import stat
import time
import zipfile

import openpyxl
import pytest
from docx import Document

from interviews.errors import MisuseError
from interviews.model import Quote, Span
from interviews.quotes import export_quotes, select_quotes
from tests.quotes.study import NORTH, PARTICIPANTS, codings

QUOTES = select_quotes(
    codings(
        ("Gut.", "Wohnen"), ("Wir sind *alle* Bewohner*innen.", "Alltag"), ("שלום, sagt", "Alltag"), ("Gut.", "Alltag")
    ),
    [NORTH],
    PARTICIPANTS,
)
EVIL = Quote("x:1-0", '=HYPERLINK("x") <b>&\x07\ud800', "x", Span(0, 5), 1, "P1", codes=("W",))
SUFFIXES = [".md", ".html", ".docx", ".csv", ".xlsx"]


def shown(path):
    """All text a reader of the file sees."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in Document(path).paragraphs)
    if path.suffix == ".xlsx":
        return "\n".join(str(cell.value) for row in openpyxl.load_workbook(path).active for cell in row)
    text = path.read_text(encoding="utf-8-sig")
    return re.sub(r"\\(.)", r"\1", text) if path.suffix == ".md" else text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_quote_and_its_citation_stand_in_the_file(tmp_path, suffix):
    text = shown(export_quotes(QUOTES, tmp_path / f"zitate{suffix}"))
    for quote in QUOTES:
        assert quote.text in text
        assert quote.citation in text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_second_export_has_the_same_bytes(tmp_path, suffix):
    first = export_quotes(QUOTES, tmp_path / f"a{suffix}").read_bytes()
    time.sleep(0.01)
    assert export_quotes(QUOTES, tmp_path / f"b{suffix}").read_bytes() == first


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_office_files_tell_neither_time_nor_author(tmp_path, suffix):
    with zipfile.ZipFile(export_quotes(QUOTES, tmp_path / f"a{suffix}")) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in archive.read("docProps/core.xml")
        assert b"modified" not in archive.read("docProps/core.xml")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_hostile_text_harms_no_format(tmp_path, suffix):
    text = shown(export_quotes([EVIL], tmp_path / f"a{suffix}"))
    assert "<b>&" not in text if suffix == ".html" else "<b>&" in text


def test_no_cell_is_a_formula(tmp_path):
    sheet = openpyxl.load_workbook(export_quotes([EVIL], tmp_path / "a.xlsx")).active
    assert (sheet["B2"].data_type, sheet["B2"].value[:10]) == ("s", "=HYPERLINK")
    text = export_quotes([EVIL], tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert next(csv.DictReader(io.StringIO(text)))["text"].startswith("'=")


def test_quotes_stand_under_each_of_their_codes(tmp_path):
    text = export_quotes(QUOTES, tmp_path / "a.md", language="en").read_text()
    assert text.startswith("# Quotes\n\n## Alltag\n\n> Gut.\n>\n> — P1, Nord, turn 2 · `nord-1:2-")
    assert text.count("> Gut") == 2


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("*alle* Bewohner*innen", "\\*alle\\* Bewohner\\*innen"),
        ("- 1. so\n1. dann\n# [Ort] [a](b)", "\\- 1. so  \n> 1\\. dann  \n> \\# [Ort] [a]\\(b)"),
        ("<b> &amp; & ~~weg~~", "\\<b> \\&amp; & \\~~weg\\~~"),
    ],
)
def test_markdown_prints_what_was_said(tmp_path, said, written):
    quote = Quote("x:1-0", said, "x", Span(0, 1), 1, "P1", codes=("W",))
    assert f"> {written}\n>\n" in export_quotes([quote], tmp_path / "a.md").read_text()


def test_right_to_left_quotes_are_marked_so(tmp_path):
    export_quotes(QUOTES, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert archive.read("word/document.xml").count(b"<w:bidi/>") == 1
    page = export_quotes(QUOTES, tmp_path / "a.html").read_text()
    assert '<html lang="de">' in page
    assert page.count('<p dir="auto">') == 4


def test_an_unknown_file_type_is_refused(tmp_path):
    with pytest.raises(MisuseError, match=r"'.pdf'; possible are: .md"):
        export_quotes(QUOTES, tmp_path / "a.pdf")


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(MisuseError, match="cannot write"):
        export_quotes(QUOTES, tmp_path / "no" / "a.md")


def test_an_export_leaves_no_draft_and_is_readable(tmp_path):
    path = export_quotes(QUOTES, tmp_path / "a.md")
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & stat.S_IRUSR


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_an_export_says_which_quotes_might_tell_who_speaks(tmp_path, suffix, language):
    described = {"P1": {"group": "imam"}, **{f"P{n}": {"group": "resident"} for n in range(2, 6)}}
    quotes = select_quotes(codings(("Gut.", "Wohnen")), [NORTH], PARTICIPANTS, described=described)
    path = export_quotes(quotes, tmp_path / f"quotes{suffix}", language=language)
    assert "group" in shown(path)
    assert "P1" in shown(path)
