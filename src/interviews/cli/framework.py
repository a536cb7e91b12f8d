"""`interviews framework`: case by theme."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, print_json, show_table
from interviews.errors import MisuseError


def run(
    project: ProjectFolder,
    case: Annotated[str | None, typer.Option(help="With --theme: the evidence of one cell.")] = None,
    theme: Annotated[str | None, typer.Option(help="With --case: the evidence of one cell.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show how often each theme is coded in each case, or the evidence in one cell."""
    if bool(case) is not bool(theme):
        raise MisuseError("Give --case and --theme together: a cell of the matrix has both.")
    with iv.open(project) as opened:
        matrix = iv.framework(opened)
    if case and theme:
        frame = matrix.cell(case, theme)
        title = f"{case} × {theme}: {len(frame)} passages"
    else:
        frame, title = matrix.counts().reset_index(), "passages by case and theme"
    if as_json:
        print_json(frame)
    else:
        show_table(frame, title)
