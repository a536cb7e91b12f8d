"""A review of a project: kept in its vault act by act, seen by other reviews of it, and handed on without a disk."""

from io import BytesIO
from pathlib import Path

import pytest

import interviews as iv
from interviews.anonymity import Proposals
from interviews.errors import MisuseError
from interviews.project.browser_review import BrowserReview
from interviews.project.deciding import Asked, packed, review_of, unpacked
from tests.small_study import write_files


@pytest.fixture
def project(tmp_path: Path) -> iv.Project:
    write_files(tmp_path)
    project = iv.create(tmp_path / "study", language="de", key=tmp_path / "study.agekey")
    project.save(iv.read(tmp_path / "talks", case_from="folder"), author="lead")
    return project


def by_name(proposals: Proposals, name: str) -> str:
    return next(one.id for one in proposals.entities if name in one.name)


def test_two_open_reviews_and_a_sheet_see_each_other(project: iv.Project, tmp_path: Path) -> None:
    proposals = iv.anonymize(project)
    elsewhere = iv.open(project.folder, key=project.key_file)
    one, other = review_of(project, proposals, "c1"), review_of(elsewhere, proposals, "c2")
    schulte, demir = by_name(proposals, "Schulte"), by_name(proposals, "Demir")
    one.decide(schulte, "keep")
    assert other.look()
    assert not other.look()
    assert other.proposals.get(schulte).decided_by == "c1"
    sheet = iv.anonymize(project).decide(demir, "delete")
    project.save(sheet, author="c3")
    assert one.look()
    assert (one.proposals.get(demir).decision, one.proposals.get(demir).decided_by) == ("delete", "c3")
    one.undo()
    again = iv.anonymize(project)
    assert again.get(schulte).decided_at is None
    assert again.get(demir).decision == "delete"


def test_news_that_could_not_be_read_is_still_to_come(project: iv.Project) -> None:
    review = review_of(project, iv.anonymize(project), "c1")
    review.look()
    project.save(review.proposals.decide(by_name(review.proposals, "Demir"), "delete"), author="c2")
    vault = project.vault.path
    vault.rename(vault.with_name("away"))  # as a drive that is taken out, and put in again
    with pytest.raises(MisuseError, match="is not there any more"):
        review.look()
    vault.with_name("away").rename(vault)
    assert review.look()
    assert review.proposals.get(by_name(review.proposals, "Demir")).decided_by == "c2"


def test_what_was_accepted_is_seen_as_accepted(project: iv.Project) -> None:
    review = review_of(project, iv.anonymize(project), "c1")
    review.approve(by_name(review.proposals, "Schulte"))
    project.save(review.proposals.accept(), author="c2")
    assert review.look()
    assert {one.accepted_by for one in review.proposals.open} == {"c2"}
    project.save(review.proposals.accept(), author="c1")  # and nothing is missed that others decided


def test_proposals_arrive_as_they_were_and_the_secret_of_the_vault_does_not_travel(project: iv.Project) -> None:
    proposals = iv.anonymize(project, profile="publication")
    sent = packed(Asked(proposals, "c1", kind="PER"))
    assert project.vault.secret() not in sent
    with open(project.key_file, "rb") as key:
        assert key.read().split()[-1] not in sent
    there, asked = unpacked(BytesIO(sent))
    with there:
        assert there.folder == project.folder.resolve()
        assert asked.proposals == proposals
        assert (asked.author, asked.kind) == ("c1", "PER")
        person = by_name(proposals, "Schulte")
        again = asked.proposals.decide(person, "surrogate").get(person)
        assert again.replacement == proposals.decide(person, "surrogate").get(person).replacement


def test_proposals_of_no_project_have_nowhere_to_be_kept() -> None:
    with pytest.raises(MisuseError, match=r"make them by iv\.anonymize"):
        packed(Asked(Proposals((), ()), "c1"))


def test_without_a_server_to_run_the_person_is_told_what_to_install(
    project: iv.Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interviews.project.browser_review.find_spec", lambda name: None)
    with pytest.raises(MisuseError, match=r'pip install "interviews\[lab\]"'):
        BrowserReview(Asked(iv.anonymize(project), "c1"))
