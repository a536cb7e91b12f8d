"""What a profile proposes, what a consent asks for, and what happens to codings when a profile changes."""

from dataclasses import replace
from pathlib import Path

import pytest

import interviews as iv
from interviews.anonymity import Decision, EntityType, NameSource, apply_policy, limits_of, propose, read_policy
from interviews.anonymity.decisions.policy import PROFILES, Policy
from interviews.anonymity.replacing.roles import role_told, role_word_before
from interviews.anonymity.vault.serialization import entry_from
from interviews.errors import MisuseError
from interviews.model import Coding, Participant, Role, Span, Speaker, Transcript

pytestmark = pytest.mark.slow  # whole studies

TALKS = {
    "a1.txt": "I: Wer sind Sie?\n\nB: Ich heiße Ayşe Yılmaz, ich bin 43 Jahre alt und Schulleiterin. "
    "Ich wohne in Kleve.\n\n"
    "I: Und wer noch?\n\nB: Meine Nachbarin Gerda Krause. Frau Krause hilft immer. Am 3. April 2019 kam sie.\n",
    "b1.txt": "I: Und Sie?\n\nB: Ich bin aus Kleve, aus Deutschland, und kenne Frau Krause von der "
    "Grundschule am Moor.\n\n"
    "I: Ja?\n\nB: Ja, seit 2015 bin ich in Kleve.\n",
}
PEOPLE = "transcript,speaker,participant,consent\na1,B,P01,publication\nb1,B,P02,Limited\n"
SECRETS = ("Yılmaz", "Ayşe", "Krause", "Gerda")


@pytest.fixture
def project(tmp_path: Path):
    for name, text in TALKS.items():
        (tmp_path / "talks").mkdir(exist_ok=True)
        (tmp_path / "talks" / name).write_text(text, encoding="utf-8")
    (tmp_path / "talks" / "participants.csv").write_text(PEOPLE, encoding="utf-8")
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as made:
        made.save(iv.read(tmp_path / "talks"))
        yield made


def texts(project: iv.Project) -> dict[str, str]:
    return {one.name: one.text for one in project.transcripts}


def test_the_team_reads_labels_and_readers_of_a_publication_other_names(project: iv.Project) -> None:
    project.save(iv.anonymize(project).accept())
    team = texts(project)
    assert "Ich heiße [Person " in team["a1"]
    assert "[40-49 Jahre]" in team["a1"]
    assert "in [Ort 1]" in team["a1"]
    project.save(iv.anonymize(project, profile="publication").accept())
    published = texts(project)
    assert "[Person " not in published["a1"]
    assert "[Bildungsberuf]" in published["a1"]
    assert "[Mittelstadt in Nordrhein-Westfalen]" in published["a1"]
    assert "aus Deutschland" in published["b1"]
    assert "seit 2015" in published["b1"]
    assert "[Grundschule]" in published["b1"]
    neighbour = published["a1"].partition("Meine Nachbarin ")[2].split(".")[0].split()
    assert f"Frau {neighbour[1]} hilft" in published["a1"]
    assert f"Frau {neighbour[1]}" in published["b1"]
    for text in (*team.values(), *published.values()):
        assert not any(secret in text for secret in SECRETS)
    assert [leak for leak in iv.leaks(project) if leak.certain] == []


def test_the_profile_is_in_the_history_and_goes_on_until_another_is_asked_for(project: iv.Project) -> None:
    project.save(iv.anonymize(project, profile="publication").accept())
    first = texts(project)
    proposals = iv.anonymize(project)
    assert proposals.policy.profile == "publication"
    saved = project.save(proposals.accept())
    assert saved.counts["anonymized texts"] == 0
    assert texts(project) == first
    project.save(iv.anonymize(project, profile="team").accept())
    history = project.history()
    assert list(history[history["action"] == "anonymize"]["detail"]) == ["profile publication", "profile team"]
    assert list(history[history["action"] == "anonymize"]["count"]) == [2, 2]


def test_codings_move_along_when_a_profile_changes_after_coding(project: iv.Project) -> None:
    project.save(iv.anonymize(project).accept())
    one = next(transcript for transcript in project.transcripts if transcript.name == "a1")
    start = one.text.index("Meine Nachbarin")
    end = one.text.index("hilft immer.") + len("hilft immer.")
    project.store.add_codings([Coding(one.id, Span(start, end), "Hilfe", "c1", one.version)], author="c1")
    for profile in ("publication", "archive", "team"):
        project.save(iv.anonymize(project, profile=profile).accept())
        now = next(transcript for transcript in project.transcripts if transcript.name == "a1")
        coded = project.coding_records[0].span.of(now.text)
        assert coded.startswith("Meine ")
        assert coded.endswith(" hilft immer.")
    assert now.text == one.text


