"""A passage is known again by its words in a row, however it is set."""

from hypothesis import given
from hypothesis import strategies as st

from interviews.text import Runs, words_of
from tests.strategies import texts

TEXT = "B: Der Papagei pfeift morgens die Hymne, und alle Nachbarn singen mit."


def test_a_quote_is_known_without_regard_to_case_marks_and_line_ends() -> None:
    runs = Runs([TEXT])
    assert runs.stands_in("Sie sagt: „… pfeift MORGENS die\nHymne – und alle …“")
    assert not runs.stands_in("Der Papagei pfeift abends die Hymne, und alle singen.")


def test_what_another_text_says_too_is_no_run() -> None:
    assert not Runs([TEXT], [f"x {TEXT}"])
    assert len(Runs([TEXT], ["Papagei pfeift morgens die Hymne"])) == len(Runs([TEXT])) - 1


def test_runs_that_were_written_down_are_the_same_runs() -> None:
    assert list(Runs(Runs([TEXT]))) == list(Runs([TEXT]))


def test_letters_with_marks_of_their_own_are_the_same_letters() -> None:
    assert words_of("Ło\u0301dź ﬁel") == words_of("Łódź fiel")


@given(before=texts, text=texts, after=texts)
def test_a_text_with_enough_words_stands_in_whatever_holds_it(before: str, text: str, after: str) -> None:
    runs = Runs([text])
    assert runs.stands_in(f"{before} {text} {after}") == bool(runs)


@given(st.text(), st.text())
def test_no_run_of_a_text_is_left_when_the_other_text_holds_it(text: str, other: str) -> None:
    assert not Runs([text], [f"{text} {other}"])
