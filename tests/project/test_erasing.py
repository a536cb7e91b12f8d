"""Somebody withdraws: nothing of the interview is left in the project and its vault, and nothing else is lost."""

import re
from pathlib import Path

import pyrage
import pytest

import interviews as iv
from interviews.anonymity.vault.safe import Safe
from interviews.anonymity.vault.withdrawal import begin
from interviews.model import Code, Codebook
from interviews.project import plan_erasure
from interviews.project.withdrawing import doomed_by
from tests.small_study import NAMES, TALKS, make_study

pytestmark = pytest.mark.slow  # whole studies

OF_A = ("Ayşe", "Yılmaz", "Schulte", "Weseler")
WORDS_OF_A = ("feucht", "Nachbarn")


@pytest.fixture
def study(tmp_path):
    with make_study(tmp_path) as project:
        yield project


def files_below(*folders: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for folder in folders for file in folder.rglob("*") if file.is_file()}


def holding(words, *folders: Path) -> list[tuple[str, str]]:
    files = files_below(*folders)
    return [(file.name, word) for file, content in files.items() for word in words if word.encode() in content]


def plain_of(safe: Safe) -> dict[str, str]:
    """Everything in the vault that a keeper can read."""
    plain = {}
    for file in safe.path.rglob("*.age"):
        keys = [identity for one in (safe.path / "keys").glob("*.age") for identity in safe.identities(one.stem)]
        name = f"{file.parent.name}/{file.name}"
        plain[name] = bytes(pyrage.decrypt(file.read_bytes(), [safe.identity, *keys])).decode("utf-8", "surrogatepass")
    return plain


def test_nothing_of_the_interview_is_left_in_project_and_vault(study, tmp_path):
    folder, safe = study.folder, study.vault.safe
    others = {one.name: one.text for one in study.transcripts if one.name == "b1"}
    before = study.codings.table()
    kept_keys = {file.name for file in (safe.path / "keys").iterdir()}
    assert holding(WORDS_OF_A, folder)
    assert any("Schulte" in text for text in plain_of(safe).values())
    (erased,) = iv.erase(study, "P01")
    assert erased.problems == ()
    assert holding((*WORDS_OF_A, *NAMES), folder) == []
    left = plain_of(safe)
    assert [(name, word) for name, text in left.items() for word in (*OF_A, *WORDS_OF_A) if word in text] == []
    assert any("Demir" in text for text in left.values()), "another interview mentions her"
    assert {one.name: one.text for one in study.transcripts} == others
    assert len(kept_keys - {file.name for file in (safe.path / "keys").iterdir()}) == 1
    now = study.codings.table()
    assert sorted(now["coding"]) == sorted(before[before["transcript"] == "b1"]["coding"])
    assert [one.name for one in study.participants] == ["P02"]
    assert [one.name for one in study.vault.people()[0]] == ["P02"]
    assert [one.name for one in study.vault.originals()] == ["b1"]


def test_what_a_review_that_was_left_knows_of_the_interview_goes_too(study):
    proposals = iv.anonymize(study)
    named = next(entity for entity in proposals.entities if "Schulte" in entity.name)
    other = next(entity for entity in proposals.entities if "Demir" in entity.name)
    study.save(proposals.decide(named.id, "delete").retype(other.id, "ORG"), author="c1")
    erased_id = next(one.id for one in study.transcripts if one.name == "a1")
    assert any(name.startswith("decisions/") and "Schulte" in text for name, text in plain_of(study.vault.safe).items())
    iv.erase(study, "P01")
    left = plain_of(study.vault.safe)
    of_reviews = [text for name, text in left.items() if name.startswith("decisions/")]
    assert of_reviews
    assert not [word for text in of_reviews for word in (*OF_A, erased_id) if word in text]
    assert [entity.name for entity in iv.anonymize(study).entities if "Schulte" in entity.name] == []


