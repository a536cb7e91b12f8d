"""Bodies told by what people say of them: der afghanische Kulturverein"
", das Projekt hieß Wir im Quartier, TU Ilmenau."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from interviews.anonymity.finders.institutions import TIMES, is_institution, is_person
from interviews.anonymity.finders.lines import around
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_german_plural, is_listed, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import read_list, word_set
from interviews.text import fold

_CAPITAL = r"[A-ZÄÖÜİŞÇ][\w'-]*"
# The congregation or club of a people or a church; of these a town has one.
_OF_A_PEOPLE = re.compile(
    r"(?<!\w)(?P<hit>(?P<people>(?!evangelisch|katholisch)[a-zäöüß]+(?:-[a-zäöüß]*)?(?:isch|orthodox))(?:e"
    r"|er|en|em|es) "
    r"[A-ZÄÖÜ]?\w*(?:[Vv]erein|[Gg]emeinde|[Zz]entrum|[Vv]erband|[Mm]oschee|[Kk]irche|[Kk]lub|[Cc]lub"
    r"|[Aa]kademie))(?![\w-])"
)
_CHURCHES = re.compile(
    r"\w+-(?:orthodox|katholisch|apostolisch|evangelisch)|alevitisch|jesidisch|ezidisch|koptisch|tamilisch"
)
_CALLED = re.compile(
    r"(?<!\w)(?:[A-ZÄÖÜ]\w*)?(?:[Pp]rojekt|[Vv]erein|[Ii]nitiative|[Gg]ruppe|[Ll]aden|[Cc]afé|[Tt]reff"
    r"|[Pp]rogramm|[Bb]ündnis"
    r"|[Kk]ita|[Kk]indergarten|[Ss]chule|[Ff]irma|[Zz]eitung|[Kk]neipe|[Bb]and|[Mm]annschaft|[Cc]hor|[Hh]eim|[Dd]isco|[Dd]iskothek|[Bb]ar|[Ll]okal|[Cc]lub|[Kk]lub|[Ss]chiff"
    r"|[Bb]oot|[Kk]ahn|[Hh]of|[Bb]etrieb|[Ff]abrik|[Zz]eche|[Gg]rube|[Ss]iedlung|[Ll]ager|[Cc]amp|[Hh]otel|[Rr]estaurant|[Ii]mbiss"
    r"|[Ss]alon|[Ss]tudio|[Ww]erkstatt|[Vv]erlag|[Oo]rchester|[Tt]heater|[Kk]ino|[Vv]erband|[Ss]tiftung|[Gg]emeinde|[Pp]odcast|[Gg]enossenschaft)"
    r"(?: (?!heißt|hieß|nenn)[a-zäöüß]+){0,3}(?: [a-zäöüß]+)?,? (?:heißt|hieß|nennt sich"
    r"|nannte sich) (?:(?:ja|halt|glaub ich|auch) )?"
    rf"(?P<hit>{_CAPITAL}(?: (?:[a-zäöüß]+ ){{0,2}}{_CAPITAL}){{0,3}})(?=[,.;!?]| und )"
)
_SO_IT_IS_CALLED = re.compile(
    rf"(?<=[.!?:,] )(?P<hit>{_CAPITAL}(?: (?:[a-zäöüß]+ ){{0,2}}{_CAPITAL}){{1,3}}),? (?:so )?(?:heißt"
    rf"|hieß) (?:es|das|die|der)(?=[,.;])"
)
_TOLD = re.compile("hei(?:ß|ss)t|hieß|nennt sich|nannte sich")
# So far from the verb stands what is called so.
_NEAR = 120
_CALLING = frozenset({_CALLED, _SO_IT_IS_CALLED})
# Nachbarn für Nachbarn, Hand in Hand, Frauen helfen Frauen.
_TWICE = re.compile(
    r"(?<!\w)(?P<hit>(?P<noun>[A-ZÄÖÜ][a-zäöüß]{3,}) (?:für|helfen|mit|in|gegen|bei|und) (?P=noun))(?![\w-])"
)
_IDIOMS = frozenset(
    "hand schritt schulter gesicht tag stunde woche jahr seite stuck punkt wort tur kopf auge arm".split()
)
_SAYING_MORE = re.compile(
    r"(?<!\w)(?P<hit>(?:Initiative|Bündnis|Projekt|Aktion|Arbeitskreis|Kampagne|Verein) [A-ZÄÖÜ][a-zäöüß]{3,}"
    r" (?:für|in|gegen|helfen|statt|ohne|im|am) [A-ZÄÖÜ][\wäöüß-]{2,})(?![\w-])"
)
# Those of clubs, not of parties.
_COLOURED = re.compile(
    rf"(?<![\w-])(?P<hit>(?:(?:Rot|Blau|Grün|Schwarz|Gelb)-(?:Wei(?:ß|ss)|Gold|Silber)|Blau-(?:Gelb|Rot)|Rot-Blau)"
    rf"(?: {_CAPITAL})?)(?![\w-])"
)
_LETTERS = re.compile(r"(?<![\w-])(?P<hit>[A-ZÄÖÜ]{2,4} (?P<town>[A-ZÄÖÜ][\w-]{2,}))(?![\w-])")
_OF_A_TOWN = re.compile(r"(?<!\w)(?P<hit>(?P<town>[A-ZÄÖÜ][a-zäöüß-]{2,})er (?P<noun>[A-ZÄÖÜ][a-zäöüß]+))(?![\w-])")
_NUMBERED = re.compile(
    r"(?<!\w)(?P<hit>(?:\d{1,3}\. )?(?:Löschzug|Bezirksausschuss|Grundschule|Gesamtschule|Oberschule"
    r"|Mittelschule|Kita|Wache"
    r"|Gymnasium|Realschule|Förderschule|Polizeirevier|Bauabschnitt|Kleingartenanlage)(?: Nr\.| Nummer)?"
    r" (?:\d{1,3}|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)|\d{2,3}\. (?:Grundschule"
    r"|Oberschule|Mittelschule|POS))"
    r"(?![\w-]| [A-ZÄÖÜ])"
)
_PLAYED_AT = re.compile(
    r"(?<!\w)(?:spiel|box|ring|turn|ruder|schwimm|trainier|kick|sing|tanz|kegel|fecht)(?:e|t|te|en"
    r"|st)?(?: (?:ich|er|sie|jetzt|auch|noch|schon))*"
    rf" bei (?:der |den )?(?P<hit>{_CAPITAL}(?: {_CAPITAL})?)(?=[,.;!?]| und)"
)
# Clubs that are told by who is in them.
_MEMBERS = re.compile(
    r"(?<!\w)[Bb]ei den (?P<hit>Alten Herren|Schützen|Funken|Anglern|Imkern|Turnern|Keglern|Landfrauen"
    r"|[A-ZÄÖÜ][a-zäöüß]+(?:gardisten|freunden|frauen|brüdern|schützen|narren|hexen|kickers|funken|falken"
    r"|wehren))(?![\w-])"
)
_BY_A_NAME = re.compile(
    rf"(?<!\w)(?:[Aa]uf|[Aa]n|[Ii]n|[Vv]on|[Bb]ei) (?:der|die|den) (?P<hit>{_CAPITAL})(?! {_CAPITAL})(?![\w-])"
)
_WORKED_AT = re.compile(
    r"(?<!\w)(?:arbeit\w*|gearbeitet|gelernt|gelernter|geschafft|angefangen|angestellt|Lehre|Job|Jahre"
    r"|Jahren|putzt|putze|Schicht|ist|war|bin)"
    rf"(?: heute| jetzt| immer noch| noch| lang| lange| da| auch)? bei (?P<hit>{_CAPITAL}(?: und Sohn"
    rf"| und Söhne)?)(?=[,.;!?]| (?:am|in|im|an|bis|und|als|gearbeitet"
    rf"|gelernt|angefangen|angestellt|gewesen)\b)"
)


def find_bodies(page: Page) -> Iterator[Finding]:
    """Clubs, congregations, projects and schools without a name that any list could have."""
    if page.language != "de":
        return
    whole = [(0, len(page.text))]
    called = around((match.span() for match in _TOLD.finditer(page.text)), len(page.text), _NEAR, _NEAR)
    for pattern, is_meant, reason in _KINDS:
        for match in chain.from_iterable(
            pattern.finditer(page.text, *stretch) for stretch in (called if pattern in _CALLING else whole)
        ):
            if is_meant(match):
                yield _finding(*match.span("hit"), reason)
    for index, word in enumerate(page.words):
        for rest in _listed().get(word.folded, ()):
            following = page.words[index + 1 : index + 1 + len(rest)]
            near = all(page.gap(at) in (" ", ".") for at in range(index, index + len(rest)))
            if near and tuple(each.folded for each in following) == rest and (word.capital or rest):
                yield _finding(word.start, following[-1].end if rest else word.end, "a listed body")


def _finding(start: int, end: int, reason: str) -> Finding:
    return Finding(start, end, EntityType.ORG, "organisations", reason, 0.55)


@lru_cache(maxsize=65536)
def _is_people(adjective: str) -> bool:
    return bool(_CHURCHES.fullmatch(adjective)) or is_too_large(adjective)


def _is_town(name: str) -> bool:
    return fold(name) in load_towns() and not is_ordinary_word(name, "de")


def _is_of_town(town: str, noun: str) -> bool:
    folded = fold(town)
    is_town = any(base in load_towns() for base in (folded, folded + "en", folded + "e"))
    return is_town and is_institution(fold(noun)) and not is_listed(town.lower() + "er", "de")


def _is_club(name: str) -> bool:
    return not (is_german_plural(name) or is_person(name) or is_too_large(fold(name)) or TIMES.fullmatch(fold(name)))


def _is_firm(name: str) -> bool:
    folded = fold(name)
    if folded in word_set("bare_nouns") or is_too_large(folded) or folded in word_set("nationwide"):
        return False
    return folded in load_names().family or not (is_listed(name, "de") or is_german_plural(name) or is_person(name))


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool], str], ...] = (
    (_OF_A_PEOPLE, lambda match: _is_people(fold(match["people"])), "a body of a people or a church"),
    (_CALLED, lambda match: True, "said to be called so"),
    (_SO_IT_IS_CALLED, lambda match: True, "said to be called so"),
    (_SAYING_MORE, lambda match: True, "what it is for as a name"),
    (_COLOURED, lambda match: True, "the colours of a club"),
    (_TWICE, lambda match: fold(match["noun"]) not in _IDIOMS, "a motto as a name"),
    (_LETTERS, lambda match: _is_town(match["town"]), "letters with a town"),
    (_OF_A_TOWN, lambda match: _is_of_town(match["town"], match["noun"]), "a kind of organisation with its town"),
    (_NUMBERED, lambda match: True, "a school or station by its number"),
    (_PLAYED_AT, lambda match: _is_club(match["hit"].split()[0]), "where somebody plays"),
    (_MEMBERS, lambda match: True, "a club by its members"),
    (_BY_A_NAME, lambda match: fold(match["hit"]) in word_set("namesakes"), "a school or street by its namesake"),
    (_WORKED_AT, lambda match: _is_firm(match["hit"].split()[0]), "a firm with the name of its owner"),
)


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The listed bodies by their first word, as what follows it."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for body in read_list("bodies"):
        first, *rest = re.split(r"[ .]", body)
        found[first] = (*found.get(first, ()), tuple(rest))
    return found
