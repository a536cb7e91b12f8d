"""German places by how they are put together: Bad Rehburg, Lengfeld-West, Castel di Sangro, der Nordfriedhof."""

import re
from collections.abc import Callable, Iterator

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_german_plural, is_listed
from interviews.anonymity.words.towns import load_country_names
from interviews.text import fold

_CAPITAL = r"[A-ZÀ-ÝŠŽÇİŞ][\w'-]+"
_TO = r"(?:in|aus|nach|bei|von|bis|Richtung|zwischen|über)"
# Spas, saints and the two halves of a village; no article goes before them.
_OF_TWO_WORDS = re.compile(
    rf"(?<!\w){_TO} (?P<hit>(?:Bad|Burg|Markt|Kloster|Maria|Sankt|Groß|Klein|Alt|Neu|Hohen|Ober|Unter|Nieder|Wendisch"
    rf"|Windisch|Königs|Kirch|San|Santa|Santo|São|Saint|Sainte|Sveti|Sveta|Szent|Agios|Agia|Los|Las|La|El|Le|Port|Fort"
    rf"|New|Tor|Castel|Castello|Monte|Ponte|Forte|Bosanska|Bosanski|Slavonski|Stara|Novi|Nova|Nowa|Nowy|Stary"
    rf"|Wielki|Wielka|Mala|Mali|Veliko|Gorna|Dolna|Alba|Baile|Piatra|Râmnicu|Kara|Yeni|Eski|Ak) {_CAPITAL})(?![\w-])"
)
_WITH_PARTICLE = re.compile(
    rf"(?<!\w){_TO} (?P<hit>{_CAPITAL} (?:di|del|della|dei|da|do|dos|du|des|sur|sous|upon|al|el|ez|es|ad|aan|op|nad"
    rf"|pod|na"
    rf"|kod|pri|ob) (?:la |le |der )?{_CAPITAL})(?![\w-])"
)
_PART_OF_TOWN = re.compile(
    r"(?<![\w-])(?P<hit>(?P<town>[A-ZÄÖÜ][a-zäöüß]{2,})-(?:Nord|Süd|Ost|West|Mitte|Nordost|Nordwest|Südost|Südwest"
    r"|Zentrum|Altstadt|Neustadt|Oberstadt|Unterstadt|Stadt|Dorf|Land|Siedlung|Ausbau|Hafen|Bahnhof|Vorstadt))(?![\w-])"
)
_NO_TOWN = frozenset(
    "nord sud ost west mitte innen gross klein stadt land dorf haupt ober unter alt neu uni u s".split()
)
_CEMETERY = re.compile(
    r"(?<![\w-])(?P<hit>(?!Auto|Schiff|Dorf|Soldaten|Tier|Elefanten|Flugzeug|Panzer|Helden|Prominenten|Urnen)"
    r"[A-ZÄÖÜ][a-zäöüß]{2,}friedhof)(?:es|s)?(?![\w-])"
)
# Waters, woods and hills under any article, where their name is in no dictionary.
_LANDMARK = re.compile(
    r"(?<!\w)(?:[Dd]er|[Dd]em|[Dd]en|[Dd]es|[Zz]um|[Vv]om|[Aa]m|[Ii]m|[Hh]interm|[Uu]nterm|[Dd]ie|[Dd]as) "
    r"(?P<hit>[A-ZÄÖÜ][a-zäöüß]{2,}(?:graben|bach|weiher|teich|forst|moor|ried|bruch|fließ|kanal|siel|wehr|schleuse|furt|brücke"
    r"|steg|kuppe|kogel|spitze|hübel|busch|wald|holz|heide|aue|wiesen|leiten|tobel|klinge|schlucht|halde|gasse))(?![\w-])"
)
_NO_LANDMARK = re.compile(
    r"(?:Wasser|Straßen|Abwasser|Burg|Schützen|Haupt|Neben|Mittel|Fisch|Garten|Bade|Lösch|Feuer|Dorf|Misch|Laub|Nadel|Regen"
    r"|Ur|Stadt|Kletter|Schilder|Blätter|Wort|Ton|Bild|Einkaufs|Brenn|Sperr|Bau|Tropen|Eisenbahn|Fußgänger|Auto|Autobahn"
    r"|Zahn|Hänge|Esels|Not|Zug|Boots|Bade|Ab|An|Auf|Aus|Bei|Ein|Um|Zusammen|Unter|Über|Durch|Ver|Zer|Knochen|Ehe|Schiff"
    r"|Vertrags|Wort|Haus|Stein|Vertrauens|Rohr|Damm|Ast|Wolken|Leisten|Müll|Schutt|Rettungs|Hohl|Sack|Abwasser"
    r"|Verbindungs|Entwässerungs|Informations|Kommunikations|Fernseh|Radio|Youtube|Telegram|Instagram)[a-zß]+"
)
# What once was a works or a station, and is a place by now.
_FORMER = re.compile(
    r"(?<!\w)(?:[Ii]m|[Ii]n der|[Aa]m|[Aa]n der|[Hh]interm|[Hh]inter (?:der|dem)|[Nn]eben (?:der|dem)|[Bb]ei der"
    r"|[Bb]eim"
    r"|[Gg]egenüber (?:der|dem|vom|von der)|[Vv]or (?:der|dem)|[Aa]uf (?:der|dem)|[Vv]om|[Zz]um|[Zz]ur|[Ii]n die"
    r"|[Ii]ns) "
    r"(?P<hit>(?:alten?|ehemaligen?|früheren?|stillgelegten?) (?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Mm]olkerei|[Zz]iegelei"
    r"|[Bb]rauerei"
    r"|[Mm]ühle|[Bb]ahnhof|[Pp]ostamt|[Pp]ost|[Ff]euerwehrhaus|[Ff]euerwache|[Ss]chlachthof|[Ff]abrik|[Ss]pinnerei|[Ww]eberei"
    r"|[Kk]aserne|[Gg]aswerk|[Ww]asserwerk|[Gg]ießerei|[Gg]erberei|[Ff]ärberei|[Bb]rennerei|[Ss]chmiede|[Ss]ägewerk"
    r"|[Rr]athaus|[Ss]chulhaus|[Pp]farrhaus|[Kk]ino|[Zz]ollamt|[Zz]ollhaus|[Ss]peicher|[Ll]okschuppen|[Ss]tellwerk"
    r"|[Hh]allenbad|[Ff]reibad|[Ss]ynagoge|[Kk]raftwerk|[Zz]eche|[Ww]erft|[Hh]ütte|[Gg]utshaus|[Gg]utshof|[Kk]onsum"
    r"|[Gg]ärtnerei|[Tt]ankstelle|[Ss]tadtmauer|[Gg]rube|[Gg]efängnis|[Kk]loster|[Gg]renze|[Ff]ähre|[Hh]afen|[Ww]erk))(?![\w-])"
)


def find_places_told(page: Page) -> Iterator[Finding]:
    """Places that no list has and no ending gives away."""
    if page.language != "de":
        return
    for pattern, is_meant, reason in _KINDS:
        for match in pattern.finditer(page.text):
            if is_meant(match):
                yield Finding(*match.span("hit"), EntityType.LOC, "places", reason, 0.5)


def _is_part_of_town(match: re.Match[str]) -> bool:
    town = fold(match["town"])
    return town not in _NO_TOWN and town not in load_country_names()


def _is_landmark(match: re.Match[str]) -> bool:
    name = match["hit"]
    return not (is_listed(name, "de") or is_german_plural(name) or _NO_LANDMARK.fullmatch(name))


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool], str], ...] = (
    (_OF_TWO_WORDS, lambda match: True, "a place of two words"),
    (_WITH_PARTICLE, lambda match: True, "a place of several words"),
    (_PART_OF_TOWN, _is_part_of_town, "a part of a town"),
    (_CEMETERY, lambda match: True, "a graveyard by its name"),
    (_LANDMARK, _is_landmark, "a hill, water or wood by its name"),
    (_FORMER, lambda match: True, "what was a works or station"),
)
