"""Days and years said in words, as transcripts often have them; over folded text, for German, English and Polish."""

import re
from collections.abc import Mapping
from functools import lru_cache

_MONTHS: Mapping[str, str] = {
    "de": "januar|janner|februar|feber|marz|april|mai|juni|juno|juli|august|september|oktober|november|dezember",
    "en": "january|february|march|april|may|june|july|august|september|october|november|december",
    "pl": "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia",
}
_DE_UNITS = "(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)"
_DE_TENS = "(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)"
_DE_TEENS = "(?:zehn|elf|zwolf|(?:drei|vier|funf|sech|sieb|acht|neun)zehn)"
_DE_SMALL = f"(?:{_DE_UNITS}und{_DE_TENS}|{_DE_TENS}|{_DE_TEENS}|eins|zwei|zwo|drei|vier|funf|sechs|sieben|acht|neun)"
_DE_FULL_YEAR = f"(?:(?:acht|neun)zehnhundert(?:und)?{_DE_SMALL}?|(?:zwei|zwo)tausend(?:und)?{_DE_SMALL})"
# Without the century, only a year that nobody takes for a number of things.
_DE_SHORT_YEAR = f"(?:{_DE_UNITS}und{_DE_TENS}|{_DE_TENS})"
# After a month or season, or said of what somebody did, a year of our own century, too.
_DE_RECENT = f"(?:{_DE_UNITS}und{_DE_TENS}|{_DE_TENS}|{_DE_TEENS})"
_DE_PASSED = (
    r"(?:(?:haben|hat|hab|habe|bin|sind|ist|war|waren|kam|kamen|wurde|wurden|ging|gingen|fing|zog|zogen"
    r"|machte|machten)"
    r" (?:wir|ich|er|sie|es|man|das|die|der|den|dann|da|hier|mein\w*|unser\w*|sein\w*|ihr\w*|alles|ja|auch|dort|noch"
    r"|schon)\b"
    r"|ruber|hergekommen|hergezogen|gekommen|geflohen|geboren|gebaut|gegrundet|eroffnet|gestorben"
    r"|geheiratet|eingezogen"
    r"|ausgezogen|umgezogen|weggegangen|weg\b|zuruck|nach [a-z]|aus [a-z])"
)
_DE_HAPPENED = (
    r"(?:geboren|gebaut|geflohen|gegrundet|eroffnet|gekommen|geheiratet|geschlossen|gestorben|eingezogen|umgezogen"
    r"|hergezogen)"
)
_DE_DAY = (
    r"(?:erste|zweite|dritte|vierte|funfte|sechste|siebte|siebente|achte|neunte|zehnte|elfte|zwolfte"
    f"|{_DE_TEENS}te|{_DE_UNITS}und(?:zwanzig|dreissig)ste|(?:zwanzig|dreissig)ste)[nmr]?"
)
_DE_AFTER = r"(?=[,.;:!?)]|$|\n| (?:und|bis|oder|als|war|waren|kam|kamen|sind|bin|ist|hab|haben|hat|da|dann|noch)\b)"
_EN_UNITS = "(?:one|two|three|four|five|six|seven|eight|nine)"
_EN_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_EN_TEENS = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_EN_SMALL = f"(?:{_EN_TENS}(?:[ -]{_EN_UNITS})?|{_EN_TEENS}|oh[ -]{_EN_UNITS})"
_EN_FULL_YEAR = f"(?:(?:eighteen|nineteen|twenty)[ -]{_EN_SMALL}|two thousand(?: and)? (?:{_EN_SMALL}|{_EN_UNITS}))"
_EN_SHORT_YEAR = f"(?:(?:forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]{_EN_UNITS})?)"
_EN_DAY = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    "|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
    "|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
