"""English and Polish in small letters: names get their capitals back, and what they make up a name with."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.capitals import NO_NAMES, announced, is_listed_name, may_be_announced, pieces_of, with_letters
from interviews.anonymity.dictionary import is_explained, is_listed, is_ordinary_word, lemma
from interviews.anonymity.page import Page, Word
from interviews.anonymity.people import name_kind
from interviews.anonymity.towns import is_too_large
from interviews.anonymity.wordlists import word_set

_TITLES_EN = (
    r"mrs?|miss|ms|dr|prof|uncle|aunt(?:ie|y)?|councillor|cllr|sister|brother|father|imam|reverend|rev|pastor|nurse|sheikh"
    r"|st|saint|nana?|granny|grand(?:ad|ma|pa)"
)
_CUES_EN = re.compile(
    rf"(?<!\w)(?:(?:{_TITLES_EN})\.?|my name is|my name's|(?:his|her) name(?: is|'s| was)|named|(?:i'm|is|was|guy|girl|lad|woman"
    r"|man|friend|boss|everyone|everybody|they|people|she's|he's) called) (?=[^\W\d_])"
)
_CUES_PL = re.compile(
    r"(?<!\w)(?:nazywam się|nazywa się|mam na imię|na imię|pan(?:a|u|em)?|pani(?:ą)?|ksi[ęą]d?z(?:a|u|em)?|cioci[aęą]"
    r"|wuj(?:ek|ka|kiem)|babci[aęą]|ulicy|ulica|ulicę|ul\.|sióstr|siostr[aęyoą]|doktor|święt(?:y|ego|ej|a)) (?=[^\W\d_])"
)
_NO_CUE = re.compile(r"(?:[\w']+(?:ing|ed|ly))")
_TITLE_EN = re.compile(rf"(?<!\w)(?:{_TITLES_EN})(?=\.? [A-ZÀ-Ž])")
_HEAD_EN = (
    r"school|academy|college|university|church|mosque|centre|center|trust|association|forum|foundation|project|club|hospital"
    r"|surgery|clinic|society|council|library|nursery|theatre|temple|gurdwara|network|partnership|kitchen|market|bakery"
    r"|stores?|arms|inn|hotel|court|primary|secondary|high|community|chapel|comprehensive|gazette|herald|echo|housing|homes"
    r"|hub|park|foodbank|garage|united|rovers|wanderers|cathedral|institute|company|estate|grammar|infants|juniors|cafe|café"
)
_STREETS_EN = r"street|road|row|avenue|lane|close|drive|crescent|terrace|gardens|grove|place|way|walk|hill|mews|square|parade|house"
# What stands before a church or a street without naming it.
_NO_NAME_EN = (
    r"the|a|an|this|that|my|our|your|his|her|their|its|of|in|to|at|on|up|down|off|by|and|or|for|no|every|each|any|some|same"
    r"|other|another|whole|local|main|new|old|big|little|small|next|last|first|first|side|long|short|right|wrong|own|one|two"
    r"|three|council|community|primary|secondary|high|is|was|were|are|be|from|with|after|before|into|like|as|it|all|us"
    r"|just|so|went|go|going|left|busy|only|nearest|public|private|youth|night|boarding|state|art|good|bad|nice|i|we|he|she"
)
_FOLLOWING_EN = re.compile(rf"(?<=[\w'] )(?:{_HEAD_EN}|{_STREETS_EN})(?!\w)")
_NAMED_EN = re.compile(
    rf"(?<![\w'-])(?P<name>(?!(?:{_NO_NAME_EN}) )[a-z][a-z']{{2,}}) (?P<kind>street|road|avenue|lane|crescent|terrace|mews|grove"
    r"|academy|mosque|gurdwara|primary school|junior school|infant school|high school|grammar school|community centre)(?!\w)"
)
_MONTHS_EN = frozenset("january february april june july august september october november december".split())


def with_other_capitals(page: Page) -> str:
    """The text of the page, as long as before, with capitals on names and, in English, on what they name."""
    cued = announced(page, _CUES_PL if page.language == "pl" else _CUES_EN)
    text = with_letters(page.text, [at for word in _capitalized(page, cued) for at in pieces_of(word)])
    if page.language != "en":
        return text
    named = (at for match in _NAMED_EN.finditer(text) for at in (match.start("name"), match.start("kind")))
    text = with_letters(text, list(named))
    text = with_letters(text, list(_heads(text)))
    return _TITLE_EN.sub(lambda title: title[0].capitalize(), text)


def _capitalized(page: Page, cued: set[int]) -> Iterator[Word]:
    for index, word in enumerate(page.words):
        after_name = word.start in cued and may_be_announced(word) and not _NO_CUE.fullmatch(word.text)
        if word.capital or after_name or _is_name(word.text, word.folded, page.language):
            yield word


@lru_cache(maxsize=65536)
def _is_name(text: str, folded: str, language: str) -> bool:
    """Whether a word is a name by list, by its dictionary form, or for want of any other explanation."""
    if folded in _MONTHS_EN and language == "en":
        return True
    if len(text) < 3 or text in NO_NAMES or folded in word_set("everyday"):
        return False
    if is_listed_name(text, folded, language) or name_kind(text, language) in ("given", "family"):
        return True
    if is_too_large(folded) or folded in word_set("nationwide"):
        return False
    root = lemma(text, language) or lemma(text.capitalize(), language)
    if root[:1].isupper():
        return not is_ordinary_word(text.capitalize(), language) or not is_listed(text, language)
    return len(text) > 3 and "'" not in text.removesuffix("'s") and _is_unknown(text.removesuffix("'s"), language)


def _is_unknown(text: str, language: str) -> bool:
    """Whether no dictionary explains a word, nor is it spoken language or an inflected word of the dictionary."""
    if is_explained(text, language) or is_ordinary_word(text.capitalize(), language) or text in _SPOKEN_EN:
        return False
    endings = ("s", "es", "ed", "d", "ing", "er", "ly", "y", "n") if language == "en" else ("by", "bym", "śmy", "m", "ż")
    bases = [text.removesuffix(ending) for ending in endings if text.endswith(ending)]
    return not any(is_listed(base, language) for base in bases)


_SPOKEN_EN = frozenset("gonna wanna gotta dunno innit kinda sorta lemme gimme cuppa cos coz yous youse summat nowt owt".split())


def _heads(text: str) -> Iterator[int]:
    """Where a kind of house or street stands right after a name, or after another one that does."""
    capital_at = -1
    for match in _FOLLOWING_EN.finditer(text):
        before = text.rfind(" ", 0, match.start() - 1) + 1
        if text[before : before + 1].isupper() and text[before : match.start()].strip() != "I" or before == capital_at:
            capital_at = match.start()
            yield match.start()
