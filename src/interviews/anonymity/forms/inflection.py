"""Which attested form of a name is the base of another one."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from interviews.text import fold

# Endings that German, English and Polish add to a name as it stands; longest first.
_ADDED = {
    "de": ("innen", "schen", "sche", "isch", "ern", "ers", "ens", "er", "es", "en", "in", "'s", "s", "'", "n"),
    "en": ("'s", "s'", "es", "s", "'", "n", "er", "ers"),
    "pl": ("owie", "owi", "ami", "ach", "iem", "ow", "em", "om", "ie", "ą", "ę", "a", "i", "u", "y", "e"),
}
# Endings that replace one another in Polish, folded: the same word in its cases.
_POLISH = (
    ("skiego", "skiemu", "skim", "skich", "scy", "skiej", "ska", "skie", "ski"),
    ("ckiego", "ckiemu", "ckim", "ckich", "ccy", "ckiej", "cka", "cki"),
    ("owej", "owa", "owe"),
    ("ego", "emu", "ej", "ym", "im", "ych", "ich", "y", "i", "a"),
    ("ami", "ach", "om", "ow", "owi", "em", "iem", "ie", "ia", "iu", "io", "ii", "a", "e", "i", "o", "u", "y", ""),
)


_SOFTENED = {"d": "dzie", "t": "cie", "r": "rze"}  # Gerardzie, Robercie, Piotrze
_SOFT = {"d": "dz", "t": "c", "k": "c", "g": "dz", "r": "rz"}
_AFTER_DROPPED = frozenset("a owi iem u owie ow ami ach om i".split())
_LEAST_BASE = 4


class Bases:
    """The base form of each name among the forms attested: the shortest from which it can be inflected."""

    def __init__(self, attested: Iterable[tuple[str, str]]) -> None:
        self._by_start: dict[str, set[str]] = defaultdict(set)
        for form, _ in attested:
            self._by_start[form[:2]].add(form)
        self._found: dict[tuple[str, str], str] = {}

    def __contains__(self, form: str) -> bool:
        """Whether a folded form is attested."""
        return form in self._by_start[form[:2]]

    def of(self, form: str, language: str) -> str:
        """The base of a folded form; itself where no other attested form explains it."""
        if (form, language) not in self._found:
            others = sorted(self._by_start[form[:2]], key=lambda other: (len(other), other))
            base = next((other for other in others if other != form and is_form_of(form, other, language)), form)
            self._found[form, language] = base
        return self._found[form, language]


@lru_cache(maxsize=65536)
def is_form_of(form: str, base: str, language: str) -> bool:
    """Whether a folded form is `base` inflected, in German, English or Polish."""
    if len(base) < 2 or len(form) < 3:
        return False
    if language == "pl" and (
        _declines(form, base) or ((len(base), base) < (len(form), form) and _polish_case(form, base))
    ):
        return True
    endings = _ADDED["de"] if language not in _ADDED else _ADDED[language]
    if any(form == base + ending for ending in endings):
        return True
    return language == "de" and len(base) > 4 and base.endswith("en") and form in (base[:-2] + "er", base[:-2] + "ern")


def _declines(form: str, base: str) -> bool:
    """Whether a case changes the consonant before its ending, or drops the e: Magda, Magdzie; Bartek, Bartkiem."""
    if form == base or len(form) + 1 < len(base):
        return False
    if base.endswith("ja") and len(base) >= _LEAST_BASE and form == base[:-2] + "i":
        return True  # Nadziei
    if base[-1] == "a":
        soft = _SOFT.get(base[-2:-1], base[-2:-1])
        return len(base) >= _LEAST_BASE and form in (base[:-2] + soft + "ie", base[:-2] + soft + "e")
    if base[-1] in _SOFTENED and len(base) >= _LEAST_BASE and form == base[:-1] + _SOFTENED[base[-1]]:
        return True
    if base[-2:-1] == "e" and base[-1] in "kc" and len(base) >= _LEAST_BASE:
        return form.startswith(base[:-2] + base[-1]) and form[len(base) - 1 :] in _AFTER_DROPPED
    return base.endswith("iu") and len(base) >= _LEAST_BASE and form == base[:-2] + "iek"


def _polish_case(form: str, base: str) -> bool:
    for endings in _POLISH:
        for ending in endings:
            stem = form.removesuffix(ending)
            if len(stem) >= 3 and form.endswith(ending) and any(base == stem + other for other in endings):
                return True
    return False


def folded(form: str) -> str:
    """The folded form without the apostrophe of a genitive."""
    return fold(form).rstrip("'")
