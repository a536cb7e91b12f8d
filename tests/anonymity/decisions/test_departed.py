"""What no text mentions any more keeps its number, and is still looked for in what leaves."""

from dataclasses import replace

import interviews as iv
from interviews.anonymity import Decision, EntityType, KeyEntry, describe_key, find_leaks, propose, with_departed
from interviews.model import Transcript


def person(number: int, *forms: str) -> KeyEntry:
    return KeyEntry(f"PER-{number:03d}", EntityType.PER, forms[0], forms, f"[Person {number}]", Decision.LABEL)


def test_a_number_is_never_given_to_somebody_else() -> None:
    key = with_departed([person(1, "Kowalski")], [person(1, "Kowalski"), person(2, "Schulte")])
    assert [(entry.id, entry.departed) for entry in key] == [("PER-001", False), ("PER-002", True)]
    talk = Transcript("a", "B: Herr Kowalski und Frau Nowak kamen.", id="1")
    assert [one.id for one in propose([talk], key=key).entities] == ["PER-001", "PER-003"]


def test_whoever_comes_back_has_the_number_again() -> None:
    key = with_departed([], [person(2, "Schulte")])
    talk = Transcript("a", "B: Herr Schulte kam.", id="1")
    accepted = propose([talk], key=key).accept()
    assert [entry.id for entry in with_departed(accepted.key, key)] == ["PER-002"]
    assert not accepted.key[0].departed


def test_of_those_made_one_with_another_only_the_number_stays() -> None:
    both = replace(person(1, "Kowalski"), forms=("Kowalski", "Kowalsky"))
    key = with_departed([both], [person(1, "Kowalski"), person(2, "Kowalsky")])
    assert (key[1].id, key[1].name, key[1].forms, key[1].departed) == ("PER-002", "", (), True)
    talk = Transcript("a", "B: Herr Kowalski und Frau Nowak kamen.", id="1")
    assert [one.id for one in propose([talk], key=key).entities] == ["PER-001", "PER-003"]


def test_a_departed_name_is_a_leak_and_no_figure(tmp_path) -> None:
    key = with_departed([], [person(2, "Schimanskiewicz")])
    (tmp_path / "x.txt").write_text("Herr Schimanskiewicz", encoding="utf-8")
    assert [leak.entity for leak in find_leaks([tmp_path / "x.txt"], key)] == ["PER-002"]
    assert "1" not in describe_key(key, "en")


def test_a_name_corrected_out_of_an_interview_stays_in_the_key(tmp_path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("I: Wer kam?\n\nB: Herr Schulte kam, und Frau Nowak auch.\n", encoding="utf-8")
    with iv.create(tmp_path / "study", key=tmp_path / "key") as study:
        study.save(iv.read(file, language="de"))
        study.save(iv.anonymize(study).accept())
        numbers = {entry.name: entry.id for entry in study.vault.key()}
        file.write_text("I: Wer kam?\n\nB: Frau Nowak kam, und Frau Lewandowska auch.\n", encoding="utf-8")
        study.save(iv.read(file, language="de"))
        study.save(iv.anonymize(study).accept())
        after = {entry.name: entry for entry in study.vault.key()}
        assert after["Schulte"].departed
        assert after["Schulte"].id == numbers["Schulte"]
        assert len({entry.id for entry in after.values()}) == len(after)
