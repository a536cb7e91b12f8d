"""The façade: originals to the vault, anonymized texts to the store, codings where their words are."""

import dataclasses
from pathlib import Path

import pytest

import interviews as iv
from interviews.errors import LeakError, MisuseError, StoreError
from interviews.model import Span
from tests.small_study import NAMES, make_study, write_files


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    with make_study(tmp_path_factory.mktemp("study")) as project:
        yield project


def files_of(project: iv.Project) -> list[Path]:
    return [path for path in project.folder.rglob("*") if path.is_file()]


def test_no_file_of_the_project_holds_a_name(study):
    assert files_of(study)
    for path in files_of(study):
        raw = path.read_bytes()
        for name in NAMES:
            assert name.encode() not in raw, path


def test_the_vault_gives_the_texts_back_as_they_were_read(study):
    for original in study.vault.originals():
        assert original.text == Path(original.source).read_text(encoding="utf-8")


def test_codings_stand_on_the_words_they_were_made_on(study):
    frame = study.codings.where(coder="c1").table()
    assert frame["text"].tolist() == [
        "Die Wohnung ist feucht",
        "Die Wohnung bleibt feucht",
        "die Nachbarn sind gut",
        "Die Miete ist zu hoch",
    ]


def test_a_coding_over_a_name_takes_its_pseudonym(study):
    text = study.codings.where(coder="c2", code="Wohnen/Zustand").table()["text"].item()
    assert text.startswith("Die Wohnung ist feucht 👍🏽, sagt Herr [Person")
    assert text.endswith("]")


def test_a_code_includes_its_sub_codes(study):
    assert len(study.codings.where(code="Wohnen")) == 5


def test_quotes_are_only_of_people_who_agreed_to_be_quoted(study):
    quotes = study.quotes()
    assert {quote.speaker for quote in quotes} == {"P01"}
    assert quotes.problems


def test_the_history_says_who_saved_what(study):
    history = study.history()
    assert set(history["author"]) == {"lead"}
    assert not any(name in str(history.to_dict()) for name in NAMES)


@pytest.mark.slow
def test_the_name_of_a_file_does_not_reach_the_project(tmp_path):
    file = tmp_path / "Gespräch mit Ayşe Yılmaz.txt"
    file.write_text("I: Wer?\nB: Ich heiße Ayşe Yılmaz.\nI: Gut.\nB: Ja.\n", encoding="utf-8")
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        project.save(iv.read(file))
        for path in files_of(project):
            assert "Yılmaz".encode() not in path.read_bytes()
        project.save(iv.anonymize(project).accept())
        assert "Yılmaz" not in project.transcripts[0].name
        assert not [leak for leak in iv.leaks(project) if leak.certain]


def test_what_was_saved_is_there_when_the_project_is_opened_again(tmp_path):
    with make_study(tmp_path) as project:
        before = project.codings.table()
    with iv.open(tmp_path / "study") as again:
        assert again.codings.table().equals(before)
        assert [turn.role for turn in again.transcripts[0].turns]


def test_anonymizing_again_carries_the_codings_along(tmp_path):
    with make_study(tmp_path) as project:
        words = project.codings.where(coder="c1").table()["text"].tolist()
        proposals = iv.anonymize(project)
        person = next(entity for entity in proposals.entities if "Demir" in entity.name)
        project.save(proposals.decide(person.id, "pseudonym", "Frau Kaya").accept())
        assert 2 in {transcript.version for transcript in project.transcripts}
        assert any("Nein. Frau Kaya hilft" in transcript.text for transcript in project.transcripts)
        assert project.codings.where(coder="c1").table()["text"].tolist() == words


def test_an_export_that_would_name_someone_is_not_written(study, tmp_path):
    frame = study.codings.table()
    frame.loc[0, "memo"] = "Das sagt auch Frau Yılmaz."
    with pytest.raises(LeakError, match="was not written") as refusal:
        iv.export(frame, tmp_path / "codings.csv", project=study)
    assert "Yılmaz" not in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_a_person_found_harmless_may_leave_and_the_history_knows(tmp_path):
    with make_study(tmp_path) as project:
        frame = project.codings.table()
        frame.loc[0, "memo"] = "Frau Yılmaz, die Schauspielerin."
        with pytest.raises(LeakError, match="PER-001"):
            iv.export(frame, tmp_path / "codings.csv", project=project)
        iv.export(frame, tmp_path / "codings.csv", project=project, checked=["PER-001"])
        assert "PER-001" in project.history()["detail"].iloc[-1]