_PL_ENDING = "(?:i?ego|ym|im|y|i|a|i?ej)"
_PL_UNITS = "(?:pierwsz|drug|trzeci|czwart|piat|szost|siodm|osm|dziewiat)"
_PL_TEENS = "(?:dziesiat|(?:jede|dwu|trzy|czter|piet|szes|siedem|osiem|dziewiet)nast)"
_PL_TENS = "(?:dwudziest|trzydziest|czterdziest|(?:piec|szesc|siedem|osiem|dziewiec)dziesiat)"
_PL_SMALL = f"(?:{_PL_TENS}{_PL_ENDING}(?: {_PL_UNITS}{_PL_ENDING})?|{_PL_TEENS}{_PL_ENDING}|{_PL_UNITS}{_PL_ENDING})"
_PL_FULL_YEAR = f"(?:(?:tysiac (?:dziewiecset|osiemset)|dwa tysiace|dwutysieczn{_PL_ENDING})(?: {_PL_SMALL})?)"
_PL_MONTHS = (
    "(?:stycz|kwie|grud|wrze|sierp|czerw|lip|pazdziernik|listopad)(?:en|iec|[a-z]{0,4}ni[auem]{1,2}"
    "|ci?[aeu]m?|a|u|zie)?"
    "|lut(?:y|ego|ym)|mar(?:zec|ca|cu|cem)|maj[au]?"
)
_SEASONS: Mapping[str, str] = {
    "de": "(?:fruh|spat|hoch)?(?:sommer|herbst|winter)|(?:vor)?fruhling|fruhjahr|ostern|pfingsten"
    "|weihnachten|silvester"
    "|heiligabend|neujahr|jahreswechsel|fronleichnam|allerheiligen|nikolaus|himmelfahrt|fasching|karneval"
    "|fastnacht|advent|ramadan|bayram|zuckerfest|opferfest|newroz",
    "en": "spring|summer|autumn|fall|winter|easter|christmas",
    "pl": "wiosn[aey]|latem|lato|lata|jesieni?a?|zim[aey]",
}
# Said before a date, part of it.
BEFORE_DATE = re.compile(
    r"\b(?:(?:kurz (?:vor|nach)|anfang|mitte|ende|letzte[nrs]?|vorige[nrs]?|vergangene[nrs]?|nachste[nrs]?"
    r"|kommende[nrs]?)"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag),? de[nmr]) $"
)
_DIGITS = r"(?:1[89]\d\d|20\d\d|'\d\d(?!\d))"


@lru_cache(maxsize=8)
def spoken_dates(language: str) -> tuple[str, ...]:
    """Patterns with a group `hit`; all languages where the language is not covered."""
    chosen = [language] if language in _MONTHS else list(_MONTHS)
    return tuple(pattern for each in chosen for pattern in _PATTERNS[each]())


