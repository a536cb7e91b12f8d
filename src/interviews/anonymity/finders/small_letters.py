"""Texts written all in small letters, as by speech recognizers and in chats: they get capitals back for reading.

A working page gets them, letter for letter, so that the finders see what they know; the text itself never changes.
"""

import re
from bisect import bisect_left

from interviews.anonymity.finders.capitals_de import with_german_capitals
from interviews.anonymity.finders.capitals_other import with_other_capitals
from interviews.anonymity.finders.page import Page, Word

SURENESS = 0.85
"""What a capital that was only restored leaves of a finding's score."""
_FEWEST_SENTENCES = 4
_FEWEST_WORDS = 12
# Of 100 words so few have a capital in a text without them: a heading, a name that somebody put in afterwards.
_MOST_CAPITALS = {"de": 5, "en": 2, "pl": 2}
_LABELS = re.compile(r"^[ \t]*[A-ZÄÖÜ][\w.]{0,20}(?: \w{1,12})?[ \t]?:", re.MULTILINE)


def with_capitals(page: Page) -> Page:
    """The page itself, or, where the text has next to no capitals, one on which names and nouns have them."""
    if not _is_in_small_letters(page):
        return page
    capitalize = with_german_capitals if page.language == "de" else with_other_capitals
    restored = Page(page.original, page.language)
    restored.text = capitalize(page)
    restored.in_small_letters = True
    return restored


def _is_in_small_letters(page: Page) -> bool:
    """Whether sentences begin small, or hardly any word has a capital, the labels of speakers aside."""
    initial = [word for word in page.words if word.initial]
    small = sum(not word.capital for word in initial)
    if len(initial) >= _FEWEST_SENTENCES and 2 * small > len(initial):
        return True
    if len(page.words) < _FEWEST_WORDS:
        return False
    capitals = sum(word.capital and word.text != "I" and not word.text.startswith("I'") for word in page.words)
    spoken = len(page.words)
    if 100 * capitals > _MOST_CAPITALS.get(page.language, 2) * spoken:
        labels = _words_of_labels(page)
        capitals, spoken = capitals - labels, spoken - labels
    return spoken >= _FEWEST_WORDS and 100 * capitals <= _MOST_CAPITALS.get(page.language, 2) * spoken


def _words_of_labels(page: Page) -> int:
    """How many words with a capital are the labels of speakers (Befragte:, Speaker 1:)."""
    starts = [match.start() + len(match[0]) - len(match[0].lstrip()) for match in _LABELS.finditer(page.text)]
    words: list[Word] = list(page.words)
    at = (bisect_left(words, start, key=lambda word: word.start) for start in starts)
    return sum(index < len(words) and words[index].start == start for index, start in zip(at, starts, strict=True))
