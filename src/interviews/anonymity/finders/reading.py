"""Whether a word, where it stands, reads as an ordinary word of the language rather than as a name."""

from functools import lru_cache

from interviews.anonymity.finders.page import Page, Word
from interviews.anonymity.words.dictionary import is_compound, is_listed, is_ordinary_word, lemma
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.wordlists import read_list, word_set

# English words that begin sentences as what they are, although people or places bear some of them as names.
_BEGINNINGS = frozenset(
    (
        "will may can hope grace an in so do did to even ever early are over per and but or nor not if "
        "because as at by for from of on off out up with without about after before since until while when "
        "where what which who whom whose why how this that these those there here then than now just also "
        "only still yet again once too very i you he she it we they me him us them my your his her its our "
        "their some any all each every both most many much more less few other another one two three first "
        "last next is was were be been am has have had does would could should might must shall let get got "
        "go went come came take make know think mean say said see look like want need yes yeah yep yup no "
        "nope nah okay ok oh ah eh uh um erm mm mmm mmmm hmm huh well right sure fine true exactly absolutely "
        "definitely probably maybe perhaps actually basically obviously honestly really anyway thank thanks "
        "please sorry cool great good nice "
    ).split()
)

_SAYING = frozenset("sagt sagte meint meinte fragte erklart erklarte erzahlt erzahlte findet fand".split())
_SINGULAR = _SAYING | frozenset(
    (
        "hat ist war wird wurde will kann kam kommt geht ging macht machte hatte wollte musste muss soll sollte darf "
        "durfte wohnt wohnte lebt lebte arbeitet arbeitete kennt kannte weiss wusste mag mochte hilft half ruft rief "
        "bleibt blieb spielt spielte starb zog schrieb bekam kriegt gewann verlor zufolge selbst"
    ).split()
)
_NO_SUBJECT_AFTER = frozenset(
    "in aus nach von bei mit zu an auf um uber durch fur ohne gegen das die dem den des vom zum zur im am".split()
)
_NO_NAME_ENDS = ("ung", "heit", "keit", "schaft", "tion", "tat", "ismus", "nis", "erei")
_LEAST_LETTERS = 4
_INFLECTED = ("e", "en", "er", "es", "em")


def reads_as_word(word: Word, language: str) -> bool:
    """Whether it may be just a word here: in German, where nouns have capitals, anywhere; else at a beginning."""
    return (language == "de" or word.initial) and is_ordinary_word(word.text, language)


@lru_cache(maxsize=65536)
def begins_as_word(text: str, language: str) -> bool:
    """Whether a word that begins a sentence is more likely the small word than a name ("Lange hat das gedauert")."""
    small = text.lower()
    if language == "en":
        return small in _BEGINNINGS
    if not is_listed(small, language):
        return False
    if language == "pl":
        return is_ordinary_word(text, "pl")
    return lemma(small, "de") not in (small + "en", small + "n")


def stands_as_person(page: Page, index: int) -> bool:
    """Whether a German word that may be a family name has no article beside a verb (Schuster hat gesagt)."""
    word, before = page.words[index], page.before(index)
    if before not in _SAYING:
        bare = page.words[index - 1].capital or before.endswith((*_INFLECTED, "ein")) or before in _NO_SUBJECT_AFTER
        if (before and bare) or page.after(index) not in _SINGULAR:
            return False
    return _may_be_surname(word.text, word.folded)


@lru_cache(maxsize=65536)
def _may_be_surname(text: str, folded: str) -> bool:
    """Whether a word is listed as a name and for what somebody does, or in dictionaries as names are: uninflected."""
    if folded in load_names().family and is_listed(text + "in", "de"):
        return True
    if len(text) < _LEAST_LETTERS or "-" in text or text.isupper() or is_listed(text.lower(), "de"):
        return False
    is_common = folded in word_set("bare_nouns") or folded in word_set("nationwide") or folded.endswith(_NO_NAME_ENDS)
    if is_common or folded.endswith(read_list("institutions")):
        return False
    return is_listed(text, "de") and not is_ordinary_word(text, "de") and not is_compound(text)


def stands_as_name(page: Page, index: int) -> bool:
    """Whether a word that German has only in small letters, uninflected, has a capital after an article (der Kurz)."""
    word = page.words[index]
    if word.initial or page.before(index) not in ("der", "die", "den", "dem") or len(word.text) < 3:
        return False
    small = word.text.lower()
    is_capital_only_here = word.text[1:].islower() and is_listed(small, "de") and not is_listed(word.text, "de")
    return is_capital_only_here and not small.endswith(_INFLECTED) and page.gap(index).strip() != "-"


# Before an article these lead to where something is.
_PLACED = frozenset("in an auf aus vor hinter uber unter neben nach zu".split())
_DESCRIBED = frozenset(
    "alte alten junge jungen dicke dicken kleine kleinen lange langen rote roten schwarze blonde".split()
)


def stands_under_article(page: Page, index: int) -> bool:
    """Whether a word that dictionaries have as they have names stands where people name somebody (der Wuttke)."""
    word, before = page.words[index], page.before(index)
    step = 2 if before in _DESCRIBED else 1
    if word.initial or page.before(index, step) not in ("der", "dem") or page.before(index, step + 1) in _PLACED:
        return False
    if page.gap(index).strip()[:1] != "," and page.after(index) not in _SINGULAR:
        return False
    is_trade = is_listed(word.text + "in", "de") or word.folded in load_names().given
    is_thing = word.folded.endswith("en")  # Besen, Tresen: nouns that no ending inflects
    return not (is_trade or is_thing) and _may_be_surname(word.text, word.folded)
