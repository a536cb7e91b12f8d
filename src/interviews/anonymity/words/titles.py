"""Words that announce a person: titles, kinship, introductions; one pattern a language, over page text."""

import re
from functools import lru_cache

# Offices and ranks, also as the end of a longer word (Ministerialrätin, Polizeihauptkommissar).
_OFFICES_DE = (
    r"(?:[A-ZÄÖÜ][a-zäöüß]+)??(?:[Bb]ürgermeister|[Mm]inister|[Kk]ommissar|[Dd]ezernent|[Dd]irektor|[Rr]ektor|[Pp]räsident"
    r"|[Ss]enator|[Pp]farrer|[Pp]astor|[Ii]nspektor|[Ss]ekretär|[Vv]orsteher|[Ss]precher|[Aa]nwält|[Aa]nwalt|[Rr]ichter|[Mm]eister"
    r"|[Aa]mtmann|[Vv]ikar|[Dd]iakon|[Kk]antor|[Kk]üster|[Mm]esner|[Dd]ekan|[Pp]ropst|[Ii]ntendant|[Pp]rofessor|[Nn]otar|[Kk]anzler"
    r")(?:in|s|en)?|[A-ZÄÖÜ][a-zäöüß]+(?:rat|rätin|rats)|(?:[A-ZÄÖÜ][a-zäöüß]+)?(?:[Aa]bgeordnete|[Vv]orsitzende|[Bb]eauftragte)[rn]?"
    r"|Superintendent(?:in)?|Bischof|Bischöfin|Prälat|Kaplan|Abt|Äbtissin|Priester|Rabbi(?:ner(?:in)?)?|Mullah|Mufti|Maulana|Dede"
    r"|Hauptmann|Oberst|Leutnant|Major|Feldwebel|Ammann|Landammann|Primar(?:ia)?|Mag\.|DI|Ing\.|Graf|Gräfin|Baron(?:in)?"
    r"|Reverend|Elder|Sister|Brother|Deacon(?:ess)?|Bishop|Chief|Uncle|Auntie|Aunty|Nana"
)
_TITLES = {
    "de": r"Herr[n]?|Frau|Fräulein|Dr\.|Prof\.|Professor(?:in)?|Doktor|Schwester|Pfarrer(?:in)?"
    r"|Pastor(?:in)?|Pater|Bruder"
    r"|Imam|Hodscha|Hoca|Scheich|Kommissar(?:in)?|Bürgermeister(?:in)?"
    r"|Oberbürgermeister(?:in)?|Bezirksbürgermeister(?:in)?"
    r"|Dezernent(?:in)?|Minister(?:in)?|Senator(?:in)?|Direktor(?:in)?|Rektor(?:in)?|Konrektor(?:in)?|Familie|Eheleute"
    r"|Tante|Onkel|Oma|Opa|Mama|Papa|Omi|Opi|Nonno|Nonna|Vadder|Mudder|Cousin|Cousine|Kollegin|Kollege|Kollegen|Stadtrat|Stadträtin"
    r"|Ratsherr|Ratsfrau|Dipl\.-Ing\.|Abu|Umm|[Ff]r\.|[Hh]r\.|dr\.|prof\.|Geschwister|Gebrüder|Genosse|Genossin"
    rf"|{_OFFICES_DE}",
    "en": r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Mr\.|Mrs\.|Ms\.|Dr\.|Prof\.|Professor|Councillor|Cllr|Sir|Lady"
    r"|Dame|Lord|Father|Sister"
    r"|Brother|Imam|Reverend|Rev|Rev\.|Pastor|Auntie|Aunty|Aunt|Uncle|Nan|Nana|Granny|Grandad"
    r"|Sergeant|PC|Constable|Inspector"
    r"|Judge|Justice|Captain|Mayor|Alderman|Alderwoman|Elder|Deacon|Deaconess|Bishop|Archdeacon|Canon|Vicar|Rabbi"
    r"|Sheikh|Shaykh|Maulana|Mufti|Mullah|Detective|Superintendent|Sheriff|Coach"
    r"|Nurse|Matron|Midwife|Doc|Grandma|Grandpa|Granddad|Mama|Papa|Abu|Umm|Senator|Governor|Major|Colonel|Congress(?:man|woman)",
    "pl": r"[Pp]an(?:a|u|em|ie)?|[Pp]ani(?:ą|om)?|[Pp]aństw[oau]?(?:em)?|[Dd]r|[Pp]rof\."
    r"|[Dd]oktor(?:a|owi|em)?|[Pp]rofesor(?:a|owi|em)?"
    r"|[Kk]si[ęą]d?z(?:a|u|em)?|[Ss]iostr[aęyoą]|[Cc]ioci[aęyąu]|[Ww]uj(?:ek|ka|kiem|kowi)?"
    r"|[Bb]abci[aęyąu]|[Dd]ziad(?:ek|ka|kiem|kowi)"
    r"|[Mm]ecenas|[Bb]urmistrz(?:a|owi|em)?|[Ww]ójt(?:a|em|owi)?|[Ss]ołtys(?:a|em|owi)?"
    r"|[Rr]adn[aey](?:go|j)?|[Dd]yrektor(?:ka|ki|em|a|ką)?"
    r"|[Ss]ąsiad(?:ka|ki|ką|ce|a|em|ki)?|[Kk]oleg[aię]|[Kk]oleżank[aięą]"
    r"|[Aa]spirant(?:a|em)?|[Kk]omisarz(?:a|em)?|[Ss]ierżant(?:a|em)?|[Kk]omendant(?:a|em|ka)?|[Pp]rokurator(?:a|em)?|[Ss]ędzi(?:a|ego|ą|na)"
    r"|[Ss]tarost(?:a|y|ą)|[Pp]rezes(?:a|em|ka)?|[Kk]ierowni(?:k|ka|kiem|czka|czki|czką)|[Mm]inist(?:er|ra|rem)|[Pp]os(?:eł|ła|łanka|łanki)"
    r"|[Bb]iskup(?:a|em)?|[Pp]roboszcz(?:a|em)?|[Pp]astor(?:a|em)?|[Ii]mam(?:a|em)?|[Oo]jci?e?c(?:a|em)?|[Ww]ikar(?:y|ego|ym)|[Oo]rganist[aąy]"
    r"|[Mm]agist(?:er|ra)|[Mm]gr|[Ii]nżynier(?:a|em)?|[Ii]nż\.|[Tt]rener(?:a|em|ka)?|[Rr]edaktor(?:a|em|ka)?|[Pp]rezydent(?:a|em)?",
}
_TITLES["xx"] = "|".join((_TITLES["de"], _TITLES["en"]))
_CHAINED = r"(?:(?:(?:Dr|Prof|Dipl|med|phil|jur|Ing|hab|inż|mgr)\.?|a\. ?D\.|i\. ?R\.|em\.)(?:[ -]|(?<=\.)))*"
_KIN_DE = (
    r"Mann|Frau|Sohn|Tochter|Bruder|Schwester|Mutter|Vater|Mama|Papa|Oma|Opa|Tante|Onkel"
    r"|Cousin|Cousine|Neffe|Neffen|Nichte|Enkel|Enkelin"
    r"|Freund|Freundin|Nachbar|Nachbarn|Nachbarin|Kollege|Kollegen|Kollegin|Chef|Chefin"
    r"|Schwager|Schwägerin|Schwiegermutter|Schwiegervater"
    r"|Schwiegersohn|Schwiegertochter|Kumpel|Partner|Partnerin|Verlobter|Verlobte|Vermieter"
    r"|Vermieterin|Baby|Kleine|Kleiner|Große|Großer"
    r"|Ältester|Älteste|Jüngster|Jüngste|Lehrer|Lehrerin|Mitarbeiter|Mitarbeiterin|Trainer"
    r"|Ex-Mann|Ex-Frau|Kind|Junge|Mädchen"
)
_KIN_EN = (
    r"husband|wife|son|daughter|brother|sister|mother|father|mum|dad|nan|aunt|auntie|uncle"
    r"|cousin|nephew|niece|friend|mate|neighbour|neighbor"
    r"|boss|manager|partner|colleague|landlord|landlady|grandson|granddaughter|grandad|grandma"
    r"|boyfriend|girlfriend|teacher|boy|girl|lad"
)
_KIN_PL = (
    r"mąż|męża|mężem|żona|żony|żoną|żonę|syn|syna|synem|córka|córki|córką|córkę|brat|brata"
    r"|bratem|siostra|siostry|siostrą|siostrę|mama|matka"
    r"|tata|ojciec|kuzyn|kuzynka|przyjaciel|przyjaciółka|koleżanka|koleżanki|kolega|kolegi"
    r"|sąsiad|sąsiadka|sąsiadki|szef|szefowa|babcia|dziadek|ciocia"
    r"|wujek|wnuk|wnuczka|znajomy|znajoma|partner|partnerka|teściowa|teść|zięć|synowa"
)
_NAMING_DE = (
    r"(?:[Ii]ch hei(?:ß|ss)e?|(?<![Dd]as )heißt(?: er| sie)?|(?<![Dd]as )heisst|hieß|[Nn]ame ist|[Nn]amen?(?: "
    r"war)?:?|[Ii]ch bin (?:der|die|dat|de)|[Ii]ch bin)"
)
_NICKNAMING = {
    "de": r"(?:genannt|genannt wird|[Ss]pitzname(?: ist| war)?:?|sagen (?:hier |wir |zu (?:ihm|ihr"
    r"|mir) )?alle(?: nur| immer)?|[Aa]lle sagen(?: nur| immer)?|(?:nennen|nannten|nennt"
    r"|nannte|ruft|rufen) (?:ihn|sie|mich|den|die|wir sie|wir ihn)"
    r"(?: (?:hier|alle|nur|immer|alle nur))*|(?:sagt|sagten|sagen) (?:man|die|wir|sie) (?:nur|immer))",
    "en": r"(?:call(?:s|ed)? (?:me|him|her)|(?:they|we|everyone|everybody|people|you) (?:just |all "
    r"|only )?call(?:s|ed)?(?: (?:me|him|her))?|known as|goes by|nickname(?:d| is| was)?|go "
    r"by)",
    "pl": r"(?:mówi(?:ą|my|li|liśmy)? (?:na (?:niego|nią|mnie)|do mnie|mi|jej|mu|o nim)|zwan[yaej]+"
    r"|ksywk\w+|przezywa\w+ (?:go|ją)|wołają(?: na)? (?:go|ją|mnie|niego|nią)|na (?:niego|nią"
    r"|mnie))",
}
_NAMED_AFTER = {
    "de": r"(?P<hit>[A-ZÄÖÜ][\w-]+)[\"“«']? (?:genannt|heißt der|heißt die|heißt er|heißt sie"
    r"|nennen (?:wir|sie|die|ihn)|nannten)(?!\w)",
    "en": r"(?P<hit>[A-Z][\w-]+)[\"”']?,? (?:they|we|everyone|people) (?:call|called|calls) (?:him|her|me)",
    "pl": r"(?P<hit>[A-ZŁŚŻŹĆ]\w+)[\"”]? (?:mówi(?:my|ą)|na niego mówi(?:my|ą)|na nią mówi(?:my|ą))",
}
_NAMING_EN = (
    r"(?:[Mm]y name is|[Mm]y name's|[Hh]is name is|[Hh]er name is|[Nn]ame was|called|named|[Tt]his is|I'm|I am)"
)
_NAMING_PL = r"(?:[Nn]azywam się|[Mm]am na imię|[Nn]azywa się|na imię|imieniem|[Jj]estem)"


