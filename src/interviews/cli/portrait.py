"""`interviews portrait`: a code on one page."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, print_json, records, say
from interviews.cli.plotting import Plot, write_plot


def run(
    project: ProjectFolder,
    code: Annotated[str, typer.Argument(help="A code, its sub-codes included.")],
    plot: Plot = None,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Show where a code occurs, who speaks of it, what it goes with, and in which words."""
    with iv.open(project, key=key) as opened:
        found = iv.portrait(opened, code)
        if plot:
            write_plot(found.chart(opened.settings.language), plot, opened, checked)
    if as_json:
        print_json({"code": found.code, **found.figures, "rows": records(found.table())})
    else:
        say(repr(found))
