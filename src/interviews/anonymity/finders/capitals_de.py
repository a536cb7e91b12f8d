"""German in small letters: nouns and names get their capitals back, as far as dictionary and neighbours tell."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.capitals import (
    announced,
    is_listed_name,
    is_no_name,
    may_be_announced,
    may_follow_given,
    pieces_of,
    with_codes,
    with_letters,
)
from interviews.anonymity.finders.institutions import is_institution
from interviews.anonymity.finders.page import Page, Word
from interviews.anonymity.words.dictionary import is_compound, is_explained, is_listed, is_ordinary_word, lemma
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large, load_home_towns
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

_TITLES = (
    r"familie|dr\.?|doktor|professor(?:in)?|pfarrer(?:in)?|pastor(?:in)?|imam|schwester|bruder|onkel|tante|oma|opa"
    r"|bürgermeister(?:in)?|sankt"
)
# "meine frau lange" is no Mrs Lange.
_DETERMINED = (
    "meine deine seine ihre unsere eure eine die keine meiner deiner seiner ihrer unserer einer der keiner mein dein "
    "sein ihr unser ein jede diese alte junge"
).split()
_OWN = "".join(rf"(?<!\b{word} )" for word in _DETERMINED)
_CUES = re.compile(
    rf"(?<!\w)(?:{_OWN}(?:frau|{_TITLES})|herrn?|(?:ich|er|sie) hei(?:ß|ss)(?:e|t)|hei(?:ß|ss)t (?:er|sie)|namens"
    r"|mein name ist|(?:mann|sohn|bruder|vater|frau|tochter|schwester|mutter|kind|junge|freund|freundin|kumpel)"
    r" hei(?:ß|ss)t) (?=[^\W\d_])"
)
# After these a word that is a verb or an adjective as well stands as a noun.
_BEFORE_NOUNS = frozenset(
    (
        "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen "
        "meinem meiner dein deine seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere unseren unserem "
        "unserer im am zum zur beim vom ins ans jede jeder jedes diese dieser dieses diesem diesen viele alle in "
        "von bei mit für aus als"
    ).split()
)
_BEING = frozenset("ist war bin als noch wurde wird er sie".split())
# Of which offices are held (dezernentin für jugend und soziales).
_FIELDS = frozenset(
    "soziales inneres äußeres jugend familie bildung kultur integration migration arbeit gesundheit".split()
)
_BEFORE_TOWNS = frozenset("in aus nach".split())
# Listed as family names, too, but Dimitris mutter is a mother.
_KIN = frozenset("mutter vater bruder schwester sohn tochter mann frau oma opa tante onkel kind kinder familie".split())
_HELD = re.compile(r"\w*(?:beauftragte|vorsitzende|abgeordnete|verordnete|beamte|angestellte)[rnm]?")
# Speech runs words together (gibts, hamwa, aufm) and clips them; none of these is a name.
_SPOKEN = re.compile(r"\w*(?:'s|'n|'m|ste|sses|wer|mer|nem|ner|nen|ma|wa|se)")
_CLUBS = re.compile(
    r"(?<!\w)(?:sv|fc|sc|tus|vfb|vfl|tv|spvgg|bsv|djk|tsv|ksv|fsv|ssv|msv|kgv|awo|drk|asb|veb|lpg|ig)(?= [^\W\d_])"
    r"|(?<!\w)(?:jva|htw|ksc)(?= [^\W\d_])|(?<=\bder )(?:tu|th|fh|ph|uni)(?= [^\W\d_])"
    r"|(?<!\w)(?:sankt|mag\.)(?= [^\W\d_])"
    r"|(?<![\w-])(?:rot|blau|grün|schwarz|gelb)-(?:weiß|weiss|gold|gelb|rot|blau|silber)(?![\w-])"
    # With its full stop, in the place of the blank.
    r"|(?<!\w)(?:dr|prof|fr|hr|st)[. ](?=[^\W\d_])"
    r"|(?<!\w)(?:g?gmbh|e\. ?v|ug|kg|gbr)(?!\w)"
)
_AS_WRITTEN = {
    "uni": "Uni", "sankt": "Sankt", "mag.": "Mag.",
    "tus": "TuS", "vfb": "VfB", "vfl": "VfL", "spvgg": "SpVgg", "gmbh": "GmbH", "ggmbh": "gGmbH", "e.v": "e.V",
    "e. v": "e. V", "gbr": "GbR", "dr ": "Dr.", "prof ": "Prof.", "fr ": "Fr.", "hr ": "Hr.", "st ": "St.",
    "dr.": "Dr.", "prof.": "Prof.", "fr.": "Fr.", "hr.": "Hr.", "st.": "St.",
}  # fmt: skip


def with_german_capitals(page: Page) -> str:
    """The text of the page, as long as before, with capitals where German has them."""
    cued = announced(page, _CUES)
    starts = [at for word in _capitalized(page, cued) for at in pieces_of(word)]
    text = _CLUBS.sub(_as_written, page.text)
    return with_codes(with_letters(text, starts))


def _as_written(short: re.Match[str]) -> str:
    return _AS_WRITTEN.get(short[0], short[0].title() if "-" in short[0] else short[0].upper())


def _capitalized(page: Page, cued: set[int]) -> Iterator[Word]:
    called = {word.folded for word in page.words if word.start in cued and _may_be_called(word)}
    after_name = False
    for index, word in enumerate(page.words):
        is_name = (word.start in cued and _may_be_announced(word)) or (
            after_name and word.text not in _KIN and may_follow_given(word)
        )
        is_name = is_name or word.folded in called or _follows_mister(page, index)
        is_kin = after_name and word.text in _KIN
        if word.capital or is_name or (not is_kin and _has_capital(page, index)):
            yield word
        after_name = page.gap(index) == " " and (is_name or _is_given(word))


def _has_capital(page: Page, index: int) -> bool:
    word = page.words[index]
    if word.text in _FIELDS and page.before(index) in ("fur", "und"):
        return True
    kind = "capital" if "-" in word.text and _is_named_compound(word.text) else _kind_of(word.text, word.folded)
    if kind != "doubtful":
        return kind == "capital"
    before = page.before(index)
    if before in _BEING and word.folded in word_set("callings_de"):
        return True
    if before in _BEFORE_NOUNS and is_institution(word.folded):
        return True
    if before in _BEFORE_TOWNS and word.folded in load_home_towns("de"):
        return True
    if before not in _BEFORE_NOUNS:
        return is_institution(word.folded) and page.before(index) not in ("ich", "er", "sie", "es", "wir", "man")
    following = page.after(index)
    return not following or _kind_of(following, following) != "capital"


@lru_cache(maxsize=65536)
def _is_named_compound(text: str) -> bool:
    """Whether a hyphen compound ends in a kind of place and begins as a name (martin-luther-krankenhaus)."""
    first, *_, last = text.split("-")
    is_place = is_institution(fold(last)) or last.endswith(
        ("straße", "strasse", "platz", "allee", "weg", "ufer", "ring")
    )
    return is_place and len(first) > 2 and (fold(first) in load_names().given or not is_listed(first, "de"))


@lru_cache(maxsize=65536)
def _kind_of(text: str, folded: str) -> str:
    """Whether a word has a "capital" in German, is "small", or either of them ("doubtful"), as far as lists know."""
    noun, listed_small = text.capitalize(), is_listed(text, "de")
    if is_no_name(folded) or text in _BEFORE_NOUNS:
        return "small"
    if len(text) < 3 or (not listed_small and is_too_large(folded)):
        return "capital" if is_listed(noun, "de") and not listed_small and len(text) > 1 else "small"
    if is_listed_name(text, folded, "de") or _HELD.fullmatch(text) or lemma(text, "de")[:1].isupper():
        return "capital"
    if folded in word_set("everyday") and not is_listed(noun, "de"):
        return "small"
    if not listed_small:
        return "capital" if is_listed(noun, "de") or is_compound(text) or _is_unknown(text, folded) else "small"
    if lemma(text, "de") != text and folded in word_set("sure_given_names") and len(text) > 3:
        return "capital"
    return "doubtful" if is_listed(noun, "de") else "small"


def _is_unknown(text: str, folded: str) -> bool:
    """Whether no dictionary explains a word, nor is it a clipped or joined one of spoken language."""
    if folded in load_names().family or folded in load_names().given:
        return True
    if len(text) < 4 or is_explained(text, "de") or "'" in text:
        return False
    variants = {text + "e", text + "t", text + "n", text.rstrip("e"), text.removesuffix("s"), "ge" + text[1:]}
    joined = _SPOKEN.fullmatch(text) and any(is_listed(text[:cut], "de") for cut in range(3, len(text) - 1))
    return not joined and not any(is_listed(variant, "de") for variant in variants if len(variant) > 2)


@lru_cache(maxsize=65536)
def _is_given_by_list(text: str, folded: str) -> bool:
    return (
        folded in load_names().given
        and _kind_of(text, folded) == "capital"
        and not is_ordinary_word(text.capitalize(), "de")
    )


def _is_given(word: Word) -> bool:
    return _is_given_by_list(word.text, word.folded)


def _may_be_called(word: Word) -> bool:
    """Whether an announced name is one wherever it stands (Brandt, Wolf), unlike adjectives and the commonest verb."""
    return _may_be_announced(word) and lemma(word.text, "de") != word.text and word.text != "weiß"


def _may_be_announced(word: Word) -> bool:
    """Whether a word after a title is the name: by list, or since German has no such word in small letters."""
    names = load_names()
    listed = word.folded in names.family or word.folded in names.given
    return may_be_announced(word) and (listed or not is_explained(word.text, "de"))


def _follows_mister(page: Page, index: int) -> bool:
    """Whether a noun, or an adjective without an ending, stands right after "herr", or a noun after "frau"."""
    word, before = page.words[index], page.before(index)
    if before not in ("herr", "herrn", "frau") or page.gap(index - 1) != " " or not may_be_announced(word):
        return False
    if before == "frau" and page.before(index, 2) in _DETERMINED:
        return False
    small, noun = is_listed(word.text, "de"), is_listed(word.text.capitalize(), "de")
    is_adjective = small and all(is_listed(word.text + ending, "de") for ending in ("e", "er", "es"))
    is_verb = lemma(word.text, "de") in (
        word.text + "en",
        word.text + "n",
    )  # storchen, of which nobody says "frau storch"
    return (noun and (not small or is_verb)) or (before != "frau" and is_adjective)