def test_the_certificate_counts_and_names_nobody(study):
    iv.export(study.codings, study.folder.parent / "codings.xlsx", project=study)
    (erased,) = iv.erase(study, "P01")
    text = erased.certificate.read_text()
    assert erased.certificate.parent == (study.folder / "erasures").resolve()
    assert not [name for name in NAMES if name in text]
    assert "P01" in text
    assert "codings.xlsx" in text
    assert re.search(r"\| anonymisierte Textversionen \| Datenbank \| 1 \|", text)
    assert re.search(r"\| Schlüssel des Interviews \| Tresor \| 1 \|", text)
    assert "Nichts gefunden" in text
    assert "mit eigenen Worten über das Interview" in text  # no search finds those
    erasures = [event for event in study.store.history() if event.action == "erase"]
    assert (erasures[0].subject, erasures[0].count) == ("transcript", 1)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_certificate_is_written_in_the_language_of_the_project_and_as_a_word_document(tmp_path, language):
    from docx import Document

    with iv.create(tmp_path / "study", language=language, key=tmp_path / "a.key") as project:
        (tmp_path / "a.txt").write_text("I: Hello?\n\nB: I live here with Zbigniew.\n")
        project.save(iv.read(tmp_path / "a.txt"))
        (erased,) = iv.erase(project, "a", to=tmp_path / "out" / "certificate.docx")
    told = "\n".join(one.text for one in Document(erased.certificate).paragraphs)
    assert {"en": "Nothing was found.", "pl": "Sprawdzenie po usunięciu"}[language] in told


def test_an_interview_that_was_never_anonymized_can_be_erased(tmp_path):
    with iv.create(tmp_path / "study", key=tmp_path / "a.key") as project:
        (tmp_path / "Yilmaz.txt").write_text("I: Ja?\n\nB: Ich heiße Ayşe Yılmaz.\n")
        project.save(iv.read(tmp_path / "Yilmaz.txt"))
        iv.erase(project, "Yilmaz")
        assert project.store.registrations() == []
        assert project.vault.originals() == ()
        assert not [text for text in plain_of(project.vault.safe).values() if "maz" in text]


def test_a_participant_whose_name_is_still_as_read_is_not_in_the_certificate(tmp_path):
    with iv.create(tmp_path / "study", key=tmp_path / "a.key") as project:
        (tmp_path / "a.txt").write_text("I: Ja?\n\nB: Ich wohne hier.\n")
        (tmp_path / "p.csv").write_text("transcript,speaker,participant\na,B,Ayşe Yılmaz\n")
        project.save(iv.read(tmp_path / "a.txt", participants=tmp_path / "p.csv"))
        (erased,) = iv.erase(project, "Ayşe Yılmaz")
        assert "maz" not in erased.certificate.read_text()
        assert project.vault.people() == ((), ())
        assert project.vault.originals() == ()


def test_an_interview_that_only_the_database_knows_can_be_erased(study, tmp_path):
    iv.archive(study, tmp_path / "handed-on")
    iv.create(tmp_path / "other", key=tmp_path / "b.key").close()
    vault, key = tmp_path / "other.vault", tmp_path / "b.key"
    with iv.restore(tmp_path / "handed-on", tmp_path / "copy", vault=vault, key=key) as copy:
        (erased,) = iv.erase(copy, "P01")
        assert erased.problems == ()
        assert [one.name for one in copy.transcripts] == ["b1"]
        assert holding(WORDS_OF_A, copy.folder) == []


def test_the_number_of_somebody_erased_is_never_somebody_elses(study):
    numbers = {entry.id for entry in study.vault.key()}
    iv.erase(study, "P01")
    assert {entry.id for entry in study.vault.key()} == numbers
    proposals = iv.anonymize(study)
    named = {entry.id for entry in study.vault.key() if entry.forms}
    assert {entity.id for entity in proposals.entities} <= named
    study.save(proposals.accept())
    assert not iv.leaks(study)


def test_words_that_still_stand_somewhere_are_told_and_the_certificate_says_so(study):
    left = study.folder / "notes.txt"
    left.write_text("Die Wohnung bleibt feucht, aber die Nachbarn sind gut. Herr Schulte!")
    (erased,) = iv.erase(study, "P01")
    places = [problem.where for problem in erased.problems]
    assert [where.split(",")[0] for where in places] == ["notes.txt", "notes.txt"]
    assert "gilt erst" in erased.certificate.read_text()
    left.unlink()
    (again,) = iv.erase(study, "P01")
    assert again.problems == ()
    assert "gilt erst" not in erased.certificate.read_text()
    assert list((study.vault.path / "erasing").iterdir()) == []


