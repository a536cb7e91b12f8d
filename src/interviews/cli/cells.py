"""`interviews cells`: which combinations of attributes only few participants share."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import PROBLEMS, AsJson, ProjectFolder, print_json, say, show_table

_SHOWN = 40


def run(
    project: ProjectFolder,
    k: Annotated[int, typer.Option(help="Combinations shared by fewer than this are small.")] = 3,
    attribute: Annotated[list[str] | None, typer.Option(help="Only this attribute; repeatable.")] = None,
    most: Annotated[int, typer.Option(help="Combine up to this many attributes.")] = 3,
    everything: Annotated[bool, typer.Option("--all", help="All combinations instead of the small ones.")] = False,
    as_json: AsJson = False,
) -> None:
    """Count who shares which attributes; exit status 1 where fewer than k share a combination."""
    with iv.open(project) as opened:
        cells = iv.small_cells(opened, k=k, attributes=attribute, most=most)
    shown = cells.table() if everything else cells.small
    if as_json:
        print_json(shown)
    else:
        if not everything:
            shown = shown[shown["new"]]
        show_table(shown.head(_SHOWN).drop(columns=["new"]), "combinations" if everything else "small combinations")
        if len(shown) > _SHOWN:
            say(f"and {len(shown) - _SHOWN} more: --json prints all of them")
        say(cells.summary())
    if len(cells.small):
        raise typer.Exit(PROBLEMS)
