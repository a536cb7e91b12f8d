"""Numbers with check digits, contacts, addresses, dates and ages: valid ones only."""

import pytest

from interviews.anonymity import EntityType, detect


def of_type(type_: EntityType, text: str, language: str = "de") -> list[str]:
    """The words proposed as one type."""
    return [mention.text for mention in detect(text, language) if mention.type is type_]


def test_an_account_number_needs_its_check_sum() -> None:
    assert of_type(EntityType.ID, "Überweis auf DE89 3704 0044 0532 0130 00 bitte.") == ["DE89 3704 0044 0532 0130 00"]
    assert "DE88 3704 0044 0532 0130 00" not in of_type(
        EntityType.ID, "Überweis auf DE88 3704 0044 0532 0130 00 bitte."
    )


def test_polish_and_british_numbers_need_their_check_digits() -> None:
    assert of_type(EntityType.ID, "Zapisz 44051401359 tutaj.", "pl") == ["44051401359"]
    assert of_type(EntityType.ID, "Zapisz 44051401358 tutaj.", "pl") == []
    assert of_type(EntityType.ID, "It says 943 476 5919 on the card.", "en") == ["943 476 5919"]


@pytest.mark.parametrize(
    "text",
    ["Das kostet 12.500 Euro.", "Wir waren 1994 bis 2004 da.", "Am 12.04.2023 war das.", "In Raum 112 oder 113."],
)
def test_other_numbers_are_no_contacts(text: str) -> None:
    assert of_type(EntityType.CONTACT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Das sind drei Zimmer.",
        "Wir sind zwölf Leute.",
        "Es war elf Uhr.",
        "Mit drei Kindern ist das schwer.",
        "Er ist 40 Euro schuldig.",
    ],
)
def test_counted_things_are_no_ages(text: str) -> None:
    assert of_type(EntityType.AGE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Auf dem Spielplatz und am Parkplatz.",
        "Der Schulweg ist lang.",
        "In der Hauptstraße ist Lärm.",
        "Das Sozialmonitoring fehlt.",
    ],
)
def test_kinds_of_places_are_no_addresses(text: str) -> None:
    assert of_type(EntityType.ADDR, text) == []


def test_small_english_months_are_verbs() -> None:
    assert of_type(EntityType.DATE, "You may march there in May 2019.", "en") == ["May 2019"]
