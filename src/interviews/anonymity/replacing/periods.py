"""Dates made vaguer: the year, the season, or the decade of a bare year."""

import re
from functools import lru_cache

from interviews.anonymity.replacing.labels import word
from interviews.text import fold

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)\d{1,2}[./]\s?(1[0-2]|0?[1-9])(?:[./]|(?!\d))")
_MONTH_YEAR = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])[./-](?:1[89]|20)\d\d(?!\d)")
_ISO = re.compile(r"(?<!\d)(?:1[89]|20)\d\d-(1[0-2]|0[1-9])-\d\d(?!\d)")
_SEASONS = {
    "de": ("Winter", "Frühling", "Sommer", "Herbst"),
    "en": ("winter", "spring", "summer", "autumn"),
    "pl": ("zima", "wiosna", "lato", "jesień"),
}


# Months as they stand after a Polish preposition (w grudniu), and the seasons in German, English and Polish.
_LOCATIVES = (
    "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu".split()
)
_NAMED_SEASONS = (
    "winter winters zima zimą zimy zimie",
    "frühling frühjahr frühlings spring wiosna wiosną wiosny wiośnie",
    "sommer sommers summer lato latem lata lecie",
    "herbst herbstes autumn fall jesień jesienią jesieni",
)


def period(form: str, language: str, *, seasons: bool = False) -> str | None:
    """`[2022]` or, with `seasons`, `[Winter 2022]`; `[1950er Jahre]` for a bare year; None where nothing is known."""
    years = _YEAR.findall(form)
    if years and is_bare_year(form):
        decades = list(dict.fromkeys(year[:3] + "0" for year in years))
        return f"[{' - '.join(word('DECADE', language).format(decade) for decade in decades)}]"
    season = _season(form, language) if seasons and len(set(years)) < 2 else None
    if season:
        return f"[{' '.join([season, *years[:1]])}]"
    if not years:
        return None
    return f"[{years[0]}]" if len(set(years)) == 1 else f"[{years[0]}-{years[-1]}]"


def is_bare_year(form: str) -> bool:
    """Whether nothing but years is stated: generalizing a date to its year would change nothing."""
    plain = bool(_YEAR.search(form)) and not re.search(r"\d", _YEAR.sub("", form))
    return plain and not _named_months(form) and not _named_seasons(form)


def _season(form: str, language: str) -> str | None:
    """The season of the only month that is told; December belongs to the winter of its year, January to that of its."""
    months = _named_months(form) or {
        int(match[1]) for pattern in (_ISO, _DAY_MONTH, _MONTH_YEAR) for match in [pattern.search(form)] if match
    }
    names = _SEASONS.get(language, _SEASONS["en"])
    found = {names[month % 12 // 3] for month in months} | {names[number] for number in _named_seasons(form)}
    return found.pop() if len(found) == 1 else None


def _named_months(form: str) -> set[int]:
    return {_months()[word] for word in _words(form) if word in _months()}


def _named_seasons(form: str) -> set[int]:
    words = _words(form) if _YEAR.search(form) else set()  # alone, lata are years and Sommer a name
    return {number for number, names in enumerate(_NAMED_SEASONS) if words & set(fold(names).split())}


def _words(form: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold(form)))


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The folded names of months in German, English and Polish, in the nominative and as in dates."""
    from babel.dates import get_month_names

    contexts = ("format", "stand-alone")
    return {fold(name): number for number, name in enumerate(_LOCATIVES, start=1)} | {
        fold(name): number
        for code in ("de", "en", "pl")
        for context in contexts
        for number, name in get_month_names("wide", context, locale=code).items()
    }
