"""Given and family names of many countries, from Faker (MIT) and a list of our own, folded to plain letters."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from interviews.anonymity.words.prepared import prepared_words
from interviews.anonymity.words.wordlists import read_list
from interviews.text import fold

_LETTERS_AT_LEAST = 3
_KINDS = ("given", "family", "english", "female", "male")


class Names(NamedTuple):
    """Folded names; a word may be in both sets."""

    given: frozenset[str]
    family: frozenset[str]
    english: frozenset[str]
    """Given names of English-speaking countries."""
    female: frozenset[str] = frozenset()
    """Given names that the lists have for women only."""
    male: frozenset[str] = frozenset()
    """Given names that the lists have for men only."""


@lru_cache(maxsize=1)
def load_names() -> Names:
    """All listed names, read once; scripts other than Latin are transliterated."""
    own = frozenset(read_list("given_names"))
    given, family, english, female, male = (
        prepared_words(f"names-{kind}", ["faker", "anyascii"], partial(_listed, kind)) for kind in _KINDS
    )
    family |= frozenset(read_list("family_names"))
    return Names(given | own, family, english | own, female - male, male - female)


def _listed(kind: str) -> list[str]:
    """The names that Faker lists as one kind."""
    found: set[str] = set()
    for module, provider in _providers():
        if kind == "english" and not module.startswith("en"):
            continue
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if _is_of(kind, attribute) and isinstance(listed, (tuple, list, dict)):
                found.update(_plain(listed))
    return sorted(found)


def _is_of(kind: str, attribute: str) -> bool:
    """Whether the names under an attribute of Faker's are of a kind."""
    if kind == "family":
        return attribute.startswith("last_name")
    of_women = "female" in attribute
    wanted = {"female": of_women, "male": "male" in attribute and not of_women}
    return attribute.startswith("first_name") and wanted.get(kind, True)


def _providers() -> Iterator[tuple[str, type]]:
    import faker.providers.person as persons

    for module in pkgutil.iter_modules(persons.__path__):
        yield module.name, importlib.import_module(f"faker.providers.person.{module.name}").Provider


def _plain(listed: Iterable[object]) -> Iterator[str]:
    from anyascii import anyascii

    for name in listed:
        if not isinstance(name, str):
            continue
        plain = name.lower() if name.isascii() else fold(name if _is_latin(name) else str(anyascii(name)))
        if len(plain) >= _LETTERS_AT_LEAST and plain.replace("-", "").replace("'", "").isalpha():
            yield plain


def _is_latin(name: str) -> bool:
    return all(letter < "ɐ" for letter in name)
