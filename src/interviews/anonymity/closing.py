"""Every accepted name again, in all its forms, all over a document: what one finder saw once is found everywhere."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from interviews.anonymity.dictionary import is_explained, is_german_plural, is_listed, is_ordinary_word
from interviews.anonymity.forms import pattern_for, resembles
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.page import Finding, Page, Word
from interviews.anonymity.people import name_kind
from interviews.anonymity.reading import begins_as_word, reads_as_word
from interviews.anonymity.titles import titles
from interviews.anonymity.towns import is_too_large, load_towns
from interviews.anonymity.wordlists import word_set
from interviews.text import fold

_NAMED = frozenset({EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR})
_DETERMINED = frozenset(
    "ein eine einen einem einer eines kein keine keinen keinem keiner zum zur beim im am ins "
    "jeder jede jedes jeden dieser diese dieses diesem diesen mein meine meinen meinem "
    "meiner viele alle das manche solche welche wie the a an this that these those my your "
    "his her our their some any no every each".split()
)
_PERSON_ARTICLES = frozenset("der die dem den dat de".split())
_ATTRIBUTES = frozenset(
    (
        "alte alten alter junge jungen junger kleine kleinen kleiner dicke dicken grosse grossen "
        "liebe lieben gute guten big old young stary stara"
    ).split()
)
_DROPPED = frozenset(
    (
        "herr herrn frau familie dr prof mr mrs ms miss von van der den dem die das zu zur zum "
        "de del la le al el bin ibn und and i the dos da di st sankt pan pani panu panem pana "
        "panią"
    ).split()
)


_LEAST_LETTERS_SMALL = 4
_LEADING_PREPOSITION = re.compile(r"^(?:Am|Im|An der|An den|Auf der|Auf dem|Zum|Zur|In der|In den|ul\.|ulicy|ulica) ")


class _Part(NamedTuple):
    """One word of a name, ready to be searched."""

    text: str
    type: EntityType
    language: str
    folded: str
    ordinary: bool

    def has_form(self, folded: str) -> bool:
        """Whether a folded word is a regular form; patterns take long to make, so only for words that begin alike."""
        if folded == self.folded or (self.language != "pl" and folded == self.folded + "s"):
            return True
        kept = _LETTERS_KEPT[self.language == "pl"]
        alike = _without_umlauts(folded)[:kept].startswith(_without_umlauts(self.folded)[:kept])
        return alike and pattern_for(self.text, self.type, self.language).fullmatch(folded) is not None


# The letters at the beginning that inflection leaves alone, in other languages and in Polish.
_LETTERS_KEPT = (3, 2)


def _start(folded: str) -> str:
    return _without_umlauts(folded)[:2]


@lru_cache(maxsize=16384)
def _without_umlauts(folded: str) -> str:
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def close(text: str, names: Iterable[Name], language: str) -> list[Mention]:
    """All mentions of the names in the text, in any regular form and in irregular ones that resemble them."""
    page = Page(text, language)
    return [
        Mention(span := page.span(f.start, f.end), f.type, span.of(text), f.finder, f.reason, f.score)
        for f in sorted(close_page(page, names), key=lambda f: (f.start, f.end, f.type))
    ]


def close_page(page: Page, names: Iterable[Name]) -> Iterator[Finding]:
    """Findings for every form of the names on a page."""
    unique = sorted({(name.text, name.type) for name in names if name.type in _NAMED})
    parts = _parts(unique, page.language)
    known = {fold(part.text) for group in parts.values() for part in group}
    seen: dict[str, list[tuple[_Part, str]]] = {}
    for index, word in enumerate(page.words):
        if is_too_large(word.folded) or not (word.capital or _may_stand_small(word, page)):
            continue
        if word.text not in seen:
            seen[word.text] = _fitting(word, parts, known, page.language)
        for part, reason in seen[word.text]:
            if _stands_as_name(page, index, part) and (word.capital or _is_same(word, part)):
                yield _grown(page, index, part.type, reason)
                break
    yield from _phrases(page, unique)


def _may_stand_small(word: Word, page: Page) -> bool:
    """Whether a word in small letters can be a name all the same: hasty writing, and no word of the language."""
    if len(word.text) < _LEAST_LETTERS_SMALL or not word.text.islower() or is_explained(word.text, page.language):
        return False
    return page.in_small_letters or name_kind(word.text, page.language) != "" or word.folded in load_towns()


def _is_same(word: Word, part: _Part) -> bool:
    return word.folded.rstrip("'").removesuffix("s") == fold(part.text).removesuffix("s")


def names_of(page: Page, findings: Iterable[Finding]) -> set[Name]:
    """The names that findings stand for."""
    return {
        Name(page.text[finding.start : finding.end], finding.type) for finding in findings if finding.type in _NAMED
    }


def _parts(names: list[tuple[str, EntityType]], language: str) -> dict[str, list[_Part]]:
    """The words of the names that identify on their own, by their first folded letter and by their first two."""
    found: dict[str, dict[tuple[str, EntityType], _Part]] = defaultdict(dict)
    for text, type_ in names:
        for word in _identifying(text, type_, language):
            folded = fold(word)
            part = _Part(word, type_, language, folded, is_ordinary_word(word, language))
            for start in {folded[0], _start(folded)}:
                found[start].setdefault((folded, type_), part)
    return {letter: list(parts.values()) for letter, parts in found.items()}


def _identifying(text: str, type_: EntityType, language: str) -> Iterator[str]:
    """Words of a name worth searching alone: of a person every one, of others those that are no ordinary words."""
    bare = text
    if type_ is EntityType.PER:
        match = titles(language).match(text)
        bare = text[match.end() :] if match else text
    words = [word for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", bare) if word[0].isupper()]
    if (
        type_ is EntityType.ORG
        and len(words) == 2
        and is_explained(words[0], language)
        and is_ordinary_word(words[1], language)
        and words[0] + " " + words[1] == text
    ):
        if language == "de" and not is_german_plural(words[1]):
            yield words[1]
        return
    if type_ in (EntityType.LOC, EntityType.ADDR) and len(words) == 1:
        yield words[0]
        return
    for word in words:
        pieces = [word, *word.split("-")] if "-" in word else [word]
        for piece in pieces:
            if (
                len(piece) < 2
                or fold(piece) in _DROPPED
                or is_too_large(fold(piece))
                or fold(piece) in word_set("nationwide")
            ):
                continue
            if _identifies(piece, word, type_, language):
                yield piece


def _identifies(piece: str, word: str, type_: EntityType, language: str) -> bool:
    if piece == word and "-" in word:
        return True
    if type_ is EntityType.PER:
        # Titles and relations that a name was found with (Cousin, Pastor) are in the list of everyday words or these.
        return (
            not titles(language).fullmatch(piece + " ")
            and fold(piece) not in word_set("everyday")
            and (piece == word or not is_ordinary_word(piece, language))
        )
    return not is_explained(piece, language) and not piece.isupper()


def _fitting(word: Word, parts: dict[str, list[_Part]], known: set[str], language: str) -> list[tuple[_Part, str]]:
    """The parts of which this word is a form, regular ones first."""
    candidates = parts.get(word.folded[0], [])
    folded = word.folded.rstrip("'")
    regular = [
        (part, "a form of a name found elsewhere")
        for part in parts.get(_start(folded), [])
        if part.has_form(word.folded) or part.has_form(folded)
    ]
    if "-" in word.text:
        for piece in word.folded.split("-")[1:]:
            others = parts.get(_start(piece), [])
            regular += [(part, "a compound with a name found elsewhere") for part in others if part.has_form(piece)]
    if regular or is_listed(word.text, language) or is_listed(word.text.lower(), language):
        return regular
    if folded in known:
        return []
    irregular = ((part, resembles(word.text, part.text, language)) for part in candidates if len(part.text) > 3)
    return [(part, reason) for part, reason in irregular if reason]


def _stands_as_name(page: Page, index: int, part: _Part) -> bool:
    """Whether a word that is an ordinary one, too, is used as a name here."""
    word = page.words[index]
    doubtful = page.language == "en" and part.ordinary and page.uses_as_word(word.folded)
    if doubtful and (word.initial or part.type is not EntityType.PER):
        # An English word has a capital where it begins a sentence; within one, a person alone is worth the doubt.
        return False
    if not reads_as_word(word, page.language):
        return not word.initial or part.type is EntityType.PER or not begins_as_word(word.text, page.language)
    if _is_inflected_before_noun(page, index, part):
        return True
    if word.initial and part.type is EntityType.LOC and page.language != "de":
        return not (page.language == "en" and begins_as_word(word.text, "en"))
    before = page.before(index)
    if before in _DETERMINED and word.folded == fold(part.text):
        return False
    if part.type is not EntityType.PER:
        return (
            before in ("in", "aus", "nach", "von", "bei", "um", "from", "to", "w", "z", "do")
            or part.type is EntityType.ORG
        )
    if word.initial:
        return not begins_as_word(word.text, page.language) or (
            page.language == "pl" and part.type is EntityType.PER and word.folded not in page.small_words
        )
    if before in _PERSON_ARTICLES or (page.before(index, 2) in _PERSON_ARTICLES and before in _ATTRIBUTES):
        return True
    return (
        not before.endswith(("es", "er", "em", "en", "e"))
        or before in ("herr", "mit", "der")
        or not is_listed(before, page.language)
    )


def _is_inflected_before_noun(page: Page, index: int, part: _Part) -> bool:
    """Whether a genitive or derived form stands before a noun, where only the name fits (Langes Frau)."""
    word, name = page.words[index], fold(part.text)
    if page.language != "de" or page.gap(index) != " " or not page.words[index + 1].capital:
        return False
    if part.type is EntityType.PER:
        return word.folded == name + "s" and page.before(index) not in _DETERMINED
    return part.type is EntityType.LOC and word.folded == name + "er"


def _grown(page: Page, index: int, type_: EntityType, reason: str) -> Finding:
    """The finding with the title before the word, and a particle that belongs to it."""
    word = page.words[index]
    start = word.start
    if (
        index
        and page.gap(index - 1) in (" ", ". ")
        and page.words[index - 1].folded in ("al", "el", "frau", "herr", "herrn", "mr", "mrs", "pan", "pani")
        and type_ is EntityType.PER
    ):
        start = page.words[index - 1].start
    return Finding(start, word.end, type_, "closing", reason, 0.8)


def _phrases(page: Page, names: list[tuple[str, EntityType]]) -> Iterator[Finding]:
    """Names of several words as a whole, each word in any form."""
    starts: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(page.words):
        starts[word.folded[:3]].append(index)
    for text, type_ in names:
        words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", _LEADING_PREPOSITION.sub("", text))
        if len(words) < 2 or type_ is EntityType.PER:
            continue
        for index in starts[fold(words[0])[:3]]:
            last = index + len(words) - 1
            if last < len(page.words) and all(
                _alike(page.words[index + at], words[at], page.language) for at in range(len(words))
            ):
                yield Finding(
                    page.words[index].start,
                    page.words[last].end,
                    type_,
                    "closing",
                    "a form of a name found elsewhere",
                    0.8,
                )


def _alike(word: Word, name: str, language: str) -> bool:
    folded = fold(name)
    if word.folded == folded or pattern_for(name, EntityType.ORG, language).fullmatch(word.folded):
        return True
    short, long = sorted((word.folded, folded), key=len)
    stem = short.rstrip("nrsme") if len(short) > 4 else short
    return len(stem) >= 3 and long.startswith(stem) and len(long) - len(stem) <= 2 and len(short) - len(stem) <= 2
