"""Ages as people tell them in German: mit acht, der Kleine vier, ein Mädchen von sieben; over folded text."""

import re
from functools import lru_cache

from interviews.anonymity.words.numerals import NUMBER_IN_DIALECT, number_word

_NUMBER = (
    rf"(?:\d{{1,2}}(?:[.,]5)?|(?:ein)?hundert(?:{number_word('de')})?|{number_word('de')}(?:einhalb)?"
    rf"|anderthalb|fuff(?:zehn|zig)|(?:{NUMBER_IN_DIALECT})(?!\w))"
)
_TEENS_OR_MORE = (
    r"(?:1[1-9]|[2-9]\d|(?:drei|vier|funf|sech|sieb|acht|neun)zehn|(?:[a-z]{3,6}und)?(?:zwanzig|dreissig|vierzig"
    r"|funfzig|sechzig|siebzig|achtzig|neunzig))"
)
_ORDINAL = (
    r"(?:\d{1,3}\.|(?:ersten|zweiten|dritten|vierten|funften|sechsten|siebten|achten|neunten|zehnten|elften|zwolften"
    r"|[a-z]{3,5}zehnten|[a-z]{0,9}zigsten|[a-z]{0,9}ssigsten|hundertsten))"
)
_TENS = "(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|[2-9]0)"
_SOMEBODY = (
    r"(?:grosse|kleine|alteste|jungste|mittlere|kleinste|grosste|altere|jungere|mann|frau|sohn|tochter"
    r"|bruder|schwester"
    r"|mutter|vater|mama|papa|junge|bub|madchen|madel|oma|opa|enkel|enkelin|baby|kind|neffe|nichte|cousin"
    r"|cousine|tante"
    r"|onkel|freund|freundin|schwager|schwagerin|nachbar|nachbarin|dame|zwillinge|schwiegermutter|schwiegervater)[rn]?"
)
_SEVERAL = (
    r"(?:kinder|jungs|jungen|buben|sohne|tochter|enkel|enkelkinder|madels|madchen|geschwister|bruder|schwestern"
    r"|zwillinge|drillinge)"
)
_SOFT = (
    r"(?:(?:jetzt|nun|erst|gerade|grad|heute|inzwischen|auch|mittlerweile|damals|fast|knapp|ungefahr|etwa|bald|schon"
    r"|nu|ooch|och|aa|a|scho|jetz|jetze|jetzad|grod|selber|selbst|eh|doch|eigentlich|dort|nich|net|ned|halt|grad mal"
    r"|gerade mal"
    r"|da|noch|kaum|locker|bestimmt|circa|heuer|gut|weit"
    r"|vielleicht|ja|so|um die|immerhin|nur|mal|keine|nicht mal|uber|glaub ich|ich glaub|dann|eben|doch|wohl|also) )*"
)
_FREE = (
    r"(?=\s*(?:[.,;:!?)…–-](?!\d)|$|\n|(?:und|oder|geworden|bin|war|ist|sind|gewesen|als|wie|wo|ne|ja"
    r"|jetzt|damals|halt"
    r"|glaub)\b))"
)
_DOES = (
    r"(?:hat|hab|habe|hatte|haben|hast|war|waren|bin|ist|sind|kam|ging|musste|muss|durfte|darf|konnte|kann|wollte"
    r"|will|wurde"
    r"|fing|lernte|zog|stand|sass|weiss|wusste|schon|noch|allein|weg|los|nach|aus|das|da|in|ins|die|wieder|geheiratet"
    r"|gestorben"
    r"|angefangen|gekommen)\b"
)
# What goes on after an age: elf, acht und fünf; der andere ist neun.
CHAIN = re.compile(
    rf"(?: jahre)?(?:,| und| oder|, und| bis) (?:(?:der|die|das|mein\w*|sein\w*|ihr\w*|unser\w*|ich|er"
    rf"|sie) (?:[a-z]+ )?"
    rf"(?:ist |war |wird |mit )?)?(?P<hit>{_NUMBER}){_FREE}"
)
# After an age was told, another number is one, too: the other's answer, or what the papers say.
CORRECTION = re.compile(
    rf"(?:[.?!,;:–]|\.\.\.)[^a-z]{{0,24}}(?:[a-z]{{1,14}}: )?(?:(?:na|nein|nee|ja|also|eigentlich|offiziell|wirklich"
    rf"|echt"
    rf"|in wirklichkeit|(?:auf|im|in|laut) (?:dem |den |meinem |der )?(?:papier|papieren|pass|ausweis|akte|bescheid)"
    rf"(?: war ich| stand| bin ich| steht)?),? )*(?P<hit>{_TEENS_OR_MORE}){_FREE}"
)
# Said before a number of years, part of the age.
ABOUT = re.compile(
    r"\b(?:(?:so )?um die|(?:weit|gut|knapp|etwas) uber|knapp|fast|uber|gut|kaum|beinahe?|ungefahr|etwa|circa|anfang"
    r"|mitte|ende) $"
)


