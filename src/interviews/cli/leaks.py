"""`interviews leaks`: does any file still name someone?"""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import PROBLEMS, AsJson, KeyFile, ProjectFolder, finish, print_json, say, show_table
from interviews.errors import counted


def run(
    project: ProjectFolder,
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders; the project by default.")] = None,
    residual: Annotated[
        bool, typer.Option("--residual", help="Count words in the texts that no dictionary explains.")
    ] = False,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="With --residual: show the words, which may be names.")
    ] = False,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Search files for every name that was replaced, in all its forms, without printing one.

    Exit status 1 where a name was found, or something could not be searched. With --residual: what may be a name that
    nobody noticed, in the anonymized texts.
    """
    with iv.open(project, key=key) as opened:
        if residual:
            _show_residual(iv.residual(opened, reveal=reveal), reveal, as_json)
            return
        leaks = iv.leaks(opened, paths or None)
    rows = [
        {"file": str(leak.path), "place": leak.place, "entity": leak.entity, "certain": leak.certain} for leak in leaks
    ]
    if as_json:
        print_json(rows)
    elif rows:
        show_table(pd.DataFrame(rows), "found")
    else:
        say(f"no replaced name was found in {counted(leaks.files, 'file', 'files')}")
    finish(leaks.problems)
    if any(leak.certain for leak in leaks):
        raise typer.Exit(PROBLEMS)


def _show_residual(found: pd.DataFrame, reveal: bool, as_json: bool) -> None:
    if as_json:
        print_json(found)
    elif found.empty:
        say("a dictionary explains every word of the anonymized texts")
    elif reveal:
        show_table(found[["transcript", "line", "words"]], "words that no dictionary explains")
    else:
        counts = found.groupby("transcript", sort=True).agg(places=("line", "size"), lines=("line", _lines))
        show_table(counts.reset_index(), "words that no dictionary explains")
        say("they may be names that were missed: --reveal shows them")


def _lines(numbers: "pd.Series[int]") -> str:
    """The first lines where they stand."""
    shown = list(dict.fromkeys(map(str, numbers)))
    return ", ".join(shown[:10]) + (" …" if len(shown) > 10 else "")
