"""Word documents: nothing a reader sees is lost, nothing else comes in, and what was left out is said."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from interviews.formats import Reading, read_file
from tests.formats.documents.word import STRICT, document, paragraph, part, run


def read(tmp_path: Path, content: bytes) -> Reading:
    path = tmp_path / "gespraech.docx"
    path.write_bytes(content)
    return read_file(path, "de")


def text_of(tmp_path: Path, *blocks: str, **more: object) -> str:
    reading = read(tmp_path, document(*blocks, **more))  # type: ignore[arg-type]
    assert reading.transcript is not None, reading.problems
    return reading.transcript.text


def problems_of(tmp_path: Path, *blocks: str, **more: object) -> str:
    reading = read(tmp_path, document(*blocks, **more))  # type: ignore[arg-type]
    return " | ".join(problem.message for problem in reading.problems)


def box(text: str) -> str:
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: list[str]) -> str:
    cells = ["".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ([run("I: Ja"), run(", gut")], "I: Ja, gut"),
        ([f"<w:ins>{run('neu')}</w:ins>", "<w:del><w:r><w:delText>alt</w:delText></w:r></w:del>"], "neu"),
        ([f"<w:moveTo>{run('da')}</w:moveTo>", f"<w:moveFrom>{run('weg')}</w:moveFrom>"], "da"),
        ([f"<w:sdt><w:sdtPr/><w:sdtContent>{run('im Feld')}</w:sdtContent></w:sdt>"], "im Feld"),
        ([f"<w:smartTag>{run('Ort')}</w:smartTag>"], "Ort"),
        ([f"<w:hyperlink>{run('Verweis')}</w:hyperlink>"], "Verweis"),
        (["<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>", run("Ergebnis")], "Ergebnis"),
        (["<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"], "a\nb\tc\nd"),
        (['<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>'], "ab"),
        (["<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>"], "a\u2011b\u00adc"),
        (['<w:r><w:sym w:font="Arial" w:char="00E4"/></w:r>', "b"], "äb"),
        (["<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>", "sichtbar"], "sichtbar"),
        (['<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>da</w:t></w:r>'], "da"),
        (["vor ", box("im Kasten"), "nach"], "vor nach\nim Kasten"),
    ],
)
def test_a_paragraph_gives_what_a_reader_sees(tmp_path: Path, inner: list[str], text: str) -> None:
    assert text_of(tmp_path, paragraph(*inner)) == text


def test_paragraphs_and_tables_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    block = f"<w:sdt><w:sdtContent>{paragraph('drei')}</w:sdtContent></w:sdt>"
    blocks = [paragraph("eins"), table(["a", "b"], ["c", ""]), block, paragraph(), paragraph("vier")]
    assert text_of(tmp_path, *blocks) == "eins\na\tb\nc\t\ndrei\n\nvier"


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path: Path) -> None:
    ended = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('eins ')}</w:p>"
    assert text_of(tmp_path, ended, paragraph("zwei"), paragraph("drei")) == "eins zwei\ndrei"


def test_a_table_of_speakers_and_speech_gives_turns(tmp_path: Path) -> None:
    rows = [["Sprecher", "Text"], *[["Anna", "Wie geht es?"], ["Herr B.", "Gut: danke"]] * 3]
    reading = read(tmp_path, document(table(*rows)))
    assert reading.transcript is not None
    text = reading.transcript.text
    assert [(turn.speaker, turn.speech.of(text)) for turn in reading.transcript.turns][:2] == [
        ("Anna", "Wie geht es?"),
        ("Herr B.", "Gut: danke"),
    ]
    assert len(reading.transcript.turns) == 6


def test_a_label_split_over_runs_is_one_label(tmp_path: Path) -> None:
    blocks = [paragraph("B", "1", ": Ja"), paragraph("I", ": Und?")] * 2
    reading = read(tmp_path, document(*blocks))
    assert reading.transcript is not None
    assert [turn.speaker for turn in reading.transcript.turns] == ["B1", "I", "B1", "I"]


def test_footnotes_stand_below_their_paragraph(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("unverständlich")}</w:footnote>',
    )
    text = text_of(
        tmp_path, paragraph("B: Ja", reference, "."), paragraph("I: So?"), parts={"word/footnotes.xml": notes}
    )
    assert text == "B: Ja[1].\n[1] unverständlich\nI: So?"


def test_what_was_left_out_or_kept_is_reported_without_its_words(tmp_path: Path) -> None:
    comments = part("comments", f'<w:comment w:author="Frau Klar">{paragraph("prüfen")}</w:comment>')
    core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Frau Klar</dc:creator></cp:coreProperties>'
    parts = {
        "word/comments.xml": comments,
        "word/header1.xml": part("hdr", paragraph("Akte Klar")),
        "word/footer1.xml": part("ftr", paragraph("")),
        "docProps/core.xml": core,
    }
    inner = [f"<w:ins>{run('neu')}</w:ins>", "<w:del><w:r><w:delText>alt</w:delText></w:r></w:del>", box("Kasten")]
    report = problems_of(tmp_path, paragraph(*inner), parts=parts)
    for words in (
        "1 header or footer was left out",
        "1 comment was left out and kept as a note",
        "1 tracked insertion was kept",
        "1 tracked deletion was left out",
        "1 text box was set below the paragraph",
        "names an author",
    ):
        assert words in report
    for secret in ("Klar", "prüfen", "neu", "alt,", "Kasten"):
        assert secret not in report


def test_the_strict_dialect_is_read(tmp_path: Path) -> None:
    assert text_of(tmp_path, paragraph("I: Ja?"), namespace=STRICT) == "I: Ja?"


def test_a_document_of_python_docx_is_read(tmp_path: Path) -> None:
    made = docx.Document()
    for i in range(3):
        made.add_paragraph(f"I: Frage {i}?")
        made.add_paragraph().add_run("B:").bold = True
        made.paragraphs[-1].add_run(" Antwort")
    buffer = io.BytesIO()
    made.save(buffer)
    reading = read(tmp_path, buffer.getvalue())
    assert reading.transcript is not None
    assert reading.transcript.text == "\n".join(p.text for p in made.paragraphs)
    assert len(reading.transcript.turns) == 6


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04 no archive", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "password-protected"),
        (document(paragraph("")), "no text"),
        (document()[:200], "damaged"),
    ],
)
def test_a_broken_document_gives_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    reading = read(tmp_path, content)
    assert reading.transcript is None
    assert [sentence in problem.message for problem in reading.problems] == [True]


def test_a_document_that_is_really_text_is_read_as_text(tmp_path: Path) -> None:
    reading = read(tmp_path, b"I: Ja?\nB: Nein.\n")
    assert reading.transcript is not None
    assert reading.transcript.format == "txt"
    assert "named .docx" in reading.problems[0].message


def test_lock_files_and_other_zip_files_are_refused(tmp_path: Path) -> None:
    lock = tmp_path / "~$spraech.docx"
    lock.write_bytes(b"\x05Anna" + bytes(157))
    assert "lock file" in read_file(lock).problems[0].message
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.xml", "<a/>")
    assert "damaged" in read(tmp_path, buffer.getvalue()).problems[0].message


def commented(*inner: str) -> str:
    return f'<w:commentRangeStart w:id="7"/>{"".join(inner)}<w:commentRangeEnd w:id="7"/>'


REFERENCE = '<w:r><w:commentReference w:id="7"/></w:r>'
COMMENTS = part("comments", f'<w:comment w:id="7" w:author="Frau Klar">{paragraph("prüfen")}</w:comment>')


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([paragraph("B: Ja, ", commented(run("genau "), run("so")), REFERENCE, ".")], "genau so"),
        ([paragraph("B: 👍 ", commented(run("e\u0301s"))), paragraph("I: Ja?")], "e\u0301s"),
        (
            [paragraph("I: Ja?"), commented(paragraph("B: Gut."), paragraph("B: So.")), paragraph("I: Aha.")],
            "B: Gut.\nB: So.",
        ),
        ([table(["I", "Ja?"], ["B", "Gut."]), paragraph("B: Ja", REFERENCE, ".")], ""),
        ([table(["I", "Ja?"]).replace(run("Ja?"), commented(run("Ja?")))], "Ja?"),
        ([paragraph("I: Ja?")], None),
    ],
)
def test_comments_keep_their_author_and_their_place(tmp_path: Path, blocks: list[str], words: str | None) -> None:
    transcript = read(tmp_path, document(*blocks, parts={"word/comments.xml": COMMENTS})).transcript
    assert transcript is not None
    assert "\x01" not in transcript.text
    (note,) = transcript.notes
    assert (note.kind, note.text, note.author) == ("comment", "prüfen", "Frau Klar")
    assert (note.span and note.span.of(transcript.text)) == words


def test_headers_properties_and_editors_are_notes(tmp_path: Path) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Frau Klar</dc:creator><dc:title>Akte</dc:title>'
        "<cp:lastModifiedBy>Herr Hell</cp:lastModifiedBy><cp:keywords>Ort</cp:keywords></cp:coreProperties>"
    )
    parts = {
        "word/header1.xml": part("hdr", paragraph("Kopf")),
        "word/footer1.xml": part("ftr", paragraph("Fuß")),
        "docProps/core.xml": core,
        "docProps/app.xml": '<Properties xmlns="p"><Company>Amt</Company><Manager>Chefin</Manager></Properties>',
        "docProps/custom.xml": '<Properties xmlns="p"><property name="Fall"><a>7</a></property></Properties>',
    }
    inserted = f'<w:ins w:author="Frau Rot">{run("neu")}</w:ins>'
    transcript = read(tmp_path, document(paragraph("I: ", inserted), parts=parts)).transcript
    assert transcript is not None
    assert transcript.text == "I: neu"
    assert [(note.kind, note.text) for note in transcript.notes] == [
        ("author", "Frau Klar"),
        ("title", "Akte"),
        ("editor", "Herr Hell"),
        ("keywords", "Ort"),
        ("company", "Amt"),
        ("manager", "Chefin"),
        ("property", "Fall: 7"),
        ("footer", "Fuß"),
        ("header", "Kopf"),
        ("editor", "Frau Rot"),
    ]


def test_a_paragraph_that_was_moved_away_leaves_no_line(tmp_path: Path) -> None:
    moved = f"<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>{run('weg')}</w:moveFrom></w:p>"
    assert text_of(tmp_path, paragraph("eins"), moved, paragraph("zwei")) == "eins\nzwei"


def test_a_deleted_paragraph_end_joins_no_table(tmp_path: Path) -> None:
    ended = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('eins')}</w:p>"
    assert text_of(tmp_path, ended, table(["a", "b"])) == "eins\na\tb"


def test_text_hidden_by_a_style_is_left_out(tmp_path: Path) -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="K"><w:basedOn w:val="H"/></w:style>',
    )
    hidden = '<w:r><w:rPr><w:rStyle w:val="K"/></w:rPr><w:t>verborgen</w:t></w:r>'
    assert text_of(tmp_path, paragraph("da", hidden), parts={"word/styles.xml": styles}) == "da"


def test_merged_cells_keep_the_columns(tmp_path: Path) -> None:
    merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("breit")}</w:tc>'
    plain = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("a", "b"))
    rows = f"<w:tr>{wide}</w:tr><w:tr>{plain}</w:tr><w:tr>{merged}{wide}</w:tr>"
    assert text_of(tmp_path, f"<w:tbl>{rows}</w:tbl>") == "breit\na\tb\n\tbreit"


@pytest.mark.parametrize(
    ("head", "build"),
    [
        (["Zeit", "Sprecher", "Text"], lambda time, who, words: [time, who, words]),
        (["Sprecher", "Zeit", "Text"], lambda time, who, words: [who, time, words]),
        (["Start", "Ende", "Sprecher", "Text"], lambda time, who, words: [time, "09:59", who, words]),
        (["Nr.", "Zeit", "Sprecher", "Text"], lambda time, who, words: [time[-1], time, who, words]),
    ],
)
@pytest.mark.parametrize("with_head", [True, False])
def test_a_table_with_one_row_a_turn_gives_turns(tmp_path: Path, head: list[str], build: Any, with_head: bool) -> None:
    said = [("Anna", "Wie?"), ("Ben", "So: gut."), ("Anna", "Und?"), ("Ben", "Tja."), ("Anna", "Ja?"), ("Ben", "Ja.")]
    rows = [build(f"00:0{number}", *one) for number, one in enumerate(said, 1)]
    transcript = read(tmp_path, document(table(*([head] * with_head), *rows))).transcript
    assert transcript is not None
    assert [(turn.speaker, turn.speech.of(transcript.text)) for turn in transcript.turns] == said
    assert [turn.start_ms for turn in transcript.turns] == [1000 * number for number in range(1, 7)]


def test_rows_that_repeat_a_larger_table_give_no_turn(tmp_path: Path) -> None:
    talk = [[f"0:00:0{number}", "AB"[number % 2], f"Satz {number}?"] for number in range(9)]
    highlights = table(["Wer", "Zeit", "Was"], ["A", "0:00:04", "Satz 4"])
    reading = read(tmp_path, document(highlights, paragraph("Das Gespräch"), table(*talk)))
    assert reading.transcript is not None
    assert len(reading.transcript.turns) == 9
    assert "1 row repeats what a larger table says" in " | ".join(problem.message for problem in reading.problems)


def test_a_document_inside_the_document_is_reported(tmp_path: Path) -> None:
    assert "1 embedded document was left out" in problems_of(tmp_path, paragraph("Ja"), '<w:altChunk r="x"/>')


@pytest.mark.parametrize("tag", ["sdt", "r"])
def test_deep_nesting_gives_a_text_or_one_sentence(tmp_path: Path, tag: str) -> None:
    inner = f"<w:{tag}>" * 230 + "<w:t>Ja</w:t>" + f"</w:{tag}>" * 230
    assert read(tmp_path, document(f"<w:p>{inner}</w:p>")).transcript is not None
    boxes = "<w:p><w:r><w:txbxContent>" * 75 + "</w:txbxContent></w:r></w:p>" * 75
    assert len(read(tmp_path, document(paragraph("Ja"), boxes)).problems) >= 1
    tables = "<w:tbl><w:tr><w:tc>" * 75 + "</w:tc></w:tr></w:tbl>" * 75
    assert len(read(tmp_path, document(paragraph("Ja"), tables)).problems) >= 1
