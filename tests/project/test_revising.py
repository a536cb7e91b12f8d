"""The codebook of a project changes, and codings follow; what means another thing waits until somebody decides."""

import datetime
import shutil
from dataclasses import replace

import openpyxl
import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.model import Case, CaseCoding
from interviews.project.codebook_files import take_codebook, update_file
from interviews.project.revising import preview_revision
from interviews.project.revisiting import revisit_sheet, save_revisit
from interviews.project.versions import codebook_at, table_of_versions
from tests.small_study import CODEBOOK, make_study


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("revising")
    make_study(folder).close()
    return folder


@pytest.fixture
def study(made, tmp_path):
    """A copy of the study, so that every test begins with version 1."""
    shutil.copytree(made, tmp_path / "copy")
    with iv.open(tmp_path / "copy" / "study", key=tmp_path / "copy" / "study.agekey") as project:
        yield project


def codes(study: iv.Project) -> list[str]:
    return sorted(set(study.codings.columns("code")["code"]))


def test_a_renamed_code_takes_its_codings_along_and_undo_brings_them_back(study):
    told = study.revise(iv.steps.rename("Wohnen", "Wohnraum"), author="lead", reason="weiter gefasst")
    assert str(told) == (
        "version 2 of klein\nWohnen heißt jetzt Wohnraum (weiter gefasst)\n5 codings moved, 0 to be reviewed"
    )
    assert codes(study) == ["Nachbarschaft", "Wohnraum/Miete", "Wohnraum/Zustand"]
    study.undo(author="lead")
    assert codes(study) == ["Nachbarschaft", "Wohnen/Miete", "Wohnen/Zustand"]


def test_what_would_change_is_told_and_not_saved(study):
    told = preview_revision(study, [iv.steps.merge("Wohnen/Miete", "Wohnen/Zustand")])
    assert told.summary == "2 codings moved, 0 to be reviewed"
    assert study.codebook.get("Wohnen/Miete") is not None
    with pytest.raises(MisuseError, match="did you mean 'Wohnen/Miete'"):
        study.revise(iv.steps.rename("Wohnen/Mite", "x"), author="lead")
    with pytest.raises(MisuseError, match="at least one step"):
        study.revise([], author="lead")


def test_codings_of_a_redefined_code_wait_until_they_are_confirmed_or_get_another_code(study):
    study.revise(iv.steps.redefine("Wohnen/Miete", definition="Nur kalt."), author="lead", reason="enger")
    waiting = study.to_review
    assert list(waiting.columns("review")["review"]) == 2 * ["Wohnen/Miete: definition changed in version 2 (enger)"]
    first, second = waiting.columns("coding")["coding"]
    assert str(study.confirm(waiting.where(coder="c1"), author="lead")) == "saved: 1 confirmed coding"
    assert len(study.to_review) == 1
    study.recode(
        [id for id in (first, second) if id in set(study.to_review.columns("coding")["coding"])],
        "Nachbarschaft",
        author="lead",
    )
    assert len(study.to_review) == 0
    assert study.codings.count()["Nachbarschaft"] == 3


def test_a_code_is_split_and_a_rule_says_which_coding_goes_where(study):
    study.revise(iv.steps.split("Wohnen/Zustand", "feucht", "trocken", beside=True), author="lead")
    damp = study.to_review.where(text=lambda words: "feucht" in words)
    study.recode(damp, "Wohnen/feucht", author="lead")
    assert study.codings.count()["Wohnen/feucht"] == 3
    with pytest.raises(MisuseError, match="retired and not used any more"):
        study.recode(damp, "Wohnen/Zustand", author="lead")
    with pytest.raises(MisuseError, match="not in the codebook"):
        study.recode(damp, "Wohnen/feuchter", author="lead")


def test_a_sheet_takes_the_decisions(study, tmp_path):
    study.revise(iv.steps.split("Nachbarschaft", "Gut", "Schlecht"), author="lead")
    path = iv.export(revisit_sheet(study, study.to_review), tmp_path / "sheet.xlsx", project=study)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert [cell.value for cell in sheet[1]][:4] == ["decision", "code", "review", "text"]
    sheet["A2"], sheet["A3"] = "behalten", "Nachbarschaft/Gutt"
    book.save(path)
    saved = save_revisit(study, path, "lead")
    assert saved.counts == {"confirmed codings": 1, "recoded codings": 0}
    assert "did you mean 'Nachbarschaft/Gut'" in str(saved.problems[0])
    sheet["A3"] = "Nachbarschaft/Gut"
    book.save(path)
    saved = save_revisit(study, path, "lead")
    assert saved.counts == {"confirmed codings": 0, "recoded codings": 1}
    assert "does not wait" in str(saved.problems[0])
    assert len(study.to_review) == 0


def test_a_codebook_edited_by_hand_is_told_in_steps(study, tmp_path):
    path = tmp_path / "klein.yaml"
    path.write_text("# ours\n" + CODEBOOK.replace("name: Miete", "name: Kosten\n        was: Wohnen/Miete"))
    told = take_codebook(study, path, iv.read_codebook(path), "lead")
    assert str(told) == "version 2 of klein\nWohnen/Miete heißt jetzt Wohnen/Kosten\n2 codings moved, 0 to be reviewed"
    assert path.read_text() == "# ours\n" + CODEBOOK.replace("version: 1", "version: 2").replace("Miete", "Kosten")
    assert str(take_codebook(study, path, iv.read_codebook(path), "lead")).startswith("saved: nothing new")
    assert study.codebook.version == 2


