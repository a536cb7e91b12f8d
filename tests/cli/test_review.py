"""Deciding in the terminal, one entity after the other."""

import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import interviews as iv
from interviews.anonymity import COMMANDS, Decision, decision_keys

TALK = "I: Wie heißen Sie?\nB: Ich heiße Ayşe Yılmaz. Mehmet ist mein Sohn, Ibo sein Freund. Wir wohnen in Marxloh.\n"
TWO = "I: Und?\nB: Mein Chef ist Witold Kowalski, seit Jahren. Gestern hat Kowalski angerufen. Kowalski sagt wenig.\n"


@pytest.fixture
def study(tmp_path, request):
    (tmp_path / "a1.txt").write_text(getattr(request, "param", TALK), encoding="utf-8")
    with iv.create(tmp_path / "study", language="de", key=tmp_path / "study.agekey") as project:
        project.save(iv.read(tmp_path / "a1.txt"))
    return tmp_path / "study"


@pytest.fixture
def review(study, interviews, monkeypatch):
    """Runs a review with these lines typed."""

    def run(*typed, author="c1", options=()):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        return interviews("review", study, "--author", author, "--key", study.with_name("study.agekey"), *options)

    return run


def known(study):
    with iv.open(study, key=study.with_name("study.agekey")) as project:
        return iv.anonymize(project)


def test_every_decision_has_a_key_of_its_own():
    keys = decision_keys()
    assert set(keys.values()) == set(Decision)
    assert not set(keys) & set(COMMANDS)
    assert (keys["l"], keys["p"], keys["g"], keys["k"]) == ("label", "pseudonym", "generalize", "keep")


def test_one_entity_after_the_other_is_decided_and_saved(review, study):
    status, printed, _ = review("p Nuray Aksoy", "k", "n", "g", "Stadtteil im Norden")
    assert status == 0
    assert "1 of 4: PER-001, PER" in printed
    assert "forms: Ayşe Yılmaz" in printed
    assert "1. I: Wie heißen Sie? B: Ich heiße »Ayşe Yılmaz«. Mehmet ist" in printed
    assert "proposed: label, [Person 1]" in printed
    assert "3 decisions saved; 1 of 4 entities are open" in printed
    made = known(study)
    first, second, third, place = made.entities
    assert (first.replacement, second.decision, place.replacement) == ("Nuray Aksoy", "keep", "[Stadtteil im Norden]")
    assert {one.decided_by for one in (first, second, place)} == {"c1"}
    assert made.open == (third,)


def test_what_is_left_open_is_asked_next_time(review):
    review("l", "q")
    status, printed, _ = review("a", "", "k", options=["--open"])
    assert "1 of 3: PER-002" in printed
    assert "0 of 4 entities are open" in printed
    assert review(options=["--open"])[0] == status == 0


def test_only_entities_of_one_type_are_asked(review):
    assert "1 of 1: LOC-001" in review("q", options=["--type", "loc"])[1]
    status, _, complaint = review(options=["--type", "town"])
    assert status == 2
    assert "The type is one of PER" in complaint


def test_two_names_of_one_person_are_joined_and_a_type_is_corrected(review, study):
    _, printed, _ = review("n", "n", "= per-002", "t ORG", "l", options=[])
    made = known(study)
    assert [one.id for one in made.entities] == ["PER-001", "PER-002", "ORG-001"]
    assert set(made.get("PER-002").forms) == {"Mehmet", "Ibo"}
    assert made.get("ORG-001").name == "Marxloh"
    assert "4 of 4: ORG-001, ORG" in printed


def test_one_mention_stays_and_undo_takes_back_one_thing_after_the_other(review, study):
    review("m 1", "q")
    assert known(study).get("PER-001").kept
    _, printed, _ = review("k", "= PER-001", "u", "u", "q")
    assert "0 decisions saved" in printed
    made = known(study)
    assert [one.id for one in made.entities] == ["PER-001", "PER-002", "PER-003", "LOC-001"]
    assert made.get("PER-001").decision == "label"
    assert {one.id for one in made.open} == {"PER-002", "PER-003", "LOC-001"}


