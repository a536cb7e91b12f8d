"""`interviews history`: who did what and when."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, print_json, say


def run(
    project: ProjectFolder,
    last: Annotated[int | None, typer.Option(min=1, help="Only the last so many acts.")] = None,
    as_json: AsJson = False,
) -> None:
    """Tell who did what and when, the oldest first."""
    with iv.open(project) as opened:
        if as_json:
            frame = opened.history()
            print_json(frame.tail(last) if last else frame)
        else:
            say(str(opened.log(last)))
