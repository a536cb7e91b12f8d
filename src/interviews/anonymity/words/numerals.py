"""Numbers written as words, as patterns over folded text, for German, English and Polish."""

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


@lru_cache(maxsize=8)
def digit_word(language: str) -> str:
    """A pattern for one digit said as a word."""
    return f"(?:{_alternatives(_DIGITS, language)})"


def _alternatives(words: dict[str, str], language: str) -> str:
    chosen = [words[language]] if language in words else list(words.values())
    return "|".join(sorted({word for line in chosen for word in line.split()}, key=lambda word: (-len(word), word)))
