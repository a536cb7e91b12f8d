"""Occupations that somebody says of a person: ich bin Orgelbauerin, als Dolmetscher beim Landgericht, the only undertaker.

Any occupation may stand there, so it is told by how it is put together and not by a list.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.dictionary import is_explained, is_german_plural
from interviews.anonymity.institutions import is_institution, is_person
from interviews.anonymity.mention import EntityType
from interviews.anonymity.page import Finding, Page
from interviews.anonymity.towns import is_too_large
from interviews.text import fold

_RELATIVE = (
    r"(?:[Mm]ein|[Dd]ein|[Ss]ein|[Ii]hr|[Uu]nser|[Ii]hre|[Mm]eine|[Ss]eine|[Uu]nsere) (?:\w+ )?"
    r"(?:Mann|Frau|Vater|Mutter|Bruder|Schwester|Sohn|Tochter|Opa|Oma|Onkel|Tante|Papa|Mama|Cousin|Cousine|Freund|Freundin"
    r"|Nachbar|Nachbarin|Schwager|Schwägerin|Neffe|Nichte|Partner|Partnerin|Großvater|Großmutter)"
)
_SMALL = (
    r"(?:(?:ja|halt|auch|jetzt|dann|da|hier|eigentlich|früher|damals|selber|selbst|immer|noch|nur|schon|lange|gelernter|gelernte"
    r"|ausgebildete|ausgebildeter|hauptberuflich|von Beruf|der einzige|die einzige|einzige|einziger|eine|ein|die|der|erste|erster"
    r"|angestellter|angestellte|selbständige|selbständiger|freie|freier|ehrenamtliche|ehrenamtlicher) ){0,4}"
)
_NOUN = r"(?P<hit>[A-ZÄÖÜ][a-zäöüß]+(?:[*:_]in)?(?:-[A-ZÄÖÜ][a-zäöüß]+)?)"
_SAID_DE = (
    rf"(?<!\w)(?:[Ii]ch|[Ee]r|[Ss]ie|{_RELATIVE}) (?:bin|ist|war|wurde|wird|werde|wär|wäre) {_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:[Bb]in|[Ww]ar|[Ii]st) (?:ich|er|sie|{_RELATIVE}) {_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:arbeite|arbeitet|arbeitete|gearbeitet|angefangen|angestellt|tätig|jobbe|jobbt|anfangen|arbeiten|Stelle|Job|Ausbildung"
    rf"|Lehre|mich|sich|da|dort|hier|früher|lange|jahrelang|jetzt|heute|wieder|zuletzt) (?:hier |dort |da |auch )?(?:als|zum|zur) "
    rf"{_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)als {_SMALL}{_NOUN}(?= (?:gearbeitet|angestellt|angefangen|tätig|eingestellt|geschafft|gejobbt|beschäftigt|arbeite))",
    rf"(?<!\w)(?:gelernte[rn]?|ausgebildete[rn]?|[Bb]eruf|[Bb]erufs wegen|einzige[rn]?)(?: ist| war)? {_NOUN}(?![\w-])",
    rf", (?:mein|sein|ihr) (?:Vater|Bruder|Onkel) {_NOUN}(?=[,.])",
)
_LINK = r"(?:bei(?: de[rnm]| einer| einem)?|beim|an (?:der|einer|einem)|am|vom|von (?:der|einer)|der|des|in (?:der|einer)|im|für (?:die|das|den))"
_AT_DE = re.compile(rf"(?<!\w)(?P<hit>(?P<person>[A-ZÄÖÜ][a-zäöüß]{{4,}}) {_LINK} (?:[a-zäöü]+en )?(?P<where>[A-ZÄÖÜ][\w-]+))(?![\w-])")
# Everybody is one of these, or they are no occupations.
_EVERYBODY = re.compile(
    r"(?:\w*(?:freund|nachbar|partner|schuler|student|rentner|mieter|vermieter|burger|auslander|inlander|einwohner|bewohner|anfanger|"
    r"besitzer|eigentumer|christ|muslim|moslem|teilnehmer|besucher|kunde|kunden|patient|gegner|anhanger|raucher|trinker|kampfer|"
    r"sieger|verlierer|gewinner|spieler|mitglied|kollege|zuschauer|zuhorer|einzelganger|optimist|pessimist|realist|egoist|idiot|"
    r"feind|held|genosse|landsmann|enkel|schwager|cousin|vertreter|gast|gaste|fluchtling|migrant|demonstrant|tater|zeuge|besserwisser|"
    r"mensch|person|erwachsene|single|witwer|witwe|mutter|vater|tochter|schwester|bruder|madchen|junge|kind|urgrosse|konig|konigin|"
    r"grossstadter|dorfler|stadter|europaer|westler|ossi|wessi|spatzunder|fruhaufsteher|helfer|ansprechpartner|unterstutzer|"
    r"grunder|sammler|wahler|leser|horer|nutzer|fahrer|beifahrer|lerner|traumer|kenner|sprecher|muttersprachler|vorreiter|"
    r"katholik|protestant|jude|atheist|hausfrau|chef|boss|leiter|lehrer|arzt|pendler|steuerzahler))(?:in|innen)?"
)
_TRADES = re.compile(
    r"\w*(?:meister|schmied|bauer|macher|pfleger|schwester|techniker|mechaniker|elektriker|verkaufer|fuhrer|hersteller|arzt|arztin|"
    r"anwalt|anwaltin|wirt|wirtin|mann|frau|kraft|koch|kochin|hebamme|friseur|friseurin|friseuse|krankenschwester|amme|bote|"
    r"lotse|padagoge|padagogin|loge|login|kaufmann|kauffrau|monteur|monteurin|ingenieur|ingenieurin|weber|weberin)"
)
_NO_TRADES = re.compile(r"(?:haus)?(?:mann|frau)|schwester|\w*(?:landsmann|ehemann|ehefrau|hausmann|schwagerin|arbeitskraft|lehrkraft)")
_ENGLISH = re.compile(
    r"(?<!\w)(?:(?:[Ii]'m|[Ii] am|[Ii] was|[Hh]e's|[Ss]he's|[Hh]e is|[Ss]he is|(?:[Mm]y|[Hh]is|[Hh]er) \w+ (?:is|was)|worked? as|working as"
    r"|[Hh]e was|[Ss]he was|been|become|became) (?:now |also )?(?:the|a|an) )(?P<hit>(?:only |first |local |village |school |parish |town |head |retired "
    r"|former |senior |trainee |qualified |[a-z]+-speaking )*(?:[a-z]+ )?(?:caretaker|undertaker|postm(?:an|istress)|lollipop (?:man|lady)|midwife|plumber"
    r"|electrician|blacksmith|butcher|baker|publican|landlord of [\w ]+|librarian|paramedic|firefighter|solicitor|barrister|vet|farmer|shepherd"
    r"|fisherman|miner|welder|joiner|carpenter|bricklayer|roofer|hairdresser|barber|chiropodist|pharmacist|optician|dentist|surgeon|physio\w*"
    r"|social worker|youth worker|support worker|health visitor|interpreter|translator|journalist|reporter|editor|photographer|organist"
    r"|choirmaster|headteacher|teaching assistant|bus driver|taxi driver|train driver|tram driver|lorry driver|crane operator|machinist"
    r"|seamstress|tailor|cobbler|gardener|gamekeeper|warden|bailiff|magistrate|architect|surveyor|engineer|lecturer|professor|imam|priest"
    r"|deacon|chaplain|pastor|registrar|beautician|florist|jeweller|watchmaker|stonemason|thatcher|glazier|potter|weaver|dockworker|stevedore))"
    r"(?!\w)"
)
_POLISH = re.compile(
    r"(?<!\w)(?:jestem|jest|był|była|byłem|byłam|został|została|zostałam|zostałem|pracuj\w+ jako|pracował\w* jako|jako) "
    r"(?:(?:tu|tutaj|teraz|wtedy|jedyn(?:ą|ym)|pierwsz(?:ą|ym)|też|już) ){0,2}(?P<hit>\w+(?:ek|erz|arz|nik|acz|ista|log|tor|yk|or|er|arką|"
    r"niczką|orką|ką|istą|olożką|em|aczem|nikiem|arzem|torem|ykiem|eżem|szem|cem|gą|ologiem)(?: (?:w|na|z|od) \w+)?)(?!\w)"
)
_TRADES_PL = re.compile(
    r"(?:\w*(?:karz|arz|acz|nik|tor|log|yk|sta)(?:em|iem|ą)|\w+(?:arką|orką|torką|niczką|czką|lożką|istką|listką)|"
    r"\w+(?:nikiem|ykiem|istą|ystą|logiem|torem|karzem|aczem|arzem|onoszem|iarzem|elem|elką|erem|erką|wcem|wczynią|ownikiem)|"
    r"położną|kucharzem|kucharką|sołtysem|organistą|listonoszem|kowalem|krawcem|krawcową|szewcem|rolnikiem|górnikiem|hutnikiem)"
    r"(?: (?:w|na|z|od) \w+)?"
)
_NO_TRADES_PL = re.compile(
    r"(?:synem|córką|matką|ojcem|bratem|siostrą|dziec\w+|człowiekiem|kolegą|koleżanką|sąsiad\w+|przyjaci\w+|polakiem|polką|"
    r"katoli\w+|chrześcijan\w+|uczniem|uczennicą|studentem|studentką|emerytem|emerytką|mieszkańcem|mieszkanką|partner\w+|gościem|"
    r"cudzoziem\w+|uchodźc\w+|imigrant\w+|problemem|początkiem|wnioskiem|wynikiem|tematem|celem|członkiem|członkinią|właścicielem|"
    r"właścicielką|mężem|żoną|babcią|dziadkiem|wnukiem|wnuczką|matką|ciotką|kuzyn\w+|dziewczynk\w+|nastolat\w+)(?: .*)?"
)


def find_callings(page: Page) -> Iterator[Finding]:
    """Occupations that are said of somebody, and those with the institution where they are practised."""
    if page.language == "de":
        yield from _german(page)
    elif page.language == "en":
        for match in _ENGLISH.finditer(page.text):
            yield _finding(match.start("hit"), match.end("hit"))
    elif page.language == "pl":
        for match in _POLISH.finditer(page.text):
            if _TRADES_PL.fullmatch(match["hit"]) and not _NO_TRADES_PL.fullmatch(match["hit"].lower()):
                yield _finding(match.start("hit"), match.end("hit"))


def _german(page: Page) -> Iterator[Finding]:
    for pattern in _said():
        for match in pattern.finditer(page.text):
            if _is_calling(match["hit"]):
                yield _finding(match.start("hit"), match.end("hit"))
    for match in _AT_DE.finditer(page.text):
        if is_institution(fold(match["where"])) and _is_calling(match["person"], leading=True):
            yield _finding(match.start("hit"), match.end("hit"))


@lru_cache(maxsize=1)
def _said() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _SAID_DE))


@lru_cache(maxsize=4096)
def _is_calling(text: str, *, leading: bool = False) -> bool:
    """Whether a noun is an occupation; a leading one (Leiterin) only where an institution follows."""
    folded = fold(text)
    if is_too_large(folded) or is_german_plural(text) and not text.endswith(("in", "er")):
        return False
    if leading and folded.removesuffix("in") in ("leiter", "lehrer", "arzt", "chef", "fahrer", "sprecher"):
        return True
    if _EVERYBODY.fullmatch(folded) or _NO_TRADES.fullmatch(folded):
        return False
    return is_person(text) or bool(_TRADES.fullmatch(folded) and is_explained(text, "de"))


def _finding(start: int, end: int) -> Finding:
    return Finding(start, end, EntityType.OCC, "occupations", "an occupation said of somebody", 0.6)
