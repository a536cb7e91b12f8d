"""Vaguer words for ages, dates and occupations, where they can be worked out; None where they cannot."""

import re
from itertools import pairwise

from interviews.anonymity.labels import word
from interviews.anonymity.mention import EntityType
from interviews.text import fold

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_ONES_DE = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()  # noqa: E501
_TENS_DE = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_ONES_EN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: E501
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES_PL = "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście".split()  # noqa: E501
_TENS_PL = "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt".split()  # noqa: E501
# Stems of occupations, folded; the first group that fits names the kind. Offices come first: they name their holder.
_OCCUPATIONS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        r"burgermeister|dezernent|stadtrat|landrat|ortsvorsteher|amtsleit|quartiersmanag|mayor|councillor|burmistrz|radn",
        {"de": "lokale Amtsperson", "en": "local official", "pl": "osoba na lokalnym urzędzie"},
    ),
    (
        r"schulleit|lehrer|rektor|erzieher|teacher|headmaster|nauczyciel|dyrektor szkoly",
        {"de": "Bildungsberuf", "en": "education professional", "pl": "zawód oświatowy"},
    ),
    (
        r"arzt|arztin|pfleg|krankenschwester|hebamme|apothek|doctor|nurse|midwife|lekarz|pielegniar",
        {"de": "Gesundheitsberuf", "en": "health professional", "pl": "zawód medyczny"},
    ),
    (
        r"sozial|streetwork|berater|social worker|pracowni\w+ socjaln",
        {"de": "Beruf der sozialen Arbeit", "en": "social work professional", "pl": "zawód socjalny"},
    ),
    (
        r"imam|pfarrer|priester|hodscha|rabbi|vicar|priest|ksiadz",
        {"de": "geistliches Amt", "en": "religious office", "pl": "duchowny"},
    ),
    (
        r"arbeiter|bergmann|schlosser|maurer|worker|robotni",
        {"de": "Beruf in Industrie oder Handwerk", "en": "industrial worker", "pl": "zawód robotniczy"},
    ),
)


def generalize(entity_type: EntityType, form: str, language: str) -> str | None:
    """The vaguer words in brackets: `[40-49 Jahre]`, `[2022]`, `[1950er Jahre]`, `[lokale Amtsperson]`."""
    if entity_type is EntityType.AGE:
        return _band(form, language)
    if entity_type is EntityType.DATE:
        return _period(form, language)
    if entity_type is EntityType.OCC:
        return _occupation(form, language)
    return None


def age_of(form: str) -> int | None:
    """The age that words or figures state, between 0 and 119."""
    figures = re.search(r"(?<!\d)(\d{1,3})(?!\d)", form)
    if figures:
        return int(figures[1]) if int(figures[1]) < 120 else None
    words = fold(form).replace("-", " ").split()
    spelled = [*map(" ".join, pairwise(words)), *words]  # "thirty six" before "thirty"
    return next((_number_words()[words] for words in spelled if words in _number_words()), None)


def is_bare_year(form: str) -> bool:
    """Whether nothing but years is stated: generalizing a date to its year would change nothing."""
    return bool(_YEAR.search(form)) and not re.search(r"\d", _YEAR.sub("", form)) and not _names_a_month(form)


def _names_a_month(form: str) -> bool:
    from babel.dates import get_month_names

    words = set(re.findall(r"[^\W\d_]+", fold(form)))
    months = {fold(name) for code in ("de", "en", "pl") for name in get_month_names("wide", locale=code).values()}
    return bool(words & months)


def _band(form: str, language: str) -> str | None:
    age = age_of(form)
    if age is None:
        return None
    low = age // 10 * 10
    return f"[{low}-{low + 9} {word('YEARS', language)}]"


def _period(form: str, language: str) -> str | None:
    years = _YEAR.findall(form)
    if not years:
        return None
    if not is_bare_year(form):
        return f"[{years[0]}]" if len(set(years)) == 1 else f"[{years[0]}-{years[-1]}]"
    decades = list(dict.fromkeys(year[:3] + "0" for year in years))
    return f"[{' - '.join(word('DECADE', language).format(decade) for decade in decades)}]"


def _occupation(form: str, language: str) -> str | None:
    folded = fold(form)
    for stems, names in _OCCUPATIONS:
        if re.search(stems, folded):
            return f"[{names.get(language, names['en'])}]"
    return None


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
