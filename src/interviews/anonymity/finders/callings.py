"""Occupations that are said of a person: ich bin Orgelbauerin, als Dolmetscher beim Landgericht, the only undertaker.

Any occupation may stand there, so it is told by how it is put together and not by a list.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.institutions import TIMES, is_institution, is_person, may_name
from interviews.anonymity.finders.organisations import is_proper
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_explained, is_german_plural, is_listed, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import read_list, word_set
from interviews.text import fold

_RELATIVE = (
    r"(?:[Mm]ein|[Dd]ein|[Ss]ein|[Ii]hr|[Uu]nser|[Ii]hre|[Mm]eine|[Ss]eine|[Uu]nsere) (?:\w+ )?"
    r"(?:Mann|Frau|Vater|Mutter|Bruder|Schwester|Sohn|Tochter|Opa|Oma|Onkel|Tante|Papa|Mama|Cousin|Cousine|Freund"
    r"|Freundin"
    r"|Nachbar|Nachbarin|Schwager|Schwägerin|Neffe|Nichte|Partner|Partnerin|Großvater|Großmutter)"
)
_SMALL = (
    r"(?:(?:ja|halt|auch|jetzt|dann|da|hier|eigentlich|früher|damals|selber|selbst|immer|noch|nur|schon|lange"
    r"|hauptberuflich|von Beruf|von Haus aus|eine|ein|die|der"
    r"|(?:gelernte|ausgebildete|einzige|erste|angestellte|selbständige|freie|ehrenamtliche)r?) ){0,4}"
)
_NOUN = r"(?P<hit>[A-ZÄÖÜ][a-zäöüß]+(?:[*:_]in)?(?:-[A-ZÄÖÜ][a-zäöüß]+)?)"
_SAID_DE = (
    rf"(?<!\w)(?:[Ii]ch|[Ee]r|[Ss]ie|{_RELATIVE}) (?:bin|ist|war|wurde|wird|werde|wär|wäre) {_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)[Ii]ch (?:selbst|selber) (?:bin|war) {_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:[Dd]er|[Dd]ie) (?:Schwager|Schwägerin|Onkel|Tante|Opa|Oma|Vater|Mutter|Papa|Mama|Bruder"
    rf"|Schwester|Neffe|Nichte"
    rf"|Sohn|Tochter|Große|Kleine|Älteste|Jüngste|Cousin|Cousine|Schwiegersohn|Schwiegertochter"
    rf"|Mann) (?:ist|war|wurde|wird) "
    rf"{_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)[Gg]elernt (?:habe?|hat|hatte) (?:ich|er|sie) {_SMALL}{_NOUN}(?=[,.])",
    rf"(?:,| und) (?:er|sie|ich) {_NOUN}(?=[.,;])",
    rf"{_RELATIVE},(?: [^,.!?\n]{{1,20}},)? (?:der|die|ein|eine) {_NOUN}(?=,)",
    rf"(?:,|[.!?]) [Dd](?:er|ie) (?:ist|war|wird|wurde) {_SMALL}{_NOUN}(?=[.,;])",
    rf"(?<!\w)(?:gelernt|zuletzt|seitdem|später|anfangs|gelernt hab ich),? {_NOUN}(?=[.,;])",
    rf"(?<!\w)(?:[Dd]avor|[Dd]anach|[Vv]orher|[Zz]uletzt|[Aa]nfangs|[Pp]flege|,) als {_NOUN}(?=[.,;]"
    rf"| (?:bei|in|im|am|für)\b)",
    rf"(?<!\w)[Aa]ls {_NOUN}(?= (?:hat man|ha[bt]|habe|bin|war|musste?|kann|kannst|darf|erst recht|sowieso"
    rf"|in|im|bei)\b)",
    rf"{_RELATIVE}, [a-zäöüß0-9]+, (?:bin|ist|war) {_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:[Bb]in|[Ww]ar|[Ii]st) (?:ich|er|sie|{_RELATIVE}) {_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:arbeite|arbeitet|arbeitete|gearbeitet|angefangen|angestellt|tätig|jobbe|jobbt|anfangen|arbeiten"
    rf"|Stelle|Job"
    rf"|Ausbildung|Lehre|mich|sich|da|dort|hier|früher|lange|jahrelang|jetzt|heute|wieder|zuletzt) "
    rf"(?:hier |dort |da |auch )?(?:als|zum|zur) "
    rf"{_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)als {_SMALL}{_NOUN}"
    rf"(?= (?:gearbeitet|angestellt|angefangen|tätig|eingestellt|geschafft|gejobbt|beschäftigt|arbeite))",
    rf"(?<!\w)(?:gelernte[rn]?|ausgebildete[rn]?|ehemalige[rn]?|frühere[rn]?|pensionierte[rn]?"
    rf"|studierte[rn]|[Bb]eruf|[Bb]erufs wegen|einzige[rn]?)(?: ist"
    rf"| war)? {_NOUN}(?![\w-])",
    rf"(?:,| und|[.!?]) (?:[Mm]ein|[Ss]ein|[Ii]hr|[Dd]er|[Dd]ie|[Uu]nser)e? (?:Vater|Bruder|Onkel|Mutter|Schwester"
    rf"|Tante|Sohn"
    rf"|Tochter|Mann|Frau|Schwager|Opa|Oma|andere|Große|Kleine) {_NOUN}(?=[,.]| und| in\b)",
    rf"(?<!\w)(?:[Uu]nser|[Uu]nsere|[Uu]nserem|[Uu]nseren|[Uu]nserer) (?:[a-zäöü]+[rnme] )?{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:[Vv]orher|[Dd]anach|[Dd]ann|[Aa]lso|[Ff]rüher|[Jj]etzt|[Hh]eute|[Mm]ach|[Mm]acht|[Ss]pielt?) "
    rf"(?:(?:ich|er|sie|die|den|der|auch|da|hier|wieder) ){{0,2}}{_NOUN}(?=[,.;]| (?:gemacht|geworden|gewesen|bei[m]?"
    rf"|in|an)\b)",
)
_THE = re.compile(
    r"(?<!\w)(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]em|[Ee]ine|[Uu]nsere?[nmr]?|[Zz]ur|[Zz]um|[Vv]om"
    r"|[Bb]eim) (?P<hit>[A-ZÄÖÜ][a-zäöüß]{8,})(?![\w-])"
)
# Of these a place has but one or two, where it is said what kind.
_ONE_OF_A_KIND = re.compile(
    r"(?!kranken|kinderkranken|alten|haus|fach|frauen|zahn|augen|tier|ober|grund|haupt|klassen|mathe|deutsch|sport"
    r"|musik|religions|englisch"
    r"|kunst|sonder|fahr|forder|real|berufs|gymnasial|bau|land|hilfs|fabrik|gast|zeit|schicht|fremd|wander|vor|sozial"
    r"|leih|saison|bauern)"
    r"\w{3,}(?:arzt|arztin|padagoge|padagogin|polizist|polizistin|hebamme|lehrer|lehrerin|referent|referentin|berater"
    r"|beraterin"
    r"|betreuer|betreuerin|schwester|therapeut|therapeutin|planer|planerin|lotse|lotsin|pfarrer|pfarrerin|arbeiterin"
    r"|sozialarbeiter"
    r"|sozialarbeiterin|pfleger|pflegerin|ungshelfer|ungshelferin|koordinator|koordinatorin|wart|rat|ratin"
    r"|seelsorger|seelsorgerin|vermittler|vermittlerin"
    r"|psychologe|psychologin"
    r"|trainer|trainerin|vorstand|sekretar|sekretarin|dolmetscher|dolmetscherin|beamte|beamtin|richter|richterin"
    r"|manager|managerin)"
)
_NOT_ONE = re.compile(
    r"(?:vor|haus|bei|hei|unf|ver|appa|hinter|zier|fahr|thun|mai|moto|ge|be|un|zu|miss|mit)\w*rat|\w*(?:apparat|unrat"
    r"|heirat|vorrat|hausrat|format|zitat|beirat|fahrrad)"
)
# Offices that clubs, schools and parishes give.
_OFFICES = re.compile(
    r"\w*(?:vorsitzende|beauftragte|abgeordnete|obfrau|obmann|sprecher|sprecherin|wart|wartin|konig|konigin|referent"
    r"|referentin"
    r"|koordinator|koordinatorin|vorstand|vorsteher|vorsteherin|beirat|beiratin|beirat|leitung|pate|patin|lotse"
    r"|lotsin|schoffe"
    r"|schoffin|personalrat|personalratin|mitglied|vertreter|vertreterin|beisitzer|beisitzerin"
    r"|vertrauensmann|vertrauensfrau|schiedsmann"
    r"|schiedsfrau|schiedsrichter|schiedsrichterin|vormund|pfarrfrau|leiter|leiterin|chef|chefin|manager"
    r"|managerin|schulze)[rnm]?"
)
_NO_OFFICES = re.compile(
    r"(?:mitglied|vertreter|vertreterin|versicherungsvertreter|pate|patin|konig|konigin|sprecher"
    r"|sprecherin|chef|chefin|leiter|leitung|antwort\w*|gegenwart|lautsprecher"
    r"|vorstand|wart"
    r"|muttersprachler\w*|warte|leiterin|lotse|manager|managerin|\w*(?:antwort|gegenwart))[rnm]?"
)
_LINK = (
    r"(?:bei(?: de[rnm]| einer| einem)?|beim|an (?:der|einer|einem)|am|vom|von (?:der|einer|unserem"
    r"|unserer|meinem)|der|des|in (?:der|einer)"
    r"|im|für(?: (?:die|das|den))?|aus (?:der|dem)|in|auf (?:der|dem))"
)
_RANK = r"(?:(?:[Ss]tellvertretende|[Ee]hemalige|[Ff]rühere|[Ee]rste|[Zz]weite|[Ll]eitende|[Ss]tändige)[rn]? )?"
_AT_DE = re.compile(
    rf"(?<!\w)(?P<hit>{_RANK}(?P<person>[A-ZÄÖÜ][a-zäöüß]{{3,}}) (?P<link>{_LINK}) "
    rf"(?:[A-Za-zäöü]+en )?(?P<where>[A-ZÄÖÜ][\w-]+))(?![\w-])"
)
_PUBLIC = frozenset(
    "Stadt Gemeinde Kommune Bezirk Kreis Landkreis Land Stadtverwaltung Rathaus Ministerium Senat Bezirksamt".split()
)
_SOME_PLACE = frozenset(
    "armee militar dorf ort tal freibad hallenbad kreuz feuerwehr marine miliz uni viertel kommune".split()
)
_TASKS = (
    "arbeit",
    "hilfe",
    "fragen",
    "integration",
    "migration",
    "bildung",
    "kultur",
    "soziales",
    "jugend",
    "asyl",
    "vielfalt",
)
# What makes an occupation one that only one person can have: die einzige Hebamme im Tal.
_ONLY_ONE = re.compile(
    r"(?<!\w)(?P<hit>(?:einzige|erste|letzte|jüngste"
    r"|dienstälteste)[rn]? (?:[a-zäöüß-]+[enr] ){0,2}(?P<person>[A-ZÄÖÜ][a-zäöüß]{3,})"
    r"(?: (?:in|im|am|an|auf|von|vom|bei|beim|des|der)(?: (?:der|dem|den|unserem|unserer|ganz"
    r"|ganzen))* [A-ZÄÖÜ][\w-]+)?)(?![\w-])"
)
_BEARERS = ("in", "er", "ist", "or", "ant", "ent", "arzt", "loge", "frau", "mann", "amme", "rat", "meister")
_LEADS = re.compile(r"[A-ZÄÖÜ]\w{2,}(?:leiter(?:in)?|sprecher(?:in)?|vorsitzende[rn]?|chef(?:in)?|beauftragte[rn]?)")
# Of a field of knowledge or of politics.
_OF_A_FIELD = re.compile(
    r"(?<!\w)(?P<hit>(?:Professor|Dozent|Lehrer|Lektor|Fachfrau|Fachmann|Referent|Sprecher|Berater"
    r"|Beauftragte|Koordinator|Experte"
    r"|Übersetzer|Dolmetscher|Fachkraft|Fachberater)(?:in)?[rn]? für (?:die |das "
    r"|den )?[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)*(?: und [A-ZÄÖÜ][\w-]+)?"
    r"|[a-zäöü]+politische[rn]? Sprecher(?:in)?)(?![\w-])"
)
_LEAST_LETTERS = 5
# Said of oneself these are an occupation, said of others mostly just who is meant.
_PLAIN_CALLINGS = frozenset("Lehrer Lehrerin Arzt Ärztin Bauer Bäuerin Verkäufer Verkäuferin Fahrer Fahrerin".split())
_SELF = re.compile(r"[Ii]ch|[Bb]in|[Ww]ar|[Mm]ein|[Uu]nser")
# Everybody is one of these, or they are no occupations.
_EVERYBODY = re.compile(
    r"(?:\w*(?:freund|nachbar|partner|schuler|student|rentner|mieter|vermieter|burger|auslander|inlander|einwohner"
    r"|bewohner"
    r"|anfanger|besitzer|eigentumer|christ|muslim|moslem|teilnehmer|besucher|kunde|patient|gegner|anhanger|raucher"
    r"|trinker"
    r"|kampfer|sieger|verlierer|gewinner|mitglied|kollege|zuschauer|zuhorer|ganger|optimist|pessimist|realist|egoist"
    r"|idiot"
    r"|feind|held|genosse|landsmann|enkel|schwager|cousin|vertreter|gast|fluchtling|migrant|demonstrant|tater|zeuge"
    r"|wisser"
    r"|mensch|person|erwachsene|single|witwer|witwe|mutter|vater|tochter|schwester|bruder|madchen|junge|kind|konig"
    r"|konigin"
    r"|stadter|dorfler|europaer|westler|aufsteher|katholik|protestant|jude|atheist|steuerzahler|pendler|hausfrau"
    r"|urlauber"
    r"|bursche|typ|kumpel|nutzer|wahler|anwender|empfanger|hartzer|aussteiger|einsteiger|aufsteiger|herr|dame|opfer"
    r"|boss)(?<!tagesmutter)(?<!pflegemutter)(?<!stadtteilmutter)"
    r"|helfer|ansprechpartner|unterstutzer|grunder|sammler|leser|horer|fahrer|beifahrer|lerner|traumer|kenner|sprecher"
    r"|muttersprachler|vorreiter|spieler|chef|leiter|lehrer|arzt|fuhrer|arbeiter|mitarbeiter|trager|macher|anbieter"
    r"|bauer"
    r"|verkaufer|kaufer|bauherr|spender|begleiter|ausbilder|arbeitgeber|arbeitnehmer|angehorige)(?:in|innen)?"
)
_TRADES = re.compile(
    r"\w*(?:meister|schmied|bauer|macher|pfleger|schwester|techniker|mechaniker|elektriker|verkaufer|fuhrer"
    r"|hersteller|arzt|arztin|"
    r"anwalt|anwaltin|wirt|wirtin|mann|frau|kraft|koch|kochin|hebamme|friseur|friseurin|friseuse|krankenschwester"
    r"|amme|bote|"
    r"lotse|padagoge|padagogin|loge|login|kaufmann|kauffrau|tagesmutter|profi|sanitater|sanitaterin"
    r"|offizier|polizist|polizistin|monteur|monteurin|ingenieur|ingenieurin|weber|weberin)"
)


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    return word_set("callings_de")


# These need no dictionary: their last part says enough.
_SURE_TRADES = re.compile(
    r"\w+(?:sanitater|padagoge|therapeut|mechatroniker|kommissar|ingenieur|techniker|assistent|sekretar"
    r"|redakteur|schaffner|inspektor"
    r"|monteur|schweisser|maurer|tischler|schneider|drucker|giesser|stricker|spinner|nahter|dreher|fraser"
    r"|schreiber|dolmetscher|chirurg|pachter|raumer|marschall|offizier|musiker|chemiker|florist|kompaniechef|laborant"
    r"|(?:apparate|orgel|geigen|instrumenten|anlagen|messe)bauer)(?:in)?"
    r"|\w{4,}bauer(?:in)?|\w+(?:anthropo|bio|psycho|sozio|ethno|theo|archao|geo)log(?:e|in)"
    r"|\w+(?:naherin|padagogin|putzerin|kellnerin|pflegerin|betreuerin|beraterin)"
)
_NO_TRADES = re.compile(
    r"(?:haus)?(?:mann|frau)|schwester|\w*(?:landsmann|ehemann|ehefrau|hausmann|schwagerin|arbeitskraft|lehrkraft)"
)
_SAID_EN = (
    r"(?<!\w)(?:[Ii]'m|[Ii] am|[Ii] was|(?:[Hh]e|[Ss]he)(?:'s| is| was)|(?:[Mm]y|[Hh]is|[Hh]er) \w+ (?:is|was)"
    r"|work(?:ed|ing)? as|been|became|become) (?:now |also )?(?:the|a|an) "
    r"(?P<hit>(?:(?:only|first|local|village|school|parish|town|head|retired|former|senior|trainee|qualified"
    r"|[A-Za-z]+-speaking) )*"
    r"(?:[a-z]+ )?(?:{callings})(?: (?:in|for|on|at) (?:the|our) [a-z]+)?)(?!\w)"
)
_ENGLISH_POST = re.compile(
    r"(?<!\w)(?P<hit>(?:[Cc]abinet member|[Pp]ortfolio holder|[Ll]ead member|[Tt]rustee|[Cc]hair|[Dd]irector)"
    r" (?:for|of) [a-z]+(?: and [a-z]+)?"
    r"|(?<='s )(?:[a-z]+ ){1,2}(?:lead|coordinator|officer|manager|warden|ambassador|organi[sz]er|adviser))(?!\w)"
)
_POLISH = re.compile(
    r"(?<!\w)(?:jestem|jest|był[ao]?|był[ae]m|został[ao]?|został[ae]m|pracuj\w+ jako|pracował\w* jako|jako) "
    r"(?:(?:tu|tutaj|teraz|wtedy|jedyn(?:ą|ym)|pierwsz(?:ą|ym)|też|już) ){0,2}"
    r"(?P<hit>\w+(?:ą|em)(?: (?:w|na|z|od) \w+)?)(?!\w)"
)
_TRADES_PL = re.compile(
    r"(?:\w*(?:karz|arz|acz|nik|tor|log|yk|sta)(?:em|iem|ą)|\w+(?:arką|orką|torką|niczką|czką|lożką|istką|listką)|"
    r"\w+(?:nikiem|ykiem|istą|ystą|logiem|torem|karzem|aczem|arzem|onoszem|iarzem|elem|elką|erem|erką|wcem|wczynią"
    r"|ownikiem)|"
    r"położną|kucharzem|kucharką|sołtysem|organistą|listonoszem|kowalem|krawcem|krawcową|szewcem|rolnikiem|górnikiem"
    r"|hutnikiem)"
    r"(?: (?:w|na|z|od) \w+)?"
)
_NO_TRADES_PL = re.compile(
    r"(?:synem|córką|matką|ojcem|bratem|siostrą|dziec\w+|człowiekiem|kolegą|koleżanką|sąsiad\w+|przyjaci\w+|polakiem"
    r"|polką|"
    r"katoli\w+|chrześcijan\w+|uczniem|uczennicą|studentem|studentką|emerytem|emerytką|mieszkańcem|mieszkanką"
    r"|partner\w+|gościem|"
    r"cudzoziem\w+|uchodźc\w+|imigrant\w+|problemem|początkiem|wnioskiem|wynikiem|tematem|celem|członkiem|członkinią"
    r"|właścicielem|"
    r"właścicielką|mężem|żoną|babcią|dziadkiem|wnukiem|wnuczką|matką|ciotką|kuzyn\w+|dziewczynk\w+"
    r"|nastolat\w+)(?: .*)?"
)


def find_callings(page: Page) -> Iterator[Finding]:
    """Occupations that are said of somebody, and those with the institution where they are practised."""
    if page.language == "de":
        yield from _german(page)
        yield from _special(page)
    elif page.language == "en":
        for pattern in _english():
            for match in pattern.finditer(page.text):
                yield _finding(match.start("hit"), match.end("hit"))
    elif page.language == "pl":
        for match in _POLISH.finditer(page.text):
            if _TRADES_PL.fullmatch(match["hit"]) and not _NO_TRADES_PL.fullmatch(match["hit"].lower()):
                yield _finding(match.start("hit"), match.end("hit"))


def _german(page: Page) -> Iterator[Finding]:
    for pattern in _said():
        for match in pattern.finditer(page.text):
            if _is_calling(match["hit"]) or (_SELF.match(match[0]) and match["hit"] in _PLAIN_CALLINGS):
                yield _finding(match.start("hit"), match.end("hit"))
    for match in _THE.finditer(page.text):
        folded = fold(match["hit"])
        if _ONE_OF_A_KIND.fullmatch(folded) and not _NOT_ONE.fullmatch(folded):
            yield _finding(match.start("hit"), match.end("hit"))
    for match in _AT_DE.finditer(page.text):
        if _employs_or_leads(match) and _is_calling(match["person"], leading=True):
            yield _finding(match.start("hit"), match.end("hit"))


def _special(page: Page) -> Iterator[Finding]:
    """The only one of its kind, and those for a field of knowledge or politics."""
    for match in _ONLY_ONE.finditer(page.text):
        if match["person"].lower().endswith(_BEARERS) and _is_calling(match["person"], leading=True):
            yield _finding(*match.span("hit"))
    for match in _OF_A_FIELD.finditer(page.text):
        yield _finding(*match.span("hit"))


def _employs_or_leads(match: re.Match[str]) -> bool:
    leads = match["link"] in ("der", "des", "vom", "von der") and _LEADS.fullmatch(match["person"])
    return bool(leads) or _employs(match["where"], match["link"])


def _employs(where: str, link: str) -> bool:
    """Whether one can be something there: an institution, a town, a club or firm, what an office is for."""
    folded = fold(where)
    if link == "in":
        return (folded in load_towns() and not is_ordinary_word(where, "de")) or is_too_large(folded)
    if link == "für":
        return folded.endswith(_TASKS)
    if link.startswith("auf"):
        return is_institution(folded)
    return (
        is_proper(where)
        or folded in word_set("nationwide") | word_set("employers")
        or folded.endswith(
            ("klasse", "jugend", "mannschaft", "stelle", "station", "abteilung", "liga", "verein", "hafen")
        )
        or folded in _SOME_PLACE
        or (link == "vom" and not is_person(where) and is_listed(where, "de") and not TIMES.fullmatch(folded))
        or is_institution(fold(where))
        or is_institution(fold(where).removesuffix("n"))
        or where in _PUBLIC
        or (where.isupper() and len(where) > 1)
    )


def find_persons_by_calling(page: Page) -> Iterator[Finding]:
    """A name right after what somebody is: Sachbearbeiter Wohlers, Hausmeister Kruse."""
    if page.language != "de":
        return
    for index, word in enumerate(page.words[:-1]):
        following = page.words[index + 1]
        if not (word.capital and following.capital and page.gap(index) == " ") or len(word.text) < _LEAST_LETTERS:
            continue
        if _is_named_so(word.text) and may_name(following) and not is_person(following.text):
            yield Finding(word.start, following.end, EntityType.PER, "names", "follows what somebody is", 0.7)


@lru_cache(maxsize=4096)
def _is_named_so(text: str) -> bool:
    folded = fold(text)
    if folded in load_names().given or is_too_large(folded) or not is_person(text):
        return False
    return is_ordinary_word(text, "de") or not is_listed(text, "de")


@lru_cache(maxsize=1)
def _said() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _SAID_DE))


@lru_cache(maxsize=1)
def _english() -> tuple[re.Pattern[str], ...]:
    callings = "|".join(sorted(map(re.escape, read_list("callings_en")), key=len, reverse=True))
    return re.compile(_SAID_EN.replace("{callings}", callings)), _ENGLISH_POST


@lru_cache(maxsize=4096)
def _is_calling(text: str, *, leading: bool = False) -> bool:
    """Whether a noun is an occupation; a leading one (Leiterin) only where an institution follows."""
    folded = fold(text)
    if is_too_large(folded) or (is_german_plural(text) and not text.endswith(("in", "er"))):
        return False
    if leading and folded.removesuffix("in") in ("leiter", "lehrer", "arzt", "chef", "fahrer", "sprecher"):
        return True
    if _OFFICES.fullmatch(folded) and (leading or not _NO_OFFICES.fullmatch(folded)) and is_explained(text, "de"):
        return True
    if _SURE_TRADES.fullmatch(folded) or folded in _listed() or folded.removesuffix("in") in _listed():
        return True
    if _EVERYBODY.fullmatch(folded) or _NO_TRADES.fullmatch(folded):
        return False
    return is_person(text) or bool(_TRADES.fullmatch(folded) and is_explained(text, "de"))


def _finding(start: int, end: int) -> Finding:
    return Finding(start, end, EntityType.OCC, "occupations", "an occupation said of somebody", 0.6)
