"""`interviews export`: the codings as a table."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import Checked, KeyFile, ProjectFolder, say
from interviews.cli.exchanges import is_exchange, write_exchange


def run(
    project: ProjectFolder,
    out: Annotated[Path, typer.Argument(help="File to write: .csv or .xlsx; .qdpx or .qdc for another program.")],
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Write all codings with their words and places; or the whole study, or the codebook, for another program."""
    with iv.open(project, key=key) as opened:
        if is_exchange(out):
            write_exchange(opened, out, checked or ())
            return
        codings = opened.codings
        iv.export(codings, out, project=opened, checked=checked or ())
    say(f"{len(codings)} codings written to {out}")
