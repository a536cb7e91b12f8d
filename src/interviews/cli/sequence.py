"""`interviews sequence`: the course of one interview."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, print_json, show_table
from interviews.cli.plotting import Plot, write_plot


def run(
    project: ProjectFolder,
    transcript: Annotated[str, typer.Argument(help="Name of a transcript.")],
    by: Annotated[str, typer.Option(help="code or theme.")] = "code",
    plot: Plot = None,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Show which codes come where along an interview."""
    with iv.open(project, key=key) as opened:
        course = iv.sequence(opened, transcript, by)
        if plot:
            write_plot(course.chart(opened.settings.language), plot, opened, checked)
    frame = course.table()
    if as_json:
        print_json(frame)
    else:
        columns = ["lane", "first_turn", "last_turn", "from_percent", "to_percent"]
        show_table(frame.sort_values(["start", "end"])[columns], f"{len(frame)} passages of {transcript}")
