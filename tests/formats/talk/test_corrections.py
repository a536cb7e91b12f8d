"""Mistyped labels become turns, and a warning names the line."""

import pytest

from interviews.errors import Severity
from interviews.formats.talk.turns import find_turns
from tests.formats.talk.test_turns import turns_of

TALK = "K: a?\n\nM: b.\n\n" * 5


@pytest.mark.parametrize(
    ("line", "speech"),
    [("K. Nein.", "Nein."), ("K; nein.", "nein."), ("K Nein, so war das.", "Nein, so war das.")],
)
def test_a_label_with_another_sign_opens_a_turn_and_is_reported(line: str, speech: str) -> None:
    text = f"{TALK}{line}\n\nM: c.\n"
    assert turns_of(text)[-2:] == [("K", speech), ("M", "c.")]
    (problem,) = (one for one in find_turns(text, "file").problems if "mistyped" in one.message)
    assert problem.message.endswith("check line 21")
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    "line", ["M. Nein.", "M Nein.", "K. ist gegangen.", "K und ich.", "K.", "Kn. Nein.", "X; nein."]
)
def test_a_name_in_what_is_said_opens_no_turn(line: str) -> None:
    text = f"{TALK}{line}\n\nK: c.\n"
    assert turns_of(text)[-2:] == [("M", f"b.\n\n{line}"), ("K", "c.")]


def test_a_colon_without_blank_opens_a_turn() -> None:
    text = "Kaja: a?\n\nMona: b.\n\n" * 5 + "Kaja:Nein.\n\nMona: c.\n"
    assert turns_of(text)[-2:] == [("Kaja", "Nein."), ("Mona", "c.")]


def test_words_of_one_letter_open_no_turn() -> None:
    text = "I: a?\n\nB: b.\n\n" * 5 + "I Think so.\n"
    assert turns_of(text)[-1] == ("B", "b.\n\nI Think so.")


@pytest.mark.parametrize("label", ["PARTTICIPANT 12", "PARTICIPNAT 12", "PARTICIPANT12", "Particpant 12"])
def test_a_label_one_slip_away_is_the_frequent_one(label: str) -> None:
    text = "PARTICIPANT 12: a\nRESEARCHER: b?\n" * 6 + f"{label}: c\n"
    assert turns_of(text)[-1] == ("PARTICIPANT 12", "c")
    assert any("mistyped" in one.message and "line 13" in one.message for one in find_turns(text, "file").problems)


@pytest.mark.parametrize("label", ["PARTICIPANT 13", "PARTICIPANT 2"])
def test_another_number_is_another_person(label: str) -> None:
    text = "PARTICIPANT 12: a\nRESEARCHER: b?\n" * 6 + f"{label}: c\n"
    assert turns_of(text)[-1] == (label, "c")


def test_interviewer_and_interviewee_are_no_slip() -> None:
    text = "Interviewer: a?\nB: b\n" * 6 + "Interviewee: c\n"
    assert turns_of(text)[-1] == ("Interviewee", "c")


def test_a_number_typed_twice_is_the_same_person() -> None:
    text = "Interviewer1: a?\nBefragte1: b\n" * 3 + "Interviewer2: c?\nBefragte1: d\nInterviewer2 2: e?\nBefragte1: f\n"
    assert [speaker for speaker, _ in turns_of(text)][-4:] == ["Interviewer2", "Befragte1"] * 2


def test_a_label_behind_a_sentence_is_reported() -> None:
    text = "I: a?\nB: b.\n" * 3 + "I: So? B: Ja.\n"
    assert any("a further label behind a sentence" in one.message for one in find_turns(text, "file").problems)
