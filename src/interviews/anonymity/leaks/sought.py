"""What the leak check looks for: the forms of replaced entities, indexed by the beginnings of their first words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.forms.forms import pattern_for
from interviews.anonymity.leaks.dates import find_dates
from interviews.anonymity.leaks.extracts import composed
from interviews.anonymity.linking.link import normal_number
from interviews.anonymity.linking.persons import parse_person
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_ordinary_word
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

NUMBER_RUN = re.compile(r"\+?\d[\d \t\u00a0()/.\-–]{4,40}\d")
_TOKEN = re.compile(r"[^\W_]+")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_SEARCHED = (
    *(EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR, EntityType.CONTACT, EntityType.ID),
    EntityType.OCC,
)
_PARTICLES = frozenset(
    "von van vom zu zur zum und and der die das den dem the dos al el bin ibn abu for für bei in an".split()
)
_LANGUAGES = ("de", "en", "pl")
# Inflection leaves the first letters of a word alone.
_INDEXED = 3
# With fewer letters a word is found in every second file by chance.
_LEAST_LETTERS = 3
_LEAST_DIGITS = 6
# One word for an occupation stands in every second interview.
_LEAST_OF_OFFICE = 2
_LEAST_TO_DERIVE = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """One word or several in a row that name an entity."""

    entity: str
    type: EntityType
    words: tuple[str, ...] = field(repr=False)
    is_left: bool
    """Whether the same words were left in place elsewhere on purpose."""
    languages: tuple[str, ...] = _LANGUAGES
    """Languages in which the words may be ordinary ones."""

    texts: tuple[str, ...] = _LANGUAGES
    """Languages of the texts that are searched."""

    def fits(self, folded: Sequence[str]) -> bool:
        """Whether these folded words are the phrase in some inflection."""
        return len(folded) == len(self.words) and all(
            is_form(token, word, self.type, self.texts) for token, word in zip(folded, self.words, strict=True)
        )

    def is_certain(self, token: str) -> bool:
        """Whether a hit that begins with this word, as written, is beyond doubt.

        Neither the name nor the form found may be a word of the language. Looks into dictionaries, so it is asked for
        hits only.
        """
        if self.is_left or self.type is EntityType.OCC:  # two words of an office may stand beside each other by chance
            return False
        if len(self.words) > 1:
            return True
        name = self.words[0]
        if _is_common(name, self.languages):
            return False
        # Duisburger, though a word of the language, comes from Duisburg.
        # Hammer has as little to do with Hamm as most words that begin with a short name.
        longer = len(name) >= _LEAST_TO_DERIVE and not token[:1].islower() and fold(token).startswith(fold(name))
        return longer or fold(token) == fold(name) or not _is_common(token, self.texts)


@dataclass(frozen=True, slots=True)
class Sought:
    """All phrases by the first letters of their first word, and all phone numbers as digits."""

    phrases: dict[str, tuple[Phrase, ...]] = field(repr=False)
    numbers: dict[str, str] = field(repr=False)
    dates: dict[date, tuple[str, bool]] = field(default_factory=dict, repr=False)
    """Full dates with their entity, and whether the same date was left in place elsewhere on purpose."""

    def beginnings(self, tokens: Iterable[str]) -> list[str]:
        """The words that begin as a phrase does, and those that would have to be folded first."""
        phrases = self.phrases
        return [token for token in tokens if token[:_INDEXED].lower() in phrases or not token.isascii()]

    def beginning_with(self, token: str, folded: str) -> list[Phrase]:
        """The phrases of which a word, as written and folded, can be the first one."""
        return [
            phrase
            for phrase in self.phrases.get(folded[:_INDEXED], ())
            if is_form(folded, phrase.words[0], phrase.type, phrase.texts)
            and (not token[:1].islower() or phrase.is_certain(token))
        ]


def is_form(folded: str, word: str, entity_type: EntityType, languages: tuple[str, ...]) -> bool:
    """Whether a folded token is a form of a word as written, in texts of these languages."""
    base = fold(word)
    if folded == base or (base == "strasse" and folded == "str"):
        return True
    if entity_type in (EntityType.CONTACT, EntityType.ID) or any(char.isdigit() for char in word):
        return False
    # English adds no more than German does, and its genitive is a word of its own here.
    inflected = ("de", "pl") if "pl" in languages else ("de",)
    return any(pattern_for(word, entity_type, language).fullmatch(folded) for language in inflected)


def seek(key: Iterable[KeyEntry]) -> Sought:
    """What to look for, given the replacement key."""
    return _seek(tuple(key))


@lru_cache(maxsize=2)  # a save asks many times with one key
def _seek(entries: tuple[KeyEntry, ...]) -> Sought:
    texts = tuple(sorted({language for entry in entries for language in entry.languages or _LANGUAGES}))
    left = {row for one in entries if not one.replaced or one.partly_kept for row in _rows_left(one)}
    phrases: dict[str, dict[tuple[str, tuple[str, ...]], Phrase]] = defaultdict(dict)
    numbers: dict[str, str] = {}
    for entry in entries:
        if not entry.replaced or entry.type not in _SEARCHED:
            continue
        for form in entry.forms:
            digits = number_of(form)
            if entry.type in (EntityType.CONTACT, EntityType.ID) and len(digits) >= _LEAST_DIGITS and "@" not in form:
                numbers.setdefault(digits, entry.id)
            for words in _word_rows(entry, composed(form)):
                phrase = _phrase(entry, words, left, texts)
                for start in {fold(words[0])[:_INDEXED], fold(words[0].translate(_SPELLED))[:_INDEXED]}:
                    phrases[start].setdefault((entry.id, phrase.words), phrase)
    indexed = {start: tuple(found.values()) for start, found in phrases.items()}
    return Sought(indexed, numbers, _dates(entries))


def _dates(entries: Iterable[KeyEntry]) -> dict[date, tuple[str, bool]]:
    """The full dates that were replaced."""
    dated = [entry for entry in entries if entry.type is EntityType.DATE]
    left = {day for one in dated if not one.replaced or one.partly_kept for day in _days(one)}
    return {day: (one.id, day in left) for one in reversed(dated) if one.replaced for day in _days(one)}


def _days(entry: KeyEntry) -> Iterator[date]:
    for form in entry.forms:
        readings = list(find_dates(form))
        yield from (day for _, day, is_sure in readings if is_sure or not any(sure for _, _, sure in readings))


def number_of(form: str) -> str:
    """The digits of a number as dialled inside the country."""
    return re.sub(r"\D", "", normal_number(form))


def _rows_left(entry: KeyEntry) -> Iterator[tuple[str, ...]]:
    """What stays in the texts with an entity that was kept: its forms, and every word of them."""
    for form in entry.forms:
        words = tuple(map(fold, _TOKEN.findall(composed(form))))
        yield words
        yield from ((word,) for word in words)


def _word_rows(entry: KeyEntry, form: str) -> Iterator[list[str]]:
    """The rows of words to look for: the whole form, and each part of a person's name."""
    if entry.type is EntityType.PER:
        name = parse_person(form)
        form = form[name.start : name.end]
    words = _TOKEN.findall(form)
    if not words or (entry.type is EntityType.OCC and len(_telling(words)) < _LEAST_OF_OFFICE):
        return
    if len(words) > 1 or len(words[0]) >= _LEAST_LETTERS:
        yield words
    if entry.type is EntityType.PER and len(words) > 1:
        for word in words:
            if len(word) >= _LEAST_LETTERS and fold(word) not in _PARTICLES:
                yield [word]
    if entry.type in (EntityType.ID, EntityType.CONTACT) and len(words) > 1:
        yield ["".join(words)]


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if fold(word) not in _PARTICLES and len(word) > _LEAST_LETTERS]


def _phrase(entry: KeyEntry, words: list[str], left: set[tuple[str, ...]], texts: tuple[str, ...]) -> Phrase:
    is_left = tuple(map(fold, words)) in left
    return Phrase(entry.id, entry.type, tuple(words), is_left, entry.languages or _LANGUAGES, texts)


@lru_cache(maxsize=16384)
def _is_common(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a single word is found by chance: a word of the language, or a short number."""
    if word.isdigit():
        return len(word) < _LEAST_DIGITS
    if fold(word) in word_set("sure_names"):
        return False
    return any(is_ordinary_word(word, language) for language in languages)
