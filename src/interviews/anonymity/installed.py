"""A named-entity pipeline of spaCy as one more finder, if the user has installed one; none is ever downloaded."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from interviews.anonymity.mention import EntityType
from interviews.anonymity.page import Finding, Page

# Small pipelines last: a larger one that is there is the better one.
_PIPELINES = {
    "de": ("de_core_news_lg", "de_core_news_md", "de_core_news_sm"),
    "en": ("en_core_web_lg", "en_core_web_md", "en_core_web_sm"),
    "pl": ("pl_core_news_lg", "pl_core_news_md", "pl_core_news_sm"),
}
_TYPES = {
    "PER": EntityType.PER,
    "PERSON": EntityType.PER,
    "persName": EntityType.PER,
    "LOC": EntityType.LOC,
    "GPE": EntityType.LOC,
    "placeName": EntityType.LOC,
    "geogName": EntityType.LOC,
    "ORG": EntityType.ORG,
    "orgName": EntityType.ORG,
}


def find_by_installed_pipeline(page: Page) -> Iterator[Finding]:
    """Persons, places and organisations that the installed pipeline of the language sees."""
    from interviews.anonymity.towns import is_too_large

    pipeline = _pipeline(page.language)
    if pipeline is None:
        return
    for entity in pipeline(page.text).ents:
        if entity.label_ in _TYPES and not is_too_large(entity.text.casefold()):
            yield Finding(
                entity.start_char, entity.end_char, _TYPES[entity.label_], "spacy", "seen by an installed pipeline", 0.5
            )


@lru_cache(maxsize=8)
def _pipeline(language: str) -> Any:
    from importlib.util import find_spec

    for package in _PIPELINES.get(language, ()):
        if find_spec(package) is not None:
            import spacy

            return spacy.load(package, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    return None
