"""What restoring capitals to a text in small letters has in common for all languages: letters, cues, listed names."""

import re
from collections.abc import Iterable
from functools import lru_cache

from interviews.anonymity.finders.page import Page, Word
from interviews.anonymity.words.dictionary import is_listed, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import word_set

_LEAST_LETTERS = 3
_WIFE = ("owa", "owej", "ową")


def with_letters(text: str, starts: Iterable[int]) -> str:
    """The text with capitals at these positions, as long as before."""
    letters = list(text)
    for start in starts:
        if len(letters[start].upper()) == 1:
            letters[start] = letters[start].upper()
    return "".join(letters)


def pieces_of(word: Word) -> list[int]:
    """Where the word and its pieces after hyphens begin, short ones (Frankfurt-am-Main) left out."""
    found = re.finditer(r"[^\W\d_]+", word.text)
    return [word.start + piece.start() for piece in found if piece.start() == 0 or len(piece[0]) > _LEAST_LETTERS - 1]


_CODE = re.compile(r"(?<![\w@./-])[a-z]{1,4}(?:[-/][a-z]{1,3})?[-/]?\d[\da-z/-]{2,}(?![\w@])")


def with_codes(text: str) -> str:
    """The text with file numbers as they are written (wg-504/23-1187)."""
    return _CODE.sub(lambda code: code[0].upper(), text)


def announced(page: Page, cues: re.Pattern[str]) -> set[int]:
    """Where a name must stand, for what stands before it."""
    return {match.end() for match in cues.finditer(page.text)}


def is_no_name(folded: str) -> bool:
    """Whether a word is one that holds sentences together."""
    return folded in word_set("no_names")


def may_be_announced(word: Word) -> bool:
    """Whether a word after a cue can be the name."""
    return len(word.text) >= _LEAST_LETTERS and not is_no_name(word.folded) and not is_too_large(word.folded)


def may_follow_given(word: Word) -> bool:
    """Whether a word right after a given name is listed as a family name (Anna Lange) or ends as one (Nowakowej)."""
    return (word.folded in load_names().family or word.text.endswith(_WIFE)) and may_be_announced(word)


@lru_cache(maxsize=65536)
def is_listed_name(text: str, folded: str, language: str) -> bool:
    """Whether a word is a given name or a town by list and nothing else."""
    if is_too_large(folded) or folded in word_set("nationwide") or folded in word_set("everyday"):
        return False
    if is_listed(text.lower(), language) or is_ordinary_word(text.capitalize(), language):
        return False
    return folded in load_names().given or folded in load_towns()
