"""Occupations that are said of a person: ich bin Orgelbauerin, als Dolmetscher beim Landgericht, the only undertaker.

Any occupation may stand there, so it is told by how it is put together and not by a list.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from interviews.anonymity.finders.callings_elsewhere import said_in_english, said_in_polish
from interviews.anonymity.finders.callings_nouns import is_calling
from interviews.anonymity.finders.callings_said import AT, OF_A_FIELD, ONLY_ONE, said
from interviews.anonymity.finders.institutions import TIMES, is_institution, is_person, may_name
from interviews.anonymity.finders.lines import around
from interviews.anonymity.finders.organisations import is_proper
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_listed, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

_ARTICLES = frozenset("die der den dem eine einen einem unsere unser unseren unserem unserer zur zum vom beim".split())
_OLD_OR_NEW = frozenset(
    f"{root}{ending}"
    for root in ("neue", "alte", "jetzige", "damalige", "fruhere", "zustandige")
    for ending in ("", "r", "n", "m")
)
# Of these a place has but one or two, where it is said what kind.
_ONE_OF_A_KIND = re.compile(
    r"(?!kranken|kinderkranken|alten|haus|fach|frauen|zahn|augen|tier|ober|grund|haupt|klassen|mathe|deutsch|sport"
    r"|musik|religions|englisch"
    r"|kunst|sonder|fahr|forder|real|berufs|gymnasial|bau|land|hilfs|fabrik|gast|zeit|schicht|fremd|wander|vor|sozial"
    r"|leih|saison|bauern)"
    r"\w{3,}(?:arzt|arztin|padagoge|padagogin|polizist|polizistin|hebamme|lehrer|lehrerin|referent|referentin|berater"
    r"|beraterin"
    r"|betreuer|betreuerin|schwester|therapeut|therapeutin|planer|planerin|lotse|lotsin|pfarrer|pfarrerin|arbeiterin"
    r"|sozialarbeiter"
    r"|sozialarbeiterin|pfleger|pflegerin|ungshelfer|ungshelferin|koordinator|koordinatorin|wart|rat|ratin"
    r"|seelsorger|seelsorgerin|vermittler|vermittlerin"
    r"|psychologe|psychologin|vorsteher|vorsteherin|inspektor|inspektorin|kommandant|kommandantin|aufseher|aufseherin|direktor"
    r"|direktorin|intendant|intendantin|(?<!ton)(?<!halb)(?<!blitzab)(?<!feuer)(?<!steh)(?<!strick)(?<!karriere)(?<!warme)"
    r"(?<!projekt)leiter|leiterin|vorsitzende|vorsitzender|vorsitzenden|obmann|obfrau|beamter|verwalter|verwalterin"
    r"|trainer|trainerin|vorstand|sekretar|sekretarin|dolmetscher|dolmetscherin|beamte|beamtin|richter|richterin"
    r"|manager|managerin)"
)
_NOT_ONE = re.compile(
    r"(?:vor|haus|bei|hei|unf|ver|appa|hinter|zier|fahr|thun|mai|moto|ge|be|un|zu|miss|mit)\w*rat|\w*(?:apparat|unrat"
    r"|heirat|vorrat|hausrat|format|zitat|beirat|fahrrad)"
)
_PUBLIC = frozenset(
    "Stadt Gemeinde Kommune Bezirk Kreis Landkreis Land Stadtverwaltung Rathaus Ministerium Senat Bezirksamt".split()
)
_SOME_PLACE = frozenset(
    "armee militar dorf ort tal freibad hallenbad kreuz feuerwehr marine miliz uni viertel kommune".split()
)
_TASKS = (
    "arbeit",
    "hilfe",
    "fragen",
    "integration",
    "migration",
    "bildung",
    "kultur",
    "soziales",
    "jugend",
    "asyl",
    "vielfalt",
)
_BEARERS = ("in", "er", "ist", "or", "ant", "ent", "arzt", "loge", "frau", "mann", "amme", "rat", "meister")
_LEADS = re.compile(r"[A-ZÄÖÜ]\w{2,}(?:leiter(?:in)?|sprecher(?:in)?|vorsitzende[rn]?|chef(?:in)?|beauftragte[rn]?)")
_LEAST_LETTERS = 5
# No shorter word says what kind of its kind somebody is.
_SHORT = 7
# How far around an occupation stands what says that somebody has it.
_BEFORE, _AFTER = 140, 40
# Said of oneself these are an occupation, said of others mostly just who is meant.
_PLAIN_CALLINGS = frozenset("Lehrer Lehrerin Arzt Ärztin Bauer Bäuerin Verkäufer Verkäuferin Fahrer Fahrerin".split())
_SELF = re.compile(r"[Ii]ch|[Ii]ck|[Bb]in|[Ww]ar|[Mm]ein|[Uu]nser")


def find_callings(page: Page) -> Iterator[Finding]:
    """Occupations that are said of somebody, and those with the institution where they are practised."""
    if page.language == "de":
        yield from _german(page)
        yield from _special(page)
    elif page.language == "en":
        yield from (_finding(*span) for span in said_in_english(page.text))
    elif page.language == "pl":
        yield from (_finding(*span) for span in said_in_polish(page.text))


def _german(page: Page) -> Iterator[Finding]:
    stretches = _around_callings(page)
    for pattern in said():
        for match in chain.from_iterable(pattern.finditer(page.text, *stretch) for stretch in stretches):
            if is_calling(match["hit"]) or (_SELF.match(match[0]) and match["hit"] in _PLAIN_CALLINGS):
                yield _finding(match.start("hit"), match.end("hit"))
    for index, word in enumerate(page.words):
        if word.capital and len(word.text) > _SHORT and _is_one_of_a_kind(word.folded) and _has_article(page, index):
            yield _finding(word.start, word.end)
    for match in chain.from_iterable(AT.finditer(page.text, *stretch) for stretch in stretches):
        if _employs_or_leads(match) and is_calling(match["person"], leading=True):
            yield _finding(match.start("hit"), match.end("hit"))


@lru_cache(maxsize=65536)
def _is_one_of_a_kind(folded: str) -> bool:
    return bool(_ONE_OF_A_KIND.fullmatch(folded)) and not _NOT_ONE.fullmatch(folded)


def _has_article(page: Page, index: int) -> bool:
    before = page.before(index, 2) if page.before(index) in _OLD_OR_NEW else page.before(index)
    return before in _ARTICLES


def _around_callings(page: Page) -> list[tuple[int, int]]:
    """The parts of a text in which an occupation is said of somebody, if at all."""
    told = [
        (word.start, word.end)
        for word in page.words
        if word.capital and (is_calling(word.text, leading=True) or word.text in _PLAIN_CALLINGS)
    ]
    return around(told, len(page.text), _BEFORE, _AFTER)


def _special(page: Page) -> Iterator[Finding]:
    """The only one of its kind, and those for a field of knowledge or politics."""
    for match in ONLY_ONE.finditer(page.text):
        if match["person"].lower().endswith(_BEARERS) and is_calling(match["person"], leading=True):
            yield _finding(*match.span("hit"))
    for match in OF_A_FIELD.finditer(page.text):
        yield _finding(*match.span("hit"))


def _employs_or_leads(match: re.Match[str]) -> bool:
    leads = match["link"] in ("der", "des", "vom", "von der") and _LEADS.fullmatch(match["person"])
    return bool(leads) or _employs(match["where"], match["link"])


def _employs(where: str, link: str) -> bool:
    """Whether one can be something there: an institution, a town, a club or firm, what an office is for."""
    folded = fold(where)
    if link == "in":
        return (folded in load_towns() and not is_ordinary_word(where, "de")) or is_too_large(folded)
    if link == "für":
        return folded.endswith(_TASKS)
    if link.startswith("auf"):
        return is_institution(folded)
    return (
        is_proper(where)
        or folded in word_set("nationwide") | word_set("employers")
        or folded.endswith(
            ("klasse", "jugend", "mannschaft", "stelle", "station", "abteilung", "liga", "verein", "hafen")
        )
        or folded in _SOME_PLACE
        or (link == "vom" and not is_person(where) and is_listed(where, "de") and not TIMES.fullmatch(folded))
        or is_institution(fold(where))
        or is_institution(fold(where).removesuffix("n"))
        or where in _PUBLIC
        or (where.isupper() and len(where) > 1)
    )


def find_persons_by_calling(page: Page) -> Iterator[Finding]:
    """A name right after what somebody is: Sachbearbeiter Wohlers, Hausmeister Kruse."""
    if page.language != "de":
        return
    for index, word in enumerate(page.words[:-1]):
        following = page.words[index + 1]
        if not (word.capital and following.capital and page.gap(index) == " ") or len(word.text) < _LEAST_LETTERS:
            continue
        if _is_named_so(word.text) and may_name(following) and not is_person(following.text):
            yield Finding(word.start, following.end, EntityType.PER, "names", "follows what somebody is", 0.7)


@lru_cache(maxsize=65536)
def _is_named_so(text: str) -> bool:
    folded = fold(text)
    if folded in load_names().given or is_too_large(folded) or not is_person(text):
        return False
    return is_ordinary_word(text, "de") or not is_listed(text, "de")


def _finding(start: int, end: int) -> Finding:
    return Finding(start, end, EntityType.OCC, "occupations", "an occupation said of somebody", 0.6)
