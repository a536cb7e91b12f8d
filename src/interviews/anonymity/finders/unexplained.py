"""The tier of unexplained words: capitalized, in no dictionary, no compound, not merely the first of a sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.organisations import is_solid_named_compound
from interviews.anonymity.finders.page import Finding, Page, Word
from interviews.anonymity.finders.people import name_kind
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import (
    is_compound,
    is_explained,
    is_german_plural,
    is_listed,
    is_ordinary_word,
)
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large
from interviews.anonymity.words.wordlists import word_set

_PLACE_BEFORE = frozenset("in aus nach ab bis um durch from to near w we z ze do od".split())
_PLACE_BEFORE_ARTICLE = frozenset("in aus nach durch an auf".split())
_HOUSE_BEFORE = frozenset("bei vom beim zur zum at".split())
_ARTICLES = frozenset("der die das dem den the".split())
_LEAST_LETTERS = 3
# A sentence may begin with a dialect or clipped word; a name that short will stand elsewhere, too.
_LEAST_LETTERS_INITIAL = 4
# A longer word in capitals is shouted, not an abbreviation.
_LONGEST_ABBREVIATION = 5
# Farms and trades in the end of a word that no dictionary lists are family names (Obermaier, Kirchhuber).
_FAMILY_NAME = re.compile(r"\w{2,}(?:m[ae][iy]e?r|huber|lechner|hofer|moser|bichler|reiter|sen|mann)s?")
# T-Boy, J-Rod: what people are called; and what is not.
_WITH_LETTER = re.compile(r"[A-Z]-[A-Z][a-z]{2,}")
_LETTERED = frozenset(
    "t-shirt t-shirts x-ray x-rays u-turn e-mail a-level a-levels o-level o-levels t-junction d-day".split()
)
_ROMAN = re.compile(r"[IVXL]+")


def find_unexplained(page: Page) -> Iterator[Finding]:
    """Capitalized words that no dictionary explains; neighbours become one finding."""
    words = page.words
    index = 0
    while index < len(words):
        if not words[index].capital or not is_unexplained(words[index], page.language):
            index += 1
            continue
        last = index
        while last + 1 < len(words) and page.gap(last) == " " and _continues(words[last + 1], page.language):
            last += 1
        type_ = _type_of(page, index)
        score = 0.35 if words[index].initial and last == index else 0.55
        yield Finding(
            words[index].start, words[last].end, type_, "unexplained", "a capitalized word in no dictionary", score
        )
        index = last + 1


def _continues(word: Word, language: str) -> bool:
    """Whether a word belongs to the name before it: in English any capitalized one (Marlow Courier)."""
    if language == "en" and word.capital and len(word.text) > 1 and not is_too_large(word.folded):
        return "'" not in word.text and word.folded not in word_set("everyday")
    if language == "de" and word.capital and not is_german_plural(word.text):
        listed = word.folded in load_names().family
        if listed or (is_listed(word.text, "de") and not is_ordinary_word(word.text, "de")):
            return True
    return is_unexplained(word, language)


def is_unexplained(word: Word, language: str) -> bool:
    """Whether only a name explains this word."""
    if not word.capital or len(word.text) < (_LEAST_LETTERS_INITIAL if word.initial else _LEAST_LETTERS):
        return False
    return _is_unexplained(word.text.rstrip("'"), word.folded.rstrip("'"), word.initial, language)


@lru_cache(maxsize=65536)
def _is_unexplained(text: str, folded: str, initial: bool, language: str) -> bool:
    if (
        is_too_large(folded)
        or folded in word_set("nationwide")
        or folded in word_set("everyday")
        or (language == "de" and folded in word_set("known_words"))
        or _ROMAN.fullmatch(text)
    ):
        return False
    if language == "de":
        return _in_german(text, folded, initial)
    if language == "en":
        return _in_english(text, folded, initial)
    if language == "pl":
        return _in_polish(text, initial)
    return False


def _in_german(text: str, folded: str, initial: bool) -> bool:
    if is_solid_named_compound(text):
        return True
    if text.isupper() and len(text) > 1:
        if len(text) <= _LONGEST_ABBREVIATION:
            return not is_ordinary_word(text.capitalize(), "de")
        return not is_explained(text.capitalize(), "de")
    if "-" in text:
        return _has_unexplained_part(text)
    if "'" in text and is_explained(text.split("'")[0], "de"):
        return False
    if is_explained(text, "de") and (is_listed(text, "de") or not _FAMILY_NAME.fullmatch(folded)):
        return False
    return not (initial and _is_spoken(text.lower())) and not _is_dialect(text)


def _has_unexplained_part(text: str) -> bool:
    parts = [part for part in text.split("-") if len(part) > 2]
    unexplained = [
        p
        for p in parts
        if p[0].isupper() and not p.isupper() and not is_explained(p, "de") and not is_too_large(p.lower())
    ]
    return bool(unexplained)


@lru_cache(maxsize=65536)
def _is_dialect(text: str) -> bool:
    """Whether a capitalized word is a noun of the south without its e: Gschäft, Kehrwoch."""
    if re.match(r"G[bdfghklmnprstwz]", text) and is_explained("Ge" + text[1:], "de"):
        return True
    if re.match(r"J[aeiouäöülr]", text) and is_ordinary_word("G" + text[1:], "de"):  # Jespräche in Berlin
        return True
    return is_compound(text + "e") and not name_kind(text, "de")


@lru_cache(maxsize=65536)
def _is_spoken(small: str) -> bool:
    """Whether a sentence-initial word is a spoken variant: with or without a last e or t, doubled, clipped."""
    variants = {
        small + "e",
        small + "t",
        small + "n",
        small.rstrip("e"),
        small.removesuffix("e").replace("ee", "ei"),  # weeste
        small.replace("'", ""),
        small.replace("'s", ""),
    }
    return any(is_listed(variant, "de") for variant in variants if len(variant) > 2)


def _in_english(text: str, folded: str, initial: bool) -> bool:
    bare = text.removesuffix("'s").removesuffix("'")
    if "'" in bare and not bare.startswith("O'"):
        return False
    small = bare.lower()
    if _WITH_LETTER.fullmatch(bare):
        return small not in _LETTERED
    if all(is_ordinary_word(part, "en") or is_listed(part, "en") for part in small.split("-")):
        return False
    if len(small) > 4 and any(
        is_listed(small.removesuffix(ending), "en") for ending in ("s", "ed", "ing", "er", "ly", "d", "es")
    ):
        return False
    return not (initial and is_listed(text, "en"))


def _in_polish(text: str, initial: bool) -> bool:
    small = text.lower()
    if is_listed(small, "pl"):
        return (not initial and text[1:].islower()) or not is_ordinary_word(text, "pl")
    return not initial or not small.endswith(("my", "śmy", "ście", "łem", "łam", "libyśmy"))


def _type_of(page: Page, index: int) -> EntityType:
    """PER, LOC or ORG by what stands before."""
    word, before = page.words[index], page.before(index)
    kind = name_kind(word.text, page.language)
    if word.text.isupper() and 2 <= len(word.text) <= 6:
        return EntityType.ORG
    if "-" in word.text and page.language == "de" and kind not in ("given", "family"):
        return EntityType.ORG
    if (before in _PLACE_BEFORE and page.language != "pl") or (
        before in ("w", "we", "z", "ze", "do") and page.language == "pl"
    ):
        return EntityType.LOC
    if before in _ARTICLES and page.before(index, 2) in _PLACE_BEFORE_ARTICLE:
        return EntityType.LOC
    if word.folded.endswith(("er", "ern")) and before in ("die", "den", "der") and len(word.text) > 6:
        return EntityType.LOC
    if before in _HOUSE_BEFORE or (before in ("der", "the") and page.before(index, 2) in ("bei", "von", "at")):
        return EntityType.ORG
    if page.language == "de" and is_solid_named_compound(word.text):
        return EntityType.ORG
    follows_name = index and page.words[index - 2].capital and page.before(index, 2)
    return EntityType.LOC if before == "von" and not follows_name else EntityType.PER