def _german() -> tuple[str, ...]:
    months, year = _MONTHS["de"], f"(?:{_DE_FULL_YEAR}|{_DE_SHORT_YEAR})"
    seasons = _SEASONS["de"]
    return (
        rf"(?<!\w)(?P<hit>(?:{_DE_DAY} )?(?:{months}|{seasons}) {_DE_RECENT})(?!\w)",
        rf"(?:^|[.!?:,] |\n|\b(?:und|dann|also|so|war|erst|aber|ende|anfang"
        rf"|mitte) )(?P<hit>{_DE_RECENT})(?= {_DE_PASSED})",
        rf"(?:^|[.!?:,] |\n|\b(?:und|dann|erst) )(?P<hit>{_DE_RECENT})(?= (?:die|der|das|mein|meine|unser|unsere)\b)",
        rf"\b(?:bin|sind|ist|kam|kamen|haben|hat|hab) (?:(?:ich|wir|er|sie|da|dann|schon|so|erst) )*"
        rf"(?P<hit>(?!zehn|elf|zwolf){_DE_RECENT})(?= (?:ruber|her|hier|nach|aus|hin|weg|zuruck|in die|ins|mit de[mr]"
        rf"|mit seine\w*|mit mein\w*|uber (?!\d)"
        rf"|{_DE_HAPPENED})\b)",
        rf"\b(?:bin|sind|ist|war|wurde) (?:(?:ich|wir|er|sie|es|da|dann|schon|so|erst) )*"
        rf"(?P<hit>(?!zehn|elf|zwolf){_DE_RECENT})(?= (?!geworden|gewesen|gestorben)[a-z]{{0,6}}ge[a-z]{{2,}}(?:t"
        rf"|en)\b)",
        rf"(?<!\w)(?P<hit>{_DE_RECENT})(?=,? (?:im|anfang|mitte|ende) (?:{months}|{seasons})\b)",
        rf"(?<!\w)(?:wann|welche[mns]? jahr)[^.?!\n]{{0,80}}\?\s*(?:\w{{1,14}}: )?"
        rf"(?:(?:also|na|ja|das war|so|im|ende|anfang|erst|oh|hm|glaub ich|ich glaub),? )*(?P<hit>{_DE_RECENT}"
        rf"|'?\d\d)(?=[,.;!?])",
        rf"\b{_DE_HAPPENED} (?:(?:bin|ist|sind|wurde|wurden|haben|hab|ich|wir|er|sie|es|das|so"
        rf"|um) )*(?P<hit>{_DE_RECENT})"
        r"(?=[,.;!?]|$|\n| (?:und|in)\b)",
        rf"(?<!\w)(?:nach|vor|um|anfang|ende|mitte|so|das war"
        rf"|von(?= [a-z]+ bis)) (?P<hit>{_DE_SHORT_YEAR}){_DE_AFTER}",
        rf"(?<!\w)(?P<hit>(?:anfang|ende|mitte) {_DE_UNITS}und{_DE_TENS}){_DE_AFTER}",
        rf"(?<!\w)(?:seit|bis|ab|anno|im jahr|jahrgang) (?P<hit>{_DE_TEENS}){_DE_AFTER}(?!, [a-z]+ uhr)",
        rf"(?<!\w)(?:seit|bis|ab|anno|im jahr|jahrgang|von|anfang|ende|mitte) (?P<hit>'?[4-9]\d){_DE_AFTER}",
        rf"(?:^|[.!?:,] |\n|\bund )(?P<hit>'?[4-9]\d)(?= {_DE_PASSED})",
        r"(?<!\w)(?:am|zum|bis|vom|seit dem) "
        rf"(?P<hit>(?:{_DE_TEENS}ten|{_DE_UNITS}und(?:zwanzig|dreissig)sten|(?:zwanzig|dreissig)sten))(?!\w)",
        rf"(?<!\w)(?P<hit>zwanzig[ -]?(?:{_DE_TEENS}|zwanzig|{_DE_UNITS}undzwanzig)"
        rf"|neunzehn[ -]?{_DE_UNITS}und{_DE_TENS})(?!\w)",
        rf"(?<!\w)(?P<hit>(?:jan|feb|apr|aug|sept?|okt|nov|dez)\. {_DIGITS})(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{_DE_DAY} )?(?:{months}) (?:{year}|{_DIGITS}))(?!\w)",
        rf"(?<!\w)(?P<hit>{_DE_DAY} (?:{months}))(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{_DE_DAY}|\d{{1,2}}\.) (?:auf|zum|bis|und|oder) (?:den |zum )?(?:{_DE_DAY}|\d{{1,2}}\.) "
        rf"(?:{months}))(?!\w)",
        rf"(?<!\w)(?P<hit>{_DE_FULL_YEAR})(?!\w| (?:euro|mark|leute|menschen|franken|wohnungen|einwohner))",
        rf"(?<!\w)(?:seit|bis|ab|anno|im jahr|jahrgang|sommer|winter|herbst|fruhjahr) "
        rf"(?P<hit>{_DE_SHORT_YEAR}){_DE_AFTER}",
        rf"(?<!\w)(?P<hit>{_DE_SHORT_YEAR}, {_DE_SHORT_YEAR})(?=[,.;]| (?:war|waren|kam|kamen|sind|haben)\b)",
        rf"(?<!\w)(?P<hit>(?:{seasons}) (?:{year}|{_DIGITS}))(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{seasons}|{months}) \d\d)(?=[,;!?)]|\.(?!\d)|$|\n| (?:war|hab|hat|bin|sind|kam"
        rf"|als|da|und|dann"
        rf"|ist|wurde|haben|waren|das|die|der)\b)",
        rf"(?<!\w)(?P<hit>(?:{seasons}|{months}) (?:letzten|vorletzten|vorigen|vergangenen|diesen) jahres)(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{seasons}) \d\d/\d\d)(?!\w)",
        r"(?<!\w)(?P<hit>(?:[2-9]\d|[a-z]{3,6}und[a-z]{4,5}s?s?ig)er)(?= jahrgang)",
        rf"(?<!\w)(?:baujahr|jahrgang) (?P<hit>'?\d\d){_DE_AFTER}",
        r"(?<![\w.,/-])(?P<hit>1[89]\d\d|20[0-3]\d)(?= (?:[a-z]{0,6}ge[a-z]{2,}(?:t|en)|[a-z]{4,}iert)\b)",
        rf"(?<!\w)(?:so|um) (?P<hit>(?!zehn|elf|zwolf){_DE_RECENT})(?=,? (?:oder )?(?:{_DE_RECENT} )?(?:rum|herum)\b)",
        rf"(?<!\w)(?P<hit>(?!zehn|elf|zwolf){_DE_RECENT})(?= (?:rum|herum) (?!uhr))",
        rf"\b(?:hab|habe|hat|haben|bin|ist|sind|kam|wurde) (?:(?:ich|er|sie|wir|es|da"
        rf"|dann) )*(?P<hit>{_DE_SHORT_YEAR})"
        rf"(?= (?:das|die|den|der|meine?n?|unsere?n?|in|im|am|auf|nach|von|hier|dort|wieder|zum|zur|als) )",
        rf"(?:[.!?] |\n)(?P<hit>{_DE_UNITS}und{_DE_TENS}|(?:sechzig|siebzig|achtzig|neunzig))(?= dann [a-z])",
    )


