"""The columns of the codings table, each worked out when it is first asked for, and shared by all views of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from interviews.errors import MisuseError
from interviews.exploration.views.hearing import heard_in
from interviews.exploration.views.ordering import by_place
from interviews.exploration.views.reading import whole_words
from interviews.model import Codebook, CodingColumns, Names, Participant, Talk, theme_of

Rows = NDArray[np.int64]
Texts = Callable[[Mapping[str, int]], Mapping[str, str]]
"""The texts of transcripts in these versions, by their ids."""

COLUMNS = (
    *("transcript", "case", "participant", "speaker", "role", "turn", "code", "theme", "coder"),
    *("start", "end", "version", "text", "memo", "created", "coding"),
)
FURTHER = ("weight", "round", "unit", "review", "codebook_version")
"""Columns to ask for by name; the table is wide enough without them."""
ORDERED = ("case", "code", "theme")
"""What comes in an order of the study's, and is counted with a zero where it does not occur."""


class Columns:
    """The codings of a study by transcript and position, with their places, speakers and words."""

    def __init__(
        self,
        codings: CodingColumns,
        talk: Talk,
        texts: Texts,
        participants: Sequence[Participant] = (),
        codebook: Codebook | None = None,
    ) -> None:
        self._talk, self._texts = talk, texts
        self._participants, self._codebook = participants, codebook
        place = _place(codings, talk)
        self._codings, self._order = codings, by_place(codings, place, talk)
        self._place = place[self._order]
        self._labels: dict[str, Names] = {}
        attributes = {name for person in participants for name in person.attributes}
        self._attributes = sorted(attributes - set(COLUMNS))
        self.table_columns = (*COLUMNS, *self._attributes)
        self.columns = (*self.table_columns, *(name for name in FURTHER if name not in attributes))

    def __len__(self) -> int:
        return len(self._codings)

    def labels(self, name: str) -> Names | None:
        """A column that holds few different words, as numbers of them in their order; None for any other column."""
        if name not in self._labels:
            found = self._work_out(name)
            if found is None:
                return None
            self._labels[name] = found
        return self._labels[name]

    def values(self, name: str, rows: Rows) -> pd.Series:
        """Some rows of a column, as they stand in the table."""
        labels = self.labels(name)
        if labels is not None:
            return pd.Series(labels.take(rows).values(), name=name)
        return pd.Series(self._rest(name, rows), name=name)

    def _work_out(self, name: str) -> Names | None:
        codings, talk = self._codings, self._talk
        if name in self._attributes:
            return self._attribute(name)
        match name:
            case "transcript":
                return _sorted(Names(talk.names, self._place))
            case "case":
                return self._case()
            case "participant" | "speaker" | "role":
                return _sorted(getattr(talk, name).take(self._turn))
            case "code":
                known = [code.path for code in self._codebook] if self._codebook else []
                more = sorted(_used(codings.code) - set(known))
                return codings.code.take(self._order).named([*known, *more])
            case "theme":
                codes = self._certain("code")
                themes = [theme_of(code) for code in codes.names]
                return _through(codes, themes, list(dict.fromkeys(themes)))
            case "coder" | "round" | "unit" | "review":
                return _sorted(getattr(codings, name).take(self._order))
        return None

    def _rest(self, name: str, rows: Rows) -> object:
        codings, at = self._codings, self._order[rows]
        match name:
            case "turn":
                number = np.append(self._talk.number, -1)[self._turn[rows]]
                return pd.arrays.IntegerArray(number.astype(np.int64), self._turn[rows] < 0)
            case "text":
                return self._words(rows)
            case "memo":
                return codings.memos(at)
            case "created":
                return pd.to_datetime(codings.created[at].astype("datetime64[us]")).tz_localize("UTC")
            case "coding":
                return _decoded(codings.id[at])
            case "codebook_version":
                version = codings.codebook_version[at].astype(np.int64)
                return pd.arrays.IntegerArray(version, version < 0)
            case "weight":
                return codings.weight[at]
        return np.asarray(getattr(codings, name)[at], dtype=np.int64)

    @cached_property
    def _turn(self) -> Rows:
        return heard_in(self._talk, self._place, self._codings.start[self._order], self._codings.end[self._order])

    def _certain(self, name: str) -> Names:
        found = self.labels(name)
        assert found is not None
        return found

    def _case(self) -> Names:
        """The case of the transcript, and where it has none that of the participant."""
        talk = self._talk
        known = {case for case in talk.cases if case} | {person.case for person in self._participants if person.case}
        cases = sorted(known)
        of_place = Names.of(case or None for case in talk.cases).named(cases).take(self._place)
        people = {person.name: person.case for person in self._participants}
        spoken = talk.participant.take(self._turn)
        of_person = _through(spoken, [people.get(name) for name in spoken.names], cases)
        return Names(tuple(cases), np.where(of_place.numbers < 0, of_person.numbers, of_place.numbers))

    def _attribute(self, name: str) -> Names:
        people = self._certain("participant")
        known = {person.name: person.attributes.get(name) for person in self._participants}
        values = [known.get(one) for one in people.names]
        return _through(people, values, sorted({value for value in values if value is not None}))

    def surroundings(self, rows: Rows, context: int) -> tuple[list[str], list[str]]:
        """Up to so many characters before and after the passages of some rows."""
        if not context:
            return [""] * len(rows), [""] * len(rows)
        around = [whole_words(text, start, end, context) for text, start, end in self._spans(rows)]
        return [before for before, _ in around], [after for _, after in around]

    def _words(self, rows: Rows) -> list[str]:
        return [text[start:end] for text, start, end in self._spans(rows)]

    def _spans(self, rows: Rows) -> Iterator[tuple[str, int, int]]:
        """The text of each row's transcript, and where the passage stands in it."""
        place, at = self._place[rows], self._order[rows]
        ids, versions = self._talk.transcripts, self._talk.versions
        wanted = {ids[row]: int(versions[row]) for row in np.unique(place)}
        texts = self._texts(wanted)
        if gone := len(wanted.keys() - texts.keys()):
            raise MisuseError(f"{gone} transcripts were erased since these codings were read: ask for them again")
        spans = zip(place.tolist(), self._codings.start[at].tolist(), self._codings.end[at].tolist(), strict=True)
        return ((texts[ids[row]], begin, finish) for row, begin, finish in spans)


