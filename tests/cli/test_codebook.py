"""`codebook`, `revise` and `revisit`, as a person types them."""

import json
import shutil

import openpyxl
import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.text import parse_moment
from tests.small_study import CODEBOOK, make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("codebook")
    make_study(folder).close()
    return folder


@pytest.fixture
def study(made, tmp_path):
    shutil.copytree(made, tmp_path / "copy")
    return tmp_path / "copy" / "study"


@pytest.fixture
def key(study):
    return ("--key", study.parent / "study.agekey")


def test_a_changed_file_becomes_the_next_version_and_is_told_in_words(interviews, study):
    file = study.parent / "klein.yaml"
    file.write_text("# ours\n" + CODEBOOK.replace("Wer nebenan", "Wer im Haus und nebenan"))
    status, printed, _ = interviews("codebook", file, "--project", study, "--author", "lead")
    assert status == 0
    assert "Definition von Nachbarschaft geändert" in printed
    assert "0 codings moved, 2 to be reviewed" in printed
    assert file.read_text().startswith("# ours\ncodebook: klein\nversion: 2\n")


def test_a_step_is_previewed_and_taken(interviews, study, key):
    status, printed, _ = interviews("revise", study, "rename", "Wohnen/Miete", "Kosten", "--dry-run", *key)
    assert status == 0
    assert "nothing is saved" in printed
    assert "2 codings moved" in printed
    status, printed, _ = interviews("revise", study, "rename", "Wohnen/Miete", "Kosten", "--reason", "kurz")
    assert "Wohnen/Miete heißt jetzt Wohnen/Kosten (kurz)" in printed
    status, printed, _ = interviews("codebook", study, "--diff", 1, 2)
    assert printed.strip() == "Wohnen/Miete heißt jetzt Wohnen/Kosten (kurz)"
    _, printed, _ = interviews("codebook", study, "--versions", "--json")
    assert [row["version"] for row in json.loads(printed)] == [1, 2]
    _, printed, _ = interviews("codebook", study, "--as-of", "2999-01-01", "--json")
    assert "Wohnen/Kosten" in printed


STEPS = [
    ("add", "Wohnen/Neu", "--definition", "Frisch.", "--after", ""),
    ("move", "Wohnen/Neu", "--under", "Nachbarschaft"),
    ("move", "Nachbarschaft/Neu"),
    ("split", "Neu", "a", "b"),
    ("retire", "Neu", "--sub-codes"),
    ("redefine", "Wohnen", "--memo", "siehe oben", "--label", "en=Housing", "--colour", "#112233"),
    ("merge", "Wohnen/Miete", "--into", "Wohnen/Zustand"),
]


def test_every_kind_of_step_has_its_word(interviews, study):
    for step in STEPS:
        status, printed, complaints = interviews("revise", study, *step)
        assert status == 0, (step, printed, complaints)
    with iv.open(study) as project:
        assert [code.path for code in project.codebook] == [
            *("Wohnen", "Wohnen/Zustand", "Nachbarschaft", "Neu", "Neu/a", "Neu/b")
        ]
        assert project.codebook.codes[1].colour == "#112233"
        assert project.codings.count()["Wohnen/Zustand"] == 5


def test_misuse_is_said_in_a_sentence(interviews, study):
    for words, said in [
        (("revise", study, "merge", "Wohnen", "--into", "Wohnen/Miete"), "merge the other way round"),
        (("revise", study, "redefine", "Wohnen"), "give a new text"),
        (("revisit", study, "--confirm", "--recode", "Wohnen"), "Give one of"),
        (("codebook", study.parent / "klein.yaml", "--versions"), "is no project"),
        (("codebook", study, "--as-of", "gestern"), "is no date"),
    ]:
        status, _, complaints = interviews(*words)
        assert status == 2
        assert said in " ".join(complaints.split())


def test_codings_are_looked_at_again_at_once_or_in_a_sheet(interviews, study, key):
    interviews("revise", study, "redefine", "Wohnen/Miete", "--definition", "Nur kalt.")
    interviews("revise", study, "split", "Nachbarschaft", "Gut")
    _, printed, _ = interviews("revisit", study, "--json")
    assert len(json.loads(printed)) == 4
    _, printed, _ = interviews("revisit", study, "--confirm", "--code", "Wohnen/Miete", "--author", "lead")
    assert printed.strip() == "saved: 2 confirmed codings"
    _, printed, _ = interviews("revisit", study, "--recode", "Nachbarschaft/Gut", "--coder", "c2")
    assert printed.strip() == "saved: 1 recoded coding"
    sheet = study.parent / "sheet.xlsx"
    interviews("revisit", study, "--into", sheet, *key)
    book = openpyxl.load_workbook(sheet)
    book.active["A2"] = "keep"
    book.save(sheet)
    status, printed, _ = interviews("revisit", study, sheet, "--author", "c1")
    assert (status, "1 confirmed coding" in printed) == (0, True)
    assert "no codings to be reviewed" in interviews("revisit", study)[1]


def test_a_codebook_is_printed_from_a_file_and_from_a_project(interviews, study, key):
    for place in (study.parent / "klein.yaml", study):
        status, _, complaints = interviews("codebook", place, "--print", study.parent / "cb.html", *key)
        assert status == 0, complaints
        assert "Übersicht" in (study.parent / "cb.html").read_text()


def test_an_older_file_is_brought_up_to_date(interviews, study):
    interviews("revise", study, "rename", "Nachbarschaft", "Nachbarn")
    file = study.parent / "klein.yaml"
    status, _, _ = interviews("codebook", file, "--project", study, "--update")
    assert status == 0
    assert file.read_text() == CODEBOOK.replace("version: 1", "version: 2").replace("Nachbarschaft", "Nachbarn")


def test_a_day_is_taken_to_its_end():
    assert parse_moment("2026-03-31").strftime("%d %H:%M") == "31 23:59"
    assert parse_moment("2026-03-31 14:05").strftime("%d %H:%M") == "31 14:05"
    with pytest.raises(MisuseError, match="write it as"):
        parse_moment("31.3.")
