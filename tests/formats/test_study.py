"""Many files: folders, patterns, cases, participants, and problems that stop nobody else."""

from pathlib import Path

import pytest

from interviews.errors import MisuseError, Severity
from interviews.formats import Readings, read_folder, read_many
from interviews.model import Case, Role

TALK = "I: Wie war das für Sie?\nB: Also das war schon so, dass wir nicht wussten, wie es weitergeht.\n"
HEAD = "transcript,speaker,participant,case,group,consent\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Two cases with three transcripts, and what else lies about in such a folder."""
    root = tmp_path / "studie"
    for number, name in enumerate(("hafen/h-1.txt", "hafen/h-2.md", "revier/r-1.txt")):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TALK + "\n" * number)
    for name in (
        "README.md",
        "gold/h-1.txt",
        "hafen/h-1.marked.txt",
        "hafen/~$h-1.docx",
        ".ipynb_checkpoints/a.md",
        "bild.png",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return root


def names(readings: Readings) -> list[str]:
    return [transcript.name for transcript in readings.transcripts]


def notices(readings: Readings) -> str:
    return " | ".join(str(problem) for problem in readings.notices)


def test_a_folder_gives_its_transcripts_in_order_and_nothing_else(study: Path) -> None:
    readings = read_folder(study)
    assert names(readings) == ["h-1", "h-2", "r-1"]
    assert len(readings) == 3
    assert readings[0].transcript == readings.transcripts[0]
    assert [str(problem) for problem in readings.problems] == [
        "studie: 6 files passed over: 1 .png, 1 hidden, 1 lock file, 3 set aside by their names"
    ]
    assert {problem.severity for problem in readings.problems} == {Severity.INFO}
    assert repr(readings) == "Readings(3 files, 3 read, 1 problem)"
    assert "h-1.txt" in readings._repr_html_()
    assert "h-1" not in repr(readings[0])


def test_patterns_files_and_folders_may_be_mixed_and_nothing_is_read_twice(study: Path) -> None:
    assert names(read_many([study / "*"])) == ["h-1", "h-2", "r-1"]
    assert names(read_many(study / "**" / "*.md")) == ["h-2"]
    assert names(read_many([study / "revier" / "r-1.txt", study, study / "hafen" / "*"])) == ["h-1", "h-2", "r-1"]


def test_the_folder_is_the_case_where_asked_for(study: Path) -> None:
    readings = read_many([study], case_from="folder")
    assert [transcript.case for transcript in readings.transcripts] == ["hafen", "hafen", "revier"]
    assert readings.cases == (Case("hafen"), Case("revier"))
    assert read_many([study]).cases == ()


def test_participants_are_found_above_the_files(study: Path) -> None:
    (study / "participants.csv").write_text(
        HEAD + "h-1,B,P01,,resident,archive\nH-2.md,b:,P01,,resident,archive\nr-1,B,P02,Revierstadt,actor,\n"
    )
    readings = read_many([study / "hafen", study / "revier" / "r-1.txt"], case_from="folder")
    assert [p.name for p in readings.participants] == ["P02"]  # the folder given is as far up as is looked
    readings = read_many([study], case_from="folder")
    assert [(p.name, p.case, dict(p.attributes)) for p in readings.participants] == [
        ("P01", "hafen", {"group": "resident", "consent": "archive"}),
        ("P02", "Revierstadt", {"group": "actor"}),
    ]
    assert [transcript.case for transcript in readings.transcripts] == ["hafen", "hafen", "Revierstadt"]
    assert [t.speakers[0].participant for t in readings.transcripts] == [None, None, None]
    assert [t.speakers[1].participant for t in readings.transcripts] == ["P01", "P01", "P02"]
    assert not any("row" in str(notice) for notice in readings.notices)


def test_a_table_may_be_given_and_may_correct_roles(study: Path, tmp_path: Path) -> None:
    table = tmp_path / "leute.csv"
    table.write_text("transcript;speaker;participant;role\nh-1;I;P09;interviewee\n", encoding="utf-8-sig")
    transcript = read_many([study / "hafen" / "h-1.txt"], participants=table).transcripts[0]
    assert transcript.speakers[0].participant == "P09"
    assert {turn.speaker: turn.role for turn in transcript.turns} == {"I": Role.INTERVIEWEE, "B": Role.INTERVIEWEE}


def test_rows_that_fit_nothing_are_problems_that_name_the_row_only(study: Path) -> None:
    rows = "h-1,B,P01,,a,x\nfehlt,B,Geheim,,a,x\nh-1,Geheim,P03,,a,x\nh-2,B,P01,,b,x\nr-1,B,,,a,x\n"
    (study / "participants.csv").write_text(HEAD + rows)
    report = notices(read_many([study]))
    assert "participants.csv, row 3: the row fits no transcript" in report
    assert "participants.csv, row 4: the row fits no speaker" in report
    assert "participants.csv, row 5: the participant has other attributes" in report
    assert "participants.csv, row 6: the row names no participant" in report
    assert "Geheim" not in report


def test_a_table_without_its_columns_is_a_problem_when_found_and_misuse_when_given(study: Path) -> None:
    (study / "participants.csv").write_text("transcript,participant\nh-1,P01\n")
    readings = read_many([study])
    assert len(readings.transcripts) == 3
    assert "the column speaker is missing" in notices(readings)
    with pytest.raises(MisuseError, match="column speaker is missing"):
        read_many([study], participants=study / "participants.csv")


def test_one_bad_file_never_stops_the_others(study: Path) -> None:
    (study / "hafen" / "leer.txt").write_text("")
    (study / "hafen" / "junk.docx").write_bytes(bytes(range(256)))
    readings = read_many([study])
    assert names(readings) == ["h-1", "h-2", "r-1"]
    assert [p.where for p in readings.problems if p.severity is Severity.ERROR] == ["junk.docx", "leer.txt"]


def test_a_folder_without_transcripts_is_a_problem(tmp_path: Path) -> None:
    (reading,) = read_many([tmp_path])
    assert reading.transcript is None
    assert "holds no transcripts" in reading.problems[0].message


@pytest.mark.parametrize("path", ["fehlt", "fehlt.txt", "fehlt/*.txt"])
def test_a_path_that_does_not_exist_is_misuse(tmp_path: Path, path: str) -> None:
    with pytest.raises(MisuseError, match="does not exist"):
        read_many([tmp_path / path])


def test_a_missing_table_and_an_unknown_source_of_cases_are_misuse(study: Path) -> None:
    with pytest.raises(MisuseError, match="does not exist"):
        read_many([study], participants=study / "fehlt.csv")
    with pytest.raises(MisuseError, match="case_from"):
        read_many([study], case_from="name")  # type: ignore[arg-type]


def test_two_files_of_one_name_in_one_folder_are_reported(study: Path) -> None:
    (study / "hafen" / "h-1.md").write_text(TALK + "I: Und dann?\n")
    report = " | ".join(map(str, read_many([study]).problems))
    assert "h-1.txt and h-1.md: another file gives a transcript of the same name" in report


def test_files_of_one_name_in_several_folders_are_called_by_folder_and_name(study: Path) -> None:
    (study / "revier" / "H-1.md").write_text(TALK + "I: Und dann?\n")
    (study / "revier" / "leer.txt").write_text("")
    (study / "leer.txt").write_text("")
    readings = read_many([study])
    assert names(readings) == ["hafen-h-1", "h-2", "revier-H-1", "r-1"]
    assert list(readings.table()["file"]) == [
        "hafen/h-1.txt",
        "h-2.md",
        "leer.txt",
        "revier/H-1.md",
        "revier/leer.txt",
        "r-1.txt",
    ]
    report = [str(problem) for problem in readings.problems]
    told = "2 files have the names of others in another folder"
    assert any(told in line for line in report)
    assert {"leer.txt: the file is empty", "revier/leer.txt: the file is empty"} <= set(report)


def test_as_many_folders_as_needed_tell_files_apart(tmp_path: Path) -> None:
    files = {tmp_path / place / "1.txt": place for place in ("a/x", "b/x", "b/y", "")}
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TALK + str(file))
    assert names(read_many([tmp_path])) == ["1", "a-x-1", "b-x-1", "b-y-1"]
    assert names(read_many([tmp_path / "b" / "x", tmp_path / "b" / "y"])) == ["x-1", "y-1"]


