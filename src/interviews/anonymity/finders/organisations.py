"""Organisations: legal forms, kinds of institution with a name, compounds with a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.organisations_elsewhere import find_in_english, find_in_polish
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.finders.people import name_kind
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import (
    is_compound,
    is_explained,
    is_german_plural,
    is_listed,
    is_ordinary_word,
)
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

_U = r"[A-ZÄÖÜŁŚŻŹĆŞİÇ]"
_W = rf"{_U}[\w&*'-]*"
_LEGAL = re.compile(
    rf"(?<!\w)(?P<name>(?:{_W} (?:(?:für|und|&|der|des|am|im|in|of|for|and|the|na rzecz|dla|i) "
    rf")?){{1,5}}){{0,1}}(?:e\. ?V\.|gGmbH|GmbH|GbR|UG|AG|eG|KG|Ltd|Limited|PLC|CIC|sp\. z "
    rf"o\.o\.|S\.A\.)(?!\w)"
)
_HEADS_DE = (
    r"Verein|Firma|Projekt|Initiative|Kita|Kindergarten|Stiftung|Zeche|Café|Cafe|Hotel"
    r"|Seniorenheim|Altenheim|Pflegeheim|Klinikum|Krankenhaus|Klinik|Restaurant|Kiosk|Kneipe"
    r"|Gaststätte"
    r"|Jugendzentrum|Jugendhaus|Stadtteilzentrum|Stadtteilbüro|Quartiersbüro"
    r"|Nachbarschaftshaus|Begegnungszentrum|Beratungsstelle|Wohnungsgesellschaft"
    r"|Wohnungsbaugesellschaft"
    r"|Baugenossenschaft|Genossenschaft|Apotheke|Bäckerei|Supermarkt|Imbiss|Grill|Salon"
    r"|Asia-Markt|Werk|Fabrik|Zeitung|Bündnis|Netzwerk|Runde[rn]? Tisch|Haus|Grundschule"
    r"|Gesamtschule"
    r"|Hauptschule|Realschule|Gymnasium|Berufskolleg|Förderschule|Stadtteilschule|Mevlana"
    r"|Mittelschule|Oberschule|Volksschule|Primarschule|Sekundarschule|Förderzentrum|Berufsschule"
    r"|Kinderhaus|Hort|Internat"
    r"|Gasthof|Gasthaus|Wirtshaus|Brauhaus|Pension|Spital|Hospital|Hospiz|VEB|LPG|Kombinat|Clique|Zunft|Burschenschaft"
    r"|Elektro|Sanitär|Metallbau|Trockenbau|Autohaus|Fahrschule|Spedition|Reederei|Werft|Möbel|Getränke"
    r"|Blumen|Foto|Späti"
    r"|Spenglerei|Schreinerei|Tischlerei|Schlosserei|Gärtnerei|Konditorei|Fleischerei|Metzgerei|Brauerei"
    r"|Druckerei|Zimmerei"
    r"|Kirchengemeinde|Pfarrei|Gruppe|Laden|Werkstatt|Treff|Treffpunkt|Theater|Kino|Bar|Club"
)
_CAUTIOUS_DE = (
    r"Moschee|Kirche|Gemeinde|Schule|Partei|Tempel|Synagoge|Praxis|Behörde|Fraktion"
    r"|Universität|Uni|Hochschule|Bank|Sparkasse|Kapelle|Kloster|Stift|Kaserne|Rathaus|Bezirksamt"
    r"|Landratsamt|Polizeirevier"
    r"|(?:Amts|Land|Sozial|Verwaltungs|Arbeits|Oberlandes|Bezirks)gericht"
)
_HEAD_DE = re.compile(
    rf"(?<!\w)(?=[A-ZÄÖÜ])(?P<head>(?:[A-ZÄÖÜ][\w]*-)?(?:{_HEADS_DE}|{_CAUTIOUS_DE}))(?P<link> ?[\"„“»'‚]| "
    rf"(?:am|an der|an den|im|in der|auf dem|auf der|zum|zur|für|der) (?={_U})| "
    rf")(?P<name>(?:St\. |Sankt )?{_W}(?:[ -](?:{_W}|&|und (?={_U})))*)"
)
_QUOTED = re.compile(r"[„“\"»](?P<hit>[A-ZÄÖÜ][\w&' -]{2,40}?)[\"“”«]")
_CLUB = re.compile(
    rf"(?<!\w)(?:1\. )?(?:[A-Z]{{0,2}}(?:SV|FC|SC)|AC|KSC|BC|TC|HC|RC|TuS|VfB|VfL|SC|TV|SpVgg|BSV|ETB|DJK"
    rf"|KS|MKS|LKS|AFC|SG|KGV)(?: "
    rf"(?:\d\d(?:\d\d)?|{_W}|Lok|Rot-Weiß))+"
)
_FIRM_TAILS = (
    r"(?:Wohnen|Feinkost|Immobilien|Bau|Reinigung|Transporte?|Logistik|Service|Stiftung"
    r"|Gemeinde|Klinikum|Klinik|Krankenhaus|Markt|Bäckerei|Metzgerei|Apotheke|Haustechnik"
    r"|Elektro|Gastronomie|Verlag|Gruppe|Werke?|Holding|Solutions"
    r"|Immo|Hausverwaltung|Wohnbau|Grill|Döner|Imbiss|Kiosk|Supermarkt|Moden|Reisen|Gala|Sport"
    r"|Automobile|Cars|Consulting|Media|Security|Schule|Gymnasium|Gesamtschule|Grundschule"
    r"|Kirche|Moschee|Assembly|Church|Center|Zentrum"
    r"|[A-ZÄÖÜ][a-zäöüß]+(?:technik|bau|blatt|zeitung|kurier|anzeiger|nachrichten|service"
    r"|werke?|markt|handel|betriebe?|verwaltung|transporte|reinigung|pflege|dienste?|wohnen"
    r"|post|bote)|Kurier|Anzeiger|Nachrichten|Zeitung|Tageblatt|Post|Bote|Rundschau"
    r"|& (?:Sohn|Söhne|Co\.?|Partner|[A-ZÄÖÜ]\w+))"
)
_FIRM = re.compile(rf"(?<!\w)(?P<name>{_W}(?: (?:{_W}|der|und))??) {_FIRM_TAILS}(?:[ -]{_FIRM_TAILS})*(?![\w-])")
# Few words have a capital after them; looking for that first takes a fifth of the time.
_BODY = re.compile(
    r"(?<!\w)(?=[\w-]+ [A-ZÄÖÜ])(?:[A-ZÄÖÜ]\w*-)?[A-ZÄÖÜ]?\w*(?:[Ff]abrik|[Vv]erband|[Ww]erft|[Bb]äckerei"
    r"|[Mm]etzgerei|[Ss]telle|[Gg]enossenschaft|[Gg]esellschaft|[Zz]entrum|[Bb]üro|[Vv]erein"
    r"|[Ff]irma|[Hh]eim|[Vv]erwaltung|[Zz]eche|[Hh]ütte|[Kk]okerei|[Tt]reff|[Ll]aden"
    r"|bau|technik|handel|betrieb|reinigung|brauerei|druckerei|schreinerei|kellerei|salon|studio"
    r"|verleih|service|transporte) "
    r"(?P<name>[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)"
)
_SCHOOL_AT = re.compile(
    rf"(?<!\w)(?:[A-ZÄÖÜ]\w+-)?(?:Grundschule|Gesamtschule|Gymnasium|Hauptschule|Realschule"
    rf"|Förderschule|Berufskolleg|Stadtteilschule|Schule|Kita|Kindergarten|Seniorenheim"
    rf"|Gasthof|Gasthaus|Wirtshaus|Hotel|Pension|Mittelschule|Oberschule|Volksschule|Primarschule|Kinderhaus|Hospiz"
    rf"|Altenheim|Pflegeheim|Krankenhaus|Klinikum|Haus|Jugendzentrum|Jugendhaus|Café|Theater"
    rf"|Kirche)"
    rf" (?:am|an der|an den|auf dem|auf der|im|in der|zum|zur|beim|des|der) "
    rf"(?P<name>(?:(?:Alten|Neuen|Großen|Kleinen|Heiligen|Guten|Grünen|Roten|Weißen|Hohen) "
    rf")?(?:[A-ZÄÖÜ][\w]*[ -])?{_W})"
)
_SAINT = re.compile(rf"(?<!\w)(?:St\.|Sankt|St|Saint|Święt\w+|Św\.|św\.) ?-?{_W}(?:[ -]{_W})*")
_COMPOUND_TAILS = (
    "schule gesamtschule grundschule hauptschule realschule gymnasium kolleg moschee kirche "
    "haus projekt zentrum verein büro werk markt club klub treff café cafe klinik klinikum "
    "kita"
    " stiftung heim zeche initiative netzwerk gemeinde laden apotheke bäckerei kiosk gruppe "
    "fest bündnis gesellschaft werkstatt bad halle park team runde konferenz schacht siedlung"
    " bau wohnen immobilien post zeitung anzeiger nachrichten blatt bote tisch garten "
    "institut akademie theater museum bibliothek platz programm"
).split()


def find_organisations(page: Page) -> Iterator[Finding]:
    """Names of organisations, schools, clubs, firms and projects."""
    shared = ((_LEGAL, "a legal form"), (_CLUB, "a sports club"), (_SAINT, "a patron saint"))
    for pattern, reason in shared:
        for match in pattern.finditer(page.text):
            if match.end() - match.start() > 4 and (pattern is not _LEGAL or match["name"]):
                yield _finding(page, match.start(), match.end(), reason, 0.85)
    if page.language == "en":
        yield from find_in_english(page)
    elif page.language == "pl":
        yield from find_in_polish(page)
    else:
        yield from _german(page)


def _finding(page: Page, start: int, end: int, reason: str, score: float) -> Finding:
    return Finding(start, end, EntityType.ORG, "organisations", reason, score)


def _german(page: Page) -> Iterator[Finding]:
    for match in _HEAD_DE.finditer(page.text):
        start, end = _named(page, match)
        if end:
            yield _finding(page, start, end, "a kind of organisation with a name", 0.75)
    for match in _BODY.finditer(page.text):
        first, *_, last = [match["name"].split()[0], match["name"].split()[-1]]
        if is_proper(first):
            end = match.end() if is_proper(last) else match.start("name") + len(first)
            yield _finding(page, match.start(), end, "a kind of organisation with a name", 0.7)
    yield from _whole_matches(page)
    for word in page.words:
        if word.capital and "-" in word.text and _is_named_compound(word.text):
            yield _finding(page, word.start, word.end, "a compound with a name", 0.8)


def _whole_matches(page: Page) -> Iterator[Finding]:
    """Firms, schools named after their place, names in quotation marks."""
    for match in _FIRM.finditer(page.text):
        if _may_name_a_firm(page, match.start(), match["name"].split()[0]):
            yield _finding(page, match.start(), match.end(), "a name before a kind of firm", 0.7)
    for match in _SCHOOL_AT.finditer(page.text):
        if not _NO_PLACE.match(match["name"]):
            yield _finding(page, match.start(), match.end(), "a school or house named after its place", 0.65)
    for match in _QUOTED.finditer(page.text):
        if len(match["hit"].split()) <= 4 and match["hit"][-1] not in ".!?," and _is_title_like(match["hit"]):
            yield _finding(page, match.start("hit"), match.end("hit"), "a name in quotation marks", 0.5)


_NO_PLACE = re.compile(
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Sams|Sonn|Jahr|Monat|Moment|Ende|Anfang"
    r"|Stadt|Nähe|Regel|Ort|Tag|Woche|Abend|Morgen|Vormittag|Nachmittag|Sommer|Winter|Hand"
    r"|Zeit|Welt|Ferien|Kinder|Eltern|Platz|Teil)"
)


def _may_name_a_firm(page: Page, start: int, word: str) -> bool:
    if is_proper(word):
        return True
    derived = word.endswith("er") and len(word) > 5
    coined = not is_listed(word, "de") and not is_german_plural(word)  # Blitzblank, Saubermann
    return (coined or (derived and not is_ordinary_word(word, "de"))) and not page.text[
        max(0, start - 2) : start
    ].startswith((".", "\n"))


def _is_title_like(hit: str) -> bool:
    words = [word for word in re.split(r"[\s-]+", hit) if word]
    return all(word[0].isupper() for word in words if len(word) > 3) and not all(
        is_listed(word, "de") for word in words
    )


def _named(page: Page, match: re.Match[str]) -> tuple[int, int]:
    """Where a kind of institution and its name stand, or (0, 0) where no name follows."""
    link, name = match["link"], match["name"]
    words = name.split(" ")
    if link.strip() in "\"„“»'‚" and link.strip():
        return match.start(), match.end()
    cautious = (
        re.fullmatch(_CAUTIOUS_DE, match["head"])
        or link.strip()
        or match["head"]
        in (
            "Gruppe",
            "Haus",
            "Laden",
            "Bar",
            "Kiosk",
            "Firma",
            "Werk",
            "Theater",
            "Projekt",
            "Initiative",
            "Verein",
            "Treffpunkt",
        )
    )
    end = match.start("name")
    if len(words) > 1 and not link.strip() and _is_described(*words[:2]):
        return match.start(), end + len(words[0]) + 1 + len(words[1])
    if match["head"] in _INNS and not is_too_large(fold(words[0])) and words[0] not in _NO_INN:
        return match.start(), end + len(words[0])
    for word in words:
        ordinary = (
            not is_proper(word) and is_explained(word, "de")
            if cautious
            else (is_listed(word.lower(), "de") and not is_listed(word, "de")) or _is_plain_plural(word)
        )
        if ordinary or word in ("Sie", "Ihr", "Ihre") or is_too_large(fold(word)):
            break
        end += len(word) + (end > match.start("name"))
        if not cautious and is_explained(word, "de"):
            break
    return (match.start(), end) if end > match.start("name") else (0, 0)


def _is_described(adjective: str, noun: str) -> bool:
    """Whether an adjective with a capital letter and a noun make a name (LPG Roter Oktober)."""
    inflected = adjective.endswith(_INFLECTED) and adjective not in ("Alle", "Viele", "Meine")
    return inflected and is_listed(adjective.lower(), "de") and is_listed(noun, "de")


_INFLECTED = ("er", "e", "es", "en")
# Called in the plural, too: Gasthof Hirschen.
_INNS = frozenset("Gasthof Gasthaus Wirtshaus Brauhaus Pension".split())
_NO_INN = frozenset("Sie Ihr Ihre Gäste Leute Essen".split())


def _is_plain_plural(word: str) -> bool:
    return is_german_plural(word) and is_ordinary_word(word, "de")


@lru_cache(maxsize=65536)
def _is_named_compound(text: str) -> bool:
    """Whether a hyphen compound ends in a kind of organisation and has a name in it (Marie-Curie-Gesamtschule)."""
    *names, tail = text.split("-")
    small = tail.lower()
    if not any(small.endswith(ending) for ending in _COMPOUND_TAILS):
        return False
    if small in ("stiftung", "apotheke", "moschee", "gymnasium", "kolleg", "verlag"):
        return True
    if small in _SCHOOLS and not _KIND_OF_SCHOOL.match(names[0]):
        return True
    return any(is_proper(name) for name in names if len(name) > 2)


_SCHOOLS = frozenset(
    "grundschule gesamtschule oberschule realschule hauptschule mittelschule kita kindergarten gemeinschaftsschule "
    "stadtteilschule sekundarschule volksschule kinderhaus".split()
)
# Before a hyphen these say what a school is like; any other word is its name (Regenbogen-Grundschule).
_KIND_OF_SCHOOL = re.compile(
    r"(?:Ganztag|Halbtag|Privat|Dorf|Land|Stadt|Brennpunkt|Problem|Inklusion|Integration|DDR|Nachbar|Partner|Förder|Ersatz|Stadtteil"
    r"|Multi|Elite|Mini|Betrieb|Wald|Natur|Bewegung|Uni|Vorzeige|Wunsch|Not|Eltern|Montessori|Waldorf|Sport|Musik|Sprach|Kombi"
    r"|Grund|Haupt|Real|Gesamt|Modell|Pilot|Bio|Ost|West|Nord|Süd|Container|Ex|Traum|Pflicht|Haus|Groß|Klein|Kirchen)"
)


def is_proper(name: str) -> bool:
    """Whether a German word with a capital is a name rather than a noun."""
    if is_too_large(fold(name)) or fold(name) in word_set("nationwide") or name.isupper():
        return False
    return (
        not is_explained(name, "de")
        or name_kind(name, "de") in ("given", "family")
        or (fold(name) in load_towns() and not is_ordinary_word(name, "de"))
    )


def is_solid_named_compound(text: str) -> bool:
    """Whether a compound that no dictionary lists ends in a kind of organisation (Freiraumbüro)."""
    small = text.lower()
    ending = next(
        (
            tail
            for tail in ("büro", "moschee", "treff", "klinikum", "gymnasium", "zeche", "werk")
            if small.endswith(tail)
        ),
        "",
    )
    return bool(ending) and not is_listed(text, "de") and is_compound(text)