@lru_cache(maxsize=16)
def titles(language: str) -> re.Pattern[str]:
    """Titles and offices before a name, with academic degrees chained to them."""
    title = _TITLES.get(language, _TITLES["xx"])
    return re.compile(rf"(?<!\w)(?:(?:{title})(?:[ ]|(?<=\.)){_CHAINED}){{1,3}}(?=[^\W\d_])")


@lru_cache(maxsize=65536)
def is_title(word: str, language: str) -> bool:
    """Whether a word is nothing but a title or an office."""
    return re.fullmatch(_TITLES.get(language, _TITLES["xx"]), word) is not None


@lru_cache(maxsize=65536)
def is_office(title: str) -> bool:
    """Whether a German title ends in an office or rank, after which only a name can follow."""
    words = title.split()
    return bool(words) and re.fullmatch(_OFFICES_DE, words[-1]) is not None


@lru_cache(maxsize=16)
def nicknaming(language: str) -> re.Pattern[str]:
    """A phrase that says what everybody calls somebody, often by a word that is no name otherwise."""
    phrase = _NICKNAMING.get(language, _NICKNAMING["de"])
    return re.compile(rf"(?<!\w){phrase},? (?:also |den |die |der )?[\"„“»'‚]?(?=[A-ZÀ-ŽŞİÇĞ])")


