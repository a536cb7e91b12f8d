"""`interviews anonymization-report`: how the anonymization was done, by whom, and what risks remain."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import Checked, KeyFile, ProjectFolder, patience, say

NAME = "anonymization-report"


def run(
    project: ProjectFolder,
    out: Annotated[Path, typer.Argument(help="File to write: .docx .md or .html.")],
    k: Annotated[int, typer.Option(help="Attributes shared by fewer than this are rare.")] = 3,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Write a report on the anonymization for an ethics board: figures only, no names."""
    with iv.open(project, key=key) as opened, patience("searching the project's files"):
        iv.report_anonymization(opened, out, k=k, checked=checked or ())
    say(f"report on the anonymization written to {out}")
