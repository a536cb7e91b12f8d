"""Words that announce a person: titles, kinship, introductions; one pattern a language, over page text."""

import re

_TITLES = {
    "de": r"Herr[n]?|Frau|Fräulein|Dr\.|Prof\.|Professor(?:in)?|Doktor|Schwester|Pfarrer(?:in)?|Pastor(?:in)?|Pater|Bruder"
    r"|Imam|Hodscha|Hoca|Scheich|Kommissar(?:in)?|Bürgermeister(?:in)?|Oberbürgermeister(?:in)?|Bezirksbürgermeister(?:in)?"
    r"|Dezernent(?:in)?|Minister(?:in)?|Senator(?:in)?|Direktor(?:in)?|Rektor(?:in)?|Konrektor(?:in)?|Familie|Eheleute"
    r"|Tante|Onkel|Oma|Opa|Cousin|Cousine|Kollegin|Kollege|Kollegen|Stadtrat|Stadträtin|Ratsherr|Ratsfrau|Dipl\.-Ing\.|Abu|Umm",
    "en": r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Mr\.|Mrs\.|Ms\.|Dr\.|Prof\.|Professor|Councillor|Cllr|Sir|Lady|Dame|Lord|Father|Sister"
    r"|Brother|Imam|Reverend|Rev|Rev\.|Pastor|Auntie|Aunty|Aunt|Uncle|Nan|Nana|Granny|Grandad|Sergeant|PC|Constable|Inspector"
    r"|Judge|Justice|Captain|Mayor",
    "pl": r"[Pp]an(?:a|u|em|ie)?|[Pp]ani(?:ą|om)?|[Pp]aństw[oau]?(?:em)?|[Dd]r|[Pp]rof\.|[Dd]oktor(?:a|owi|em)?|[Pp]rofesor(?:a|owi|em)?"
    r"|[Kk]si[ęą]d?z(?:a|u|em)?|[Ss]iostr[aęyoą]|[Cc]ioci[aęyąu]|[Ww]uj(?:ek|ka|kiem|kowi)?|[Bb]abci[aęyąu]|[Dd]ziad(?:ek|ka|kiem|kowi)"
    r"|[Mm]ecenas|[Bb]urmistrz(?:a|owi|em)?|[Ww]ójt(?:a|em|owi)?|[Ss]ołtys(?:a|em|owi)?|[Rr]adn[aey](?:go|j)?|[Dd]yrektor(?:ka|ki|em|a|ką)?"
    r"|[Ss]ąsiad(?:ka|ki|ką|ce|a|em|ki)?|[Kk]oleg[aię]|[Kk]oleżank[aięą]",
}
_TITLES["xx"] = "|".join((_TITLES["de"], _TITLES["en"]))
_CHAINED = r"(?:(?:Dr|Prof|Dipl|med|phil|jur|Ing|hab|inż|mgr)\.?(?:[ -]|(?<=\.)))*"
_KIN_DE = (
    r"Mann|Frau|Sohn|Tochter|Bruder|Schwester|Mutter|Vater|Mama|Papa|Oma|Opa|Tante|Onkel|Cousin|Cousine|Neffe|Neffen|Nichte|Enkel|Enkelin"
    r"|Freund|Freundin|Nachbar|Nachbarn|Nachbarin|Kollege|Kollegen|Kollegin|Chef|Chefin|Schwager|Schwägerin|Schwiegermutter|Schwiegervater"
    r"|Schwiegersohn|Schwiegertochter|Kumpel|Partner|Partnerin|Verlobter|Verlobte|Vermieter|Vermieterin|Baby|Kleine|Kleiner|Große|Großer"
    r"|Ältester|Älteste|Jüngster|Jüngste|Lehrer|Lehrerin|Mitarbeiter|Mitarbeiterin|Trainer|Ex-Mann|Ex-Frau|Kind|Junge|Mädchen"
)
_KIN_EN = (
    r"husband|wife|son|daughter|brother|sister|mother|father|mum|dad|nan|aunt|auntie|uncle|cousin|nephew|niece|friend|mate|neighbour|neighbor"
    r"|boss|manager|partner|colleague|landlord|landlady|grandson|granddaughter|grandad|grandma|boyfriend|girlfriend|teacher|boy|girl|lad"
)
_KIN_PL = (
    r"mąż|męża|mężem|żona|żony|żoną|żonę|syn|syna|synem|córka|córki|córką|córkę|brat|brata|bratem|siostra|siostry|siostrą|siostrę|mama|matka"
    r"|tata|ojciec|kuzyn|kuzynka|przyjaciel|przyjaciółka|koleżanka|koleżanki|kolega|kolegi|sąsiad|sąsiadka|sąsiadki|szef|szefowa|babcia|dziadek|ciocia"
    r"|wujek|wnuk|wnuczka|znajomy|znajoma|partner|partnerka|teściowa|teść|zięć|synowa"
)
_NAMING_DE = (
    r"(?:[Ii]ch heiße|[Ii]ch heisse|heißt(?: er| sie)?|heisst|hieß|[Nn]ame ist|[Nn]amen?(?: war)?:?|genannt|genannt wird|[Ss]pitzname(?: ist)?:?|sagen (?:hier )?alle(?: nur)?|[Aa]lle sagen(?: nur)?"
    r"|nennen (?:ihn|sie|mich|den|die|wir sie|wir ihn)(?: (?:hier|alle|nur|immer))*|nenn[et] (?:ihn|sie|mich)(?: nur)?|[Ii]ch bin (?:der|die|dat|de)"
    r"|rufen (?:mich|ihn|sie)(?: alle)?)"
)
_NAMING_EN = (
    r"(?:[Mm]y name is|[Mm]y name's|[Hh]is name is|[Hh]er name is|[Nn]ame was|called|known as|call (?:me|him|her)|calls (?:me|him|her)|named|[Tt]his is|nickname is|I'm|I am)"
)
_NAMING_PL = (
    r"(?:[Nn]azywam się|[Mm]am na imię|[Nn]azywa się|na imię|mówi(?:ą|my) (?:na (?:niego|nią|mnie)|do mnie|mi|jej|mu|o nim)|zwan[yaej]+|imieniem|[Jj]estem)"
)


def titles(language: str) -> re.Pattern[str]:
    """A title or office before a name, with academic degrees chained to it."""
    return re.compile(rf"(?<!\w)(?:{_TITLES.get(language, _TITLES['xx'])})(?:[ ]|(?<=\.)){_CHAINED}(?=[^\W\d_])")


def kinship(language: str) -> re.Pattern[str]:
    """A word of relation right before a name, such as "mein Mann" or "my cousin"."""
    if language == "en":
        return re.compile(rf"(?<!\w)(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Yy]our|the) (?:\w+ )?(?:{_KIN_EN}),? (?=[A-ZÀ-Ž])")
    if language == "pl":
        return re.compile(rf"(?<!\w)(?:{_KIN_PL}),? (?=[A-ZÀ-Ž])", re.IGNORECASE)
    return re.compile(rf"(?<!\w)(?:{_KIN_DE}),? (?:(?:der|die|den|dem|dat) )?(?=[A-ZÀ-Ž])")


def naming(language: str) -> re.Pattern[str]:
    """A phrase that says what somebody is called."""
    phrase = {"en": _NAMING_EN, "pl": _NAMING_PL}.get(language, _NAMING_DE)
    return re.compile(rf"(?<!\w){phrase},? (?:also )?[\"„“»'‚]?(?=[A-ZÀ-ŽŞİÇĞ])")
