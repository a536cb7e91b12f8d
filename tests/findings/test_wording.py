import datetime
import string

import pytest

from interviews.errors import MisuseError
from interviews.findings.phrases import COLUMNS, COUNTS, PHRASES
from interviews.findings.wording import Wording


def test_every_language_has_every_phrase():
    for spoken in (PHRASES, COUNTS, COLUMNS):
        assert len({frozenset(phrases) for phrases in spoken.values()}) == 1


def test_a_phrase_asks_for_the_same_values_in_every_language():
    def asked(phrase):
        return {name.removeprefix("n_") for _, name, _, _ in string.Formatter().parse(phrase) if name}

    for name in PHRASES["de"]:
        assert len({frozenset(asked(phrases[name])) for phrases in PHRASES.values()}) == 1, name


def test_numbers_dates_and_plurals_follow_the_language():
    german, english, polish = Wording("de"), Wording("en"), Wording("pl")
    assert (german.number(12345), english.number(12345)) == ("12.345", "12,345")
    assert (german.number(0.5, 2), english.number(0.5, 2)) == ("0,50", "0.50")
    assert german.date(datetime.date(2026, 5, 4)) == "4. Mai 2026"
    assert german.count("passages", 1) == "1 Textstelle"
    assert [polish.count("passages", n) for n in (1, 2, 5, 22, 112)] == [
        *("1 fragment", "2 fragmenty", "5 fragmentów", "22 fragmenty", "112 fragmentów"),
    ]


def test_another_language_is_refused_with_those_there_are():
    with pytest.raises(MisuseError, match="de, en, pl"):
        Wording("fr")


def test_a_figure_that_rounds_to_nothing_has_no_sign():
    assert Wording("en").number(-0.004, 2) == "0.00"
