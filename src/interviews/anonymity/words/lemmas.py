"""Words and their dictionary forms, looked up in one sorted text: ready at once, in a tenth of the memory."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from interviews.anonymity.words.prepared import prepared

_LANGUAGES = ("de", "en", "pl")
# Bytes from one index entry to the next: a search through so many takes about a microsecond.
_BLOCK = 1_024


class Lemmas:
    """The dictionary of a language: lines of a word, a tab and its lemma, sorted by the bytes of the word."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        starts = list(_line_starts(lines))
        self._firsts = [lines[start : lines.index(b"\t", start)] for start in starts]
        self._starts = [*starts, len(lines)]

    def of(self, word: str) -> str:
        """The lemma of a word in exactly this spelling, "" where it is not listed."""
        key = word.encode("utf-8", "surrogatepass")
        block = bisect_right(self._firsts, key)
        if not block:
            return ""
        # The line feed before the first line belongs to the block.
        start, end = self._starts[block - 1] - 1, self._starts[block]
        at = self._lines.find(b"\n" + key + b"\t", start, end)
        if at < 0 or b"\n" in key or b"\t" in key:
            return ""
        begin = at + len(key) + 2
        return self._lines[begin : self._lines.index(b"\n", begin)].decode()


def _line_starts(lines: bytes) -> Iterator[int]:
    """Where the first line of each block begins."""
    at = 1
    while 0 < at < len(lines):
        yield at
        at = lines.find(b"\n", at + _BLOCK) + 1


@lru_cache(maxsize=4)
def load_lemmas(language: str) -> Lemmas:
    """The dictionary of simplemma (MIT) for German, English or Polish; an empty one for other languages."""
    if language not in _LANGUAGES:
        return Lemmas(b"\n")
    return Lemmas(prepared(f"lemmas-{language}", ["simplemma"], lambda: _listed(language)))


def _listed(language: str) -> Iterable[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    listed = DefaultDictionaryFactory().get_dictionary(language)
    pairs = sorted((str(word).encode(), str(listed[word])) for word in listed)
    return (f"{word.decode()}\t{root}" for word, root in pairs)
