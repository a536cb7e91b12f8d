"""Roles, participants and cases of all speakers are corrected in one table; texts and codings stay as they are."""

import pandas as pd
import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.formats import read_table, write_table
from interviews.model import Role
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies

TALK = "".join(
    f"{label}: {speech}\n\n"
    for label, speech in [
        *[("Ana", "Wie war das für Sie?"), ("Ben", "Gut, wir hatten Zeit und Ruhe.")] * 3,
        *[("Ana", "Und dann?"), ("Benn", "Dann war es schon so, dass wir nicht mehr da waren.")] * 3,
    ]
)


@pytest.fixture
def study(tmp_path):
    with make_study(tmp_path) as project:
        yield project


def corrected(project, **cells):
    """The sheet with the cells of the first row changed, taken back."""
    sheet = project.write_speakers(project.folder.parent / "speakers.xlsx")
    frame = read_table(sheet)
    for column, value in cells.items():
        frame.loc[0, column.replace("_", " ")] = value
    write_table(frame, sheet)
    return project.save_speakers(sheet, author="lead")


def test_the_table_has_a_row_for_every_speaker_of_every_transcript(study):
    frame = study.speakers()
    assert frame[["transcript", "speaker", "role", "known from", "participant", "case"]].values.tolist() == [
        ["a1", "I", "interviewer", "label", "", "nord"],
        ["a1", "B", "interviewee", "label", "P01", "nord"],
        ["b1", "I", "interviewer", "label", "", "sued"],
        ["b1", "B", "interviewee", "label", "P02", "sued"],
    ]
    assert frame["turns"].tolist() == [2, 2, 2, 2]
    assert frame["questions"].tolist() == [0.67, 0.33, 1.0, 0.0]


def test_readings_show_the_same_before_there_is_a_project(tmp_path):
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    frame = iv.read(tmp_path / "a.txt").speakers()
    assert frame["known from"].tolist() == ["guess"] * 3
    (tmp_path / "participants.csv").write_text("transcript,speaker,participant,role\na,Ana,P1,other\n")
    frame = iv.read(tmp_path / "a.txt").speakers()
    assert frame.loc[0, ["role", "known from", "participant"]].tolist() == ["other", "table", "P1"]


def test_a_sheet_taken_back_as_it_was_changes_nothing(study):
    versions = [one.version for one in study.transcripts]
    saved = corrected(study)
    assert (saved.counts, saved.problems) == ({}, ())
    assert [one.version for one in study.transcripts] == versions


def test_a_corrected_role_is_right_in_the_vault_and_in_the_store_at_once(study):
    codings = study.codings.table()[["text", "code", "coder"]].values.tolist()
    text = study.store.transcript("a1").text
    saved = corrected(study, role="interviewee", participant="P07")
    assert saved.counts == {"corrected transcripts": 1, "text versions": 1}
    now = study.store.transcript("a1")
    assert (now.version, now.text) == (2, text)
    assert [turn.role for turn in now.turns] == [Role.INTERVIEWEE] * 4
    assert now.speakers[0].participant == "P07"
    original = study.vault.original(now.id)
    assert {turn.role for turn in original.turns} == {Role.INTERVIEWEE}
    assert original.speakers[0].role_from == "table"
    assert study.codings.table()[["text", "code", "coder"]].values.tolist() == codings
    assert "P07" in {one.name for one in study.participants}
    assert study.vault.edits(now.id, 2).apply(original.text) == text
    assert study.speakers().loc[0, "role"] == "interviewee"


def test_a_corrected_role_outlives_a_change_of_the_file(study):
    corrected(study, role="interpreter")
    file = study.folder.parent / "talks" / "nord" / "a1.txt"
    file.write_text("I: Guten Tag.\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    study.save(iv.read(study.folder.parent / "talks", case_from="folder"))
    assert study.speakers().loc[0, ["role", "known from"]].tolist() == ["interpreter", "table"]


def test_a_case_can_be_given_to_a_transcript(study):
    corrected(study, case="hafen")
    assert study.store.transcript("a1").case == "hafen"
    assert "hafen" in {case.name for case in study.cases}


def test_rows_that_fit_nothing_and_roles_that_are_none_are_told_by_their_number(study, tmp_path):
    rows = [["a1", "I", "boss"], ["a1", "Nobody", "other"], ["z9", "I", "other"], ["b1", "B", "other"], ["b1", "B", ""]]
    sheet = tmp_path / "speakers.csv"
    write_table(pd.DataFrame(rows, columns=["transcript", "speaker", "role"]), sheet)
    saved = study.save_speakers(sheet)
    assert saved.counts["corrected transcripts"] == 1
    told = str(saved)
    assert "row 2: the role is one of interviewer, interviewee, interpreter, other" in told
    assert "row 3: the row fits no speaker" in told
    assert "row 4: the row fits no transcript" in told
    assert "row 6: an earlier row is about the same speaker" in told
    assert "Nobody" not in told
    write_table(pd.DataFrame([["a1"]], columns=["transcript"]), sheet)
    with pytest.raises(MisuseError, match="the column speaker is missing"):
        study.save_speakers(sheet)


def test_two_spellings_of_one_label_become_one_speaker(tmp_path):
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        project.save(iv.read(tmp_path / "a.txt"))
        project.save(iv.anonymize(project).accept())
        before = project.transcripts[0]
        sheet = project.write_speakers(tmp_path / "speakers.xlsx")
        frame = read_table(sheet)
        frame.loc[frame["speaker"] == "Benn", "speaker is"] = "Ben"
        frame.loc[frame["speaker"] == "Ben", "participant"] = "P1"
        write_table(frame, sheet)
        project.save_speakers(sheet)
        assert project.speakers()["speaker"].tolist() == ["Ana", "Ben"]
        assert project.speakers()["turns"].tolist() == [6, 6]
        now = project.transcripts[0]
        assert (len(now.speakers), now.speakers[1].participant, now.text) == (2, "P1", before.text)
        assert len({turn.speaker for turn in now.turns}) == 2
        assert [turn.speech for turn in now.turns] == [turn.speech for turn in before.turns]
        project.save(iv.anonymize(project).accept())
        assert project.transcripts[0].version == now.version


def test_the_table_never_lies_inside_the_project(study):
    with pytest.raises(MisuseError, match="outside the project folder"):
        study.write_speakers(study.folder / "speakers.xlsx")
    assert not list(study.folder.glob("*.xlsx"))
