"""What people are called for short: by a list, and by the rule that its beginning or its end makes a pet name."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from interviews.anonymity.forms.spellings import spellings
from interviews.anonymity.words.wordlists import read_groups

# German, Slavic, Romance and Turkish pet names (Bertel, Radzio, Katrusja, Wojtas, Pablito, Seyfo); none that inflects.
_ENDINGS = (
    *(
        "chen lein usch erl el le li ie i y o e s u a ek ik ko ka us as os usia usja uscha usha sia sja cia zia zio cio"
        " inka enka ulja otschka ochka ito ita ino"
    ).split(),
    "",
)
_LEAST_BEGINNING = 3
_LEAST_END = 4


def nicknames(folded: str) -> frozenset[str]:
    """The listed short forms of a given name, folded, in any of its spellings."""
    listed = _nicknames()
    return frozenset(short for name in {folded, *spellings(folded)} for short in listed.get(name, ())) - {folded}


def is_nickname(short: str, full: str) -> bool:
    """Whether a folded word may be short for a given name, folded: listed, or made from its beginning."""
    if short in nicknames(full):
        return True
    return any(is_cut(short, name) for name in {full, *spellings(full)})


def is_end(short: str, full: str) -> bool:
    """Whether a word is what is left of a longer name without its beginning (Lena, Bastian, Xander)."""
    return _LEAST_END <= len(short) <= len(full) - 2 and full.endswith(short)


def is_cut(short: str, full: str) -> bool:
    """Whether a word is the beginning of a longer name with at most an ending of pet names (Shabs, Musti, Geth)."""
    for ending in _ENDINGS:
        stem = short.removesuffix(ending)
        if short.endswith(ending) and len(stem) >= _LEAST_BEGINNING and full.startswith(stem):
            return full != short and (len(full) > len(stem) or ending not in ("s", "n"))
    return False


@lru_cache(maxsize=1)
def _nicknames() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for names, short in read_groups("nicknames"):
        for name in names:
            found[name].update(short)
    return {name: frozenset(short) for name, short in found.items()}
