from pathlib import Path

import pytest

from interviews.anonymity import Decision, EntityType, Vault, find_leaks, propose
from interviews.anonymity.finders.speakers import is_name
from interviews.errors import MisuseError
from interviews.model import Role, Span, Speaker, Transcript, Turn

FIRST = (
    "I: Wie heißen Sie?\n"
    "B: Ich heiße Ayşe Yılmaz, ich bin 43 und wohne in Duisburg. Mehmet ist mein Sohn. Mehmets Schule ist hier.\n"
    "I: Frau Yılmaz, und das Telefon?\n"
    "B: 0176 55512345. Meine Schwester wohnt in Bulgarien.\n"
)
SECOND = "Frau Kowalczyk: Die Ayşe Yılmaz kenne ich, die Duisburger auch.\nI: Und YILMAZ?\n"


def transcripts() -> list[Transcript]:
    label = Span(0, 15)
    return [
        Transcript("Interview_Yilmaz", FIRST, id="a", source="/x/Interview_Yilmaz.txt"),
        Transcript(
            "Zweites",
            SECOND,
            turns=(
                Turn(1, Span(16, SECOND.index("\n")), "Frau Kowalczyk", Role.INTERVIEWEE, label),
                Turn(
                    2,
                    Span(SECOND.index("Und"), len(SECOND) - 1),
                    "I",
                    Role.INTERVIEWER,
                    Span(SECOND.index("I:"), SECOND.index("I:") + 2),
                ),
            ),
            speakers=(Speaker("Frau Kowalczyk", Role.INTERVIEWEE), Speaker("I", Role.INTERVIEWER)),
            id="b",
        ),
    ]


def test_a_project_is_proposed_and_anonymized_as_a_whole() -> None:
    proposals = propose(transcripts())
    persons = {entity.name for entity in proposals.entities if entity.type is EntityType.PER}
    assert {"Ayşe Yılmaz", "Mehmet", "Kowalczyk"} <= persons
    one, two = (version.transcript for version in proposals.accept().versions)
    for secret in ("Ayşe", "Yılmaz", "Mehmet", "Duisburg", "0176", "YILMAZ", "Kowalczyk", "43"):
        assert secret not in one.text + two.text
    assert "ich bin [40-49 Jahre]" in one.text
    assert "Bulgarien" in one.text
    assert "[Telefonnummer]" in one.text
    assert "Yilmaz" not in one.name
    assert [speaker.label for speaker in two.speakers] == [two.turns[0].speaker, "I"]
    assert two.turns[0].label is not None
    assert two.turns[0].label.of(two.text) == f"{two.turns[0].speaker}:"
    assert "Kowalczyk" not in str(two.speakers)


def test_one_person_has_one_label_in_all_interviews() -> None:
    proposals = propose(transcripts())
    ayse = next(entity for entity in proposals.entities if entity.name == "Ayşe Yılmaz")
    assert ayse.transcripts == ("a", "b")
    assert all(ayse.replacement in version.transcript.text for version in proposals.accept().versions)


def test_a_second_run_on_the_anonymized_text_finds_none_of_the_names_and_leaves_the_labels() -> None:
    made = propose(transcripts()).accept()
    again = propose([Transcript(v.transcript.name, v.transcript.text, id=v.transcript.id) for v in made.versions])
    replaced = {form for entry in made.key if entry.replaced for form in entry.forms}
    assert not replaced & {form for entity in again.entities for form in entity.forms}
    for before, after in zip(made.versions, again.accept().versions, strict=True):
        assert [part for part in before.transcript.text.split("[")[1:]] == [
            p for p in after.transcript.text.split("[")[1:]
        ]


def test_proposals_are_the_same_every_time() -> None:
    one, other = propose(transcripts()), propose(transcripts())
    assert one.entities == other.entities
    assert one.accept().versions == other.accept().versions


def test_what_the_study_does_not_hide_is_kept() -> None:
    proposals = propose(transcripts(), keep=["duisburg"])
    place = next(entity for entity in proposals.entities if "Duisburg" in entity.forms)
    assert place.decision is Decision.KEEP


def test_a_later_round_keeps_ids_decisions_and_replacements_of_the_key() -> None:
    first = propose(transcripts()[:1])
    mehmet = next(entity.id for entity in first.entities if entity.name == "Mehmet")
    key = first.decide(mehmet, "pseudonym", "Kerem").accept().key
    second = propose(transcripts()[::-1], key=key)
    for entry in key:
        entity = second.get(entry.id)
        assert (entity.name, entity.decision, entity.replacement) == (entry.name, entry.decision, entry.replacement)
    new = next(entity for entity in second.entities if entity.name == "Kowalczyk")
    assert new.number > max(int(entry.id[4:]) for entry in key if entry.type is EntityType.PER)


