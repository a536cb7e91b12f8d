"""What was read is kept, and never older than the newest save."""

import pytest

import interviews as iv
from interviews.project.memory import Memory
from tests.small_study import make_study


@pytest.fixture
def study(tmp_path):
    with make_study(tmp_path) as project:
        yield project


def coding(project: iv.Project, coder: str) -> iv.Coding:
    return iv.Coding(project.transcripts[0].id, iv.Span(3, 20), "Wohnen", coder)


def test_texts_are_read_from_the_disk_once(study):
    assert study.transcripts is study.transcripts
    assert study.codings is study.codings


def test_what_was_just_saved_is_there(study):
    before = len(study.codings)
    study.save([coding(study, "c3")])
    assert len(study.codings) == len(study.coding_records) == before + 1


def test_saving_a_coding_leaves_the_texts_where_they_are(study):
    before = study.transcripts
    study.save([coding(study, "c3")])
    assert study.transcripts is before


def test_what_was_retracted_is_gone(study):
    before = len(study.codings)
    study.retract(study.codings.where(coder="c2"))
    assert 0 < len(study.codings) < before


def test_what_another_program_saved_is_there(study):
    before = len(study.codings)
    with iv.open(study.folder, key=study.key_file) as other:
        other.save([coding(other, "c3")])
    assert len(study.codings) == before + 1


def test_changing_a_table_changes_no_later_answer(study):
    frame = study.codings.table()
    frame["coder"] = "changed"
    assert "changed" not in set(study.codings.table()["coder"])


def test_what_is_saved_while_it_is_read_is_read_once_more(study):
    memory = Memory(study.store)

    def read_and_be_overtaken() -> int:
        seen = len(study.store.codings())
        study.save([coding(study, "c3")])
        return seen

    before = memory.recall("count", ["coding"], read_and_be_overtaken)
    assert memory.recall("count", ["coding"], lambda: len(study.store.codings())) == before + 1
