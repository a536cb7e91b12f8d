"""German institutions with their name right after them: Café Zeitlos, Verein Brückenschlag, Suppenküche am Dom.

German puts two nouns side by side, with nothing between, hardly ever but for a name; what can stand there all the same
(times, plurals, things that are not counted, callings) is left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.dictionary import is_explained, is_german_plural, is_listed, is_ordinary_word, lemma
from interviews.anonymity.mention import EntityType
from interviews.anonymity.page import Finding, Page, Word
from interviews.anonymity.towns import is_too_large, load_towns
from interviews.anonymity.wordlists import word_set
from interviews.text import fold

# Ends of words, folded: a Kulturverein is a Verein.
_KINDS = (
    "verein verband initiative projekt bundnis netzwerk stiftung genossenschaft gesellschaft cafe kulturhaus jugendhaus "
    "kinderhaus gasthaus gasthof wirtshaus brauhaus rasthaus autohaus kaufhaus mobelhaus sanitatshaus teehaus "
    "nachbarschaftshaus burgerhaus gemeindehaus vereinshaus kinderheim pflegeheim altenheim seniorenheim wohnheim altersheim "
    "treff treffpunkt club klub chor orchester ensemble kapelle salon studio feuerwehr lager camp unterkunft zeche spinnerei "
    "weberei fabrik werk werke kombinat gemeinde tafel suppenkuche kleiderkammer laden markt schule gymnasium kolleg kita "
    "kindergarten krippe hort internat zentrum buro praxis apotheke backerei metzgerei fleischerei konditorei schreinerei "
    "tischlerei schlosserei gartnerei spedition reederei werft brauerei druckerei molkerei ziegelei kneipe gaststatte "
    "restaurant hotel pension herberge theater kino museum galerie bucherei bibliothek redaktion verlag siedlung kolonie "
    "kleingartenanlage gartenverein pizzeria imbiss kiosk trinkhalle werkstatt fahrschule tanzschule musikschule firma "
    "betrieb klinik klinikum krankenhaus hospital hospiz sparkasse volksbank bank kloster stift pfarrei synagoge moschee "
    "kirche tempel akademie hochschule universitat institut beratungsstelle anlaufstelle begegnungsstatte schutzhaus "
    "frauenhaus partei gewerkschaft burschenschaft zunft gilde mannschaft baumarkt supermarkt bauhof reiterhof ferienhof "
    "agentur kanzlei reinigung wascherei gebaudereinigung hausverwaltung wohnungsbau maschinenbau mittagstisch bar disko "
    "diskothek schwimmbad freibad hallenbad kantine mensa baugruppe wohngruppe selbsthilfegruppe theatergruppe band"
).split()
_ENDS = tuple(_KINDS)
_TIMES = re.compile(
    r"(?:mon|diens|mittwoch|donners|frei|sams|sonn|feier|geburts|werk|all)\w*tags?|sonnabend\w*|mittwochs?|\w*(?:woche|monat|jahr"
    r"|abend|morgen|mittag|nachmittag|stunde|minute|uhr|anfang|mitte|ende|mal)s?|(?:januar|februar|marz|april|mai|juni|juli"
    r"|august|september|oktober|november|dezember)|ostern|weihnachten|pfingsten|silvester|fasching|karneval|ramadan|corona"
)
# What people have, do, want or are somewhere, without an article.
_BARE = frozenset(
    "mitglied hilfe arbeit geld essen angst zeit leute probleme deutsch brot kaffee tee musik sport fussball platz ruhe spass krach "
    "streit arger stress urlaub dienst unterricht besuch bescheid gluck pech recht schuld teil bock lust hunger durst not pflicht "
    "thema schluss pause putz dreck larm theater wasser strom miete post papier schule feuer licht luft brei suppe fleisch milch "
    "obst gemuse kuchen eis bier wein alkohol kleidung mathe englisch religion kunst erfolg ehrenamt praktikum ausbildung fieber "
    "kontakt vertrauen respekt interesse gewalt rassismus mobbing karriere chef boss fan gast chance angebot bedarf standort name "
    "namens tanz gesang theaterspiel schach billard bingo yoga gymnastik handarbeit handball basketball volleyball".split()
)
_ABSTRACT = ("ung", "heit", "keit", "schaft", "tion", "tat", "ismus", "nis", "erei")
_LOCATIVE = re.compile(
    r" (?:am|zum|zur|an der|an den|auf der|auf dem|hinter der|unter den|bei) (?P<name>[A-ZÄÖÜ][\w-]+)(?![\w-])"
)


def find_institutions(page: Page) -> Iterator[Finding]:
    """A kind of institution and what follows as its name or place."""
    if page.language != "de":
        return
    for index, word in enumerate(page.words):
        if not word.capital or not is_institution(word.folded):
            continue
        last = _last_of_name(page, index)
        if last > index:
            yield _finding(word.start, page.words[last].end, "a kind of organisation with a name", 0.6)
        elif (place := _LOCATIVE.match(page.text, word.end)) and _is_place(place["name"]):
            yield _finding(word.start, place.end(), "a kind of organisation with its place", 0.55)


def _finding(start: int, end: int, reason: str, score: float) -> Finding:
    return Finding(start, end, EntityType.ORG, "organisations", reason, score)


@lru_cache(maxsize=16384)
def is_institution(folded: str) -> bool:
    """Whether a folded German word is a kind of place where people work, learn, meet or worship."""
    return folded.endswith(_ENDS) and not folded.endswith(("feierwerk", "handwerk", "kunstwerk", "netzwerke"))


def _last_of_name(page: Page, index: int) -> int:
    """The last word of the name after an institution, `index` itself where none follows."""
    last = index
    while last - index < 3 and last + 1 < len(page.words) and page.gap(last) in (" ", ' "', " „", " “"):
        following = page.words[last + 1]
        described = last > index and _is_adjective(page.words[last].text)
        if not following.capital or following.initial or not (described or _may_name(following)):
            break
        if last > index and not described and is_explained(following.text, "de"):
            break  # one word of the language is the name, the next one already something else
        last += 1
    return index if last > index and _is_adjective(page.words[last].text) else last


def _may_name(word: Word) -> bool:
    """Whether a noun right after an institution can only be its name."""
    folded = word.folded
    if is_too_large(folded) or folded in _BARE or _TIMES.fullmatch(folded) or len(folded) < 3:
        return False
    if folded in word_set("nationwide") or folded in ("sie", "ihr", "ihre", "ihren", "ihnen", "ihrem", "ihrer", "du"):
        return False
    if not is_explained(word.text, "de"):
        return True
    if _is_adjective(word.text):
        return True
    return not (is_german_plural(word.text) or folded.endswith(_ABSTRACT) or _is_verb(word.text) or is_person(word.text))


@lru_cache(maxsize=16384)
def _is_adjective(text: str) -> bool:
    """Whether a capitalized word is an adjective, inflected (Bunter Kiez)."""
    small = text.lower()
    root = lemma(small, "de")
    return root != "" and small != root and small.startswith(root) and not is_listed(text, "de")


def _is_verb(text: str) -> bool:
    return text.endswith("n") and lemma(text.lower(), "de") == text.lower()


@lru_cache(maxsize=16384)
def is_person(text: str) -> bool:
    """Whether a German noun is somebody who does or is something, to go by its feminine in -in."""
    base = text.removesuffix("in") if text.endswith("in") and len(text) > 6 else text
    if is_listed(base + "in", "de") or (base != text and is_listed(base, "de") and base.endswith(("er", "ist", "or"))):
        return True
    tail = next((base[cut:].capitalize() for cut in range(3, len(base) - 3) if is_listed(base[cut:].capitalize() + "in", "de")), "")
    return tail != "" and len(tail) >= 5


def _is_place(name: str) -> bool:
    """Whether a word after a preposition is where the institution stands, no time and nothing that is done there."""
    folded = fold(name)
    if _TIMES.fullmatch(folded) or folded in _BARE or is_too_large(folded) or _is_verb(name) or is_person(name):
        return False
    if not is_explained(name, "de") or folded in load_towns():
        return True
    return not (is_german_plural(name) or folded.endswith(_ABSTRACT)) and is_ordinary_word(name, "de") and folded not in _VAGUE


_VAGUE = frozenset("ort stadt land ende anfang rand ecke haus nahe welt hand seite arbeit zeit wohnung weg glueck gluck beispiel".split())
