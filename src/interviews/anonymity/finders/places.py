"""Places: listed towns, names after words of place, words that end as place names do."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.page import Finding, Page, Word
from interviews.anonymity.finders.people import name_kind
from interviews.anonymity.finders.reading import begins_as_word, reads_as_word
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_explained, is_german_plural, is_listed, is_ordinary_word, lemma
from interviews.anonymity.words.towns import is_too_large, load_country_names, load_home_towns, load_towns
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

_BARE = frozenset(
    (
        "in aus nach ab bis um uber nahe nordlich sudlich ostlich westlich from to near outside "
        "around w we z ze do od kolo pod spod na"
    ).split()
)
_ARTICLES = frozenset("der die das dem den des ein eine einem einen einer the a an".split())
# Dictionaries have these as words, although they are none but the country.
_ONLY_COUNTRIES = frozenset("schweiz usa ungarn agypten turkei ukraine syrien".split())
_BEFORE_REGION = frozenset("im am vom zum ins in aus nach from w we z ze na do".split())
_KINDS = re.compile(
    r"(?<!\w)(?:Stadtteil|Ortsteil|Quartier|Viertel|Stadtviertel|Bezirk|Siedlung|Kiez|Veedel"
    r"|Dorf|Gemeinde|Kreis|Landkreis|Stadt|Ort|Insel|Flüchtlingslager|Lager|Camp|Provinz"
    r"|Region"
    r"|estate|ward|borough|village|town of|city of|county|neighbourhood of|area of|district of"
    r"|dzielnic[aąęy]|dzielnicy|osiedl[eau]|miasteczk[ouam]+|wsi|wieś|miast[aoem]+|powia[tcui]+|gmin[aąęy]e?)"
    r"(?: (?:heißt|hieß|called|named|namens|zwan\w+))? [\"„“»']?(?=[A-ZÀ-Ž])"
)
_RIVER_DE = re.compile(r"(?<!\w)(?P<hit>[A-ZÄÖÜ][\w-]+ (?:am|an der|ob der|im|a\. ?d\.|bei) [A-ZÄÖÜ][\w-]+)")
_PLACE_ENDINGS = re.compile(
    r"(?:dorf|hausen|husen|busch|berg|burg|tal|heim|stadt|feld|felde|bach|brück|brücken|hafen"
    r"|tief|deich|wick|wyk|loh|furt|rode|stedt|büttel|beck|horst|moor|kirchen|born|hof|hagen"
    r"|witz|nitz"
    r"|brunn|bronn|brunnen|kirch|bruck|brugg|bichl|kofen|hofen|zell|eck|egg|reith?|reuth|ried|roda|wede|stätten|stätt|stetten"
    r"|wangen?|wies|winden|wörth|furth|fürth|münster|haupten|wedel|trup|trop|hövel|scheid|rath|roth|lohe|lar|laer|dorp|ort|ach"
    r"|bostel|husum|torf|broich|kehl|matt|wil|wyl|rieden|öd|schwang|schlag|leiten|hütten|mühlen|mühl|linden|bruch|brink"
    r"|weiler|wald|kamp|siel|koog|werder|holm|höhe|siedlung|viertel|wilhelmine|au|aue|büll|see"
    r"|münde|grund|stein|bruch|heide|mühle|thal|kloster|vorstadt|leben|ingen|ungen|itz|ow|um"
    r"|en)$"
)
_COMPASS = re.compile(r"(?:Nord|Süd|West|Ost|Nordost|Nordwest|Südost|Südwest)")
_QUARTER = re.compile(
    r"(?:(?:Nord|Süd|West|Ost)(?:stadt|städter\w*|städterin|viertel|end)|(?:Alt|Neu|Innen|Vor"
    r"|Unter|Ober|Hafen)stadt|\w*(?:viertel|quartier|siedlung|kiez)|Westend|Norden|Süden|Osten"
    r"|Westen)"
    r"(?:[*:_](?:in|innen))?"
)
_NAMED_QUARTER = re.compile(
    r"(?!Stadt|Wohn|Altbau|Neubau|Villen|Arbeiter|Ausländer|Migranten|Nachbar|Armen|Problem|Drei|Ein"
    r"|Rotlicht|Szene|Studenten|Vergnügungs"
    r"|Regierungs|Geschäfts|Kneipen|Trend|In-)[A-ZÄÖÜ]\w{3,}(?:viertel|kiez)"
)
_LANDMARK = re.compile(
    r"(?!Urlaubs|Geburts|Herkunfts|Ursprungs|Entwicklungs|Einwanderungs|Krisen|Grenzen|Schulden|Akten|Müll"
    r"|Papier|Wäsche|Daten|Antrags|Schutt|Bade|Stau)[A-ZÄÖÜ]\w{2,}"
    r"(?:berg|see|bach|born|wald|teich|weiher|aue|hügel|kogel|glockner|moor|hütte|stein|fels|graben|kanal"
    r"|turm|hof|bogen|winkel|eck|ring|damm|kamp|kopf|rain|acker|feld"
    r"|grund|hang|steig|tor|anger|brunnen|holz|busch|buckel|platte|ufer|schlag|kreuz|wiese|wiesen|halde"
    r"|mühle|leite|sland|enland)"
)
_HER_LANDMARK = re.compile(
    r"(?!Augen|Körper|Preis|Stirn|Ton|Wasser|Schuhh|Raum|Decken|Sitz|Herd|Speise|Blumen|Fest|Liege|Spiel"
    r"|Schau|Kaffee|Pfeffer|Zucker)"
    r"[A-ZÄÖÜ]\w{2,}(?:höhe|aue|heide|mühle|leite|wiese|halde|schanze|trift|breite|kolonie|vorstadt|insel"
    r"|burg|höh|kaserne|sperre)"
)
# Endings that only names of places have.
_SURE_ENDINGS = re.compile(
    r"(?:felde|hausen|husen|brunn|bronn|reuth|reith|kofen|hofen|stetten|stätten|roda|bostel|broich|bichl|dorf|loh|wick|büttel|stedt|rode|beck|witz|nitz|büll|leben|hagen|thal|heide"
    r"|weiler|koog|siel)$"
)
# Villages put together from words that a dictionary has (in Niederwiesen, aus Großbottwar).
_VILLAGE = re.compile(
    r"(?:Ober|Unter|Nieder|Groß|Klein|Alt|Neu|Hohen|Mittel|Vorder|Hinter|Burg|Markt|Kirch)[a-zäöüß]{4,}"
)
_SURE_BEGINNINGS = ("Ober", "Nieder", "Hinter", "Vorder", "Unter", "Großen", "Hohen")
_PARTICLE = re.compile(r"(?:al|el|ez|er|es|as|ash|esch|asch|ad|ed|et|at|e|i|üs|ul|ar|az|an|en)-[A-ZÄÖÜ]")
_OLD_OR_NEW = re.compile(r"^(?:Alt|Neu|Groß|Klein|Ober|Unter|Nieder|Nord|Süd|Ost|West|Bad)-")
_LEAST_ROOT = 5
_DERIVED = ("er", "ern", "erin", "erinnen")


def find_places(page: Page) -> Iterator[Finding]:
    """Towns by list, and names of places by what stands before them."""
    cued = {match.end() for match in _KINDS.finditer(page.text)}
    index = 0
    while index < len(page.words):
        word = page.words[index]
        if word.capital and (length := _country_at(page, index)):
            yield _finding(page, index, index + length - 1, "a country, which stays by default", 0.4)
            index += length
            continue
        if word.capital and (length := _region_at(page, index)):
            yield _finding(page, index, index + length - 1, "a listed region", 0.7)
            index += length
            continue
        if word.capital and not is_too_large(word.folded):
            length = _town_at(page, index)
            if length:
                yield _finding(page, index, index + length - 1, "a listed town", 0.8)
                index += length
                continue
            if word.start in cued and not is_ordinary_word(word.text, page.language):
                yield _finding(page, index, _last_of(page, index), "follows a word for a place", 0.85)
            elif page.language == "de" and _is_landmark(page, index):
                yield _finding(page, index, index, "a hill, water or wood by its name", 0.5)
            elif _is_cued(page, index):
                yield _finding(page, index, _last_of(page, index), "follows a preposition of place", 0.7)
        index += 1
    yield from _find_hyphened(page)
    yield from _find_quarters(page)


def _finding(page: Page, first: int, last: int, reason: str, score: float) -> Finding:
    return Finding(page.words[first].start, page.words[last].end, EntityType.LOC, "places", reason, score)


def _town_at(page: Page, index: int) -> int:
    """How many words from here are a listed town, 0 for none; towns that are words, too, need a preposition."""
    for length in (3, 2):
        words = page.words[index : index + length]
        if (
            words[-1].capital
            and all(page.gap(index + step) in (" ", "-") for step in range(length - 1))
            and " ".join(word.folded for word in words) in load_towns()
        ):
            return length
    word = page.words[index]
    return int(_is_town(word.folded, word.text, page.language) and _is_meant(page, index))


@lru_cache(maxsize=65536)
def _is_town(folded: str, text: str, language: str) -> bool:
    bases = _town_bases_of(folded, text, language)
    return any(base in load_towns() and not is_too_large(base) for base in bases)


def _country_at(page: Page, index: int) -> int:
    """How many words from here are the name of a country, 0 for none."""
    word = page.words[index]
    if page.gap(index) in (" ", "-") and page.words[index + 1].capital:
        following = page.words[index + 1]
        for base in (word.folded, word.folded.removesuffix("n")):
            if f"{base} {following.folded}" in load_country_names():
                return 2
    if not _is_country(word.folded, word.text, page.language):
        return 0
    doubtful = is_ordinary_word(word.text, page.language) and word.folded not in _ONLY_COUNTRIES
    return int(not doubtful or page.before(index) in ("in", "aus", "nach", "from", "to"))


@lru_cache(maxsize=65536)
def _is_country(folded: str, text: str, language: str) -> bool:
    bases = {folded, folded.removesuffix("s"), folded.removesuffix("'s"), folded.removesuffix("es")}
    if language == "pl" and (root := lemma(text, "pl")):
        bases.add(fold(root))
    return not bases.isdisjoint(load_country_names())


def _region_at(page: Page, index: int) -> int:
    """How many words from here are a listed region, river or range; those that are words, too, need a preposition."""
    regions, word = word_set("regions"), page.words[index]
    if page.gap(index) == " " and f"{word.folded} {page.words[index + 1].folded}" in regions:
        return 2
    bases = {word.folded, word.folded.removesuffix("s"), word.folded.removesuffix("'s")}
    if page.language == "de" and word.folded.endswith(("er", "ern", "erin")):  # Eifeler, Siebenbürger
        root = word.folded.removesuffix("in").removesuffix("n").removesuffix("er")
        bases |= {root, root + "en", root + "e"} if len(root) >= _LEAST_ROOT else set()
    if page.language == "pl" and (root := lemma(word.text, "pl")):
        bases.add(fold(root))
    if bases.isdisjoint(regions):
        return 0
    if is_ordinary_word(word.text, page.language):
        named = (page.before(index, 2), page.before(index)) in (
            ("aus", "dem"),
            ("in", "die"),
            ("in", "das"),
            ("durch", "das"),
        )
        in_brackets = page.text[word.start - 1 : word.start] == "("  # Halle (Saale)
        return int(page.before(index) in _BEFORE_REGION or named or in_brackets)
    return int(
        name_kind(word.text, page.language) == ""
        or page.before(index) in _BEFORE_REGION | _ARTICLES | {"von", "zwischen", "und"}
    )


@lru_cache(maxsize=65536)
def _town_bases_of(folded: str, text: str, language: str) -> tuple[str, ...]:
    bases = [folded]
    if language in ("de", "en"):
        bases += [folded.removesuffix(ending) for ending in ("s", "'s") if folded.endswith(ending) and len(folded) > 5]
        if language == "de":
            bases += [
                folded.removesuffix(ending) + more
                for ending in _DERIVED
                if folded.endswith(ending) and len(folded) > 6
                for more in ("", "e", "en")
            ]
    if language == "pl":
        root = lemma(text, "pl")
        bases += [fold(root)] if root else []
    return tuple(bases)


def _town_bases(word: Word, language: str) -> tuple[str, ...]:
    return _town_bases_of(word.folded, word.text, language)


def _is_meant(page: Page, index: int) -> bool:
    """Whether a word that is a town by list stands for the town here."""
    word = page.words[index]
    before = page.before(index)
    cued = before in _BARE or before in ("bei", "von", "stadt", "of", "at")
    if not is_ordinary_word(word.text, page.language):
        return cued or (
            name_kind(word.text, page.language) != "given"
            and not (word.initial and begins_as_word(word.text, page.language))
        )
    return (
        cued
        and (before == "stadt" or page.before(index, 2) not in _ARTICLES)
        and any(base in load_home_towns(page.language) for base in _town_bases(word, page.language))
    )


def _is_landmark(page: Page, index: int) -> bool:
    """Whether a compound that no dictionary lists names a hill, water or wood (am Lindenberg, auf den Wallberg)."""
    word, before = page.words[index].text, page.before(index)
    at = before in ("am", "im", "vom", "zum") or (before in ("dem", "den") and page.before(index, 2) in ("auf", "an"))
    on = before in ("der", "die") and page.before(index, 2) in ("in", "auf", "an", "von")
    is_kind = (at and _LANDMARK.fullmatch(word)) or (on and _HER_LANDMARK.fullmatch(word))
    return bool(is_kind) and not is_listed(word, "de") and not is_german_plural(word)


def _is_cued(page: Page, index: int) -> bool:
    """Whether a preposition of place stands right before a word that is no ordinary noun."""
    word = page.words[index]
    before = page.before(index)
    near = before == "von" and page.before(index, 2) == "nahe"
    if (before not in _BARE and before not in ("von", "auf")) or len(word.text) < 3 or page.gap(index - 1) != " ":
        return False
    if page.language != "de":
        return not reads_as_word(word, page.language) and word.folded not in ("i", "i'm", "i've", "i'll", "i'd")
    bare = _OLD_OR_NEW.sub("", word.text)
    if not is_explained(bare, "de"):
        return before not in ("von", "auf") or near
    if before == "auf":
        return False
    if near and not is_ordinary_word(bare, "de") and name_kind(bare, "de") != "given":
        return True
    if is_ordinary_word(bare, "de") or "-" in bare:
        return False
    if _SURE_ENDINGS.search(bare):
        return True
    if _VILLAGE.fullmatch(bare) and not is_listed(bare, "de"):
        return bare.startswith(_SURE_BEGINNINGS) or not is_german_plural(bare)
    return bool(_PLACE_ENDINGS.search(bare)) and not is_german_plural(bare)


def _last_of(page: Page, index: int) -> int:
    """The last word of a place of several words (Stare Tkalnie, Thornley Rise)."""
    last = index
    while last + 1 < len(page.words) and page.gap(last) == " " and last - index < 2:
        following = page.words[last + 1]
        if _PARTICLE.match(following.text):  # Deir ez-Zor
            last += 1
            continue
        plain = is_explained(following.text, page.language) if page.language == "de" else False
        if not following.capital or plain or is_too_large(following.folded) or following.folded in ("i", "i'm", "i've"):
            break
        last += 1
    return last


def _find_quarters(page: Page) -> Iterator[Finding]:
    """Quarters by point of the compass, and a kind of quarter after the adjective of a town (Bochumer Westend)."""
    if page.language != "de":
        return
    for index, word in enumerate(page.words):
        if not _is_quarter(word.text):
            continue
        first = index
        if page.gap(index - 1) == " " and page.words[index - 1].text.endswith("er") and page.words[index - 1].capital:
            adjective = page.words[index - 1]
            is_town = adjective.folded.removesuffix("er") in load_towns() or not is_ordinary_word(adjective.text, "de")
            first = index - 1 if is_town else index
        if first < index or _COMPASS.match(word.text) or _NAMED_QUARTER.fullmatch(word.text):
            yield _finding(page, first, index, "a quarter by its kind of name", 0.6)


@lru_cache(maxsize=65536)
def _is_quarter(text: str) -> bool:
    return _QUARTER.fullmatch(text) is not None


def _find_hyphened(page: Page) -> Iterator[Finding]:
    """Hyphen compounds one part of which is a listed town (Dortmund-Projekt)."""
    for word in page.words:
        if "-" not in word.text or not word.capital:
            continue
        for part in word.text.split("-"):
            if (
                len(part) >= 4
                and fold(part) in load_towns()
                and not is_ordinary_word(part, page.language)
                and part[0].isupper()
            ):
                yield Finding(word.start, word.end, EntityType.LOC, "places", "a compound with a listed town", 0.7)
                break
