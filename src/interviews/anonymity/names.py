"""Given and family names of many countries, from Faker (MIT) and a list of our own, folded to plain letters."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from interviews.anonymity.wordlists import read_list
from interviews.text import fold

_LETTERS_AT_LEAST = 3


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
    given: set[str] = set(read_list("given_names"))
    family: set[str] = set(read_list("family_names"))
    english: set[str] = set(read_list("given_names"))
    female: set[str] = set()
    male: set[str] = set()
    for module, provider in _providers():
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if not isinstance(listed, (tuple, list, dict)):
                continue
            if attribute.startswith("first_name"):
                plain = set(_plain(listed))
                given.update(plain)
                (female if "female" in attribute else male if "male" in attribute else set()).update(plain)
                if module.startswith("en"):
                    english.update(plain)
            elif attribute.startswith("last_name"):
                family.update(_plain(listed))
    return Names(*map(frozenset, (given, family, english, female - male, male - female)))


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
