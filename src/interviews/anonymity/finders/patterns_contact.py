"""Phone numbers, mail and web addresses and handles, written or spoken."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.lines import DIGIT, on_lines_with
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.numerals import digit_word, number_word
from interviews.text import Folded

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63})+")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s,;)]+[\w/]|(?<![\w@.-])[a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,4}\.(?:de|com|org"
    r"|net|eu|pl|uk|info|example|me|io|ch|at|tr|app|tv|link)(?:/[\w./-]*)?(?!\w)"
)
_IN_WEB = re.compile(r"https?://|www\.|\.(?:de|com|org|net|eu|pl|uk|info|example|me|io|ch|at|tr|app|tv|link)(?!\w)")
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z][\w.]{2,}\w")
_PHONE = re.compile(r"(?<![\w/.,-])(?:\+|00)?\(?\d{1,5}\)?(?:[ ]?[-/–. ][ ]?\(?\d{1,8}\)?|\d){1,7}(?![\w])")
_EXTENSION = re.compile(
    r"(?:Durchwahl|Nebenstelle|extension|ext\.|wewnętrzny|wewn\.),? (?:ist |is |die )?(?P<hit>-? ?\d{2,5})(?!\w)"
)
_PHONE_CUE = re.compile(
    r"\b(?:tel|telefon|handy|mobil|nummer|phone|mobile|call|ring|text|number|numer|komorka"
    r"|dzwon|zadzwon|anrufen|ruf|rufen|whatsapp|erreichbar)\w*",
    re.IGNORECASE,
)
_FEWEST_DIGITS, _MOST_DIGITS = 6, 15
# How far before a number without a leading zero or plus a word such as "Telefon" makes it a phone number.
_CUE_DISTANCE = 60
_SPOKEN_AT = r"(?:at|et|aet|klammeraffe|malpa|@)"
# What stands before a preposition that sounds like the sign (email me at jo dot marsh at ...).
_NO_MAILBOX = "me|us|him|her|them|mich|uns|ihn|ich|bin|ist|is|are|was|were|be|it|not|that|mail|email|mir|reach|look"
_SPOKEN_DOT = r"(?:,? ?(?:punkt|dot|kropka),? ?|\.)"
_DOT_WITHIN = re.compile(r"punkt|dot|kropka|\.[a-z0-9-]")
_SPOKEN_JOINT = r"(?:minus|bindestrich|unterstrich|dash|hyphen|underscore|myslnik|podkreslnik|podkreslenie|-|_)"


def find_contacts(page: Page) -> Iterator[Finding]:
    """Everything through which a person can be reached."""
    for matches, reason in (
        (_MAIL.finditer(page.text) if "@" in page.text else (), "a mail address"),
        (on_lines_with(_IN_WEB, _WEB, page.text), "a web address"),
        (_HANDLE.finditer(page.text) if "@" in page.text else (), "a handle"),
    ):
        for match in matches:
            yield Finding(match.start(), match.end(), EntityType.CONTACT, "patterns", reason, 0.98)
    for match in on_lines_with(DIGIT, _EXTENSION, page.text):
        yield Finding(match.start("hit"), match.end("hit"), EntityType.CONTACT, "patterns", "an extension", 0.85)
    for match in on_lines_with(DIGIT, _PHONE, page.text):
        if _is_phone(page.text, match):
            yield Finding(match.start(), match.end(), EntityType.CONTACT, "patterns", "a phone number", 0.9)
    yield from _find_spoken(page)


def _is_phone(text: str, match: re.Match[str]) -> bool:
    digits = sum(char.isdigit() for char in match[0])
    if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        return False
    if re.fullmatch(
        r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}\s?[-–/]\s?\d{4}|\d{1,3}(?:\.\d{3})+|\d{4}-\d{2}-\d{2}", match[0]
    ):
        return False
    if match[0].lstrip("(").startswith(("0", "+")):
        return True
    cued = bool(_PHONE_CUE.search(text, max(0, match.start() - _CUE_DISTANCE), match.start()))
    grouped = bool(re.fullmatch(r"\d{3}[ -]\d{3}[ -]\d{3}|\d{2}[ -]\d{3}[ -]\d{2}[ -]\d{2}", match[0]))
    return cued or grouped


def _find_spoken(page: Page) -> Iterator[Finding]:
    folded = Folded(page.text)
    for matches, reason in (
        (on_lines_with(_DOT_WITHIN, _spoken_mail(), folded.text), "a mail address as spoken"),
        (_spoken_phone(page.language).finditer(folded.text), "a phone number as spoken"),
    ):
        for match in matches:
            span = folded.span(*match.span())
            yield Finding(span.start, span.end, EntityType.CONTACT, "patterns", reason, 0.9)


@lru_cache(maxsize=1)
def _spoken_mail() -> re.Pattern[str]:
    word = "[a-z0-9]{1,40}"
    piece = rf"{word}(?:{_SPOKEN_DOT}{word}|,? {_SPOKEN_JOINT},? {word}|-{word}){{0,6}}"
    ending = rf"[a-z0-9-]{{1,63}}(?:,? {_SPOKEN_JOINT},? {word}){{0,6}}(?:{_SPOKEN_DOT}[a-z0-9-]{{1,63}}){{1,4}}"
    return re.compile(rf"(?<!\w)(?!(?:{_NO_MAILBOX})\b){piece},? {_SPOKEN_AT},? {ending}(?!\w)")


@lru_cache(maxsize=8)
def _spoken_phone(language: str) -> re.Pattern[str]:
    """At least six digits or numbers in words, one after the other, at most commas and dashes between."""
    known = language if language in ("de", "en", "pl") else "de"
    number = (
        rf"(?:{number_word(known)}|{digit_word(known)}|\d{{1,4}}|sto|dwiescie|trzysta|czterysta"
        rf"|piecset|szescset|siedemset|osiemset|dziewiecset)"
    )
    first, least = (number, 4) if known == "pl" else (rf"(?:{digit_word(known)}|0\d+)", 5)
    return re.compile(rf"(?<![\w])(?:plus )?{first}(?:(?:,|\.\.\.|…| -| –| /)?,? {number}){{{least},}}(?!\w)")
