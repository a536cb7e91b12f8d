"""Numbers written as words, as patterns over folded text, for German, English and Polish."""

import re
from functools import lru_cache

_UNITS = {
    "de": "null eins ein zwei zwo drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn "
    "vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn",
    "en": "zero oh one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    "pl": "zero jeden jedna dwa dwie trzy cztery piec szesc siedem osiem dziewiec dziesiec "
    "jedenascie dwanascie trzynascie czternascie "
    "pietnascie szesnascie siedemnascie osiemnascie dziewietnascie",
}
_TENS = {
    "de": "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "pl": "dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat "
    "osiemdziesiat dziewiecdziesiat",
}
_DIGITS = {
    "de": "null eins zwei zwo drei vier funf sechs sieben acht neun",
    "en": "zero oh nought one two three four five six seven eight nine double triple",
    "pl": "zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec",
}
# As said between the Alps and the Palatinate: sechsesibbzisch, zwoiazwanzg, neune, verzehn.
NUMBER_IN_DIALECT = (
    r"(?:(?:oa?n|aa?n|eina?|eine|ei|zwe[ie]|zwo[ai]?|zwaa|drei|vie?r|viar|veer|f[uie]mf|funf|sechse?|siebe?n?|sibbe|siwwe"
    r"|acht|ocht|achd|neune?|nei)(?:und|un|ond|ad|a|e|en|ra|ara)?)?"
    r"(?:zwan|drei|vier|ver|funf|fuff|fuf|fuch|sech|siebb?|sibb|siww|achd?|acht|neun|nein)[zs]{1,2}(?:ig|ich|isch|sch|g|k)"
    r"|oans|oins|aans|zwoa|zwoi|zwaa|zwee|dreie|viere|funfe|fimfe?|fenfe|sechse|siebne?|siwwe|sibbe|siem|achte|neune|zehne"
    r"|elfe|zwolfe|d?rizehn|verzehn|vierzeh|fuffzehn?|sechzeh|siebzeh|achtzeh|neunzeh"
)


@lru_cache(maxsize=8)
def number_word(language: str) -> str:
    """A pattern for one whole number below a hundred in words (with hundreds in Polish phone groups)."""
    units, tens = _alternatives(_UNITS, language), _alternatives(_TENS, language)
    if language == "de":
        # Fünfazwanzig and siebnadachtzig are said in Austria and Bavaria.
        return (
            rf"(?:(?:(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und"
            rf"|(?:oan|ein|zwei|zwoa|drei|vier|viar|funf|fimf|sechs|siebe?n|acht|ocht|neun)(?:e?na?|a|ra|ara)d?)?(?:{tens})|(?:{units}))"
        )
    if language in ("en", "pl"):
        return rf"(?:(?:{tens})(?:[ -](?:{units}))?|(?:{units}))"
    return rf"(?:{units}|{tens})"


@lru_cache(maxsize=65536)
def is_number_word(folded: str, language: str) -> bool:
    """Whether a folded word is a number below a hundred, or in German a year (zwoodausendelf)."""
    return _whole_number(language).fullmatch(folded) is not None


@lru_cache(maxsize=8)
def _whole_number(language: str) -> re.Pattern[str]:
    before = r"(?:\w{3,8}(?:[td]aus(?:e|a)?nd|h[ua]nd[ea]rt)(?:und)?)?" if language == "de" else ""
    dialect = f"|{NUMBER_IN_DIALECT}" if language == "de" else ""
    return re.compile(f"{before}(?:{number_word(language)}{dialect})")


@lru_cache(maxsize=8)
def digit_word(language: str) -> str:
    """A pattern for one digit said as a word."""
    return f"(?:{_alternatives(_DIGITS, language)})"


def _alternatives(words: dict[str, str], language: str) -> str:
    chosen = [words[language]] if language in words else list(words.values())
    return "|".join(sorted({word for line in chosen for word in line.split()}, key=lambda word: (-len(word), word)))
