"""A project goes out as an archive and comes back; what would name someone stays in."""

import json
import shutil
from pathlib import Path

import pytest

import interviews as iv
from interviews.errors import LeakError, MisuseError, StoreError
from interviews.store import DamageError
from tests.small_study import NAMES, make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archiving")
    make_study(folder).close()
    return folder


@pytest.fixture
def study(folder, tmp_path):
    """A copy of the study with its vault, to be changed freely."""
    for name in ("study", "study.vault"):
        shutil.copytree(folder / name, tmp_path / name)
    with iv.open(tmp_path / "study", key=folder / "study.agekey") as project:
        yield project


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["archive", "archive.zip"])
def test_archive_project_archive_is_byte_identical(study, tmp_path, name):
    assert iv.archive(study, tmp_path / name).problems == ()
    iv.archive(study, tmp_path / "direct")
    with iv.restore(tmp_path / name, tmp_path / "again") as again:
        assert again.codings.table().equals(study.codings.table())
        assert again.name == study.name
        iv.archive(again, tmp_path / "second")
    assert content(tmp_path / "second") == content(tmp_path / "direct")


def test_an_archive_names_nobody_and_knows_no_vault(study, tmp_path):
    iv.archive(study, tmp_path / "archive")
    for name, value in content(tmp_path / "archive").items():
        assert not any(one.encode() in value for one in NAMES), name
        assert b"vault" not in value, name
    settings = (tmp_path / "archive" / "interviews.toml").read_text()
    assert settings == 'name = "study"\nlanguage = "de"\nstore = "project.db"\n'


def test_a_codebook_stands_in_the_archive_as_people_write_it(study, tmp_path):
    iv.archive(study, tmp_path / "archive")
    (file,) = (tmp_path / "archive" / "codebooks").iterdir()
    assert iv.read_codebook(file) == study.codebook


def test_an_archive_that_would_name_someone_is_not_written(study, tmp_path):
    study.store.add_memos([iv.Memo("x", "Das war Frau Yılmaz.", "c1")], "c1")
    for name in ("archive", "archive.zip"):
        with pytest.raises(LeakError, match=r"PER-001 in tables/memos\.jsonl, line 1.*--checked PER-001") as refusal:
            iv.archive(study, tmp_path / name)
        assert "Yılmaz" not in str(refusal.value)
        assert not (tmp_path / name).exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["study", "study.vault"]


def test_what_a_person_found_harmless_is_noted_once_and_in_the_archive(study, tmp_path):
    study.store.add_memos([iv.Memo("x", "Yılmaz, die Schauspielerin.", "c1")], "c1")
    for _ in range(2):
        iv.archive(study, tmp_path / "archive", checked=["PER-001"])
        events = (tmp_path / "archive" / "tables" / "events.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["action"] for line in events].count("export") == 1
    assert list(study.history()["action"]).count("export") == 1


def test_without_a_key_the_archive_is_written_and_says_that_nobody_checked(study, tmp_path):
    with iv.open(tmp_path / "study", key=tmp_path / "nowhere.agekey") as project:
        (problem,) = iv.archive(project, tmp_path / "archive").problems
    assert "it was not checked for names" in str(problem)
    assert (tmp_path / "archive" / "SHA256SUMS").exists()


def test_a_restored_project_may_be_given_its_vault(study, folder, tmp_path):
    iv.archive(study, tmp_path / "archive")
    key = folder / "study.agekey"
    with iv.restore(
        tmp_path / "archive", tmp_path / "deep" / "again", vault=tmp_path / "study.vault", key=key
    ) as again:
        assert len(again.vault.originals()) == 2
        assert again.settings.vault == "../../study.vault"
        assert iv.archive(again, tmp_path / "second").problems == ()
    with pytest.raises(MisuseError, match="is not there"):
        iv.restore(tmp_path / "archive", tmp_path / "more", vault=tmp_path / "nowhere.vault", key=key)
    assert not (tmp_path / "more").exists()


def test_the_vault_of_another_study_is_refused(study, tmp_path):
    iv.archive(study, tmp_path / "archive")
    make_study(tmp_path / "other").close()
    with pytest.raises(MisuseError, match="the texts of another study"):
        iv.restore(
            tmp_path / "archive",
            tmp_path / "again",
            vault=tmp_path / "other" / "study.vault",
            key=tmp_path / "other" / "study.agekey",
        )
    assert not (tmp_path / "again").exists()


def test_a_damaged_archive_makes_no_project(study, tmp_path):
    iv.archive(study, tmp_path / "archive")
    codings = tmp_path / "archive" / "tables" / "codings.jsonl"
    codings.write_bytes(codings.read_bytes()[:-30])
    (tmp_path / "empty").mkdir()
    for name in ("again", "empty"):
        with pytest.raises(DamageError, match=r"tables/codings\.jsonl: the file was changed"):
            iv.restore(tmp_path / "archive", tmp_path / name)
    assert not (tmp_path / "again").exists()
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_folder_with_something_in_it_is_not_written_over(study, tmp_path):
    iv.archive(study, tmp_path / "archive")
    with pytest.raises(MisuseError, match="is not empty"):
        iv.restore(tmp_path / "archive", tmp_path / "study")
    with pytest.raises(MisuseError, match="there is no archive at"):
        iv.restore(tmp_path / "nowhere", tmp_path / "again")
    with pytest.raises(MisuseError, match="something else than an archive"):
        iv.archive(study, tmp_path)


def test_a_project_without_a_vault_says_so_where_one_is_needed(study, tmp_path):
    iv.archive(study, tmp_path / "archive")
    with iv.restore(tmp_path / "archive", tmp_path / "again") as again:
        with pytest.raises(MisuseError, match="has no vault"):
            iv.anonymize(again)
        with pytest.raises(MisuseError, match=r"codings\.csv was not written: .* has no vault"):
            iv.export(again.codings, tmp_path / "codings.csv", project=again)
        assert len(again.codings) == 7


def test_a_place_that_cannot_be_written_is_one_sentence(study, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written, nothing was changed: "):
        iv.archive(study, tmp_path / "file" / "archive")
