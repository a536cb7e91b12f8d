"""How far the coders have come, in the terminal."""

import json

import pytest

from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture
def project(tmp_path):
    make_study(tmp_path).close()
    path = tmp_path / "study" / "interviews.toml"
    path.write_text(path.read_text("utf-8") + '\n[assignments]\nc9 = ["sued"]\n', encoding="utf-8")
    return tmp_path / "study"


def test_progress_is_told_by_coder_and_by_transcript(interviews, project):
    status, printed, _ = interviews("progress", project, "--json")
    assert status == 0
    rows = {(row["coder"], row["transcript"]): row for row in json.loads(printed)}
    assert rows["c9", "b1"] == {
        **{"coder": "c9", "transcript": "b1", "case": "sued", "assigned": True},
        **{"answers": 2, "coded": 0, "codings": 0},
    }
    status, printed, _ = interviews("progress", project)
    assert status == 0
    assert "c9" in printed
    status, printed, _ = interviews("progress", project, "--coder", "c1")
    assert "c1: 3 of 4 answers" in printed


def test_what_is_assigned_and_not_there_is_a_problem(interviews, project):
    path = project / "interviews.toml"
    path.write_text(path.read_text("utf-8") + 'c8 = ["b9"]\n', encoding="utf-8")
    status, printed, told = interviews("progress", project)
    assert status == 1
    assert "c8 is to code 'b9'" in " ".join((printed + told).split())
