"""A citation id belongs to one passage and to no other."""

from hypothesis import given

from interviews.model import Span, Transcript
from interviews.quotes import citation_id
from tests.quotes.study import LINES, NORTH, transcript
from tests.strategies import texts_with_spans


def at(words, of=NORTH, after=0):
    start = of.text.index(words, after)
    return Span(start, start + len(words))


def test_the_id_names_the_transcript_and_the_turn():
    assert citation_id(NORTH, at("Gut."), 2) == "nord-1:2-4557868c"


def test_the_id_stays_when_other_turns_change():
    longer = transcript(lines=[("I", LINES[0][1], "Erzählen Sie doch bitte einmal."), *LINES[1:]])
    assert citation_id(longer, at("Gut.", longer), 2) == citation_id(NORTH, at("Gut."), 2)


def test_the_same_words_twice_in_one_turn_have_two_ids():
    first = at("Miete ist hoch")
    assert citation_id(NORTH, first, 2) != citation_id(NORTH, at("Miete ist hoch", after=first.end), 2)


@given(texts_with_spans())
def test_any_words_have_an_id(case):
    text, span = case
    assert citation_id(Transcript("x", text), span, 1) == citation_id(Transcript("x", text), span, 1)
