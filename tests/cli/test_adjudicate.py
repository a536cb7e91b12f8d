"""`adjudicate`, as a person types it."""

import json

import pytest

from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture
def study(tmp_path):
    with make_study(tmp_path) as project:
        return project.folder


def test_disagreements_are_listed_decided_and_told_with_progress(interviews, study):
    status, printed, _ = interviews("adjudicate", study, "c1", "c2")
    assert status == 0
    assert "4 disagreements of c1 and c2" in printed
    assert "0 of 4 decided" in printed
    given = ("--difference", "borders", "--take", "c1", "--reason", "am Satzende", "--author", "anna")
    _, printed, _ = interviews("adjudicate", study, "c1", "c2", *given)
    assert "saved: 1 decided disagreement, 1 coding" in printed
    _, printed, _ = interviews("adjudicate", study, "c1", "c2", "--open", "--json")
    assert {one["difference"] for one in json.loads(printed)} == {"one"}
    _, printed, _ = interviews("adjudicate", study, "c1", "c2", "--difference", "borders", "--json")
    (told,) = json.loads(printed)
    assert (told["decision"], told["reason"], told["author"]) == ("as c1", "am Satzende", "anna")
    _, printed, _ = interviews("history", study, "--last", "1")
    assert "anna" in printed


def test_what_cannot_be_is_told(interviews, study):
    for given, told in (
        (("c1", "c9"), "no coder 'c9'"),
        (("c1", "c2", "--take", "x"), "'x' is no decision"),
        (("c1", "c2", "--difference", "code", "--take", "c1"), "nothing was decided"),
        (("c1", "c2", "--as", "c1"), "a name of their own"),
    ):
        status, _, complaints = interviews("adjudicate", study, *given)
        assert status == 2
        assert told in " ".join(complaints.split())
