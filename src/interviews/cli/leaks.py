"""`interviews leaks`: does any file still name someone?"""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import PROBLEMS, AsJson, KeyFile, ProjectFolder, finish, print_json, say, show_table


def run(
    project: ProjectFolder,
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders; the project by default.")] = None,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Search files for every name that was replaced, in all its forms, without printing one."""
    with iv.open(project, key=key) as opened:
        leaks = iv.leaks(opened, paths or None)
    rows = [
        {"file": str(leak.path), "place": leak.place, "entity": leak.entity, "certain": leak.certain} for leak in leaks
    ]
    if as_json:
        print_json(rows)
    elif rows:
        show_table(pd.DataFrame(rows), "found")
    else:
        say(f"no replaced name was found in {leaks.files} files")
    finish(leaks.problems)
    if any(leak.certain for leak in leaks):
        raise typer.Exit(PROBLEMS)
