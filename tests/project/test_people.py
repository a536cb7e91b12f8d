"""Participants and cases wait in the vault until it is known who is to be hidden; then they say nothing of them."""

from pathlib import Path

import pytest

import interviews as iv
from interviews.model import Participant
from interviews.project.people import find_aliases

pytestmark = pytest.mark.slow  # whole studies

TALKS = {
    "Familie Yılmaz/a1.txt": "I: Wie heißen Sie?\n\nB: Ich heiße Ayşe Yılmaz, und wir wohnen in Marxloh.\n\n"
    "I: Wer noch?\n\nB: Mein Sohn Emre. Wir sind die Familie Yılmaz.\n",
    "Marxloh/b1.txt": "I: Und Sie?\n\nB: Ich bin aus Marxloh und kenne Frau Yılmaz. In Marxloh ist es laut.\n\n"
    "I: Ja?\n\nB: Ja, und auch Bülent Schimanskiewicz.\n",
}
PEOPLE = """transcript,speaker,participant,group,note,consent
a1,B,Ayşe Yılmaz,resident,wohnt hier,publication
b1,B,P02,resident,Schwester von Ayşe,publication
"""
SECRETS = ("Yılmaz", "Yilmaz", "Ayşe", "Schimanskiewicz")


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    for name, text in TALKS.items():
        path = tmp_path / "talks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "talks" / "participants.csv").write_text(PEOPLE, encoding="utf-8")
    return tmp_path / "talks"


@pytest.fixture
def project(tmp_path):
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as made:
        yield made


def secrets_in(project: iv.Project) -> list[tuple[str, str]]:
    files = [path for path in project.folder.rglob("*") if path.is_file()]
    return [(path.name, word) for path in files for word in SECRETS if word.encode() in path.read_bytes()]


def test_before_anything_is_anonymized_the_project_knows_no_participant_and_no_case(project, talks):
    saved = project.save(iv.read(talks, case_from="folder"))
    assert saved.counts == {"transcripts": 2, "participants": 2, "cases": 2}
    assert project.participants == project.cases == ()
    assert {one.case for one in project.store.registrations()} == {None}
    assert secrets_in(project) == []


def test_an_accepted_anonymization_brings_them_without_the_names(project, talks):
    project.save(iv.read(talks, case_from="folder"))
    saved = project.save(iv.anonymize(project).accept())
    assert secrets_in(project) == []
    assert [leak for leak in iv.leaks(project) if leak.certain] == []
    assert not any(word in str(saved) for word in SECRETS)
    people = {one.name: one for one in project.participants}
    renamed = next(name for name in people if name != "P02")
    assert renamed.startswith("[Person ")
    assert dict(people["P02"].attributes) == {"group": "resident", "consent": "publication"}
    assert "P02: the attribute 'note' names PER-" in str(saved)
    speakers = {one.participant for transcript in project.transcripts for one in transcript.speakers}
    assert speakers == {*people, None}


def test_a_case_called_after_a_family_gets_its_label_and_one_called_after_a_place_stays(project, talks):
    project.save(iv.read(talks, case_from="folder"))
    proposals = iv.anonymize(project)
    place = next(one for one in proposals.entities if one.name == "Marxloh")
    assert (place.decision, place.note) == ("keep", "a case is called so")
    project.save(proposals.accept())
    stays, family = sorted(case.name for case in project.cases)
    assert stays == "Marxloh"
    assert family.startswith("[Familie ")
    assert {one.case for one in project.participants} == {one.case for one in project.transcripts} == {family, stays}


def test_an_earlier_decision_about_the_place_of_a_case_is_left_alone(project, talks):
    project.save(iv.read(talks, case_from="folder"))
    proposals = iv.anonymize(project)
    place = next(one for one in proposals.entities if one.name == "Marxloh")
    saved = project.save(proposals.decide(place.id, "label").accept())
    assert f"{place.id}: it was replaced in the texts, and a case is called so still" in str(saved)
    assert iv.anonymize(project).get(place.id).decision == "label"


@pytest.mark.slow
def test_people_of_a_later_round_wait_for_the_next_acceptance(project, talks):
    project.save(iv.read(talks, case_from="folder"))
    project.save(iv.anonymize(project).accept())
    before = project.participants
    (talks / "Marxloh" / "c1.txt").write_text("I: Und?\n\nB: Bülent Schimanskiewicz heiße ich.\n", encoding="utf-8")
    row = "c1,B,Bülent Schimanskiewicz,resident,,team\n"
    (talks / "participants.csv").write_text(PEOPLE + row, encoding="utf-8")
    saved = project.save(iv.read(talks, case_from="folder"))
    assert saved.counts == {"transcripts": 1, "participants": 1}
    assert project.participants == before
    project.save(iv.anonymize(project).accept())
    assert secrets_in(project) == []
    assert len(project.participants) == 3
    assert all(one in project.participants for one in before)


def test_a_pseudonym_given_later_makes_no_second_participant(project, talks):
    project.save(iv.read(talks, case_from="folder"))
    project.save(iv.anonymize(project).accept())
    before = project.participants
    proposals = iv.anonymize(project)
    person = next(one for one in proposals.entities if one.name == "Ayşe Yılmaz")
    project.save(proposals.decide(person.id, "pseudonym", "Frau Kaya").accept())
    assert project.participants == before


def test_participants_saved_by_themselves_are_looked_through_where_the_key_is_at_hand(project, talks):
    project.save(iv.read(talks, case_from="folder"))
    project.save(iv.anonymize(project).accept())
    saved = project.save([Participant("P07", "Marxloh", {"boss": "Bülent Schimanskiewicz", "group": "worker"})])
    assert "P07: the attribute 'boss' names PER-" in str(saved)
    assert {one.name: dict(one.attributes) for one in project.participants}["P07"] == {"group": "worker"}
    project.save([Participant("P07", "Marxloh", {"group": "resident"})])
    project.save(iv.anonymize(project).accept())
    assert {one.name: dict(one.attributes) for one in project.participants}["P07"] == {"group": "resident"}
    assert secrets_in(project) == []


def test_people_saved_without_the_key_are_taken_as_they_are(project, talks):
    with iv.open(project.folder, key=talks / "nowhere.agekey") as coder:
        coder.save([Participant("P09")])
        assert [one.name for one in coder.participants] == ["P09"]


def test_two_participants_who_share_a_name_stay_two(project, talks):
    project.save(iv.read(talks, case_from="folder"))
    project.save(iv.anonymize(project).accept())
    people = [Participant("Frau Ayşe Yılmaz (2)"), Participant("Ayşe Yılmaz")]
    found = find_aliases(people, [], [], project.vault.key(), "de").participants
    assert found["Frau Ayşe Yılmaz (2)"].label == found["Ayşe Yılmaz"].label + " 2"
    assert "Ayşe" not in repr(find_aliases(people, [], [], project.vault.key(), "de"))
