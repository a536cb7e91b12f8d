"""`interviews export`: the codings as a table."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import Checked, KeyFile, ProjectFolder, say


def run(
    project: ProjectFolder,
    out: Annotated[Path, typer.Argument(help="File to write: .csv or .xlsx.")],
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Write all codings with their words and places."""
    with iv.open(project, key=key) as opened:
        codings = opened.codings
        iv.export(codings, out, project=opened, checked=checked or ())
    say(f"{len(codings)} codings written to {out}")
