"""Places whose name says what they are: Lido di Pomposa, der Lehrter Bahnhof, die Hohe Leite, an der B 96."""

import re
from collections.abc import Callable, Iterator

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_listed
from interviews.anonymity.words.towns import load_towns
from interviews.text import fold

_CAPITAL = r"[A-ZÀ-ÝŠŽÇİŞ][\w'-]+"
# Hills, waters, squares and villages as other languages name them.
_ABROAD = re.compile(
    r"(?<![\w-])(?P<hit>(?:Lido|Isola|Via|Piazza|Gorge|Rue|Plaza|Playa|Calle|Puerto|Porto|Monte|Lago|Costa"
    r"|Casa|Rio|Serra|Sierra|Cabo"
    r"|Mont|Lac|Villa|Wadi|Tell|Tel|Deir|Dschebel|Jebel|Bab|Khan|Beit|Kafr|Umm|Ras|Ain|Nova|Novi|Novo|Nowy"
    r"|Nowa|Stara|Stari|Velika"
    r"|Veliki|Gornja|Donja|Gornji|Donji|Fushë|Baia|Târgu|Valea|Satu|Yeni|Eski|Bandar|Qala|Pul-e|Masar-e|Shahr-e)"
    rf"(?: (?:di|de|del|della|delle|dei|du|des|da|do|dos|das|la|le|las|los|e|i|al|el|ad|ed|ez|es"
    rf"|az))*[ -]{_CAPITAL}(?:-{_CAPITAL})?)(?![\w-])"
)
_ROAD = re.compile(
    r"(?<![\w-])(?:(?:Autobahn|Bundesstraße|Landstraße|Kreisstraße) (?P<named>[ABLK] ?\d{1,4})"
    r"|(?:[Aa]n|[Nn]eben|[Hh]inter|[Üü]ber|[Uu]nter|[Aa]uf) der (?P<hit>[AB] ?\d{1,3}))(?![\w-])"
)
_KIND = (
    r"(?:Bahnhof|Hauptbahnhof|Platz|Tor|Markt|Berg|Wald|Heide|See|Forst|Schloss|Dom|Hafen|Altstadt"
    r"|Innenstadt|Süden|Norden|Osten|Westen"
    r"|Straße|Allee|Chaussee|Damm|Ufer|Brücke|Park|Stadtwald|Land|Umland|Raum|Ecke|Becken|Bucht|Börde)"
)
_OF_A_TOWN = re.compile(rf"(?<![\w-])(?P<hit>(?P<town>[A-ZÄÖÜ][a-zäöüß]{{3,}})er {_KIND})(?![\w-])")
_DESCRIBED = re.compile(
    r"(?<=[a-zäöüß,] )(?P<hit>(?:Große|Kleine|Hohe|Alte|Neue|Obere|Untere|Vordere|Hintere|Lange|Rote"
    r"|Schwarze|Weiße|Grüne)[nrms]? "
    r"[A-ZÄÖÜ]?[a-zäöüß]*(?:[Bb]erg|[Ww]ald|[Bb]ach|[Hh]öhe|[Ll]eite|[Ww]iese|[Mm]ühle|[Mm]arkt|[Gg]asse"
    r"|[Bb]urg|[Bb]rücke|[Ii]nsel|[Aa]u"
    r"|[Ss]tein|[Tt]eich|[Ww]eiher|[Dd]orf|[Ss]iedlung|[Hh]eide|[Mm]oor|[Tt]or|[Hh]of|[Gg]rund|[Ff]eld"
    r"|[Kk]amp|[Ss]chanze))(?![\w-])"
)


def find_places_by_kind(page: Page) -> Iterator[Finding]:
    """Roads, squares, hills and places abroad with a word for what they are, in German talk."""
    if page.language != "de":
        return
    for pattern, is_meant in _KINDS:
        for match in pattern.finditer(page.text):
            if is_meant(match):
                group = "named" if pattern is _ROAD and match["named"] else "hit"
                yield Finding(*match.span(group), EntityType.LOC, "places", "a place with the word for its kind", 0.5)


def _is_town(match: re.Match[str]) -> bool:
    folded = fold(match["town"])
    known = any(base in load_towns() for base in (folded, folded + "e", folded + "en", folded + "a"))
    return known and not is_listed(match["town"].lower() + "er", "de")


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (_ABROAD, lambda match: True),
    (_ROAD, lambda match: True),
    (_OF_A_TOWN, _is_town),
    (_DESCRIBED, lambda match: True),
)
