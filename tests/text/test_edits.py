"""Spans travel through replacements in both directions and never land elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.model import Span
from interviews.text import Change, Edit, Edits, between
from tests.strategies import edited_texts, edits_of, texts


def test_a_span_after_a_replacement_keeps_its_words():
    text = "Mehmets Schule ist um die Ecke"
    edits = Edits(len(text), [Edit(Span(0, 6), "[Person 1]")])
    school = Span(8, 14)
    moved = edits.forward(school)
    assert moved.change is Change.KEPT
    assert moved.span.of(edits.apply(text)) == "Schule"


def test_a_span_that_cuts_a_name_takes_the_whole_pseudonym():
    text = "bei Mehmet zu Hause"
    edits = Edits(len(text), [Edit(Span(4, 10), "[Person 1]")])
    moved = edits.forward(Span(7, 13))
    assert moved.change is Change.CHANGED
    assert moved.span.of(edits.apply(text)) == "[Person 1] zu"


def test_a_span_inside_a_pseudonym_goes_back_to_the_whole_name():
    text = "bei Mehmet zu Hause"
    edits = Edits(len(text), [Edit(Span(4, 10), "[Person 1]")])
    assert edits.back(Span(6, 8)).span.of(text) == "Mehmet"


def test_a_span_whose_words_are_deleted_is_lost():
    edits = Edits(10, [Edit(Span(2, 6), "")])
    assert edits.forward(Span(3, 5)).change is Change.LOST


def test_an_insertion_at_the_border_of_a_span_stays_outside_and_one_within_joins_it():
    edits = Edits(6, [Edit(Span(2, 2), "ab"), Edit(Span(4, 4), "cd")])
    assert edits.forward(Span(2, 4)).span == Span(4, 6)
    assert edits.forward(Span(1, 5)).span == Span(1, 9)


def test_overlapping_edits_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        Edits(10, [Edit(Span(1, 4), "x"), Edit(Span(3, 5), "y")])


def test_edits_refuse_a_text_they_do_not_belong_to():
    with pytest.raises(ValueError, match="belong to a text of 3 characters"):
        Edits(3, []).apply("four")


@given(edited_texts())
def test_an_untouched_span_keeps_exactly_its_words_and_comes_back(case):
    text, edits, span = case
    moved = edits.forward(span)
    if moved.change is Change.KEPT:
        assert moved.span.of(edits.apply(text)) == span.of(text)
    touched = any(edit.span.overlaps(span) for edit in edits)
    if touched:
        assert moved.change is not Change.KEPT
    if moved.change is Change.KEPT and len(span):
        assert edits.back(moved.span).span == span


@given(edited_texts())
def test_a_touched_span_comes_back_to_at_least_where_it_was(case):
    _, edits, span = case
    moved = edits.forward(span)
    assert moved.span.end <= edits.new_length
    # What was deleted at its border left no trace in the new text, so a span cannot get it back.
    leaves_a_trace = all(edit.replacement for edit in edits if edit.span.overlaps(span))
    if len(span) and moved.change is Change.CHANGED and leaves_a_trace:
        assert edits.back(moved.span).span.contains(span)


@given(edited_texts())
def test_the_inverse_restores_the_text(case):
    text, edits, _ = case
    assert edits.inverse(text).apply(edits.apply(text)) == text


@given(edited_texts())
def test_two_spans_in_order_stay_in_order(case):
    text, edits, span = case
    before, after = Span(0, span.start), Span(span.end, len(text))
    assert edits.forward(before).span.start <= edits.forward(span).span.start <= edits.forward(after).span.end


@given(st.data())
def test_between_leads_from_one_result_to_the_other(data):
    text = data.draw(texts)
    one, other = data.draw(edits_of(text)), data.draw(edits_of(text))
    assert between(one, other, text).apply(one.apply(text)) == other.apply(text)


@given(st.data())
def test_between_a_result_and_itself_changes_nothing(data):
    text = data.draw(texts)
    one = data.draw(edits_of(text))
    assert len(between(one, one, text)) == 0
