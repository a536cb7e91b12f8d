"""From codings to what is counted: distinct codings, and passages in which overlapping codings are one."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from interviews.errors import MisuseError

NEEDED = (
    "transcript",
    "case",
    "participant",
    "speaker",
    "role",
    "turn",
    "code",
    "theme",
    "coder",
    "start",
    "end",
    "text",
)
NO_CASE = "–"
"""Stands where a coding belongs to no case, so that no coding is missing from a count."""


class Passage(NamedTuple):
    """A stretch of a transcript in which one theme is spoken about, whoever coded it and with how many sub-codes."""

    case: str
    theme: str
    transcript: str
    start: int
    end: int
    turn: Any
    speaker: str | None
    participant: str | None
    role: str | None
    codes: tuple[str, ...]
    coders: tuple[str, ...]
    text: str


def distinct_codings(frame: pd.DataFrame) -> pd.DataFrame:
    """The codings in order of place, the same code on the identical stretch once, whoever applied it.

    `case` is text and never missing (`NO_CASE` stands for none). Raises MisuseError for a missing column.
    """
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise MisuseError(
            f"The table of codings has no column {missing[0]!r}: pass the table of all codings as it comes"
        )
    plain = frame.loc[:, list(NEEDED)].copy()
    for name in ("theme", "code", "participant", "speaker", "role"):
        plain[name] = [None if pd.isna(value) else str(value) for value in plain[name]]
    plain["case"] = [_case(value) for value in frame["case"]]
    plain["turn"] = [None if pd.isna(turn) else int(turn) for turn in plain["turn"]]
    order = ["transcript", "start", "end", "code", "coder"]
    plain = plain.sort_values(order, kind="stable").drop_duplicates(["transcript", "start", "end", "code"])
    return plain.reset_index(drop=True)


def merge_passages(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a passage: codings of one theme that overlap in a transcript are one, touching ones are not.

    Two coders who set the borders differently speak of the same passage, so it counts once.
    """
    keys = ["case", "theme", "transcript", "start", "end", "code", "coder"]
    ordered = frame.assign(theme=frame["theme"].astype(str), case=[_case(value) for value in frame["case"]])
    rows = ordered.sort_values(keys, kind="stable").to_dict("records")
    passages = [
        passage
        for _, group in groupby(rows, key=lambda row: (row["case"], row["theme"], row["transcript"]))
        for passage in _merge(group)
    ]
    return pd.DataFrame(passages, columns=list(Passage._fields))


def _case(value: Any) -> str:
    return NO_CASE if pd.isna(value) or not value else str(value)


def _merge(rows: Iterable[dict[Any, Any]]) -> Iterator[Passage]:
    """Passages of rows of one transcript and theme, sorted by start."""
    cluster: list[dict[Any, Any]] = []
    end = -1
    for row in rows:
        if cluster and row["start"] >= end:
            yield _passage(cluster, end)
            cluster = []
        end = max(end, row["end"]) if cluster else row["end"]
        cluster.append(row)
    if cluster:
        yield _passage(cluster, end)


def _passage(rows: list[dict[Any, Any]], end: int) -> Passage:
    first = rows[0]
    return Passage(
        case=first["case"],
        theme=first["theme"],
        transcript=first["transcript"],
        start=first["start"],
        end=end,
        turn=None if pd.isna(first["turn"]) else int(first["turn"]),
        speaker=_text(first["speaker"]),
        participant=_text(first["participant"]),
        role=_text(first["role"]),
        codes=tuple(dict.fromkeys(str(row["code"]) for row in rows)),
        coders=tuple(sorted({str(row["coder"]) for row in rows})),
        text=_join(rows),
    )


def _text(value: Any) -> str | None:
    return None if pd.isna(value) else str(value)


def _join(rows: list[dict[Any, Any]]) -> str:
    """The words from the first start to the last end; overlaps are written once."""
    text, reached = str(rows[0]["text"]), rows[0]["end"]
    for row in rows[1:]:
        if row["end"] > reached:
            text += str(row["text"])[reached - row["start"] :]
            reached = row["end"]
    return text
