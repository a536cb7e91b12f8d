"""`interviews crosstab`: codings by two attributes."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, print_json, show_table

NAME = "crosstab"


def run(
    project: ProjectFolder,
    rows: Annotated[str, typer.Option(help="theme, code or any attribute.")] = "theme",
    columns: Annotated[str, typer.Option(help="case, role, coder or any attribute.")] = "case",
    values: Annotated[str, typer.Option(help="codings, transcripts or characters.")] = "codings",
    as_json: AsJson = False,
) -> None:
    """Count codings by theme and case, or by any two attributes."""
    with iv.open(project) as opened:
        frame = iv.crosstab(opened, rows=rows, columns=columns, values=values)
    if as_json:
        print_json(frame.reset_index())
    else:
        show_table(frame, f"{values} by {rows} and {columns}", index=True)
