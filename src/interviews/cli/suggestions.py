"""`interviews suggestions`: taking back a table in which a person decided on suggested codings."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, finish, print_json, say, show_table
from interviews.errors import MisuseError


def run(
    project: ProjectFolder,
    file: Annotated[Path | None, typer.Argument(help="The table with the decisions: .xlsx or .csv.")] = None,
    coder: Annotated[str | None, typer.Option(help="Who decided, and codes what was accepted.")] = None,
    into: Annotated[Path | None, typer.Option(help="Write the open suggestions to .xlsx or .csv.")] = None,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Make codings of the suggestions accepted in a table; without one, show what nobody has decided on."""
    if file and not coder:
        raise MisuseError("Say who decided: --coder NAME.")
    with iv.open(project, key=key) as opened:
        if file:
            decided = iv.read_suggestions(opened, file)
            saved = opened.save(decided, author=coder)
            print_json(saved.counts) if as_json else say(f"{decided.summary()}; saved {saved.summary}")
            finish(saved.problems)
        elif into:
            written = iv.export(opened.suggestions, into, project=opened, checked=checked or ())
            say(f"{len(opened.suggestions)} suggestions written to {written}")
        elif as_json:
            print_json(opened.suggestions.table())
        else:
            frame = opened.suggestions.table()[["code", "transcript", "turn", "speaker", "words", "source"]]
            show_table(frame, opened.suggestions.summary())
