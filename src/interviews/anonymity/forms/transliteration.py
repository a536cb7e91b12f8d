"""Names in Arabic, Hebrew and Cyrillic letters beside the same in Latin ones, by the sounds both are sure to write."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from interviews.text import fold

# Vowels go first, since scripts leave them out or change them in cases; "^" stands for one at the beginning. Where a
# letter may be written or not, or is heard in two ways, all of them are tried.
_ARABIC = {
    "ا": "", "أ": "", "إ": "", "آ": "", "ء": "", "ئ": "", "ؤ": "", "ى": "", "ة": "", "ع": "", "و": "|v", "ي": "|j",
    "ب": "b", "پ": "b", "ت": "t", "ث": "t", "ج": "j|g", "ح": "h", "خ": "h", "د": "d", "ذ": "d", "ر": "r", "ز": "s",
    "س": "s", "ش": "x", "ص": "s", "ض": "d", "ط": "t", "ظ": "s", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ک": "k",
    "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h|", "چ": "h", "ژ": "j", "ی": "|j", "ڤ": "v",
}  # fmt: skip
_HEBREW = {
    "א": "", "ע": "", "ב": "b|v", "ג": "g", "ד": "d", "ה": "h|", "ו": "|v", "ז": "s", "ח": "h", "ט": "t", "י": "|j",
    "כ": "k|h", "ך": "k|h", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "פ": "b|f", "ף": "f", "צ": "s",
    "ץ": "s", "ק": "k", "ר": "r", "ש": "x|s", "ת": "t",
}  # fmt: skip
_CYRILLIC = {
    "б": "b", "в": "v", "г": "g|h", "ґ": "g", "д": "d", "ж": "j", "з": "s", "к": "k", "л": "l", "м": "m", "н": "n",
    "п": "b", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h", "ц": "s", "ч": "h", "ш": "x", "щ": "x", "ћ": "h",
    "ђ": "j", "љ": "l", "њ": "n", "џ": "j", "ј": "", "ѕ": "s", "ќ": "k", "ѓ": "g",
}  # fmt: skip
_LATIN = (
    ("schtsch", "x"), ("shch", "x"), ("tsch", "h"), ("tch", "h"), ("dsch", "j"), ("sch", "x"), ("szcz", "x"),
    ("sh", "x"), ("sz", "x"), ("cz", "h"), ("kh", "h"), ("ch", "h"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("dj", "j"), ("dz", "j|s"), ("zh", "j"), ("ck", "k"), ("qu", "k"), ("tz", "s"), ("ts", "s"),
    ("ks", "ks"),
    ("p", "b"), ("q", "k"), ("c", "k|s|h"), ("x", "ks"), ("z", "s"), ("w", "v"), ("v", "v|f"), ("f", "f"), ("j", "j|"),
    ("g", "g|j|h"), ("h", "h"), ("y", ""), ("b", "b"), ("d", "d"), ("k", "k"), ("l", "l"), ("m", "m"), ("n", "n"),
    ("r", "r"), ("s", "s"), ("t", "t"),
)  # fmt: skip
_PIECE = re.compile("|".join(re.escape(written) for written, _ in _LATIN) + "|.")
_HEARD = dict(_LATIN)
_SCRIPT = re.compile(r"[\u0400-\u052f\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]+")
# Arabic words that are written together with the next: and, then, for, with, like, and the article.
_ARABIC_PREFIXES = ("و", "ف", "ل", "ب", "ك", "ال", "وال", "لل", "بال", "ول", "وب", "فال")
_CYRILLIC_ENDINGS = tuple(
    (
        "ого ому ими ыми ої ою єю ією ею ами ями ові еві єві ем ом єм им ым ий ый ой ей ая ую ах ях ых их "
        "а у е є і ї и ы о ю я ь й"
    ).split()
)
_MOST_READINGS = 48
# Two consonants tell a short name (Omar, Noor), but not a long one.
_FEWEST, _FEWEST_OF_SHORT, _SHORT = 3, 2, 5


def script_words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text in Arabic, Hebrew or Cyrillic letters."""
    return _SCRIPT.finditer(text)


@lru_cache(maxsize=16384)
def sounds(name: str) -> frozenset[str]:
    """The consonants that a word, in any of the four scripts, may be heard with; empty if too few to tell."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(char))
    if "\u0400" <= plain[:1] <= "\u052f":
        stems, read = _cyrillic_stems(unicodedata.normalize("NFC", name).casefold()), _cyrillic
    elif "\u0590" <= plain[:1] <= "\u05ff":
        stems, read = {plain}, _hebrew
    elif plain[:1] > "\u05ff":
        stems, read = _arabic_stems(plain), _arabic
    else:
        stems, read = _latin_stems(fold(name).replace("-", "").replace("'", "")), _latin
    fewest = _FEWEST_OF_SHORT if len(plain) <= _SHORT else _FEWEST
    return frozenset(key for stem in stems for key in _readings(read(stem)) if len(key) >= fewest)


def _readings(heard: list[str]) -> Iterator[str]:
    """Every way to hear a row of letters."""
    for reading in islice(product(*(one.split("|") for one in heard if one)), _MOST_READINGS):
        yield "".join(reading)


def _arabic(word: str) -> list[str]:
    return ["^" if word[0] in "اأإآعئى" else "", *(_ARABIC.get(letter, "") for letter in word)]


def _hebrew(word: str) -> list[str]:
    return ["^" if word[0] in "אע" else "", *(_HEBREW.get(letter, "") for letter in word)]


def _cyrillic(word: str) -> list[str]:
    single = re.sub(r"(.)\1+", r"\1", word)
    return ["" if word[0] in _CYRILLIC else "^", *(_CYRILLIC.get(letter, "") for letter in single)]


def _latin(word: str) -> list[str]:
    """Vowels are not heard, doubled letters once, an h at the end or a y at the beginning perhaps."""
    single = re.sub(r"(.)\1+", r"\1", word)
    heard = ["^" if single[:1] in tuple("aeiou") else "", *(_HEARD.get(piece, "") for piece in _PIECE.findall(single))]
    if single.endswith("h") and heard[-1] == "h":
        heard[-1] = "h|"
    if single.startswith("y"):
        heard[1] = "j|"
    return heard


def _arabic_stems(word: str) -> set[str]:
    """The word, and what is left without the words that are written together with it."""
    found = {word}
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            found.add(word.removeprefix(prefix))
    return found


def _latin_stems(word: str) -> set[str]:
    """The name, and without an article that Arabic names may carry."""
    return {
        word,
        *(word.removeprefix(article) for article in ("al", "el") if len(word) > 4 and word.startswith(article)),
    }


def _cyrillic_stems(word: str) -> set[str]:
    """The word without the endings of its cases: the consonants of an ending are no part of the name."""
    return {
        word,
        *(word.removesuffix(end) for end in _CYRILLIC_ENDINGS if word.endswith(end) and len(word) - len(end) >= 3),
    }
