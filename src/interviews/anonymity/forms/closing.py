"""Every accepted name again, in all its forms, all over a document: what one finder saw once is found everywhere."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from interviews.anonymity.finders.page import Finding, Page, Word
from interviews.anonymity.finders.people import name_kind
from interviews.anonymity.forms.forms import is_form, resembles
from interviews.anonymity.forms.initials import Initials
from interviews.anonymity.forms.name_pieces import (
    FORM,
    LEGAL_FORM,
    SHORT,
    SPELLED_OUT,
    SPELLING,
    WORD,
    Part,
    Parts,
    parts_of,
)
from interviews.anonymity.forms.nicknames import is_cut
from interviews.anonymity.forms.scripts import find_in_scripts
from interviews.anonymity.forms.spelled import find_spelled
from interviews.anonymity.forms.usage import stands_as_name
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.words.dictionary import GENDERED, is_explained, is_listed, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.text import fold

_NAMED = frozenset({EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR})
_LEAST_LETTERS_SMALL = 4
_LEAST_FOR_TYPO = 4
_LONGEST_SHORT = 7
_BEFORE_PLACES = frozenset("in aus nach to from w we z ze do".split())
_LEADING_PREPOSITION = re.compile(r"^(?:Am|Im|An der|An den|Auf der|Auf dem|Zum|Zur|In der|In den|ul\.|ulicy|ulica) ")
_BELONGING = frozenset("al el dos frau herr herrn mr mrs pan pani von".split())


def close(text: str, names: Iterable[Name], language: str) -> list[Mention]:
    """All mentions of the names in the text, in any regular form and in irregular ones that resemble them."""
    page = Page(text, language)
    return [
        Mention(span := page.span(f.start, f.end), f.type, span.of(text), f.finder, f.reason, f.score)
        for f in sorted(close_page(page, names), key=lambda f: (f.start, f.end, f.type))
    ]


def close_page(page: Page, names: Iterable[Name]) -> Iterator[Finding]:
    """Findings for every form of the names on a page."""
    composed = {(unicodedata.normalize("NFC", name.text), name.type) for name in names if name.type in _NAMED}
    if not composed:
        return
    unique = tuple(Name(*one) for one in sorted(composed))
    parts = parts_of(unique, page.language)
    persons = [name.text for name in unique if name.type is EntityType.PER]
    yield from _words(page, parts)
    yield from _phrases(page, unique)
    yield from find_spelled(page, _to_be_spelled(parts))
    yield from Initials(persons).find(page)
    yield from find_in_scripts(page, unique)


def names_of(page: Page, findings: Iterable[Finding]) -> set[Name]:
    """The names that findings stand for."""
    return {
        Name(page.text[finding.start : finding.end], finding.type) for finding in findings if finding.type in _NAMED
    }


def _words(page: Page, parts: Parts) -> Iterator[Finding]:
    seen: dict[str, list[tuple[Part, str]]] = {}
    for index, word in enumerate(page.words):
        if word.text not in seen:
            capital = _has_capital(word)
            searched = not is_too_large(word.folded) and (capital or _may_stand_small(word, page))
            seen[word.text] = _fitting(word, parts, page.language) if searched else _adjectives(word, parts, page)
        for part, reason in _in_order(fitting, page.before(index)) if (fitting := seen[word.text]) else ():
            small = not _has_capital(word)
            if small and part.reason == FORM and not (_is_same(word, part) or _is_polish_adjective(word, part, page)):
                continue
            if stands_as_name(page, index, part):
                yield _grown(page, index, part.type, reason)
                break


def _in_order(fitting: list[tuple[Part, str]], before: str) -> list[tuple[Part, str]]:
    """Of a person and a place of one name the place after `nach`, else the person (Peter Hamm, in Hamm)."""
    if len({part.type for part, _ in fitting}) < 2:
        return fitting
    wanted = EntityType.LOC if before in _BEFORE_PLACES else EntityType.PER
    return sorted(fitting, key=lambda pair: (pair[0].reason != FORM, pair[0].type is not wanted))


def _has_capital(word: Word) -> bool:
    """Whether a word begins with a capital, or its second piece does (al-Hassan)."""
    return word.capital or any(piece[:1].isupper() for piece in word.text.split("-")[1:2])


def _may_stand_small(word: Word, page: Page) -> bool:
    """Whether a word in small letters can be a name all the same: hasty writing, and no word of the language."""
    if len(word.text) < _LEAST_LETTERS_SMALL or not word.text.islower() or is_explained(word.text, page.language):
        return False
    return page.in_small_letters or name_kind(word.text, page.language) != "" or word.folded in load_towns()


def _adjectives(word: Word, parts: Parts, page: Page) -> list[tuple[Part, str]]:
    """The Polish places from which a word in small letters comes (łódzki, zgierzanin)."""
    if page.language != "pl" or len(word.text) < _LEAST_LETTERS_SMALL:
        return []
    return [
        (part, FORM)
        for part in parts.beginning_like(word.folded)
        if _is_polish_adjective(word, part, page) and part.fits(word.folded, page.language)
    ]


def _is_polish_adjective(word: Word, part: Part, page: Page) -> bool:
    is_name = not part.is_ordinary(page.language) or fold(part.text) in load_towns()
    return page.language == "pl" and part.type is EntityType.LOC and is_name and not word.capital


def _is_same(word: Word, part: Part) -> bool:
    return word.folded.rstrip("'").removesuffix("s") == fold(part.text).removesuffix("s")


def _fitting(word: Word, parts: Parts, language: str) -> list[tuple[Part, str]]:
    """The parts of which this word is a form, regular ones first."""
    folded = word.folded.rstrip("'")
    regular = [(part, part.reason) for part in parts.beginning_like(word.folded) if part.fits(word.folded, language)]
    if "-" in word.text:
        regular += _in_compound(word, parts, language)
    if regular:
        return sorted(regular, key=lambda pair: (pair[0].reason != FORM, pair[0].half))
    if folded in parts.known or is_ordinary_word(GENDERED.sub("", word.text), language):
        return []
    sounding = [(part, SPELLING) for part in parts.sounding_like(folded, language)]
    return sounding or list(_irregular(word, parts, language))


def _in_compound(word: Word, parts: Parts, language: str) -> Iterator[tuple[Part, str]]:
    for piece in word.folded.split("-")[1:]:
        for part in parts.beginning_like(piece):
            if part.reason == FORM and part.fits(piece, language):
                yield part, "a compound with a name found elsewhere"


def _irregular(word: Word, parts: Parts, language: str) -> Iterator[tuple[Part, str]]:
    """Compounds, typing errors and short forms, of words that no dictionary has."""
    listed = is_listed(word.text, language) or is_listed(word.text.lower(), language)
    may_be_short = len(word.folded) <= _LONGEST_SHORT and (not listed or word.folded in load_names().given)
    if listed and not may_be_short:
        return
    for part in parts.by_letter.get(word.folded[0], ()):
        if not listed and len(part.text) >= _LEAST_FOR_TYPO and (reason := resembles(word.text, part.text, language)):
            yield part, reason
        elif may_be_short and part.type is EntityType.PER and is_cut(word.folded, fold(part.text)):
            yield part._replace(reason=SHORT), SHORT


def _grown(page: Page, index: int, type_: EntityType, reason: str) -> Finding:
    """The finding with the title before the word, and a particle that belongs to it."""
    word = page.words[index]
    start = word.start
    if (
        index
        and page.gap(index - 1) in (" ", ". ")
        and page.words[index - 1].folded in _BELONGING
        and type_ is EntityType.PER
    ):
        start = page.words[index - 1].start
    return Finding(start, word.end, type_, "closing", reason, 0.5 if reason == SHORT else 0.8)


def _to_be_spelled(parts: Parts) -> dict[str, EntityType]:
    """The parts that are looked for letter by letter, with umlauts as one letter and as two."""
    own = [part for part in chain.from_iterable(parts.by_letter.values()) if len(part.text) > 2]
    return {fold(form): part.type for part in own for form in (part.text, part.text.translate(SPELLED_OUT))}


def _phrases(page: Page, names: Sequence[Name]) -> Iterator[Finding]:
    """Names of several words as a whole, each word in any form."""
    phrases = [
        (name, words)
        for name in names
        if name.type is not EntityType.PER
        and len(words := WORD.findall(LEGAL_FORM.sub("", _LEADING_PREPOSITION.sub("", name.text)))) > 1
    ]
    starts: dict[str, list[int]] = {fold(words[0])[:3]: [] for _, words in phrases}
    for index, word in enumerate(page.words if phrases else ()):
        if word.folded[:3] in starts:
            starts[word.folded[:3]].append(index)
    for name, words in phrases:
        for index in starts[fold(words[0])[:3]]:
            last = index + len(words) - 1
            if last < len(page.words) and all(
                _alike(page.words[index + at], words[at], page.language) for at in range(len(words))
            ):
                yield Finding(page.words[index].start, page.words[last].end, name.type, "closing", FORM, 0.8)


def _alike(word: Word, name: str, language: str) -> bool:
    folded = fold(name)
    if word.folded == folded or is_form(word.folded, name, EntityType.ORG, language):
        return True
    short, long = sorted((word.folded, folded), key=len)
    stem = short.rstrip("nrsme") if len(short) > 4 else short
    return len(stem) >= 3 and long.startswith(stem) and len(long) - len(stem) <= 2 and len(short) - len(stem) <= 2
