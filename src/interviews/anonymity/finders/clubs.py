"""German clubs by what clubs are called: Fortuna 06, Faustball Nord, Boxring Blau-Weiß."""

import re
from collections.abc import Iterator

from interviews.anonymity.finders.institutions import TIMES
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.text import fold

_CAPITAL = r"[A-ZÄÖÜ][\wäöüß-]+"
_NAMES = (
    r"(?:Fortuna|Eintracht|Viktoria|Victoria|Germania|Borussia|Arminia|Concordia|Alemannia|Teutonia|Hertha|Hansa|Dynamo|Wacker"
    r"|Lokomotive|Lok|Motor|Traktor|Chemie|Turbine|Rotation|Empor|Einheit|Vorwärts|Fortschritt|Aufbau|Medizin|Turbine|Union"
    r"|Preußen|Westfalia|Rhenania|Saxonia|Bavaria|Thuringia|Olympia|Phönix|Sportfreunde[n]?|Sportvereinigung|Spielvereinigung"
    r"|Turnerschaft|Turnerbund|Turngemeinde|Rasensport|Kickers|Adler|Hellas|Sparta|Helvetia|Austria|Rapid|Admira|Türkgücü"
    r"|Türkiyemspor|Makkabi|Maccabi|Vatanspor|Galatasaray|Anadoluspor)"
)
_KINDS = (
    r"(?:[A-ZÄÖÜ][a-zäöüß]+)?(?:[Cc]lub|[Kk]lub|[Rr]ing|[Rr]iege|[Ss]taffel|[Ss]port|[Bb]all|[Kk]ampf|[Tt]urnen|[Ss]chwimmen"
    r"|[Ll]auf|[Ss]parte|[Vv]erein|[Gg]ilde|[Gg]arde|[Cc]hor|[Kk]apelle)"
)
_COMPASS = r"(?:Nord|Süd|Ost|West|Mitte|Nordost|Nordwest|Südost|Südwest)"
_YEAR = r"(?:\d\d(?:/\d\d)?|1[89]\d\d)(?![\w.,]?\d| Uhr)"
_COLOURS = r"(?:Rot|Blau|Grün|Schwarz|Gelb|Weiß)-(?:Weiß|Gold|Silber|Rot|Blau|Gelb|Schwarz|Grün)"
_CLUB = re.compile(
    rf"(?<![\w-])(?P<hit>{_NAMES}(?: {_COMPASS})?(?: {_YEAR})?(?: {_CAPITAL})?"
    rf"|{_KINDS}(?: (?:{_COMPASS}|{_COLOURS}))(?: {_YEAR})?"
    rf"|(?P<word>{_CAPITAL}) (?:{_COMPASS} {_YEAR}|0\d(?![\w.,/:-]?\d)))(?![\w-])"
)
# A year of two digits follows these as well.
_TIMES = re.compile(
    r"(?:sommer|winter|herbst|fruhjahr|fruhling|ostern|pfingsten|weihnachten|silvester|jahrgang|baujahr|saison|anno|vorwahl"
    r"|nummer|nr|zimmer|haus|block|gleis|linie|klasse|seite|uhr|punkt|teil|folge|stufe|gruppe)"
)


def find_clubs(page: Page) -> Iterator[Finding]:
    """Clubs with what only clubs have in their names, in German talk."""
    if page.language != "de":
        return
    for match in _CLUB.finditer(page.text):
        word = fold(match["word"] or "")
        alone = " " not in match["hit"]
        if not alone and not TIMES.fullmatch(word) and not _TIMES.fullmatch(word):
            yield Finding(*match.span("hit"), EntityType.ORG, "organisations", "a club by its kind of name", 0.6)
