"""Occupations that are said of somebody in English and Polish."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.words.wordlists import read_list

_SAID_EN = (
    r"(?<!\w)(?:[Ii]'m|[Ii] am|[Ii] was|[Ii]'d been|(?:[Hh]e|[Ss]he)(?:'s| is| was|'d been| had been)"
    r"|(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) \w+(?:'s| is| was)|work(?:ed|ing|s)? as|been|became|become|have|had|got"
    r"|(?:see|know|ask|tell|[Ww]e)(?:'ve)?) "
    r"(?:(?:now|also|always|still|only|once|even|actually|basically) )*(?:the|a|an|our|their) "
    r"(?P<hit>(?:(?:only|first|local|village|school|parish|town|head|retired|former|senior|trainee|qualified|deputy|assistant"
    r"|[A-Z][a-z]+|[A-Za-z]+-speaking) )*"
    r"(?:[a-z]+ )?(?:{callings})(?: (?:in|for|on|at) (?:the|our|three|two|four) [a-z]+)?)(?!\w|'| (?:shop|van|trade"
    r"|office|job))"
)
# An office of which there is one needs no article: I'm treasurer, he was captain in the navy.
_HELD_EN = (
    r"(?<!\w)(?:[Ii]'m|[Ii] am|[Ii] was|[Ii]'ve been|(?:[Hh]e|[Ss]he)(?:'s| is| was)|(?:[Mm]y|[Hh]is|[Hh]er) \w+(?:'s"
    r"| is| was)"
    r"|made|elected|as|became|voted) (?:now |still )?(?:(?:the|our|your) )?"
    r"(?P<hit>(?:(?:first|only|vice|deputy|acting|former|honorary|club|branch|area|shop|area|regional|store|site"
    r"|ward) )*"
    r"(?:{offices})(?: (?:in|for|on|of|at) (?:the )?[a-z]+(?:'s?)?"
    r"(?: (?:association|committee|council|board|group|forum|union|trust|society|club))?)?)(?!\w)"
)
_THE_EN = (
    r"(?<!\w)(?:[Tt]he|[Oo]ur) (?P<hit>(?:(?:only|first|new|old|area|regional|club|parish|store|branch) )*"
    r"(?:{offices}))(?=, [A-Z])"
)
_OFFICES_EN = (
    "(?:area|regional|branch|store|general|site|ward|case|team|project|practice|kitchen|floor|plant|depot|fleet|centre|hotel|bar"
    "|night|duty|estate) manager|team leader|convenor|organiser|bishop|archdeacon|ferry pilot|shop steward|treasurer"
    "|secretary"
    "|chairman|chairwoman|chairperson|chair|president|captain|sergeant|corporal|lieutenant|commander|bosun|first mate"
    "|skipper"
    "|coxswain|foreman|forewoman|supervisor|governor|trustee|churchwarden|verger|sexton|sacristan|bell ringer"
    "|choirmaster"
    "|scoutmaster|scout leader|brown owl|coach|umpire|referee|groundsman|greenkeeper|steward|warden|caretaker"
    "|postmaster"
    "|postmistress|harbourmaster|stationmaster|lock keeper|lighthouse keeper|gamekeeper|ranger|park keeper|beekeeper"
    "|farrier"
    "|priest|vicar|curate|minister|deacon|elder|imam|rabbi|headteacher|head teacher|headmaster|headmistress|deputy head"
    "|principal|bursar|registrar|judge|magistrate|sheriff|coroner|mayor|councillor|alderman|GP|doctor|district nurse"
    "|midwife"
    "|health visitor|pharmacist|vet|dentist|union rep|head chef|head girl|head boy|editor|landlord of the pub"
    "|landlady of the pub"
)
_ENGLISH_POST = re.compile(
    r"(?<!\w)(?P<hit>(?:[Cc]abinet member|[Pp]ortfolio holder|[Ll]ead member|[Tt]rustee|[Cc]hair|[Dd]irector)"
    r" (?:for|of) [a-z]+(?: and [a-z]+)?"
    r"|(?<='s )(?:[a-z]+ ){1,2}(?:lead|coordinator|officer|manager|warden|ambassador|organi[sz]er|adviser))(?!\w)"
)
_POLISH = re.compile(
    r"(?<!\w)(?i:jestem|jest|był[ao]?|był[ae]m|został[ao]?|został[ae]m|pracuj\w+ jako|pracował\w* jako|jako) "
    r"(?:(?:tu|tutaj|teraz|wtedy|jedyn(?:ą|ym)|pierwsz(?:ą|ym)|też|już) ){0,2}"
    r"(?P<hit>\w+(?:ą|em|ym)(?: oddziałową)?(?: (?:w|na|z|od) \w+)?)(?!\w)"
)
_TRADES_PL = re.compile(
    r"(?:\w*(?:karz|arz|acz|nik|tor|log|yk|sta)(?:em|iem|ą)|\w+(?:arką|orką|torką|niczką|czką|lożką|istką|listką)|"
    r"\w+(?:nikiem|ykiem|istą|ystą|logiem|torem|karzem|aczem|arzem|onoszem|iarzem|elem|elką|erem|erką|wcem|wczynią"
    r"|ownikiem)|"
    r"położną|leśniczym|podleśniczym|gajowym|dyżurnym|księgow(?:ym|ą)|woźn(?:ym|ą)|kościelnym|pielęgniarką(?: "
    r"oddziałową)?|salową|kucharzem|kucharką|sołtysem|organistą|listonoszem|kowalem|krawcem|krawcową|szewcem"
    r"|rolnikiem|górnikiem"
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


def said_in_english(text: str) -> Iterator[tuple[int, int]]:
    """Where callings and offices stand in an English text."""
    for pattern in _english():
        for match in pattern.finditer(text):
            yield match.span("hit")


def said_in_polish(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand in a Polish one."""
    for match in _POLISH.finditer(text):
        if _TRADES_PL.fullmatch(match["hit"]) and not _NO_TRADES_PL.fullmatch(match["hit"].lower()):
            yield match.span("hit")


@lru_cache(maxsize=1)
def _english() -> tuple[re.Pattern[str], ...]:
    callings = "|".join(sorted(map(re.escape, read_list("callings_en")), key=len, reverse=True))
    told = (
        _SAID_EN.replace("{callings}", callings),
        *(each.replace("{offices}", _OFFICES_EN) for each in (_HELD_EN, _THE_EN)),
    )
    return *map(re.compile, told), _ENGLISH_POST
