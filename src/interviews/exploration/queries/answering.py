"""Answering a question: which codings of a view it asks for.

Every part of a question has two sides. It *holds* at a coding or not: a code holds at every coding that shares a
character with one of the code. And it has *answers*: the codings that are shown when it is asked alone.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from typing import Any, Protocol

import numpy as np
import pandas as pd

from interviews.exploration.queries.conditions import fulfilled
from interviews.exploration.queries.expression import (
    Both,
    Coded,
    Condition,
    Either,
    Expression,
    Negated,
    Related,
    Relation,
    Word,
)
from interviews.exploration.queries.grammar import parse
from interviews.exploration.queries.names import find_code, find_column
from interviews.exploration.queries.passages import Mask, Passages
from interviews.model import Codebook, is_within


class Asked(Protocol):
    """What can be asked: a view of codings."""

    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def codebook(self) -> Codebook | None: ...
    def columns(self, *names: str) -> pd.DataFrame: ...


def answer(view: Asked, question: str, saved: Mapping[str, str]) -> Mask:
    """For every coding of the view whether it is an answer. Raises MisuseError with the place of a mistake."""
    return _Answering(view).answers(parse(question, saved))


class _Answering:
    def __init__(self, view: Asked) -> None:
        self._view = view
        self._known: dict[tuple[str, int], Mask] = {}  # a saved query may stand in a question many times

    def answers(self, part: Expression) -> Mask:
        """The codings that the part asks for."""
        return self._once("answers", part)

    def holds(self, part: Expression) -> Mask:
        """The codings at which the part is true."""
        return self._once("holds", part)

    def _once(self, side: str, part: Expression) -> Mask:
        key = (side, id(part))
        if key not in self._known:
            self._known[key] = self._answers(part) if side == "answers" else self._holds(part)
        return self._known[key]

    def _answers(self, part: Expression) -> Mask:
        match part:
            case Coded(code):
                return self._coded(code)
            case Either(parts):
                return _any(self.answers(one) for one in parts)
            case Both(parts):
                leading = next((one for one in parts if _leads(one)), None)
                rest = [self.holds(one) for one in parts if one is not leading]
                return _all([*rest, *([self.answers(leading)] if leading else [])])
            case Related(left, _, right, _):
                return self.answers(left) & self._related(part, self.answers(right))
            case Condition() | Negated():
                return self.holds(part)

    def _holds(self, part: Expression) -> Mask:
        match part:
            case Coded(code):
                coded = self._coded(code)
                return coded | self._passages.touching(coded)
            case Condition():
                return self._condition(part)
            case Negated(one):
                return ~self.holds(one)
            case Both(parts):
                return _all(self.holds(one) for one in parts)
            case Either(parts):
                return _any(self.holds(one) for one in parts)
            case Related(left):
                found = self.answers(part)
                # A coding of the left side answers for itself, any other one for those that it meets.
                return found | (self._passages.touching(found) & ~self.answers(left))

    def _related(self, part: Related, right: Mask) -> Mask:
        passages = self._passages
        distance: dict[str, Any] = {}
        if part.distance:
            distance = {str(part.distance.measure): part.distance.most}
        match part.relation:
            case Relation.OVERLAPPING:
                return passages.overlapping(right)
            case Relation.WITHIN:
                return passages.within(right)
            case Relation.CONTAINING:
                return passages.containing(right)
            case Relation.EQUALS:
                return passages.equal(right)
            case Relation.FOLLOWED:
                return passages.followed(right, **distance)
            case Relation.PRECEDED:
                return passages.preceded(right, **distance)
            case Relation.NEAR:
                return passages.near(right, **distance)

    def _condition(self, part: Condition) -> Mask:
        column = find_column(part.column, self._view.names)
        if column != "code" or part.operator not in ("=", "!="):
            return fulfilled(part, column, self._view.columns(column)[column])
        nowhere = np.zeros(len(self._codes), dtype=bool)
        among = _any([nowhere, *(self._coded(word) for word in part.values if word)])
        return ~among if part.operator == "!=" else among

    def _coded(self, word: Word) -> Mask:
        if "code" not in self._view.names:
            raise word.place.mistake("Nothing is coded here: ask for a condition, such as role = interviewee.")
        names = [str(name) for name in self._codes.cat.categories]
        path = find_code(word, names, self._view.codebook)
        wanted = np.array([*(is_within(name, path) for name in names), False])
        return np.asarray(wanted[self._codes.cat.codes.to_numpy()])

    @cached_property
    def _codes(self) -> pd.Series:
        return self._view.columns("code")["code"].astype("category")

    @cached_property
    def _passages(self) -> Passages:
        frame = self._view.columns("transcript", "start", "end", "turn")
        transcript = frame["transcript"]
        is_category = isinstance(transcript.dtype, pd.CategoricalDtype)
        number = transcript.cat.codes.to_numpy() if is_category else pd.factorize(transcript)[0]
        turn = frame["turn"].astype("Float64").fillna(-1).to_numpy(float)
        return Passages(
            number.astype(np.int64),
            frame["start"].to_numpy(np.int64),
            frame["end"].to_numpy(np.int64),
            turn.astype(np.int64),
        )


def _all(masks: Iterable[Mask]) -> Mask:
    return reduce(np.logical_and, masks)


def _any(masks: Iterable[Mask]) -> Mask:
    return reduce(np.logical_or, masks)


def _leads(part: Expression) -> bool:
    """Whether the part names codings by itself, instead of choosing among others."""
    match part:
        case Coded() | Related():
            return True
        case Both(parts) | Either(parts):
            return any(_leads(one) for one in parts)
        case Condition() | Negated():
            return False
