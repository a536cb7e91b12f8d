"""Given and family names of many countries, from Faker (MIT) and a list of our own, folded to plain letters."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from interviews.anonymity.prepared import prepared_words
from interviews.anonymity.wordlists import read_list
from interviews.text import fold

_LETTERS_AT_LEAST = 3


class Names(NamedTuple):
    """Folded names; a word may be in both sets."""

    given: frozenset[str]
    family: frozenset[str]
    english: frozenset[str]
    """Given names of English-speaking countries."""


@lru_cache(maxsize=1)
def load_names() -> Names:
    """All listed names, read once; scripts other than Latin are transliterated."""
    own = frozenset(read_list("given_names"))
    given, family, english = (
        prepared_words(f"names-{kind}", ["faker", "anyascii"], partial(_listed, kind))
        for kind in ("given", "family", "english")
    )
    return Names(given | own, family | frozenset(read_list("family_names")), english | own)


def _listed(kind: str) -> list[str]:
    """The names that Faker lists as given, as family, or as English given names."""
    found: set[str] = set()
    for module, provider in _providers():
        if kind == "english" and not module.startswith("en"):
            continue
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            begins = attribute.startswith("last_name" if kind == "family" else "first_name")
            if begins and isinstance(listed, (tuple, list, dict)):
                found.update(_plain(listed))
    return sorted(found)


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
