"""What `import` and `export` share: files of other programs, and the report of what they could not hold."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

import interviews as iv
from interviews.cli.console import finish, patience, say, show_table
from interviews.formats.refi import own_program

_SUFFIXES = (".qdpx", ".qdc", ".qde", ".zip")


def is_exchange(path: Path) -> bool:
    """Whether the file's name, or its beginning, is that of another program's project or codebook."""
    if path.suffix.casefold() in _SUFFIXES or own_program(path):
        return True
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04" and path.suffix.casefold() != ".xlsx"
    except OSError:
        return False


def show_losses(problems: Iterable[iv.Problem], title: str) -> None:
    """What was or would be lost, as a table."""
    rows = [(str(problem.severity), problem.where, problem.message) for problem in problems]
    if rows:
        show_table(pd.DataFrame(rows, columns=["severity", "where", "what"]), title)


def write_exchange(project: iv.Project, out: Path, checked: Iterable[str]) -> None:
    """Write the study or its codebook for another program, and tell what that file cannot hold."""
    with patience(f"writing {out.name}"):
        written = iv.export(project, out, checked=checked)
    show_losses(written.problems, "not in the file, or not as it is here")
    say(f"{'codebook' if out.suffix.casefold() == '.qdc' else 'study'} written to {out}")
    finish((), shown=[problem for problem in written.problems if problem.severity == "error"])
