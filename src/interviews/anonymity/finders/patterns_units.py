"""Doors, stairs, rooms and plots by their number: Stiege 4, Tür 1; Parzelle sieben; Zimmer 214."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.numerals import number_word
from interviews.text import Folded

_UNITS = (
    r"(?:parzelle|stiege|aufgang|eingang|treppenhaus|tur|top|apartment|appartement|wohnung|zimmer|hausnummer|container"
    r"|baracke|garten|laube|bungalow|stellplatz|standplatz|haus|block|gang|flur|wohneinheit|wohngruppe|etage|halle)"
)
# What has no other use of a number, so that one letter or word is enough.
_LED = "(?:parzelle|stiege|aufgang|hausnummer|baracke|bungalow|standplatz|wohneinheit)"


def find_units(page: Page) -> Iterator[Finding]:
    """Where exactly in a house, home or allotment somebody lives, in German talk."""
    if page.language != "de":
        return
    folded = Folded(page.text)
    for match in _pattern().finditer(folded.text):
        span = folded.span(*match.span())
        following = page.text[span.end : span.end + 2]
        counts = following[:1] == " " and following[1:].isupper()  # Zimmer zwei Leute
        if page.text[span.start].isupper() and not counts:
            yield Finding(span.start, span.end, EntityType.ADDR, "patterns", "a door or plot by its number", 0.6)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    number = rf"(?:nummer |nr\.? ?)?(?:\d{{1,4}}(?: ?[a-h])?|{number_word('de')}|[a-h])(?!\w|[.,:]\d)"
    single = rf"(?:{_LED} {number}|(?:zimmer|wohnung|container|tur|top|apartment|appartement) (?:nummer |nr\.? ?)?"
    single += r"(?:\d{1,4}(?: ?[a-h])?|(?!ein|zwei|drei|vier\b)" + number_word("de") + r")(?!\w|[.,:]\d))"
    chain = rf"{_UNITS} {number}(?:,? {_UNITS} {number})+"
    return re.compile(
        rf"(?<![\w-])(?:{chain}|{single})(?! (?:jahre?n?|monate?n?|wochen|tage|stunden|euro|uhr|prozent|mal)\b)"
    )
