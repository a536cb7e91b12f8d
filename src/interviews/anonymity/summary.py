"""What an anonymization replaced, as a sentence for the methods section of a report."""

from collections import Counter
from collections.abc import Iterable

from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.mention import EntityType as Type

_SENTENCES = {
    "de": "In den Transkripten wurden vor der Codierung ersetzt: {found}. {kept} gefundene Angaben blieben stehen.",
    "en": "Before coding, these were replaced in the transcripts: {found}. {kept} that were found stayed.",
    "pl": "Przed kodowaniem zastąpiono w transkrypcjach: {found}. Pozostawiono znalezionych: {kept}.",
}
_KINDS = {
    Type.PER: {"de": "Personen", "en": "persons", "pl": "osoby"},
    Type.LOC: {"de": "Orte", "en": "places", "pl": "miejsca"},
    Type.ORG: {"de": "Organisationen", "en": "organizations", "pl": "organizacje"},
    Type.ADDR: {"de": "Adressen", "en": "addresses", "pl": "adresy"},
    Type.CONTACT: {"de": "Kontaktdaten", "en": "contact details", "pl": "dane kontaktowe"},
    Type.ID: {"de": "Kennnummern", "en": "identifying numbers", "pl": "numery identyfikacyjne"},
    Type.OCC: {"de": "Ämter und Berufe", "en": "offices and occupations", "pl": "urzędy i zawody"},
    Type.AGE: {"de": "Altersangaben", "en": "ages", "pl": "informacje o wieku"},
    Type.DATE: {"de": "Daten", "en": "dates", "pl": "daty"},
}


def describe_key(key: Iterable[KeyEntry], language: str) -> str:
    """How many entities of each type were replaced and how many stayed, in German, English or Polish."""
    entries = [entry for entry in key if not entry.departed]
    own = language if language in _SENTENCES else "en"
    counts = Counter(entry.type for entry in entries if entry.replaced)
    found = ", ".join(f"{counts[kind]} {words[own]}" for kind, words in _KINDS.items() if counts[kind])
    return _SENTENCES[own].format(found=found or 0, kept=sum(not entry.replaced for entry in entries))
