"""`interviews archive`: the whole project as plain files."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import Checked, KeyFile, ProjectFolder, finish, say


def run(
    project: ProjectFolder,
    out: Annotated[Path, typer.Argument(help="Folder of the archive, new or of this project; or a file .zip.")],
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Write the whole project as plain files, for git, for a data centre, for merging and for later."""
    with iv.open(project, key=key) as opened:
        saved = iv.archive(opened, out, checked=checked or ())
    say(f"archive written to {out}: {saved.summary}")
    finish(saved.problems)
