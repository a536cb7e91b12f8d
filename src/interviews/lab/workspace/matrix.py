"""The framework matrix as the page is told it: counts and summaries of all cells, and the evidence of one."""

from typing import Any

from interviews.findings import Framework
from interviews.findings.passages import NO_CASE
from interviews.lab.workspace.reviewing import tell_passage
from interviews.lab.workspace.views import Plain
from interviews.model import Span
from interviews.project import Project


def tell_matrix(matrix: Framework, language: str) -> Plain:
    """Cases and themes in their order; `cells` are the passages of each by case and theme, summaries a list."""
    counts = matrix.counts("passages")
    known = {theme.path for theme in matrix.codebook.themes}
    return {
        "cases": [{"name": case.name, "written": case.name != NO_CASE} for case in matrix.cases],
        "themes": [
            {"path": theme, "label": matrix.label(theme, language), "written": theme in known}
            for theme in matrix.themes
        ],
        "cells": [[int(count) for count in row] for row in counts.to_numpy()],
        "summaries": [
            {"case": one.case, "theme": one.theme, "text": one.text, "author": one.author, "id": one.id}
            for one in matrix.summaries
        ],
    }


def tell_cell(project: Project, matrix: Framework, case: str, theme: str) -> list[Plain]:
    """The passages of a cell with the words around them, in order of place."""
    texts = {one.name: one for one in project.transcripts}
    rows: list[dict[Any, Any]] = matrix.cell(case, theme).to_dict("records")
    return [
        tell_passage(texts[str(row["transcript"])], Span(int(row["start"]), int(row["end"])))
        | {
            "id": f"{row['transcript']}:{row['start']}-{row['end']}",
            "codes": list(row["codes"]),
            "coders": list(row["coders"]),
        }
        for row in rows
    ]
