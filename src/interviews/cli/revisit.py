"""`interviews revisit`: codings whose code means another thing now are looked at again."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, ProjectFolder, finish, print_json, say, show_table
from interviews.errors import MisuseError
from interviews.project.revisiting import revisit_sheet, save_revisit

_SHOWN = ["transcript", "turn", "coder", "code", "text", "review"]


def run(
    project: ProjectFolder,
    sheet: Annotated[Path | None, typer.Argument(help="A sheet with decisions, to take back.")] = None,
    into: Annotated[Path | None, typer.Option(help="Write a sheet with a column for decisions: .xlsx .csv.")] = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="Say that those shown hold as they are.")] = False,
    recode: Annotated[str | None, typer.Option(metavar="CODE", help="Give those shown another code.")] = None,
    code: Annotated[str | None, typer.Option(help="Only those of this code.")] = None,
    coder: Annotated[str | None, typer.Option(help="Only those of this coder.")] = None,
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """List the codings to be reviewed with the reason, and decide: all shown at once, or one by one in a sheet.

    In the sheet's column `decision`, `keep` says that a coding holds, and the path of another code takes its place.
    """
    if sum((sheet is not None, into is not None, confirm, recode is not None)) > 1:
        raise MisuseError("Give one of a sheet to take back, --into, --confirm and --recode.")
    with iv.open(project, key=key) as opened:
        if sheet:
            saved = save_revisit(opened, sheet, author or opened.user)
            say(f"saved: {saved.summary}")
            finish(saved.problems)
            return
        wanted = {"code": code, "coder": coder}
        waiting = opened.to_review.where(**{name: value for name, value in wanted.items() if value})
        if into:
            iv.export(revisit_sheet(opened, waiting), into, project=opened)
            say(f"{len(waiting)} codings written to {into}; decide in the column 'decision' and give the sheet back")
        elif confirm:
            say(f"saved: {opened.confirm(waiting, author=author).summary}")
        elif recode:
            say(f"saved: {opened.recode(waiting, recode, author=author).summary}")
        elif as_json:
            print_json(waiting.columns("coding", *_SHOWN))
        elif len(waiting):
            show_table(waiting.columns(*_SHOWN), f"{len(waiting)} codings to be reviewed")
        else:
            say("no codings to be reviewed")
