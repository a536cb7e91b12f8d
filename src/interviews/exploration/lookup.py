"""A query for words, answered from postings: the same places as a scan of the texts finds, without the texts."""

import numpy as np

from interviews.exploration.hits import Hits, join
from interviews.exploration.postings import Postings
from interviews.exploration.speeches import Numbers
from interviews.exploration.wording import Phrase, Word, Wording


def is_indexed(wording: Wording) -> bool:
    """Whether the postings alone have the answer; otherwise they only say which transcripts to scan."""
    return all(word.is_chain for phrase in wording.phrases for word in phrase)


def look_up(wording: Wording, postings: Postings) -> Hits:
    """The places of all phrases, in order; where two phrases share words, both."""
    found = [_phrase(phrase, postings) for phrase in wording.phrases]
    return found[0] if len(found) == 1 else join(found).in_order()


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


def _phrase(phrase: Phrase, postings: Postings) -> Hits:
    if len(phrase) == 1:
        chains, start, end = _places(phrase[0], "only", postings)
        return _hits(chains, chains, start, end, postings)
    first, start, end = _places(phrase[0], "first", postings)
    last = first
    for number, word in enumerate(phrase[1:], 2):
        chains, _, ends = _places(word, "last" if number == len(phrase) else "middle", postings)
        follow = postings.follows[chains]
        chains, ends = chains[follow], ends[follow]
        at = np.searchsorted(chains, last + 1)
        at[at == len(chains)] = 0
        goes_on = chains[at] == last + 1 if len(chains) else np.zeros(len(last), dtype=np.bool_)
        first, start, last, end = first[goes_on], start[goes_on], last[goes_on] + 1, ends[at[goes_on]]
    return _hits(first, last, start, end, postings)


def _places(word: Word, place: str, postings: Postings) -> tuple[Numbers, Numbers, Numbers]:
    """In which chains, in order, a word stands, and from where to where in each."""
    meant = postings.vocabulary.meant(word, place)
    said = [postings.said(number) for number, _, _ in meant]
    counts = [len(chains) for chains in said]
    chains = np.concatenate([np.zeros(0, dtype=np.int64), *said]).astype(np.int64)
    start = np.repeat(np.array([start for _, start, _ in meant], dtype=np.int64), counts)
    end = np.repeat(np.array([end for _, _, end in meant], dtype=np.int64), counts)
    if len(meant) > 1:
        order = np.argsort(chains, kind="stable")
        return chains[order], start[order], end[order]
    return chains, start, end


def _hits(first: Numbers, last: Numbers, start: Numbers, end: Numbers, postings: Postings) -> Hits:
    document, speech = postings.places(first)
    return Hits(document, speech, postings.starts[first] + start, postings.starts[last] + end)