def test_an_archive_that_is_named_is_written_anew_and_one_from_before_does_not_bring_it_back(study, tmp_path):
    iv.archive(study, tmp_path / "kept")
    iv.archive(study, tmp_path / "old.zip")
    iv.archive(study, tmp_path / "named")
    iv.erase(study, "P01", archives=[tmp_path / "named"])
    assert holding(WORDS_OF_A, tmp_path / "named") == []
    saved = study.merge(tmp_path / "old.zip")
    assert "erased" in str(saved.problems)
    assert [one.name for one in study.transcripts] == ["b1"]
    vault, key = study.vault.path, tmp_path / "study.agekey"
    with iv.restore(tmp_path / "kept", tmp_path / "again", vault=vault, key=key) as again:
        assert [one.name for one in again.transcripts] == ["b1"]
        assert holding(WORDS_OF_A, again.folder) == []
    with iv.restore(tmp_path / "named", tmp_path / "from-new") as new:
        assert [one.name for one in new.transcripts] == ["b1"]


def test_who_is_not_there_is_refused_without_a_name_and_nothing_changes(study):
    before = files_below(study.vault.path)
    with pytest.raises(iv.MisuseError) as told:
        iv.erase(study, "Ayşe Yılmaz")
    assert "maz" not in str(told.value)
    with pytest.raises(iv.MisuseError, match="no archive"):
        iv.erase(study, "P01", archives=[study.folder / "nowhere"])
    (study.folder / "taken.md").write_text("x")
    with pytest.raises(iv.MisuseError, match="exists already"):
        iv.erase(study, "P01", to=study.folder / "taken.md")
    with pytest.raises(iv.MisuseError, match=r"ends in \.md or \.docx"):
        iv.erase(study, "P01", to=study.folder / "certificate.pdf")
    assert files_below(study.vault.path) == before
    assert len(study.transcripts) == 2


def test_what_was_cut_off_is_completed_whoever_else_is_asked_for_and_by_whatever_name(study):
    begin(study.vault.safe, plan_erasure(study, "a1"))
    with pytest.raises(iv.MisuseError, match=r"is called so.* 1 that were cut off"):
        iv.erase(study, "P99")
    assert [one.name for one in study.transcripts] == ["b1"]
    begin(study.vault.safe, plan_erasure(study, "b1"))
    study.store.erase(doomed_by(plan_erasure(study, "b1")), "lead")
    assert len(iv.erase(study, "b1")) == 1
    assert study.vault.originals() == ()


def test_a_code_named_by_words_of_the_interview_is_found_and_may_stay_by_decision(study):
    study.save(Codebook("klein", 2, (*study.codebook.codes, Code("aber die Nachbarn sind gut"))))
    (erased,) = iv.erase(study, "P01")
    assert {problem.where for problem in erased.problems} == {"project.db, contents", "project.db, table codebooks"}
    (erased,) = iv.erase(study, "P01", keep_code_names=True)
    assert erased.problems == ()
    assert "zitiert und auf Entscheidung der Ausführenden bleibt: 1" in erased.certificate.read_text()


def test_an_archive_that_cannot_be_written_anew_is_told_and_what_is_erased_is_erased(study, tmp_path):
    iv.archive(study, tmp_path / "named")
    begin(study.vault.safe, plan_erasure(study, "P01", [tmp_path / "named"]))
    next((tmp_path / "named" / "texts").iterdir()).write_text("changed by hand")
    (erased,) = iv.erase(study, "P01")
    assert any("not written anew" in problem.message for problem in erased.problems)
    assert [one.name for one in study.transcripts] == ["b1"]


def test_an_erased_interview_is_not_taken_in_again_from_a_file_of_another_program(study, tmp_path):
    iv.export(study, tmp_path / "study.qdpx")
    iv.erase(study, "P01")
    saved = study.save(iv.read_exchange(tmp_path / "study.qdpx"), anonymized=True)
    assert "erased" in str(saved.problems)
    assert [one.name for one in study.transcripts] == ["b1"]
    assert holding(WORDS_OF_A, study.folder) == []


def test_the_same_text_read_from_its_file_again_is_refused(study, tmp_path):
    iv.erase(study, "P01")
    readings = iv.read(tmp_path / "talks", case_from="folder")
    study.save(readings)
    assert [one.name for one in study.vault.originals()] == ["b1"]
    assert "erased" in str(readings.problems)
    assert TALKS
