"""Squares, parks, quarters and informal places of a German town: der Lutherplatz, im Ostpark, auf der Höhe.

A compound with one of these ends is a place that people name, unless it is one of the kinds that are everywhere.
"""

import re
from collections.abc import Iterator

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType

_NO_SQUARE = (
    r"Spiel|Park|Arbeits|Fußball|Sport|Fuss|Kita|Kindergarten|Kindergarde|Studien|Sitz|Steh|Stell|Lager|Zelt|Camping"
    r"|Schlaf|Liege"
    r"|Therapie|Betreuungs|Ausbildungs|Praktikums|Praktikums|Krippen|Bau|Bolz|Grill|Flug|Schau|Lehr|Heim|Wohn|Rast"
    r"|Tank|Müll"
    r"|Schrott|Tennis|Golf|Ehren|Hort|Kindes|Pflege|Schul|Schüler|Studenten|Therapeuten|Trainings|Übungs|Exerzier"
    r"|Treff|Dorf|Stamm"
    r"|Hof|Lauf|Turn|Hart|Rasen|Reit|Eis|Lade|Liefer|Frei|Garten|Stand|Fest|Tanz|Zirkus|Basketball|Volleyball"
    r"|Behandlungs|Kurs"
    r"|Speicher|Internats|Handwerks|Stellen|Industrie|Handels|Ausstellungs|Finanz|Um|An|Vor|Vornan|Rang|Podest"
    r"|Fenster|Logen|Wild"
    r"|Impf|Startplatz|Schieß|Ankerplatz|Picknick|Bade|Raucher|Kunstrasen|Hauptschul"
)
_NO_PARK = (
    r"Fuhr|Freizeit|Solar|Wind|Wohn|Spiel|Maschinen|Fahrzeug|Frei|Wohnmobil|Industrie|Gewerbe|Technologie|Tier"
    r"|Vergnügungs"
    r"|National|Natur|Skate|Auto|Geräte|Kletter|Hochseil|Erlebnis|Wild|Funk|Saurier|Wasser|Camping|Business|Themen"
    r"|Fahr|Freiluft"
)
_NO_ESTATE = (
    r"Wohn|Neubau|Hochhaus|Reihenhaus|Arbeiter|Platten|An|Be|Um|Aus|Zer|Groß|Stadtrand|Einfamilienhaus|Schreber"
    r"|Ferienhaus"
    r"|Ferien|Neubaugebiet|Beton|Werks|Rand|Trabanten|Sozial|Ur|Nachkriegs|Alt"
)
_PLACE = re.compile(
    rf"(?<![\w-])(?=[A-ZÄÖÜ])(?:(?!(?:{_NO_SQUARE})platz)[A-ZÄÖÜ][a-zäöüß]{{3,}}platz"
    rf"|(?!(?:{_NO_PARK})park)[A-ZÄÖÜ][a-zäöüß]{{2,}}park"
    rf"|(?!(?:{_NO_ESTATE})siedlung)[A-ZÄÖÜ][a-zäöüß]{{3,}}siedlung"
    r"|(?:Stadt|Schloss|Hof|Volks|Rosen|Palmen|Kur|Bürger|Berg)garten|(?:Alt|Neu|Garten|Unter|Ober|Vor)stadt"
    r"|(?:Nord|Süd|Ost|West)(?:bahnhof|park|platz|markt)|(?:Neu|Alt|Vieh|Fisch|Korn|Holz|Heu|Ross|Roß|Salz"
    r"|Rathaus)markt"
    r"|(?:Haupt|Rathaus|Kirch|Schloss|Dom)platz|Klein-[A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"
)
_AREA = re.compile(
    r"(?<!\w)(?:Gewerbegebiet|Industriegebiet|Neubaugebiet|Wohngebiet|Quartier|Stadtteil|Siedlung|Bezirk|Viertel"
    r"|Wohnpark|Plangebiet) "
    r"(?:Nord|Süd|Ost|West|Mitte|Nordost|Nordwest|Südost|Südwest)(?!\w)"
)
_GROUND = (
    r"(?:Höhe|Tal|Anger|Hang|Bruch|Winkel|Heide|Aue|Weiher|Kanal|Hügel|Halde|Werder|Kamp|Insel|Mühle|Burg|Schanze"
    r"|Platte|Leite"
    r"|Wiese|Wiesen|Graben|Damm|Steig|Bühl|Rain|Horst|Brink|Loh|Lehmkuhle|Kolonie|Senke|Gärten|Terrassen"
    r"|Schlucht|Berg)"
)
_SPOT = (
    r"(?:Rondell|Wasserturm|Gasometer|Güterbahnhof|Bahndamm|Schlachthof|Kraftwerk|Zuckerfabrik|Ziegelei"
    r"|Stadttor|Stadtmauer|Obelisk"
    r"|Friedhof|Schlossteich|Hafenbecken|Umspannwerk|Heizkraftwerk|Steinbruch|Kiesgrube|Schleuse|Wehr"
    r"|Zeche|Kokerei|Hochofen|Werft)"
)
_LIVES = (
    r"(?:[Ww]ohn\w*|[Ll]eb(?:e|en|t|te|ten)|[Zz]og|[Zz]ogen|gezogen|aufgewachsen|groß geworden|[Oo]ben|[Uu]nten"
    r"|[Dd]rüben"
    r"|[Hh]inten|[Dd]raußen|vorne|treffen uns|sitzen|Siedlung|Wohnung)"
)
_INFORMAL = re.compile(
    rf"(?<!\w){_LIVES}(?: bin ich| sind wir)?(?: (?!ich|wir)[a-zäöü]+){{0,2}}? (?:auf der|auf dem|auf den"
    rf"|am|im|in der|in den|an der"
    rf"|hinter der|unter der|vom|beim|hinterm|neben dem|neben der|gegenüber vom|gegenüber der|bei der) "
    rf"(?P<hit>{_GROUND}|{_SPOT})(?![\w-])"
)
_BLOCK = re.compile(
    r"(?<!\w)(?:im|in|aus|vom|von|den) (?P<hit>(?:Block|Haus|Hochhaus|Baracke|Wohnblock) "
    r"(?:\d{1,3}[a-c]?|[A-H]|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf))(?![\w-])"
)
_FROM = re.compile(
    r"(?<!\w)[Dd]ie (?:vom|von der|aus dem|auf der|auf dem) (?P<hit>(?!Berg){_GROUND})(?![\w-])".replace(
        "{_GROUND}", _GROUND
    )
)
_HEIGHT = re.compile(
    r"(?<!\w)(?:auf dem|auf den|vom|am|zum|unterm|aufm|hinterm) (?P<hit>(?!Wein|Eis|Schulden|Akten|Müll|Schutt|Papier"
    r"|Wäsche|Sand"
    r"|Kirsch|Haus|Butter|Schreib|Hinter|Vor|Ab|Holz|Gesamt|Durch|Zusammen)[A-ZÄÖÜ][a-zäöüß]{2,}(?:berg|bühl|brink"
    r"|anger|hang(?<!ammenhang)))"
    r"(?<!Vorhang)(?<!Anhang)(?<!Umhang)(?![\w-])"
)


def find_places_in_town(page: Page) -> Iterator[Finding]:
    """Places that people of a town name."""
    if page.language != "de":
        return
    for pattern in (_PLACE, _AREA):
        for match in pattern.finditer(page.text):
            yield _finding(*match.span(), 0.5)
    for pattern in (_INFORMAL, _FROM, _HEIGHT, _BLOCK):
        for match in pattern.finditer(page.text):
            yield _finding(*match.span("hit"), 0.4)


def _finding(start: int, end: int, score: float) -> Finding:
    return Finding(start, end, EntityType.LOC, "places", "a place in a town by its kind of name", score)
