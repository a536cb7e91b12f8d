"""Churches and houses with a patron, branches with their place, large employers and firms with partners, in German."""

import re
from collections.abc import Callable, Iterator

from interviews.anonymity.finders.institutions import is_institution, is_person
from interviews.anonymity.finders.organisations import is_proper
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_german_plural, is_listed, is_ordinary_word, lemma
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

_W = r"[A-ZÄÖÜŁŚŻŹĆŞİÇ][\w&*'-]*"
_CHURCH = re.compile(
    r"(?<![\w-])(?:Erlöser|Christus|Johann[ei]s|Paulus|Petrus|Petri|Lukas|Markus|Matthäus|Matthäi|Thomas|Marien"
    r"|Martins?|Kreuz"
    r"|Dreifaltigkeits|Herz-Jesu|Friedens|Auferstehungs|Luther|Zions|Gnaden|Versöhnungs|Apostel|Stephans|Stephanus"
    r"|Michaelis|Nikolai"
    r"|Jakobi|Jakobus|Katharinen|Lamberti|Trinitatis|Andreas|Bonhoeffer|Heilig-Geist|Emmaus|Immanuel|Bethel|Josefs?"
    r"|Georgs?|Annen)-?"
    r"(?:[Kk]irche|[Gg]emeinde|[Kk]irchengemeinde|[Kk]apelle|[Hh]aus|[Ss]tift|[Kk]indergarten|[Kk]ita|[Kk]rankenhaus"
    r"|[Hh]ospital"
    r"|[Hh]eim|[Ss]chule)(?!\w)"
    r"|(?<![\w-])(?:Herz[ -]Jesu|Mari[aä] (?:Hilf|Himmelfahrt|Frieden|Königin|Empfängnis|Magdalena|Geburt)|Christ "
    r"?König"
    r"|Heilig(?:e|en)? (?:Kreuz|Geist|Familie|Drei Könige)|Liebfrauen|Allerheiligen(?=-| [A-ZÄÖÜ])|Zum Guten "
    r"Hirten)(?![\w])"
)
# A shop is what it sells and whose it is: Betten Ostermann, Uhren Klimek.
_GOODS = (
    r"Betten|Teppich|Teppiche|Uhren|Schuhe|Leder|Lederwaren|Mode|Moden|Modehaus|Textil|Textilien|Farben|Fliesen|Küchen|Eisen"
    r"|Eisenwaren|Reifen|Zweirad|Fahrräder|Rad|Spielwaren|Schreibwaren|Haushaltswaren|Tabak|Zigarren|Wolle|Lampen|Gardinen"
    r"|Polster|Matratzen|Samen|Kohlen|Landmaschinen|Baustoffe|Holz|Stahl|Radio|Fernseh|Foto|Musik|Musikhaus|Bücher"
    r"|Buchhandlung|Juwelier|Pelze|Hüte|Wäsche|Stoffe|Feinkost|Obst|Gemüse|Fisch|Geflügel|Wurst|Käse|Eis|Kaffee|Tee|Weine"
    r"|Spirituosen|Taxi|Reisen|Busse|Bestattungen|Beerdigungen|Dachdecker|Maler|Malerei|Heizung|Gerüstbau|Gartenbau|Tiefbau"
    r"|Hochbau|Straßenbau|Ladenbau|Schlüsseldienst|Schuster|Änderungsschneiderei|Schneiderei|Zoo|Nudel|Kebap|Pizza|Burger"
    r"|Fahrdienst|Pflegedienst|Abschleppdienst|Hausmeisterservice|Kfz|Auto|Autoteile|Landhandel|Eiscafé|Eisdiele|Sonnenstudio"
    r"|Raumausstatter|Polsterei|Glaserei|Schmuck|Parfümerie|Drogerie|Reformhaus|Zimmerei|Steinmetz|Sägewerk|Kelterei"
)
_BRANCH = re.compile(
    rf"(?<!\w)(?:Caritas|Diakonie|AWO|DRK|ASB|Johanniter|Malteser|Volkshilfe|Jobcenter|Jugendamt|Sozialamt|VHS"
    rf"|Volkshochschule"
    rf"|Tafel|Feuerwehr|Lebenshilfe|Stadtwerke|IG Metall|Verdi|Sparkasse|Volksbank|Raiffeisenbank|Edeka|Rewe|Netto"
    rf"|Penny|Aldi|Lidl|Bäcker|Metzger|Fleischer|Optik"
    rf"|Friseur|Getränke|Autohaus|Gasthaus|Kiosk|Fahrrad|Radio|Möbel|Blumen|Schuh|Polizei|Amtsgericht|CVJM|THW|BUND"
    rf"|Nabu"
    rf"|SPD|CDU|Grüne|Linke|Wasserwacht|Bergwacht|DLRG|Rotes Kreuz|Roten Kreuz|Sozialstation|Kolping|Pfadfinder"
    rf"|Maltesern"
    rf"|Johannitern|Arbeiterwohlfahrt|Bürgerstiftung|Stadtbücherei|Musikschule|Zulassungsstelle|Stadtwerken|{_GOODS}) "
    rf"(?P<name>{_W})"
)
_SHOP_AT = re.compile(
    r"(?<!\w)(?:Caritas|Diakonie|AWO|DRK|Jobcenter|Tafel|Sparkasse|Volksbank|Edeka|Rewe|Netto|Penny|Aldi"
    r"|Lidl|Norma|Kaufland|Post"
    r"|Bäcker|Metzger|Friseur|Döner|Dönerladen|Kiosk|Imbiss|Supermarkt) (?:am|im|an der|in der|auf der|auf dem|beim) "
    r"[A-ZÄÖÜ][\w-]*(?:straße|str|gasse|weg|platz|allee|damm|ufer|ring|bahnhof|markt|brücke|tor)(?![\w-])"
)
_EMPLOYED = re.compile(rf"(?<!\w)(?:[Bb]ei(?: der)?|[Bb]eim|[Zz]u|[Zz]ur|[Zz]um|[Vv]on|[Vv]om) (?P<name>{_W})")
# An authority, a welfare body or a firm known by letters, and what of it stands there (AWO-Seniorenzentrum).
_LETTERS = re.compile(
    r"(?<![\w-])(?!EU|IT|PC|LKW|PKW|TV|DDR|BRD|NS|SB|CD|DJ|US|UN|DIY|VIP|MINT|DAZ|DaZ"
    r"|BRK-)[A-ZÄÖÜ]{2,5}-(?P<name>[A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"
)
_HYPHENS = re.compile(r"(?<![\w-])(?:[A-ZÄÖÜ][\w.]*-){2,4}(?P<name>[A-ZÄÖÜ][a-zäöüß]+)(?![\w-])")
_NO_NAME = re.compile(r"(?:Eltern|Mutter|Vater|Mütter|Väter|Hartz|Erste|Drei|Zwei|Vier|[AO]-|\w-)")
_SHORT = re.compile(
    r"(?<!\w)(?:[Bb]ei der|[Bb]eim|[Ii]m|[Vv]om|[Dd]ie|[Dd]as|[Zz]ur|[Zz]um|[Vv]on der|[Ii]n der|[Ii]ns) "
    r"(?P<name>(?!EU|TV|OP|PC|IT|US|UN|CD|KG|ID|SB|EC|WC|WG|AB|OB|OK|KO|IQ|AG|EM|WM|EZ|PR|NS|FH|VR|HR|DB|RB|GG|NR"
    r"|UK)[A-ZÄÖÜ]{2})(?![\w-])"
)
_WORSHIP = re.compile(r"(?<!\w)(?:Ahmadiyya|D[Ii][Tt][Ii][Bb]|IGMG|Mill[iî] Görü[sş]|ATIB|VIKZ|Zeugen Jehovas)(?!\w)")
_CLUB = re.compile(rf"(?<!\w)[A-Z]{{1,4}}[VC] (?P<name>{_W})")
# Within a sentence.
_ADJECTIVE = re.compile(
    r"(?<=[a-zäöüß,] )(?P<adjective>(?:[A-ZÄÖÜ][a-zäöüß]+-)?[A-ZÄÖÜ][a-zäöüß]{2,}(?:e|er|es|en|em)) "
    r"(?P<noun>[A-ZÄÖÜ][a-zäöüß]{2,})(?![\w-])"
)
_EXPRESSIONS = frozenset(
    (
        "Erst Hilfe,Rund Tisch,Schw Meer,Erst Weltkrieg,Zwei Weltkrieg,Dritt Welt,Drit Welt,Rote Kreuz,Schw Brett"
        ",Kalt Krieg,Nah Osten"
        ",Klei Anfrage,Groß Anfrage"
        ",Heil Abend,Gute Tag,Gute Morgen,Gute Abend,Lieb Grüße,Gela Post,Neue Jahr,Neue Medien,Ganz Zeit"
    ).split(",")
)
_PARTNERS = re.compile(rf"(?<!\w)(?P<name>{_W}) (?:und|&|u\.) (?:Co\b\.?|Söhne|Sohn|Partner|Kollegen|Töchter)(?!\w)")

