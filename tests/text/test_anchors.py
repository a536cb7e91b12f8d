"""Describing and locating a passage are inverses."""

import pytest
from hypothesis import given

from interviews.model import Span
from interviews.text import describe, locate
from tests.strategies import texts_with_spans


@given(texts_with_spans())
def test_a_passage_is_found_where_it_was_described(case):
    text, span = case
    assert locate(text, describe(text, span)) == span


def test_of_two_equal_passages_the_one_with_the_same_surroundings_is_found():
    text = "Ich sage: nein. Und er sagt: nein. Immer."
    second = Span(29, 33)
    assert locate("Vorweg. " + text, describe(text, second)) == second.shift(8)


def test_a_passage_with_a_corrected_word_is_found():
    text = "I: Und?\nB: Wir haben dreisig Wohnungen angeguckt.\n"
    passage = Span(11, 49)
    corrected = text.replace("dreisig", "dreißig")
    found = locate(corrected, describe(text, passage))
    assert found is not None
    assert found.of(corrected).startswith("Wir haben dreißig")


def test_a_passage_that_is_gone_is_not_guessed():
    assert locate("Etwas völlig anderes steht hier.", describe("Wir sind umgezogen.", Span(0, 19))) is None


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="the span ends at 9"):
        describe("kurz", Span(0, 9))
