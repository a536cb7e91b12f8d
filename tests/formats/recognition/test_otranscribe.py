"""oTranscribe: what the transcriber sees is the text; time marks at the edge of a turn are its times."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats import read_file
from tests.formats.recognition.written import messages, read, rows, said, sources, transcript_of


def mark(shown: str, time: str | None) -> str:
    told = "" if time is None else f' data-timestamp="{time}"'
    return f'<span class="timestamp" contenteditable="false"{told}>{shown}</span>&nbsp;'


def otr(text: str, **more: object) -> dict[str, object]:
    return {"text": text, "media": "Eva Klar.mp3", "media-source": "", "media-time": 12.5, **more}


TALK = f"""<p>{mark("0:00:12", "12.34")}I: Wie war das?</p>\
<p>{mark("0:00:20", "20.5")}B: Gut &amp; <b>schön</b>.<br /></p>\
<p>I: {mark("0:00:31", "31.25")}Und dann?</p><p>B: Nichts.&nbsp;{mark("0:01:02", "62")}</p>"""


def test_marks_in_front_of_a_turn_or_its_speech_time_it(tmp_path: Path) -> None:
    reading = read(tmp_path, otr(TALK), ".otr")
    assert rows(reading) == [
        (12_340, None, "I", "Wie war das?"),
        (20_500, None, "B", "Gut & schön."),
        (31_250, None, "I", "Und dann?"),
        (None, 62_000, "B", "Nichts."),
    ]
    assert transcript_of(reading).format == "otranscribe"


def test_the_text_is_what_the_transcriber_sees(tmp_path: Path) -> None:
    text = transcript_of(read(tmp_path, otr(TALK), ".otr")).text
    assert text.split("\n")[0] == "0:00:12\u00a0I: Wie war das?"
    assert "<" not in text


def test_the_name_of_the_recording_is_kept_beside_the_text(tmp_path: Path) -> None:
    reading = read(tmp_path, otr(TALK, **{"media-source": "https://youtu.be/x"}), ".otr")
    assert sources(reading) == [("media", "Eva Klar.mp3"), ("media", "https://youtu.be/x")]
    assert "Klar" not in transcript_of(reading).text


@pytest.mark.parametrize(
    ("shown", "time", "expected"),
    [
        ("0:00:12", "12.3", 12_300),
        ("00:12", "00:12", 12_000),
        ("1:00:02", "1:00:02", 3_602_000),
        ("01:05", None, 65_000),
    ],
)
def test_old_files_write_the_time_as_text_or_not_at_all(
    tmp_path: Path, shown: str, time: str | None, expected: int
) -> None:
    reading = read(tmp_path, otr(f"<p>{mark(shown, time)}I: Ja?</p><p>B: Nein.</p>"), ".otr")
    assert rows(reading)[0] == (expected, None, "I", "Ja?")


def test_without_labels_every_paragraph_is_a_turn_of_nobody_with_its_time(tmp_path: Path) -> None:
    text = (
        f"{mark('0:00:01', '1')}Ja, das war so.<br>{mark('0:00:05', '5')}<br>Und dann {mark('0:00:09', '9')} ging es."
    )
    reading = read(tmp_path, otr(text), ".otr")
    assert [row[:3] for row in rows(reading)] == [(1000, None, None), (5000, None, None)]
    assert said(reading)[0] == (None, "Ja, das war so.")
    assert said(reading)[1][1].startswith("Und dann 0:00:09")
    assert "1 time mark stays in the speech" in messages(reading)


def test_lines_are_paragraphs_whether_the_browser_wrote_breaks_or_blocks(tmp_path: Path) -> None:
    for text in ("I: Ja?<br>B: Nein.", "<div>I: Ja?</div><div>B: Nein.</div>", "<p>I: Ja?</p>\n<p>B: Nein.</p>"):
        assert said(read(tmp_path, otr(text), ".otr")) == [("I", "Ja?"), ("B", "Nein.")]


@pytest.mark.parametrize("text", ["", "  ", "<p></p>", "<script>alert(1)</script>", "&nbsp;"])
def test_a_file_without_words_is_refused(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, otr(text), ".otr").transcript is None


def test_it_is_known_by_its_keys_and_not_by_its_name(tmp_path: Path) -> None:
    assert transcript_of(read(tmp_path, otr(TALK), ".json")).format == "otranscribe"


@given(st.text(alphabet=st.sampled_from('<>/pbrspan"= &;#x0123456789:IBäe\u0308\n\t'), max_size=80))
def test_any_page_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "x.otr"
    path.write_text(json.dumps(otr(text)), encoding="utf-8")
    reading = read_file(path, "de")
    if reading.transcript is not None:
        transcript_of(reading)
