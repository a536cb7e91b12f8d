"""Which coder is to code which transcript: written in the settings, told with how far everybody has come."""

import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.project.settings import parse_settings, read_settings, settings_text
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies

TABLE = '\n[assignments]\nc1 = ["a1"]\nc9 = ["sued", "a1"]\n"anna b" = ["nothing"]\n'


@pytest.fixture
def study(tmp_path):
    with make_study(tmp_path) as project:
        path = project.folder / "interviews.toml"
        path.write_text(path.read_text("utf-8") + TABLE, encoding="utf-8")
    with iv.open(tmp_path / "study") as opened:
        yield opened


def test_transcripts_are_assigned_by_their_names_or_those_of_their_cases(study):
    assert [one.name for one in study.assigned("c1")] == ["a1"]
    assert [one.name for one in study.assigned("c9")] == ["a1", "b1"]
    assert study.assigned("c2") == ()


def test_progress_counts_answers_of_what_is_assigned_or_coded(study):
    rows = {(row.coder, row.transcript): tuple(row)[4:] for row in study.progress().itertuples(index=False)}
    told = {(row.coder, row.transcript): row for row in study.progress().itertuples(index=False)}
    assert set(rows) == {("c1", "a1"), ("c1", "b1"), ("c2", "a1"), ("c2", "b1"), ("c9", "a1"), ("c9", "b1")}
    assert rows["c1", "a1"] == (2, 2, 3)
    assert rows["c9", "b1"] == (2, 0, 0)
    assert [told[pair].assigned for pair in (("c1", "a1"), ("c1", "b1"), ("c9", "b1"))] == [True, False, True]
    assert told["c2", "b1"].case == "sued"


def test_what_is_assigned_and_not_there_is_told(study):
    (problem,) = study.unknown_assignments()
    assert str(problem) == (
        "interviews.toml: anna b is to code 'nothing', which is no anonymized transcript and no case"
    )


def test_a_project_without_codings_has_progress(tmp_path):
    with make_study(tmp_path) as project:
        project.store.retract([one.id for one in project.coding_records], author="lead")
        assert project.progress().empty
        assert list(project.progress()) == ["coder", "transcript", "case", "assigned", "answers", "coded", "codings"]


def test_settings_with_assignments_are_written_as_they_were_read(study):
    settings = study.settings
    assert dict(settings.assignments) == {"c1": ("a1",), "c9": ("sued", "a1"), "anna b": ("nothing",)}
    path = study.folder / "interviews.toml"
    assert parse_settings(settings_text(settings), path) == settings


def test_an_archive_keeps_who_codes_what(study, tmp_path):
    iv.archive(study, tmp_path / "archive")
    iv.restore(tmp_path / "archive", tmp_path / "again").close()
    assert read_settings(tmp_path / "again").assignments == study.settings.assignments


@pytest.mark.parametrize("wrong", ["assignments = 3", "[assignments]\nc1 = 'a1'", "[assignments]\nc1 = [1]"])
def test_a_table_that_cannot_be_read_is_told_with_how_it_is_written(tmp_path, wrong):
    with pytest.raises(MisuseError, match=r"\[assignments\] names transcripts or cases of a coder so"):
        parse_settings(f'name = "x"\nlanguage = "de"\n{wrong}\n', tmp_path)
