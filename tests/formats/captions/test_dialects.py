"""Every trap of WebVTT and SRT that real files hold: times, ids, voices, marks, and what stands beside the cues."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats import Reading, read_file

IDENT = "b05cbc69-3364-4c0c-a05b-70f360077a3c"


def read(tmp_path: Path, text: str, suffix: str = ".vtt", language: str | None = "de") -> Reading:
    path = tmp_path / f"datei{suffix}"
    path.write_text(text, encoding="utf-8", newline="")
    return read_file(path, language)


def rows(reading: Reading) -> list[tuple[int | None, int | None, str | None, str]]:
    assert reading.transcript is not None, reading.problems
    text = reading.transcript.text
    return [(t.start_ms, t.end_ms, t.speaker, t.speech.of(text)) for t in reading.transcript.turns]


def said(reading: Reading) -> list[tuple[str | None, str]]:
    return [(row[2], row[3]) for row in rows(reading)]


def sources(reading: Reading) -> list[tuple[str, str]]:
    assert reading.transcript is not None
    return [(note.kind, note.text) for note in reading.transcript.notes]


def messages(reading: Reading) -> str:
    return " | ".join(problem.message for problem in reading.problems)


def cue(number: int, words: str, ident: str = "", end: str = "") -> str:
    head = f"{ident}\n" if ident else ""
    start = f"{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}"
    return f"{head}{start}.000 --> {end or start + '.900'}\n{words}\n\n"


def vtt(*cues: str) -> str:
    return "WEBVTT\n\n" + "".join(cues)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("0:0:10.20", 10_020),
        ("0:0:10.2", 10_002),
        ("0:0:10.200", 10_200),
        ("0:0:10.0", 10_000),
        ("0:0:-6.-820", 0),
        ("0:1:5.70", 65_070),
    ],
)
def test_old_teams_times_count_milliseconds_behind_the_point(tmp_path: Path, time: str, expected: int) -> None:
    text = f"WEBVTT\r\n\r\n0:0:0.0 --> 0:0:0.5\r\n<v A>Ja.</v>\r\n\r\n{time} --> 1:0:0.0\r\n<v B>Nein.</v>\r\n"
    assert {row[0] for row in rows(read(tmp_path, text)) if row[2] == "B"} == {expected}


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("00:00:10.20", 10_200),
        ("00:00:10,2", 10_200),
        ("00:00:01,1000", 2_000),
        ("00:00:01,123456", 1_123),
        ("01:05", 65_000),
        ("16:40.500", 1_000_500),
        ("100:00:01.000", 360_001_000),
        ("123:45.000", 7_425_000),
    ],
)
def test_other_times_are_fractions_of_a_second(tmp_path: Path, time: str, expected: int) -> None:
    for suffix, head in ((".vtt", "WEBVTT\n\n"), (".srt", "1\n")):
        text = f"{head}{time} --> 200:00:00.000\nJa.\n"
        assert rows(read(tmp_path, text, suffix))[0][0] == expected


def test_numbers_of_a_thousand_digits_are_no_times(tmp_path: Path) -> None:
    long = "9" * 10_000
    reading = read(tmp_path, vtt(cue(1, f"Ja.\n{long}:00:01.000 --> {long}:00:02.000\nNein.")))
    assert len(rows(reading)) == 1


def test_onedrive_sentences_cut_over_cues_are_one_turn_each(tmp_path: Path) -> None:
    first = cue(1, "Ich glaube, dass das\r\nvon selbst", f"{IDENT}-0")
    text = "\ufeff" + vtt(first, cue(2, "geht.", f"{IDENT}-1"), cue(3, "Ja.", "0ccccccc-3364-4c0c-a05b-70f360077a3c-0"))
    reading = read(tmp_path, text.replace("\r\n", "\n").replace("\n", "\r\n"))
    assert said(reading) == [(None, "Ich glaube, dass das von selbst geht."), (None, "Ja.")]


def test_a_sentence_whose_pieces_stand_in_wrong_order_begins_with_the_earliest(tmp_path: Path) -> None:
    reading = read(tmp_path, vtt(cue(9, "Und", f"{IDENT}-0"), cue(2, "dann.", f"{IDENT}-1")))
    assert rows(reading) == [(2000, 9900, None, "Und dann.")]


def test_new_teams_ids_out_of_order_join_by_their_stem_and_sort_by_time(tmp_path: Path) -> None:
    text = vtt(
        cue(5, "<v Eva Klar>Und</v>", f"{IDENT}/21-0"),
        cue(1, "<v Jan Blau>Ja?</v>", f"{IDENT}/7-0"),
        cue(6, "<v Eva Klar>dann.</v>", f"{IDENT.upper()}/21-1"),
    )
    reading = read(tmp_path, text)
    assert said(reading) == [("Jan Blau", "Ja?"), ("Eva Klar", "Und dann.")]
    assert "not in order of time" in messages(reading)
    assert IDENT.casefold() not in reading.transcript.text.casefold()  # type: ignore[union-attr]


def test_ids_of_any_kind_never_enter_the_text(tmp_path: Path) -> None:
    for ident in ("1", "007", "intro", "cue-1", f"{IDENT}/119-0", f"{IDENT.upper()}-0", "Kapitel 1: Anfang"):
        reading = read(tmp_path, vtt(cue(1, "<v A>Ja.", ident), cue(2, "<v B>Nein.", ident)))
        assert said(reading) == [("A", "Ja."), ("B", "Nein.")]


def test_cues_without_blank_lines_between_them(tmp_path: Path) -> None:
    text = vtt(cue(1, "eins", "1"), cue(2, "42", "2"), cue(3, "drei", "3")).replace("\n\n", "\n")
    assert [row[3] for row in rows(read(tmp_path, text))] == ["eins", "42", "drei"]


def test_zoom_names_with_roles_in_brackets_and_files_without_names(tmp_path: Path) -> None:
    named = vtt(*(cue(i, f"{who}: Ja.", str(i)) for i, who in enumerate(["Eva (SL)", "Jan", "Eva (SL)", "Jan"] * 2)))
    reading = read(tmp_path, named.replace("\n", "\r\n"))
    assert [who for who, _ in said(reading)] == ["Eva (SL)", "Jan"] * 4
    nameless = vtt(cue(1, "Ja, und er sagte: gut."), cue(2, "Nein."))
    assert said(read(tmp_path, nameless)) == [(None, "Ja, und er sagte: gut."), (None, "Nein.")]


def test_whisperx_writes_speakers_in_brackets(tmp_path: Path) -> None:
    text = vtt(cue(1, "[SPEAKER_00]: Wie war das?"), cue(2, "[SPEAKER_00]: Und?"), cue(3, "[SPEAKER_01]: [lacht] Gut."))
    for suffix in (".vtt", ".srt"):
        assert said(read(tmp_path, text.removeprefix("WEBVTT\n\n") if suffix == ".srt" else text, suffix)) == [
            ("SPEAKER_00", "Wie war das? Und?"),
            ("SPEAKER_01", "[lacht] Gut."),
        ]


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ("<v Klar, Eva (Student)>Ja.</v>", [("Klar, Eva (Student)", "Ja.")]),
        ("<v INT> Und <[?]>?", [("INT", "Und <[?]>?")]),
        ("<v.laut.x Eva>Ja</v>", [("Eva", "Ja")]),
        ("<v A>eins\n<v B>zwei</v> drei <v A>vier", [("A", "eins"), ("B", "zwei drei"), ("A", "vier")]),
        ("vorher <v A>eins", [(None, "vorher"), ("A", "eins")]),
        ("<v A &amp; B>eins", [("A & B", "eins")]),
        ("<v >eins", [(None, "eins")]),
        ("<v\tEva>eins", [("Eva", "eins")]),
        ("<v //S02>eins", [("S02", "eins")]),
        ("<v A>a --> b\n-->", [("A", "a --> b -->")]),
        ("<v A>1 &lt; 2 &amp;&nbsp;&lrm;3 &copy &foo;", [("A", "1 < 2 &\u00a0\u200e3 &copy &foo;")]),
        ("<v A><lang de>ja</lang> <c.rot>so</c> <ruby>a<rt>b</rt></ruby>", [("A", "ja so ab")]),
        ("{\\an8}<v A>oben {so}", [("A", "oben {so}")]),
        ("<v A>5 <6 <7", [("A", "5 <6 <7")]),
    ],
)
def test_voices_marks_and_entities(tmp_path: Path, payload: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(read(tmp_path, vtt(cue(1, payload)))) == expected


def test_what_stands_beside_the_cues_is_kept_beside_the_text(tmp_path: Path) -> None:
    text = (
        "WEBVTT - Gespräch mit Eva\nKind: captions\nLanguage: pl\nX-Note: neu\n\nSTYLE\n::cue {}\n\nREGION\nid:x\n\n"
        "NOTE\nTranscribed with noScribe vers. 0.7 Audio file: ./Eva Klar 2.mp3 (Language: English)\n\n"
        + cue(1, "<v A>Ja.")
        + "NOTE zum Schluss\n\n"
    )
    reading = read(tmp_path, text)
    assert said(reading) == [("A", "Ja.")]
    assert sources(reading) == [
        ("title", "Gespräch mit Eva"),
        ("remark", "X-Note: neu"),
        ("comment", "Transcribed with noScribe vers. 0.7 Audio file: ./Eva Klar 2.mp3 (Language: English)"),
        ("media", "./Eva Klar 2.mp3"),
        ("comment", "zum Schluss"),
    ]
    assert reading.language == "pl"


def test_microsoft_stream_writes_how_sure_it_is_of_every_cue(tmp_path: Path) -> None:
    head = 'NOTE duration:"00:29:54.4170000"\n\nNOTE language:en-us\n\n'
    sure = "NOTE Confidence: 0.8984\n"
    text = vtt(head, f"{sure}\n", cue(1, "Yes, we", f"{IDENT}-0"), sure, cue(2, "do.", f"{IDENT}-1"))
    reading = read(tmp_path, text)
    assert said(reading) == [(None, "Yes, we do.")]
    assert sources(reading) == []
    assert reading.language == "en"


def test_a_recognizer_that_got_stuck_is_reported(tmp_path: Path) -> None:
    reading = read(tmp_path, vtt(*(cue(i, "Vielen Dank.") for i in range(12)), cue(20, "Ja.")))
    assert len(rows(reading)) == 13
    assert "the same sentence stands up to 12 times on end, at 1 place" in messages(reading)


def test_lines_that_belong_to_no_cue_are_counted_and_kept(tmp_path: Path) -> None:
    reading = read(tmp_path, "eine Zeile\nnoch eine\n\n1\n00:00:01,000 --> 00:00:02,000\nJa.\n", ".srt")
    assert said(reading) == [(None, "Ja.")]
    assert sources(reading) == [("remark", "eine Zeile\nnoch eine")]
    assert "2 lines belong to no cue" in messages(reading)


def test_cues_that_end_before_they_begin_or_overlap_lose_no_word(tmp_path: Path) -> None:
    text = vtt(cue(5, "<v A>eins", end="00:00:01.000"), cue(6, "<v B>zwei", end="00:10:00.000"), cue(7, "<v A>drei"))
    assert rows(read(tmp_path, text)) == [
        (5000, None, "A", "eins"),
        (6000, 600_000, "B", "zwei"),
        (7000, 7900, "A", "drei"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_make_no_difference(tmp_path: Path, end: str, mark: str) -> None:
    for suffix, head in ((".vtt", "WEBVTT\n\n"), (".srt", "")):
        text = head + cue(1, "Ja,\nso.", "1") + cue(2, "Nein.", "2")
        assert said(read(tmp_path, mark + text.replace("\n", end), suffix)) == [(None, "Ja, so."), (None, "Nein.")]


@pytest.mark.parametrize("suffix", [".vtt", ".srt"])
def test_atrain_and_whisper_captions(tmp_path: Path, suffix: str) -> None:
    text = "1\n00:00:00,000 --> 00:00:01,1000\nJa.\n\n2\n00:00:01,1000 --> 00:00:03,040\nScho\u0308n 👍.\n\n"
    assert rows(read(tmp_path, text, suffix)) == [(0, 2000, None, "Ja."), (2000, 3040, None, "Scho\u0308n 👍.")]


WHOLE = vtt(cue(1, "<v Eva>Scho\u0308n &amp; gut.</v>", f"{IDENT}-0"), "NOTE x\n\n", cue(2, "<v Jan>Ja.</v>")).encode()


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8), st.sampled_from([".vtt", ".srt"]))
def test_damaged_captions_never_raise(
    tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"damaged{suffix}"
    path.write_bytes(WHOLE[:at] + junk + WHOLE[at + len(junk) :])
    assert read_file(path, "de").path == path


@pytest.mark.parametrize(
    "payload",
    ["<v " * 100_000, "<v" + " " * 100_000, "&a" * 100_000, "{\\a" * 100_000, "<v A>x" * 20_000, "--> " * 100_000],
)
def test_no_payload_makes_the_reader_search_it_over_and_over(tmp_path: Path, payload: str) -> None:
    assert said(read(tmp_path, vtt(cue(1, f"Ja {payload}"))))[0][1].startswith("Ja")


@pytest.mark.slow
@pytest.mark.parametrize("words", ["<v A>Ja.", "Eva Klar: Ja.", "Ja."])
def test_ten_times_the_cues_take_about_ten_times_as_long(tmp_path: Path, words: str) -> None:
    def seconds(count: int) -> float:
        path = tmp_path / "lang.vtt"
        path.write_text(vtt(*(cue(i, words, str(i)) for i in range(count))), encoding="utf-8")
        begin = time.process_time()
        assert read_file(path, "de").transcript is not None
        return time.process_time() - begin

    seconds(1_000)  # what is loaded once
    assert seconds(100_000) < 30 * max(min(seconds(10_000) for _ in range(3)), 0.05)
