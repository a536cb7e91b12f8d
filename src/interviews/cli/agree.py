"""`interviews agree`: how far coders agree, code by code."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, print_json, records, say, show_table


def run(
    project: ProjectFolder,
    coders: Annotated[str | None, typer.Option(help="Coders, separated by commas; all by default.")] = None,
    unit: Annotated[str, typer.Option(help="What is compared: character or turn.")] = "character",
    disagreements: Annotated[bool, typer.Option("--disagreements", help="List where they disagree.")] = False,
    as_json: AsJson = False,
) -> None:
    """Percent agreement, kappa and Krippendorff's alpha for every code."""
    with iv.open(project) as opened:
        names = [name.strip() for name in coders.split(",")] if coders else None
        agreement = iv.agree(opened, coders=names, unit=unit)
    frame = agreement.disagreements() if disagreements else agreement.table()
    if as_json:
        print_json({"unit": unit, "rows": records(frame), "notes": list(agreement.notes)})
        return
    title = f"agreement of {', '.join(agreement.coders)} on {unit}s"
    reasons: list[str] = []
    if not disagreements:
        # The coders stand in the title, and what is absent is explained below, where there is room for a sentence.
        told = zip(frame["code"], frame["reason"], strict=True)
        reasons = [f"{code}: {reason}" for code, reason in told if isinstance(reason, str) and reason]
        frame = frame.drop(columns=["coders", "reason"])
    show_table(frame, title)
    for note in (*reasons, *agreement.notes):
        say(f"· {note}")
