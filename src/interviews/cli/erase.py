"""`interviews erase`: somebody withdraws."""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import KeyFile, ProjectFolder, as_typed, complain, finish, say, show_table
from interviews.project import plan_erasure


def run(
    project: ProjectFolder,
    who: Annotated[str, typer.Argument(help="Who withdraws: a participant, or a transcript by its name or id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Destroy it; without this it is only counted.")] = False,
    archive: Annotated[list[Path] | None, typer.Option(help="An archive to write anew; repeatable.")] = None,
    to: Annotated[Path | None, typer.Option(help="Where the certificate goes (.md or .docx).")] = None,
    keep_code_names: Annotated[
        bool,
        typer.Option("--keep-code-names", help="Codes named by its words stay; the certificate tells."),
    ] = False,
    key: KeyFile = None,
) -> None:
    """Destroy an interview everywhere, for good, and certify it; nobody can undo this."""
    with iv.open(project, key=key) as opened:
        if not yes:
            _count(opened, who, archive or [], to)
            return
        erased = iv.erase(opened, who, archives=archive or (), to=to, keep_code_names=keep_code_names)
    for one in erased:
        say(f"certificate: {one.certificate}")
    say("erased; exports, backups and copies are named in the certificate: they are yours to delete")
    if any("learned" in one.counts for one in erased):
        say("what was learned from the decisions is deleted, too: it must be learned anew")
    finish([problem for one in erased for problem in one.problems])


def _count(opened: iv.Project, who: str, archives: list[Path], to: Path | None) -> None:
    plan = plan_erasure(opened, who, archives, to)
    rows = [{"what": what.replace("_", " "), "count": count} for what, count in plan.counts.items()]
    show_table(pd.DataFrame(rows), f"would be destroyed: {len(plan.transcripts)} interviews")
    if len(plan.participants) > 1:
        complain(f"{len(plan.participants)} participants speak in these interviews and in no other: all of them go")
    say("nothing was destroyed yet; nobody can undo it. To do it:")
    say(f"      interviews erase {as_typed(opened.folder)} … --yes")
