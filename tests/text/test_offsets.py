"""Positions in other units lead back to the same code point."""

import pytest
from hypothesis import given

from interviews.model import Role, Span, Turn
from interviews.text import Offsets, Place, turn_at, turns_in
from tests.strategies import texts, texts_with_spans


@given(texts_with_spans())
def test_utf16_positions_cut_the_same_words(case):
    text, span = case
    offsets = Offsets(text)
    encoded = text.encode("utf-16-le")
    start, end = offsets.to_utf16(span.start), offsets.to_utf16(span.end)
    assert encoded[2 * start : 2 * end].decode("utf-16-le") == span.of(text)
    assert Span(offsets.from_utf16(start), offsets.from_utf16(end)) == span


@given(texts_with_spans())
def test_byte_positions_cut_the_same_words(case):
    text, span = case
    offsets = Offsets(text)
    start, end = offsets.to_bytes(span.start), offsets.to_bytes(span.end)
    assert text.encode()[start:end].decode() == span.of(text)
    assert Span(offsets.from_bytes(start), offsets.from_bytes(end)) == span


@given(texts_with_spans())
def test_line_and_column_lead_back(case):
    text, span = case
    offsets = Offsets(text)
    place = offsets.to_place(span.start)
    assert offsets.from_place(place) == span.start
    assert text.split("\n")[place.line - 1][: place.column - 1] == text[: span.start].split("\n")[-1]


@given(texts)
def test_positions_beyond_the_text_are_refused(text):
    with pytest.raises(ValueError, match="characters, not"):
        Offsets(text).to_utf16(len(text) + 1)


def test_the_middle_of_a_surrogate_pair_is_no_position():
    with pytest.raises(ValueError, match="no character begins"):
        Offsets("a👍b").from_utf16(2)


def test_a_line_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="2 lines"):
        Offsets("a\nb").from_place(Place(3, 1))


TURNS = (
    Turn(1, Span(3, 8), "I", Role.INTERVIEWER, label=Span(0, 2)),
    Turn(2, Span(12, 20), "B", Role.INTERVIEWEE, label=Span(9, 11)),
)


def test_a_position_in_label_or_speech_belongs_to_its_turn():
    assert turn_at(TURNS, 0) is TURNS[0]
    assert turn_at(TURNS, 7) is TURNS[0]
    assert turn_at(TURNS, 8) is None
    assert turn_at(TURNS, 12) is TURNS[1]
    assert turn_at(TURNS, 20) is None


def test_a_span_meets_the_turns_whose_speech_it_shares():
    assert turns_in(TURNS, Span(5, 13)) == list(TURNS)
    assert turns_in(TURNS, Span(8, 12)) == []
    assert turns_in(TURNS, Span(12, 12)) == []
