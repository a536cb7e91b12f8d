"""Finders that a user brings along: what they must be able to do, and how they join ours without being able to harm."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any, Protocol

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.models.model_types import type_called
from interviews.errors import Problem
from interviews.model import Span

# A type's name goes into a message; words of a text, which a broken finder may return as one, do not.
_NAME_OF_TYPE = re.compile(r"[A-Z][A-Z_]{1,29}")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a user's finder saw: code points over the text as read, and a type by one of the names in `type_called`."""

    start: int
    end: int
    type: str
    """PER, LOC, ORG, ADDR, CONTACT, DATE, AGE, OCC or ID, or what spaCy and Presidio call these."""
    score: float = 0.5
    """How sure the finder is, from 0 to 1."""
    reason: str = "seen by a finder of the user's"


class Finder(Protocol):
    """Anything that can be called with a text as read and its language, and says what may identify somebody in it.

    It decides nothing.
    """

    def __call__(self, text: str, language: str, /) -> Iterable[Seen]:
        """What it saw in the text, in any order."""


class Joined:
    """A user's finder among ours: it sees the text as read, and whatever it does wrong becomes one problem."""

    def __init__(self, finder: Finder) -> None:
        self._find = finder
        self.name = str(getattr(finder, "__name__", type(finder).__name__))
        self._wrong: Counter[str] = Counter()

    def __call__(self, page: Page) -> Iterator[Finding]:
        """What the finder sees, in positions of the page."""
        for seen in self._seen(page):
            if wrong := _what_is_wrong(seen, len(page.original)):
                self._wrong[wrong] += 1
            else:
                type_, span = type_called(seen.type) or EntityType.PER, Span(int(seen.start), int(seen.end))
                yield Finding(*page.place(span), type_, self.name, str(seen.reason), float(seen.score))

    @property
    def problem(self) -> Problem | None:
        """What went wrong in all texts so far, counted; it never quotes the finder, since that may quote a text."""
        told = "; ".join(f"{what} ({times}×)" for what, times in sorted(self._wrong.items()))
        return Problem(f"finder {self.name}", f"{told}; what the others found is there") if told else None

    def _seen(self, page: Page) -> Iterator[Any]:
        try:
            yield from self._find(page.original, page.language)
        except Exception as error:  # of somebody else's code anything can come; its message may hold names
            self._wrong[f"stopped by {type(error).__name__}"] += 1


def _what_is_wrong(seen: Any, length: int) -> str:
    """Why something that a finder returned cannot be taken, or ""."""
    if not isinstance(seen, Seen):
        return "returned something other than Seen(start, end, type)"
    if not (
        isinstance(seen.start, Integral) and isinstance(seen.end, Integral) and 0 <= seen.start < seen.end <= length
    ):
        return "positions outside of the text left out"
    if not isinstance(seen.type, str) or type_called(seen.type) is None:
        named = isinstance(seen.type, str) and _NAME_OF_TYPE.fullmatch(seen.type)
        return f"the type {seen.type} is not known and left out" if named else "a type that is not known left out"
    if not isinstance(seen.score, Real) or not 0 <= seen.score <= 1:
        return "a score that is not from 0 to 1 left out"
    return ""
