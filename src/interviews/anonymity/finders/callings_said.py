"""How German talk says what somebody is: ich bin …, gelernt hat er …, … mach ich auch noch; the group is `hit`."""

import re
from functools import lru_cache

_RELATIVE = (
    r"(?:[Mm]ein|[Mm]ei|[Dd]ein|[Ss]ein|[Ii]hr|[Uu]nser|[Ii]hre|[Mm]eine|[Ss]eine|[Uu]nsere) (?:\w+ )?"
    r"(?:Mann|Frau|Vater|Mutter|Bruder|Schwester|Sohn|Tochter|Opa|Oma|Onkel|Tante|Papa|Mama|Cousin|Cousine|Freund"
    r"|Freundin"
    r"|Schwieger(?:vater|mutter|sohn|tochter)|Stief(?:vater|mutter|bruder|schwester)|(?:Zwillings|Halb)(?:bruder|schwester)"
    r"|Patenonkel|Patentante|Enkel|Enkelin|Verlobter|Verlobte|Ex-Mann|Ex-Frau|Große|Großer|Kleine|Kleiner|Älteste|Ältester"
    r"|Jüngste|Jüngster|Urgroßvater|Urgroßmutter|Ex|Vadder|Vatter|Mudder|Bub|Bua"
    r"|Nachbar|Nachbarin|Schwager|Schwägerin|Neffe|Nichte|Partner|Partnerin|Großvater|Großmutter)"
)
# Between the verb and what somebody is: adverbs and adjectives, since when and where; no preposition, no other case.
_NOT_BETWEEN = (
    r"in|an|auf|mit|von|vom|bei|beim|zu|zum|zur|aus|für|durch|gegen|ohne|um|nach|über|unter|vor|hinter|neben|zwischen|bis|ab"
    r"|wegen|trotz|statt|den|dem|des|einen|einem|einer|eines|keine?[nmrs]?|mein\w*|dein\w*|sein\w*|ihre?[nmrs]?|unser\w*"
    r"|und|oder|aber|weil|dass|wenn|ob|als|wie|nicht|nie|diese\w*|jede\w*|im|am|ins|ans"
)
_SMALL = (
    rf"(?:(?!(?:{_NOT_BETWEEN})\b)[a-zäöüß]+,? |in [A-ZÄÖÜ][\w-]+ |seit wann |(?:im|seit|seit dem) [a-zäöüß]+ "
    rf"Jahr(?:en)? "
    r"|[a-zäöüß]+ Jahre (?:lang )?|von (?:Beruf|Haus aus) ){0,5}?"
)
_NOUN = r"(?P<hit>[A-ZÄÖÜ][a-zäöüß]+(?:[*:_]in)?(?:-[A-ZÄÖÜ][a-zäöüß]+)?)"
_SAID_DE = (
    rf"(?<!\w)(?:[Ii]ch|[Ii]ck|[Ii]|[Ee]r|[Ss]ie|[Dd]u|[Ii]hr|{_RELATIVE}) "
    rf"(?:bin|bist|bisch|seid|sind|ist|is|isch|war|warst|warn|waren|wurde|wurd|wurdest|wird|werde|wär|wäre) "
    rf"{_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)[Ii]ch (?:selbst|selber) (?:bin|war) {_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:[Dd]er|[Dd]ie) (?:Schwager|Schwägerin|Onkel|Tante|Opa|Oma|Vater|Mutter|Papa|Mama|Bruder"
    rf"|Schwester|Neffe|Nichte"
    rf"|Sohn|Tochter|Große|Kleine|Älteste|Jüngste|Cousin|Cousine|Schwiegersohn|Schwiegertochter"
    rf"|Mann) (?:ist|is|isch|war|wurde|wird) "
    rf"{_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)[Gg]elernt (?:habe?|hat|hatte) (?:ich|er|sie) {_SMALL}{_NOUN}(?=[,.])",
    rf"(?:,| und) (?:er|sie|ich) {_NOUN}(?=[.,;])",
    rf"{_RELATIVE},(?: [^,.!?\n]{{1,20}},)? (?:der|die|ein|eine) {_NOUN}(?=,)",
    rf"(?:^|[,.!?:] |\n)[Dd](?:er|ie) (?:ist|is|isch|war|wird|wurde) {_SMALL}{_NOUN}(?=[.,;!?])",
    rf"(?<!\w)(?:gelernt|zuletzt|seitdem|später|anfangs|gelernt hab ich),? {_NOUN}(?=[.,;])",
    rf"(?<!\w)(?:[Dd]avor|[Dd]anach|[Vv]orher|[Zz]uletzt|[Aa]nfangs|[Pp]flege|,) als {_NOUN}(?=[.,;]"
    rf"| (?:bei|in|im|am|für)\b)",
    rf"(?<!\w)[Aa]ls {_NOUN}(?= (?:hat man|ha[bt]|habe|bin|war|musste?|kann|kannst|darf|erst recht|sowieso"
    rf"|in|im|bei)\b)",
    rf"{_RELATIVE}, [a-zäöüß0-9]+, (?:bin|ist|war) {_SMALL}{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:[Bb]in|[Bb]ist|[Ww]arst|[Ww]ar|[Ii]st|[Ww]urde|[Ss]ind|[Ww]aren|[Ii]s) (?:ich|ick|i|er|sie|Sie|du"
    rf"|{_RELATIVE}) "
    rf"{_SMALL}{_NOUN}(?![\w-])",
    rf"(?:^|[.!?:,;–] |\n|(?<!\w)[Uu]nd ){_NOUN} (?:mach|mache|bin|war|wurde|werd|werde|ist|spiel|such|macht"
    rf"|wird)[e']? "
    rf"(?:ich|ick|i|er|sie|{_RELATIVE})(?!\w)",
    r"(?<!\w)(?:Frau|Herrn?) (?P<hit>[A-ZÄÖÜ][a-zäöüß]{7,})(?![\w-]| [A-ZÄÖÜ])",
    rf"(?<!\w)(?:stadtbekannte[rn]?|bekannte[rn]?|berühmte[rn]?|angesehene[rn]?|örtliche[rn]?|hiesige[rn]?"
    rf"|namhafte[rn]?) "
    rf"{_NOUN}(?![\w-])",
    rf"(?<!\w)(?:Sohn|Tochter|Frau|Mann|Witwe|Bruder|Schwester|Enkel|Enkelin) (?:vom|von dem|von der|des|der) "
    rf"{_NOUN}(?![\w-])",
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
_LINK = (
    r"(?:bei(?: de[rnm]| einer| einem)?|beim|an (?:der|einer|einem)|am|vom|von (?:der|einer|unserem"
    r"|unserer|meinem)|der|des|in (?:der|einer)"
    r"|im|für(?: (?:die|das|den))?|aus (?:der|dem)|in|auf (?:der|dem))"
)
_RANK = r"(?:(?:[Ss]tellvertretende|[Ee]hemalige|[Ff]rühere|[Ee]rste|[Zz]weite|[Ll]eitende|[Ss]tändige)[rn]? )?"
AT = re.compile(
    rf"(?<!\w)(?P<hit>{_RANK}(?P<person>[A-ZÄÖÜ][a-zäöüß]{{3,}}) (?P<link>{_LINK}) "
    rf"(?:[A-Za-zäöü]+en )?(?P<where>[A-ZÄÖÜ][\w-]+))(?![\w-])"
)
# What makes an occupation one that only one person can have: die einzige Hebamme im Tal.
ONLY_ONE = re.compile(
    r"(?<!\w)(?P<hit>(?:einzige|erste|letzte|jüngste"
    r"|dienstälteste)[rn]? (?:[a-zäöüß-]+[enr] ){0,2}(?P<person>[A-ZÄÖÜ][a-zäöüß]{3,})"
    r"(?: (?:in|im|am|an|auf|von|vom|bei|beim|des|der)(?: (?:der|dem|den|unserem|unserer|ganz"
    r"|ganzen))* [A-ZÄÖÜ][\w-]+)?)(?![\w-])"
)
# Of a field of knowledge or of politics.
OF_A_FIELD = re.compile(
    r"(?<!\w)(?P<hit>(?:Professor|Dozent|Lehrer|Lektor|Fachfrau|Fachmann|Referent|Sprecher|Berater"
    r"|Beauftragte|Koordinator|Experte"
    r"|Übersetzer|Dolmetscher|Fachkraft|Fachberater)(?:in)?[rn]? für (?:die |das "
    r"|den )?[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)*(?: und [A-ZÄÖÜ][\w-]+)?"
    r"|[a-zäöü]+politische[rn]? Sprecher(?:in)?)(?![\w-])"
)


@lru_cache(maxsize=1)
def said() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _SAID_DE))