def _place(codings: CodingColumns, talk: Talk) -> Rows:
    """The row of each coding's transcript. Raises MisuseError for codings that are not about these texts."""
    rows = codings.transcript.named(talk.transcripts).numbers
    if missing := int(np.count_nonzero(rows < 0)):
        raise MisuseError(
            f"{missing} codings belong to transcripts that were not given: pass all transcripts they are in"
        )
    if stale := int(np.count_nonzero(codings.version != talk.versions[rows])):
        raise MisuseError(f"{stale} codings are positions of another text version: move them to the current one first")
    if outside := int(np.count_nonzero(codings.end > talk.lengths[rows])):
        raise MisuseError(f"{outside} codings end beyond the text of their transcript: check the codings first")
    return rows.astype(np.int64)


def _used(column: Names) -> set[str]:
    occurs = np.bincount(column.numbers.astype(np.int64) + 1, minlength=len(column.names) + 1)[1:] > 0
    return {name for name, used in zip(column.names, occurs.tolist(), strict=True) if used}


def _sorted(column: Names) -> Names:
    return column.named(sorted(_used(column)))


def _through(column: Names, values: Sequence[str | None], names: Sequence[str]) -> Names:
    """A column of what each word of another one stands for: `values`, in the order of its names."""
    return Names(tuple(names), Names.of(values).named(names).take(column.numbers).numbers)


def _decoded(ids: NDArray[np.bytes_]) -> list[str]:
    return [id.decode() for id in ids.tolist()]
