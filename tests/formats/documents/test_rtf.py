"""RTF: what a reader of the document sees, in any code page; nothing that is hidden, deleted or beside the text."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats import Reading, read_file
from interviews.model import SourceNote

HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset238 Arial CE;}}"


def read(tmp_path: Path, body: bytes, head: bytes = HEAD) -> Reading:
    path = tmp_path / "gespraech.rtf"
    path.write_bytes(head + body + b"}")
    return read_file(path, "de")


def text_of(tmp_path: Path, body: bytes, head: bytes = HEAD) -> str:
    reading = read(tmp_path, body, head)
    assert reading.transcript is not None, reading.problems
    assert reading.transcript.format == "rtf"
    return reading.transcript.text


def problems_of(tmp_path: Path, body: bytes) -> str:
    return " | ".join(problem.message for problem in read(tmp_path, body).problems)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"I: Ja?\par B: Gut.\par", "I: Ja?\nB: Gut."),
        (rb"eins\line zwei\tab drei", "eins\nzwei\tdrei"),
        (b"Gr\\'fc\\'dfe \\u228?hnlich \\u228\\'e4 \\uc0\\u246 x", "Grüße ähnlich ä öx"),
        (b"ja \\u-10179?\\u-8704? nein", "ja \U0001f600 nein"),
        (rb"\lquote a\rquote  \ldblquote b\rdblquote\emdash\endash\bullet\~c\_d\-e", "‘a’ “b”—–•\u00a0c\u2011d\u00ade"),
        (rb"\{Klammer\} \\ Ende", "{Klammer} \\ Ende"),
        (rb"da {\v verborgen}und{\deleted weg} hier", "da und hier"),
        (rb"da \v verborgen\v0 und \deleted weg\deleted0 hier", "da und hier"),
        (rb"{\revised neu} bleibt", "neu bleibt"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt Verweis}} da", "Verweis da"),
        (rb"\trowd a\cell b\cell\row\trowd c\cell\cell\row d", "a\tb\nc\t\nd"),
        (rb"\pard\intbl a\par b\cell c\cell\row\pard d\par e", "a b\tc\nd\ne"),
        (rb"\pard\intbl I: Ja?\par B: Gut.\cell\row\pard d", "I: Ja?\nB: Gut.\nd"),
        (rb"vor {\pict\bin12 }}{{x\par yzzz}nach", "vor nach"),
        (rb"Ja.{\*\unbekannt weg}{\*\bkmkstart a}{\*\bkmkend a}", "Ja."),
        (rb"{\listtext\tab 1.}Punkt", "Punkt"),
        (
            rb"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt im Kasten\par}}{\shprslt im Kasten}}vor\par nach",
            "vor\nim Kasten\nnach",
        ),
        (rb"{\upr{alt}{\*\ud{neu}}}", "neu"),
        (rb"{\object{\*\objdata 00}{\result zu sehen}}", "zu sehen"),
    ],
)
def test_a_document_gives_what_a_reader_sees(tmp_path: Path, body: bytes, text: str) -> None:
    assert text_of(tmp_path, body) == text


@pytest.mark.parametrize("end", [b"\\\n", b"\\\r\n", b"\\\r", b"\\par\n"])
def test_line_ends_of_text_edit_are_paragraphs(tmp_path: Path, end: bytes) -> None:
    assert text_of(tmp_path, b"I: Ja?" + end + b"B: Gut." + end + b"I: So?") == "I: Ja?\nB: Gut.\nI: So?"


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1250 ", "Zażółć gęślą".encode("cp1250"), "Zażółć gęślą"),
        (rb"{\rtf1\ansi\ansicpg1251 ", "Добре, Іване".encode("cp1251"), "Добре, Іване"),
        (rb"{\rtf1\ansi\ansicpg1254 ", "şehirde güzel ağaç".encode("cp1254"), "şehirde güzel ağaç"),
        (rb"{\rtf1\mac ", "schöne Straße".encode("mac_roman"), "schöne Straße"),
        (rb"{\rtf1\ansi\ansicpg65001 ", "schön".encode(), "schön"),
        (HEAD, b"\\f1 za\\'bf\\'f3\\'b3\\'e6 \\f0 gr\\'fc\\'df", "zażółć grüß"),
        (rb"{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset128 B;}}\f0 ", b"\\'c4\\'e0 \\f1\\'82\\'a0", "Да あ"),
    ],
)
def test_code_pages_of_document_and_font_are_followed(tmp_path: Path, head: bytes, body: bytes, text: str) -> None:
    assert text_of(tmp_path, body, head) == text


def test_footnotes_stand_below_their_paragraph(tmp_path: Path) -> None:
    body = rb"B: Ja{\super\chftn}{\footnote\pard\chftn  unverst\'e4ndlich}.\par I: So?"
    assert text_of(tmp_path, body) == "B: Ja[1].\n[1] unverständlich\nI: So?"


def test_time_marks_at_either_end_of_a_line_are_times(tmp_path: Path) -> None:
    body = (
        rb"#00:00:01-2# I: Wie war das?\par B: Gut. #00:01:23-4#\par I: Und? #00:01:30-0#\par #00:02:00-9# B: Tja.\par"
    )
    transcript = read(tmp_path, body).transcript
    assert transcript is not None
    assert [(turn.start_ms, turn.end_ms) for turn in transcript.turns] == [
        (1_200, None),
        (None, 83_400),
        (None, 90_000),
        (120_900, None),
    ]


def test_comments_headers_and_properties_are_notes(tmp_path: Path) -> None:
    body = (
        rb"{\info{\title Akte}{\author Frau Klar}{\operator Herr Hell}{\*\company Amt}}"
        rb"{\*\revtbl{Unknown;}{Frau Rot;}}"
        rb"{\header Kopf}{\footerf Fu\'df}B: Ja, {\*\atrfstart 3}genau so{\*\atrfend 3}"
        rb"{\*\atnid FK}{\*\atnauthor Frau Klar}"
        rb"\chatn{\*\annotation{\*\atnref 3}{\*\atndate 1}pr\'fcfen}. Gut."
        rb"{\*\atnauthor X}\chatn{\*\annotation kurz}\par"
    )
    transcript = read(tmp_path, body).transcript
    assert transcript is not None
    assert transcript.text == "B: Ja, genau so. Gut."
    kinds = [(note.kind, note.text, note.author) for note in transcript.notes]
    assert kinds == [
        ("title", "Akte", ""),
        ("author", "Frau Klar", ""),
        ("editor", "Herr Hell", ""),
        ("company", "Amt", ""),
        ("editor", "Frau Rot", ""),
        ("header", "Kopf", ""),
        ("footer", "Fuß", ""),
        ("comment", "prüfen", "Frau Klar"),
        ("comment", "kurz", "X"),
    ]
    spans = [note.span for note in transcript.notes if note.kind == "comment"]
    assert [span and span.of(transcript.text) for span in spans] == ["genau so", ""]


def test_what_was_left_out_is_reported_without_its_words(tmp_path: Path) -> None:
    body = rb"{\header Kopf}da {\v verborgen}{\deleted weg}{\revised neu}{\footnote Fu\'df}"
    body += rb"{\pict 00}{\*\annotation hm}\par"
    report = problems_of(tmp_path, body)
    for words in (
        "1 header or footer was left out",
        "1 comment was left out and kept",
        "1 tracked insertion was kept",
        "1 tracked deletion was left out",
        "1 hidden passage was left out",
        "1 footnote was set below",
        "1 picture was left out",
    ):
        assert words in report
    for secret in ("Kopf", "verborgen", "weg", "neu", "hm"):
        assert secret not in report


def test_a_document_that_breaks_off_or_goes_on_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "ab.rtf"
    path.write_bytes(HEAD + rb"I: Ja?\par B: {\b Gut")
    reading = read_file(path, "de")
    assert reading.transcript is not None
    assert reading.transcript.text == "I: Ja?\nB: Gut"
    assert "breaks off" in reading.problems[0].message
    assert "2 words were behind the end" in problems_of(tmp_path, b"I: Ja?}noch da")
    assert "could not be read" in problems_of(tmp_path, b"I: \\'81 \\u-10179?")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (HEAD + b"}", "no text"),
        (HEAD + b"a" * (20 * 2**20), "larger than 20 MB"),
        (HEAD + b"{}" * 1_100_000, "far more formatting"),
    ],
)
def test_a_document_that_is_none_gives_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(content)
    reading = read_file(path, "de")
    assert reading.transcript is None
    assert [sentence in problem.message for problem in reading.problems] == [True]


def test_deep_nesting_is_read(tmp_path: Path) -> None:
    begin = time.monotonic()
    assert text_of(tmp_path, b"{" * 200_000 + b"Ja." + b"}" * 200_000) == "Ja."
    assert "nested too deeply" in problems_of(tmp_path, b"Ja." + b"{\\footnote " * 50_000 + b"x")
    assert time.monotonic() - begin < 60


VALID = HEAD + rb"I: Ja?{\footnote f}\par{\*\annotation c}B: \u228?\'e4\cell x\row{\shptxt k}}"


@given(st.integers(0, len(VALID) - 1), st.binary(min_size=1, max_size=6))
def test_damaged_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "schaden.rtf"
    path.write_bytes(VALID[:at] + junk + VALID[at + len(junk) :])
    reading = read_file(path, "de")
    if reading.transcript is not None:
        reading.transcript.text.encode("utf-8")
        assert all(isinstance(note, SourceNote) for note in reading.transcript.notes)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"), max_size=20)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_any_characters_come_back(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    def written(line: str) -> bytes:
        units = line.encode("utf-16-le")
        numbers = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
        return b"".join(b"\\u%d?" % number for number in numbers)

    path = tmp_path_factory.getbasetemp() / "hin.rtf"
    path.write_bytes(HEAD + b"x\\par " + b"".join(written(line) + b"\\par " for line in lines) + b"}")
    transcript = read_file(path, "de").transcript
    assert transcript is not None
    assert transcript.text == "\n".join(["x", *lines])