def test_what_cannot_be_is_said_and_the_same_entity_is_asked_again(review, study):
    status, printed, complaint = review(
        "p Mehmet", "p", "", "x", "= PER-099", "= PER-001", "t town", "m 9", "u", "v", "l"
    )
    assert status == 0
    for sentence in (
        "contains a real name of this project (PER-002)",
        "must be a name",
        "no such key",
        "There is no entity",
        "is this one itself",
        "The type is one of",
        "Give the number of a mention, 1 to",
        "There is nothing to take back",
    ):
        assert sentence in " ".join(complaint.split())
    assert "1 decisions saved" in printed
    assert "Mehmet" not in complaint
    assert known(study).get("PER-001").decided_by == "c1"


@pytest.mark.parametrize("study", [TWO], indirect=True)
def test_who_is_somebody_else_is_split_off_and_decided_on_next(review, study):
    typed = ["e", "", "e 9", "e Maria", "e 1 = PER-009", "e kowalski", "n", "p Nowak", "q"]
    _, printed, complaint = review(*typed)
    for sentence in (
        "Say which mentions",
        "Give numbers of mentions, 1 to 3",
        "no such mention",
        "no entity 'PER-009'",
    ):
        assert sentence in complaint
    assert "1 of 2: PER-001" in printed
    assert "2 of 2: PER-002" in printed
    made = known(study)
    assert [(one.name, len(one.mentions)) for one in made.entities] == [("Witold Kowalski", 1), ("Kowalski", 2)]
    assert [one.replacement for one in made.entities] == ["[Person 1]", "Nowak"]


@pytest.mark.parametrize("study", [TWO], indirect=True)
def test_a_mention_goes_to_somebody_known_and_undo_brings_it_back(review, study):
    _, printed, _ = review("e kowalski", "e 1", "u", "u", "q")
    assert "0 decisions saved" in printed
    assert [len(one.mentions) for one in known(study).entities] == [3]
    review("e 2, 3", "q")
    review("n", "e 1 = per-001", "q")
    made = known(study)
    assert [len(one.mentions) for one in made.entities] == [2, 1]
    assert made.get("PER-001").decided_by == "c1"


def test_a_second_person_confirms_what_the_first_decided(review, study):
    review("l", "k", "q")
    _, printed, _ = review("", "c", author="c2", options=["--confirm"])
    assert "1 of 2: PER-001" in printed
    assert "decided by c1 on" in printed
    assert [known(study).get(id).confirmed_by for id in ("PER-001", "PER-002", "PER-003")] == ["c2", "c2", ""]
    assert "1 of" not in review(author="C1", options=["--confirm"])[1]


def test_the_sheet_is_kept_though_nothing_is_accepted_yet(study, interviews, tmp_path):
    from openpyxl import load_workbook

    key = ["--key", tmp_path / "study.agekey"]
    interviews("anonymize", study, "--sheet", tmp_path / "review.xlsx", *key)
    book = load_workbook(tmp_path / "review.xlsx")
    book.worksheets[0]["H2"] = "behalten"
    book.save(tmp_path / "review.xlsx")
    _, printed, _ = interviews("anonymize", study, "--from", tmp_path / "review.xlsx", "--author", "c1", *key)
    assert "saved: 1 decision, 3 open entities" in printed
    assert known(study).get("PER-001").decided_by == "c1"


@pytest.mark.slow
def test_a_killed_review_has_lost_no_decision_that_was_acknowledged(study):
    moments = random.Random(4)
    words = [sys.executable, "-m", "interviews.cli.main", "review", str(study), "--author", "c1"]
    words += ["--key", str(study.with_name("study.agekey"))]
    environment = os.environ | {"PYTHONPATH": str(Path(iv.__file__).parents[1]), "PYTHONUNBUFFERED": "1"}
    for turn, stop in enumerate((signal.SIGKILL, signal.SIGINT, signal.SIGKILL)):
        names = [f"Nuray{letter}" for letter in "abcdefghi"[turn * 3 :][:3]]
        with subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, bufsize=1
        ) as child:
            shown = 0
            for line in child.stdout:
                if " of 4: " in line:
                    shown += 1
                    if shown > len(names):
                        break
                    child.stdin.write(f"p {names[shown - 1]}\n")
                    child.stdin.flush()
            time.sleep(moments.uniform(0, 0.02))
            child.send_signal(stop)
        made = known(study)
        assert [one.replacement for one in made.entities[:3]] == names
        assert len(made.open) == 1
