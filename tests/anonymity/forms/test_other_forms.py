"""Names in other spellings, short, by letters, by initials and in other scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity.forms.nicknames import is_cut, is_end, is_nickname, nicknames
from interviews.anonymity.forms.spelled import read_letters
from interviews.anonymity.forms.spellings import is_spelling, sound
from interviews.anonymity.forms.transliteration import sounds
from interviews.anonymity.linking.person_hints import is_abbreviated, may_name
from interviews.text import fold


@pytest.mark.parametrize(
    ("word", "other"),
    [("serhii", "sergej"), ("schewtschenko", "shevchenko"), ("mohammed", "muhamad"), ("alexandra", "oleksandra")],
)
def test_spellings_of_one_name_are_known(word: str, other: str) -> None:
    assert is_spelling(word, other)


@pytest.mark.parametrize(("word", "other"), [("maria", "marta"), ("jan", "jana"), ("kemal", "kamil")])
def test_different_names_are_no_spellings(word: str, other: str) -> None:
    assert not is_spelling(word, other)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("kasia", "katarzyna"), ("bill", "william"), ("shabs", "shabana"), ("mo", "mohamed"), ("hotte", "horst"),
        ("daggi", "dagmar"), ("gülo", "gulsen"), ("seyfo", "seyfettin"), ("ljoscha", "alexej"),
        ("katrusja", "kateryna"),
        ("ziuta", "jozefa"), ("radzio", "radoslaw"), ("dule", "dusan"), ("nelu", "ioan"), ("pepe", "jose"),
        ("takis", "panagiotis"), ("hamoudi", "mahmoud"), ("gaz", "gareth"), ("pablito", "pablo"),
    ],
)  # fmt: skip
def test_nicknames_are_known(short: str, full: str) -> None:
    assert is_nickname(fold(short), full)


@pytest.mark.parametrize(("rest", "full"), [("lena", "magdalena"), ("bastian", "sebastian"), ("linde", "rosalinde")])
def test_the_end_of_a_name_may_be_meant_for_all_of_it(rest: str, full: str) -> None:
    assert is_end(rest, full)
    assert not is_end(full, full)


@given(st.text("abcdeiklmnorstu", min_size=2, max_size=12), st.text("abcdeiklmnorstu", min_size=2, max_size=8))
def test_a_pet_name_made_by_rule_shares_three_letters_with_its_name(full: str, short: str) -> None:
    assert not is_cut(short, full) or short[:3] == full[:3]
    assert not is_end(short, full) or len(short) < len(full)


def test_a_name_is_no_nickname_of_itself() -> None:
    assert "hans" not in nicknames("hans")
    assert not is_nickname("anna", "anna")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ahmad", "أحمد"),
        ("Ahmad", "ولأحمد"),
        ("Mohammed", "بمحمد"),
        ("Al-Hassan", "الحسن"),
        ("Serhii", "Сергієм"),
        ("Petrow", "Петровым"),
        ("Charkiw", "Харкові"),
        ("Miriam", "מרים"),
    ],
)
def test_a_name_sounds_alike_in_two_scripts(name: str, written: str) -> None:
    assert not sounds(name).isdisjoint(sounds(written))


@pytest.mark.parametrize(("name", "written"), [("Hamid", "أحمد"), ("Karim", "محمد"), ("Olena", "Коваленко")])
def test_different_names_do_not_sound_alike(name: str, written: str) -> None:
    assert sounds(name).isdisjoint(sounds(written))


@given(st.text(min_size=1, max_size=20))
def test_any_word_has_sounds_without_failing(word: str) -> None:
    assert isinstance(sounds(word), frozenset)
    assert isinstance(sound(fold(word)), str)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("M-Ü-L-L-E-R", "muller"),
        ("Em Ü el el e er", "muller"),
        ("Em-Ü-Doppel-El-E-Er", "muller"),
        ("Nordpol Otto Wilhelm Anton Kaufmann", "nowak"),
        ("Anna Maria Otto", ""),
        ("Müller", ""),
    ],
)
def test_spelled_letters_are_read(written: str, read: str) -> None:
    assert read_letters(written) == read


def test_initials_fit_names_in_their_order() -> None:
    assert may_name(["m", "t"], ["michael", "tannhof"], "de")
    assert is_abbreviated(["m", "tannhof"], ["michael", "tannhof"])
    assert not is_abbreviated(["k", "tannhof"], ["michael", "tannhof"])