_AT_PARTNERS = re.compile(rf"(?<=\b[Bb]ei )(?P<name>{_W}) (?:und|&|u\.) (?:Co\b\.?|Söhne|Sohn|Partner|Töchter)(?!\w)")


def find_employers(page: Page) -> Iterator[Finding]:
    """Bodies that people work, learn or worship at, known by a word that dictionaries may have."""
    if page.language != "de":
        return
    for pattern, is_meant, reason in _KINDS:
        for match in pattern.finditer(page.text):
            if is_meant(match):
                start, end = match.span("name") if pattern in (_EMPLOYED, _SHORT) else match.span()
                yield Finding(start, end, EntityType.ORG, "organisations", reason, 0.75)


def _is_name_of_house(adjective: str, noun: str) -> bool:
    """Whether an adjective has its capital as part of a name (im Weißen Lamm), not of a common expression."""
    if "-" in adjective:
        return is_institution(fold(noun))
    if is_institution(fold(noun)) and adjective.endswith(("ischen", "ische", "ischer", "isches")):
        return True
    if (
        adjective.startswith(("Ihr", "Dein", "Euer", "Eure"))
        or f"{adjective[:4]} {noun}" in _EXPRESSIONS
        or is_too_large(fold(adjective))
    ):
        return False
    root = lemma(adjective.lower(), "de")
    return root != "" and adjective.lower() != root and adjective.lower().startswith(root) and is_listed(noun, "de")


