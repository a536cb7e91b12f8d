"""Words as dialects write them are words, and no names."""

import pytest

from interviews.anonymity.words.dialect import is_dialect_of_a_word, is_in_dialect


@pytest.mark.parametrize("word", ["Vadder", "Johr", "Unnerkunft", "Kuche", "Hausle"])
def test_a_word_of_a_dialect_is_told_from_a_name(word: str) -> None:
    assert is_dialect_of_a_word(word)


@pytest.mark.parametrize("word", ["Vater", "Jahr", "Gülnihal", "Brömmelkamp", "Ab", ""])
def test_words_of_the_dictionary_and_names_are_none(word: str) -> None:
    assert not is_dialect_of_a_word(word)


def test_a_text_is_in_dialect_by_its_small_words() -> None:
    assert is_in_dialect("mir hend des net gwisst ond no isch er komma".split())
    assert not is_in_dialect("wir haben das nicht gewusst und dann ist er gekommen".split())
    assert not is_in_dialect([])
