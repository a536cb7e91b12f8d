"""Two programs that save at once, and projects that cannot be made."""

import threading

import pytest

import interviews as iv
from interviews.errors import MisuseError, StoreError
from interviews.project import saving
from tests.small_study import make_study, write_files


def test_what_two_programs_save_at_once_leads_back_to_the_originals(tmp_path):
    make_study(tmp_path).close()
    key = tmp_path / "study.agekey"
    ready = threading.Barrier(2)
    refused: list[str] = []

    def save(pseudonym: str) -> None:
        with iv.open(tmp_path / "study", key=key) as project:
            proposals = iv.anonymize(project)
            person = next(entity for entity in proposals.entities if "Demir" in entity.name)
            accepted = proposals.decide(person.id, "pseudonym", pseudonym).accept()
            ready.wait()
            try:
                project.save(accepted)
            except MisuseError as reason:
                refused.append(str(reason))

    threads = [threading.Thread(target=save, args=(name,)) for name in ("Frau Kaya", "Frau Bernhardt")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with iv.open(tmp_path / "study", key=key) as project:
        # Who decided first and saves last would undo what the other one decided.
        assert max(transcript.version for transcript in project.transcripts) == 3 - len(refused)
        for transcript in project.transcripts:
            original = project.vault.original(transcript.id)
            assert project.vault.edits(transcript.id, transcript.version).apply(original.text) == transcript.text


def test_files_read_by_two_programs_at_once_are_there_once(tmp_path):
    write_files(tmp_path)
    iv.create(tmp_path / "study", key=tmp_path / "key").close()
    projects = [iv.open(tmp_path / "study", key=tmp_path / "key") for _ in range(2)]
    readings = [iv.read(tmp_path / "talks") for _ in projects]
    for project, read in zip(projects, readings, strict=True):
        project.save(read)
    assert len(projects[0].vault.originals()) == len(projects[0].store.registrations()) == 2


def test_a_save_that_waits_too_long_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(saving, "_PATIENCE_SECONDS", 0.05)
    with (
        saving.alone(tmp_path),
        pytest.raises(StoreError, match="another program is saving"),
        saving.alone(tmp_path),
    ):
        pass


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_project_that_cannot_be_made_leaves_nothing_behind(tmp_path, place):
    (tmp_path / "file").touch()
    with pytest.raises((MisuseError, StoreError)):
        iv.create(tmp_path / place, key=tmp_path / "key")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_language_that_reports_do_not_speak_is_refused(tmp_path):
    with pytest.raises(MisuseError, match="de, en, pl"):
        iv.create(tmp_path / "study", language="xx", key=tmp_path / "key")


@pytest.mark.parametrize("line", ["name = 5", "store = 7", "colour = 'red'"])
def test_settings_of_another_kind_are_refused_in_one_sentence(tmp_path, line):
    iv.create(tmp_path / "study", key=tmp_path / "key").close()
    settings = tmp_path / "study" / "interviews.toml"
    kept = [old for old in settings.read_text().splitlines() if old.split()[0] != line.split()[0]]
    settings.write_text("\n".join([*kept, line]))
    with pytest.raises(MisuseError, match="must be one of name, language, store, vault"):
        iv.open(tmp_path / "study")
