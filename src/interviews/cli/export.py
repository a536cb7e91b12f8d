"""`interviews export`: what a study holds, as a table."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

import interviews as iv
from interviews.cli.console import Checked, KeyFile, ProjectFolder, finish, say
from interviews.cli.exchanges import is_exchange, write_exchange


class What(StrEnum):
    """What can be exported."""

    CODINGS = "codings"
    QUOTES = "quotes"
    CODEBOOK = "codebook"
    PARTICIPANTS = "participants"
    MATRIX = "matrix"


def run(
    project: ProjectFolder,
    out: Annotated[
        Path, typer.Argument(help="File to write: .csv, .xlsx, for quotes and codebook others too; .qdpx or .qdc.")
    ],
    what: Annotated[What, typer.Option(help="What to write.")] = What.CODINGS,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Write codings, quotes, the codebook, participants or the case × theme matrix; or all of the study as .qdpx.

    A .qdpx holds the study and a .qdc the codebook for another program (REFI-QDA).
    """
    with iv.open(project, key=key) as opened:
        if is_exchange(out):
            write_exchange(opened, out, checked or ())
            return
        thing, count = _chosen(opened, what)
        iv.export(thing, out, project=opened, checked=checked or ())
    say(f"{count} written to {out}")
    finish(getattr(thing, "problems", ()))  # quotes that were left out, and why


def _chosen(project: iv.Project, what: What) -> tuple[Any, str]:
    """The thing to export, and what to say of it."""
    if what is What.MATRIX:
        matrix = iv.framework(project)
        return matrix, f"matrix of {len(matrix.cases)} cases and {len(matrix.themes)} themes"
    if what is What.CODEBOOK:
        return project.codebook, f"codebook with {len(project.codebook)} codes"
    things: dict[What, Any] = {
        What.QUOTES: project.quotes,
        What.PARTICIPANTS: lambda: project.participants,
        What.CODINGS: lambda: project.codings,
    }
    thing = things[what]()
    return thing, f"{len(thing)} {what}"