def test_a_code_that_is_gone_from_the_file_is_retired_and_stays(study):
    given = iv.read_codebook(study.folder.parent / "klein.yaml")
    fewer = replace(given, version=2, codes=given.codes[:-1])
    told = study.save(fewer, author="lead")
    assert "Nachbarschaft ist stillgelegt" in str(told)
    assert [code.path for code in study.codebook if code.retired] == ["Nachbarschaft"]
    assert len(study.to_review) == 2


def test_a_changed_codebook_needs_a_higher_version(study):
    study.revise(iv.steps.add("Neu"), author="lead")
    given = iv.read_codebook(study.folder.parent / "klein.yaml")
    with pytest.raises(MisuseError, match="give the changed codebook version 3"):
        study.save(replace(given, version=2), author="lead")


def test_the_file_in_the_project_follows_and_one_changed_by_hand_is_left_alone(study):
    path = study.folder / "codebooks" / "klein.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("# ours\n" + CODEBOOK)
    told = study.revise(iv.steps.rename("Nachbarschaft", "Nachbarn"), author="lead")
    assert "brought to version 2" in str(told.problems[0])
    assert path.read_text().startswith("# ours\n")
    assert iv.read_codebook(path) == study.codebook
    path.write_text(path.read_text().replace("Wer nebenan wohnt", "Wer nahe wohnt"))
    told = study.revise(iv.steps.add("Neu"), author="lead")
    assert "it is not as version 2 was" in str(told.problems[0])
    with pytest.raises(MisuseError, match="was changed as version 2, and the project has version 3"):
        take_codebook(study, path, iv.read_codebook(path), "lead")
    path.unlink()


def test_the_file_in_the_project_follows_an_undo_and_a_redo_to_the_letter(study):
    path = study.folder / "codebooks" / "klein.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("# ours\r\n" + CODEBOOK, newline="")
    texts = [path.read_bytes()]
    for step in (iv.steps.rename("Nachbarschaft", "Nachbarn"), iv.steps.merge("Wohnen/Miete", "Wohnen/Zustand")):
        study.revise(step, author="lead")
        texts.append(path.read_bytes())
    for expected in (1, 0):
        study.undo(author="lead")
        assert path.read_bytes() == texts[expected]
    for expected in (1, 2):
        study.redo(author="lead")
        assert path.read_bytes() == texts[expected]
    study.undo(author="lead")
    assert study.revise(iv.steps.add("Neu"), author="lead").problems[0].message == "brought to version 4"
    path.write_bytes(path.read_bytes() + b"# mine\n")
    study.undo(author="lead")
    assert path.read_bytes().endswith(b"# mine\n")
    study.revise(iv.steps.add("Anders"), author="lead")
    with pytest.raises(MisuseError, match="see that one"):
        take_codebook(study, path, iv.read_codebook(path), "lead")


def test_an_older_file_is_brought_up_to_date(study, tmp_path):
    path = tmp_path / "klein.yaml"
    path.write_text("# ours\n" + CODEBOOK)
    study.revise(iv.steps.rename("Nachbarschaft", "Nachbarn"), author="lead")
    study.revise(iv.steps.add("Neu"), author="lead")
    assert update_file(study, path) == 3
    assert iv.read_codebook(path) == study.codebook
    path.write_text(CODEBOOK.replace("Wer", "Alle, die"))
    with pytest.raises(MisuseError, match="was changed since version 1"):
        update_file(study, path)


def test_versions_are_listed_compared_and_found_by_date(study):
    with pytest.raises(MisuseError, match="is the first one"):
        study.codebook_diff()
    before = datetime.datetime.now(datetime.UTC)
    study.revise(iv.steps.add("Neu"), iv.steps.redefine("Neu", memo="x"), author="lead")
    assert str(study.codebook_diff()).splitlines()[:2] == ["Neu ist neu", "Memo von Neu geändert"]
    assert str(study.codebook_diff(2, 1)) == "Neu ist stillgelegt und wird nicht mehr vergeben"
    assert codebook_at(study, before).version == 1
    assert list(table_of_versions(study)["version"]) == [1, 2]
    with pytest.raises(MisuseError, match="had no codebook at"):
        codebook_at(study, datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md"])
def test_the_codebook_is_printed(study, tmp_path, suffix):
    study.revise(iv.steps.retire("Nachbarschaft"), author="lead")
    first = iv.export(study.codebook, tmp_path / f"a{suffix}", project=study)
    content = first.read_bytes()
    iv.export(study.codebook, tmp_path / f"b{suffix}", project=study, language="en")
    if suffix != ".docx":
        text = content.decode()
        assert all(words in text for words in ("Übersicht", "Wohnen › Miete", "Was sie kostet.", "Stillgelegte Codes"))
        assert "Retired codes" in (tmp_path / f"b{suffix}").read_text()
    with pytest.raises(MisuseError, match="choose one of de, en"):
        iv.export(study.codebook, tmp_path / f"c{suffix}", project=study, language="fr")


def test_a_retired_code_is_not_given_to_cases_and_unknown_codings_are_not_confirmed(study):
    study.save(Case("Hof"), author="lead")
    study.revise(iv.steps.retire("Nachbarschaft"), author="lead")
    with pytest.raises(MisuseError, match="the code 'Nachbarschaft' was retired; nothing was saved"):
        study.save(CaseCoding("Hof", "Nachbarschaft", "c1"), author="c1")
    with pytest.raises(MisuseError, match="1 of 1 ids are no codings of this project"):
        study.confirm(["nowhere"], author="lead")
    study.undo(author="lead")
    assert str(study.log(1)).endswith("lead rückgängig: hat das Codebuch geändert: version 2")
