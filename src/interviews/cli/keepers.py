"""`interviews keepers`: who can open the vault."""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, ProjectFolder, as_typed, finish, print_json, say, show_table


def run(
    project: ProjectFolder,
    new_key: Annotated[Path | None, typer.Option(help="Make a key of your own in this new file.")] = None,
    add: Annotated[str | None, typer.Option(help="Public key (age1…) of somebody who may open the vault, too.")] = None,
    name: Annotated[str, typer.Option(help="Whose key is added; alone, your own name.")] = "",
    remove: Annotated[str | None, typer.Option(help="Public key of a keeper who is to be shut out.")] = None,
    rotate: Annotated[bool, typer.Option("--rotate", help="Give yourself a new key, and every interview.")] = False,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """List the keepers of the vault, add or remove one, or change keys; a change that was cut off is completed."""
    if new_key:
        say(f"your public key is {iv.create_key(new_key)}; a keeper adds it by")
        say(f"      interviews keepers {as_typed(project)} --add age1… --name …")
        return
    with iv.open(project, key=key) as opened:
        problems = list(opened.change_keepers(add=add, name=name, remove=remove, rotate=rotate))
        rows = [{"name": keeper.name, "public key": keeper.public_key} for keeper in opened.vault.safe.keepers]
    if as_json:
        print_json(rows)
    else:
        show_table(pd.DataFrame(rows), "keepers")
    if remove:
        say("What is in the vault now does not open for the one removed; what they could copy before still does.")
    finish(problems)
