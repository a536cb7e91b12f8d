"""Finding a passage again, even after the text around it or in it has changed."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from interviews.model import Span

CONTEXT = 32
# Below this similarity (0-100) a passage is reported as gone rather than guessed.
LEAST_SIMILARITY = 80.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage by its words, the words around it, and where it stood."""

    exact: str
    prefix: str
    suffix: str
    start: int


def describe(text: str, span: Span) -> Anchor:
    """What is needed to find `span` of `text` again with `locate`."""
    if span.end > len(text):
        raise ValueError(f"the text has {len(text)} characters, the span ends at {span.end}")
    return Anchor(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
    )


def locate(text: str, anchor: Anchor) -> Span | None:
    """Where the passage stands in `text`, or None if nothing there is like it.

    In its own text that is exactly where it was described. In a changed one, verbatim occurrences come first, the one
    with the most similar surroundings and then the nearest; without any, the most similar passage.
    """
    here = Span(anchor.start, anchor.start + len(anchor.exact))
    if here.end <= len(text) and _surroundings(text, here, anchor) == 2.0 and here.of(text) == anchor.exact:
        return here
    if not anchor.exact:
        return None
    verbatim = _occurrences(text, anchor.exact)
    if verbatim:
        return max(verbatim, key=lambda span: (_surroundings(text, span, anchor), -abs(span.start - anchor.start)))
    best = fuzz.partial_ratio_alignment(anchor.exact, text, score_cutoff=LEAST_SIMILARITY)
    return Span(best.dest_start, best.dest_end) if best and len(anchor.exact) <= len(text) else None


def _occurrences(text: str, words: str) -> list[Span]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def _surroundings(text: str, span: Span, anchor: Anchor) -> float:
    """How well the words before and after fit, from 0 to 2."""
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    if before == anchor.prefix and after == anchor.suffix:
        return 2.0
    return float(fuzz.ratio(before, anchor.prefix) + fuzz.ratio(after, anchor.suffix)) / 100
