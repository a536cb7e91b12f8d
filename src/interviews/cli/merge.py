"""`interviews merge`: copies in which several people worked become one project again."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import KeyFile, ProjectFolder, finish, say


def run(
    project: ProjectFolder,
    others: Annotated[list[Path], typer.Argument(help="Other copies of it: folders, databases or archives.")],
    key: KeyFile = None,
) -> None:
    """Add to a project what other people's copies of it have; the copies stay as they are."""
    with iv.open(project, key=key) as opened:
        saved = opened.merge(*others)
    say(f"merged: {saved.summary}")
    finish(saved.problems)
