"""Ordinary words, names that dictionaries list, compounds and gender forms."""

import pytest

from interviews.anonymity.words.dictionary import is_compound, is_explained, is_german_plural, is_ordinary_word


@pytest.mark.parametrize(
    "word", ["Wolf", "Rose", "Lange", "Essen", "Wölfe", "Bewohner*innen", "Nachbar:innen", "KollegInnen", "Handy"]
)
def test_words_of_the_language_are_ordinary(word: str) -> None:
    assert is_ordinary_word(word, "de")


@pytest.mark.parametrize("word", ["Thorsten", "Mehmet", "Sabine", "Hamburg", "Schulte", "Brandt", "Connewitz"])
def test_names_are_not_ordinary_even_where_a_dictionary_lists_them(word: str) -> None:
    assert not is_ordinary_word(word, "de")


@pytest.mark.parametrize(
    "word",
    ["Plattenbau", "Stadtteilkonferenz", "Quartiersfonds", "Städtebauförderung", "Zwangsräumung", "Deutsch-Kurs"],
)
def test_compounds_are_explained(word: str) -> None:
    assert is_explained(word, "de")


@pytest.mark.parametrize("word", ["Stolipinovo", "Kowalczykhaus", "Dumitrescu", "Vonovia"])
def test_names_are_unexplained(word: str) -> None:
    assert not is_explained(word, "de")


def test_other_languages_know_words_and_names_apart() -> None:
    assert is_ordinary_word("price", "en")
    assert is_ordinary_word("wilk", "pl")
    assert not is_ordinary_word("Kowalskiego", "pl")
    assert not is_ordinary_word("anything", "xx")


def test_compounds_and_plurals_are_recognized() -> None:
    assert is_compound("Hausmeisterwohnung")
    assert not is_compound("Haus")
    assert is_german_plural("Wohnungen")
    assert not is_german_plural("Schraube")
