"""All written forms of a name: inflected, derived, compounded, without diacritics; one logic for search and check."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein

from interviews.anonymity.forms.polish import declines, derives, polish_adjective, polish_pattern
from interviews.anonymity.forms.spellings import sound
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import GENDERED, is_explained, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.text import fold

_DOTTED = {"ä": "ae?", "ö": "oe?", "ü": "ue?", "å": "aa?"}
_SPELLED_OUT = re.compile("ae|oe|ue")
_PERSON_ENDINGS = r"(?:'s|s'|(?<=[sxzh])es'?|s|'|ens|'?sche[nrsm]?|(?:er)?[*:_/]?innen|'[a-z]{1,4})?"
_PLACE_ENDINGS = r"(?:'s|s'|s|'|l?er[ns]?'?|l?erin|l?er[*:_/]?in(?:nen)?|isch\w{0,2}|'[a-z]{1,4})?"
_PLACES = frozenset({EntityType.LOC, EntityType.ORG, EntityType.ADDR})
# Endings that a derived place has lost or gained: Oberbarmen, Oberbarmer; Freiimfelde, Freiimfelder.
_LOST = ("en", "e")
# A shorter name with one letter changed is as likely another name.
_LEAST_FOR_TYPO = 5
_LEAST_FOR_COMPOUND = 5
_MOST_UMLAUTS = 3
_BEFORE_PIECE, _AFTER_PIECE = re.compile(r"\w+"), re.compile(r"\w[\w*:-]*")


@lru_cache(maxsize=16384)
def pattern_for(name: str, type: EntityType, language: str) -> re.Pattern[str]:
    """A pattern for a name in all its regular forms, to be searched in folded text (`interviews.text.Folded`).

    Covers genitives, plurals, derivations of places (-er, -er:innen), hyphen compounds, lost or spelled-out umlauts and
    Polish cases; upper case comes with folding. Typing errors and solid compounds are `resembles`.
    """
    words = [
        word
        for word in re.split(r"[\s-]+", unicodedata.normalize("NFC", name).casefold())
        if any(char.isalnum() for char in word)
    ]
    if not words:
        return re.compile(r"(?!)")
    inner = [
        _written(word) + (r"(?:[rsnm]|e[rsnm]?)?" if len(words) > 1 and type is EntityType.ORG else "")
        for word in words[:-1]
    ]
    last = _last_word(words[-1], type, language)
    if language == "pl":
        inner = [polish_pattern(word) for word in words[:-1]]
    body = r"[\s-]*".join([*inner, last]) if len(words) > 1 else last
    return re.compile(rf"(?<![\w])(?:\w+-)*{body}(?:-\w[\w*:-]*)?(?!\w)")


@lru_cache(maxsize=65536)
def is_form(folded: str, name: str, type: EntityType, language: str) -> bool:
    """Whether the whole of a folded word is a name, itself one word, in a regular form: what `pattern_for` matches.

    The letters of names without hyphens are compared, since making a pattern takes half a millisecond.
    """
    word = unicodedata.normalize("NFC", name).casefold()
    if not _ways_to_write(word):
        return pattern_for(name, type, language).fullmatch(folded) is not None
    return any(_is_inflected(piece, word, type, language) for piece in _pieces(folded))


def _pieces(folded: str) -> Iterator[str]:
    """The pieces between hyphens one of which may be a name."""
    pieces = folded.split("-")
    for at, piece in enumerate(pieces, start=1):
        if at == len(pieces) or _AFTER_PIECE.fullmatch("-".join(pieces[at:])):
            yield piece
        if not _BEFORE_PIECE.fullmatch(piece):
            return


def _is_inflected(folded: str, word: str, type: EntityType, language: str) -> bool:
    if language == "pl":
        return declines(folded, word) or (type is EntityType.LOC and derives(folded, word))
    return any(
        folded.startswith(written) and _ending(joint, type).fullmatch(folded, len(written))
        for stem, joint in _stems(word, type)
        for written in _ways_to_write(stem)
    )


def _last_word(word: str, type: EntityType, language: str) -> str:
    if language == "pl":
        return (
            f"(?:{polish_pattern(word)}|{polish_adjective(word)})" if type is EntityType.LOC else polish_pattern(word)
        )
    stems = "|".join(_written(stem) + joint for stem, joint in _stems(word, type))
    return f"(?:{stems}){_endings(type)}"


def _stems(word: str, type: EntityType) -> list[tuple[str, str]]:
    """What of a word stands before an ending, and a pattern for what is between them."""
    found = [(word, "")]
    if type not in _PLACES:
        return found
    for lost in _LOST:
        if word.endswith(lost) and len(word) - len(lost) >= 4:
            found.append((word.removesuffix(lost), "(?=er|isch)"))
            break
    if word.endswith("el") and len(word) >= _LEAST_FOR_COMPOUND:
        found.append((word.removesuffix("el"), "l(?=er)"))
    if word.endswith("er") and len(word) >= 7:
        found.append((word.removesuffix("er"), "(?:en?)?"))
    return found


def _endings(type: EntityType) -> str:
    if type not in _PLACES:
        return _PERSON_ENDINGS
    return ("(?:(?<=[sdtzk])es)?" if type is EntityType.ORG else "") + _PLACE_ENDINGS


@lru_cache(maxsize=64)
def _ending(joint: str, type: EntityType) -> re.Pattern[str]:
    return re.compile(joint + _endings(type))


@lru_cache(maxsize=16384)
def _ways_to_write(word: str) -> tuple[str, ...]:
    """What `_written` matches, umlauts as one letter or spelled out; nothing where a word has more than letters."""
    written = _written(word)
    if not written.replace("?", "").isalpha() or written.count("?") > _MOST_UMLAUTS:
        return ()
    pieces = re.findall(r"\w\??", written)
    return tuple(map("".join, product(*((piece[0], "") if piece[1:] else (piece,) for piece in pieces))))


@lru_cache(maxsize=16384)
def _written(word: str) -> str:
    """A word as a pattern over folded text, umlauts as one letter or spelled out with e."""
    pieces = [_DOTTED.get(letter) or re.escape(fold(letter)) for letter in word]
    return _SPELLED_OUT.sub(lambda match: match[0] + "?" if "?" not in match[0] else match[0], "".join(pieces)).replace(
        "e??", "e?"
    )


def resembles(word: str, name: str, language: str) -> str:
    """Why a word may be an irregular form of a name, or "": a solid compound, another spelling, a typing error.

    Both are single words as written. Ordinary words never resemble a name.
    """
    word = GENDERED.sub("", word)
    folded, base = fold(word), fold(name)
    if folded[:1] != base[:1] or folded == base or is_ordinary_word(word, language):
        return ""
    if len(base) >= _LEAST_FOR_COMPOUND and folded.startswith(base) and len(folded) - len(base) >= 3:
        rest = word[len(name) :] if len(word) > len(name) else ""
        return (
            "a compound with a name"
            if is_explained(rest.lower(), language) or is_explained(rest.capitalize(), language)
            else ""
        )
    if language == "de" and folded in (base + "en", base + "n") and not {folded} & load_names().family:
        return "an old form of a name"
    if sound(folded) and sound(folded) == sound(base):
        return "another spelling of a name"
    long_enough = min(len(folded), len(base)) >= _LEAST_FOR_TYPO
    forms = (folded, folded.removesuffix("s"))
    if long_enough and any(DamerauLevenshtein.distance(form, base, score_cutoff=1) <= 1 for form in forms):
        return "a name with one letter changed"
    return ""
