"""Searching: every place where a word, a phrase or a regular expression is said."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from interviews.exploration.naming import require_count, require_words
from interviews.exploration.searching.concordance import Concordance
from interviews.exploration.searching.hits import Hits, join
from interviews.exploration.searching.likeness import Likeness
from interviews.exploration.searching.lookup import is_indexed
from interviews.exploration.searching.scan import Expression, scan
from interviews.exploration.searching.sieve import Sieve, Wanted
from interviews.exploration.searching.wording import Wording, read_wording
from interviews.exploration.searching.words import Words, index_words
from interviews.exploration.views.view import View
from interviews.model import Coding, Participant, Transcript


def search(
    transcripts: Sequence[Transcript],
    participants: Sequence[Participant],
    query: str,
    *,
    role: Wanted = None,
    case: Wanted = None,
    transcript: Wanted = None,
    speaker: Wanted = None,
    within: View | None = None,
    context: int = 60,
    limit: int | None = None,
    regex: bool = False,
    forms: bool = False,
    fuzzy: bool = False,
    words: Words | None = None,
    known: Callable[[], Iterable[Coding]] = tuple,
) -> Concordance:
    """Every place where `query` is said, with up to `context` characters of the same turn on either side.

    Upper case and diacritics make no difference. Words match as a whole; `*` stands for any part of a word, so
    `*wohnung*` finds the Sozialwohnungen, and Bewohner:innen finds the Bewohner*innen and the BewohnerInnen. Several
    words are a phrase, with any white space between; of phrases in quotation marks, `"hohe Miete" "teure Wohnung"`,
    each is found. With `forms`, also the other forms of a word: gehen finds ging; with `fuzzy`, also misspelled ones: a
    typo in words from four letters on, two from eight. With `regex`, the query is a regular expression over the text
    as it is, upper case making no difference; it is stopped after five seconds. Labels of speakers are not searched.

    `role`, `case`, `transcript` and `speaker` (a participant, or a label) take a name or several; `within` keeps the
    places inside these codings; `limit` the first so many. `words` is an index of the same transcripts, `known` what
    is coded in them already: `code` of the result leaves that out.

    Raises MisuseError for a query without a word, an invalid or endless regular expression, an unknown name, and a
    negative number.
    """
    require_words("the search query", query)
    require_count("context", context)
    require_count("limit", 0 if limit is None else limit)
    if (forms or fuzzy) and not regex:
        words = words or index_words(transcripts)
    texts = words.transcripts if words else tuple(sorted(transcripts, key=lambda one: one.name))
    sieve = Sieve(texts, participants, role=role, case=case, transcript=transcript, speaker=speaker, within=within)
    if regex:
        found = _scanned(Expression(query), texts, np.flatnonzero(sieve.documents))
    else:
        likeness = Likeness(words, forms=forms, fuzzy=fuzzy) if words and (forms or fuzzy) else None
        found = _found(read_wording(query, likeness), texts, words, sieve, limit)
    hits = _first(found, sieve, limit)
    source = f"search{' (regex)' if regex else ''}: {query}"
    return Concordance(texts, participants, hits, context=context, source=source, known=known)


def _found(
    wording: Wording, texts: Sequence[Transcript], words: Words | None, sieve: Sieve, limit: int | None
) -> Iterator[Hits]:
    """The places in order, in portions; without an index, or where it does not suffice, by reading the texts."""
    if words and is_indexed(wording):
        yield from (_untangled(hits, wording, texts) for hits in words.look_up(wording, limit))
        return
    documents = sieve.documents
    likely = words.candidates(wording) if words else np.arange(len(texts))
    for number in likely[documents[likely]].tolist():
        yield scan(number, texts[number], wording)


def _untangled(hits: Hits, wording: Wording, texts: Sequence[Transcript]) -> Hits:
    """Where two places share words, only reading from left to right tells which of them counts."""
    crowded = hits.crowded()
    if not len(crowded):
        return hits
    anew = [scan(number, texts[number], wording) for number in crowded.tolist()]
    return join([hits.take(~np.isin(hits.document, crowded)), *anew]).in_order()


def _scanned(expression: Expression, texts: Sequence[Transcript], numbers: np.ndarray) -> Iterator[Hits]:
    return (expression.scan(number, texts[number]) for number in numbers.tolist())


def _first(found: Iterator[Hits], sieve: Sieve, limit: int | None) -> Hits:
    """The first places that are wanted; no more is read than is needed for them."""
    kept: list[Hits] = []
    count = 0
    for hits in found:
        kept.append(sieve.keep(hits))
        count += len(kept[-1])
        if limit is not None and count >= limit:
            break
    return join(kept).take(slice(limit))
