"""Texts written all in small letters, as in chats and close transcripts: names get their capital back for reading."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.page import Page, Word
from interviews.anonymity.words.dictionary import is_listed, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import word_set

_FEWEST_SENTENCES = 4
_LEAST_LETTERS = 3
# A word that no dictionary has is a name right after one of these.
_CUES = re.compile(
    r"(?<!\w)(?:(?:ich|er|sie) hei(?:ß|ss)(?:e|t)?|ich bin(?: die| der)?|mein name ist|namens|herrn?|frau"
    r"|familie|pfarrer|pastor|imam"
    r"|onkel|tante|oma|opa|bruder|schwester|cousine?|freund(?:in)?|kollegin?|chef(?:in)?"
    r"|i'm|my name is|called|mrs?|miss|ms|uncle|aunt(?:ie)?"
    r"|nazywam się|mam na imię|pani?|ciocia|wujek) (?=[^\W\d_])"
)


def with_capitals(page: Page) -> Page:
    """The page itself, or, where sentences begin small, one on which listed and announced names have capitals."""
    small = [word for word in page.words if word.initial and not word.capital]
    initial = sum(word.initial for word in page.words)
    if initial < _FEWEST_SENTENCES or 2 * len(small) <= initial:
        return page
    letters = list(page.text)
    for word in _names(page):
        letters[word.start] = letters[word.start].upper()
    restored = Page(page.original, page.language)
    restored.text = "".join(letters)
    restored.in_small_letters = True
    return restored


def _names(page: Page) -> Iterator[Word]:
    announced = {match.end() for match in _CUES.finditer(page.text)}
    for word in page.words:
        if word.capital or len(word.text) < _LEAST_LETTERS or len(word.text[0].upper()) > 1:
            continue
        if _may_be_name(word.text, word.folded, page.language) and (word.start in announced or _is_known(word.folded)):
            yield word


@lru_cache(maxsize=16384)
def _may_be_name(text: str, folded: str, language: str) -> bool:
    if is_too_large(folded) or folded in word_set("nationwide") or folded in word_set("everyday"):
        return False
    return not is_listed(text.lower(), language) and not is_ordinary_word(text.capitalize(), language)


def _is_known(folded: str) -> bool:
    return folded in load_names().given or folded in load_towns()
