"""Pictures of what the commands tell."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

import interviews as iv
from interviews.cli.console import say

Plot = Annotated[Path | None, typer.Option(help="Draw it into a new file: .png, .svg or .html.")]


def write_plot(chart: Any, path: Path, project: iv.Project, checked: Iterable[str] | None) -> None:
    """Write a picture, checked for names like everything that leaves, and say so on standard error."""
    iv.export(chart, path, project=project, checked=checked or ())
    say(f"picture written to {path}", error=True)
