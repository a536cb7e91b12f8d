"""WebVTT and SRT in the dialects of Teams, Zoom, noScribe and others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats import Reading, read_file
from interviews.formats.captions.cues import build_transcript
from interviews.formats.captions.grammar import find_captions
from interviews.formats.reading import Unreadable
from interviews.model import Role


def read(tmp_path: Path, text: str, suffix: str = ".vtt") -> Reading:
    path = tmp_path / f"datei{suffix}"
    path.write_text(text, encoding="utf-8", newline="")
    return read_file(path, "de")


def turns_of(reading: Reading) -> list[tuple[int | None, int | None, str | None, str]]:
    assert reading.transcript is not None, reading.problems
    text = reading.transcript.text
    for turn in reading.transcript.turns:
        if turn.speaker is not None:
            assert turn.label is not None
            assert turn.label.of(text) == f"{turn.speaker}:"
    return [(t.start_ms, t.end_ms, t.speaker, t.speech.of(text)) for t in reading.transcript.turns]


def messages(reading: Reading) -> str:
    return " | ".join(problem.message for problem in reading.problems)


TEAMS_OLD = """WEBVTT\r
\r
0:0:0.0 --> 0:0:0.250\r
<v Klar, Eva>Ja.</v>\r
\r
0:0:-6.-820 --> 0:0:8.970\r
<v Blau, Jan (Student)>Wie war\r
das?</v>\r
\r
0:0:10.20 --> 0:0:14.490\r
<v Klar, Eva>Gut.</v>\r
\r
0:0:15.510 --> 0:1:19.5\r
<v Klar, Eva>Sehr gut.</v>\r
"""


def test_old_teams_files_write_milliseconds_without_zeros(tmp_path: Path) -> None:
    reading = read(tmp_path, TEAMS_OLD)
    assert turns_of(reading) == [
        (0, 250, "Klar, Eva", "Ja."),
        (0, 8970, "Blau, Jan (Student)", "Wie war das?"),
        (10_020, 79_005, "Klar, Eva", "Gut. Sehr gut."),
    ]
    assert "1 cue has a negative time" in messages(reading)


def test_the_text_has_a_line_for_each_turn_and_a_blank_line_between(tmp_path: Path) -> None:
    reading = read(tmp_path, TEAMS_OLD)
    assert reading.transcript is not None
    assert reading.transcript.text.startswith("Klar, Eva: Ja.\n\nBlau, Jan (Student): Wie war das?\n\n")
    assert reading.transcript.text.endswith("Gut. Sehr gut.\n")


def test_new_teams_cues_of_one_sentence_are_joined_by_their_ids(tmp_path: Path) -> None:
    ident = "b05cbc69-3364-4c0c-a05b-70f360077a3c/19"
    text = (
        f"WEBVTT\n\n{ident}-0\n00:00:04.388 --> 00:00:07.128\nI think that\nit\n\n"
        f"b05cbc69-3364-4c0c-a05b-70f360077a3c/20-0\n00:00:05.000 --> 00:00:06.000\nYes.\n\n"
        f"{ident}-1\n00:00:07.128 --> 00:00:07.368\ndoes.\n"
    )
    reading = read(tmp_path, text)
    assert [turn[3] for turn in turns_of(reading)] == ["I think that it does.", "Yes."]
    assert "no speakers are named" in messages(reading)


def test_zoom_names_become_speakers_and_a_name_that_comes_once_too(tmp_path: Path) -> None:
    said = ["Eva Klar: Ja.", "Eva Klar: Gut.", "Jan (SL): Wie?", "noch etwas", "Eva Klar: So.", "Ute Rot: Hm."]
    cues = "".join(f"{i}\r\n00:00:0{i}.000 --> 00:00:0{i}.900\r\n{line}\r\n\r\n" for i, line in enumerate(said, 1))
    reading = read(tmp_path, "WEBVTT\r\n\r\n" + cues)
    assert [(turn[2], turn[3]) for turn in turns_of(reading)] == [
        ("Eva Klar", "Ja. Gut."),
        ("Jan (SL)", "Wie? noch etwas"),
        ("Eva Klar", "So."),
        ("Ute Rot", "Hm."),
    ]
    assert "1 cue without a name went to the speaker before" in messages(reading)


def test_noscribe_voices_comments_and_pauses(tmp_path: Path) -> None:
    text = (
        "WEBVTT Titel\n\nNOTE\nAudio file: ./Eva.mp3\n\n1\n00:00:00.000 --> 00:00:12.140\n(12 seconds pause)\n\n"
        "2\n00:00:12.000 --> 00:00:13.000\n<v S01>Wie war das? //S00: Gut. //\n\n"
        "3\n00:00:13.000 --> 00:00:14.000\n(3 seconds pause)\n\n4\n00:00:14.000 --> 00:00:15.000\n<v //S00>Ja.\n"
    )
    reading = read(tmp_path, text)
    assert [(turn[2], turn[3]) for turn in turns_of(reading)] == [
        (None, "(12 seconds pause)"),
        ("S01", "Wie war das? //S00: Gut. // (3 seconds pause)"),
        ("S00", "Ja."),
    ]


@pytest.mark.parametrize(
    ("payload", "speech"),
    [
        ("<v INT> Und dann <[?]>?", "Und dann <[?]>?"),
        ("Like a <00:19.000>big-a <c.colorE5E5E5>pie</c>", "Like a big-a pie"),
        ("<i>ja</i> &amp; <b>nein</b> &lt;so&gt; &unknown; 5 < 6", "ja & nein <so> &unknown; 5 < 6"),
        ("a --> b", "a --> b"),
        ("ja&nbsp;ja", "ja\u00a0ja"),
    ],
)
def test_tags_go_and_everything_else_stays(payload: str, speech: str) -> None:
    captions = find_captions(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{payload}\n")
    assert [cue.text for cue in captions.cues] == [speech]


def test_two_voices_in_a_cue_are_two_speakers(tmp_path: Path) -> None:
    reading = read(tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Ja?</v>\n<v B>Nein.</v>\n")
    assert [(turn[2], turn[3]) for turn in turns_of(reading)] == [("A", "Ja?"), ("B", "Nein.")]


def test_notes_styles_ids_and_settings_are_not_said(tmp_path: Path) -> None:
    text = (
        "WEBVTT - Titel\nKind: captions\n\nSTYLE\n::cue {}\n\nREGION\nid:x\n\nNOTE eins\n\nintro\n"
        "00:16.500 --> 00:18.500 align:start position:0%\n<v A>Ja.\n\nNOTE\nzwei\ndrei\n"
    )
    assert turns_of(read(tmp_path, text)) == [(16_500, 18_500, "A", "Ja.")]


def test_a_missing_header_and_missing_blank_lines_do_no_harm(tmp_path: Path) -> None:
    text = "1\n00:00:01.000 --> 00:00:02.000\neins\n2\n00:00:02.000 --> 00:00:03.000\nzwei\n"
    reading = read(tmp_path, text)
    assert [turn[3] for turn in turns_of(reading)] == ["eins", "zwei"]
    assert "WEBVTT is missing" in messages(reading)


@pytest.mark.parametrize(
    "text", ["WEBVTT\n\n", "WEBVTT", "\ufeffWEBVTT\n\nNOTE x\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n"]
)
def test_a_file_without_words_gives_no_transcript(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, text)
    assert reading.transcript is None
    assert "no words" in messages(reading)


@pytest.mark.parametrize(
    ("timing", "start", "end"),
    [
        ("00:00:01,000 --> 00:00:02,500", 1000, 2500),
        ("00:00:01,1000 --> 00:00:02,5", 2000, 2500),
        ("100:00:01,000 --> 100:00:02,000", 360_001_000, 360_002_000),
        ("00:00:03,000 --> 00:00:02,000", 3000, None),
    ],
)
def test_srt_times(tmp_path: Path, timing: str, start: int, end: int | None) -> None:
    assert turns_of(read(tmp_path, f"1\n{timing}\nJa.\n", ".srt"))[0][:2] == (start, end)


def test_srt_speakers_and_blank_lines_inside_a_cue(tmp_path: Path) -> None:
    first = "1\r00:00:01,000 --> 00:00:02,000\rSPEAKER_00: Wie?\r\rgenau\r\r"
    text = f"{first}2\r00:00:03,000 --> 00:00:04,000\rSPEAKER_01: So.\r"
    reading = read(tmp_path, text, ".srt")
    assert [(turn[2], turn[3]) for turn in turns_of(reading)] == [("SPEAKER_00", "Wie? genau"), ("SPEAKER_01", "So.")]


def test_the_content_decides_over_the_suffix(tmp_path: Path) -> None:
    vtt = read(tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Ja.\n", ".txt")
    srt = read(tmp_path, "1\n00:00:01,000 --> 00:00:02,000\nJa.\n", ".txt")
    text = read(tmp_path, "I: Ja?\nB: Nein.\n", ".vtt")
    formats = [reading.transcript.format for reading in (vtt, srt, text) if reading.transcript]
    assert formats == ["vtt", "srt", "txt"]
    assert all("was read as" in messages(reading) for reading in (vtt, srt, text))


def test_roles_come_from_voices_named_by_role(tmp_path: Path) -> None:
    reading = read(
        tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Interviewer>Ja?\n\n00:02.000 --> 00:03.000\n<v Eva>Nein.\n"
    )
    assert reading.transcript is not None
    assert [turn.role for turn in reading.transcript.turns] == [Role.INTERVIEWER, Role.INTERVIEWEE]


LINES = st.sampled_from(
    [
        "WEBVTT",
        "",
        "NOTE x",
        "1",
        "00:01.000 --> 00:02.000",
        "0:0:-1.-20 --> 0:0:2.5",
        "<v A>ja</v>",
        "Eva: ja",
        "<v >",
        "-->",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=30).map("\n".join))
def test_any_captions_give_ordered_turns_that_hold_every_word_of_the_cues(text: str) -> None:
    captions = find_captions(text)
    try:
        transcript = build_transcript(captions.cues, captions.notes, Path("x.vtt"), "vtt").transcript
    except Unreadable:
        return
    assert transcript is not None
    at = 0
    for turn in transcript.turns:
        assert at <= (turn.label or turn.speech).start <= turn.speech.start < turn.speech.end <= len(transcript.text)
        assert turn.speech.of(transcript.text) == turn.speech.of(transcript.text).strip()
        at = turn.speech.end