@lru_cache(maxsize=1)
def spoken_ages() -> tuple[str, ...]:
    """Patterns with a group `hit`."""
    unit = "(?: jahren?| monaten?| wochen| tage)?"
    return (
        rf"(?<!\w){_SOMEBODY}(?: ist| is| isch| war| wird| sind| waren|,| mit)? {_SOFT}(?P<hit>{_NUMBER}){_FREE}",
        rf"(?<!\w){_SOMEBODY} \((?P<hit>{_NUMBER})\)",
        rf"(?<!\w){_SOMEBODY} (?:von|mit) {_SOFT}(?P<hit>{_NUMBER}{unit})(?!\w)",
        rf"(?<!\w){_SEVERAL}n?(?: im alter)?(?: von| zwischen)?,? (?P<hit>{_NUMBER})(?=, | und | oder |[.;])",
        rf"(?:, |und )(?:ich|er|sie),? (?P<hit>{_NUMBER}){_FREE}",
        rf"(?:^|[.!?] |\n)(?:ich|er|sie) (?P<hit>{_NUMBER}){_FREE}",
        rf"(?<!\w)(?:war|ist|wird|wurde) (?:(?:der|die|mein\w*|unser\w*|ihr\w*|sein\w*) )?[a-z]+ "
        rf"(?:grad|gerade|erst|schon|jetzt|noch|da|auch|dann) {_SOFT}(?P<hit>{_NUMBER}(?: monate| wochen)?){_FREE}",
        rf"(?<!\w)ich, (?P<hit>{_NUMBER})(?=[,.;])",
        rf"(?<!\w)(?<!das )(?<!es )(?<!des )(?<!dit )(?:war|warst|bin|ist|is|isch|wird|werd|werde|bist|bisch|wirst"
        rf"|wurde) "
        rf"(?:(?:ich|ick|i|er|sie|du|der|die) )?{_SOFT}"
        rf"(?P<hit>{_NUMBER}(?: monate| wochen| jahre)?){_FREE}",
        rf"(?<!\w)(?<!wir )(?<!es )(?<!das )(?:sind|waren) {_SOFT}(?P<hit>{_NUMBER}){_FREE}",
        rf"(?<!\w)(?:werd|wird|werde|werden) (?:(?:ich|er|sie) )?(?:im [a-z]+|dieses jahr|nachstes jahr|bald|morgen"
        rf"|heuer) "
        rf"(?:schon |auch )?(?P<hit>{_NUMBER}){_FREE}",
        rf"(?<!\w)mit {_SOFT}(?P<hit>{_NUMBER})(?= {_DOES})",
        rf"(?<!\w)mit (?P<hit>(?!eins?\b|zwei\b|drei\b|[1-3]\b){_NUMBER})(?=[.;!?]|, (?!{_NUMBER}))",
        rf"(?<!\w)(?:mit|ab|seit ich) {_SOFT}(?P<hit>{_NUMBER} jahren)(?!\w)(?! (?:erfahrung|verspatung))",
        rf"(?<!\w)(?:als|bis|seit|wo|wenn|bevor|ehe|nachdem) (?:ich|er|sie|wir|(?:mein|sein|ihr"
        rf"|unser)\w* [a-z]+|(?:der|die) [a-z]+) {_SOFT}"
        rf"(?P<hit>{_NUMBER}{unit})(?= (?:war|waren|wurde|wurden|bin|ist|bist|werde|wird)\b)",
        rf"(?<!\w)(?P<hit>{_NUMBER}{unit})(?= (?:geworden|gewesen)\b)",
        rf"(?<!\w)(?:auf die|an die|noch keine|richtung|uber|unter|um die|knapp|ende|mitte|anfang) (?P<hit>{_TENS})"
        rf"(?=[.,;!?](?!\d)| (?:zu|war|bin|ist|und|gewesen)\b)",
        rf"(?<!\w)(?:wie alt|alter)[^.?!\n]{{0,40}}\?\s*(?:\w{{1,14}}: )?(?:(?:na|also|ja|jetzt|schon|so|gerade"
        rf"|ich),? )*"
        rf"(?P<hit>{_NUMBER}){_FREE}",
        rf"(?<!\w)im alter (?:von|zwischen) {_SOFT}(?P<hit>{_NUMBER}(?: jahren?| monaten?| wochen)?)(?!\w)",
        rf"(?<!\w)mit (?:gerade mal|knapp|gerade|grad|nur|erst|schon|fast|kaum|uber|zarten|stolzen|so) "
        rf"(?P<hit>{_NUMBER})(?=[.,;!?]| {_DOES})",
        rf"(?<!\w)(?P<hit>(?:mitt|end|anfang){_TENS}er(?:in)?)(?!\w)",
        rf"(?<=[a-z]), (?:(?:knapp|weit|gut|etwas|kurz) )?(?:uber|unter|um die|vor|an die) (?P<hit>{_TENS})(?=[,.])",
        rf"(?<!\w)(?P<hit>{_TENS} plus)(?!\w)",
        rf"(?<!\w)(?P<hit>{_ORDINAL} geburtstag)(?!\w)",
        rf"(?<!\w){_SOMEBODY} (?:ist|war) {_SOFT}"
        rf"(?P<hit>(?:ein halbes jahr|ein jahr|einen monat|ein paar (?:monate|wochen|tage))){_FREE}",
        rf"(?<!\w)(?P<hit>{_NUMBER} j\.)(?!\w)",
        rf"(?<!\w)(?:junger|alter)(?: als [a-z]+)?, (?:(?:also|jetzt|ist|sie|er|der|die|wird|war) )*"
        rf"(?P<hit>{_TEENS_OR_MORE}){_FREE}",
        rf"(?<=[a-z]), (?P<hit>{_TEENS_OR_MORE})(?= und {_TEENS_OR_MORE}[.;])",
        rf"(?<!\w)von (?P<hit>{_TEENS_OR_MORE})(?= bis {_TEENS_OR_MORE} {_DOES})",
        rf"(?<!\w)(?:keine|kinder|alle|kleinen) (?:unter|uber|ab) (?P<hit>{_NUMBER}){_FREE}",
        rf"(?<!\w){_SOMEBODY}, (?:(?:so|also|vielleicht|schon) )*(?:um die|uber|knapp|fast|anfang|mitte|ende) "
        rf"(?P<hit>{_TENS}){_FREE}",
        rf"(?:^|[.!?:,] |\n)(?P<hit>{_NUMBER})(?= (?:ist|is|wird) (?:er|sie|die|der|meine?) )",
        rf"(?:^|[.!?:] |\n)(?P<hit>(?!eins?\b|zwei\b){_NUMBER})(?= (?:war|bin|wird) (?:ich|ick|er|sie)\b)",
    )
