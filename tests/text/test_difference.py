"""Two texts are compared by words: the edits are exact, and what stands in both is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.model import Span
from interviews.text import Change, compose, difference, likeness
from tests.strategies import edited_texts, edits_of, texts

TALK = "I: Wie war das?\n\nB: Das war schön.\n\nI: Und dann?\n\nB: Dann sind wir umgezogen.\n"


@given(texts, texts)
def test_the_edits_make_the_new_text_exactly(old, new):
    assert difference(old, new).apply(old) == new


@given(edited_texts())
def test_the_edits_of_a_slightly_changed_text_make_it_exactly(case):
    text, edits, _ = case
    new = edits.apply(text)
    assert difference(text, new).apply(text) == new
    assert len(difference(text, text)) == 0


@given(
    st.lists(st.sampled_from(["ja", "ja\n", "nein. ", "\n", "I: ", "Mu\u0308ller ", "👍🏽 "]), max_size=40), st.data()
)
def test_a_span_over_untouched_words_keeps_them(words, data):
    text = "".join(words)
    new = data.draw(edits_of(text)).apply(text)
    edits = difference(text, new)
    start = data.draw(st.integers(0, len(text)))
    moved = edits.forward(Span(start, data.draw(st.integers(start, len(text)))))
    if moved.change is Change.KEPT:
        assert moved.span.of(new) in text


def test_one_corrected_word_is_one_replacement_and_the_turns_around_it_stay():
    edits = difference(TALK, TALK.replace("schön", "schöner"))
    assert [(edit.span.of(TALK), edit.replacement) for edit in edits] == [("schön", "schöner")]


def test_a_turn_put_in_and_one_taken_out_touch_no_other():
    new = TALK.replace("I: Und dann?\n\n", "").replace("I: Wie", "I: Guten Tag.\n\nI: Wie")
    edits = difference(TALK, new)
    assert edits.apply(TALK) == new
    for words in ("Wie war das?", "Das war schön.", "Dann sind wir umgezogen."):
        start = TALK.index(words)
        moved = edits.forward(Span(start, start + len(words)))
        assert (moved.change, moved.span.of(new)) == (Change.KEPT, words)


def test_a_decomposed_letter_is_no_border_between_words():
    old, new = "bei Mu\u0308ller zu Hause", "bei Mo\u0308ller zu Hause"
    assert [edit.span.of(old) for edit in difference(old, new)] == ["Mu\u0308ller"]


def test_a_rewritten_line_is_one_replacement_that_ends_with_the_line():
    old, new = "B: alpha beta gamma\nI: Ja?\n", "B: eins zwei drei\nI: Ja?\n"
    assert [edit.span.of(old) for edit in difference(old, new)] == ["alpha beta gamma"]


HOSTILE = {
    "one line of one letter": ("a" * 200_000, "a" * 199_999),
    "empty lines": ("\n" * 100_000, "\n" * 90_000 + "x"),
    "the same two words": ("ja nein " * 40_000, "nein ja " * 40_001),
    "nothing in common": ("ja " * 60_000, "no. " * 60_000),
    "turned round": ("\n".join(map(str, range(50_000))), "\n".join(map(str, range(50_000, 0, -1)))),
}


@pytest.mark.parametrize(("old", "new"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_compared_exactly(old, new):
    assert difference(old, new).apply(old) == new


@given(edited_texts(), st.data())
def test_two_rounds_of_edits_at_once_do_what_they_do_one_after_the_other(case, data):
    text, first, span = case
    middle = first.apply(text)
    second = data.draw(edits_of(middle))
    both = compose(first, second, text)
    assert both.apply(text) == second.apply(middle)
    step = first.forward(span)
    if step.change is Change.KEPT and second.forward(step.span).change is Change.KEPT and len(span):
        moved = both.forward(span)
        assert moved.change is Change.KEPT
        assert moved.span.of(both.apply(text)) == span.of(text)


def test_texts_of_one_interview_are_alike_and_those_of_two_are_not():
    assert likeness(TALK, TALK.replace("schön", "schwer")) > 0.5
    assert likeness(TALK, "I: Wo arbeiten Sie jetzt?\n\nB: Im Hafen, seit vier Jahren schon.\n") < 0.1
    assert likeness("", "") == 1
    assert likeness("", "ja") == 0
