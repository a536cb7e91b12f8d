import pytest

from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.generalization import age_of, generalize
from interviews.anonymity.replacing.labels import language_of
from interviews.anonymity.replacing.periods import is_bare_year

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


LOC, ORG = EntityType.LOC, EntityType.ORG


@pytest.mark.parametrize(
    ("form", "language", "vaguer"),
    [
        ("Duisburg", "de", "[Großstadt]"),
        ("Kleve", "de", "[Mittelstadt in Nordrhein-Westfalen]"),
        ("Merzig", "de", "[Mittelstadt im Saarland]"),
        ("Mardin", "de", "[Großstadt (Türkei)]"),
        ("Bradford", "en", "[large city]"),
        ("Łodzi", "pl", "[duże miasto]"),
        ("Neukölln", "de", "[Stadtteil einer Großstadt]"),
        ("Dortmunder Nordstadt", "de", "[Stadtteil einer Großstadt]"),
        ("Nordstadt", "de", "[Stadtteil]"),
        ("Xyzmoor", "de", None),
    ],
)
def test_places_become_their_kind(form: str, language: str, vaguer: str | None) -> None:
    assert generalize(LOC, form, language) == vaguer


def test_the_case_and_the_words_before_tell_what_a_quarter_is() -> None:
    assert generalize(LOC, "Nordstadt", "de", cases=["Dortmund"]) == "[Stadtteil einer Großstadt]"
    assert generalize(LOC, "Xyzmoor", "de", before=["hier im Stadtteil "]) == "[Stadtteil]"
    assert generalize(LOC, "Xyzmoor", "de", before=["aus dem Dorf "], cases=["Kleve"]) == "[Dorf]"
    assert generalize(LOC, "Xyzmoor", "de", before=["Stadtteil ", "Dorf "]) is None
    assert generalize(LOC, "Nordstadt", "de", cases=["Dortmund", "Kleve"]) == "[Stadtteil]"


@pytest.mark.parametrize(
    ("form", "vaguer"),
    [
        ("Grundschule Sandstraße", "[Grundschule]"),
        ("DITIB-Merkez-Moschee", "[Moscheeverein]"),
        ("SV Rhenania", "[Sportverein]"),
        ("Jugendamt", "[Behörde]"),
        ("Wohnungsbaugesellschaft Nord", "[Wohnungsunternehmen]"),
        ("St.-Johann-Kirche", "[Kirchengemeinde]"),
        ("Migrationsberatung der Caritas", "[Beratungsstelle]"),
        ("Runder Tisch e.V.", "[Verein]"),
        ("Blauer Bock", None),
    ],
)
def test_organisations_become_their_kind(form: str, vaguer: str | None) -> None:
    assert generalize(ORG, form, "de") == vaguer


@pytest.mark.parametrize(
    ("form", "language", "vaguer"),
    [
        ("Direktor", "de", "[Leitungsposition]"),
        ("Sozialarbeiterin", "de", "[Beruf der sozialen Arbeit]"),
        ("Stahlarbeiter", "de", "[Beruf in Industrie oder Handwerk]"),
        ("Notarin", "de", "[juristischer Beruf]"),
        ("Busfahrer", "de", "[Beruf in Verkehr und Logistik]"),
        ("vicar", "en", "[religious office]"),
        ("bus driver", "en", "[transport occupation]"),
        ("sołtys", "pl", "[osoba na lokalnym urzędzie]"),
        ("kierowniczka świetlicy", "pl", "[stanowisko kierownicze]"),
    ],
)
def test_occupations_become_their_group(form: str, language: str, vaguer: str) -> None:
    assert generalize(OCC, form, language) == vaguer


@pytest.mark.parametrize(
    ("form", "language", "vaguer"),
    [
        ("12.10.2019", "de", "[Herbst 2019]"),
        ("2019-11-03", "de", "[Herbst 2019]"),
        ("24 February 2022", "en", "[winter 2022]"),
        ("3. maja 2015", "pl", "[wiosna 2015]"),
        ("im März", "de", "[Frühling]"),
        ("2014", "de", "[2010er Jahre]"),
        ("März bis Oktober 2015", "de", "[2015]"),
    ],
)
def test_dates_become_seasons_where_a_profile_says_so(form: str, language: str, vaguer: str) -> None:
    assert generalize(DATE, form, language, seasons=True) == vaguer
