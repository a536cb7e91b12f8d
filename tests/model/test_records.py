"""Records are small, immutable, and never show what must stay in the vault."""

import dataclasses
import time

import pytest

import interviews.model as model
from interviews.model import VOCABULARY, Code, Codebook, Span, Transcript, is_within, new_id, theme_of


def test_a_record_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(1, 2).start = 0  # type: ignore[misc]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_is_none_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_that_meet_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(2, 5))
    assert Span(0, 5).contains(Span(3, 5))


def test_later_identifiers_sort_after_earlier_ones():
    first = [new_id() for _ in range(100)]
    time.sleep(0.002)
    assert first == sorted(first)
    assert new_id() > first[-1]


def test_the_representation_of_a_transcript_shows_neither_text_nor_file():
    shown = repr(Transcript("Ayşe", "I: Wer?\nB: Mehmet.", source="/home/ayse/mehmet.txt"))
    assert "Mehmet" not in shown
    assert "Ayşe" not in shown


def test_a_code_knows_its_place_in_the_hierarchy():
    code = Code("Wohnen/Zugang", labels={"en": "Access"})
    assert (code.name, code.parent, code.theme) == ("Zugang", "Wohnen", "Wohnen")
    assert (code.label("en"), code.label("pl")) == ("Access", "Zugang")
    assert is_within("Wohnen/Zugang", "Wohnen")
    assert not is_within("Wohnende", "Wohnen")
    assert theme_of("Wohnen") == "Wohnen"


def test_a_codebook_finds_its_themes_and_codes():
    book = Codebook("b", 1, (Code("A"), Code("A/B"), Code("C")))
    assert [code.path for code in book.themes] == ["A", "C"]
    assert book.get("A/B") == Code("A/B")
    assert book.get("X") is None


def test_every_term_of_the_vocabulary_is_a_record():
    assert all(hasattr(model, term.record) for term in VOCABULARY)
