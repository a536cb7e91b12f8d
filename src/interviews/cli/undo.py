"""`interviews undo`: taking back what one did last, over any distance."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import ProjectFolder, say

Author = Annotated[str | None, typer.Option(help="Whose last act; by default that of your name on this computer.")]
Times = Annotated[int, typer.Option(min=1, help="How many acts.")]


def run(project: ProjectFolder, author: Author = None, times: Times = 1) -> None:
    """Take back what you did last: coded, retracted, reviewed, revised. Nothing is deleted; `redo` brings it back."""
    with iv.open(project) as opened:
        for _ in range(times):
            say(str(opened.undo(author=author)))
