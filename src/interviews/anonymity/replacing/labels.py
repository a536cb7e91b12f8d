"""The words in brackets that stand for what was taken out, in the project's language."""

import re

from interviews.anonymity.mention import EntityType

_WORDS: dict[str, dict[str, str]] = {
    "de": {
        "PER": "Person", "FAMILY": "Familie", "LOC": "Ort", "ORG": "Organisation", "ADDR": "Adresse", "OCC": "Beruf",
        "PHONE": "Telefonnummer", "MAIL": "E-Mail-Adresse", "WEB": "Internetadresse", "DATE": "Datum",
        "AGE": "Alter", "ID": "Kennnummer", "YEARS": "Jahre", "DECADE": "{}er Jahre",
    },
    "en": {
        "PER": "Person", "FAMILY": "Family", "LOC": "Place", "ORG": "Organisation", "ADDR": "Address",
        "OCC": "Occupation", "PHONE": "Phone number", "MAIL": "E-mail address", "WEB": "Web address", "DATE": "Date",
        "AGE": "Age", "ID": "Reference number", "YEARS": "years", "DECADE": "{}s",
    },
    "pl": {
        "PER": "Osoba", "FAMILY": "Rodzina", "LOC": "Miejsce", "ORG": "Organizacja", "ADDR": "Adres", "OCC": "Zawód",
        "PHONE": "Numer telefonu", "MAIL": "Adres e-mail", "WEB": "Adres internetowy", "DATE": "Data",
        "AGE": "Wiek", "ID": "Numer", "YEARS": "lat", "DECADE": "lata {}.",
    },
}  # fmt: skip
# One number tells a phone from the next to nobody, and interviews are not coded by it.
_UNNUMBERED = {"PHONE", "MAIL", "WEB", "DATE", "AGE", "ID"}
DELETED = "[…]"
# What this module and generalization.py put in brackets: these passages are never detected again.
BRACKETS = re.compile(r"\[[^\[\]\n]{1,60}\]")


def language_of(entity_type: EntityType, transcript: str, project: str) -> str:
    """The language for a label: ages and dates are read within their sentence, names and places across the project."""
    within = entity_type in (EntityType.AGE, EntityType.DATE) and transcript in _WORDS
    return transcript if within else project


def word(kind: str, language: str) -> str:
    """The label word of a kind in a language; English where the language is not known."""
    return _WORDS.get(language, _WORDS["en"])[kind]


def label(entity_type: EntityType, number: int, form: str, language: str, *, family: bool = False) -> str:
    """What stands for an entity: `[Person 3]`, `[Telefonnummer]`."""
    kind = _kind(entity_type, form, family)
    return f"[{word(kind, language)}]" if kind in _UNNUMBERED else f"[{word(kind, language)} {number}]"


def _kind(entity_type: EntityType, form: str, family: bool) -> str:
    if entity_type is EntityType.PER and family:
        return "FAMILY"
    if entity_type is not EntityType.CONTACT:
        return entity_type.value
    if "@" in form or re.search(r"\b(at|ät|małpa)\b", form):
        return "MAIL"
    return "PHONE" if sum(char.isdigit() for char in form) > 5 else "WEB"