def test_what_a_person_decided_is_left_alone_by_every_profile(project: iv.Project) -> None:
    proposals = iv.anonymize(project)
    place = next(one.id for one in proposals.entities if one.name == "Kleve")
    gerda = next(one.id for one in proposals.entities if one.name == "Gerda Krause")
    project.save(proposals.decide(place, "keep").decide(gerda, "label").accept())
    again = iv.anonymize(project, profile="publication")
    assert again.get(place).decision is Decision.KEEP
    assert again.get(gerda).decision is Decision.LABEL
    assert {one.decision for one in again.entities if one.type is EntityType.PER} == {
        Decision.LABEL,
        Decision.SURROGATE,
    }


@pytest.mark.parametrize(
    ("decision", "replacement", "asked", "then"),
    [
        ("label", "[Person 1]", True, "surrogate"),
        ("label", "[Person 1]", False, "label"),
        ("keep", "", True, "keep"),
        ("pseudonym", "Nuray", True, "pseudonym"),
    ],
)
def test_what_a_vault_of_before_decided_stays_unless_a_profile_is_asked_for(
    decision: str, replacement: str, asked: bool, then: str
) -> None:
    old = {"id": "PER-001", "type": "PER", "name": "Ayşe", "forms": ["Ayşe"], "family": False, "partly_kept": False}
    entry = entry_from({**old, "replacement": replacement, "decision": decision, "languages": ["de"]})
    proposals = propose([Transcript("x", "Ich heiße Ayşe.", id="t")], key=[entry])
    proposals = replace(proposals, names=NameSource(lambda: b"secret", (entry,)))
    made = apply_policy(proposals, PROFILES["publication"], anew=asked)
    assert made.get("PER-001").decision == then


def test_in_transcripts_of_people_who_agreed_to_less_more_is_taken_out(project: iv.Project) -> None:
    rules = "consent:\n  limited:\n    LOC: generalize\n    ORG: delete\n"
    (project.folder / "anonymization.yaml").write_text(rules, encoding="utf-8")
    proposals = iv.anonymize(project)
    place = next(one.id for one in proposals.entities if one.name == "Kleve")
    project.save(proposals.decide(place, "keep").accept())
    made = texts(project)
    assert "Ich wohne in Kleve." in made["a1"]
    assert "Kleve" not in made["b1"]
    assert "aus [Mittelstadt in Nordrhein-Westfalen], aus Deutschland" in made["b1"]
    assert "von der […]" in made["b1"]
    assert "Frau [Person" in made["b1"]


def test_where_nothing_vaguer_is_known_a_kept_place_gets_its_label_in_those_transcripts(project: iv.Project) -> None:
    (project.folder / "anonymization.yaml").write_text("consent: {limited: {LOC: generalize}}", encoding="utf-8")
    proposals = iv.anonymize(project)
    unknown = proposals.retype(next(one.id for one in proposals.entities if one.type is EntityType.ORG), "LOC")
    moor = next(one for one in unknown.entities if one.type is EntityType.LOC and one.found_as)
    made = unknown.decide(moor.id, "keep").accept()
    text = next(one.transcript.text for one in made.versions if one.transcript.name == "b1")
    assert f"[Ort {moor.number}]" in text


def test_everybody_heard_counts_and_the_strictest_consent_wins() -> None:
    policy = Policy(
        consent={
            "limited": {EntityType.LOC: Decision.GENERALIZE},
            "none": {EntityType.LOC: Decision.DELETE},
            "unknown": {EntityType.ORG: Decision.DELETE},
        }
    )
    heard = (
        Speaker("A", Role.INTERVIEWEE, "P1"),
        Speaker("B", Role.INTERVIEWEE, "P2"),
        Speaker("I", Role.INTERVIEWER, "P3"),
    )
    people = [Participant("P1", attributes={"consent": "Limited "}), Participant("P2", attributes={"consent": "none"})]
    transcripts = [
        Transcript("x", "", speakers=heard, id="x"),
        Transcript("y", "", speakers=heard[:1], id="y"),
        Transcript("z", "", speakers=(Speaker("C", Role.INTERVIEWEE),), id="z"),
    ]
    assert limits_of(transcripts, people, policy) == {
        "x": {EntityType.LOC: Decision.DELETE},
        "y": {EntityType.LOC: Decision.GENERALIZE},
        "z": {EntityType.ORG: Decision.DELETE},
    }


