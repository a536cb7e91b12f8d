"""Replacements in a text, and how spans travel through them in both directions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from interviews.model import Span


class Change(StrEnum):
    """What became of a span on its way through edits."""

    KEPT = "kept"
    """Same words; it may stand elsewhere."""
    CHANGED = "changed"
    """Some of its words were replaced."""
    LOST = "lost"
    """All its words were deleted."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the words at `span` of the old text."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a span went: its place in the other text, and what happened to its words."""

    span: Span
    change: Change


class Edits:
    """Replacements that do not overlap, made in one pass over a text of `length` code points.

    A span that touches a replaced stretch takes all of its replacement, since half a pseudonym means nothing; one that
    does not touch any keeps exactly its words.
    """

    def __init__(self, length: int, edits: Iterable[Edit]) -> None:
        self.length = length
        self._edits = tuple(sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)))
        for one, other in pairwise(self._edits):
            if one.span.end > other.span.start or one.span == other.span:
                raise ValueError(f"edits overlap at {other.span.start}")
        if self._edits and self._edits[-1].span.end > length:
            raise ValueError(f"an edit ends at {self._edits[-1].span.end}, the text at {length}")
        self._old = [edit.span for edit in self._edits]
        self._new: list[Span] = []
        grown = 0
        for edit in self._edits:
            start = edit.span.start + grown
            self._new.append(Span(start, start + len(edit.replacement)))
            grown += len(edit.replacement) - len(edit.span)
        self.new_length = length + grown

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._edits)

    def __len__(self) -> int:
        return len(self._edits)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edits) and (self.length, self._edits) == (other.length, other._edits)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:  # replacements may be secret when the direction is back to an original
        return f"Edits({len(self._edits)} replacements, {self.length} → {self.new_length} characters)"

    def apply(self, text: str) -> str:
        """The text with every replacement made."""
        if len(text) != self.length:
            raise ValueError(f"these edits belong to a text of {self.length} characters, not {len(text)}")
        pieces, done = [], 0
        for edit in self._edits:
            pieces += [text[done : edit.span.start], edit.replacement]
            done = edit.span.end
        return "".join([*pieces, text[done:]])

    def forward(self, span: Span) -> Moved:
        """Where a span of the old text stands in the new one."""
        return _travel(span, self._old, self._new)

    def back(self, span: Span) -> Moved:
        """Where a span of the new text stood in the old one."""
        return _travel(span, self._new, self._old)

    def inverse(self, text: str) -> "Edits":
        """The edits that turn the new text back into `text`, the old one."""
        return Edits(
            self.new_length,
            (Edit(new, old.of(text)) for old, new in zip(self._old, self._new, strict=True)),
        )


def between(one: Edits, other: Edits, text: str) -> Edits:
    """The edits from the text that `one` makes of `text` to the text that `other` makes of it.

    This is how an anonymization is revised: codings made over the first result travel straight to the second.
    """
    if not one.length == other.length == len(text):
        raise ValueError("the two do not start from the same text")
    return compose(one.inverse(text), other, one.apply(text))


def compose(first: Edits, second: Edits, text: str) -> Edits:
    """The edits that do at once what `first` does to `text` and then `second` to the outcome.

    What neither touches is left alone; what the second puts back as it was is no change.
    """
    middle = first.apply(text)
    last = second.apply(middle)
    changes = []
    for before, after in _images(first, second):
        if before.of(text) != after.of(last):
            changes.append(Edit(before, after.of(last)))
    return Edits(len(text), changes)


def _travel(span: Span, here: list[Span], there: list[Span]) -> Moved:
    """The image of `span` under the shift that turns the stretches `here` into those `there`."""
    first = bisect_right(here, span.start, key=lambda stretch: stretch.end)
    while first and _touches(here[first - 1], span):  # an empty stretch strictly inside ends where it starts
        first -= 1
    last = bisect_left(here, span.end, key=lambda stretch: stretch.start)
    touched = [i for i in range(first, last) if _touches(here[i], span)]
    if not touched:
        return Moved(span.shift(_shift_before(span, here, there)), Change.KEPT)
    low, high = touched[0], touched[-1]
    start = there[low].start if here[low].start <= span.start else span.start + there[low].start - here[low].start
    end = there[high].end if here[high].end >= span.end else span.end + there[high].end - here[high].end
    lost = start == end and len(span) > 0
    return Moved(Span(start, end), Change.LOST if lost else Change.CHANGED)


def _touches(stretch: Span, span: Span) -> bool:
    """Whether a replaced stretch shares words with the span, or was put in strictly inside it (or the reverse)."""
    if len(stretch) == 0 or len(span) == 0:
        return (span.start < stretch.start < span.end) or (stretch.start < span.start < stretch.end)
    return stretch.overlaps(span)


def _shift_before(span: Span, here: list[Span], there: list[Span]) -> int:
    """How far everything up to an untouched span has moved: by the stretches that end at or before its start."""
    # An insertion exactly at the start of a span stands before it; one exactly at its end stands after it. An empty
    # span cannot tell the two apart and stays in front of the insertion.
    key = (lambda stretch: stretch.end) if len(span) else (lambda stretch: stretch.end + (len(stretch) == 0))
    index = bisect_right(here, span.start, key=key)
    return there[index - 1].end - here[index - 1].end if index else 0


def _joined(spans: list[Span]) -> list[Span]:
    """The union of spans; those that overlap or meet at a point become one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _images(first: Edits, second: Edits) -> Iterator[tuple[Span, Span]]:
    """What the two touch of the text between them, as it stands before the first and after the second."""
    earlier = sorted(zip(first._new, first._old, strict=True), key=lambda pair: pair[0])
    later = list(zip(second._old, second._new, strict=True))
    i = j = shift_before = shift_after = 0
    for region in _joined([*first._new, *second._old]):
        start, begin = region.start + shift_before, region.start + shift_after
        while i < len(earlier) and earlier[i][0].end <= region.end:
            shift_before += len(earlier[i][1]) - len(earlier[i][0])
            i += 1
        while j < len(later) and later[j][0].end <= region.end:
            shift_after += len(later[j][1]) - len(later[j][0])
            j += 1
        yield Span(start, region.end + shift_before), Span(begin, region.end + shift_after)
