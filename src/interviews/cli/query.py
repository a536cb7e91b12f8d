"""`interviews query`: the codings that a question asks for."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, print_json, say, show_table


def run(
    project: ProjectFolder,
    question: Annotated[str, typer.Argument(help="Such as 'Wohnen and not Gesundheit and case = Hafenstadt'.")],
    by: Annotated[str | None, typer.Option(help="Count them by a column (case, code, role …).")] = None,
    out: Annotated[Path | None, typer.Option(help="Write them to .xlsx or .csv.")] = None,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Ask which passages were coded how, where and by whom; the language is described in docs/queries.md."""
    with iv.open(project, key=key) as opened:
        found = iv.query(opened, question)
        if out:
            iv.export(found, out, project=opened, checked=checked or ())
    if as_json:
        print_json(found.count(by).reset_index() if by else found.table())
    elif out:
        say(f"{len(found)} codings written to {out}")
    elif by:
        show_table(found.count(by).reset_index(), f"{len(found)} codings: {found.question}")
    else:
        frame = found.columns("transcript", "turn", "speaker", "code", "coder", "text")
        show_table(frame, f"{len(found)} codings: {found.question}")
