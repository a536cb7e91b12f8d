"""Which quotes a page shows: telling ones, from different people, none shown twice if there is another."""

from collections.abc import Collection, Mapping, Sequence

from interviews.findings.keyness import pick
from interviews.model import Quote, is_within

# A pull-quote shorter than this says little, a longer one is no longer pulled.
FEWEST_WORDS, MOST_WORDS = 8, 60
# So many times more are ranked than shown, to find different voices among them.
_SPARE = 4


def quotes_about(quotes: Sequence[Quote], theme: str | None = None, case: str | None = None) -> list[Quote]:
    """The quotes of a theme with its sub-codes, of a case, or of both."""
    return [
        quote
        for quote in quotes
        if (theme is None or any(is_within(code, theme) for code in quote.codes))
        and (case is None or quote.case == case)
    ]


def choose_quotes(
    quotes: Sequence[Quote],
    weights: Mapping[str, float],
    n: int,
    *,
    shown: Collection[Quote] = (),
    language: str | None = None,
    most_words: int = MOST_WORDS,
) -> tuple[Quote, ...]:
    """Up to `n` quotes by the weight of their words, no two of the same passage, a new voice before a known one.

    Those of handy length come first, and those that share words with a quote in `shown` only when nothing is left.
    """
    ordered = sorted(quotes, key=lambda quote: (quote.transcript, quote.span, quote.citation))
    pool = [quote for quote in ordered if FEWEST_WORDS <= len(quote.text.split()) <= most_words] or ordered
    pool = [quote for quote in pool if not _meets(quote, shown)] or pool
    chosen = pick([quote.text for quote in pool], weights, _SPARE * n, language)
    apart: list[Quote] = []
    for index in chosen:
        if not _meets(pool[index], apart):
            apart.append(pool[index])
    return _from_different_people(apart, n)


def _meets(quote: Quote, others: Collection[Quote]) -> bool:
    """Whether it shares words with one of the others: two coders often cut the same passage differently."""
    return any(other.transcript == quote.transcript and other.span.overlaps(quote.span) for other in others)


def _from_different_people(ranked: Sequence[Quote], n: int) -> tuple[Quote, ...]:
    """The first `n`, a new voice always before a second quote of the same."""
    rounds: dict[tuple[str, str], int] = {}
    keyed = []
    for place, quote in enumerate(ranked):
        voice = (quote.transcript, quote.speaker)
        keyed.append((rounds.get(voice, 0), place, quote))
        rounds[voice] = rounds.get(voice, 0) + 1
    return tuple(quote for _, _, quote in sorted(keyed, key=lambda entry: entry[:2])[:n])
