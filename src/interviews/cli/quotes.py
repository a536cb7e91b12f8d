"""`interviews quotes`: passages for print, with their citation."""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, finish, print_json, say, show_table
from interviews.errors import Problem, Severity
from interviews.quotes import Quotes


def run(
    project: ProjectFolder,
    code: Annotated[str | None, typer.Option(help="A code, its sub-codes included.")] = None,
    case: Annotated[str | None, typer.Option(help="A case.")] = None,
    released: Annotated[bool, typer.Option("--released", help="Only those that somebody released.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write them to .docx .md .html .csv or .xlsx.")] = None,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Show or export quotes of people who agreed to be quoted: their attribute `consent` is `publication`."""
    with iv.open(project, key=key) as opened:
        quotes = opened.quotes(code=code, case=case, released=released or None)
        if out:
            iv.export(quotes, out, checked=checked or ())
    rows = [
        {
            "citation": q.citation,
            "speaker": q.speaker,
            "case": q.case,
            "codes": ", ".join(q.codes),
            "rare": q.rare,
            "text": q.text,
        }
        for q in quotes
    ]
    if as_json:
        print_json(rows)
    elif out:
        say(f"{len(rows)} quotes written to {out}")
    else:
        show_table(
            pd.DataFrame(rows, columns=["citation", "speaker", "case", "codes", "rare", "text"]), f"{len(rows)} quotes"
        )
    finish([*quotes.problems, *_risks(quotes), *([_unreleased(project)] if released and not rows else [])])


def _unreleased(project: Path) -> Problem:
    told = f"none is released yet: release them in the workspace (interviews code {project}), view Quotes"
    return Problem("quotes", told, Severity.INFO)


def _risks(quotes: Quotes) -> list[Problem]:
    """That some speakers might be recognized: a person looks before printing, nothing is refused."""
    rare = len(quotes.rare)
    told = "look before printing: attributes of the speaker (column rare) are shared by fewer than 3 participants"
    return [Problem(f"{rare} of {len(quotes)} quotes", told, Severity.INFO)] if rare else []
