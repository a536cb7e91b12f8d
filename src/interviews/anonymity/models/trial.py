"""Trying what is learned on interviews that were held out: what it finds there that the other finders missed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from interviews.anonymity.finders.detection import detect
from interviews.anonymity.finders.page import Page
from interviews.anonymity.finders.small_letters import with_capitals
from interviews.anonymity.forms.closing import close
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.models.decided import Decided
from interviews.anonymity.models.tagger import LEARNED, OUTSIDE, Tagger, train
from interviews.anonymity.models.traits import traits_of
from interviews.model import Span

THRESHOLDS = (0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
# What a person who judges the proposals can bear beside the others, in 1,000 words.
MOST_FALSE = 5.0


class Lesson:
    """A decided interview made ready for learning."""

    def __init__(self, decided: Decided) -> None:
        self.decided = decided
        self.page = with_capitals(Page(decided.text, decided.language))
        self.traits = traits_of(self.page)
        self.detected = [mention.span for mention in detect(decided.text, decided.language)]

    @cached_property
    def types(self) -> list[str]:
        """The type of every word of the page, `O` for those that were not replaced."""
        types = [OUTSIDE] * len(self.page.words)
        for span, type_ in self.decided.replaced:
            start, end = self.page.place(span)
            first = bisect_right(self.page.words, start, key=lambda word: word.end)
            last = bisect_left(self.page.words, end, key=lambda word: word.start)
            types[first:last] = [type_ if type_ in LEARNED else OUTSIDE] * (last - first)
        return types


@dataclass(frozen=True, slots=True)
class Trial:
    """What one tagger did in the interviews that it was not trained on, at each of the thresholds."""

    found: tuple[int, ...]
    """Passages that the other finders missed and this one found."""
    false: tuple[int, ...]
    """Proposals that were not accepted and that no other finder made."""
    missed: int
    """All passages that the other finders missed."""
    words: int


def run_trial(learned_from: Sequence[Lesson], held_out: Sequence[Lesson], seed: int) -> Trial:
    """Train on some interviews and count in others, where the names of the first are searched as always."""
    tagger = train_on(learned_from, seed)
    names = frozenset(name for lesson in learned_from for name in lesson.decided.names)
    return total(_in_one(lesson, tagger, names) for lesson in held_out)


def train_on(lessons: Sequence[Lesson], seed: int) -> Tagger | None:
    """A tagger from these interviews; None where nothing was replaced in them."""
    try:
        return train([(lesson.traits, lesson.types) for lesson in lessons], seed)
    except ValueError:
        return None


def total(trials: Iterable[Trial]) -> Trial:
    """Several trials as one."""
    every = list(trials)
    found, false = ([sum(at) for at in zip(*figures, strict=True)] for figures in _figures(every))
    return Trial(tuple(found), tuple(false), sum(one.missed for one in every), sum(one.words for one in every))


def _figures(trials: Sequence[Trial]) -> Iterator[list[tuple[int, ...]]]:
    nothing = (0,) * len(THRESHOLDS)
    yield [nothing, *(trial.found for trial in trials)]
    yield [nothing, *(trial.false for trial in trials)]


def _in_one(lesson: Lesson, tagger: Tagger | None, names: Iterable[Name]) -> Trial:
    text, replaced = lesson.decided.text, lesson.decided.replaced
    known = [*lesson.detected, *(mention.span for mention in close(text, names, lesson.decided.language))]
    missed = [span for span, type_ in replaced if type_ in LEARNED and not is_covered(span, text, known)]
    right = [*known, *(span for span, _ in replaced)]
    found, false = [], []
    for seen in _seen(lesson, tagger):
        found.append(sum(is_covered(span, text, [*known, *seen]) for span in missed))
        false.append(sum(not any(span.overlaps(other) for other in right) for span in seen))
    return Trial(tuple(found), tuple(false), len(missed), len(text.split()))


def _seen(lesson: Lesson, tagger: Tagger | None) -> Iterator[list[Span]]:
    """What the tagger sees at each threshold."""
    probabilities = tagger.probabilities(lesson.traits) if tagger else None
    for threshold in THRESHOLDS:
        findings = tagger.above(threshold, lesson.page, probabilities) if tagger and probabilities is not None else ()
        yield [lesson.page.span(finding.start, finding.end) for finding in findings]


def is_covered(span: Span, text: str, known: Iterable[Span]) -> bool:
    """Whether every letter and digit of a passage is in one that is known."""
    near = [other for other in known if other.overlaps(span)]
    return all(
        any(other.start <= at < other.end for other in near) or not text[at].isalnum()
        for at in range(span.start, span.end)
    )
