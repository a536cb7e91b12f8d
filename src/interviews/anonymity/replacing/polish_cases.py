"""The grammatical case in which a Polish name stands, where its ending shows it: what stands in its place has none."""

import re

from interviews.anonymity.words.dictionary import lemma
from interviews.text import fold

_ORDER = ("dop.", "cel.", "bier.", "narz.", "msc.", "woł.")
_GENITIVE, _DATIVE, _ACCUSATIVE, _INSTRUMENTAL, _LOCATIVE, _VOCATIVE = _ORDER
# Endings of the base, of the form (both as written, in small letters), and the cases that the form can be.
_DECLENSION: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"[yi]", r"(?:ie|e)go", (_GENITIVE, _ACCUSATIVE)),
    (r"[yi]", r"(?:ie|e)mu", (_DATIVE,)),
    (r"[yi]", r"[iy]m", (_INSTRUMENTAL, _LOCATIVE)),
    (r"(?<=[sc]k)a|(?<=dzk)a", r"k(iej)", (_GENITIVE, _DATIVE, _LOCATIVE)),
    (r"(?<=[sc]k)a|(?<=dzk)a", r"k(ą)", (_ACCUSATIVE, _INSTRUMENTAL)),
    (r"a", r"ę", (_ACCUSATIVE,)),
    (r"a", r"ą", (_INSTRUMENTAL,)),
    (r"a", r"y|(?<=[kg])i", (_GENITIVE,)),
    (r"(?<=[ijl])a", r"i", (_GENITIVE, _DATIVE, _LOCATIVE)),
    (r"a", r"(?:i|rz|c|dz|l|sz|cz)?e", (_DATIVE, _LOCATIVE)),
    (r"a", r"o|iu|u", (_VOCATIVE,)),
    (r"(?<=[^aeiouyąę])", r"a", (_GENITIVE, _ACCUSATIVE)),
    (r"(?<=[^aeiouyąę])", r"owi", (_DATIVE,)),
    (r"(?<=[^aeiouyąę])", r"i?em", (_INSTRUMENTAL,)),
    (r"(?<=[^aeiouyąę])", r"ie|rze|le|cie|u", (_LOCATIVE,)),
)
_AFTER = {
    "do od ode bez beze dla u obok koło wokół według oprócz zamiast podczas": (_GENITIVE,),
    "ku dzięki przeciw przeciwko": (_DATIVE,),
    "przez": (_ACCUSATIVE,),
    "z ze": (_GENITIVE, _INSTRUMENTAL),
    "nad pod przed między za": (_INSTRUMENTAL, _ACCUSATIVE),
    "o na w we po": (_LOCATIVE, _ACCUSATIVE),
    "przy": (_LOCATIVE,),
}
_PREPOSITIONS = {word: cases for words, cases in _AFTER.items() for word in words.split()}
_TITLES = {
    "pana": (_GENITIVE, _ACCUSATIVE),
    "panu": (_DATIVE, _LOCATIVE),
    "panem": (_INSTRUMENTAL,),
    "panią": (_ACCUSATIVE, _INSTRUMENTAL),
}


def case_of(core: str, before: str, bases: tuple[str, ...]) -> str:
    """The case of a name as it is abbreviated in Polish grammars (`dop.`, `dop./bier.`), "" where nothing shows it.

    `before` is what stands before it, `bases` are the forms of the name that the texts have.
    """
    found: set[str] = set()
    for word in re.findall(r"[^\W\d_]+", core):
        cases = _shown_by(word.lower(), bases)
        found = found & cases or found if found and cases else found or cases
    if not found:
        return ""
    for told in _told(before):
        found = found & set(told) or found
    return "/".join(case for case in _ORDER if case in found)


def _shown_by(word: str, bases: tuple[str, ...]) -> set[str]:
    """The cases that the ending of a word can be, compared with its dictionary form or another form of the name."""
    root = lemma(word.capitalize(), "pl").lower()
    others = [other.lower() for form in bases for other in re.findall(r"[^\W\d_]+", form)]
    candidates = [root, *(other for other in others if _is_base(other, word))]
    return next(
        (cases for base in candidates if base and base != word for cases in [_between(base, word)] if cases), set()
    )


def _is_base(other: str, word: str) -> bool:
    """Whether a form is the nominative of a word by its look: Ania of Ani, Nowak of Nowakowi."""
    stem = fold(other).rstrip("aeiouy")
    return len(other) > 2 and len(stem) > 1 and fold(word).startswith(stem[: max(2, len(stem) - 1)])


def _between(base: str, word: str) -> set[str]:
    return next((set(cases) for end, form, cases in _DECLENSION if _is_declined(base, end, word, form)), set())


def _is_declined(base: str, base_ending: str, word: str, ending: str) -> bool:
    """Whether a word is its base with the one ending for the other; a consonant or an e before it may change."""
    one, other = (re.search(rf"(?:{pattern})$", each) for pattern, each in ((base_ending, base), (ending, word)))
    if not one or not other:
        return False
    stem, changed = base[: one.start()], word[: other.start(other.lastindex or 0)]
    least = min(len(stem), len(changed))
    return len(changed) in (len(stem), len(stem) - 1) and least > 1 and stem[: least - 1] == changed[: least - 1]


def _told(before: str) -> list[tuple[str, ...]]:
    """What the title right before a name and the preposition before that say about its case."""
    words = re.findall(r"[^\W\d_]+", before.lower().rsplit("\n", 1)[-1])[-2:]
    told = []
    if words and words[-1] in _TITLES:
        told.append(_TITLES[words[-1]])
    if words and (words[-1] in _TITLES or words[-1] in ("pani", "pan")):
        words = words[:-1]
    return [*told, *(_PREPOSITIONS[word] for word in words[-1:] if word in _PREPOSITIONS)]
