"""Searching in the terminal: filters, figures, codes for all hits, and a table of suggestions that comes back."""

import json

import pytest
from openpyxl import load_workbook

import interviews as iv
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    make_study(folder).close()
    return folder / "study"


def rows(interviews, *words):
    status, printed, _ = interviews("search", *words, "--json")
    assert status == 0
    return json.loads(printed)


def test_places_are_narrowed_limited_and_counted(interviews, project):
    assert len(rows(interviews, project, "die", "--code", "Wohnen")) < len(rows(interviews, project, "die"))
    assert len(rows(interviews, project, "die", "--limit", "1")) == 1
    assert {row["role"] for row in rows(interviews, project, "*e*", "--role", "interviewee")} == {"interviewee"}
    counted = rows(interviews, project, "die", "--count", "transcript")
    assert sum(row["places"] for row in counted) == len(rows(interviews, project, "die"))


def test_all_hits_get_a_code_and_no_coding_twice(interviews, project):
    coding = ("search", project, "Miete", "--code-as", "Wohnen/Miete", "--coder", "c5", "--unit", "hit")
    status, printed, _ = interviews(*coding)
    assert status == 0
    assert "codings" in printed or "coding" in printed
    status, printed, _ = interviews(*coding)
    assert (status, "nothing new" in printed) == (0, True)


def test_a_table_of_suggestions_goes_out_and_comes_back(interviews, project, tmp_path):
    table = tmp_path / "table.xlsx"
    suggesting = ("search", project, "Nachbar*", "--suggest", "Nachbarschaft", "--into", table)
    status, _, complaint = interviews(*suggesting)
    assert (status, "takes the vault and its key" in complaint) == (2, True)
    assert not table.exists()
    status, printed, _ = interviews(*suggesting, "--key", project.with_name("study.agekey"))
    assert status == 0
    assert "suggestions written" in printed
    book = load_workbook(table)
    page = book.worksheets[0]
    page["A2"] = "accept"
    book.save(table)
    status, printed, _ = interviews("suggestions", project, table, "--coder", "c6")
    assert status == 0
    assert "1 accepted" in printed
    with iv.open(project) as opened:
        assert len(opened.codings.where(coder="c6")) == 1
    status, printed, _ = interviews("suggestions", project)
    assert status == 0
    assert "open" in printed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Miete", "--code-as", "Wohnen"), "--coder"),
        (("Miete", "--suggest", "Wohnen"), "--into"),
        (("Miete", "--suggest", "Wohnem", "--into", "x.xlsx"), "no code"),
        (("(", "--regex"), "regular expression"),
        (("Miete", "--role", "nobody"), "role"),
        (("Miete", "--count", "nothing"), "column"),
    ],
)
def test_misuse_is_told_in_a_sentence(interviews, project, words, told):
    status, _, complaint = interviews("search", project, *words)
    assert status == 2
    assert told in complaint


def test_a_decided_table_needs_a_coder(interviews, project, tmp_path):
    status, _, complaint = interviews("suggestions", project, tmp_path / "x.xlsx")
    assert (status, "--coder" in complaint) == (2, True)