def _english() -> tuple[str, ...]:
    months, year = _MONTHS["en"], f"(?:{_EN_FULL_YEAR}|{_EN_SHORT_YEAR}|{_DIGITS})"
    return (
        rf"(?<!\w)(?P<hit>(?:the )?{_EN_DAY} of (?:{months})(?:,? {year})?)(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{months}) (?:the )?{_EN_DAY}(?:,? {year})?)(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{months}),? (?:of )?{year})(?!\w)",
        rf"(?<!\w)(?P<hit>(?:(?:the|early|late|mid) )?(?:{_SEASONS['en']}) (?:of )?{year})(?!\w)",
        rf"(?<!\w)(?P<hit>(?:eighteen|nineteen)[ -]{_EN_SMALL}|two thousand and (?:{_EN_SMALL}|{_EN_UNITS}))(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{months}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:{year}))?)(?![\w:]|\.\d)",
        rf"(?<!\w)(?:in|since|until|from|by|back in|of) "
        rf"(?P<hit>{_EN_FULL_YEAR}|{_EN_SHORT_YEAR}|'\d\d)(?=[,.;:!?)]|$|\n)",
        rf"(?<!\w)(?:in|since|until|from|by|back in|of) (?P<hit>oh[ -]{_EN_UNITS})(?!\w)",
        rf"(?<!\w)(?:since|back in) (?P<hit>{_EN_SHORT_YEAR})(?= (?:i|we|he|she|they|when|and|the|it|till|until)\b)",
        rf"(?<!\w)(?P<hit>(?:{_SEASONS['en']}) twenty[ -]{_EN_UNITS})(?!\w)",
    )


def _polish() -> tuple[str, ...]:
    months = _MONTHS["pl"]
    return (
        rf"(?<!\w)(?P<hit>{_PL_SMALL} (?:{months})(?: {_PL_FULL_YEAR}| {_PL_SMALL})?(?: roku)?)(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{_PL_MONTHS}) {_PL_FULL_YEAR}(?: roku)?)(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{_PL_MONTHS}) {_PL_TENS}{_PL_ENDING}(?: {_PL_UNITS}{_PL_ENDING})?(?: roku)?)(?!\w)",
        rf"(?<!\w)(?:od|do|w|we|z|ze|po|przed|okolo) (?P<hit>{_PL_TENS}{_PL_ENDING} {_PL_UNITS}{_PL_ENDING})"
        r"(?= (?:tez|juz|to|byl|bylo|mial|mialem|mialam|bylem|bylam|sie|jeszcze|wyjech|przyjech|wrocil|kiedy|jak"
        r"|i)\w*)",
        rf"(?<!\w)(?:od|do|w|we|z|ze|po|przed|okolo|roku?) (?P<hit>{_PL_FULL_YEAR}|{_PL_TENS}{_PL_ENDING}"
        rf"(?: {_PL_UNITS}{_PL_ENDING})?)(?= roku|[,.;:!?)]|$|\n)(?: roku)?",
        rf"(?<!\w)(?P<hit>(?:{_SEASONS['pl']}) (?:1[89]\d\d|20\d\d)(?: roku)?)(?!\w)",
        rf"(?<!\w)(?P<hit>(?:{_SEASONS['pl']}) (?:{_PL_TENS}{_PL_ENDING}(?: {_PL_UNITS}{_PL_ENDING})?"
        r"|(?:zeszl|ubiegl|przeszl|tamt)ego roku))(?!\w)",
        rf"(?<!\w)(?P<hit>(?:dwa tysiace|dwoch tysiecy) {_PL_SMALL}(?: roku)?)(?!\w)",
        rf"(?<!\w)(?:od|do|w|we|po|przed|okolo|kolo) (?P<hit>{_PL_TENS}(?:ym|ego) {_PL_UNITS}(?:[yi]m|i?ego))(?!\w)",
        rf"(?:^|[.!?:,] |\n)(?P<hit>{_PL_TENS}y {_PL_UNITS}[yi])(?=[,.;!?])",
        rf"(?<!\w)(?:w|od|do) (?P<hit>{_PL_TEENS}(?:ym|ego))(?=[,.;!?]| roku)(?: roku)?",
    )


_PATTERNS = {"de": _german, "en": _english, "pl": _polish}
