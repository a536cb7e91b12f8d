"""Which German nouns are occupations or offices, and which are just people."""

import re
from functools import lru_cache

from interviews.anonymity.finders.institutions import is_person
from interviews.anonymity.words.dictionary import is_explained, is_german_plural
from interviews.anonymity.words.towns import is_too_large
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

# Offices that clubs, schools and parishes give.
_OFFICES = re.compile(
    r"\w*(?:vorsitzende|beauftragte|abgeordnete|obfrau|obmann|sprecher|sprecherin|wart|wartin|konig|konigin|referent"
    r"|referentin"
    r"|koordinator|koordinatorin|vorstand|vorsteher|vorsteherin|beirat|beiratin|beirat|leitung|pate|patin|lotse"
    r"|lotsin|schoffe"
    r"|schoffin|personalrat|personalratin|mitglied|vertreter|vertreterin|beisitzer|beisitzerin"
    r"|vertrauensmann|vertrauensfrau|schiedsmann"
    r"|schiedsfrau|schiedsrichter|schiedsrichterin|vormund|pfarrfrau|leiter|leiterin|chef|chefin|manager"
    r"|managerin|schulze|beamte|beamtin|prinz|prinzessin|vorbeterin?)[rnm]?"
)
_NO_OFFICES = re.compile(
    r"(?:mitglied|vertreter|vertreterin|versicherungsvertreter|pate|patin|konig|konigin|sprecher"
    r"|sprecherin|chef|chefin|leiter|leitung|antwort\w*|gegenwart|lautsprecher"
    r"|vorstand|wart"
    r"|muttersprachler\w*|warte|leiterin|lotse|manager|managerin|\w*(?:antwort|gegenwart))[rnm]?"
)
# Said with an ending of adjectives, so that the singular looks like a plural.
_NOMINALIZED = re.compile(r"\w+(?:vorsitzende|beauftragte|abgeordnete|verordnete|beamte)[rnm]?")
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


@lru_cache(maxsize=1)
def _long_callings() -> tuple[str, ...]:
    """Callings that can be the last part of another one (Bezirkskaminkehrer)."""
    return tuple(calling for calling in _listed() if len(calling) >= _LONG)


_LONG = 7
# These need no dictionary: their last part says enough.
_SURE_TRADES = re.compile(
    r"\w+(?:sanitater|padagoge|therapeut|mechatroniker|kommissar|ingenieur|techniker|assistent|sekretar"
    r"|redakteur|schaffner|inspektor"
    r"|monteur|schweisser|maurer|tischler|schneider|drucker|giesser|stricker|spinner|nahter|dreher|fraser"
    r"|schreiber|dolmetscher|chirurg|pachter|raumer|marschall|offizier|musiker|chemiker|florist|kompaniechef|laborant"
    r"|(?:apparate|orgel|geigen|instrumenten|anlagen|messe)bauer)(?:in)?"
    r"|\w{4,}bauer(?:in)?|\w+(?:anthropo|bio|psycho|sozio|ethno|theo|archao|geo)log(?:e|in)"
    r"|(?!optim|pessim|real|ego|rass|kommun|sozial|fasch|femin|pazif|tour|aktiv|national|ideal|perfektion|aut|chr|anarch|kapital"
    r"|marx|islam|terror|extrem|popul|monarch|separat|zion|human|mater|zyn)\w{4,}ist(?:in)?|\w{4,}(?:teur|isseur|ateur)(?:in)?"
    r"|\w+(?:naherin|padagogin|putzerin|kellnerin|pflegerin|betreuerin|beraterin)"
)
_NO_TRADES = re.compile(
    r"(?:haus)?(?:mann|frau)|schwester|\w*(?:landsmann|ehemann|ehefrau|hausmann|schwagerin|arbeitskraft|lehrkraft)"
)


@lru_cache(maxsize=65536)
def is_calling(text: str, *, leading: bool = False) -> bool:
    """Whether a noun is an occupation; a leading one (Leiterin) only where an institution follows."""
    folded = fold(text)
    if is_too_large(folded):
        return False
    if is_german_plural(text) and not (text.endswith(("in", "er")) or _NOMINALIZED.fullmatch(folded)):
        return False
    if leading and folded.removesuffix("in") in ("leiter", "lehrer", "arzt", "chef", "fahrer", "sprecher"):
        return True
    if _OFFICES.fullmatch(folded) and (leading or not _NO_OFFICES.fullmatch(folded)) and is_explained(text, "de"):
        return True
    if _SURE_TRADES.fullmatch(folded) or folded in _listed() or folded.removesuffix("in") in _listed():
        return True
    if (
        _EVERYBODY.fullmatch(folded)
        or _EVERYBODY.fullmatch(folded.removesuffix("in") + "e")
        or _NO_TRADES.fullmatch(folded)
    ):
        return False
    if folded.endswith(_long_callings()) and is_explained(text, "de"):
        return True
    return is_person(text) or bool(_TRADES.fullmatch(folded) and is_explained(text, "de"))
