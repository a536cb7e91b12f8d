"""A query for words, answered from postings: the same places as a scan of the texts finds, without the texts."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from interviews.exploration.searching.hits import Hits, join
from interviews.exploration.searching.postings import Postings
from interviews.exploration.searching.vocabulary import Meant
from interviews.exploration.searching.wording import Phrase, Wording
from interviews.exploration.views.speeches import Numbers

_FEW = 2
"""Transcripts that are looked at first where only some places are wanted."""


def is_indexed(wording: Wording) -> bool:
    """Whether the postings alone have the answer; otherwise they only say which transcripts to scan."""
    return all(word.is_chain for phrase in wording.phrases for word in phrase)


def look_up(wording: Wording, postings: Postings, limit: int | None = None) -> Iterator[Hits]:
    """The places of all phrases, in order; where two phrases share words, both.

    They come in portions of whole transcripts: all at once, or, where only so many are wanted, few transcripts first.
    """
    meant = [_meant(phrase, postings) for phrase in wording.phrases]
    for window in _windows(postings, limit):
        found = [_phrase(words, postings, window) for words in meant]
        yield found[0] if len(found) == 1 else join(found).in_order()


def candidates(wording: Wording, postings: Postings) -> Numbers:
    """The transcripts that have, for some phrase, something of each of its words."""
    found: set[int] = set()
    for phrase in wording.phrases:
        having = set(range(len(postings.documents)))
        for word in phrase:
            if all(word.literals):
                said = [postings.said(number) for number in postings.vocabulary.likely(word)]
                chains = np.concatenate([np.zeros(0, dtype=np.int64), *said]).astype(np.int64)
                having &= set(postings.places(chains)[0].tolist())
        found |= having
    return np.array(sorted(found), dtype=np.int64)


def _meant(phrase: Phrase, postings: Postings) -> list[Meant]:
    places = ["only"] if len(phrase) == 1 else ["first", *["middle"] * (len(phrase) - 2), "last"]
    return [postings.vocabulary.meant(word, place) for word, place in zip(phrase, places, strict=True)]


def _windows(postings: Postings, limit: int | None) -> Iterator[tuple[int, int]]:
    """From which chain to which: those of so many transcripts, of ever more."""
    ends = postings.speeches[postings.firsts]
    begin, size = 0, len(ends) if limit is None else _FEW
    while begin < len(ends) - 1:
        end = min(begin + size, len(ends) - 1)
        yield int(ends[begin]), int(ends[end])
        begin, size = end, 8 * size


def _phrase(words: Sequence[Meant], postings: Postings, window: tuple[int, int]) -> Hits:
    first, start, end = _places(words[0], postings, window)
    last = first
    for meant in words[1:]:
        chains, _, ends = _places(meant, postings, window)
        follow = postings.follows[chains]
        chains, ends = chains[follow], ends[follow]
        at = np.searchsorted(chains, last + 1)
        at[at == len(chains)] = 0
        goes_on = chains[at] == last + 1 if len(chains) else np.zeros(len(last), dtype=np.bool_)
        first, start, last, end = first[goes_on], start[goes_on], last[goes_on] + 1, ends[at[goes_on]]
    return _hits(first, last, start, end, postings)


def _places(meant: Meant, postings: Postings, window: tuple[int, int]) -> tuple[Numbers, Numbers, Numbers]:
    """In which chains, in order, a word stands, and from where to where in each."""
    said = [_between(postings.said(number), window) for number, _, _ in meant]
    counts = [len(chains) for chains in said]
    chains = np.concatenate([np.zeros(0, dtype=np.int64), *said]).astype(np.int64)
    start = np.repeat(np.array([start for _, start, _ in meant], dtype=np.int64), counts)
    end = np.repeat(np.array([end for _, _, end in meant], dtype=np.int64), counts)
    if len(meant) > 1:
        order = np.argsort(chains, kind="stable")
        return chains[order], start[order], end[order]
    return chains, start, end


def _between(chains: NDArray[np.uint32], window: tuple[int, int]) -> NDArray[np.uint32]:
    first, last = np.searchsorted(chains, np.array(window, dtype=chains.dtype))
    return chains[first:last]


def _hits(first: Numbers, last: Numbers, start: Numbers, end: Numbers, postings: Postings) -> Hits:
    document, speech = postings.places(first)
    return Hits(document, speech, postings.starts[first] + start, postings.starts[last] + end)
