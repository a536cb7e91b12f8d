"""Finders that users bring along join ours, and cannot harm them."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity import Seen, detect, join, propose
from interviews.anonymity.finders.page import Page
from interviews.errors import MisuseError
from interviews.model import Span, Transcript
from tests.strategies import texts

TEXT = "I: Und dann?\nB: Da kam die Besenkammer, also die vom Amt, und Ayşe Yılmaz."


def besen(text, language):
    """Finds one word."""
    start = text.index("Besenkammer")
    return [Seen(start, start + len("Besenkammer"), "PERSON", 0.8, "everybody calls her so")]


def test_what_a_function_sees_joins_with_its_name_reason_and_score():
    (found,) = (mention for mention in detect(TEXT, "de", finders=[join(besen)]) if mention.finder == "besen")
    assert (found.text, found.type, found.reason, found.score) == ("Besenkammer", "PER", "everybody calls her so", 0.8)


def test_what_it_sees_once_is_searched_in_every_interview():
    other = Transcript("z", "B: Das sagt die Besenkammer auch.", language="de", id="2")
    found = propose([Transcript("a", TEXT, language="de", id="1"), other], finders=[join(only_in(TEXT))])
    entities = [one for one in found.entities if one.name == "Besenkammer"]
    assert {mention.transcript for one in entities for mention in one.mentions} == {"1", "2"}


def only_in(here):
    return lambda text, language: besen(text, language) if text == here else []


def test_it_sees_the_text_as_read_and_its_positions_are_over_that():
    decomposed = unicodedata.normalize("NFD", TEXT)
    assert decomposed != TEXT
    seen = []

    def remember(text, language):
        seen.append(text)
        return besen(text, language)

    (found,) = (mention for mention in detect(decomposed, "de", finders=[join(remember)]) if mention.score == 0.8)
    assert seen == [decomposed]
    assert found.span.of(decomposed) == "Besenkammer"


@given(texts, st.data())
def test_a_span_of_the_text_is_within_its_place_on_the_page(text, data):
    text = unicodedata.normalize("NFD", text)
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    page = Page(text, "de")
    assert page.span(*page.place(span)).contains(span)
    end = data.draw(st.integers(1, len(page.text)))
    begin = data.draw(st.integers(0, end - 1))
    again = page.place(page.span(begin, end)) if page.span(begin, end) else (begin, end)
    assert again[0] <= begin
    assert end <= again[1]


def fails(text, language):
    """Quotes the text in its complaint, as libraries do."""
    raise RuntimeError(text)


def fails_late(text, language):
    yield from besen(text, language)
    raise KeyError(text)


WRONG = {
    "it stops": (fails, "stopped by RuntimeError (2×)"),
    "no list": (lambda text, language: None, "stopped by TypeError (2×)"),
    "beyond the end": (lambda text, language: [Seen(3, 10_000, "PER")], "positions outside of the text left out (2×)"),
    "before it": (
        lambda text, language: [Seen(-2, 3, "PER")],
        "positions outside of the text left out (2×)",
    ),
    "nothing in it": (lambda text, language: [Seen(3, 3, "PER")], "positions outside of the text left out (2×)"),
    "no numbers": (lambda text, language: [Seen("3", 5.0, "PER")], "positions outside of the text left out (2×)"),
    "an odd type": (lambda text, language: [Seen(3, 6, "ANIMAL")], "the type ANIMAL is not known and left out (2×)"),
    "words as a type": (lambda text, language: [Seen(3, 6, text)], "a type that is not known left out (2×)"),
    "no type": (lambda text, language: [Seen(3, 6, None)], "a type that is not known left out (2×)"),
    "an odd score": (lambda text, language: [Seen(3, 6, "PER", 7)], "a score that is not from 0 to 1 left out (2×)"),
    "something else": (lambda text, language: [text], "returned something other than Seen(start, end, type) (2×)"),
}


@pytest.mark.parametrize(("finder", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_it_does_wrong_is_one_problem_and_the_others_go_on(finder, told):
    joined = join(finder)
    alone = detect(TEXT, "de")
    for _ in range(2):
        assert detect(TEXT, "de", finders=[joined, join(besen)]) == detect(TEXT, "de", finders=[join(besen)])
    assert any("Yılmaz" in mention.text for mention in alone)
    assert told in str(joined.problem)
    assert "Yılmaz" not in str(joined.problem)


def test_what_it_saw_before_it_stopped_counts():
    joined = join(fails_late)
    assert any(mention.text == "Besenkammer" for mention in detect(TEXT, "de", finders=[joined]))
    assert "KeyError" in str(joined.problem)


def test_a_finder_without_faults_has_no_problem():
    joined = join(besen)
    detect(TEXT, "de", finders=[joined])
    assert joined.problem is None


@pytest.mark.parametrize("thing", [3, None, ["a"]])
def test_what_is_no_finder_is_refused(thing):
    with pytest.raises(MisuseError, match="A finder is a function"):
        join(thing)


@pytest.mark.parametrize("name", ["de_core_news_xxl", "a/folder/that/is/not/there", Path("nowhere")])
def test_a_model_that_is_not_there_is_told_with_what_to_install(name):
    with pytest.raises(MisuseError, match="spacy download"):
        join(name)


def test_a_folder_that_holds_no_pipeline_is_told(tmp_path):
    with pytest.raises(MisuseError, match="cannot be loaded as a spaCy pipeline"):
        join(tmp_path)
