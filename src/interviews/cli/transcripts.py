"""`interviews transcripts`: the anonymized texts, listed or printed."""

from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, print_json, show_table
from interviews.errors import MisuseError


def run(
    project: ProjectFolder,
    name: Annotated[str | None, typer.Argument(help="Print the text of this one.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the anonymized transcripts, or print one: the text that codings are made over."""
    with iv.open(project) as opened:
        transcripts = opened.transcripts
    if name:
        found = next((one for one in transcripts if one.name == name), None)
        if found is None:
            names = ", ".join(one.name for one in transcripts)
            raise MisuseError(f"There is no anonymized transcript {name}; there are: {names or 'none yet'}.")
        typer.echo(found.text, nl=False)
        return
    rows = [(one.name, one.version, one.case, one.language, len(one.turns), len(one.text)) for one in transcripts]
    frame = pd.DataFrame(rows, columns=["transcript", "version", "case", "language", "turns", "characters"])
    if as_json:
        print_json(frame)
    else:
        show_table(frame, f"{len(frame)} anonymized transcripts")
