"""What people write into the cells of the framework matrix: kept, undone, carried along, printed."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

import interviews as iv
from interviews.coding import steps
from interviews.errors import MisuseError
from interviews.model import CellSummary, Link, Memo
from interviews.project.summarizing import summarize

pytestmark = pytest.mark.slow  # whole studies


def told(project: iv.Project) -> list[tuple[str, str, str, str]]:
    return [(one.case, one.theme, one.text, one.author) for one in project.summaries]


def test_the_newest_words_of_a_cell_count_and_none_take_them_out(project: iv.Project) -> None:
    project.summarize("nord", "Wohnen", "Feucht, aber bezahlbar.", author="anna")
    project.summarize("sued", "Wohnen", "Zu teuer.", author="anna")
    project.summarize("nord", "Wohnen", " Feucht. ", author="bert")
    assert told(project) == [("nord", "Wohnen", "Feucht.", "bert"), ("sued", "Wohnen", "Zu teuer.", "anna")]
    matrix = iv.framework(project)
    assert matrix.texts().loc["nord", "Wohnen"] == "Feucht."
    assert matrix.texts().loc["nord", "Nachbarschaft"] == ""
    assert list(matrix.texts().index) == list(matrix.counts().index)
    project.undo(author="bert")
    assert told(project)[0] == ("nord", "Wohnen", "Feucht, aber bezahlbar.", "anna")
    project.summarize("nord", "Wohnen", "", author="anna")
    assert [one[0] for one in told(project)] == ["sued"]
    project.undo(author="anna")
    assert len(told(project)) == 2


def test_they_follow_the_codebook_and_survive_an_archive(project: iv.Project, tmp_path: Path) -> None:
    project.summarize("nord", "Wohnen", "Feucht.", author="anna")
    project.revise(steps.rename("Wohnen", "Haus"))
    assert told(project) == [("nord", "Haus", "Feucht.", "anna")]
    iv.archive(project, tmp_path / "archive")
    with iv.restore(tmp_path / "archive", tmp_path / "again") as again:
        assert told(again) == told(project)
        assert [one for one in iv.verify(again).problems if "memo" in one.where or "link" in one.where] == []


def test_words_that_were_changed_or_taken_out_of_a_cell_do_not_leave(project: iv.Project, tmp_path: Path) -> None:
    for theme, text in (("Wohnen", "Alte Worte."), ("Nachbarschaft", "Geheim."), ("Nachbarschaft", "")):
        project.summarize("nord", theme, text, author="anna")
    project.summarize("nord", "Wohnen", "Neue Worte.", author="anna")
    project.adjudicate(project.disagreements("c1", "c2"), "neither", author="anna")
    written = iv.export(project, tmp_path / "study.qdpx")
    with zipfile.ZipFile(written.path) as file:
        content = b"".join(map(file.read, file.namelist())).decode("utf-8", "ignore")
    assert "Neue Worte." in content
    assert "Alte Worte." not in content
    assert "Geheim." not in content
    told_left = [problem.message for problem in project.exchange().problems]
    assert told_left == ["2 words that stood in a cell of the framework matrix before: not in the file, they stay here"]
    assert iv.view(project, "memos").table()["text"].tolist() == ["Neue Worte."]
    with iv.create(tmp_path / "other", key=tmp_path / "other.agekey") as other:
        other.save(iv.read_exchange(written.path), anonymized=True)
        assert [(one.theme, one.text) for one in other.summaries] == [("Wohnen", "Neue Worte.")]


def test_a_memo_on_a_text_that_another_program_linked_to_a_code_is_no_cell(project: iv.Project) -> None:
    memo = Memo(project.transcripts[0].id, "Feucht.", "anna")
    project.save(memo)
    project.save(Link(("memo", memo.id), ("code", "Wohnen")))
    assert project.summaries == ()
    assert [one.id for one in project.exchange().memos] == [memo.id]


def test_memos_of_another_program_all_go_on_though_one_cell_shows_one(project: iv.Project) -> None:
    for text in ("Erstens.", "Zweitens."):
        memo = Memo("nord", text, "anna")
        project.save(memo)
        project.save(Link(("memo", memo.id), ("code", "Wohnen")))
    assert told(project) == [("nord", "Wohnen", "Zweitens.", "anna")]
    assert [one.text for one in project.exchange().memos] == ["Erstens.", "Zweitens."]


def test_the_same_words_in_two_cells_stay_two_on_the_way_through_another_program(
    project: iv.Project, tmp_path: Path
) -> None:
    project.summarize("nord", "Wohnen", "Keine Angabe.", author="anna")
    before = told(project)
    iv.export(project, tmp_path / "one.qdpx")
    project.summarize("nord", "Nachbarschaft", "Keine Angabe.", author="anna")
    both = told(project)
    iv.export(project, tmp_path / "both.qdpx")
    assert project.save(iv.read_exchange(tmp_path / "both.qdpx"), anonymized=True).counts.get("links") is None
    assert told(project) == both
    with iv.create(tmp_path / "other", key=tmp_path / "other.agekey") as other:
        for name, cells in (("one", before), ("both", both), ("both", both)):
            other.save(iv.read_exchange(tmp_path / f"{name}.qdpx"), anonymized=True)
            assert told(other) == cells


def test_they_are_printed_as_findings_and_exported_beside_the_counts(project: iv.Project, tmp_path: Path) -> None:
    project.summarize("nord", "Wohnen", "Feucht, aber bezahlbar.", author="anna")
    iv.report(project, tmp_path / "bericht.md")
    assert "Feucht, aber bezahlbar." in (tmp_path / "bericht.md").read_text(encoding="utf-8")
    iv.export(iv.framework(project), tmp_path / "matrix.xlsx", project=project)
    book = openpyxl.load_workbook(tmp_path / "matrix.xlsx")
    assert book.sheetnames == ["matrix", "summaries", "evidence"]
    assert "Feucht, aber bezahlbar." in [cell.value for row in book["summaries"] for cell in row]


def test_what_cannot_be_written_is_told(project: iv.Project) -> None:
    for case, theme, text, sentence in (
        ("ost", "Wohnen", "x", "no case 'ost'"),
        ("nord", "Wohnen/Miete", "x", "no theme 'Wohnen/Miete'"),
        ("nord", "Wohnen", "Herr Schulte hilft nicht", "names PER"),
    ):
        with pytest.raises(MisuseError, match=sentence):
            project.summarize(case, theme, text)
    first = CellSummary("nord", "Wohnen", "eins", "anna")
    summarize(project, first, since="")
    with pytest.raises(MisuseError, match="anna has written into this cell meanwhile"):
        summarize(project, CellSummary("nord", "Wohnen", "zwei", "bert"), since="")
    summarize(project, CellSummary("nord", "Wohnen", "zwei", "bert"), since=first.id)
    assert told(project) == [("nord", "Wohnen", "zwei", "bert")]


def test_whoever_withdraws_takes_what_was_written_about_them_along(project: iv.Project) -> None:
    project.summarize("nord", "Wohnen", "Die Wohnung bleibt feucht, aber die Nachbarn sind gut.", author="anna")
    iv.erase(project, "P01")
    assert told(project) == []


def test_the_report_compares_those_who_code_not_what_was_decided(project: iv.Project, tmp_path: Path) -> None:
    iv.report(project, tmp_path / "before.md")
    project.adjudicate(project.disagreements("c1", "c2"), "neither")
    project.adjudicate(project.disagreements("c1", "c2").where(difference="borders"), "c1")
    iv.report(project, tmp_path / "after.md")
    before, after = ((tmp_path / name).read_text(encoding="utf-8") for name in ("before.md", "after.md"))
    assert "consensus" not in after
    assert [line for line in before.splitlines() if "0,4" in line] == [
        line for line in after.splitlines() if "0,4" in line
    ]
