"""Polish declension of names, by endings and the consonants that change before them."""

import re
from functools import lru_cache

from interviews.text import fold

_ENDINGS = (
    "a u y i e o em iem owi ie ia iu ii om iom ami iami ach iach ow owie owa owej iego iemu im imi ich iej ego emu "
    "ej ym ymi ych io owe owna owny owski owskie owska"
).split()
# Longest first, so that -iego goes before -o; a stem keeps at least two letters.
_STRIPPED = sorted(_ENDINGS, key=lambda ending: (-len(ending), ending))
_SOFTENED = {
    "c": ("k", "c", "t"),
    "dz": ("g", "d"),
    "sz": ("ch", "sz"),
    "rz": ("r",),
    "l": ("l",),
    "ci": ("t",),
    "dzi": ("d",),
    "cz": ("k",),
    "z": ("g", "z"),
}
_LEAST_STEM = 2
_LEAST_ADJECTIVE = 4
_BEFORE_SKI = (("t", "c"), ("c", "c"), ("k", "c"), ("cz", "c"), ("dz", "dz"), ("d", "dz"), ("rz", "rs"), ("z", "s"),
               ("sz", "s"), ("g", "s"), ("ch", "s"), ("h", "s"), ("s", "s"))  # fmt: skip

_ANY_ENDING = frozenset({*_STRIPPED, ""})
_AFTER_SOFT = frozenset({"ie", "i", "e", "y"})
_ADJECTIVE = frozenset("ki ka kie kiego kiej kim kiemu kich kimi ku ko".split())
_PEOPLE = frozenset(
    person + ending
    for person in "ianin anin iank ank iani ani ian an czyk czank".split()
    for ending in (*_STRIPPED, "")
)


@lru_cache(maxsize=8192)
def polish_stems(name: str) -> frozenset[str]:
    """Folded stems that a name in any case may go back to."""
    folded = fold(name)
    stems = {folded}
    for ending in _STRIPPED:
        if folded.endswith(ending) and len(folded) - len(ending) >= max(_LEAST_STEM, 3 if len(folded) > 4 else 2):
            stems.add(folded.removesuffix(ending))
    hardened = set(stems)
    for stem in stems:
        if stem == folded:
            continue
        for soft, hard in _SOFTENED.items():
            if stem.endswith(soft) and len(stem) > len(soft) + 1:
                hardened.update(stem.removesuffix(soft) + consonant for consonant in hard)
    for stem in tuple(hardened):
        # Marek, Marka; Paweł, Pawła: the e before the last consonant comes and goes.
        if len(stem) >= 4 and stem[-2] == "e":
            hardened.add(stem[:-2] + stem[-1])
    return frozenset(stem for stem in hardened if len(stem) >= _LEAST_STEM)


@lru_cache(maxsize=8192)
def polish_pattern(name: str) -> str:
    """A pattern over folded text for the forms a name may take: generously, more than there are, none without stem."""
    stems, softened = _declension(name)
    endings = "|".join(_STRIPPED)
    return (
        f"(?:{_either(stems)}(?:{endings})?|{_either(softened)}{_either(_AFTER_SOFT)})"
        if softened
        else f"{_either(stems)}(?:{endings})?"
    )


def declines(folded: str, name: str) -> bool:
    """Whether a folded word is a form of a name; what `polish_pattern` matches, with no pattern made."""
    stems, softened = _declension(name)
    return _adds(folded, stems, _ANY_ENDING) or _adds(folded, softened, _AFTER_SOFT)


@lru_cache(maxsize=8192)
def polish_adjective(place: str) -> str:
    """A pattern over folded text for what comes from a place: łódzki, zgierskiego, bałuckie; łodzianin, łodzianka."""
    stems, melted = _derivation(place)
    people = f"{_either(stems)}(?:i?anin|i?ank|i?ani|i?an|czyk|czank)(?:{'|'.join(_STRIPPED)})?"
    return f"(?:{_either(melted)}{_either(_ADJECTIVE)}|{people})" if stems else "(?!)"


def derives(folded: str, place: str) -> bool:
    """Whether a folded word comes from a place; what `polish_adjective` matches, with no pattern made."""
    stems, melted = _derivation(place)
    return _adds(folded, melted, _ADJECTIVE) or _adds(folded, stems, _PEOPLE)


def _adds(folded: str, stems: frozenset[str], endings: frozenset[str]) -> bool:
    return any(folded.startswith(stem) and folded[len(stem) :] in endings for stem in stems)


@lru_cache(maxsize=8192)
def _declension(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of a name, and those whose last consonant changes before some endings."""
    stems = _base_stems(fold(name)) | _nasal_stems(name)
    softened = {
        stem.removesuffix(hard) + soft
        for stem in stems
        for soft, hards in _SOFTENED.items()
        for hard in hards
        if stem.endswith(hard) and soft != hard
    }
    return frozenset(stems), frozenset(softened)


@lru_cache(maxsize=8192)
def _derivation(place: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of a place, and those before -ki: the consonant before -ski melts into it."""
    folded = fold(place)
    stems = {stem for stem in (folded, folded.rstrip("aeiouy")) if len(stem) >= _LEAST_ADJECTIVE}
    melted = {stem.removesuffix(end) + made for stem in stems for end, made in _BEFORE_SKI if stem.endswith(end)}
    return frozenset(stems), frozenset({stem + "s" for stem in stems} | melted)


def _either(words: frozenset[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _base_stems(folded: str) -> set[str]:
    """The stem after the ending of this form is gone; a short name keeps more of itself."""
    found = {folded} | _cut(folded)
    for stem in found - {folded}:
        for soft, hards in _SOFTENED.items():
            if stem.endswith(soft) and len(stem) >= 4:
                found.update(stem.removesuffix(soft) + hard for hard in hards)
    # Marek, Marka; Paweł, Pawła: the e before the last consonant comes and goes.
    found.update(
        stem[:-2] + stem[-1] for stem in tuple(found) if len(stem) >= 4 and stem[-2] == "e" and stem[-1] in "kclrnm"
    )
    cut = (stem for stem in tuple(found) if stem != folded and len(stem) >= 3)
    found.update(stem[:-1] + "e" + stem[-1] for stem in cut if stem[-1] in "kc" and stem[-2] not in "aeiouy")
    return found


def _nasal_stems(name: str) -> set[str]:
    """Gołąb, Gołębia: the nasal vowel before the last consonants changes with the ending, in both directions."""
    small = name.casefold()
    if match := re.search("ą(?=[^aeiouyąęó]+$)", small):
        return {fold(small[: match.start()] + "ę" + small[match.end() :])}
    if match := re.search("ę(?=[^aeiouyąęó]+(?:i?a|i?em|owi|u)$)", small):
        return {fold(small[: match.start()] + "ą" + re.sub("(?:i?a|i?em|owi|u)$", "", small[match.end() :]))}
    return set()


def _cut(folded: str) -> set[str]:
    least = 2 if len(folded) <= 4 else 3
    found = {folded.removesuffix(end) for end in _STRIPPED if folded.endswith(end) and len(folded) - len(end) >= least}
    longest = {min(found, key=len)} if found else set()
    if folded[-1] in "aeiouy" and len(folded) >= 4:
        longest.add(folded[:-1])
        if folded[-2] == "i":
            longest.add(folded[:-2])
    return longest
