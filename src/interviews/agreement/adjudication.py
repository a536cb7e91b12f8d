"""What two coders have to settle: the codings in which they differ, side by side and in reading order."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interviews.model import Coding, Span, Transcript


class Difference(StrEnum):
    """How two coders differ."""

    BORDERS = "borders"
    """The same code, on other words."""
    CODE = "code"
    """Another code on words that overlap."""
    ONE = "one"
    """Only one of them coded."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Codings of one transcript in which two coders differ; one of the two may have none."""

    difference: Difference
    first: tuple[Coding, ...]
    second: tuple[Coding, ...]

    @property
    def codings(self) -> tuple[Coding, ...]:
        """Those of both."""
        return (*self.first, *self.second)

    @property
    def transcript(self) -> str:
        """Id of the transcript."""
        return self.codings[0].transcript

    @property
    def span(self) -> Span:
        """From the first word that either coded to the last one."""
        return Span(min(one.span.start for one in self.codings), max(one.span.end for one in self.codings))


def find_disagreements(
    codings: Iterable[Coding], transcripts: Sequence[Transcript], first: str, second: str
) -> list[Disagreement]:
    """The disagreements of two coders in the transcripts that both coded, each coding in at most one.

    They cover the very stretches that `compare` counts as disagreement: what lies outside of speech does not matter,
    nor into how many pieces the same words were coded. Codings of another text version than the transcript's are left
    out, and empty ones.
    """
    versions = {transcript.id: transcript.version for transcript in transcripts}
    by_text: dict[str, list[Coding]] = defaultdict(list)
    for coding in codings:
        if coding.coder in (first, second) and coding.version == versions.get(coding.transcript) and len(coding.span):
            by_text[coding.transcript].append(coding)
    shared = (one for one in transcripts if len({coding.coder for coding in by_text[one.id]}) == 2)
    return [found for one in shared for found in _of_transcript(by_text[one.id], one, first)]


def _of_transcript(codings: list[Coding], transcript: Transcript, first: str) -> list[Disagreement]:
    speeches = [turn.speech for turn in sorted(transcript.turns, key=lambda turn: turn.speech)]
    speeches = speeches or [Span(0, len(transcript.text))]
    found: list[Disagreement] = []
    ones: list[Disagreement] = []
    others: list[Disagreement] = []
    for run in _runs(codings):
        own = tuple(coding for coding in run if coding.coder == first)
        rest = tuple(coding for coding in run if coding.coder != first)
        if _spoken(own, speeches) == _spoken(rest, speeches):
            continue
        if own and rest:
            found.append(Disagreement(Difference.BORDERS, own, rest))
        else:
            (ones if own else others).append(Disagreement(Difference.ONE, own, rest))
    found += _paired(ones, others)
    return sorted(found, key=lambda one: (one.span, min(coding.id for coding in one.codings)))


def _runs(codings: Iterable[Coding]) -> Iterator[list[Coding]]:
    """Codings of one code that overlap, whoever made them; they are settled together."""
    run: list[Coding] = []
    end = 0
    for coding in sorted(codings, key=lambda one: (one.code, one.span, one.coder, one.id)):
        if run and (coding.code != run[0].code or coding.span.start >= end):
            yield run
            run = []
        end = max(end, coding.span.end) if run else coding.span.end
        run.append(coding)
    if run:
        yield run


def _spoken(codings: Iterable[Coding], speeches: Sequence[Span]) -> list[tuple[int, int]]:
    """The stretches of speech that codings cover, joined where they touch."""
    stretches: list[tuple[int, int]] = []
    for coding in sorted(codings, key=lambda one: one.span):
        for at in range(bisect_left(speeches, coding.span.start, key=lambda speech: speech.end), len(speeches)):
            start, end = max(speeches[at].start, coding.span.start), min(speeches[at].end, coding.span.end)
            if speeches[at].start >= coding.span.end:
                break
            if start >= end:
                continue
            if stretches and start <= stretches[-1][1]:
                start, end = stretches[-1][0], max(end, stretches.pop()[1])
            stretches.append((start, end))
    return stretches


def _paired(ones: list[Disagreement], others: list[Disagreement]) -> Iterator[Disagreement]:
    """Where each gave another code to words that overlap, they belong together: most words shared first."""
    placed = sorted(((other.span, other) for other in others), key=lambda one: one[0])
    starts = [span.start for span, _ in placed]
    longest = max((len(span) for span, _ in placed), default=0)
    pairs = []
    for one in ones:
        here = one.span
        for there, other in placed[bisect_left(starts, here.start - longest) : bisect_left(starts, here.end)]:
            if here.overlaps(there):
                shared = min(here.end, there.end) - max(here.start, there.start)
                # In any order of the two coders the same: most shared words first, then by place.
                pairs.append((-shared, min(here, there), max(here, there), one, other))
    taken: set[str] = set()
    for *_, one, other in sorted(
        pairs, key=lambda pair: (*pair[:3], *sorted((pair[3].first[0].id, pair[4].second[0].id)))
    ):
        ids = {one.first[0].id, other.second[0].id}
        if not ids & taken:
            taken |= ids
            yield Disagreement(Difference.CODE, one.first, other.second)
    yield from (one for one in (*ones, *others) if one.codings[0].id not in taken)