def test_a_second_export_is_byte_identical(study, tmp_path):
    for suffix in (".docx", ".md", ".html", ".csv", ".xlsx"):
        one = iv.export(study.quotes(), tmp_path / f"one{suffix}").read_bytes()
        other = iv.export(study.quotes(), tmp_path / f"other{suffix}").read_bytes()
        assert one == other, suffix


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html"])
@pytest.mark.slow
def test_a_second_report_is_byte_identical_and_names_nobody(study, tmp_path, suffix):
    one = iv.report(study, tmp_path / f"one{suffix}").read_bytes()
    assert one == iv.report(study, tmp_path / f"other{suffix}").read_bytes()
    assert not any(name.encode() in one for name in NAMES)


def test_retracted_codings_are_gone_but_not_forgotten(tmp_path):
    with make_study(tmp_path) as project:
        project.retract(project.codings.where(coder="c2"), author="c2", reason="again")
        assert set(project.codings.table()["coder"]) == {"c1"}
        assert "c2" in set(project.history()["author"])


def test_a_coding_outside_the_text_is_not_saved_and_the_others_are(tmp_path):
    with make_study(tmp_path) as project:
        sound = project.store.codings()[0]
        wrong = dataclasses.replace(sound, id="other", span=Span(10, 10**6))
        right = dataclasses.replace(sound, id="another")
        saved = project.save([wrong, right])
        assert saved.counts == {"codings": 1}
        assert "outside the text" in str(saved.problems[0])


def test_a_save_that_was_cut_off_between_vault_and_store_is_completed_by_the_next_one(tmp_path):
    write_files(tmp_path)
    readings = iv.read(tmp_path / "talks", case_from="folder")
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        project.vault.save_original(readings.transcripts[0])
        project.save(iv.read(tmp_path / "talks", case_from="folder"))
        assert len(project.store.registrations()) == len(project.vault.originals()) == 2
        project.save(iv.anonymize(project).accept())
        assert len(project.transcripts) == 2


def test_reading_the_same_files_again_adds_nothing(tmp_path):
    with make_study(tmp_path) as project:
        saved = project.save(iv.read(tmp_path / "talks", case_from="folder"))
        assert "transcripts" not in saved.counts
        assert len(project.transcripts) == 2


def test_coders_work_without_the_vault_and_are_told_when_they_need_it(tmp_path):
    make_study(tmp_path).close()
    with iv.open(tmp_path / "study", key=tmp_path / "nowhere.agekey") as project:
        assert len(project.codings) == 7
        with pytest.raises(MisuseError, match="does not exist"):
            iv.anonymize(project)


def test_a_wrong_key_does_not_open_the_vault(tmp_path):
    make_study(tmp_path / "one").close()
    make_study(tmp_path / "two").close()
    with (
        iv.open(tmp_path / "one" / "study", key=tmp_path / "two" / "study.agekey") as project,
        pytest.raises(MisuseError, match="does not open"),
    ):
        iv.anonymize(project)


def test_a_folder_that_is_no_project_is_refused(tmp_path):
    with pytest.raises(MisuseError, match="is no project"):
        iv.open(tmp_path)


def test_a_new_project_does_not_overwrite_a_folder(tmp_path):
    write_files(tmp_path)
    with pytest.raises(MisuseError, match="not empty"):
        iv.create(tmp_path / "talks", key=tmp_path / "k.agekey")


def test_settings_that_cannot_be_read_are_refused_in_one_sentence(tmp_path):
    (tmp_path / "interviews.toml").write_text("name = \n")
    with pytest.raises(MisuseError, match="cannot be read"):
        iv.open(tmp_path)


def test_a_project_made_by_a_newer_version_is_refused(tmp_path):
    import sqlite3

    make_study(tmp_path).close()
    with sqlite3.connect(tmp_path / "study" / "project.db") as database:
        database.execute("UPDATE interviews_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer"):
        iv.open(tmp_path / "study")
