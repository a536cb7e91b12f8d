"""noScribe's pages: the paragraphs as corrected, the times of the anchors, and the head kept out of the text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats import read_file
from interviews.model import Role
from tests.formats.recognition.written import messages, read, rows, said, sources, transcript_of

HEAD = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN" "http://www.w3.org/TR/REC-html40/strict.dtd">
<html >
<head >
<meta charset="UTF-8" />
<style type="text/css" >
p, li { white-space: pre-wrap; }
</style>
<meta name="audio_source" content="./Eva Klar.mp3" /></head>
<body> <div class="WordSection1" ><p style="font-weight: 600" >Eva Klar</p>\
<p ><span>Transkribiert mit noScribe Vers. 0.7<br />\
Audiodatei: ./Eva Klar.mp3<br />(Sprache: Deutsch (de) | Pausen: 1)</span></p>"""
BODY = """<p ><a name="ts_0_12140_" >(12 Sekunden Pause) </a></p><p></p>\
<p ><a name="ts_12140_22800_S01" >S01: <span style="color: #78909C" >[00:00:12]</span> Wie war das für Sie?</a>\
<a name="ts_22800_24360_S01" > (..)</a><a name="ts_30090_30910_//S02" > //S02: Ja.</a>\
<a name="ts_31870_33510_S01" >// Und &amp; dann?</a></p>\
<p ><a name="ts_36190_36330_S00" >S00: <span style="color: #78909C" >[00:00:36]</span> Scho\u0308n.</a></p>"""
PAGE = f"{HEAD}{BODY}</div></body>\n</html>"


def test_paragraphs_are_turns_with_the_times_of_their_anchors(tmp_path: Path) -> None:
    reading = read(tmp_path, PAGE, ".html")
    assert rows(reading) == [
        (12_140, 33_510, "S01", "Wie war das für Sie? (..) //S02: Ja.// Und & dann?"),
        (36_190, 36_330, "S00", "Scho\u0308n."),
    ]
    assert transcript_of(reading).format == "noscribe"
    assert "1 remark between // // stays" in messages(reading).replace("stay inside", "stays inside")


def test_the_head_is_kept_beside_the_text_and_never_in_it(tmp_path: Path) -> None:
    reading = read(tmp_path, PAGE, ".html")
    assert sources(reading) == [
        ("media", "./Eva Klar.mp3"),
        ("title", "Eva Klar"),
        ("remark", "Transkribiert mit noScribe Vers. 0.7"),
        ("remark", "(Sprache: Deutsch (de) | Pausen: 1)"),
    ]
    text = transcript_of(reading).text
    assert text.startswith("(12 Sekunden Pause)")
    assert "Klar" not in text
    assert "noScribe" not in text
    assert "pre-wrap" not in text


def test_names_that_a_person_has_written_over_the_labels_count(tmp_path: Path) -> None:
    page = PAGE.replace(">S01: ", ">Interviewerin: ").replace(">S00: ", ">B: ")
    reading = read(tmp_path, page, ".html")
    assert [(turn.speaker, turn.role) for turn in transcript_of(reading).turns] == [
        ("Interviewerin", Role.INTERVIEWER),
        ("B", Role.INTERVIEWEE),
    ]


def test_a_page_whose_head_was_deleted_keeps_all_its_text(tmp_path: Path) -> None:
    page = f"<html><body><p>Ein Vorwort.</p>{BODY}</body></html>"
    reading = read(tmp_path, page, ".htm")
    assert transcript_of(reading).text.startswith("Ein Vorwort.\n\n(12 Sekunden Pause)")
    assert sources(reading) == []
    assert [row[0] for row in rows(reading)] == [12_140, 36_190]


def test_a_page_without_labels_gives_paragraphs_of_nobody_with_times(tmp_path: Path) -> None:
    page = f'{HEAD}<p><a name="ts_500_900_">Ja.</a></p><p><a name="ts_900_100_">Nein.</a></p></div></body></html>'
    reading = read(tmp_path, page, ".html")
    assert rows(reading) == [(500, 900, None, "Ja."), (900, None, None, "Nein.")]
    assert "1 turn ends before it begins" in messages(reading)


@pytest.mark.parametrize("page", ["<html><body><p>I: Ja?</p></body></html>", "<!doctype html><p>x", "<html>", "nichts"])
def test_any_other_page_is_left_aside_with_one_sentence(tmp_path: Path, page: str) -> None:
    reading = read(tmp_path, page, ".html")
    assert reading.transcript is None
    assert len(reading.problems) == 1
    assert "no transcript by noScribe" in messages(reading)


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    reading = read(tmp_path, PAGE, ".txt")
    assert transcript_of(reading).format == "noscribe"
    assert "was read as .html" in messages(reading)


def test_scripts_and_hidden_parts_are_no_text(tmp_path: Path) -> None:
    page = PAGE.replace("</div></body>", "<script>alert(1)</script><!-- weg --><iframe>zu</iframe></div></body>")
    text = transcript_of(read(tmp_path, page, ".html")).text
    assert "alert" not in text
    assert "weg" not in text
    assert text.endswith("Scho\u0308n.\n")


def test_endless_nesting_is_refused_and_entities_are_not_followed(tmp_path: Path) -> None:
    deep = PAGE.replace("</div></body>", "<div>" * 200_000 + "</body>")
    reading = read(tmp_path, deep, ".html")
    assert reading.transcript is None
    assert "nested endlessly" in messages(reading)
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>' + PAGE.partition("\n")[2]
    text = transcript_of(read(tmp_path, bomb.replace("(..)", "&a;&b;"), ".html")).text
    assert "aaaaaaaaaa" not in text
    assert "root:" not in text


@given(st.integers(0, len(PAGE.encode()) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_page_never_raises(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes) -> None:
    content = PAGE.encode()
    path = tmp_path_factory.getbasetemp() / "damaged.html"
    path.write_bytes(content[:at] + junk + content[at + len(junk) :])
    assert read_file(path, "de").path == path


def test_a_real_page_reads_as_its_plain_text_twin(tmp_path: Path, shared_data: Path) -> None:
    (page,) = (shared_data / "formats" / "html_noscribe").glob("*.html")
    (plain,) = (shared_data / "formats" / "txt").glob("kaixxx*.txt")
    one, other = said(read_file(page, "de")), said(read_file(plain, "de"))
    # The twin has blanks more around the remarks of others.
    assert [(who, "".join(words.split())) for who, words in one] == [(who, "".join(w.split())) for who, w in other]
