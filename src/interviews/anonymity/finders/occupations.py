"""Occupations and offices that only one or few people hold in a place; general ones identify nobody."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType

_IN = r"(?:s|n|in|innen|[*:_]in(?:nen)?)?"
_GERMAN = (
    rf"(?:Ober|Bezirks|Alt|Orts|Stadt|Stadtteil|Quartiers|Dorf|Vize)?[Bb]ürgermeister{_IN}"
    rf"|Quartiersm[ae]nage[rn]?{_IN}|Quartiersmanager{_IN}|Stadtteil(?:manager|koordinator"
    rf"|beauftragte|referent|lotse|mütter|mutter)\w*"
    rf"|(?:Sozial|Bau|Kultur|Schul|Jugend|Stadt|Bildungs)?[Dd]ezernent{_IN}"
    rf"(?: für [A-ZÄÖÜ][\w-]+(?: und [A-ZÄÖÜ][\w-]+)?)?|(?:Bezirks|Amts"
    rf"|Schul|Kita|Heim|Einrichtungs|Fachbereichs|Abteilungs|Sachgebiets|Referats|Dienststellen"
    rf"|Revier|Projekt|Quartiers|Team|Stadtteilbüro|Vereins|Gemeinde|Instituts|Stations|Werks"
    rf"|Zechen|Markt|Filial)?[Ll]eiter{_IN}"
    rf"(?= (?:vom|von|der|des|beim|am|im|dieser|unserer)\b)|(?:Bezirks|Amts|Schul|Kita|Heim"
    rf"|Fachbereichs|Sachgebiets|Revier|Dienststellen|Einrichtungs|Werks|Pflegedienst|Stations|Hauptamts"
    rf"|Wohnbereichs)leiter{_IN}"
    rf"|[\w]+-[Ll]eiter{_IN}|(?:[Ee]rste|[Zz]weite|[Dd]ritte|[Ss]tellvertretende)[rn]? Vorsitzende[rn]?"
    rf"|Vorsitzende[rn]?(?= (?:vom|von|der|des|beim|im)\b)|Kassier(?:er)?{_IN}|Schriftführer{_IN}"
    rf"|Schulr[aä]t(?:in)?|Ministerialr[aä]t{_IN}|(?!Welt|Europa|Bezirks|Landes|Vereins|Hallen|Pokal|Jugend|Junioren|Turnier|Staats|Rekord|Vize|Herbst|Baum|Zahl|Bieder|Lehr|Groß"
    rf"|Kreis)[A-ZÄÖÜ][a-zäöü]{{2,}}meister(?:in)?"
    rf"|(?:Gro(?:ß|ss)|National|Kantons|Bundes|Schul|Kirchen|Orts|Hof|Medizinal|Studien)r[aä]t(?:in)?(?!\w)|Ammann"
    rf"|Wehrführer{_IN}|Brandmeister{_IN}|Kommandant{_IN}|Ortsbürgermeister{_IN}|Revierleiter{_IN}|Dorfhelfer{_IN}"
    rf"|Schulleitung|Kon?rektor{_IN}|Rektor{_IN}|Direktor{_IN}"
    rf"|(?:Integrations|Ausländer|Gleichstellungs|Seniorenbe|Migrations|Behinderten"
    rf"|Bürger)beauftragte[rn]?|(?:Stadt|Gemeinde|Bezirks|Land|Kreis)r[aä]t(?:e|s|in"
    rf"|innen)?(?!\w)|Ratsmitglied|Stadtverordnete[rn]?|Bezirksverordnete[rn]?"
    rf"|Bezirksvertreter{_IN}"
    rf"|Landtagsabgeordnete[rn]?|Bundestagsabgeordnete[rn]?|Fraktions(?:vorsitzende[rn]?"
    rf"|chef{_IN})|Vereinsvorsitzende[rn]?|Ortsvorsteher{_IN}|Superintendent{_IN}|Dekan{_IN}"
    rf"|Imam|Pfarrer{_IN}|Pastor{_IN}|Kantor{_IN}|Küster{_IN}"
    rf"|Chef[aä]rzt{_IN}|Oberärzt{_IN}|Oberarzt|Kinder[aä]rzt(?:in|innen)?|Kinderarzt"
    rf"|Notar{_IN}|Apotheker{_IN}|Hebamme|Schornsteinfeger{_IN}|Bestatter{_IN}"
    rf"|Geschäftsführer{_IN}|Elternlots(?:e|in|innen|en)|Bezirksbeamt(?:er|in|e)"
    rf"|Kontaktbeamt(?:er|in|e)|Stadtplaner{_IN}"
    rf"|Stadtteilarbeiter{_IN}|Streetworker{_IN}|Betriebsrat(?:svorsitzende[rn]?)?"
    rf"|Vorstandsvorsitzende[rn]?|Intendant{_IN}|Chefredakteur{_IN}|Lokalredakteur{_IN}"
    rf"|Schul(?:sozialarbeiter|begleiter){_IN}|Hausmeister{_IN}|Haus[aä]rzt{_IN}|Hausarzt"
    rf"|Schützenkönig{_IN}|Schöff(?:e|in|en)"
    rf"|(?:Kassen|Jugend|Platz|Zeug|Geräte|Sport)wart{_IN}|(?:Eltern|Klassen|Schüler|Schul|Presse|Bürger"
    rf"|Heim|Mieter)sprecher{_IN}"
    rf"|Küster{_IN}|Mesner{_IN}|Organist{_IN}|Diakon{_IN}|Muezzin|Hodscha|Vorbeter|Rabbi(?:ner{_IN})?"
    rf"|Gemeindereferent{_IN}"
    rf"|(?:Amts|Schul|Kita|Heim|Kindergarten|Einrichtungs|Hort|Pflegedienst|Projekt|Küchen|Stations"
    rf"|Wohnbereichs|Bereichs)leitung|Bezirksschornsteinfeger{_IN}"
    rf"|Stadtteilmutter|(?:Kirchen|Presbyteriums|Ortsgruppen)vorst(?:and|eher{_IN})|Presbyter{_IN}|Landr[aä]t(?:in)?"
    rf"|Stadtkämmer(?:er|in)|Ordnungsamtsleiter{_IN}|Ehrenamtskoordinator{_IN}|Flüchtlings(?:koordinator"
    rf"|beauftragte|lotse)\w*"
    rf"|[A-ZÄÖÜ][a-zäöü]+beauftragte[rn]?|Bundesminister{_IN}|Minister{_IN}|Staatssekretär{_IN}|Senator{_IN}"
)
_GERMAN_OFFICE = (
    r"(?:Leiter(?:in)?|Chef(?:in)?|Vorsitzende[rn]?|Vorstand|Sprecher(?:in)?"
    r"|Koordinator(?:in)?|Sachbearbeiter(?:in)?|Abteilungsleiter(?:in)?|Geschäftsführer(?:in)?"
    r"|Stahlarbeiter|Schlosser|Bergmann|Ingenieur(?:in)?|Hausmeister(?:in)?|Trainer(?:in)?"
    r"|Lehrer(?:in)?|Sekretärin|Meister|Betriebsrat)"
)
_GERMAN_AT = (
    rf"(?<!\w){_GERMAN_OFFICE} (?:vom|von der|von|beim|bei der|bei|der|des|im|am|in der) "
    rf"(?:[a-zäöü]+en )?[A-ZÄÖÜ][\w-]+(?:[ -][A-ZÄÖÜ][\w-]+)?"
)
_ENGLISH = (
    r"(?:(?:the|our|a|former|deputy|assistant) )?(?P<hit>(?:[Dd]eputy |[Aa]ssistant "
    r"|[Ff]ormer |[Vv]ice[- ])?(?:[Hh]ead ?teacher|[Hh]ead of [\w]+(?: [\w]+)?"
    r"|[Mm]ayor(?:ess)?|[Cc]ouncillor|[Ll]ord [Mm]ayor|[Vv]icar|[Rr]ector|[Ii]mam|[Cc]hief "
    r"[Ee]xecutive"
    r"|[Dd]irector of [\w]+(?: [\w]+)?|[Nn]eighbourhood (?:manager|officer|warden)|[Tt]own "
    r"[Cc]lerk|[Hh]ousing (?:manager|officer)|[Cc]hair(?:man|woman|person)? of [\w ]{3,30}?"
    r"|MP for [\w ]+|[Ww]ard councillor|[Pp]arish (?:priest|clerk|councillor)|[Cc]ommunity "
    r"(?:organiser|warden|development worker)|[Ee]state (?:manager|warden)"
    r"|[Hh]ead(?:master|mistress)|[Cc]onsultant [\w]+|GP partner|[Pp]ostmaster|[Pp]ostmistress"
    r"|[Rr]egistrar|[Cc]oroner|[Ss]heriff"
    r"|(?:only |first |senior |lead |chief )?(?:[a-z][\w-]+ ){0,2}"
    r"(?:[Cc]onnector|[Cc]oordinator|[Oo]fficer|[Ww]orker|[Aa]dvis[eo]r"
    r"|[Mm]anager|[Mm]idwife|[Nn]urse|[Cc]onsultant|[Ss]ecretary|[Tt]reasurer|[Pp]resident|[Cc]hair|[Ll]ead)"
    r" (?:for|of|in) (?:[a-z]+ (?:for|in) )?(?:the|our) [a-z]+"
    r"(?: (?:association|forum|league|club|society|council|union|committee))?))"
)
_POLISH = (
    r"(?P<hit>(?:wice)?burmistrz\w*|prezydent\w* miasta|sołtys\w*|wójt\w*|starost\w*|radn(?:y"
    r"|a|ego|ej|ym|ą)(?: (?:miejsk|dzielnicow)\w+)?|dyrektor\w*(?: szkoły| przedszkola| "
    r"MOPS\w*| domu kultury| biblioteki| ośrodka)?|kierowni(?:k|czk)\w*(?: (?:wydziału|działu"
    r"|biura|referatu|ośrodka|zespołu|świetlicy|domu|przychodni|sklepu)(?: [a-zęóąśłżźćń]+){0,"
    r"2})?"
    r"|proboszcz\w*|wikar\w+|dzielnicow(?:y|a|ego|ej|ym)|naczelni(?:k|czk)\w*(?: \w+)?"
    r"|ordynator\w*|przewodnicząc(?:y|a|ego|ej|ym|ą)(?: (?:rady|zarządu|komisji|wspólnoty"
    r"|stowarzyszenia|koła)(?: \w+)?)?|komendant\w*|rzeczni(?:k|czk)\w*|notariusz\w*|imam\w*)"
)


# Said before an office or after it, part of it.
_RANK = re.compile(
    r"(?<!\w)(?:[Ss]tellvertretende|[Ee]hemalige|[Ff]rühere|[Ee]rste|[Zz]weite|[Ll]eitende"
    r"|[Kk]ommissarische|[Ee]hrenamtliche"
    r"|[Hh]auptamtliche|[Aa]mtierende|[Ll]angjährige|[Ss]tv\.|[Aa]lte)[rnm]? $"
)
_FORMER = re.compile(r" (?:a\. ?[Dd]\.|i\. ?[Rr]\.|außer Dienst|im Ruhestand)")
_NEAR = 20


def with_rank(page: Page, start: int, end: int) -> tuple[int, int]:
    """A German office with its rank before it and what says that somebody held it once."""
    if page.language != "de":
        return start, end
    rank, former = _RANK.search(page.text, max(0, start - _NEAR), start), _FORMER.match(page.text, end)
    return (rank.start() if rank else start), (former.end() if former else end)


def find_occupations(page: Page) -> Iterator[Finding]:
    """Offices and rare occupations."""
    for pattern in _patterns(page.language):
        for match in pattern.finditer(page.text):
            start, end = with_rank(page, *(match.span("hit") if "hit" in pattern.groupindex else match.span()))
            yield Finding(start, end, EntityType.OCC, "occupations", "an office or occupation that few hold", 0.7)


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    german = (re.compile(rf"(?<![\w-])(?:{_GERMAN})(?![\w-])"), re.compile(_GERMAN_AT))
    if language == "de":
        return german
    if language == "en":
        return (re.compile(rf"(?<!\w){_ENGLISH}(?!\w)"),)
    if language == "pl":
        return (re.compile(rf"(?<!\w){_POLISH}(?!\w)", re.IGNORECASE),)
    return german
