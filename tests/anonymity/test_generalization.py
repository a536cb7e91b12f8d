import pytest

from interviews.anonymity.generalization import age_of, generalize, is_bare_year
from interviews.anonymity.labels import language_of
from interviews.anonymity.mention import EntityType

AGE, DATE, OCC, PER = EntityType.AGE, EntityType.DATE, EntityType.OCC, EntityType.PER


@pytest.mark.parametrize(
    ("form", "age"),
    [
        ("43", 43),
        ("neun Jahre alt", 9),
        ("sechsundfünfzig", 56),
        ("elf", 11),
        ("43-jährige", 43),
        ("thirty-six", 36),
        ("38 lat", 38),
        ("dwadzieścia pięć lat", 25),
        ("Mitte vierzig", 40),
        ("1998", None),
        ("alt", None),
    ],
)
def test_ages_are_read_from_figures_and_words(form: str, age: int | None) -> None:
    assert age_of(form) == age


@pytest.mark.parametrize(
    ("kind", "form", "language", "vaguer"),
    [
        (AGE, "43", "de", "[40-49 Jahre]"),
        (AGE, "neun Jahre alt", "de", "[0-9 Jahre]"),
        (AGE, "36", "en", "[30-39 years]"),
        (AGE, "steinalt", "de", None),
        (DATE, "24. Februar 2022", "de", "[2022]"),
        (DATE, "12.04.2023", "de", "[2023]"),
        (DATE, "1958", "de", "[1950er Jahre]"),
        (DATE, "1994 bis 2004", "de", "[1990er Jahre - 2000er Jahre]"),
        (DATE, "1998", "en", "[1990s]"),
        (DATE, "3. März", "de", None),
        (OCC, "Oberbürgermeister", "de", "[lokale Amtsperson]"),
        (OCC, "Kinderärztin", "de", "[Gesundheitsberuf]"),
        (OCC, "Zauberkünstler", "de", None),
        (PER, "Ayşe", "de", None),
    ],
)
def test_vaguer_words(kind: EntityType, form: str, language: str, vaguer: str | None) -> None:
    assert generalize(kind, form, language) == vaguer


@pytest.mark.parametrize(
    ("form", "bare"), [("2014", True), ("seit 2014", True), ("März 2019", False), ("3.4.2019", False)]
)
def test_a_bare_year_is_told_from_a_date(form: str, bare: bool) -> None:
    assert is_bare_year(form) is bare


def test_labels_of_ages_and_dates_follow_the_transcript_and_others_the_project() -> None:
    assert language_of(EntityType.AGE, "pl", "de") == "pl"
    assert language_of(EntityType.DATE, "en", "de") == "en"
    assert language_of(EntityType.DATE, "sv", "de") == "de"
    assert language_of(EntityType.PER, "pl", "de") == "de"
