"""Questions as headings: only where the whole file is built so, and reported as a guess."""

import pytest

from interviews.formats.talk.turns import find_turns
from interviews.model import Role
from tests.formats.talk.test_turns import check_positions


def built(*questions: tuple[str, str]) -> str:
    return "# Transkript\n" + "".join(f"## {question}\n{answer}\n\n" for question, answer in questions)


ASKED = [
    ("Frage 1: Was war da?", '*"Die Schule."*\n\n* auch der Garten'),
    ("Und dann?", "Nichts."),
    ("Wie? Sag.", "So."),
]


def test_questions_and_answers_take_turns() -> None:
    text = built(*ASKED)
    conversation = find_turns(text, "file", markdown=True)
    check_positions(text, conversation.turns)
    assert [turn.speech.of(text) for turn in conversation.turns] == [words for pair in ASKED for words in pair]
    assert [turn.role for turn in conversation.turns] == [Role.INTERVIEWER, Role.INTERVIEWEE] * 3
    assert "which is a guess" in conversation.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        built(*ASKED[:2]),
        built(*ASKED, ("Ergebnis", "a"), ("Ausblick", "b")),
        built(*[(question, "") for question, _ in ASKED]),
        built(("Einleitung", "a"), ("Methode", "b"), ("Ergebnis", "c")),
    ],
)
def test_other_files_are_paragraphs(text: str) -> None:
    assert find_turns(text, "file", markdown=True).speakers == ()
    assert find_turns(built(*ASKED), "file").speakers == ()


def test_headings_and_tables_are_no_paragraphs_of_speech() -> None:
    text = "# Titel\n\n| a | b |\n|---|---|\n\nDas war im Mai.\n\n---\n"
    conversation = find_turns(text, "file", markdown=True)
    assert [turn.speech.of(text) for turn in conversation.turns] == ["Das war im Mai."]
    assert any("gave no turn" in problem.message for problem in conversation.problems)
