"""Polish declension of names, by endings and the consonants that change before them."""

from functools import lru_cache

from interviews.text import fold

_ENDINGS = (
    "", "a", "u", "y", "i", "e", "o", "em", "iem", "owi", "ie", "ia", "iu", "ii", "om", "iom", "ami", "iami", "ach", "iach", "ow", "owie", "owa", "owej", "owej",
    "owie", "iego", "iemu", "im", "imi", "ich", "iej", "ego", "emu", "ej", "ym", "ymi", "ych", "io", "owe", "owna", "owny", "owski", "owskie", "owska",
)  # fmt: skip
# Longest first, so that -iego goes before -o; a stem keeps at least two letters.
_STRIPPED = sorted({ending for ending in _ENDINGS if ending}, key=lambda ending: (-len(ending), ending))
_SOFTENED = {"c": ("k", "c", "t"), "dz": ("g", "d"), "sz": ("ch", "sz"), "rz": ("r",), "l": ("l",), "ci": ("t",), "dzi": ("d",), "cz": ("k",), "z": ("g", "z")}
_LEAST_STEM = 2


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
def polish_forms(name: str) -> tuple[str, ...]:
    """Folded forms that a name may take, generously: more than there are, none that drops the stem."""
    folded = fold(name)
    forms = {folded}
    for stem in _base_stems(folded):
        forms.update(stem + ending for ending in _ENDINGS)
        for soft, hards in _SOFTENED.items():
            for hard in hards:
                if stem.endswith(hard) and soft != hard:
                    forms.update(stem.removesuffix(hard) + soft + ending for ending in ("e", "ie", "y", "i"))
    return tuple(sorted(form for form in forms if len(form) >= min(3, len(folded))))


def _base_stems(folded: str) -> set[str]:
    """The stem after the ending of this form is gone; a short name keeps more of itself."""
    found = {folded}
    for ending in _STRIPPED:
        if folded.endswith(ending) and len(folded) - len(ending) >= (2 if len(folded) <= 4 else 3):
            found.add(folded.removesuffix(ending))
            break
    if folded[-1] in "aeiouy" and len(folded) >= 4:
        found.add(folded[:-1])
        if folded[-2] == "i":
            found.add(folded[:-2])
    for stem in tuple(found):
        for soft, hards in _SOFTENED.items():
            if stem != folded and stem.endswith(soft) and len(stem) >= 4:
                found.update(stem.removesuffix(soft) + hard for hard in hards)
        if len(stem) >= 4 and stem[-2] == "e" and stem[-1] in "kclrnm":
            found.add(stem[:-2] + stem[-1])
    for stem in tuple(found):
        if stem != folded and len(stem) >= 3 and stem[-1] in "kc" and stem[-2] not in "aeiouy":
            found.add(stem[:-1] + "e" + stem[-1])
    return found