def test_tables_in_several_folders_are_told_apart_in_rows_and_problems(tmp_path: Path) -> None:
    for case in ("nord", "sued"):
        (tmp_path / case).mkdir()
        (tmp_path / case / "1.txt").write_text(TALK + case)
        (tmp_path / case / "participants.csv").write_text(HEAD + f"1,B,P-{case},,40\n1,X,P9,,1\n")
    (tmp_path / "sued" / "participants.csv").write_text(HEAD + "2,B,P7,,40\n1,B,P-sued,,50\n")
    readings = read_many([tmp_path], case_from="folder")
    assert [(p.name, p.case, dict(p.attributes)) for p in readings.participants] == [
        ("P-nord", "nord", {"group": "40"}),
        ("P-sued", "sued", {"group": "50"}),
    ]
    told = [str(problem) for problem in readings.problems if "participants" in problem.where]
    assert [line.partition(": ")[0] for line in told] == [
        "nord/participants.csv, row 3",
        "sued/participants.csv, row 2",
    ]
    assert "fits no speaker" in told[0]
    assert "fits no transcript" in told[1]


def test_one_table_names_files_of_one_name_by_their_folder_or_case(tmp_path: Path) -> None:
    for case in ("nord", "sued", "west"):
        (tmp_path / case).mkdir()
        (tmp_path / case / "1.txt").write_text(TALK + case)
    rows = "nord/1.txt,B,P1,,1\n1,B,P2,sued,2\nwest-1,B,P3,,3\n1,B,P4,,4\n"
    (tmp_path / "participants.csv").write_text(HEAD + rows)
    readings = read_many([tmp_path], case_from="folder")
    assert [(p.name, p.case) for p in readings.participants] == [("P1", "nord"), ("P2", "sued"), ("P3", "west")]
    (problem,) = [problem for problem in readings.problems if "participants" in problem.where]
    assert problem.where == "participants.csv, row 5"
    assert "files in several folders have this name" in problem.message


def test_progress_is_told_after_every_file(study: Path) -> None:
    steps: list[tuple[int, int]] = []
    readings = read_many([study], progress=lambda done, total: steps.append((done, total)))
    assert steps == []
    assert [len(readings.table()), len(readings.table())] == [3, 3]
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_the_table_has_a_row_for_every_file(study: Path) -> None:
    (study / "a.srt").write_text("1\n00:00:01,000 --> 01:02:03,900\nI: Ja?\n")
    (study / "leer.txt").write_text("")
    table = read_many([study], language="de").table()
    columns = ["file", "format", "language", "turns", "speakers", "duration", "words", "problems", "state"]
    assert list(table.columns) == columns
    assert list(table["file"]) == ["a.srt", "h-1.txt", "h-2.md", "leer.txt", "r-1.txt"]
    assert list(table["duration"]) == ["1:02:03", "", "", "", ""]
    assert list(table["words"]) == [2, 17, 17, 0, 17]
    assert table.loc[3, "problems"] == "the file is empty"
    assert list(read_many([study / "hafen"], language="de").table()["turns"]) == [2, 2]
