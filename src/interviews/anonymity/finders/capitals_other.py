"""English and Polish in small letters: names get their capitals back, and what they make up a name with."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.capitals import (
    announced,
    is_listed_name,
    is_no_name,
    may_be_announced,
    may_follow_given,
    pieces_of,
    with_codes,
    with_letters,
)
from interviews.anonymity.finders.page import Page, Word
from interviews.anonymity.finders.people import name_kind
from interviews.anonymity.words.dictionary import is_explained, is_listed, is_ordinary_word, lemma
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

_TITLES_EN = (
    r"mrs?|miss|ms|dr|prof|uncle|aunt(?:ie|y)?|councillor|cllr|sister|brother|father|imam|reverend|rev|pastor|nurse|sheikh"
    r"|st|saint|nana?|granny|grand(?:ad|ma|pa)"
)
_CUES_EN = re.compile(
    rf"(?<!\w)(?:(?:{_TITLES_EN})\.?|my name is|my name's|(?:his|her) name(?: is|'s| was)|named"
    r"|(?:i'm|is|was|guy|girl|lad|woman|man|friend|boss|everyone|everybody|they|people|she's|he's) called"
    r"|(?:calls?|called) (?:me|him|her)) (?=[^\W\d_])"
)
_CUES_PL = re.compile(
    r"(?<!\w)(?:nazywam się|nazywa się|mam na imię|na imię|pan(?:a|u|em)?|pani(?:ą)?|ksi[ęą]d?z(?:a|u|em)?|cioci[aęą]"
    r"|wuj(?:ek|ka|kiem)|babci[aęą]|sióstr|siostr[aęyoą]|doktor|święt(?:y|ego|ej|a)) (?=[^\W\d_])"
)
_PLACES_PL = re.compile(
    r"(?<!\w)(?:ulic[ayęą]|ul\.?|alej[aię]|osiedl[eau]|plac(?:u|em)?|świętego|świętej|sklep(?:ie|u)?|piekarni|firm(?:a|y|ie|ą)"
    r"|fundacj[aięą]|parafi[aięą]|zakład(?:y|ach)?) (?=[^\W\d_])"
)
_NO_CUE = re.compile(r"(?:[\w']+(?:ing|ed|ly))")
_TITLE_EN = re.compile(rf"(?<!\w)(?:{_TITLES_EN})(?=\.? [A-ZÀ-Ž])")
_HEAD_EN = (
    r"school|academy|college|university|church|mosque|centre|center|trust|association|forum|foundation|project|club|hospital"
    r"|surgery|clinic|society|council|library|nursery|theatre|temple|gurdwara|network|partnership|kitchen|market|bakery"
    r"|stores?|arms|inn|hotel|court|primary|secondary|high|community|chapel|comprehensive|gazette|herald|echo|housing|homes"
    r"|hub|park|foodbank|garage|united|rovers|wanderers|cathedral|institute|company|estate|grammar|infants|juniors|cafe|café"
)
_STREETS_EN = (
    r"street|road|row|avenue|lane|close|drive|crescent|terrace|gardens|grove|place|way|walk|hill|mews|square|parade|house"
    r"|rise|bridge|green|wharf|heath|courier"
)
# What stands before a church or a street without naming it.
_NO_NAME_EN = (
    r"the|a|an|this|that|my|our|your|his|her|their|its|of|in|to|at|on|up|down|off|by|and|or|for|no|every|each|any|some|same"
    r"|other|another|whole|local|main|new|old|big|little|small|next|last|first|first|side|long|short|right|wrong|own|one|two"
    r"|three|council|community|primary|secondary|high|is|was|were|are|be|from|with|after|before|into|like|as|it|all|us"
    r"|just|so|went|go|going|left|busy|only|nearest|public|private|youth|night|boarding|state|art|good|bad|nice|i|we|he|she"
)
_FOLLOWING_EN = re.compile(rf"(?<=[\w'] )(?:{_HEAD_EN}|{_STREETS_EN})(?!\w)")
_NAMED_EN = re.compile(
    rf"(?<![\w'-])(?P<name>(?!(?:{_NO_NAME_EN}) )[a-z][a-z']{{2,}}) (?P<kind>street|road"
    r"|avenue|lane|crescent|terrace|mews|grove|academy|mosque|gurdwara|primary school|junior school|infant school"
    r"|high school|grammar school|community centre)(?!\w)"
)
_POSTCODE = re.compile(r"(?<!\w)[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}(?!\w)")
# Somebody called Hope is called so elsewhere, too; a word that comes more often is just a word.
_OFTEN = 12
_MONTHS_EN = frozenset("january february april june july august september october november december".split())


def with_other_capitals(page: Page) -> str:
    """The text of the page, as long as before, with capitals on names and, in English, on what they name."""
    cued = announced(page, _CUES_PL if page.language == "pl" else _CUES_EN)
    text = with_codes(with_letters(page.text, [at for word in _capitalized(page, cued) for at in pieces_of(word)]))
    if page.language != "en":
        return text
    named = (at for match in _NAMED_EN.finditer(text) for at in (match.start("name"), match.start("kind")))
    text = with_letters(text, list(named))
    text = _POSTCODE.sub(lambda code: code[0].upper(), with_letters(text, list(_heads(text))))
    return _TITLE_EN.sub(lambda title: title[0].capitalize(), text)


def _capitalized(page: Page, cued: set[int]) -> Iterator[Word]:
    called = _called(page, cued)
    placed = announced(page, _PLACES_PL) if page.language == "pl" else set()
    after_name = False
    for index, word in enumerate(page.words):
        is_name = (
            word.folded.removesuffix("'s") in called
            or (word.start in placed and _names_a_place(page, word))
            or (after_name and may_follow_given(word))
            or _is_name(word.text, word.folded, page.language)
            or _is_before_surname(page, index)
        )
        if word.capital or is_name:
            yield word
        after_name = is_name and page.gap(index) == " " and _may_be_given(word, page.language)


def _may_be_given(word: Word, language: str) -> bool:
    return word.folded in load_names().given or name_kind(word.text.capitalize(), language) == "given"


def _called(page: Page, cued: set[int]) -> set[str]:
    """The folded words that a title or a phrase of naming announces as names, if they are not on everybody's lips."""
    counts = Counter(word.folded for word in page.words)
    found = {word.folded for word in page.words if word.start in cued and _may_be_called(word, page.language)}
    return {folded for folded in found if counts[folded] <= _OFTEN}