def test_labels_speak_the_language_of_the_project() -> None:
    proposals = propose(transcripts(), language="pl")
    assert any(entity.replacement.startswith("[Osoba ") for entity in proposals.entities)


def test_only_texts_as_read_are_searched() -> None:
    with pytest.raises(MisuseError, match="version 0"):
        propose([Transcript("x", "text", version=1)])
    with pytest.raises(MisuseError, match="same id"):
        propose([Transcript("x", "a", id="1"), Transcript("y", "b", id="1")])


def test_empty_texts_and_no_texts_are_fine() -> None:
    assert len(propose([])) == 0
    assert propose([Transcript("x", "", id="1")]).accept().versions[0].transcript.text == ""


def test_progress_is_told_after_each_transcript() -> None:
    told: list[tuple[int, int]] = []
    propose(transcripts(), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_through_the_vault_and_back_nothing_is_lost_and_nothing_leaks(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path / "vault", tmp_path / "study.key")
    made = propose(transcripts()).accept()
    vault.save_key(made.key)
    for original, version in zip(transcripts(), made.versions, strict=True):
        vault.save_original(original)
        vault.save_edits(original.id, 1, version.edits)
        (tmp_path / f"{version.transcript.name}.txt").write_text(version.transcript.text, encoding="utf-8")
    assert vault.key() == made.key
    for version in made.versions:
        original = vault.original(version.transcript.id)
        back = vault.edits(original.id, 1).inverse(original.text)
        assert back.apply(version.transcript.text).encode() == original.text.encode()
    assert not [leak for leak in find_leaks([tmp_path], vault.key()) if leak.certain]


@pytest.mark.parametrize("label", ["Ayşe Yılmaz", "Frau Demir", "Mehmet", "Dr. Stefan Kühn", "Kowalczyk"])
def test_labels_that_are_names_are_seen(label: str) -> None:
    assert is_name(label, "de")


@pytest.mark.parametrize(
    "label", ["I", "B1", "IP", "Interviewerin", "Bewohnerin", "Befragte", "???", "S2", "Gruppe", ""]
)
def test_roles_and_initials_are_no_names(label: str) -> None:
    assert not is_name(label, "de")


def test_two_people_of_one_name_keep_their_ids_in_later_rounds_by_their_transcripts() -> None:
    talks = [
        Transcript("nord-1", "B: Dann kam Herr Kowalski zu spät.", id="1"),
        Transcript("sued-1", "B: Dann ging Herr Kowalski wieder.", id="2"),
    ]
    key = propose(talks).accept().key
    assert [(one.id, one.name) for one in key] == [("PER-001", "Kowalski"), ("PER-002", "Kowalski")]
    talks.insert(0, Transcript("alt-1", "B: Und Herr Kowalski schwieg.", id="0"))
    second = propose(talks[::-1], key=key)
    assert [(one.id, one.transcripts) for one in second.entities] == [
        ("PER-001", ("1",)),
        ("PER-002", ("2",)),
        ("PER-003", ("0",)),
    ]


def test_a_name_that_was_kept_for_two_people_stays_in_a_later_round() -> None:
    talks = [
        Transcript("nord-1", "B: Mehmet ist mein Sohn. Mehmet kommt.", id="1", case="nord"),
        Transcript("sued-1", "B: Mehmet ist mein Chef. Mehmet ging.", id="2", case="sued"),
    ]
    first = propose(talks)
    kept = first.decide(first.entities, Decision.KEEP)
    assert [one.name for one in kept.entities] == ["Mehmet", "Mehmet"]
    assert {one.decision for one in kept.entities} == {Decision.KEEP}
    second = propose(talks, key=kept.accept().key)
    assert [(one.id, one.decision) for one in second.entities] == [(one.id, one.decision) for one in kept.entities]


@pytest.mark.parametrize("name", ["Klein", "Lange", "Özdemir", "Weiß", "Jung", "Müller"])
@pytest.mark.parametrize("borne", ["{}", "{}-Wüstenhagen"])
def test_files_and_labels_called_after_somebody_are_replaced_though_the_name_is_a_word(name: str, borne: str) -> None:
    text = f"I: Guten Tag, Frau {borne.format(name)}.\n{name}: Guten Tag.\n"
    at = text.index(f"\n{name}:") + 1
    turns = (
        Turn(1, Span(3, at - 1), "I", Role.INTERVIEWER, Span(0, 2)),
        Turn(2, Span(at + len(name) + 2, len(text) - 1), name, Role.INTERVIEWEE, Span(at, at + len(name) + 1)),
    )
    speakers = (Speaker("I", Role.INTERVIEWER), Speaker(name, Role.INTERVIEWEE))
    made = propose([Transcript(name, text, turns, speakers)]).accept().versions[0].transcript
    assert name not in made.name
    assert name not in made.text
    assert name not in [speaker.label for speaker in made.speakers]
    assert made.turns[1].speaker == made.speakers[1].label