@lru_cache(maxsize=16)
def named_after(language: str) -> re.Pattern[str]:
    """A name before the word that says it is one ("Tacker genannt"); the group `hit`."""
    return re.compile(rf"(?<!\w){_NAMED_AFTER.get(language, _NAMED_AFTER['de'])}")


@lru_cache(maxsize=16)
def possessed(language: str) -> re.Pattern[str]:
    """A name as the owner in colloquial German ("dem Jupp sein Hund"); the group `hit`."""
    if language != "de":
        return re.compile(r"(?!)(?P<hit>)")
    return re.compile(r"(?<!\w)[Dd](?:em|er) (?P<hit>[A-ZÄÖÜ][\w-]+) (?=(?:sein|ihr)(?:e[nrms]?)? [A-ZÄÖÜ])")


@lru_cache(maxsize=16)
def kinship(language: str) -> re.Pattern[str]:
    """A word of relation right before a name, such as "mein Mann" or "my cousin"."""
    if language == "en":
        return re.compile(
            rf"(?<!\w)(?:[Mm]y|[Hh]is"
            rf"|[Hh]er|[Oo]ur|[Tt]heir|[Yy]our|the|[A-Z]\w+'s?) (?:\w+ )?(?:{_KIN_EN}),? (?=[A-ZÀ-Ž])"
        )
    if language == "pl":
        return re.compile(rf"(?<!\w)(?:{_KIN_PL}),? (?=[A-ZÀ-Ž])", re.IGNORECASE)
    return re.compile(rf"(?<!\w)(?:{_KIN_DE})(?:,? (?:(?:der|die|den|dem|dat) )?| (?:von|vom) )(?=[A-ZÀ-Ž])")


@lru_cache(maxsize=16)
def naming(language: str) -> re.Pattern[str]:
    """A phrase that says what somebody is called."""
    phrase = {"en": _NAMING_EN, "pl": _NAMING_PL}.get(language, _NAMING_DE)
    return re.compile(rf"(?<!\w){phrase},? (?:also )?[\"„“»'‚]?(?=[A-ZÀ-ŽŞİÇĞ])")
