"""Where a name is at home, and the names at home there: lists of Faker (MIT) and our own, as they are written."""

import importlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from interviews.text import fold

# Which lists of Faker belong to a group; those in another script are transliterated.
_LOCALES = {
    "de": ("de_DE", "de_AT"),
    "en": ("en_GB", "en_US"),
    "fr": ("fr_FR",),
    "es": ("es_ES", "es_MX"),
    "pt": ("pt_PT", "pt_BR"),
    "it": ("it_IT",),
    "nl": ("nl_NL",),
    "pl": ("pl_PL",),
    "tr": ("tr_TR",),
    "ro": ("ro_RO",),
    "hr": ("hr_HR",),
    "cs": ("cs_CZ",),
    "hu": ("hu_HU",),
    "el": ("el_GR",),
    "bg": ("bg_BG",),
    "in": ("en_IN",),
}
# In the order in which they are asked: a name that is at home in many groups is told by the first.
ORIGINS = tuple("tr ku ar fa vi uk ru sq af pl ro hr cs hu el bg in pt es it nl fr de en".split())
# What it counts more that a given name is on our own list of a group than on that of a package.
_KNOWN = 0.6
# Lists of western Europe also have the names of those who moved there; Mehmet is in the German one.
_WESTERN = frozenset({"de", "en", "fr", "es", "pt", "it", "nl", "cs"})
# Endings and beginnings of family names, folded or as written, that hardly any other group has.
_SIGNS = {
    "tr": r"(?:oglu|[şğı])",
    "pl": r"(?:[sc]k[ia]|dzk[ia]|wicz|czyk|czak|iak|szcz|ow[sn]ki)(?:ego|emu|ej|im)?$|[łżśźćńąę]",
    "uk": r"(?:enko|chuk|tschuk|shyn|yshyn)$",
    "ru": r"(?:ow|ov|ew|ev)a?$|(?:inski|skaja)$",
    "ro": r"(?:escu|eanu|iu|oiu)$|[ăţțș]",
    "hr": r"i[ćc]$",
    "el": r"(?:opoulos|idis|akis|ou|iadis)$",
    "ar": r"^(?:al|el|abu|abd|ibn|bint|ben)[- ]?\w{3,}",
    "fa": r"(?:zadeh|zada|zai|pour)$",
    "es": r"(?:guez|ndez|nez|rrez)$",
}
_SCRIPTS = {"ar": r"[\u0600-\u06ff]", "uk": r"[\u0400-\u04ff]", "el": r"[\u0370-\u03ff]"}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Pool:
    """Given names of women and of men, and family names of one group, as written."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    family: tuple[str, ...]

    def given(self, gender: str) -> tuple[str, ...]:
        """The given names of a gender (`f`, `m`), or all of them."""
        return {"f": self.female, "m": self.male}.get(gender, (*self.female, *self.male))


@lru_cache(maxsize=32)
def common_of(origin: str) -> Pool:
    """The names of our own list, which many people bear; empty for some groups."""
    return _pool(*(_own_names().get((origin, kind), ()) for kind in "fms"))


@lru_cache(maxsize=32)
def pool_of(origin: str) -> Pool:
    """All names of a group, each once, in a fixed order."""
    own = common_of(origin)
    female, male, family = list(own.female), list(own.male), list(own.family)
    for locale in _LOCALES.get(origin, ()):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        female += _written(getattr(provider, "first_names_female", ()))
        male += _written(getattr(provider, "first_names_male", ()))
        if len(provider.last_names) > 1:
            family += _written(getattr(provider, "last_names_male", provider.last_names))
    return _pool(female, male, family)


def _pool(female: Iterable[str], male: Iterable[str], family: Iterable[str]) -> Pool:
    women, men = dict.fromkeys(female), dict.fromkeys(male)
    return Pool(
        tuple(name for name in women if name not in men),
        tuple(name for name in men if name not in women),
        tuple(dict.fromkeys(family)),
    )


def origin_of(given: Iterable[str], family: str | None, written: str, home: str) -> str:
    """The group where folded names are at home; `home`, the group of the study's language, where none is likelier."""
    script = next((origin for origin, letters in _SCRIPTS.items() if re.search(letters, written)), None)
    if script:
        return script
    scores = dict.fromkeys(ORIGINS, 0.0)
    names = list(given)
    for origin in ORIGINS:
        first, last = _folded(origin)
        known = _known(origin)
        weights = (1 + _KNOWN if name in known else name in first for name in names)
        scores[origin] += sum(weights) / max(1, len(names))
        own = family is not None and family in _known_families(origin)
        scores[origin] += (1.5 + _KNOWN) if own else 1.5 * (family is not None and family in last)
        sign = _SIGNS.get(origin)
        if sign and (re.search(sign, written.lower()) or (family and re.search(sign, family))):
            scores[origin] += 2.0
    best = max(scores.values())
    likely = [origin for origin in ORIGINS if scores[origin] == best]
    at_home = home in likely and (home not in _WESTERN or not _known(home).isdisjoint(names))
    if best == 0 or at_home or likely == [home] or (home in likely and len(_WESTERN & set(likely)) > 1):
        return home
    return next(origin for origin in likely if origin != home)


