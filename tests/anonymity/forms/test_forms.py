"""Forms of names: what matches, what must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity.forms.forms import is_form, pattern_for, resembles
from interviews.anonymity.mention import EntityType
from interviews.text import fold


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Mehmet", "Mehmets"),
        ("Demir", "DEMIR"),
        ("Hans", "Hans’"),
        ("Yılmaz", "Yilmaz"),
        ("Müller", "Mueller"),
        ("Mueller", "Müller"),
        ("Weiß", "Weiss"),
        ("Lang", "Langens"),
        ("Schulte", "Schultesche"),
        ("Ayşe", "Ayşe'nin"),
        ("Al-Hassan", "Al Hassan"),
        ("Al-Hassan", "Alhassan"),
        ("Krüger-Hoffmann", "Krueger-Hoffmanns"),
    ],
)
def test_persons_are_found_in_german_forms(name: str, form: str) -> None:
    assert pattern_for(name, EntityType.PER, "de").fullmatch(fold(form))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Marxloh", "Marxloher"),
        ("Marxloh", "Marxloh-Projekt"),
        ("Marxloh", "Marxloher*innen"),
        ("Marxloh", "Marxloherin"),
        ("Freiimfelde", "Freiimfelder"),
        ("Oberbarmen", "Oberbarmer"),
        ("Oberbarmer", "Oberbarmen"),
        ("Marxloh", "Alt-Marxloh"),
    ],
)
def test_places_are_found_in_their_derivations(name: str, form: str) -> None:
    assert pattern_for(name, EntityType.LOC, "de").fullmatch(fold(form))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Kowalski", "Kowalskiego"),
        ("Kowalskim", "Kowalski"),
        ("Kowalska", "Kowalskich"),
        ("Nowak", "Nowakowej"),
        ("Zofia", "Zofii"),
        ("Ania", "Ani"),
        ("Marek", "Markiem"),
        ("Oksanie", "Oksana"),
        ("Bałutach", "Bałuty"),
        ("Warnica", "Warnicy"),
        ("Łodzi", "Łódź"),
    ],
)
def test_polish_names_are_found_in_every_case(name: str, form: str) -> None:
    assert pattern_for(name, EntityType.PER, "pl").fullmatch(fold(form))


@pytest.mark.parametrize(
    ("name", "other"), [("Wolf", "Wölfe"), ("Rose", "Rosen"), ("Essen", "Essensgeld"), ("Ali", "Alisa")]
)
def test_other_words_are_no_form(name: str, other: str) -> None:
    assert not pattern_for(name, EntityType.PER, "de").fullmatch(fold(other))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Kowalczykhaus", "Kowalczyk"),
        ("Mohamed", "Mohammed"),
        ("Ahmed", "Ahmet"),
        ("Sergii", "Serhii"),
        ("Pawlovska", "Pawlowska"),
    ],
)
def test_irregular_forms_resemble_a_name(word: str, name: str) -> None:
    assert resembles(word, name, "de")


@pytest.mark.parametrize(
    ("word", "name"), [("Wolle", "Wolf"), ("Haus", "Hans"), ("Bauer", "Sauer"), ("Kinder", "Kindler")]
)
def test_ordinary_words_never_resemble_a_name(word: str, name: str) -> None:
    assert not resembles(word, name, "de")


@given(
    st.text(st.characters(categories=["L"], max_codepoint=0x17F), min_size=2, max_size=12),
    st.sampled_from(["de", "en", "pl"]),
)
def test_every_name_is_a_form_of_itself(name: str, language: str) -> None:
    for type_ in (EntityType.PER, EntityType.LOC, EntityType.ORG):
        assert pattern_for(name, type_, language).fullmatch(fold(name))


_LETTERS = st.text("abeglnorsuüzścąę'-", min_size=1, max_size=8)
_ENDINGS = st.sampled_from(
    ["", "s", "'s", "ens", "er", "erin", "isch", "ler", "en", "owi", "iem", "ski", "skiego", "ianin"]
)


@given(_LETTERS, _LETTERS, _ENDINGS, st.booleans(), st.sampled_from(["de", "en", "pl"]))
def test_a_word_is_a_form_exactly_where_the_pattern_says_so(
    name: str, other: str, ending: str, is_other: bool, language: str
) -> None:
    word = fold((other if is_other else name) + ending)
    for type_ in (EntityType.PER, EntityType.LOC, EntityType.ORG):
        assert is_form(word, name, type_, language) == bool(pattern_for(name, type_, language).fullmatch(word))


@given(st.text(max_size=20), st.sampled_from(["de", "en", "pl", "xx"]))
def test_any_text_makes_a_pattern(name: str, language: str) -> None:
    assert not pattern_for(name, EntityType.PER, language).fullmatch("")
