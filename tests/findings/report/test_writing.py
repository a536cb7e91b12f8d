import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document
from lxml import etree
from lxml import html as parser

from interviews.errors import MisuseError
from interviews.findings import build, write_report
from interviews.findings.report.blocks import Bullets, Heading, Paragraph, PullQuote, Table
from interviews.findings.report.markdown import escape

pytestmark = pytest.mark.slow  # whole studies


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html"])
def test_the_same_study_gives_the_same_bytes(study, tmp_path, suffix):
    first = write_report(study, tmp_path / f"one{suffix}").read_bytes()
    assert write_report(study, tmp_path / f"two{suffix}").read_bytes() == first


def test_another_kind_of_file_is_refused_with_the_three_there_are(study, tmp_path):
    with pytest.raises(MisuseError, match=r"\.docx, \.md or \.html"):
        write_report(study, tmp_path / "bericht.pdf")


def test_a_place_that_cannot_be_written_is_told(study, tmp_path):
    with pytest.raises(MisuseError, match=r"bericht\.md"):
        write_report(study, tmp_path / "nirgends" / "bericht.md")


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html"])
def test_an_empty_study_is_written_too(empty_study, tmp_path, suffix):
    assert write_report(empty_study, tmp_path / f"leer{suffix}").stat().st_size


@pytest.fixture
def document(study, tmp_path):
    return Document(str(write_report(study, tmp_path / "bericht.docx")))


def test_a_word_document_has_real_headings_and_pull_quotes(document, study):
    blocks = build(study)
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [(f"Heading {block.level}", block.text) for block in blocks if isinstance(block, Heading)]
    quoted = [p.text for p in document.paragraphs if p.style.name in ("Pull Quote", "Quote")]
    assert quoted == [f"„{block.text}“" for block in blocks if isinstance(block, PullQuote)]


def test_all_text_and_all_tables_are_in_the_word_document(document, study):
    printed = [p.text for p in document.paragraphs]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    for block in build(study):
        if isinstance(block, Paragraph):
            assert block.text in printed
        elif isinstance(block, Bullets):
            assert set(block.items) <= set(printed)
        elif isinstance(block, Table):
            assert [list(block.header), *map(list, block.rows)] in tables
            assert block.caption in printed


def test_the_word_document_names_no_author_and_bears_the_reports_date(document):
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by, properties.title) == ("", "", "Ankommen <in> drei Orten")
    assert properties.created.date().isoformat() == "2026-05-04"


def test_the_word_document_has_a_page_number_alt_text_and_repeated_headers(study, tmp_path):
    content = write_report(study, tmp_path / "bericht.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
        footers = b"".join(archive.read(name) for name in archive.namelist() if "footer" in name)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b" PAGE " in footers
    assert 'descr="Farbtafel' in body
    assert body.count("w:tblHeader") == sum(isinstance(block, Table) for block in build(study))


def test_words_from_right_to_left_are_marked_so_in_the_word_document(document, study):
    arabic = study.quotes[1].text
    paragraph = next(p for p in document.paragraphs if arabic in p.text)
    assert "w:bidi" in paragraph._p.xml
    assert "w:rtl" in paragraph._p.xml


def test_characters_that_no_file_can_hold_are_replaced(study, make, tmp_path):
    odd = make.quote(
        "hafen-1", 0, 60, "Wohnen", text="Ein Glockenzeichen \x07 und ein halbes \ud83d Zeichen stehen im Satz"
    )
    for suffix in (".docx", ".html", ".md"):
        assert write_report(replace(study, quotes=(odd,)), tmp_path / f"b{suffix}").stat().st_size


@pytest.fixture
def page(study, tmp_path):
    return parser.fromstring(write_report(study, tmp_path / "bericht.html").read_bytes())


def test_the_page_is_self_contained_and_says_its_language(page):
    assert page.get("lang") == "de"
    assert not page.xpath("//script | //link")
    assert all(source.startswith("data:image/png;base64,") for source in page.xpath("//img/@src"))
    assert all(page.xpath("//img/@alt"))


def test_the_page_has_headings_in_order_and_contents_that_lead_to_them(page):
    levels = [int(element.tag[1]) for element in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = set(page.xpath("//@id"))
    assert len(ids) == len(page.xpath("//@id"))
    assert {target[1:] for target in page.xpath("//nav//a/@href")} <= ids


def test_quotes_stand_on_the_page_as_they_were_said(page, study):
    shown = [element.text_content() for element in page.xpath("//blockquote/p")]
    assert f"„{study.quotes[0].text}“" in shown
    assert not page.xpath("//blockquote//b")
    assert {element.get("dir") for element in page.xpath("//blockquote/p")} == {"auto"}


def test_every_table_of_the_page_has_a_caption_and_scoped_headers(page):
    for table in page.xpath("//table"):
        assert table.xpath("caption")
        assert all(cell.get("scope") for cell in table.xpath(".//th"))


def test_the_page_is_well_formed(study, tmp_path):
    text = write_report(study, tmp_path / "bericht.html").read_text(encoding="utf-8")
    text = re.sub(r"<(meta|img|col)\b([^>]*)>", r"<\1\2/>", text.removeprefix("<!DOCTYPE html>"))
    etree.fromstring(text)


def test_markdown_escapes_all_that_has_a_meaning_there():
    assert escape("Bewohner*innen | <b> [x](y) `z` _u_ # & ~") == (
        r"Bewohner\*innen \| \<b\> \[x\](y) \`z\` \_u\_ \# \& \~"
    )
    assert escape("1. Mai\n- Strich\n+ plus") == "1\\. Mai\n\\- Strich\n\\+ plus"


def test_markdown_keeps_every_table_row_whole_and_every_quote_quoted(study, tmp_path):
    text = write_report(study, tmp_path / "bericht.md").read_text(encoding="utf-8")
    assert "\\| \\<b\\>Nein\\</b\\>“" in text
    assert "Wörtern\\\n> zweite Zeile“" in text
    bars = re.compile(r"(?<!\\)\|")
    tables = [part.split("\n") for part in text.strip().split("\n\n") if part.startswith("| ")]
    assert tables
    for lines in tables:
        assert len({len(bars.findall(line)) for line in lines}) == 1
