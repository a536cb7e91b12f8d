"""`interviews show`: the codings, by code, case and coder."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, as_typed, print_json, show_table
from interviews.errors import MisuseError


def run(
    project: ProjectFolder,
    code: Annotated[str | None, typer.Option(help="A code, its sub-codes included.")] = None,
    case: Annotated[str | None, typer.Option(help="A case.")] = None,
    coder: Annotated[str | None, typer.Option(help="A coder.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show coded passages with their place."""
    with iv.open(project) as opened:
        wanted = {"code": code, "case": case, "coder": coder}
        if coder and coder not in set(opened.codings.columns("coder")["coder"]):
            raise MisuseError(
                f"There are no codings by {coder}; see: interviews crosstab {as_typed(project)} --columns coder"
            )
        view = opened.codings.where(**{name: value for name, value in wanted.items() if value})
    frame = view.table()[["transcript", "turn", "speaker", "code", "coder", "text"]]
    if as_json:
        print_json(view.table())
    else:
        show_table(frame, f"{len(frame)} codings")
