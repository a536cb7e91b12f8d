"""OpenDocument texts: what a reader of the document sees, once; nothing deleted, hidden or remarked on."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats import Reading, read_file

_NAMES = "office text table draw style meta fo svg".split()
NAMESPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
TYPE = "application/vnd.oasis.opendocument.text"


def content_of(body: str, styles: str = "") -> str:
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    return f'<?xml version="1.0"?><office:document-content {NAMESPACES}>{automatic}{inner}</office:document-content>'


def document(body: str, *, styles: str = "", parts: dict[str, str] | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", TYPE)
        for name, content in {"content.xml": content_of(body, styles), **(parts or {})}.items():
            package.writestr(name, content)
    return buffer.getvalue()


def read(tmp_path: Path, content: bytes) -> Reading:
    path = tmp_path / "gespraech.odt"
    path.write_bytes(content)
    return read_file(path, "de")


def text_of(tmp_path: Path, body: str, *, styles: str = "") -> str:
    reading = read(tmp_path, document(body, styles=styles))
    assert reading.transcript is not None, reading.problems
    assert reading.transcript.format == "odt"
    return reading.transcript.text


def p(inner: str) -> str:
    return f"<text:p>{inner}</text:p>"


def cell(*inner: str) -> str:
    return f"<table:table-cell>{''.join(map(p, inner))}</table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def note(words: str) -> str:
    citation = "<text:note-citation>1</text:note-citation>"
    return f"<text:note>{citation}<text:note-body>{p(words)}</text:note-body></text:note>"


HIDDEN = (
    '<style:style style:family="text" style:name="T1"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:family="text" style:name="T2" style:parent-style-name="T1"/>'
)
BOX = f"<draw:frame><draw:text-box>{p('im Kasten')}</draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("I: Ja?") + p("B: Gut."), "I: Ja?\nB: Gut."),
        ("<text:h>Titel</text:h>" + p("I: Ja?"), "Titel\nI: Ja?"),
        (p("a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d<text:s/>e"), "a   b\tc\nd e"),
        (p("\n  viele \n   <text:span> Blanks</text:span>  hier"), "viele Blanks hier"),
        (p("<text:a>Verweis</text:a> und <text:span>mehr</text:span>"), "Verweis und mehr"),
        (p("a<text:soft-page-break/>b<text:bookmark/>c"), "abc"),
        (f"<text:section>{p('drin')}</text:section>", "drin"),
        (f"<text:list><text:list-item>{p('eins')}</text:list-item></text:list>" + p("zwei"), "eins\nzwei"),
        (f"<table:table><table:table-column/>{row(cell('I'), cell('Ja?', 'Und?'))}</table:table>", "I\tJa? Und?"),
        (f"<table:table>{row(cell('I: Ja?', 'B: Gut.'))}</table:table>", "I: Ja?\nB: Gut."),
        (p("vor " + BOX + "nach"), "vor nach\nim Kasten"),
        (BOX + p("nach"), "nach\nim Kasten"),
        (p("nach") + BOX, "nach\nim Kasten"),
        (p("B: Ja" + note("leise") + ".") + p("I: So?"), "B: Ja[1].\n[1] leise\nI: So?"),
        (p("da <text:span text:style-name='T2'>verborgen</text:span>hier"), "da hier"),
        (f"<text:section text:display='none'>{p('weg')}</text:section>" + p("da"), "da"),
        (p("da<text:hidden-text text:string-value='x'>weg</text:hidden-text>"), "da"),
        (
            "<text:tracked-changes><text:changed-region><text:deletion>"
            f"<office:change-info><dc:creator>Rot</dc:creator></office:change-info>{p('weg')}"
            "</text:deletion></text:changed-region></text:tracked-changes>"
            + p("da<text:change text:change-id='1'/> <text:change-start text:change-id='2'/>neu<text:change-end/>"),
            "da neu",
        ),
    ],
)
def test_a_document_gives_what_a_reader_sees(tmp_path: Path, body: str, text: str) -> None:
    assert text_of(tmp_path, body, styles=HIDDEN) == text


def test_comments_keep_their_author_and_their_place(tmp_path: Path) -> None:
    one = f"<office:annotation office:name='c1'><dc:creator>Frau Klar</dc:creator>{p('prüfen')}</office:annotation>"
    two = f"<office:annotation><dc:creator>Herr Hell</dc:creator>{p('hm')}</office:annotation>"
    body = p("I: Ja?") + p(f"B: Ja, {one}genau so<office:annotation-end office:name='c1'/>. Gut{two}.")
    transcript = read(tmp_path, document(body)).transcript
    assert transcript is not None
    assert transcript.text == "I: Ja?\nB: Ja, genau so. Gut."
    first, second = transcript.notes
    assert (first.kind, first.text, first.author) == ("comment", "prüfen", "Frau Klar")
    assert first.span is not None
    assert first.span.of(transcript.text) == "genau so"
    assert second.span is not None
    assert transcript.text[second.span.start :] == "."


def test_headers_and_properties_are_notes(tmp_path: Path) -> None:
    meta = (
        f"<office:document-meta {NAMESPACES}><office:meta><meta:initial-creator>Frau Klar</meta:initial-creator>"
        "<dc:creator>Herr Hell</dc:creator><dc:title>Akte</dc:title><meta:keyword>Ort</meta:keyword>"
        "<meta:user-defined meta:name='Fall'>7</meta:user-defined><meta:generator>X</meta:generator>"
        "</office:meta></office:document-meta>"
    )
    styles = (
        f"<office:document-styles {NAMESPACES}><office:master-styles><style:master-page>"
        f"<style:header>{p('Kopf')}</style:header><style:footer>{p('')}</style:footer>"
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    reading = read(tmp_path, document(p("I: Ja?"), parts={"meta.xml": meta, "styles.xml": styles}))
    assert reading.transcript is not None
    assert [(note.kind, note.text) for note in reading.transcript.notes] == [
        ("author", "Frau Klar"),
        ("editor", "Herr Hell"),
        ("title", "Akte"),
        ("keywords", "Ort"),
        ("property", "Fall: 7"),
        ("header", "Kopf"),
    ]
    report = " | ".join(problem.message for problem in reading.problems)
    assert "1 header or footer was left out" in report
    assert "Klar" not in report


def test_a_document_in_one_xml_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.fodt"
    flat = (
        content_of(p("I: Ja?"))
        .replace("document-content", "document")
        .replace(NAMESPACES, f'{NAMESPACES} office:mimetype="{TYPE}"')
    )
    path.write_text(flat, encoding="utf-8")
    transcript = read_file(path, "de").transcript
    assert transcript is not None
    assert (transcript.format, transcript.text) == ("odt", "I: Ja?")


LOCKED = "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (document(p(""), parts={"META-INF/manifest.xml": LOCKED}), "protected by a password"),
        (document(p("")), "no text"),
        (document("", parts={"content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "document type"),
        (document("", parts={"content.xml": "<a/>"}), "not a text"),
        (document(p("Ja"))[:150], "damaged"),
        (document(p("<text:span>" * 300 + "x" + "</text:span>" * 300)), "damaged"),
    ],
)
def test_a_document_that_is_none_gives_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    reading = read(tmp_path, content)
    assert reading.transcript is None
    assert [sentence in problem.message for problem in reading.problems] == [True]


@pytest.mark.parametrize(
    "inner",
    ["<text:span>{}</text:span>", "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"],
)
def test_deep_nesting_gives_a_text_or_one_sentence(tmp_path: Path, inner: str) -> None:
    body = "x"
    for _ in range(240 // inner.count("</")):
        body = inner.format(body)
    assert len(read(tmp_path, document(p(body))).problems) >= 1


def test_blanks_asked_for_by_number_are_bounded(tmp_path: Path) -> None:
    body = p("Ja" + "<text:s text:c='999999999'/>" * 20 + "<text:s text:c='-3'/><text:s text:c='x'/>.")
    assert len(text_of(tmp_path, body)) < 1_100_000


VALID = document(p("I: Ja?") + p("B: Gut" + note("x")) + f"<table:table>{row(cell('a'), cell('b'))}</table:table>")


@given(st.integers(0, len(VALID) - 1), st.binary(min_size=1, max_size=6))
def test_damaged_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "schaden.odt"
    path.write_bytes(VALID[:at] + junk + VALID[at + len(junk) :])
    assert read_file(path, "de").problems is not None


WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"), exclude_characters="<>&\ufffe\uffff"
    ),
    max_size=12,
)


@given(st.lists(WORDS, min_size=1, max_size=5).filter(any))
def test_any_words_come_back(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "hin.odt"
    path.write_bytes(document("".join(map(p, lines))))
    transcript = read_file(path, "de").transcript
    assert transcript is not None
    assert transcript.text == "\n".join(lines)