def _is_proper_or_family(name: str) -> bool:
    if is_german_plural(name) or is_too_large(fold(name)):
        return is_proper(name) or fold(name) in load_towns()
    is_coined = not is_listed(name, "de") and not is_person(name)  # Katzwang: a place put together from words
    return is_coined or is_proper(name) or fold(name) in load_names().family


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool], str], ...] = (
    (_CHURCH, lambda match: True, "a church or house named after its patron"),
    (_BRANCH, lambda match: _is_proper_or_family(match["name"]), "a branch with its place"),
    (_SHOP_AT, lambda match: True, "a branch in its street"),
    (_LETTERS, lambda match: is_institution(fold(match["name"])), "a house of a body known by its letters"),
    (
        _HYPHENS,
        lambda match: is_institution(fold(match["name"])) and not _NO_NAME.match(match[0]),
        "a house with a name of several words",
    ),
    (_SHORT, lambda match: True, "two capital letters"),
    (_WORSHIP, lambda match: True, "a body of worship"),
    (_CLUB, lambda match: is_proper(match["name"]), "a sports club"),
    (_EMPLOYED, lambda match: fold(match["name"]) in word_set("employers"), "a large employer"),
    (
        _ADJECTIVE,
        lambda match: _is_name_of_house(match["adjective"], match["noun"]),
        "an adjective with a capital letter",
    ),
    (_PARTNERS, lambda match: not is_ordinary_word(match["name"], "de"), "a firm with its partners"),
    (_AT_PARTNERS, lambda match: not is_person(match["name"]), "a firm with its partners"),
)
