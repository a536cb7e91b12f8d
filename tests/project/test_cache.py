"""What is derived lies in a folder of its own: deleted at any time, made anew, and gone with what is erased."""

import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.model import Span, Transcript
from interviews.project.cache import cache_folder, drop_cache
from interviews.store import coded
from interviews.text import Edit, Edits
from tests.small_study import make_study


@pytest.fixture
def study(tmp_path, monkeypatch):
    monkeypatch.setattr(coded, "_FEW", 0)
    with make_study(tmp_path) as project:
        yield project


def test_the_folder_says_what_it_is(tmp_path):
    assert cache_folder(tmp_path, "words").is_dir()
    assert (tmp_path / "cache" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"
    drop_cache(tmp_path)
    drop_cache(tmp_path)
    assert not (tmp_path / "cache").exists()


def test_a_study_opened_again_answers_the_same_with_and_without_its_cache(study):
    table = study.codings.table()
    assert (study.folder / "cache" / "codings" / "codings").is_file()
    for _ in range(2):
        with iv.open(study.folder, key=study.key_file) as again:
            assert again.codings.table().equals(table)
        drop_cache(study.folder)


def test_a_project_in_a_place_where_nobody_may_write_answers_too(study):
    drop_cache(study.folder)
    (study.folder / "cache").write_text("a file where the folder would be")
    study.save([iv.Coding(study.transcripts[0].id, iv.Span(3, 20), "Wohnen", "c3")])
    assert len(study.codings) == len(study.coding_records)


def test_nothing_of_an_erased_interview_is_left_in_the_cache(study):
    name, id = study.transcripts[0].name, study.transcripts[0].id
    assert len(study.codings.where(transcript=name))
    held = b"".join(file.read_bytes() for file in (study.folder / "cache").rglob("*") if file.is_file())
    assert id.encode() in held
    iv.erase(study, name)
    assert not (study.folder / "cache").exists()
    assert not len(study.codings.where(transcript=name))
    held = b"".join(file.read_bytes() for file in (study.folder / "cache").rglob("*") if file.is_file())
    assert id.encode() not in held


def test_codings_as_of_a_moment_before_a_text_was_corrected_have_the_words_of_then(study):
    before = study.codings.table()
    moment = study.store.history()[-1].when
    transcript = study.transcripts[0]
    edits = Edits(len(transcript.text), [Edit(Span(0, 0), "Ja. ")])
    after = Transcript(transcript.name, edits.apply(transcript.text), version=transcript.version + 1, id=transcript.id)
    study.store.add_transcripts([after], {transcript.id: edits}, author="a")
    assert study.codings_at(moment).table().equals(before)
    assert study.codings.table()["start"].sum() > before["start"].sum()


def test_a_moment_may_be_written_as_a_day(study):
    assert len(study.codings_at("2020-01-31")) == 0
    assert len(study.codings_at("2999-12-31")) == len(study.codings)
    with pytest.raises(MisuseError, match="'last week' is no date"):
        study.codings_at("last week")


def test_a_view_shows_its_words_after_the_project_was_closed(study):
    view, words = study.codings, study.codings.table()["text"].tolist()
    study.close()
    assert view.table()["text"].tolist() == words
