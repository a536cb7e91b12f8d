"""Whether a word that is an ordinary one, too, is used as a name where it stands."""

import re

from interviews.anonymity.finders.page import Page, Word
from interviews.anonymity.finders.reading import begins_as_word
from interviews.anonymity.forms.name_pieces import Part
from interviews.anonymity.linking.persons import Title, title_before
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import GENDERED, is_listed, is_ordinary_word, lemma
from interviews.anonymity.words.titles import is_office
from interviews.text import fold

_DETERMINED = frozenset(
    "ein eine einen einem einer eines kein keine keinen keinem keiner zum zur beim im am ins "
    "jeder jede jedes jeden dieser diese dieses diesem diesen mein meine meinen meinem "
    "meiner viele alle das des manche solche welche wie the a an this that these those my your "
    "his her its our their some any no every each".split()
)
_PERSON_ARTICLES = frozenset("der die dem den dat de".split())
_ATTRIBUTES = frozenset(
    (
        "alte alten alter junge jungen junger kleine kleinen kleiner dicke dicken grosse grossen "
        "liebe lieben gute guten big old young stary stara"
    ).split()
)
_SPATIAL = frozenset("in durch unter auf aus an am im ins".split())
_SURE_TITLES = frozenset({Title.FEMALE, Title.MALE, Title.OFFICE, Title.FAMILY})
# What is named after its place, right before the name: Stadtverwaltung Singen, Amt Halle.
_OF_PLACE = re.compile(
    r"\w*(?:stadt|verwaltung|amt|gericht|kreis|gemeinde|rathaus|bahnhof|klinikum|universitat|uni|hochschule|jobcenter"
    r"|polizei|feuerwehr|stadtteil|ortsteil|bezirk|vorort|stadtwerke|caritas|diakonie|awo|flughafen|region|raum"
    r"|quartier|siedlung|viertel|volkshochschule|vhs|richtung|council|borough|county)"
)
# Of times of the year an article says nothing: der Sommer, den Winter.
_TIMES = frozenset(
    "sommer winter herbst fruhling sonntag montag dienstag mittwoch donnerstag freitag samstag mai".split()
)
_ENGLISH_MONTHS = frozenset("may april june august".split())
_BEFORE_MONTH = frozenset("in of by since until till last next early late mid this every".split())
_AROUND = 40


def stands_as_name(page: Page, index: int, part: Part) -> bool:
    """Whether the word at an index, a form of a part of a name, is used as that name."""
    word = page.words[index]
    if is_announced(page, index, part):
        return True
    if _is_other_noun(page, index, part):
        return _is_inflected_before_noun(page, index, part)
    if part.is_doubtful(page.language) and page.language == "de":
        return _is_inflected_before_noun(page, index, part)
    if part.is_doubtful(page.language) and word.initial:
        return False
    if page.language == "en" and _is_english_word(page, index, part):
        # An English word has a capital where it begins a sentence; within one, a person alone is worth the doubt.
        return False
    if not _reads_as_word(page, word):
        return not word.initial or part.type is EntityType.PER or not begins_as_word(word.text, page.language)
    if _is_inflected_before_noun(page, index, part):
        return True
    return _stands_so_as_word(page, index, part)


def is_announced(page: Page, index: int, part: Part) -> bool:
    """Whether a title (of a person) or an authority (of a place) stands right before the word."""
    word = page.words[index]
    if not page.before(index) or not word.capital:
        return False
    if part.type is EntityType.PER:
        title = title_before(page.text[max(0, word.start - _AROUND) : word.start])
        return title in _SURE_TITLES or _is_rank(page.words[index - 1].text, page.language)
    plain = word.folded == fold(part.text)
    return part.type is EntityType.LOC and plain and _OF_PLACE.fullmatch(page.before(index)) is not None


def _reads_as_word(page: Page, word: Word) -> bool:
    """Whether it may be just a word here: in German, where nouns have capitals, anywhere; else at a beginning."""
    return (page.language == "de" or word.initial) and is_ordinary_word(GENDERED.sub("", word.text), page.language)


def _is_rank(text: str, language: str) -> bool:
    return language == "de" and text[0].isupper() and (is_office(text) or text.endswith(("leiter", "leiterin")))


def _is_other_noun(page: Page, index: int, part: Part) -> bool:
    """Whether the form is a noun of its own (Vögel of a Herr Vogel, Hammer of Hamm) or a genitive after an article."""
    word, name = page.words[index], fold(part.text)
    if page.language == "de" and page.before(index) == "des" and part.is_ordinary("de") and word.folded != name:
        return True
    if page.language != "de" or not _reads_as_word(page, word):
        return False
    if (
        part.is_ordinary(page.language)
        and word.text.casefold() != part.text.casefold()
        and lemma(word.text, "de") == part.text
    ):
        return word.folded == name or not word.folded.startswith(name + "s")
    return part.type is EntityType.LOC and word.folded == name + "er" and lemma(word.text, "de") == word.text


def _is_english_word(page: Page, index: int, part: Part) -> bool:
    word, before = page.words[index], page.before(index)
    if word.folded in _ENGLISH_MONTHS and before in _BEFORE_MONTH:
        return True
    doubtful = part.is_ordinary(page.language) and page.uses_as_word(word.folded)
    return doubtful and (word.initial or part.type is not EntityType.PER)


def _stands_so_as_word(page: Page, index: int, part: Part) -> bool:
    """The same of a word that the language has."""
    word = page.words[index]
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
    if before in _PERSON_ARTICLES:
        return word.folded not in _TIMES and page.before(index, 2) not in _SPATIAL
    if page.before(index, 2) in _PERSON_ARTICLES and before in _ATTRIBUTES:
        return True
    return (
        not before.endswith(("es", "er", "em", "en", "e"))
        or before in ("herr", "mit", "der")
        or not is_listed(before, page.language)
    )


def _is_inflected_before_noun(page: Page, index: int, part: Part) -> bool:
    """Whether a genitive or derived form stands before a noun, where only the name fits (Langes Frau)."""
    word, name = page.words[index], fold(part.text)
    if page.language != "de" or page.gap(index) != " " or not page.words[index + 1].capital:
        return False
    if part.type is EntityType.PER:
        return word.folded == name + "s" and page.before(index) not in _DETERMINED
    return part.type is EntityType.LOC and word.folded == name + "er"
