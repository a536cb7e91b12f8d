"""`interviews crosstab`: codings by two attributes."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, print_json, records, say, show_table
from interviews.cli.plotting import Plot, write_plot
from interviews.exploration import draw_crosstab

NAME = "crosstab"


def run(
    project: ProjectFolder,
    rows: Annotated[str, typer.Option(help="theme, code or any attribute.")] = "theme",
    columns: Annotated[str, typer.Option(help="case, role, coder or any attribute.")] = "case",
    values: Annotated[
        str, typer.Option(help="codings, transcripts or characters; with --publish codings or participants.")
    ] = "codings",
    publish: Annotated[bool, typer.Option("--publish", help="Hide cells of few participants, for print.")] = False,
    k: Annotated[int, typer.Option(help="With --publish: few are fewer than this.")] = 3,
    plot: Plot = None,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Count codings by theme and case, or by any two attributes."""
    note = ""
    with iv.open(project, key=key) as opened:
        if publish:
            published = iv.publish_crosstab(opened, rows=rows, columns=columns, values=values, k=k)
            frame, note = published.table(), published.note
        else:
            frame = iv.crosstab(opened, rows=rows, columns=columns, values=values)
        if plot:
            chart = draw_crosstab(frame, values=values, language=opened.settings.language)
            write_plot(chart, plot, opened, checked)
    if as_json:
        print_json({"rows": records(frame.reset_index()), "note": note} if publish else frame.reset_index())
    else:
        show_table(frame, f"{values} by {rows} and {columns}", index=True)
        if note:
            say(note)
