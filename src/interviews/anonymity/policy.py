"""What is proposed for an entity before a person has decided."""

from collections.abc import Collection
from functools import lru_cache

from interviews.anonymity.entity import Decision
from interviews.anonymity.generalization import generalize, is_bare_year
from interviews.anonymity.mention import EntityType
from interviews.anonymity.towns import is_too_large
from interviews.text import fold

_DEFAULT = {EntityType.AGE: Decision.GENERALIZE, EntityType.DATE: Decision.GENERALIZE}


def default_decision(entity_type: EntityType, forms: Collection[str], language: str, keep: Collection[str]) -> Decision:
    """Names, numbers and occupations get a label, ages a band, dates their year; countries and bare years stay.

    `keep` holds folded forms that the study does not hide. What cannot be generalized gets a label.
    """
    if any(fold(form) in keep for form in forms):
        return Decision.KEEP
    if entity_type is EntityType.LOC and any(fold(form) in countries() or is_too_large(fold(form)) for form in forms):
        return Decision.KEEP
    if entity_type is EntityType.DATE and all(is_bare_year(form) for form in forms):
        return Decision.KEEP
    wanted = _DEFAULT.get(entity_type, Decision.LABEL)
    if wanted is Decision.GENERALIZE and generalize(entity_type, min(forms), language) is None:
        return Decision.LABEL
    return wanted


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Folded names of all countries in German, English and Polish."""
    from babel import Locale

    return frozenset(
        fold(name)
        for language in ("de", "en", "pl")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha()
    )
