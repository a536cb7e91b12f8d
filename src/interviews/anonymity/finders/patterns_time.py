"""Dates, years in a context of time, and ages, in digits and in words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from interviews.anonymity.finders.lines import around
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.finders.patterns_spoken_ages import ABOUT, CHAIN, CORRECTION, spoken_ages
from interviews.anonymity.finders.patterns_spoken_dates import BEFORE_DATE, spoken_dates
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.numerals import number_word
from interviews.text import Folded, fold

_MONTHS = {
    "de": "januar|janner|februar|feber|marz|april|mai|juni|juli|august|september|oktober|november|dezember",
    "en": "january|february|march|april|may|june|july|august|september|october|november|december",
    "pl": "stycz(?:en|nia|niu|niem)|lut(?:y|ego|ym)|mar(?:zec|ca|cu|cem)|kwie(?:cien|tnia|tniu)"
    "|maj(?:a|u)?|czerw(?:iec|ca|cu)"
    r"|lip(?:iec|ca|cu)|sierp(?:ien|nia|niu)|wrze(?:sien|snia|sniu)|pazdziernik(?:a|u)?"
    r"|listopad(?:a|u|zie)?|grud(?:zien|nia|niu)",
}
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_YEAR_CUES = {
    "de": r"(?:seit|bis|ab|von|vor|nach|in|im jahre?|anfang|ende|mitte|um|jahrgang|geboren|sommer"
    r"|winter|herbst|fruhjahr|fruhling|jahre?|war|so"
    r"|circa|ca\.|dann|also|schon)",
    "en": r"(?:since|in|until|till|from|before|after|by|around|about|early|late|mid|of|summer|winter"
    r"|autumn|spring|to|back in|year|during|and)",
    "pl": r"(?:od|do|w|po|przed|okolo|roku|rok|latach|wiosna|latem|zima|jesienia|koniec|poczatek|z)",
}
_BETWEEN_YEARS = r"(?:\s?[-–/]\s?|\s(?:bis|to|until|and|und|do|i)\s(?:zum |the )?)"


def find_times(page: Page) -> Iterator[Finding]:
    """Dates and ages."""
    folded = Folded(page.text)
    counted = _counted(folded.text, page.language)
    stretches = {before: around(counted, len(folded.text), before, _AFTER) for before in (_AT, _NEAR_BY, _FAR, _ANSWER)}
    for pattern, type_, reason, score in _time_patterns(page.language):
        for match in chain.from_iterable(
            pattern.finditer(folded.text, *stretch) for stretch in stretches[_reach(pattern)]
        ):
            start, end = match.span("hit")
            span = folded.span(start, end)
            if not _fits(type_, page.text[span.start : span.end], page.text[span.end : span.end + 2]):
                continue
            yield Finding(_begin(page, folded, type_, start, end), span.end, type_, "patterns", reason, score)
            if type_ is EntityType.AGE and page.language == "de":
                yield from _further_ages(page, folded, end)


# What belongs to a date or an age and stands before it, and how far that may reach.
_LEADING = {EntityType.DATE: BEFORE_DATE, EntityType.AGE: ABOUT}
_NEAR = 25
# So far after an age the next number is still one.
_TOLD_NEAR = 70


def _begin(page: Page, folded: Folded, type_: EntityType, start: int, end: int) -> int:
    """Where a date or an age begins with what belongs to it: Anfang 2020, um die fünfzig."""
    may_be_age = type_ is EntityType.DATE and _MAY_COUNT.search(folded.text[start:end])  # Mitte fünfzig
    if page.language == "de" and not may_be_age:
        leading = _LEADING[type_].search(folded.text, max(0, start - _NEAR), start)
        start = leading.start() if leading else start
    return folded.span(start, end).start


@lru_cache(maxsize=256)
def _reach(pattern: re.Pattern[str]) -> int:
    """How far before a number a match of the pattern may begin."""
    before = pattern.pattern.partition("(?P<hit>")[0]
    if "\\?" in before:
        return _ANSWER
    if re.search(r"[*+{]", before):
        return _FAR
    return _NEAR_BY if re.sub(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)", "", before) else _AT


def _counted(text: str, language: str) -> list[tuple[int, int]]:
    """Where numbers and months stand: in German nothing else is a date or an age."""
    return [match.span() for match in _COUNTED.finditer(text)] if language == "de" else [(0, len(text))]


def _further_ages(page: Page, folded: Folded, end: int) -> Iterator[Finding]:
    """Ages that are counted on after one: zwölf, acht und fünf."""
    while match := CHAIN.match(folded.text, end) or CORRECTION.search(folded.text, end, end + _TOLD_NEAR):
        start, end = match.span("hit")
        span = folded.span(start, end)
        if not _fits(EntityType.AGE, page.text[span.start : span.end], page.text[span.end : span.end + 2]):
            return
        yield Finding(span.start, span.end, EntityType.AGE, "patterns", "an age after another one", 0.7)


def _fits(type_: EntityType, written: str, following: str) -> bool:
    """Whether the page bears out what folded text suggests: months as they are written, no noun that is counted."""
    if type_ is EntityType.DATE:
        counts = (written.isdigit() and not _YEAR_OF_LIFE.fullmatch(written)) or _MAY_COUNT.search(
            fold(written)
        ) is not None
        return written not in ("may", "march", "august", "mają") and not (
            following[:1] == " " and following[1:].isupper() and counts
        )
    return written not in ("ein", "eins", "eine", "one") and not (following[:1] == " " and following[1:].isupper())


_COUNTED = re.compile(
    rf"\d|zig|ssig|zich|ssich|zisch|[zs]g\b|sibb|siww|fenf|zwoa|zwoi|zehn|tausend|hundert|zwolf|eins|jahrig|jahr|monat|\b(?:zwei|zwo|drei|vier|funf|sechs"
    rf"|sieb|acht|neun|elf|null)"
    rf"|\b(?:{_MONTHS['de']})"
)
# Letters before a number: what belongs to it, a word or two that lead to it, a clause, a question before its answer.
_AT, _NEAR_BY, _FAR, _ANSWER = 30, 60, 80, 130
# What was counted after it.
_AFTER = 50


# Seit 2018 Rentner: so many of anything are counted by nobody.
_YEAR_OF_LIFE = re.compile(r"19[3-9]\d|20(?:0[1-9]|[1-3]\d)")
# Said before a noun these count things (siebzehn Leute) and are no year; nobody counts in longer ones.
_MAY_COUNT = re.compile(r"(?:^|[ -])(?:zehn|elf|zwolf|\w{3,5}zehn|zwanzig|dreissig|\w{4,5}zig|\w+und\w+zig)$")


@lru_cache(maxsize=8)
def _time_patterns(language: str) -> tuple[tuple[re.Pattern[str], EntityType, str, float], ...]:
    languages = [language] if language in _MONTHS else list(_MONTHS)
    months = "|".join(_MONTHS[each] for each in languages)
    cues = "|".join(_YEAR_CUES[each] for each in languages)
    year = rf"{_YEAR}(?:{_BETWEEN_YEARS}{_YEAR}|{_BETWEEN_YEARS}\d\d(?!\d))?(?: roku| r\.)?"
    day = r"(?:(?:the )?\d{1,2}(?:\.|st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}\.?)? (?:of )?)"
    dates = [
        rf"(?<![\w.,/])(?P<hit>(?:\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d\d(?!\d))?|\d{{1,"
        rf"2}}/\d{{1,2}}/\d{{2,4}}|{_YEAR}-\d\d-\d\d))(?!\w)",
        rf"(?<!\w)(?P<hit>(?:(?:anfang|mitte|ende|early|late|mid) )?{day}?(?:{months})(?:,? "
        rf"{day}(?!\d))?(?:,? (?:of )?{_YEAR}(?: roku| r\.)?)?)(?!\w)",
        rf"(?<!\w)(?:{cues})[ ,]{{1,2}}(?P<hit>{year})(?![\w%]|[.,]\d)",
        rf"(?<![\w.,/-])(?P<hit>{_YEAR}{_BETWEEN_YEARS}{_YEAR})(?!\w)",
        rf"(?<![\w.,/-])(?P<hit>{_YEAR})(?= (?:bin|sind|kam|kamen|war|waren|hat|haben|ist|wurde"
        rf"|wurden|roku|r\.|gekommen|geboren|war|was|were|we|i|it|when|as)\b)",
        rf"(?<![\w.,/-])(?P<hit>{_YEAR})(?=[,.;!?)]|$)(?!\.\d)",
        r"(?<![\w.,/-])(?P<hit>(?:19[3-9]\d|20[0-3]\d))(?= (?!euro|uhr|prozent|mark|zloty|qm|m2"
        r"|mal|pounds|people|or\b|oder\b)[a-z])",
        r"(?<!\w)(?:od|do|w|konca|poczatku|polowy|polowie) (?P<hit>maja)(?!\w)",
        *spoken_dates(language),
    ]
    found = [(re.compile(pattern), EntityType.DATE, "a date", 0.85) for pattern in dates]
    return (*found, *((re.compile(pattern), EntityType.AGE, "an age", 0.8) for pattern in _age_patterns(language)))


_TENS = "(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)"
_TEENS_AND_TENS = (
    r"(?:drei|vier|funf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|funf|sechs|sieben"
    r"|acht|neun)und)(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)"
)


_ENGLISH_OLDER = (
    r"(?:[1-9]\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_EN_SOFT = "(?:(?:now|only|just|about|around|already|nearly|almost|like|still|maybe|over|well over) )*"
_POLISH_TENS = (
    "(?:dwudziest|trzydziest|czterdziest|piecdziesiat|szescdziesiat|siedemdziesiat|osiemdziesiat|dziewiecdziesiat)"
)


def _age_patterns(language: str) -> list[str]:
    number = rf"(?:\d{{1,3}}|{number_word(language)})"
    free = (
        r"(?=\s*(?:[.,;:!?)…–-](?!\d)|$|\n|(?:und|oder|geworden|bin|war|ist|sind|dann|gewesen|also"
        r"|ne|ja|jetzt|and|or|now|then|when|but|with|i|a|ale|juz|wtedy|teraz)\b))"
    )
    older = rf"(?:1[1-9]|[2-9]\d|elf|zwolf|{_TEENS_AND_TENS}|{_TENS})"
    german = [
        rf"(?<!\w)(?P<hit>{number} (?:jahre|monate|wochen|tage) alt)(?!\w)",
        rf"(?<!\w)(?P<hit>{number}[ -]?jahrig\w*)",
        rf"(?<!\w)(?:bin|ist|war|wird|werde|wurde|bist) (?:(?:jetzt|nun|erst|gerade|heute"
        rf"|inzwischen|auch|mittlerweile|damals|fast|knapp|ungefahr|etwa|bald|so um die|so|um die) "
        rf")*"
        rf"(?P<hit>{number}(?: jahre| monate)?){free}",
        rf"(?<!\w)(?:wird|werde|werden|wirst) (?:(?:im|am|nachst\w+|dieses|bald|schon|ubermorgen) (?:\w+ )?){{1,2}}"
        rf"(?P<hit>{number}){free}",
        rf"(?<!\w)(?:bin|ist|war|bist) (?:(?:ja|schon|da|auch|jetzt) )+(?P<hit>{number}){free}",
        rf"(?<!\w)(?:mit|anfang|mitte|ende) (?P<hit>{older})(?= (?!prozent|euro|uhr|mal|bis|von"
        rf"|oder|anderen|weiteren|zu )[a-z]|[,.;!?])",
        r"(?<!\w)(?P<hit>(?:anfang|mitte|ende) (?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig"
        r"|achtzig|neunzig|[2-9]0))(?!\w)",
        r"(?<=, )(?P<hit>[1-9]\d jahre)(?=[.,;])",
        rf"(?<!\w)(?:schon|ist|bin|so) (?:uber|um die|knapp|fast|gut|an die) (?P<hit>{_TENS}|[2-9]\d)(?=[.,;!?])",
        rf"(?<=[a-z], )(?P<hit>(?:[1-9]\d|{_TEENS_AND_TENS}))(?=[,.] (?!{number}))",
        rf"(?<!\w)(?:dame|kleine|kleiner|sohn|tochter|junge|madchen|enkel|enkelin), (?P<hit>{number})(?=[.,;])",
        rf"(?<!\w)(?:war|bin) (?:ich|er|sie) (?:(?:da|jetzt|schon|erst|gerade|ja|auch|noch|damals|mal) )*"
        rf"(?P<hit>{older}|[1-9])(?= und\b|[,.;!?]|$|\n)",
        rf"(?<!\w)(?:alter|jahre alt)(?: (?:ist|von))?:? (?P<hit>{number}){free}",
        *spoken_ages(),
    ]
    english = [
        rf"(?<!\w)(?P<hit>{number}[ -](?:years?|months?)[ -]olds?)(?!\w)",
        rf"(?<!\w)(?:i'm|i am|he's|she's|is|was|he is|she is|i was|are|turned|turning|aged|age|be"
        rf"|at|nearly|almost|just turned|now) (?:(?:now|only|just|about|already|nearly|almost|like"
        rf"|still) )*(?P<hit>{number}){free}",
        rf"(?<!\w)(?:i'm|i am|i was|he's|she's|he was|she was|he is|she is|turned|turning|turns) {_EN_SOFT}"
        rf"(?P<hit>{number})(?= (?:in|this|next|last|when|by|at the|on) )",
        rf"(?<!\w)(?:lad|girl|boy|son|daughter|eldest|youngest|oldest|middle one|baby|brother|sister|mum|dad|husband"
        rf"|wife|mother"
        rf"|father|nan|gran|grandad|twins|kids?|little one|big one|grandson|granddaughter)(?:'s| is| was| are| were|,) "
        rf"{_EN_SOFT}(?P<hit>{number}){free}",
        rf"(?<!\w)been {_EN_SOFT}(?P<hit>{_ENGLISH_OLDER}|1\d|(?:thir|four|fif|six|seven|eigh|nine)teen|eleven"
        rf"|twelve){free}",
        rf"(?<=[.!?] )(?P<hit>{_ENGLISH_OLDER})(?=[.!])",
        rf"(?<=[a-z], )(?P<hit>{_ENGLISH_OLDER})(?=[,.] (?!{number}))",
        r"(?<!\w)(?P<hit>(?:in (?:my|his|her|their) )?(?:early |mid |late |mid-)?(?:twenties"
        r"|thirties|forties|fifties|sixties|seventies|eighties))(?!\w)",
    ]
    polish = [
        rf"(?<!\w)(?:mam|ma|mial|miala|mialem|mialam|maja|skonczyl\w*|konczy|skoncze|majac\w*) "
        rf"(?:(?:teraz|juz|wtedy|dopiero|prawie|jakies) )*(?P<hit>{number}(?: lata?| rok)?)(?: "
        rf"lata?| rok)?(?!\w)(?! (?:dzieci|pokoj|cork|syn|mieszka|osob|godzin|tysi|metr))",
        rf"(?<!\w)(?P<hit>{number}[ -]?letni\w*)",
        rf"(?<!\w)(?P<hit>lat {number})(?=[,.;])",
        rf"(?<!\w)(?:syn|corka|brat|siostra|mlodsz[ya]|starsz[ya]|drug[ia]|najmlodsz[ya]|najstarsz[ya]|wnuk"
        rf"|wnuczka)(?: ma)? "
        rf"(?P<hit>{number})(?=[,.;!?])",
        rf"(?<=, )(?P<hit>{number} lata?)(?!\w)",
        rf"(?<!\w)(?P<hit>(?:po |przed |pod |kolo )?{_POLISH_TENS}(?:k[aie]|ce))(?!\w)",
    ]
    return {"de": german, "en": english, "pl": polish}.get(language, german + english)
