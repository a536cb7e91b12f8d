"""Whether a German word is a dialect's spelling of one that the dictionary lists: Vadder, Johr, Awwer, Unnerkunft."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from interviews.anonymity.words.dictionary import is_explained

# What a dialect writes, and what may stand for it; endings have a `$`.
_SOUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sch(?=[tdp])", ("s",)), ("dd", ("tt", "t")), ("d", ("t",)), ("b", ("p",)), ("g", ("k",)), ("k", ("g",)),
    ("ww", ("b", "bb")), ("w", ("b",)), ("nn", ("nd", "nt")), ("ch$", ("g",)), ("sch", ("ch",)), ("isch", ("ig",)),
    ("aa", ("ei", "au", "a")), ("ää", ("ei",)), ("oo", ("a",)), ("o", ("a",)), ("oa", ("ei", "a")), ("oi", ("ei",)),
    ("ou", ("u", "au")), ("ua", ("u",)), ("üa", ("ü",)), ("ia", ("ie",)), ("ue", ("u",)), ("üe", ("ü",)),
    ("ie", ("ü",)), ("ei", ("eu", "äu")), ("ee", ("ö", "ei")), ("e", ("ö", "ei", "i")), ("i", ("ü",)), ("u", ("o",)),
    ("ä", ("e", "a")), ("aw", ("ab",)), ("v", ("f",)), ("p", ("pf",)), ("t", ("s", "z")), ("tt", ("ss",)),
    ("e$", ("en", "er")), ("a$", ("en", "e", "er", "el")), ("n$", ("en",)), ("$", ("e", "en", "t")),
    ("ere$", ("erin",)), ("l(?:a|e|i)$", ("lein", "")), ("sche[rn]?$", ("chen",)), ("je$", ("chen",)),
    ("el$", ("lein",)), ("'", ("e", "")),
)  # fmt: skip
_RULES = tuple((re.compile(sound), meant) for sound, meant in _SOUNDS)
_LEAST_LETTERS = 3
# Small words, folded, that only a dialect has, or has so.
_SMALL = frozenset(
    "i isch ich's net ned nit nich nee koi kei koa ka kaa mir mer ham hamm hom hend hann hawwe honn hot hod "
    "han des dat wat dit det ick ik ikke mei dei sei meim deim a e ne nen ner aa ah ooch och ooge auf'm bei'm mi di si "
    "gell gel ga wo uff aff ausm mitm aufm beim is san sin sinn sann simma hamma weeste haste biste kannste dr d de da "
    "ond un scho schoo fei halt eich enk uns eis unsa ebbes epper nix nischt nuscht nu nun jo joa ja mol amol amoi "
    "allaweil drent drobn herin ebe awwer aber mo wia wie zwoi zwoa zwee luud lutt bin ben bischt bisch".split()
) - frozenset("aber ja nun wie wo uns bin halt beim ich's a e da is".split())
_OFTEN = 40
"""Of a thousand words so many are a dialect's."""


@lru_cache(maxsize=65536)
def is_dialect_of_a_word(text: str) -> bool:
    """Whether some dialect may write a listed German word or compound like this."""
    if len(text) < _LEAST_LETTERS or is_explained(text, "de"):
        return False
    return any(is_explained(spelling.capitalize(), "de") for spelling in _standard(text.lower()))


def _standard(spelling: str) -> Iterator[str]:
    """The spellings that one rule makes of it."""
    for sound, meant in _RULES:
        for match in sound.finditer(spelling):
            for letters in meant:
                yield spelling[: match.start()] + letters + spelling[match.end() :]


def is_in_dialect(folded: Sequence[str]) -> bool:
    """Whether so many of the small words of a text, folded, are a dialect's."""
    return 1000 * sum(word in _SMALL for word in folded) >= _OFTEN * max(1, len(folded))
