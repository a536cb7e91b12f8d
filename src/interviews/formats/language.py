"""Which language a transcript is in: by its most common words, and by a dictionary where those do not decide."""

import re

_COMMON = {
    "de": "und die der das ist nicht ich wir sie es ein eine auch auf mit dass aber dann war haben hat so für von im "
    "wie was man noch da ja den dem zu sich schon mal weil wenn oder hier sind",
    "en": "the and to of that it you is was in we they have for but not on with this are what there be so my at do "
    "or if about just from had your would were",
    "pl": "i nie to się że na w jest z jak tak do ale po co już tu tam są był była było tylko jeszcze może bo dla od "
    "przez ja my pan pani mam czy jakby też",
}
_LISTS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
# In talk, every third to second word is one of these; in any other language hardly one in ten.
_SHARE = 0.2
_LEAD = 1.7
# A longer text with so few of them is in none of these languages, and needs no dictionary to tell.
_FOREIGN = 0.12
_ENOUGH = 50
_WORDS = 3_000
# So many words of the text must be in a language's dictionary before the dictionary alone decides.
_KNOWN = 0.7


def guess_language(text: str) -> str | None:
    """`de`, `en` or `pl`; None where the text is in none of them, or too short to tell."""
    words = re.findall(r"[^\W\d_]+", text.casefold())[:_WORDS]
    if not words:
        return None
    shares = {language: sum(word in common for word in words) / len(words) for language, common in _LISTS.items()}
    best, second = sorted(shares, key=lambda language: -shares[language])[:2]
    if len(words) >= 10 and shares[best] >= _SHARE and shares[best] >= _LEAD * shares[second]:
        return best
    foreign = len(words) >= _ENOUGH and shares[best] < _FOREIGN
    return None if foreign or len(words) < 3 else _by_dictionary(" ".join(words))


def _by_dictionary(text: str) -> str | None:
    import simplemma  # its dictionaries take seconds to load and are rarely needed

    ranked = [pair for pair in simplemma.langdetect(text, lang=("de", "en", "pl")) if pair[0] != "unk"]
    if len(ranked) < 2:  # no word is in any dictionary
        return None
    (best, share), (_, second) = sorted(ranked, key=lambda pair: -pair[1])[:2]
    return best if share >= _KNOWN and share >= _LEAD * second else None


# Names that recognizers write instead of a code; of the many they know, those that the study's languages and its
# neighbours need, and what else is often spoken by interviewees.
_NAMES = {
    "german": "de", "deutsch": "de", "deu": "de", "ger": "de", "english": "en", "englisch": "en", "eng": "en",
    "polish": "pl", "polski": "pl", "polnisch": "pl", "pol": "pl", "arabic": "ar", "turkish": "tr", "ukrainian": "uk",
    "russian": "ru", "persian": "fa", "farsi": "fa", "french": "fr", "spanish": "es", "italian": "it", "romanian": "ro",
    "bulgarian": "bg", "serbian": "sr", "croatian": "hr", "bosnian": "bs", "albanian": "sq", "greek": "el",
    "portuguese": "pt", "dutch": "nl", "danish": "da", "swedish": "sv", "norwegian": "no", "finnish": "fi",
    "czech": "cs", "slovak": "sk", "hungarian": "hu", "hebrew": "he", "hindi": "hi", "urdu": "ur", "vietnamese": "vi",
    "chinese": "zh", "mandarin": "zh", "japanese": "ja", "korean": "ko", "somali": "so", "amharic": "am",
    "kurdish": "ku", "pashto": "ps", "swahili": "sw", "lithuanian": "lt", "latvian": "lv", "estonian": "et",
    "slovenian": "sl", "macedonian": "mk", "catalan": "ca", "basque": "eu", "galician": "gl", "welsh": "cy",
    "swiss german": "de",
}  # fmt: skip


def language_code(name: str | None) -> str | None:
    """The code of a language that a file names as `de`, `de-CH`, `German` or `deu`; None for what names none."""
    plain = (name or "").strip().casefold().replace("_", "-")
    known = _NAMES.get(plain)
    if known is not None:
        return known
    first = plain.partition("-")[0]
    code = _NAMES.get(first, first)
    return code if re.fullmatch(r"[a-z]{2,3}", code) and code not in ("und", "mul", "zxx") else None
