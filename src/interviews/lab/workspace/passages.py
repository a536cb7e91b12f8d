"""Passages to read over all transcripts: of a code, of a question, or those that somebody put into a basket."""

from typing import Any

import numpy as np

from interviews.exploration import View
from interviews.lab.workspace.reviewing import tell_passage
from interviews.lab.workspace.views import Plain
from interviews.model import Span
from interviews.project import Project

_MOST = 500
"""Passages told at once; how many there are is told, too."""


def tell_passages(project: Project, codings: View, *, code: str, question: str, ids: list[str]) -> Plain:
    """The passages with their places, in reading order; of `codings`, which are those that this coder may see."""
    found = codings
    if ids:
        found = found.take(found.columns("coding")["coding"].isin(ids).to_numpy())
    if code:
        found = found.where(code=code)
    if question:
        found = found.query(question)
    names = {one.name: at for at, one in enumerate(project.transcripts)}
    frame = found.columns("coding", "transcript", "start", "end", "code", "coder", "memo")
    places = frame["transcript"].astype(str).map(names).to_numpy()
    order = np.lexsort((frame["end"], frame["start"], places))[:_MOST]
    rows: list[dict[Any, Any]] = frame.iloc[order].to_dict("records")
    return {
        "total": len(found),
        "passages": [
            tell_passage(project.transcripts[names[str(row["transcript"])]], Span(int(row["start"]), int(row["end"])))
            | {"id": str(row["coding"]), "code": str(row["code"]), "coder": str(row["coder"]), "memo": str(row["memo"])}
            for row in rows
        ],
    }
