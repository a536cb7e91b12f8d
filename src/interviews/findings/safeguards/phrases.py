"""The fixed phrases of the report on an anonymization, by language and name. Each language has the same names."""

from collections.abc import Mapping

from interviews.findings.safeguards.phrases_english import ENGLISH
from interviews.findings.safeguards.phrases_german import GERMAN
from interviews.findings.safeguards.phrases_polish import POLISH

DECISIONS: Mapping[str, Mapping[str, str]] = {
    "de": {
        **{"label": "Platzhalter", "pseudonym": "Pseudonym", "surrogate": "Ersatzname", "generalize": "vergröbert"},
        **{"delete": "gelöscht", "keep": "belassen"},
    },
    "en": {
        **{"label": "label", "pseudonym": "pseudonym", "surrogate": "surrogate", "generalize": "generalized"},
        **{"delete": "deleted", "keep": "kept"},
    },
    "pl": {
        **{
            "label": "etykieta",
            "pseudonym": "pseudonim",
            "surrogate": "nazwisko zastępcze",
            "generalize": "uogólnione",
        },
        **{"delete": "usunięte", "keep": "pozostawione"},
    },
}

KINDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        **{"PER": "Personen", "LOC": "Orte", "ORG": "Organisationen", "ADDR": "Adressen", "CONTACT": "Kontaktdaten"},
        **{"ID": "Kennnummern", "OCC": "Ämter, Berufe", "AGE": "Altersangaben", "DATE": "Daten, Jahre"},
    },
    "en": {
        **{
            "PER": "persons",
            "LOC": "places",
            "ORG": "organizations",
            "ADDR": "addresses",
            "CONTACT": "contact details",
        },
        **{"ID": "identifying numbers", "OCC": "offices, occupations", "AGE": "ages", "DATE": "dates, years"},
    },
    "pl": {
        **{"PER": "osoby", "LOC": "miejsca", "ORG": "organizacje", "ADDR": "adresy", "CONTACT": "dane kontaktowe"},
        **{"ID": "numery", "OCC": "urzędy, zawody", "AGE": "wiek", "DATE": "daty, lata"},
    },
}

LEVELS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "": "nicht festgehalten",
        "team": "nur im Forschungsteam (team)",
        "archive": "auch Archivierung (archive)",
        "publication": "auch Veröffentlichung von Zitaten (publication)",
        "none": "keine (none)",
    },
    "en": {
        "": "not recorded",
        "team": "within the research team only (team)",
        "archive": "archiving, too (archive)",
        "publication": "publication of quotes, too (publication)",
        "none": "none",
    },
    "pl": {
        "": "nie odnotowano",
        "team": "tylko w zespole badawczym (team)",
        "archive": "także archiwizacja (archive)",
        "publication": "także publikacja cytatów (publication)",
        "none": "brak (none)",
    },
}

PHRASES: Mapping[str, Mapping[str, str]] = {"de": GERMAN, "en": ENGLISH, "pl": POLISH}
