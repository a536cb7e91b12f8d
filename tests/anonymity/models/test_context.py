"""What comes with the package reads the context: it adds to what the finders saw and doubts it, but never the user."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.anonymity import EntityType, Gazetteer, Seen, detect, join
from interviews.anonymity.finders.page import Page
from interviews.anonymity.models.context import FINDER, REASON, context_tagger
from interviews.anonymity.models.traits import traits_of
from tests.anonymity.by_rules import found_by_rules
from tests.strategies import texts

TALK = (
    "I: Wer wohnt noch bei Ihnen im Haus?\n"
    "B: Oben wohnt die Zwetka, und neben mir der Bulat mit seiner Familie. Mit Bulat spiele ich Karten.\n"
    "I: Und wo treffen Sie sich?\nB: Immer in der Kneipe, die heißt Blauer Anker. Oder in der Krone bei Zilinski.\n"
)


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_the_tagger_of_a_language_is_there_and_of_this_version(language: str) -> None:
    assert context_tagger(language) is not None


def test_another_language_is_searched_without() -> None:
    assert context_tagger("fr") is None
    assert [mention.text for mention in detect("Je suis Monsieur Yılmaz, 0170 5551234.", "fr")]


def test_what_no_list_knows_is_added_with_its_reason() -> None:
    found = detect(TALK, "de")
    assert {"Krone", "Zilinski"} <= {mention.text for mention in found}
    added = [mention for mention in found if mention.finder == FINDER]
    assert added
    assert {mention.reason for mention in added} == {REASON}


def test_what_only_looks_like_an_occupation_that_identifies_is_dropped() -> None:
    text = "B: Mein Opa war noch Küfer, und dann war Schluss."
    assert "Küfer" in found_by_rules(text, "de")
    assert detect(text, "de") == []


def test_what_the_study_names_is_never_doubted() -> None:
    text = "B: Mein Opa war noch Küfer, und dann war Schluss."
    gazetteer = Gazetteer.of([("Küfer", "ORG")])
    assert [(one.text, one.type) for one in detect(text, "de", gazetteer=gazetteer)] == [("Küfer", EntityType.ORG)]
    assert [(one.text, one.type) for one in detect(text, "de", known=["Küfer"])] == [("Küfer", EntityType.PER)]


def test_what_a_finder_of_the_user_saw_is_never_doubted() -> None:
    def barrel(text: str, language: str) -> list[Seen]:
        start = text.index("Schluss")
        return [Seen(start, start + len("Schluss"), "ORG", 0.5, "a test")]

    text = "B: Mein Opa war noch Küfer, und dann war Schluss."
    (found,) = detect(text, "de", finders=[join(barrel)])
    assert (found.text, found.finder) == ("Schluss", "barrel")


def test_two_names_on_either_side_of_a_full_stop_stay_two() -> None:
    texts = [mention.text for mention in detect("B: Da kam Ayşe Yılmaz. Ibrahim Demir kam auch.", "de")]
    assert texts == ["Ayşe Yılmaz", "Ibrahim Demir"]


def test_the_first_word_of_a_sentence_is_no_part_of_what_follows() -> None:
    text = (
        "I: Wie lange leben Sie hier?\nB: Seit achtundneunzig, da bin ich mit meinem Mann aus Thessaloniki gekommen.\n"
    )
    assert [mention.text for mention in detect(text, "de")] == ["achtundneunzig", "Thessaloniki"]


@settings(max_examples=40, deadline=None)
@given(texts, st.sampled_from(["de", "en", "pl"]))
def test_whatever_is_read_is_as_probable_as_can_be(text: str, language: str) -> None:
    tagger, page = context_tagger(language), Page(text, language)
    assert tagger is not None
    probabilities = tagger.probabilities(traits_of(page, [], []))
    assert probabilities.shape == (len(page.words), len(tagger.types))
    sums = probabilities.sum(axis=1)
    assert all(abs(one) < 1e-6 or abs(one - 1) < 1e-6 for one in sums)
