"""Signs that a name may mean another one's person: nicknames, spellings, initials, another script; none decides."""

import re
from collections.abc import Iterable

from interviews.anonymity.forms.initials import initials_fit
from interviews.anonymity.forms.nicknames import is_end, is_nickname, nicknames
from interviews.anonymity.forms.polish import polish_stems
from interviews.anonymity.forms.spellings import is_spelling, spellings
from interviews.anonymity.forms.transliteration import sounds

_LATIN = re.compile(r"[a-z]")


def may_name(words: Iterable[str], others: Iterable[str], language: str) -> bool:
    """Whether the folded words of one name may stand for a person with the other words."""
    own, known = list(words), list(others)
    if all(len(word) == 1 for word in own):
        return initials_fit(own, known) or initials_fit(own, reversed(known))
    return len(own) <= len(known) and all(any(_may_be(word, other, language) for other in known) for word in own)


def is_abbreviated(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a name with initials (M. Tannhof) fits one in full: the words are the same, the letters begin others."""
    own, known = list(words), list(others)
    letters = [word for word in own if len(word) == 1]
    whole = [word for word in own if len(word) > 1]
    rest = [word for word in known if word not in whole]
    return bool(letters and whole) and set(whole) <= set(known) and initials_fit(letters, rest)


def keys_of(word: str) -> frozenset[str]:
    """Every folded word by which a listed given name may be meant."""
    return nicknames(word) | spellings(word)


def _may_be(word: str, other: str, language: str) -> bool:
    if word == other or len(other) < 2:
        return False
    if bool(_LATIN.match(word)) != bool(_LATIN.match(other)):
        return not sounds(word).isdisjoint(sounds(other))
    if other.endswith("-" + word):
        return True
    forms = forms_of(word, language)
    return any(is_nickname(form, other) or is_end(form, other) or is_spelling(form, other) for form in forms)


def forms_of(word: str, language: str) -> Iterable[str]:
    """A folded word in what may be its base form."""
    yield word
    if language == "pl":
        for stem in sorted(polish_stems(word)):
            yield from (stem, stem + "a", stem + "ia", stem.removesuffix("i") + "a", stem[:-1] + "e" + stem[-1])
    elif word.endswith("s"):
        yield word[:-1]
