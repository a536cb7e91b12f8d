"""`interviews anonymize`: propose replacements, have them reviewed in a spreadsheet, apply them."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, ProjectFolder, as_typed, finish, print_json, say, show_table


def run(
    project: ProjectFolder,
    sheet: Annotated[Path | None, typer.Option(help="Write the proposals to this .xlsx for review.")] = None,
    decisions: Annotated[Path | None, typer.Option("--from", help="Take the decisions from a reviewed .xlsx.")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Replace as proposed or decided, and save.")] = False,
    gazetteer: Annotated[Path | None, typer.Option(help="The study's own list of names (YAML or CSV).")] = None,
    keep: Annotated[list[str] | None, typer.Option(help="A name that may stay; repeatable.")] = None,
    profile: Annotated[
        str | None, typer.Option(help="What is proposed: team, archive, publication, or one of anonymization.yaml.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Propose what to replace; nothing is replaced without --accept. What a sheet decides (--from) is kept at once."""
    with iv.open(project, key=key) as opened:
        proposals = iv.anonymize(opened, gazetteer=gazetteer, keep=keep or (), profile=profile)
        problems = list(proposals.problems)
        if decisions:
            proposals = proposals.from_excel(decisions)
            problems += [problem for problem in proposals.problems if problem not in problems]
            kept = opened.save(proposals, author=author)
            problems += kept.problems
            if not as_json:
                say(f"saved: {kept.summary}")
        if sheet:
            proposals.to_excel(sheet, forbidden=opened.folder)
        if as_json:
            print_json(proposals.table())
        elif not accept:
            shown = ["id", "type", "mentions", "decision", "replacement", "score"]
            by = f"proposed by the profile {proposals.policy.profile}; the review sheet shows the originals"
            show_table(proposals.table()[shown], by)
        if accept:
            saved = opened.save(proposals.accept(), author=author)
            problems += saved.problems
            say(f"saved: {saved.summary}; next: interviews leaks {as_typed(project)}")
        elif not as_json:
            say(
                f"next: open {sheet}, decide, then"
                if sheet
                else f"next: interviews anonymize {as_typed(project)} --sheet ../review.xlsx, decide, then"
            )
            filled = as_typed(sheet or Path("../review.xlsx"))
            say(f"      interviews anonymize {as_typed(project)} --from {filled} --accept")
    finish(problems)