def test_a_file_changes_profiles_and_makes_new_ones(tmp_path: Path) -> None:
    path = tmp_path / "anonymization.yaml"
    path.write_text(
        "profile: ours\nlabels: role\nprofiles:\n  ours:\n    LOC: keep\n    dates: season\n"
        "  publication: {PER: label}\n",
        encoding="utf-8",
    )
    ours = read_policy(path)
    assert (ours.profile, ours.roles, ours.seasons) == ("ours", True, True)
    assert ours.decisions[EntityType.LOC] is Decision.KEEP
    assert ours.decisions[EntityType.AGE] is Decision.GENERALIZE
    assert read_policy(path, "publication").decisions[EntityType.PER] is Decision.LABEL
    assert read_policy(path, "archive").decisions == PROFILES["archive"].decisions
    assert read_policy(tmp_path / "none.yaml") == PROFILES["team"]
    assert read_policy(tmp_path / "none.yaml", last="archive").profile == "archive"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("profil: team", "'profil' is not known in the file; known are profile, labels, dates, profiles, consent"),
        ("profile: all", "There is no profile 'all' for an anonymization; there are: team, archive, publication"),
        (
            "profiles: {team: {LOC: hide}}",
            "LOC in the profile 'team' must be one of label, generalize, delete, keep",
        ),
        ("profiles: {team: {PER: keep}}", "PER in the profile 'team' must be one of label, surrogate, delete"),
        ("profiles: {team: {ORT: keep}}", "'ORT' is not known in the profile 'team'; known are PER, LOC"),
        (
            "consent: {limited: {LOC: keep}}",
            "LOC in consent 'limited' must be one of label, generalize, delete",
        ),
        ("labels: names", "labels in the profile 'team' must be one of number, role"),
        ("consent: limited", "consent must be written as 'key: value' lines"),
        ("- a", "the file must be written as 'key: value' lines"),
        ("profile: [", "this is no YAML"),
    ],
)
def test_what_a_file_says_wrong_is_answered_in_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "anonymization.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MisuseError) as refusal:
        read_policy(path)
    assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("around", "role"),
    [
        ([("mein Nachbar Herr ", "")], "Nachbar"),
        ([("mit meinem Nachbarn Herrn ", ""), ("unser Nachbar, Herr ", "")], "Nachbar"),
        ([("meine ältere Schwester ", "")], "Schwester"),
        ([("unsere Lehrerin Frau ", ""), ("", "")], "Lehrerin"),
        ([("", ", meine Schwester, sagt")], "Schwester"),
        ([("my neighbour ", "")], "neighbour"),
        ([("o mojej sąsiadce pani ", "")], "sąsiadka"),
        ([("meine Schwester ", ""), ("ihre Freundin ", "")], ""),
        ([("die Lehrerin ", "")], ""),
        ([("", "")], ""),
    ],
)
def test_a_role_is_what_all_mentions_say_that_say_one(around: list[tuple[str, str]], role: str) -> None:
    assert role_told(around) == role


def test_labels_with_roles_keep_the_number_of_the_person(project: iv.Project) -> None:
    (project.folder / "anonymization.yaml").write_text("labels: role", encoding="utf-8")
    proposals = iv.anonymize(project)
    gerda = next(one for one in proposals.entities if one.name == "Gerda Krause")
    assert gerda.replacement == f"[Nachbarin {gerda.number}]"
    project.save(proposals.accept())
    made = texts(project)
    assert f"Meine [Nachbarin {gerda.number}]. Frau [Nachbarin {gerda.number}] hilft" in made["a1"]
    assert iv.anonymize(project).get(gerda.id).replacement == gerda.replacement


@pytest.mark.parametrize("profile", ["team", "archive"])
def test_what_is_anonymized_already_stays_as_it_is(project: iv.Project, profile: str) -> None:
    rules = "labels: role\ndates: season\nprofiles: {archive: {PER: delete, ADDR: delete}}\n"
    (project.folder / "anonymization.yaml").write_text(rules, encoding="utf-8")
    project.save(iv.anonymize(project, profile=profile).accept())
    for one in project.transcripts:
        again = propose([Transcript("x", one.text, one.turns, one.speakers, id="t")])
        assert again.accept().versions[0].transcript.text == one.text


def test_a_word_before_a_name_is_taken_with_it_only_where_the_label_says_it_again() -> None:
    assert role_word_before("meiner Schwester ", "[Schwester 3]") == len("Schwester ")
    assert role_word_before("meiner Schwester ", "[Person 3]") == 0
    assert role_word_before("meinem Bruder ", "[Schwester 3]") == 0
