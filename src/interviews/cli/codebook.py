"""`interviews codebook`: check a codebook, show it, take it into a project."""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, finish, print_json, say, show_table


def run(
    file: Annotated[Path, typer.Argument(help="Codebook as YAML, or as a table: .xlsx .csv")],
    project: Annotated[Path | None, typer.Option(help="Save it into this project; without it, only check.")] = None,
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Read a codebook and show its codes; a .qdc of another program comes in by `interviews import`."""
    codebook = iv.read_codebook(file)
    frame = pd.DataFrame(
        [{"code": code.path, "colour": code.colour, "definition": code.definition} for code in codebook]
    )
    if as_json:
        print_json(frame)
    else:
        show_table(frame, f"{codebook.name}, version {codebook.version}: {len(codebook)} codes")
    if project:
        with iv.open(project, key=key) as opened:
            saved = opened.save(codebook, author=author)
        if not as_json:
            say(f"saved: {saved.summary}")
        finish(saved.problems)
