"""The other spellings of a name: how languages write its sounds, and what a given name is in another one."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from interviews.anonymity.words.wordlists import read_groups

# Order matters: a longer spelling goes before its parts. Sounds that one language writes with letters that another one
# reads differently fall together (ch is German ach, English church; w and v; s and z).
_RESPELLED = tuple(
    pair.split(":")
    for pair in (
        "schtsch:sh shch:sh szcz:sh tsch:h tch:h dsch:j dzh:j cz:h sch:s sh:s sz:s gh:g kh:h ch:h ph:f th:t dj:j zh:z "
        "rz:z dz:z ou:u oo:u ee:i ck:k q:k c:k w:v iy:i ij:i yi:i ej:i ey:i ei:i ai:i aj:i ay:i ii:i j:i y:i e:a o:u "
        "-: ': z:s x:ks aa:a"
    ).split()
)
_LEAST_SOUNDS = 4


@lru_cache(maxsize=65536)
def sound(folded: str) -> str:
    """What stays of a folded name when languages spell its sounds differently (Mohammed, Muhamad); "" if too little."""
    for written, heard in _RESPELLED:
        folded = folded.replace(written, heard)
    single = re.sub(r"(.)\1+", r"\1", folded)
    single = single[:-1] + "t" if single.endswith("d") else single
    return single if len(single) >= _LEAST_SOUNDS else ""


def spellings(folded: str) -> frozenset[str]:
    """What a given name, folded, is in other languages and scripts of passports; itself among them where listed."""
    return _spellings().get(folded, frozenset())


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for names, _ in read_groups("spellings"):
        for name in names:
            found[name].update(names)
    return {name: frozenset(others) for name, others in found.items()}


def is_spelling(word: str, other: str) -> bool:
    """Whether two folded words may be one name in two spellings."""
    return word == other or other in spellings(word) or bool(sound(word) and sound(word) == sound(other))
