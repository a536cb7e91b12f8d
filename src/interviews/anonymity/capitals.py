"""What restoring capitals to a text in small letters shares between languages: letters, words before and after, cues."""

import re
from collections.abc import Iterable
from functools import lru_cache

from interviews.anonymity.dictionary import is_listed, is_ordinary_word
from interviews.anonymity.names import load_names
from interviews.anonymity.page import Page, Word
from interviews.anonymity.towns import is_too_large, load_towns
from interviews.anonymity.wordlists import word_set

_LEAST_LETTERS = 3
# Right after a title or "ich heiße" stands a name, whatever else the word may be, but for these.
NO_NAMES = frozenset(
    (
        "und oder der die das den dem des ein eine einen einem einer er sie es wir ihr ich du man hat ist war sind bin hatte "
        "wird wurde kann kam kommt geht ging sagt sagte meint meinte hieß heißt auch ja also dann bitte mal schon noch nicht "
        "so sehr immer nur aber wie was wer wo weil wenn dass von vom mit bei aus in im an am auf zu zum zur für über nach "
        "hier da dort jetzt halt eben eigentlich mir mich ihn ihm uns ihnen kinder doktor professor ne nee gell "
        "and or the a an is was were has had he she it they we you i my his her our their said says who that this to of in "
        "on at for with from so but not just there here then when what where how as by do does did would will be been "
        "i a w z na do od po za to nie jest był była że się mi mnie mu jej jego ich też tak już ale co jak która który "
        "powiedział powiedziała mówi mówił mówiła ma miał miała panie pani pana"
    ).split()
)


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


def announced(page: Page, cues: re.Pattern[str]) -> set[int]:
    """Where a name must stand, for what stands before it."""
    return {match.end() for match in cues.finditer(page.text)}


def may_be_announced(word: Word) -> bool:
    """Whether a word after a cue can be the name."""
    return len(word.text) >= _LEAST_LETTERS and word.text not in NO_NAMES and not is_too_large(word.folded)


@lru_cache(maxsize=16384)
def is_listed_name(text: str, folded: str, language: str) -> bool:
    """Whether a word is a given name or a town by list and nothing else."""
    if is_too_large(folded) or folded in word_set("nationwide") or folded in word_set("everyday"):
        return False
    if is_listed(text.lower(), language) or is_ordinary_word(text.capitalize(), language):
        return False
    return folded in load_names().given or folded in load_towns()
