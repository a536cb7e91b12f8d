"""`interviews import`: codings from a table."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import KeyFile, ProjectFolder, finish, say

NAME = "import"


def run(
    project: ProjectFolder,
    files: Annotated[list[Path], typer.Argument(help="CSV: transcript, start, end, code, coder, memo, version.")],
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    key: KeyFile = None,
) -> None:
    """Take codings; their positions are over the texts as read, or over the anonymized text of the `version` given."""
    problems: list[iv.Problem] = []
    with iv.open(project, key=key) as opened:
        for file in files:
            rows, unread = iv.read_codings(file)
            saved = opened.save(rows, author=author)
            say(f"{file.name}: saved {saved.summary}")
            problems += [*unread, *saved.problems]
    finish(problems)