def _may_be_called(word: Word, language: str) -> bool:
    if not may_be_announced(word) or (language == "en" and _NO_CUE.fullmatch(word.text)):
        return False
    # After "pan" and "pani" comes anything.
    names = load_names()
    return language == "en" or word.folded in names.family or word.folded in names.given or word.text.endswith("owa")


def _names_a_place(page: Page, word: Word) -> bool:
    """Whether a Polish word names a street: an adjective (Garbarskiej), one with a number, or in no dictionary."""
    is_numbered = page.text[word.end + 1 : word.end + 2].isdigit()
    adjective = word.text.endswith(_ADJECTIVES_PL)
    return may_be_announced(word) and (is_numbered or adjective or not is_explained(word.text, "pl"))


def _is_before_surname(page: Page, index: int) -> bool:
    """Whether a word that may be a given name stands before one that can only be a family name (Pat Haines)."""
    word = page.words[index]
    if page.gap(index) != " " or is_no_name(word.folded) or name_kind(word.text, page.language) != "either":
        return False
    following = page.words[index + 1]
    return word.folded in load_names().english and name_kind(following.text, page.language) == "family"


@lru_cache(maxsize=65536)
def _is_name(text: str, folded: str, language: str) -> bool:
    """Whether a word is a name by list, by its dictionary form, or for want of any other explanation."""
    if folded in _MONTHS_EN and language == "en":
        return True
    if len(text) < 3 or is_no_name(folded) or folded in word_set("everyday"):
        return False
    if is_listed_name(text, folded, language) or name_kind(text.capitalize(), language) in ("given", "family"):
        return True
    if is_too_large(folded) or folded in word_set("nationwide"):
        return False
    if language == "pl" and _is_polish_name(text):
        return True
    root = lemma(text, language) or lemma(text.capitalize(), language)
    if root[:1].isupper():
        return not is_ordinary_word(text.capitalize(), language) or not is_listed(text, language)
    return len(text) > 3 and "'" not in text.removesuffix("'s") and _is_unknown(text.removesuffix("'s"), language)


def _is_polish_name(text: str) -> bool:
    """Whether the form is one of a common given name (Marka) or of a family name (Nowakowej), a rarer word or not."""
    name = text.capitalize()
    root = lemma(name, "pl")
    return root[:1].isupper() and (fold(root) in word_set("given_names") or not is_ordinary_word(name, "pl"))


def _is_unknown(text: str, language: str) -> bool:
    """Whether no dictionary explains a word, nor is it spoken language or an inflected word of the dictionary."""
    if is_explained(text, language) or is_ordinary_word(text.capitalize(), language) or text in _SPOKEN_EN:
        return False
    if language == "pl" and _is_polish_adverb(text):
        return False
    if language == "pl" and (_NUMERAL_PL.search(text) or is_listed(_PREFIX_PL.sub("", text), "pl")):
        return False
    endings = (
        ("s", "es", "ed", "d", "ing", "er", "ly", "y", "n") if language == "en" else ("by", "bym", "śmy", "m", "ż")
    )
    bases = [text.removesuffix(ending) for ending in endings if text.endswith(ending)]
    return not any(is_listed(base, language) for base in bases)


def _is_polish_adverb(text: str) -> bool:
    """Whether a word is made from an adjective that the dictionary has: dziennie, zaocznie."""
    pairs = (("nie", "ny"), ("nie", "ni"), ("ie", "y"), ("o", "y"), ("o", "i"), ("iej", "y"), ("ej", "y"))
    return any(text.endswith(end) and is_listed(text.removesuffix(end) + base, "pl") for end, base in pairs)


_NUMERAL_PL = re.compile(r"dziesi[ąę][tc]|naście|naścior|dzieścia|dziesięcior")
_ADJECTIVES_PL = ("skiej", "ckiej", "ska", "cka", "ską", "cką", "skiego", "ckiego")
_PREFIX_PL = re.compile(r"^(?:nie|między|wielo|współ|przed|naj|pół)")
_SPOKEN_EN = frozenset(
    "gonna wanna gotta dunno innit kinda sorta lemme gimme cuppa cos coz yous youse summat nowt owt".split()
)


def _heads(text: str) -> Iterator[int]:
    """Where a kind of house or street stands right after a name, or after another one that does."""
    capital_at = -1
    for match in _FOLLOWING_EN.finditer(text):
        before = text.rfind(" ", 0, match.start() - 1) + 1
        named = text[before : before + 1].isupper() and text[before : match.start()].strip() != "I"
        if named or before == capital_at:
            capital_at = match.start()
            yield match.start()
