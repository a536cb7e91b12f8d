"""A project learns from its accepted reviews; what it learned is in the vault and nowhere else."""

import shutil

import pytest

import interviews as iv
from interviews.anonymity import Joined, Seen, Vault, create_key
from interviews.errors import MisuseError
from tests.anonymity.nicknames import NICKNAMES, talk

pytestmark = pytest.mark.slow  # whole studies

GAZETTEER = "PER:\n" + "".join(f"  - {name}\n" for name in NICKNAMES[:8])


@pytest.fixture(scope="module")
def taught(tmp_path_factory):
    """Four interviews whose people a team put on its list, accepted and learned from."""
    folder = tmp_path_factory.mktemp("taught")
    write_talks(folder, range(4))
    (folder / "list.yaml").write_text(GAZETTEER, encoding="utf-8")
    with iv.create(folder / "study", key=folder / "study.agekey") as project:
        project.save(iv.read(folder / "talks"))
        project.save(iv.anonymize(project, gazetteer=folder / "list.yaml").accept())
        assert iv.learn(project).tagger
    return folder


@pytest.fixture
def study(taught, tmp_path):
    """A copy of it, opened."""
    shutil.copytree(taught, tmp_path / "copy")
    with iv.open(tmp_path / "copy" / "study", key=tmp_path / "copy" / "study.agekey") as project:
        yield project


def write_talks(folder, numbers):
    (folder / "talks").mkdir(exist_ok=True)
    for number in numbers:
        (folder / "talks" / f"t{number}.txt").write_text(talk(number), encoding="utf-8")


@pytest.mark.slow
def test_a_new_interview_is_searched_by_what_was_learned(study, tmp_path):
    write_talks(tmp_path, [5])
    study.save(iv.read(tmp_path / "talks"))
    found = iv.anonymize(study)
    new = {entity.name for entity in found.entities if "learned" in entity.finders}
    assert {"Eimer", "Spule"} <= new
    assert found.problems == ()


def test_learning_again_is_a_new_file_and_the_newest_counts(study):
    before = study.vault.learned()
    again = iv.learn(study)
    assert str(again) == str(before) == str(study.vault.learned())
    assert "learned from 8 decisions in 4 interviews" in str(again)
    assert [file.name for file in sorted((study.vault.path / "learned").iterdir())] == ["000001.age", "000002.age"]


def test_what_was_learned_is_encrypted_and_no_name_is_shown(study, capsys):
    files = [file for root in (study.folder, study.vault.path) for file in root.rglob("*") if file.is_file()]
    for file in files:
        held = file.read_bytes()
        assert not any(name.encode() in held for name in NICKNAMES[:8]), file.name
    iv.learn(study)
    shown = "".join(capsys.readouterr()) + str(study.vault.learned()) + repr(study.vault.learned())
    assert not any(name in shown for name in NICKNAMES)


def test_a_new_keeper_can_read_what_was_learned(study, tmp_path):
    identity = create_key(tmp_path / "other.agekey")
    study.vault.add_keeper(str(identity.to_public()))
    assert Vault.open(study.vault.path, tmp_path / "other.agekey").learned() is not None


def test_a_vault_from_before_there_was_learning_opens_and_learns(study):
    shutil.rmtree(study.vault.path / "learned")
    assert study.vault.learned() is None
    assert iv.anonymize(study).problems == ()
    assert iv.learn(study).interviews == 4


def test_what_was_learned_by_another_version_is_told_and_the_others_go_on(study, monkeypatch):
    monkeypatch.setattr("interviews.anonymity.models.tagger.VERSION", 99)
    found = iv.anonymize(study)
    assert ["learn again" in str(problem) for problem in found.problems] == [True]
    assert len(found) > 0


def test_a_damaged_file_is_told(study):
    study.vault.safe.append("learned", {"tagger": {"version": 1, "types": ["O"], "traits": ["a"], "weights": "AAAA"}})
    with pytest.raises(MisuseError, match=r"learned/000002\.age of the vault is not what it should be"):
        iv.anonymize(study)


def test_nothing_can_be_learned_from_one_interview(tmp_path):
    write_talks(tmp_path, [0])
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        with pytest.raises(MisuseError, match="not enough to learn from: 0 anonymized"):
            iv.learn(project)
        project.save(iv.read(tmp_path / "talks"))
        project.save(iv.anonymize(project).accept())
        with pytest.raises(MisuseError, match="at least 2"):
            iv.learn(project)


def test_finders_and_models_of_the_settings_join(study, tmp_path):
    import spacy

    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Lampe"}])
    nlp.to_disk(study.folder / "modell")
    settings = study.folder / "interviews.toml"
    settings.write_text(settings.read_text() + '[anonymization]\nmodels = ["modell"]\n')
    with iv.open(study.folder, key=study.key_file) as project:
        found = iv.anonymize(project, finders=[table_as_name, broken])
    finders = {entity.name: entity.finders for entity in found.entities}
    assert "modell" in finders["Lampe"]
    assert "table_as_name" in finders["Kiste"]
    assert [str(problem) for problem in found.problems] == [
        "finder broken: stopped by ZeroDivisionError (4×); what the others found is there"
    ]


def table_as_name(text, language):
    at = text.find("Kiste")
    return [Seen(at, at + 5, "PER", 0.6)] if at >= 0 else []


def broken(text, language):
    return 1 / 0


@pytest.mark.parametrize("line", ["models = 3", "models = [3]", "model = []", 'models = ["a"]\nother = 1'])
def test_settings_that_are_no_list_of_models_are_refused(study, line):
    settings = study.folder / "interviews.toml"
    settings.write_text(settings.read_text() + f"[anonymization]\n{line}\n")
    with pytest.raises(MisuseError, match=r"\[anonymization\]"):
        iv.open(study.folder)


def test_a_model_that_is_not_installed_is_told_before_the_search(study):
    settings = study.folder / "interviews.toml"
    settings.write_text(settings.read_text() + '[anonymization]\nmodels = ["de_core_news_none"]\n')
    with (
        iv.open(study.folder, key=study.key_file) as project,
        pytest.raises(MisuseError, match="python -m spacy download de_core_news_none"),
    ):
        iv.anonymize(project)


def test_names_beside_the_text_are_searched_in_it(tmp_path):
    from docx import Document

    (tmp_path / "talks").mkdir()
    document = Document()
    for line in (
        "I: Wer hat das gesagt?",
        "B: Das hat Winter gesagt, ja.",
        "I: Und wer noch?",
        "B: Nur Winter allein.",
    ):
        document.add_paragraph(line)
    document.core_properties.author = "Dr. Thorsten Winter"
    document.save(tmp_path / "talks" / "Gespraech_Kowalczyk.docx")
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        project.save(iv.read(tmp_path / "talks"))
        found = iv.anonymize(project)
        names = {entity.name for entity in found.entities}
        assert any("Kowalczyk" in name for name in names)  # the name of the file
        assert "Winter" in names  # the author of the file
        project.save(found.accept())
        assert "Winter" not in project.transcripts[0].text
        assert "Kowalczyk" not in project.transcripts[0].name


def test_joined_finders_are_told_apart_by_name():
    assert Joined(broken).name == "broken"
