"""What of a study can stand in a spreadsheet, each as one table or several."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from interviews import coding, formats
from interviews.errors import MisuseError
from interviews.exploration import Suggestions, View
from interviews.findings import Framework
from interviews.model import Codebook, Participant
from interviews.text import Sheet

_YAML = (".yaml", ".yml")


def write_tables(thing: Any, path: Path) -> None:
    """Write codings, a DataFrame, a codebook, a matrix or participants to .csv or .xlsx; a codebook also to .yaml.

    A .csv holds the first table only: of a matrix, the counts without the sheet with their evidence.
    """
    if isinstance(thing, Codebook) and path.suffix.casefold() in _YAML:
        coding.write_codebook(thing, path)
    else:
        formats.write_sheets(sheets_of(thing), path)


def sheets_of(thing: Any) -> Sequence[Sheet]:
    """The tables that a thing is written as; `MisuseError` where it is none of those that are."""
    match thing:
        case Suggestions():
            return [thing.sheet()]
        case View():
            return [formats.sheet_of(thing.table(), thing.noun)]
        case pd.DataFrame():
            return [formats.sheet_of(_with_index(thing))]
        case Sheet():
            return [thing]
        case Codebook():
            return [coding.codebook_sheet(thing)]
        case Framework():
            return _matrix(thing)
        case Participant():
            return [_people([thing])]
        case tuple() | list() if all(isinstance(one, Participant) for one in thing):
            return [_people(thing)]
    raise MisuseError(f"A {type(thing).__name__} cannot be written as a table.")


def _with_index(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its row names as columns, where it has any: a table of counts is nothing without them."""
    plain = isinstance(frame.index, pd.RangeIndex) or (
        frame.index.nlevels == 1 and frame.index.name is None and pd.api.types.is_integer_dtype(frame.index.dtype)
    )
    shown = frame if plain else pd.DataFrame(frame.index.to_frame(index=False).join(_numbered(frame)))
    if shown.columns.nlevels > 1:
        shown = shown.set_axis([" / ".join(str(part) for part in name if part != "") for name in shown.columns], axis=1)
    return shown


def _numbered(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with plain column names and rows by number, so that its row names can stand beside it."""
    columns = [" / ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in frame.columns]
    return frame.set_axis(columns, axis=1).reset_index(drop=True)


def _matrix(matrix: Framework) -> list[Sheet]:
    """The counts, what people wrote where they did, and every passage that is counted."""
    columns = [
        "case",
        "theme",
        "transcript",
        "turn",
        "speaker",
        "participant",
        "codes",
        "coders",
        "start",
        "end",
        "text",
    ]
    evidence = matrix.passages.reindex(columns=columns)
    joined = evidence.assign(codes=evidence["codes"].map(_listed), coders=evidence["coders"].map(_listed))
    return [
        formats.sheet_of(matrix.counts().reset_index(), "matrix"),
        *([formats.sheet_of(matrix.texts().reset_index(), "summaries")] if matrix.summaries else []),
        formats.sheet_of(joined, "evidence"),
    ]


def _listed(value: Any) -> Any:
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple, set, frozenset)) else value


def _people(people: Iterable[Participant]) -> Sheet:
    known = list(people)
    attributes = sorted({name for person in known for name in person.attributes} - {"participant", "case"})
    rows = [[one.name, one.case, *(one.attributes.get(name) for name in attributes)] for one in known]
    return Sheet("participants", ["participant", "case", *attributes], rows)
