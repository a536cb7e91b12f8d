"""`interviews report`: profiles, theme chapters and pull-quotes as a document."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import Checked, KeyFile, ProjectFolder, say


def run(
    project: ProjectFolder,
    out: Annotated[Path, typer.Argument(help="File to write: .docx .md or .html.")],
    topics: Annotated[bool, typer.Option("--topics/--no-topics", help="With a table of topics.")] = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Write the report of the study."""
    with iv.open(project, key=key) as opened:
        iv.report(opened, out, topics=iv.fit_topics(opened) if topics else None, checked=checked or ())
    say(f"report written to {out}")
