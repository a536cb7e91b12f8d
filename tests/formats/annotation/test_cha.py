"""CHAT files: main lines, bullets, dependent tiers, headers."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.annotation.cha import is_cha
from interviews.model import Role
from tests.formats.annotation.files import about, damaged, messages, notes_of, read, said, turns_of

B = "\x15"
INTERVIEW = f"""@UTF8
@PID:\t11312/c-1
@Begin
@Languages:\tdeu, pol
@Participants:\tPAR Ilse Participant, INV Mira_Feld Investigator, MOT Mother
@ID:\tdeu|hof|PAR|61;|female|||Participant|||
@ID:\tdeu, pol|hof|INV|||||Investigator|||
@Media:\tilse, audio
@Comment:\tleise Aufnahme
*INV:\tund [/] wie war
\tdas ? {B}0_1500{B}
%mor:\tconj|und adv|wie
*PAR:\t&-äh schön (.) ja . {B}1500_2000{B} und laut . {B}2100_4000{B}
%com:\tlacht dabei
\tsehr
%eng:\tnice and loud
*PAR:\t[- pol] dzień dobry .
@New Episode
*MOT:\t0 .
@End
"""


def test_each_main_line_is_a_turn_with_the_times_of_its_bullets(tmp_path: Path) -> None:
    assert turns_of(read(tmp_path, INTERVIEW, "a.cha")) == [
        ("INV", "und [/] wie war das ?", 0, 1500),
        ("PAR", "&-äh schön (.) ja . und laut .", 1500, 4000),
        ("PAR", "[- pol] dzień dobry .", None, None),
        ("MOT", "0 .", None, None),
    ]


def test_the_roles_of_the_header_count(tmp_path: Path) -> None:
    transcript = read(tmp_path, INTERVIEW, "a.cha").transcript
    assert transcript is not None
    roles = {speaker.label: speaker.role for speaker in transcript.speakers}
    assert (roles["INV"], roles["PAR"]) == (Role.INTERVIEWER, Role.INTERVIEWEE)


def test_languages_are_those_of_the_header_and_of_marks_in_the_line(tmp_path: Path) -> None:
    transcript = read(tmp_path, INTERVIEW, "a.cha").transcript
    assert transcript is not None
    assert [turn.language for turn in transcript.turns] == ["de", "de", "pl", "de"]


def test_dependent_tiers_are_counted_and_remarks_kept_where_they_belong(tmp_path: Path) -> None:
    reading = read(tmp_path, INTERVIEW, "a.cha")
    assert "3 dependent tiers did not become speech: 1 translation, 1 remark and 1 gloss" in messages(reading)
    assert about(reading, "remark")[-1] == ("lacht dabei sehr", "&-äh schön (.) ja . und laut .")
    assert about(reading, "translation") == [("nice and loud", "&-äh schön (.) ja . und laut .")]


def test_headers_are_kept_beside_the_text(tmp_path: Path) -> None:
    reading = read(tmp_path, INTERVIEW, "a.cha")
    notes = notes_of(reading)
    assert ("media", "ilse, audio") in notes
    assert ("comment", "leise Aufnahme") in notes
    assert ("speaker", "PAR: Ilse Participant") in notes
    assert ("header", "PID: 11312/c-1") in notes
    assert not any(word in messages(reading) for word in ("Ilse", "PAR", "Feld"))


def test_no_control_character_becomes_part_of_the_text(tmp_path: Path) -> None:
    text = f'@UTF8\n@Begin\n*A:\tja {B}%snd:"ilse"_10_20{B} so {B}%pic:"b.jpg"{B} •30_40• und {B}kaputt .\n@End\n'
    reading = read(tmp_path, text, "a.cha")
    assert turns_of(reading) == [("A", "ja so und kaputt .", 10, 40)]


def test_lines_of_no_kind_are_counted(tmp_path: Path) -> None:
    reading = read(tmp_path, "@UTF8\n@Begin\nverirrt\n*ohne Doppelpunkt\n*A:\tja .\n@End\n", "a.cha")
    assert said(reading) == [("A", "ja .")]
    assert "2 lines belong" in messages(reading)


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    assert len(said(read(tmp_path, "\ufeff" + INTERVIEW.replace("\n", "\r\n"), "a.txt"))) == 4


def test_text_that_only_mentions_such_lines_is_no_chat() -> None:
    assert not is_cha("I: Was heißt @Begin?\nB: *nichts*\n")
    assert not is_cha("@Anna: Kannst du das lesen?")


def test_chat_without_main_lines_holds_no_words(tmp_path: Path) -> None:
    assert read(tmp_path, "@UTF8\n@Begin\n@Comment:\tleer\n@End\n", "a.cha").transcript is None


def test_very_many_lines_that_continue_take_no_long_time(tmp_path: Path) -> None:
    text = "@UTF8\n@Begin\n*A:\tja\n" + "\tund so\n" * 50_000 + f"*A:\t{' ' * 100_000}ja {B * 50_001}\n@End\n"
    assert len(said(read(tmp_path, text, "a.cha"))) == 2


@given(st.text("ab\x15•_1 \t\n@*%:|", max_size=80))
def test_any_lines_are_read_without_control_characters(text: str) -> None:
    from interviews.formats.annotation.cha import read_cha
    from interviews.formats.opened import Opened
    from interviews.formats.reading import Unreadable

    try:
        reading = read_cha(Opened(Path("a.cha"), ("@UTF8\n@Begin\n*A:\tja\n" + text).encode()))
    except Unreadable:
        raise AssertionError from None
    assert reading.transcript is not None
    assert "\x15" not in reading.transcript.text


def test_damaged_files_never_raise(tmp_path: Path) -> None:
    for content in damaged(INTERVIEW.encode()):
        read(tmp_path, content, "a.cha")
