"""German institutions with their name right after them: Café Zeitlos, Verein Brückenschlag, Suppenküche am Dom.

German puts two nouns side by side, with nothing between, hardly ever but for a name; what can stand there all the same
(times, plurals, things that are not counted, callings) is left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.page import Finding, Page, Word
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_explained, is_german_plural, is_listed, is_ordinary_word, lemma
from interviews.anonymity.words.towns import is_too_large, load_home_towns, load_towns
from interviews.anonymity.words.wordlists import read_list, word_set
from interviews.text import fold

# What they are about can be their name.
_HEADINGS = (
    "projekt",
    "netzwerk",
    "bundnis",
    "koordinierungsstelle",
    "fachstelle",
    "servicestelle",
    "kompetenzzentrum",
    "arbeitskreis",
)
# Called after those who go there: Kindergarten Wurzelzwerge.
_OF_CHILDREN = (
    "kita",
    "kindergarten",
    "krippe",
    "hort",
    "kinderhaus",
    "kinderladen",
    "kindertagesstatte",
    "spielgruppe",
)
# Haus Zuversicht, Wohngruppe Hoffnung: abstract nouns are names here.
_OF_HOPE = frozenset("haus villa wohngruppe hospiz wohngemeinschaft".split())
_THOSE = frozenset("kinder eltern leute probleme platze freunde gebuhren erzieher erzieherinnen beitrage".split())
_WORKPLACES = (
    "schule", "werk", "fabrik", "betrieb", "buro", "werkstatt", "laden", "markt", "firma", "restaurant", "praxis",
    "klinik", "verwaltung", "amt", "heim", "kuche", "kantine", "haus", "lager", "hotel", "garten", "kita", "zentrum",
)  # fmt: skip
_INSIDE = frozenset("im in am an beim bei auf aus vom".split())
_HALF = re.compile(r"(?<!\w)[A-ZÄÖÜ][a-zäöüß]+-(?:,| und| oder| &) $")
_LONGEST_HALF = 30
_CALLED = frozenset("heisst hiess nennt namens".split())
_COMPASS = re.compile(r"(?:Nord|Süd|Ost|West|Mitte|Zentrum)(?:ost|west)?")
# Of these a town has one, so that the kind of it is as good as the name.
_ONLY_ONE = re.compile(
    r"(?:Stadt|Staats|Landes|Schauspiel|Heimat|Volks|Freilicht)(?:theater|museum|bibliothek|archiv|orchester)"
    r"|\w{4,}(?:museum|spital)"
    r"|(?!Landes|Frei|Volks|Amts|Staats|Welt|Mutter)\w{5,}kirche|(?:Bürger|Heimat|Stadtteil|Viertels|Kiez|Dorf"
    r"|Moschee)verein"
    r"|(?:Kreis|Stadt|Bezirks|Landes|Bundeswehr|Unfall|Universitäts|Uni|Diakonissen|Elisabeth|Marien|Josefs?|Antonius|Barbara"
    r"|Vinzenz|Annen?|Johannes|Johanniter|Malteser|Knappschafts|Augusta|Viktoria|Luisen|Luther|Georgs?|Franziskus|Clemens"
    r"|Hedwigs?|Theresien|Ursulinen|Missions|Brüder|Nikolai|Theodor)(?:krankenhaus|klinik|klinikum|spital|hospital|stift|heim)"
    r"|(?:Frauen|Kinder|Augen|Haut|Lungen|Herz)klinik|(?:Diakonissen|Mutter|Ursulinen|Franziskaner|Kapuziner|Benediktiner)(?:haus|kloster|anstalt)"
    r"|(?:Schützen|Kur|Fähr|Volks|Gewerkschafts|Boots)haus|Sternwarte|Planetarium|Freilichtbühne|Tierpark|Wildpark"
    r"|Kulturzentrum|Mehrgenerationenhaus|(?:Bürger|Stadtteil|Nachbarschafts|Quartiers|Kiez|Viertels|Frauen|Mädchen"
    r"|Dorf|Begegnungs)"
    r"(?:treff|haus|zentrum|bücherei|laden|cafe|café|büro)|(?:Stadt|Kreis)(?:bücherei|jugendring|sportbund|reinigung"
    r"|werke)"
    r"|(?:Wochen|Stadt|Kreis|Heimat|Stadtteil|Morgen|Abend|Volks|Bezirks|Viertels|Kiez)(?:kurier|anzeiger|blatt"
    r"|zeitung|spiegel|post|boten?|echo)"
    r"|(?:Nord|Süd|Ost|West|Wald|Volks)bad|Abend(?:gymnasium|realschule)|\w+schwimmbad|(?:Stadt|Fest"
    r"|Mehrzweck|Kultur)halle"
)
# A compound with one of these ends that is none of the kinds that are everywhere is called after somebody or something.
_NAMED_SCHOOL = re.compile(
    r"(?!(?:Grund|Haupt|Real|Gesamt|Beruf|Förder|Sonder|Mittel|Ober|Volks|Sekundar|Primar|Hoch|Fach|Fahr|Tanz|Musik"
    r"|Abend|Sprach"
    r"|Ballett|Hilfs|Privat|Ganztag|Halbtag|Vor|Dorf|Gemeinschaft|Regel|Regional|Werkreal|Wirtschaft|Handel|Kunst|Mal"
    r"|Schwimm|Ski"
    r"|Baum|Koran|Sonntag|Internat|Pflege|Kranken|Schauspiel|Polizei|Zwerg|Brennpunkt|Stadtteil|Elite|Mädchen|Jungen"
    r"|Reit|Flug"
    r"|Hunde|Surf|Segel|Kletter|Koch|Eltern|Wald(?:orf)|Nach|Einheits|Zwischen|Familien|Heim|Bau|Land|Stadt|Kreis"
    r"|Gewerbe|Haushalt"
    r"|Bekenntnis|Konfession|Schwerpunkt|Inklusion|Integrations|Hebammen|Altenpflege|Wunsch|Nachbar|Partner|Muster"
    r"|Modell|Projekt"
    r"|Aufbau|Technik|Bundes|Feuerwehr|Kinder|Sing|Box|Kampf|Theater|Film|Online|Sommer|Ferien|Lehr|Dolmetscher|Traum"
    r"|Bibel"
    r"|Parteihoch|Dorf|Höhere|Gehörlosen|Blinden|Stammen?|Ersatz|Alltags|Landwirtschaft|Handwerk"
    r"|Technische?)\w*schule)"
    r"[A-ZÄÖÜ][a-zäöüß]{2,}schule|[A-ZÄÖÜ][a-zäöüß]{2,}(?:moschee|kita)(?<!Betriebskita)(?<!Hinterhofmoschee)"
    r"|(?:Stadt|Wohn|Volks)bau|Wohnstätten?|(?:Box|Kultur|Näh|Kunst|Kinder|Jugend|Seifen|Ideen)fabrik"
)
_STREET = re.compile(
    r"[A-ZÄÖÜ][\w-]*(?:stra(?:ß|ss)e|str|gasse|weg|platz|allee|damm|ufer|park|ring|bahnhof|markt|brücke)"
)
TIMES = re.compile(
    r"(?:mon|diens|mittwoch|donners|frei|sams|sonn|feier|geburts|werk|all)\w*tags?|sonnabend\w*|mittwochs?"
    r"|\w*(?:woche|monat|jahr"
    r"|abend|morgen|mittag|nachmittag|stunde|minute|uhr|anfang|mitte|ende|mal)s?|(?:januar|februar|marz|april|mai"
    r"|juni|juli"
    r"|august|september|oktober|november|dezember)|ostern|weihnachten|pfingsten|silvester|fasching|karneval|ramadan"
    r"|corona"
)

_ABSTRACT = ("ung", "heit", "keit", "schaft", "tion", "tat", "ismus", "nis", "erei")
_LOCATIVE = re.compile(
    r" (?P<where>am|zum|zur|im|an der|an den|auf der|auf dem|hinter der|hinterm|neben der|neben dem|in der|unter den"
    r"|überm"
    r"|bei|in) (?P<former>(?:alten|ehemaligen|früheren|neuen) )?"
    r"(?P<name>[A-ZÄÖÜ][\w-]+)(?![\w-])"
)


def find_institutions(page: Page) -> Iterator[Finding]:
    """A kind of institution and what follows as its name or place."""
    if page.language != "de":
        return
    for index, word in enumerate(page.words):
        if not word.capital:
            continue
        if _NAMED_SCHOOL.fullmatch(word.text):
            yield _finding(word.start, word.end, "a school or house named after somebody", 0.6)
        if not is_institution(word.folded):
            continue
        last = _last_of_name(page, index)
        if last > index:
            yield _finding(_start_of(page, word), page.words[last].end, "a kind of organisation with a name", 0.6)
        elif _ONLY_ONE.fullmatch(word.text):
            yield _finding(word.start, word.end, "an institution of which a town has one", 0.5)
        elif (place := _LOCATIVE.match(page.text, word.end)) and _stands_there(place):
            yield _finding(word.start, place.end(), "a kind of organisation with its place", 0.55)


def _start_of(page: Page, word: Word) -> int:
    """Where an institution begins with the half of a compound before it (Kinder- und Jugendtreff)."""
    half = _HALF.search(page.text, max(0, word.start - _LONGEST_HALF), word.start)
    return half.start() if half else word.start


def _finding(start: int, end: int, reason: str, score: float) -> Finding:
    return Finding(start, end, EntityType.ORG, "organisations", reason, score)


@lru_cache(maxsize=65536)
def is_institution(folded: str) -> bool:
    """Whether a folded German word is a kind of place where people work, learn, meet or worship."""
    return (folded in ("haus", "hof") or folded.endswith(read_list("institutions"))) and not folded.endswith(
        ("feierwerk", "handwerk", "kunstwerk", "netzwerke")
    )


def _last_of_name(page: Page, index: int) -> int:
    """The last word of the name after an institution, `index` itself where none follows."""
    last = index + _with_particle(page, index)
    while last - index < 3 and last + 1 < len(page.words) and page.gap(last) in (" ", ' "', " „", " “"):
        following = page.words[last + 1]
        if last == index and (_COMPASS.fullmatch(following.text) or _is_seat(page.words[index], following)):
            return last + 1
        described = last > index and _is_adjective(page.words[last].text)
        heads = page.words[index].folded.endswith(_HEADINGS) or page.before(index) in _CALLED
        heads = heads or page.words[index].folded in _OF_HOPE
        heads = heads or (page.words[index].folded.endswith(_OF_CHILDREN) and following.folded not in _THOSE)
        if not following.capital or following.initial or not (described or may_name(following, after_heading=heads)):
            break
        if last == index and _is_done_there(page, index, following):
            break
        if (
            last > index
            and not described
            and is_explained(following.text, "de")
            and not _COMPASS.fullmatch(following.text)
        ):
            break  # one word of the language is the name, the next one already something else
        last += 1
    return index if last > index and _is_adjective(page.words[last].text) else last


_OF_TOWNS = ("amt", "gericht", "kasse", "bank", "werke", "klinikum", "feuerwehr", "verwaltung", "bad", "halle")


def _is_seat(word: Word, following: Word) -> bool:
    """Whether a town follows what towns have, even one that is a word, too (Finanzamt Borken)."""
    return word.folded.endswith(_OF_TOWNS) and following.folded in load_home_towns("de")


# With a capital letter these begin a name in another language (Backstube Al Madina, Bar La Rocca).
_PARTICLES = frozenset("Al El La Le Les Los Las Il Da De Di Del Della Chez Bei Zum Zur The".split())


def _with_particle(page: Page, index: int) -> int:
    """2 where a particle and a capitalized word follow, else 0."""
    if index + 2 >= len(page.words) or page.gap(index) != " " or page.gap(index + 1) not in (" ", "-"):
        return 0
    return 2 if page.words[index + 1].text in _PARTICLES and page.words[index + 2].capital else 0


def may_name(word: Word, *, after_heading: bool = False) -> bool:
    """Whether a noun right after another one can only be a name; after a heading (Netzwerk) also what it is about."""
    folded = word.folded
    if is_too_large(folded) or folded in word_set("bare_nouns") or TIMES.fullmatch(folded) or len(folded) < 3:
        return False
    if folded in word_set("nationwide") or folded in ("sie", "ihr", "ihre", "ihren", "ihnen", "ihrem", "ihrer", "du"):
        return False
    if not is_explained(word.text, "de"):
        return True
    if _is_adjective(word.text):
        return True
    if after_heading and not is_person(word.text):
        return True
    return not (
        is_german_plural(word.text) or folded.endswith(_ABSTRACT) or _is_verb(word.text) or is_person(word.text)
    )


def _is_done_there(page: Page, index: int, following: Word) -> bool:
    """Whether a plain noun after a place says what somebody does or gets there (im Büro Papierkram machen)."""
    before = page.before(index)
    if not page.words[index].folded.endswith(_WORKPLACES):
        return False
    after = page.gap(index + 1)
    if ("\n" in after or after.strip()[:1] in (",", ".", ";", "!", "?")) and not is_german_plural(following.text):
        return False  # nothing is done with it
    inside = before in _INSIDE or (before in ("der", "dem", "einem", "einer") and page.before(index, 2) in _INSIDE)
    return inside and is_ordinary_word(following.text, "de") and not _is_adjective(following.text)


@lru_cache(maxsize=65536)
def _is_adjective(text: str) -> bool:
    """Whether a capitalized word is an adjective, inflected (Bunter Kiez)."""
    small = text.lower()
    root = lemma(small, "de")
    return root != "" and small != root and small.startswith(root) and not is_listed(text, "de")


def _is_verb(text: str) -> bool:
    return text.endswith("n") and lemma(text.lower(), "de") == text.lower()


@lru_cache(maxsize=65536)
def is_person(text: str) -> bool:
    """Whether a German noun is somebody who does or is something, to go by its feminine in -in."""
    base = text.removesuffix("in") if text.endswith("in") and len(text) > 6 else text
    if is_listed(base + "in", "de") or (base != text and is_listed(base, "de") and base.endswith(("er", "ist", "or"))):
        return True
    tail = next(
        (base[cut:].capitalize() for cut in range(3, len(base) - 3) if is_listed(base[cut:].capitalize() + "in", "de")),
        "",
    )
    return tail != "" and len(tail) >= 5


def _stands_there(place: re.Match[str]) -> bool:
    """Whether a place tells one institution from others: by its name, or in what was or is a known house."""
    if place["former"]:
        return is_institution(fold(place["name"])) or fold(place["name"]).endswith(
            ("bahnhof", "post", "turm", "halle", "hafen")
        )
    return _is_place(place["name"], place["where"])


def _is_place(name: str, preposition: str) -> bool:
    """Whether a word after a preposition is where the institution stands, no time and nothing that is done there."""
    folded = fold(name)
    if len(name) > len("Straße") and _STREET.fullmatch(name):
        return True
    if (
        TIMES.fullmatch(folded)
        or folded in word_set("bare_nouns")
        or is_too_large(folded)
        or _is_verb(name)
        or is_person(name)
    ):
        return False
    if not is_explained(name, "de") or folded in load_towns():
        return True
    if preposition in ("in", "bei", "im", "in der"):
        return False
    return (
        not (is_german_plural(name) or folded.endswith(_ABSTRACT))
        and (is_ordinary_word(name, "de") or not is_listed(name, "de"))
        and folded not in _VAGUE
    )


_VAGUE = frozenset(
    "ort stadt land ende anfang rand ecke haus nahe welt hand seite arbeit zeit wohnung weg gluck beispiel".split()
)
