"""`interviews verify`: is everything in a project as it should be?"""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, ProjectFolder, finish, print_json, records, say, show_table


def run(
    project: ProjectFolder,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make anew what is derived; records stay as they are.")
    ] = False,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Look through a project: database, records, codebook files, vault. Status 0 where it is sound."""
    found = iv.verify(project, repair=repair, key=key)
    if as_json:
        problems = [{"where": one.where, "message": one.message, "severity": one.severity} for one in found.problems]
        parts = records(found.table())
        print_json({"sound": found.sound, "parts": parts, "repaired": found.repaired, "problems": problems})
    else:
        show_table(found.table(), str(project))
        for what in found.repaired:
            say(f"repaired: {what}")
    finish(found.problems)
