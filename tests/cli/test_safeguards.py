"""What a data-protection officer types: leaks, cells, anonymization-report."""

import json
from dataclasses import replace

import pytest

import interviews as iv
from tests.small_study import NAMES, make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("safeguards")
    make_study(folder).close()
    return folder


def test_what_could_not_be_searched_is_told_and_leaves_status_1(interviews, folder, tmp_path):
    (tmp_path / "scan.7z").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(20))
    (tmp_path / "notes.txt").write_text("niemand")
    leaks = ("leaks", folder / "study", "--key", folder / "study.agekey")
    status, printed, complaints = interviews(*leaks, tmp_path / "notes.txt")
    assert (status, printed) == (0, "no replaced name was found in 1 file\n")
    status, printed, complaints = interviews(*leaks, tmp_path)
    assert status == 1
    assert "scan.7z: a 7z archive cannot be opened" in complaints
    assert json.loads(interviews(*leaks, tmp_path, "--json")[1]) == []


def test_words_that_may_be_names_are_shown_only_when_asked_for(interviews, tmp_path):
    (tmp_path / "a.txt").write_text("I: Und?\nB: Die Quorxelbrimm hat mir geholfen, ja.\n", encoding="utf-8")
    with iv.create(tmp_path / "study", key=tmp_path / "key") as project:
        project.save(iv.read(tmp_path / "a.txt"))
        missed = replace(iv.anonymize(project), entities=())
        project.save(missed.accept())
    residual = ("leaks", tmp_path / "study", "--residual", "--key", tmp_path / "key")
    status, printed, _ = interviews(*residual)
    assert status == 0
    assert "--reveal shows them" in printed
    assert "Quorxelbrimm" not in printed + interviews(*residual, "--json")[1]
    assert "Quorxelbrimm" in interviews(*residual, "--reveal")[1]


def test_texts_whose_words_are_all_explained_are_said_to_be_so(interviews, folder):
    status, printed, _ = interviews("leaks", folder / "study", "--residual", "--key", folder / "study.agekey")
    assert (status, printed) == (0, "a dictionary explains every word of the anonymized texts\n")


def test_small_cells_are_shown_with_what_they_do_not_say(interviews, folder):
    status, printed, _ = interviews("cells", folder / "study", "--k", "2")
    assert status == 1
    assert "not the people of the place" in " ".join(printed.split())
    rows = json.loads(interviews("cells", folder / "study", "--attribute", "group", "--json")[1])
    assert {row["attributes"] for row in rows} == {"group"}
    assert interviews("cells", folder / "study", "--all")[0] == 1
    assert interviews("cells", folder / "study", "--attribute", "shoe")[0] == 2


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_the_report_for_the_ethics_board_is_written_and_names_nobody(interviews, folder, tmp_path, suffix):
    out = tmp_path / f"ethik{suffix}"
    status, printed, _ = interviews("anonymization-report", folder / "study", out, "--key", folder / "study.agekey")
    assert status == 0
    assert "written to" in printed
    assert not any(name.encode() in out.read_bytes() for name in NAMES)
    assert (
        interviews("anonymization-report", folder / "study", tmp_path / "x.pdf", "--key", folder / "study.agekey")[0]
        == 2
    )


def test_quotes_tell_which_might_say_who_speaks(interviews, folder):
    _, _, complaints = interviews("quotes", folder / "study")
    assert "look before printing" in complaints
    assert all(row["rare"] for row in json.loads(interviews("quotes", folder / "study", "--json")[1]))
