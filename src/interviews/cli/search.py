"""`interviews search`: keyword in context."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, print_json, show_table


def run(
    project: ProjectFolder,
    query: Annotated[str, typer.Argument(help="Word or phrase; * stands for any part of a word.")],
    role: Annotated[str | None, typer.Option(help="interviewee, interviewer, interpreter.")] = None,
    case: Annotated[str | None, typer.Option(help="A case.")] = None,
    regex: Annotated[bool, typer.Option("--regex", help="The query is a regular expression.")] = False,
    as_json: AsJson = False,
) -> None:
    """Find a word or phrase with the words around it."""
    with iv.open(project) as opened:
        frame = iv.search(opened, query, role=role, case=case, regex=regex).table()
    if as_json:
        print_json(frame)
    else:
        show_table(frame[["transcript", "turn", "speaker", "left", "match", "right"]], f"{len(frame)} places")
