"""`interviews adjudicate`: where two coders differ, somebody decides, and says why."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, ProjectFolder, print_json, say, show_table
from interviews.errors import MisuseError

_SHOWN = ["transcript", "turn", "difference", "first", "second", "text", "decision", "reason", "author"]
_CONSENSUS = "consensus"


def run(
    project: ProjectFolder,
    first: Annotated[str, typer.Argument(help="One coder.")],
    second: Annotated[str, typer.Argument(help="Another coder.")],
    take: Annotated[
        str | None, typer.Option(help="Whose codings hold where they are shown: a coder, both, neither.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why, for the history.")] = "",
    transcript: Annotated[str | None, typer.Option(help="Only those of this transcript.")] = None,
    difference: Annotated[str | None, typer.Option(help="Only those of a kind: borders, code, one.")] = None,
    undecided: Annotated[bool, typer.Option("--open", help="Only those on which nobody has decided.")] = False,
    name: Annotated[str, typer.Option("--as", help="In whose name the outcome stands.")] = _CONSENSUS,
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """List where two coders differ and what was decided, or decide the same on all that are shown."""
    with iv.open(project, key=key) as opened:
        everything = opened.disagreements(first, second, coder=name)
        wanted = {"transcript": transcript, "difference": difference, "decision": [None] if undecided else None}
        found = everything.where(**{column: value for column, value in wanted.items() if value})
        if take is not None:
            if not len(found):
                raise MisuseError("No disagreement is like that: nothing was decided.")
            say(f"saved: {opened.adjudicate(found, take, reason=reason, coder=name, author=author).summary}")
            return
        frame = found.table()
        decided = int(everything.columns("decision")["decision"].notna().sum())
    if as_json:
        print_json(frame)
    else:
        show_table(frame[_SHOWN], f"{len(frame)} disagreements of {first} and {second}")
        say(f"{decided} of {len(everything)} decided")
