"""How the commands speak: tables and sentences for people, JSON for programs."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from threading import Timer
from typing import Annotated, Any

import pandas as pd
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from interviews.errors import Problem, Severity

PROBLEMS = 1
MISUSE = 2
INTERRUPTED = 130

ProjectFolder = Annotated[Path, typer.Argument(help="Folder of the project.", metavar="PROJECT")]
KeyFile = Annotated[Path | None, typer.Option("--key", help="File with the key of the vault.")]
Checked = Annotated[
    list[str] | None, typer.Option(help="An entity (PER-012) whose place you looked at and found harmless; repeatable.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]

_WHOLE_COLUMN = 10

console = Console(highlight=False, soft_wrap=False)
_errors = Console(stderr=True, highlight=False)
_COLOURS = {Severity.INFO: "dim", Severity.WARNING: "yellow", Severity.ERROR: "red"}


def say(sentence: str, *, error: bool = False) -> None:
    """A sentence for the person at the terminal; on standard error, it is not among the figures of `--json`."""
    (_errors if error else console).print(escape(sentence), soft_wrap=True)


def as_typed(path: Path) -> str:
    """A path within a command that a person can copy, in quotation marks where it needs them."""
    return quote(str(path))


def complain(sentence: str) -> None:
    """What went wrong, on standard error."""
    _errors.print(f"[red]interviews:[/red] {escape(sentence)}", soft_wrap=True)


def show_table(frame: pd.DataFrame, title: str = "", *, index: bool = False) -> None:
    """A table for reading: numbers to the right, absent values empty, two decimals."""
    shown = frame.reset_index() if index else frame
    table = Table(title=title or None, title_justify="left", title_style="bold", header_style="bold")
    rows = [[_cell(value) for value in row] for row in shown.itertuples(index=False, name=None)]
    for number, name in enumerate(shown.columns):
        numeric = pd.api.types.is_numeric_dtype(shown[name])
        # Short columns stay whole, so that those with words in them take what is left of the line.
        whole = max([len(str(name)), *(len(row[number]) for row in rows)]) <= _WHOLE_COLUMN
        table.add_column(escape(str(name)), justify="right" if numeric else "left", overflow="fold", no_wrap=whole)
    for row in rows:
        table.add_row(*map(escape, row))
    console.print(table)


def print_json(value: Any) -> None:
    """JSON with readable letters; tables become lists of records, absent figures null."""
    if isinstance(value, pd.DataFrame):
        value = records(value)
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as plain values."""
    return json.loads(frame.to_json(orient="records", date_format="iso", force_ascii=False))  # type: ignore[no-any-return]


@contextmanager
def patience(doing: str) -> Iterator[None]:
    """Say what is being done where it takes longer than two seconds."""
    status = _errors.status(escape(doing))
    timer = Timer(2, status.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        status.stop()


def finish(problems: Iterable[Problem], *, shown: Iterable[Problem] = ()) -> None:
    """Show the problems and leave with status 1 if any of them, or of those shown before, asks for a look."""
    problems = list(problems)
    for problem in problems:
        colour = _COLOURS[problem.severity]
        _errors.print(f"[{colour}]{problem.severity}[/{colour}] {escape(str(problem))}", soft_wrap=True)
    if any(problem.severity is not Severity.INFO for problem in (*problems, *shown)):
        raise typer.Exit(PROBLEMS)


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and pd.isna(value)) or value is pd.NA:
        return ""
    return f"{round(value, 2) + 0.0:.2f}" if isinstance(value, float) else str(value)
