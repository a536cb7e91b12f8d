"""What the types of other people's models are called here."""

import re

from interviews.anonymity.mention import EntityType

_TYPES = {
    EntityType.PER: "PERSON persName",
    EntityType.LOC: "LOCATION GPE placeName geogName DE_PLZ",
    EntityType.ORG: "ORGANIZATION ORGANISATION orgName FAC",
    EntityType.ADDR: "ADDRESS STREET_ADDRESS",
    EntityType.CONTACT: "PHONE_NUMBER EMAIL_ADDRESS EMAIL URL IP_ADDRESS MAC_ADDRESS",
    EntityType.DATE: "DATE_TIME date",
    EntityType.ID: "CREDIT_CARD CRYPTO IBAN_CODE MEDICAL_LICENSE ABA_ROUTING_NUMBER",
}
_KNOWN = {name: type_ for type_, names in _TYPES.items() for name in names.split()} | {
    one.value: one for one in EntityType
}
# What Presidio knows of a country's papers is named after the country: UK_NHS, PL_PESEL, DE_TAX_ID.
_PAPERS = re.compile(r"[A-Z]{2}_[A-Z_]+")
# Sensitive at times, but naming nobody: nationalities, amounts, events, works.
IGNORED = frozenset(
    "NRP NORP MISC CARDINAL ORDINAL PERCENT MONEY QUANTITY EVENT LANGUAGE LAW PRODUCT WORK_OF_ART TIME time".split()
)


def type_called(name: str) -> EntityType | None:
    """The type that a model means by this name (ours, spaCy's or Presidio's); None for what identifies nobody."""
    return _KNOWN.get(name) or (EntityType.ID if _PAPERS.fullmatch(name) else None)
