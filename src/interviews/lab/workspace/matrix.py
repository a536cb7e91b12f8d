"""The framework matrix as the page is told it: counts and summaries of all cells, and the evidence of one."""

from collections.abc import Sequence

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
    return tell_evidence(project, theme, places_of(matrix, case, theme))


def places_of(matrix: Framework, case: str, theme: str) -> list[tuple[str, Span]]:
    """Where the passages of a cell stand, by the names of their transcripts."""
    columns = (matrix.cell(case, theme)[name] for name in ("transcript", "start", "end"))
    return [(str(name), Span(int(start), int(end))) for name, start, end in zip(*columns, strict=True)]


def tell_evidence(project: Project, theme: str, places: Sequence[tuple[str, Span]]) -> list[Plain]:
    """Passages of a theme with their codes and coders; `id` is that of their longest coding, for the basket."""
    texts = {one.name: one for one in project.transcripts}
    frame = project.codings.columns("coding", "transcript", "start", "end", "code", "coder", "theme")
    frame = frame[frame["theme"] == theme].sort_values(["start", "end", "code"])
    of_transcript = {str(name): rows for name, rows in frame.groupby("transcript", observed=True)}
    told = []
    for name, span in places:
        rows = of_transcript.get(name, frame[:0])
        here = rows[(rows["start"] >= span.start) & (rows["end"] <= span.end)]
        if here.empty:
            continue  # taken back while this was asked for
        longest = int((here["end"] - here["start"]).to_numpy().argmax())
        told.append(
            tell_passage(texts[name], span)
            | {
                "id": str(here["coding"].iloc[longest]),
                "codes": [str(code) for code in here["code"].unique()],
                "coders": sorted(str(coder) for coder in here["coder"].unique()),
            }
        )
    return told
