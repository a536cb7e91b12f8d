"""Vaguer words for ages, dates, occupations, places and organisations; None where none can be worked out."""

import re
from collections.abc import Iterable
from itertools import pairwise

from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.labels import word
from interviews.anonymity.replacing.occupation_kinds import kind_of_occupation
from interviews.anonymity.replacing.organisation_kinds import kind_of_organisation
from interviews.anonymity.replacing.periods import period
from interviews.anonymity.replacing.place_kinds import kind_of_place
from interviews.text import fold

_ONES_DE = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()  # noqa: E501
_TENS_DE = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_ONES_EN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: E501
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES_PL = "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście".split()  # noqa: E501
_TENS_PL = "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt".split()  # noqa: E501


def generalize(
    entity_type: EntityType,
    form: str,
    language: str,
    *,
    before: Iterable[str] = (),
    cases: Iterable[str] = (),
    seasons: bool = False,
) -> str | None:
    """The vaguer words in brackets: `[40-49 Jahre]`, `[2022]`, `[lokale Amtsperson]`, `[Stadtteil einer Großstadt]`.

    `before` is what stands before the mentions of a place, `cases` are the municipalities that it is talked about in;
    with `seasons` a date becomes `[Herbst 2019]` where its month is known.
    """
    if entity_type is EntityType.AGE:
        return _band(form, language)
    if entity_type is EntityType.DATE:
        return period(form, language, seasons=seasons)
    kind = _kind(entity_type, form, language, before, cases)
    return f"[{kind}]" if kind else None


def _kind(entity_type: EntityType, form: str, language: str, before: Iterable[str], cases: Iterable[str]) -> str | None:
    if entity_type is EntityType.OCC:
        return kind_of_occupation(form, language)
    if entity_type is EntityType.ORG:
        return kind_of_organisation(form, language)
    if entity_type is EntityType.LOC:
        return kind_of_place(form, language, before, cases)
    return None


def age_of(form: str) -> int | None:
    """The age in years that words or figures state, between 0 and 119; that of small children in months, too."""
    age = _number_of(form)
    return age // 12 if age is not None and re.search(r"monat|month|miesi", fold(form)) else age


def _number_of(form: str) -> int | None:
    figures = re.search(r"(?<!\d)(\d{1,3})(?!\d)", form)
    if figures:
        return int(figures[1]) if int(figures[1]) < 120 else None
    words = fold(form).replace("-", " ").split()
    spelled = [*map(" ".join, pairwise(words)), *words]  # "thirty six" before "thirty"
    return next((_number_words()[words] for words in spelled if words in _number_words()), None)


def _band(form: str, language: str) -> str | None:
    age = age_of(form)
    if age is None:
        return None
    low = age // 10 * 10
    return f"[{low}-{low + 9} {word('YEARS', language)}]"


_NUMBERS: dict[str, int] = {}


def _number_words() -> dict[str, int]:
    if not _NUMBERS:
        for number in range(100):
            for spelled in _spellings(number):
                _NUMBERS.setdefault(fold(spelled), number)
    return _NUMBERS


def _spellings(number: int) -> list[str]:
    tens, ones = divmod(number, 10)
    if number < 20:
        return [_ONES_DE[number], _ONES_EN[number], _ONES_PL[number], *(["eins"] if number == 1 else [])]
    if ones == 0:
        return [_TENS_DE[tens - 2], _TENS_EN[tens - 2], _TENS_PL[tens - 2]]
    return [
        f"{_ONES_DE[ones]}und{_TENS_DE[tens - 2]}",
        f"{_TENS_EN[tens - 2]} {_ONES_EN[ones]}",
        f"{_TENS_PL[tens - 2]} {_ONES_PL[ones]}",
    ]
