"""`interviews speakers`: who speaks, in one table for the whole study, to be corrected and taken back."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, ProjectFolder, as_typed, finish, print_json, say, show_table
from interviews.project import Saved


def run(
    project: ProjectFolder,
    sheet: Annotated[Path | None, typer.Option(help="Write the table to this .xlsx or .csv for correction.")] = None,
    corrected: Annotated[Path | None, typer.Option("--from", help="Take the corrected table back.")] = None,
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Show which roles speakers have and how that is known; correct roles, participants and cases in a table."""
    with iv.open(project, key=key) as opened:
        saved = opened.save_speakers(corrected, author=author) if corrected else None
        if sheet:
            opened.write_speakers(sheet)
        table = (
            opened.speakers()
            .groupby(["role", "known from"], as_index=False)
            .agg(speakers=("speaker", "size"), transcripts=("transcript", "nunique"), turns=("turns", "sum"))
        )
    if as_json:
        print_json(table)
    else:
        show_table(table, "speakers; their labels may be names and stand in the sheet only")
        say(_next(project, sheet, saved))
    finish(saved.problems if saved else ())


def _next(project: Path, sheet: Path | None, saved: Saved | None) -> str:
    if sheet:
        typed = f"interviews speakers {as_typed(project)} --from {as_typed(sheet)}"
        return f"next: open {sheet}, correct roles and participants, then {typed}"
    if saved:
        return f"saved: {saved.summary}"
    return f"to correct them: interviews speakers {as_typed(project)} --sheet ../speakers.xlsx"
