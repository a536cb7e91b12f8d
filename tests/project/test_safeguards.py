"""The report for the ethics board and the check of a whole project, as a person meets them."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

import interviews as iv
from interviews.errors import LeakError, Severity
from interviews.project import account_of
from tests.small_study import NAMES, make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> iv.Project:
    return make_study(tmp_path_factory.mktemp("safeguards"))


def test_the_report_on_the_anonymization_names_nobody_and_stays_the_same(study: iv.Project) -> None:
    path = study.folder / "ethik.md"
    first = iv.report_anonymization(study, path).read_bytes()
    told = first.decode()
    assert not any(name in told for name in NAMES)
    assert "| Personen |" in told
    assert "lead" in told
    assert iv.report_anonymization(study, path).read_bytes() == first
    path.unlink()


def test_the_report_tells_what_the_leak_check_finds_then(study: iv.Project) -> None:
    stray = study.folder / "notes.txt"
    stray.write_text("Frau Demir hat angerufen", encoding="utf-8")
    (study.folder / "scan.7z").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(20))
    told = "\n".join(p.text for p in Document(str(iv.report_anonymization(study, study.folder / "e.docx"))).paragraphs)
    assert re.search(r"[1-9] sichere", told)
    assert "7z" in told
    leaks = iv.leaks(study)
    assert {leak.path.name for leak in leaks if leak.certain} == {"notes.txt"}
    assert [problem.where for problem in leaks.problems if problem.severity is Severity.WARNING] == ["scan.7z"]
    for name in ("notes.txt", "scan.7z", "e.docx"):
        (study.folder / name).unlink()


def test_a_report_that_would_name_someone_is_not_written(study: iv.Project, tmp_path: Path) -> None:
    with pytest.raises(LeakError):
        iv.report_anonymization(study, tmp_path / "Bericht Demir.md")
    assert not list(tmp_path.iterdir())


def test_a_study_without_texts_or_people_is_answered_in_a_sentence(tmp_path: Path) -> None:
    with iv.create(tmp_path / "empty", key=tmp_path / "key") as empty:
        with pytest.raises(iv.MisuseError, match="no anonymized texts yet"):
            iv.report_anonymization(empty, tmp_path / "ethik.md")
        with pytest.raises(iv.MisuseError, match="no participants yet"):
            iv.small_cells(empty)
        assert iv.residual(empty).empty
    assert not (tmp_path / "ethik.md").exists()


def test_small_cells_of_a_project(study: iv.Project) -> None:
    cells = iv.small_cells(study, k=2)
    assert {"group", "case"} <= set(cells.table()["attributes"])
    assert cells.people == 2


def test_quotes_of_a_project_are_marked_where_few_share_what_is_known_of_the_speaker(study: iv.Project) -> None:
    quotes = study.quotes()
    assert len(quotes.rare) == len(quotes)
    assert set(quotes.table()["shared_by"]) == {1}


def test_the_report_of_the_study_says_which_of_its_quotes_might_tell_who_speaks(study: iv.Project) -> None:
    told = iv.report(study, study.folder / "bericht.md").read_text(encoding="utf-8")
    (study.folder / "bericht.md").unlink()
    assert "vor dem Druck ist zu prüfen" in told


def test_the_report_tells_who_decided_how_much(study: iv.Project) -> None:
    key = study.vault.key()
    at = datetime(2026, 3, 2, tzinfo=UTC)
    decided = [
        replace(key[0], accepted_by="", decided_by="m.meyer", decided_at=at, confirmed_by="k.kaya"),
        replace(key[1], accepted_by="m.meyer"),
        *(replace(entry, accepted_by="") for entry in key[2:]),
    ]
    study.vault.save_key(decided)
    review = account_of(study).review
    study.vault.save_key(key)
    assert (review.decided, review.accepted, review.confirmed, review.unrecorded) == (1, 1, 1, len(key) - 2)
    assert [(one.name, one.decided, one.accepted, one.confirmed) for one in review.reviewers] == [
        ("k.kaya", 0, 0, 1),
        ("m.meyer", 1, 1, 0),
    ]
