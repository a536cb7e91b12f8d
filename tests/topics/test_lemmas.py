"""Only words that carry content become terms."""

import pytest

from interviews.topics.lemmas import has_lemmas, has_stop_words, lemmas


def test_inflected_words_become_one_lemma():
    assert lemmas("Die Wohnungen, der Wohnung", "de") == ["Wohnung", "Wohnung"]
    assert lemmas("apartments and the apartment", "en") == ["apartment", "apartment"]


@pytest.mark.parametrize(
    "form", ["Bewohner*innen", "Bewohner:innen", "Bewohner_innen", "Bewohner/-innen", "BewohnerInnen"]
)
def test_gender_neutral_forms_stay_one_word(form):
    assert lemmas(f"die {form} hier", "de") == ["Bewohner*in"]


def test_a_feminine_form_and_a_word_in_in_are_not_taken_for_neutral_forms():
    assert lemmas("Bewohnerin Medizin Berlin", "de") == ["Bewohnerin", "Medizin", "Berlin"]


def test_marks_and_placeholders_are_no_words():
    assert lemmas("Wohnung (lacht) ((holt Luft)) (...) [Person 3] <unv.>", "de") == ["Wohnung"]
    assert lemmas("Eine Frau und Frau [Person 50], Herrn [Person 2]", "de") == ["Frau"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ähm, ja, also genau, das ist halt eigentlich so, ne?", "de"),
        ("Well, um, I mean, you know, it's kind of like that, yeah.", "en"),
        ("No tak, wie pani, to znaczy właśnie tak jakby.", "pl"),
    ],
)
def test_talk_without_content_gives_nothing(text, language):
    assert lemmas(text, language) == []


def test_a_language_without_resources_keeps_its_words():
    assert lemmas("qwerty zuiop", "xx") == ["qwerty", "zuiop"]
    assert not has_lemmas("xx")
    assert not has_stop_words("xx")
