"""Streets, squares, house numbers and postcodes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_listed, is_ordinary_word
from interviews.anonymity.words.numerals import number_word

_NUMBER = r"(?:\d{1,3}(?: ?[a-h])?(?!\w)(?:[-–/]\d{1,3}[a-h]?(?!\w))?)"
_UPPER = r"[A-ZÄÖÜŁŚŻŹĆŞİÇ]"
_WORD = rf"{_UPPER}[\w'-]*"
_STREET = (
    r"(?:straße|strasse|str\.|weg|gasse|allee|ufer|deich|platz|markt|ring|damm|chaussee|stieg"
    r"|steig|twiete|wall|graben|hof|gang|kamp|winkel|zeile|promenade|brücke|tor|berg|garten"
    r"|park|pfad)"
)
_DE_SOLID = re.compile(rf"(?<!\w)(?P<name>{_UPPER}[\w-]*?{_STREET})(?P<number>,? (?:Nummer |Nr\. ?)?{_NUMBER})?(?!\w)")
_DE_LOOSE = re.compile(
    rf"(?<!\w)(?P<first>{_UPPER}[\w-]+(?:er|en|ische|e|[a-zß]))(?P<gap>[ -])(?P<kind>Straße"
    rf"|Strasse|Str\.|Weg|Gasse|Allee|Ufer|Deich|Platz|Markt|Ring|Damm|Chaussee"
    rf"|Stieg|Steig|Twiete|Wall|Graben|Hof|Gang|Kamp|Brücke|Tor)(?P<number>,? (?:Nummer |Nr\. ?)?{_NUMBER})?(?!\w)"
)
_DE_AT = re.compile(
    rf"(?<!\w)(?:Am|An der|An den|Auf der|Auf dem|Im|In der|Zum|Zur|Hinter der|Hinter dem"
    rf"|Unter den|Vor dem|Bei der) (?:{_UPPER}[\w-]+ )?{_WORD},? (?:Nummer |Nr\. ?)?{_NUMBER}"
)
# A preposition with a capital letter within a sentence is part of a name.
_DE_AT_CAPITAL = re.compile(
    rf"(?<=[a-zäöüß,] )(?:Am|Im|An der|An den|Auf der|Auf dem|Zum|Zur|In der|In den|Hinter der"
    rf"|Hinter dem|Unter den|Vor dem|Bei der) (?:(?:Alten|Neuen|Großen|Kleinen|Hohen|Langen) "
    rf")?{_WORD}"
)
_DE_AT_NAMED = re.compile(
    rf"(?<!\w)(?:am|an der|im|auf der|auf dem|hinterm|vom|zum|beim) (?P<hit>(?:Alten|Neuen"
    rf"|Großen|Kleinen|Hohen|Langen|Breiten|Krummen|Oberen|Unteren) {_WORD})(?! \w+ \d)"
)
# In der Torgauer 12: the street is understood.
_DE_UNDERSTOOD = re.compile(
    rf"(?<!\w)(?:[Ii]n|[Aa]uf|[Vv]on|[Aa]us|[Aa]n|[Nn]eben) der (?P<hit>{_UPPER}[a-zäöüß]{{2,}}er {_NUMBER})"
    r"(?![\w%]|[.,:]\d| (?:Uhr|Prozent|Jahre|Mark|Euro))"
)
_PL = re.compile(
    rf"(?<!\w)(?:[Uu]l\.|[Uu]lic(?:a|y|ę|ą)|[Aa]l\.|[Aa]lej(?:a|i|ę|ą)|[Aa]leje|[Oo]s\."
    rf"|[Oo]siedl(?:e|u|a)|[Pp]l\.|[Pp]lac(?:u|em)?|[Rr]yn(?:ek|ku)|[Ss]kwer(?:ze)?)"
    rf" (?P<name>(?:\d+ )?{_WORD}(?: {_WORD})*)(?P<number> \d{{1,3}}[a-z]?(?:/\d+)?(?: m(?:\.|ieszkania)? ?\d+)?)?"
)
_PL_ON = re.compile(
    rf"(?<!\w)(?P<hit>{_UPPER}\w+(?:skiej|skiego|ckiej|ckiego|nej|owej|iej|ego|ska|cka|na|owa) "
    rf"\d{{1,3}}[a-z]?(?:/\d+)?(?:,? m(?:\.|ieszkani\w*)? ?\d+)?)"
)
_EN_KIND = (
    r"(?:Street|Road|Row|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Place|Court"
    r"|Way|Walk|Hill|Mews|Square|Gate|Parade|House|Heights|Towers?|Point|View|Green|Fields|Meadows?|Wharf|Quay|Estate"
    r"|Mansions|Buildings|Rd|St|Ave)"
)
_EN = re.compile(
    rf"(?<!\w)(?P<number>(?:(?:[Ff]lat|[Nn]umber) \d+[a-z]?,? )?\d{{1,4}}[a-z]?,? "
    rf")?(?P<name>(?:{_UPPER}[\w']+ ){{1,3}}){_EN_KIND}(?P<after> \d{{1,3}})?(?!\w)"
)
_EN_LEADING = re.compile(
    r"^(?:The|On|In|At|And|But|So|From|Near|Along|Down|Up|Off|By|My|Our|That|This|Then|I|We"
    r"|They|It|Not|No|Yes|Oh|Well) "
)
_CODE_TOWN = re.compile(rf"(?<![\w-])(?:D-)?(?P<code>\d{{5}}|\d\d-\d{{3}})(?=,? {_WORD}|[.,;)])")
_TOWN = re.compile(rf",? (?P<hit>{_WORD})")
_CODE_UK = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)")
_EVERYWHERE = frozenset(
    "haupt neben seiten einkaufs spiel durchgangs wohn bundes land landes einbahn autobahn "
    "geschäfts verkehrs zufahrts quer parallel fußgänger schnell ausfall"
    " umgehungs milch straßen markt bahnhofs".split()
)


def find_addresses(page: Page) -> Iterator[Finding]:
    """Streets and squares with or without a number, postcodes."""
    for start, end, certain in _streets(page):
        if page.language == "de" and not certain and (spoken := _spoken_number().match(page.text, end)):
            end, certain = spoken.end(), True
        reason = "a street with a number" if certain else "a street or square"
        yield Finding(start, end, EntityType.ADDR, "patterns", reason, 0.95 if certain else 0.75)
    for match in _CODE_TOWN.finditer(page.text):
        if _is_postcode(match["code"], page.text[match.end() : match.end() + 14]):
            yield Finding(match.start(), match.end(), EntityType.ADDR, "patterns", "a postcode", 0.85)
            if town := _TOWN.match(page.text, match.end()):
                yield Finding(town.start("hit"), town.end(), EntityType.LOC, "patterns", "follows a postcode", 0.85)
    for match in _CODE_UK.finditer(page.text):
        yield Finding(match.start(), match.end(), EntityType.ADDR, "patterns", "a postcode", 0.9)


@lru_cache(maxsize=1)
def _spoken_number() -> re.Pattern[str]:
    """A house number in words, with nothing after it that it could count."""
    number = number_word("de").replace("funf", "fünf").replace("zwolf", "zwölf").replace("dreissig", "drei(?:ß|ss)ig")
    return re.compile(rf",? (?:Nummer )?{number}(?: ?[a-h])?(?![\wäöüß]| [A-ZÄÖÜ]| Uhr| (?:bis|oder) )")


def _is_postcode(code: str, following: str) -> bool:
    """Whether five digits stand before a town and not before what they count."""
    if re.match(r",? (?:Euro|Mark|Zloty|Leute|Menschen|Einwohner|Wohnungen|Mal|Stück)", following):
        return False
    return code[2:3] == "-" or bool(re.match(r",? [A-ZÄÖÜ]", following))


def _streets(page: Page) -> Iterator[tuple[int, int, bool]]:
    if page.language == "pl":
        yield from _polish(page.text)
    elif page.language == "en":
        yield from _english(page.text)
    else:
        yield from _german(page.text)


def _german(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _DE_SOLID.finditer(text):
        if match["number"] or _is_street_name(match["name"]):
            yield match.start(), match.end(), bool(match["number"])
    for match in _DE_LOOSE.finditer(text):
        if _is_first_part(match["first"], match["gap"], bool(match["number"])) or _is_capital_adjective(text, match):
            yield match.start(), match.end(), bool(match["number"])
    for match in _DE_UNDERSTOOD.finditer(text):
        yield *match.span("hit"), True
    for match in _DE_AT.finditer(text):
        yield match.start(), match.end(), True
    for match in _DE_AT_CAPITAL.finditer(text):
        yield match.start(), match.end(), False
    for match in _DE_AT_NAMED.finditer(text):
        yield match.start("hit"), match.end("hit"), False


def _is_street_name(name: str) -> bool:
    """Whether a compound names one street or square, not a kind of them such as Einkaufsstraße or Parkplatz."""
    small = name.lower()
    for ending in ("straße", "strasse", "str.", "gasse", "allee", "chaussee", "twiete", "ufer", "deich"):
        if small.endswith(ending):
            first = small.removesuffix(ending).rstrip("-")
            return len(first) >= 3 and first not in _EVERYWHERE
    if re.fullmatch(r"(?:Nord|Süd|Ost|West|Innen|Außen)(?:ring|wall|damm|platz|markt)", name):
        return True
    if small.endswith("ring") and small[-5:-4] in "aeiouy":  # Monitoring, Catering
        return False
    if small.endswith(("platz", "markt", "ring", "damm", "weg", "steig", "stieg")):
        return not is_listed(name, "de") and not _is_kind_of_place(small)
    return False


def _is_kind_of_place(small: str) -> bool:
    first = small
    for ending in ("platz", "markt", "ring", "damm", "weg", "steig", "stieg"):
        first = first.removesuffix(ending)
    kinds = (
        "arbeits ausbildungs kita kurs schul studien therapie pflege betreuungs stell steh sitz "
        "schlaf spiel bolz fußball sport park lager markt kinder kindergarten wohnungs immobilien"
    )
    return first.strip("-") in kinds.split() or first.endswith(
        ("kurs", "ungs", "garten", "heim", "arbeits", "wohnungs")
    )


def _is_first_part(first: str, gap: str, numbered: bool) -> bool:
    if numbered or gap == "-":
        return True
    if first.endswith("er") and not is_ordinary_word(first, "de"):
        return True
    return not is_listed(first.lower(), "de") and not is_ordinary_word(first, "de")


def _is_capital_adjective(text: str, match: re.Match[str]) -> bool:
    """Whether an adjective within a sentence has a capital letter, as in the name of a street (die Lange Straße)."""
    within = bool(re.search(r"[\wäöüß,/] $", text[max(0, match.start() - 2) : match.start()]))
    return (
        within
        and match["first"].endswith(("e", "en", "er"))
        and is_listed(match["first"].lower(), "de")
        and match["gap"] == " "
    )


def _polish(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _PL.finditer(text):
        yield match.start(), match.end(), bool(match["number"])
    for match in _PL_ON.finditer(text):
        yield match.start("hit"), match.end("hit"), True


def _english(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _EN.finditer(text):
        start = match.start()
        if not match["number"] and (leading := _EN_LEADING.match(match[0])):
            start += leading.end()
            if len(match[0][leading.end() :].split()) < 2:
                continue
        yield start, match.end(), bool(match["number"])
