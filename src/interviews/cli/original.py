"""`interviews original`: a text as it was read, for keepers."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import KeyFile, ProjectFolder, say


def run(
    project: ProjectFolder,
    transcript: Annotated[str, typer.Argument(help="Name or id of the transcript.")],
    to: Annotated[Path, typer.Option(help="New file outside the project folder; it will name people.")],
    key: KeyFile = None,
) -> None:
    """Write a text as it was read, with all names, into a file outside the project."""
    with iv.open(project, key=key) as opened:
        opened.write_original(transcript, to)
    say("written; this file names people: delete it when you are done")
