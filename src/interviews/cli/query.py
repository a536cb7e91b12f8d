"""`interviews query`: the codings that a question asks for, and questions kept by name."""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, print_json, say, show_table
from interviews.errors import MisuseError


def run(
    project: ProjectFolder,
    question: Annotated[str, typer.Argument(help="Such as 'Wohnen and not Gesundheit and case = Hafenstadt'.")] = "",
    by: Annotated[str | None, typer.Option(help="Count them by a column (case, code, role …).")] = None,
    out: Annotated[Path | None, typer.Option(help="Write them to .xlsx or .csv.")] = None,
    save: Annotated[str | None, typer.Option(help="Keep the question by this name, for @NAME.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the questions that are kept.")] = False,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Ask which passages were coded how, where and by whom; the language is described in docs/queries.md."""
    if not question and not listed:
        raise MisuseError("Write a question, such as 'Wohnen and case = Nord', or --list.")
    with iv.open(project, key=key) as opened:
        if listed:
            _show_saved(opened, as_json)
            return
        found = iv.query(opened, question)
        if save:
            opened.save(iv.Query(save, question))
        if out:
            iv.export(found, out, project=opened, checked=checked or ())
        _show(found, by, as_json, out)
    if save:
        say(f"saved: ask @{save} again, or within another question", error=True)


def _show(found: iv.View, by: str | None, as_json: bool, out: Path | None) -> None:
    title = f"{len(found)} codings: {found.question}"
    if as_json:
        print_json(found.count(by).reset_index() if by else found.table())
    elif out:
        say(f"{len(found)} codings written to {out}")
    elif by:
        counts = found.count(by)
        show_table(counts[counts > 0].reset_index(), title)
    else:
        show_table(found.columns("transcript", "turn", "speaker", "code", "coder", "text"), title)


def _show_saved(project: iv.Project, as_json: bool) -> None:
    rows = [(query.name, query.text, query.author) for query in project.queries]
    frame = pd.DataFrame(rows, columns=["name", "question", "author"])
    if as_json:
        print_json(frame)
    else:
        show_table(frame, "saved questions")
