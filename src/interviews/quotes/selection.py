"""From codings to quotes: which passages may be printed, and which may not."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from interviews.errors import MisuseError, Problem, Severity
from interviews.model import Participant, Quote, Span, Transcript, is_within
from interviews.quotes.citation import citation_id
from interviews.quotes.collection import Quotes
from interviews.quotes.passage import Passage, Passages
from interviews.quotes.rarity import LEAST, Rarity

PRINTABLE = "publication"


def select_quotes(
    codings: pd.DataFrame,
    transcripts: Sequence[Transcript],
    participants: Sequence[Participant] = (),
    *,
    code: str | None = None,
    case: str | None = None,
    min_words: int = 1,
    max_words: int | None = None,
    consent: str | None = PRINTABLE,
    described: Mapping[str, Mapping[str, str]] | None = None,
    k: int = LEAST,
) -> Quotes:
    """Verbatim quotes of coded passages, by transcript and place; a passage coded twice is one quote with both codes.

    `codings` needs the columns transcript, start, end and code; `code` includes its sub-codes. Everyone heard in a
    quote, the team apart, must have the attribute `consent` at the level asked for; `consent=None` asks for none. What
    is left out for lack of consent or of speech is told in `problems`. `described` gives by pseudonym what a reader may
    know of the participants; quotes of those who share some of it with fewer than `k` are marked, not left out.

    Raises MisuseError for an unknown code, and for a transcript that is not given or not anonymized.
    """
    texts = {transcript.name: transcript for transcript in transcripts}
    _refuse_unfit(codings, texts)
    people = {person.name: person for person in participants}
    cutters = {name: Passages(transcript, people) for name, transcript in texts.items()}
    order = _code_order(codings)
    _refuse_unknown(code, order)
    rarity = Rarity(described or {}, k)
    quotes, left_out = [], Counter[tuple[str, str]]()
    for name, span, codes in _passages(codings, code, order):
        passage = cutters[name].cut(span)
        reason = "nothing is said in them" if passage is None else _forbidden(passage, consent)
        if reason or passage is None:
            left_out[name, reason] += 1
        elif (case is None or passage.case == case) and min_words <= len(passage.text.split()) <= (max_words or 10**9):
            quotes.append(_quote(texts[name], span, passage, codes, rarity))
    return Quotes(tuple(quotes), tuple(_problems(left_out)), order)


def _passages(
    codings: pd.DataFrame, code: str | None, order: tuple[str, ...]
) -> Iterator[tuple[str, Span, tuple[str, ...]]]:
    """Every coded stretch once, with all the codes asked for that it carries."""
    found: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    columns = (codings[name].tolist() for name in ("transcript", "start", "end", "code"))
    for name, start, end, path in zip(*columns, strict=True):
        if code is None or is_within(path, code):
            found[name, start, end].add(path)
    place = {path: index for index, path in enumerate(order)}
    for (name, start, end), codes in sorted(found.items()):
        yield name, Span(start, end), tuple(sorted(codes, key=lambda path: place[path]))


def _code_order(codings: pd.DataFrame) -> tuple[str, ...]:
    codes = codings["code"]
    if isinstance(codes.dtype, pd.CategoricalDtype):
        return tuple(codes.cat.categories)
    return tuple(sorted(codes.unique()))


def _forbidden(passage: Passage, consent: str | None) -> str:
    """Why the passage may not be printed; empty if it may."""
    missing = [level for level in passage.consents if consent is not None and level != consent.casefold()]
    if not missing:
        return ""
    if None in missing:
        return f"the consent of a person heard in them is not known (attribute consent: {consent})"
    return f"the consent of a person heard in them is {missing[0]!r}, not {consent!r}"


def _quote(transcript: Transcript, span: Span, passage: Passage, codes: tuple[str, ...], rarity: Rarity) -> Quote:
    shared_by, rare = rarity.of(passage.speaker)
    return Quote(
        citation=citation_id(transcript, span, passage.turn),
        text=passage.text,
        transcript=transcript.name,
        span=span,
        turn=passage.turn,
        speaker=passage.speaker,
        case=passage.case,
        codes=codes,
        consent=next((level for level in passage.consents if level), None),
        shared_by=shared_by,
        rare=rare,
    )


def _problems(left_out: Counter[tuple[str, str]]) -> Iterator[Problem]:
    for (name, reason), count in sorted(left_out.items()):
        passages = "1 passage" if count == 1 else f"{count} passages"
        yield Problem(name, f"{passages} left out: {reason}", Severity.INFO)


def _refuse_unknown(code: str | None, known: tuple[str, ...]) -> None:
    if code is not None and not any(is_within(path, code) for path in known):
        raise MisuseError(f"there is no code {code!r} among the codings; there are: {', '.join(known[:12]) or 'none'}")


def _refuse_unfit(codings: pd.DataFrame, texts: dict[str, Transcript]) -> None:
    named = codings["transcript"].unique().tolist()
    missing = sum(name not in texts for name in named)
    if missing:
        raise MisuseError(f"{missing} transcripts of the codings were not given: pass all transcripts of the project")
    raw = sum(texts[name].version == 0 for name in named)
    if raw:
        raise MisuseError(f"{raw} transcripts are not anonymized yet: quotes come from anonymized text only")
