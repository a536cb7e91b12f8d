"""Matching happens on a folded copy; its matches lead back to the text."""

import unicodedata

from hypothesis import given

from interviews.text import Folded, fold
from tests.strategies import texts


def test_a_name_without_its_diacritics_folds_to_the_same():
    assert fold("Yılmaz") == fold("YILMAZ") == "yilmaz"
    assert fold("Łódź") == "lodz"
    assert fold("Straße") == "strasse"


def test_a_match_in_a_decomposed_text_takes_its_combining_marks():
    text = unicodedata.normalize("NFD", "bei Müşü da")
    folded = Folded(text)
    start = folded.text.index("musu")
    assert unicodedata.normalize("NFC", folded.span(start, start + 4).of(text)) == "Müşü"


@given(texts)
def test_every_folded_stretch_comes_from_inside_the_text(text):
    folded = Folded(text)
    for start in range(len(folded.text)):
        span = folded.span(start, start + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert folded.text[start] in Folded(span.of(text)).text


@given(texts)
def test_a_text_is_folded_character_by_character(text):
    assert Folded(text).text == "".join(fold(char) for char in text)