def gender_of(given: Iterable[str], origin: str) -> str:
    """`f` or `m` by the first folded given name: by the group's lists, by those of all groups, by its last letter."""
    for name in given:
        for group in (origin, *ORIGINS):
            female, male = _genders(group)
            if (name in female) != (name in male):
                return "f" if name in female else "m"
        return "f" if name.endswith(("a", "e")) else "m"
    return ""


@lru_cache(maxsize=16384)
def syllables(name: str) -> int:
    """How many groups of vowels a name has."""
    return len(re.findall(r"[aeiouy]+", fold(name)))


def feminine(family: str, origin: str) -> str:
    """The form of a family name that women bear where it differs: Nowicka, Petrowa."""
    if origin == "pl" and family.endswith(("ski", "cki", "dzki")):
        return family[:-1] + "a"
    if origin in ("ru", "bg") and family.endswith(("ow", "ew", "ov", "ev", "in")):
        return family + "a"
    return family


def stem_of_family(folded: str) -> str:
    """What the forms of a family name for women and men share: `kowalsk` of Kowalska and Kowalski."""
    slavic = re.fullmatch(r"(\w+(?:[sc]k|dzk))(?:i|a|iego|iemu|im|iej|ich|ie|imi)", folded)
    if slavic:
        return slavic[1]
    return folded[:-1] if re.search(r"(?:ow|ew|ov|ev)a$", folded) else folded


@lru_cache(maxsize=32)
def _folded(origin: str) -> tuple[frozenset[str], frozenset[str]]:
    pool = pool_of(origin)
    stems = frozenset(stem_of_family(fold(name)) for name in pool.family)
    return frozenset(map(fold, (*pool.female, *pool.male))), frozenset(map(fold, pool.family)) | stems


@lru_cache(maxsize=32)
def _known(origin: str) -> frozenset[str]:
    """The folded given names of our own list."""
    common = common_of(origin)
    return frozenset(map(fold, (*common.female, *common.male, *_own_names().get((origin, "k"), ()))))


@lru_cache(maxsize=32)
def _known_families(origin: str) -> frozenset[str]:
    """The folded family names of our own list."""
    return frozenset(map(fold, common_of(origin).family))


@lru_cache(maxsize=32)
def _genders(origin: str) -> tuple[frozenset[str], frozenset[str]]:
    pool = pool_of(origin)
    return frozenset(map(fold, pool.female)), frozenset(map(fold, pool.male))


def _written(names: Iterable[object]) -> list[str]:
    """Names of one word as they are written in Latin letters."""
    from anyascii import anyascii

    plain = (str(name) if str(name)[:1] < "ɐ" else str(anyascii(str(name))).capitalize() for name in names)
    return sorted({name for name in plain if len(name) > 2 and name.istitle() and {*fold(name)} <= _LETTERS})


@lru_cache(maxsize=1)
def _own_names() -> dict[tuple[str, str], tuple[str, ...]]:
    text = (
        resources.files("interviews.anonymity.words")
        .joinpath("lists", "surrogate_names.txt")
        .read_text(encoding="utf-8")
    )
    lines = [line.partition(":") for line in text.splitlines() if line and not line.startswith("#")]
    heads = [(*head.split(), names) for head, _, names in lines]
    return {(group, kind): tuple(name.strip() for name in names.split(",")) for group, kind, names in heads}
