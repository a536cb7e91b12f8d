"""`interviews revise PROJECT …`: one change of the codebook, recorded as a step; codings follow."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

import interviews as iv
from interviews.cli.console import KeyFile, finish, say
from interviews.errors import MisuseError
from interviews.model import Codebook, Step
from interviews.project.revising import preview_revision, revise_project

# The options that all changes share may stand at the end of the line, too.
_ANYWHERE = {"allow_interspersed_args": True, "ignore_unknown_options": True}
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, context_settings=_ANYWHERE)

Code = Annotated[str, typer.Argument(help="Path of the code, such as Wohnen/Miete.")]
After = Annotated[str | None, typer.Option(help="Name of the sibling it stands behind; '' for the first place.")]
Text = Annotated[str | None, typer.Option(help="'' takes it away.")]


class _Asked(NamedTuple):
    """What all changes share: where, by whom, why, and whether to save."""

    project: Path
    author: str | None
    reason: str
    dry_run: bool
    key: Path | None


@app.callback()
def run(
    context: typer.Context,
    project: Annotated[Path, typer.Argument(help="Folder of the project.", metavar="PROJECT")],
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    reason: Annotated[str, typer.Option(help="Why; it is told to those who look at the codings again.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would change, and save nothing.")] = False,
    key: KeyFile = None,
) -> None:
    """Change the codebook: add, rename, move, merge, split, retire or redefine a code. `interviews undo` takes it back.

    Codings follow the codes. Where a code means another thing, its codings wait in `interviews revisit`.
    """
    context.obj = _Asked(project, author, reason, dry_run, key)


@app.command()
def add(
    context: typer.Context,
    code: Code,
    after: After = None,
    definition: Text = None,
    use_when: Text = None,
    not_when: Text = None,
    colour: Text = None,
) -> None:
    """Add a code."""
    texts = _given(definition=definition, use_when=use_when, not_when=not_when, colour=colour)
    _take(context, [iv.steps.add(code, after=after, **texts)])


@app.command()
def rename(context: typer.Context, code: Code, name: str) -> None:
    """Give a code another name in its place."""
    _take(context, [iv.steps.rename(code, name)])


@app.command()
def move(
    context: typer.Context,
    code: Code,
    under: Annotated[str | None, typer.Option(help="The code above it; without one it becomes a theme.")] = None,
    after: After = None,
) -> None:
    """Put a code, with its sub-codes, below another one or to the top."""
    _take(context, [iv.steps.move(code, under, after=after)])


@app.command()
def merge(context: typer.Context, code: Code, into: Annotated[str, typer.Option(help="The code that stays.")]) -> None:
    """Merge a code into another one, whose texts stay; sub-codes of the same name are merged too."""
    _take(context, [iv.steps.merge(code, into)])


@app.command()
def split(
    context: typer.Context,
    code: Code,
    parts: Annotated[list[str], typer.Argument(help="Names of the new codes.")],
    beside: Annotated[bool, typer.Option("--beside", help="Beside the code, which is retired, not below it.")] = False,
) -> None:
    """Split a code into new ones; its codings wait until somebody looked at them again."""
    _take(context, iv.steps.split(code, *parts, beside=beside))


@app.command()
def retire(
    context: typer.Context,
    code: Code,
    family: Annotated[bool, typer.Option("--sub-codes", help="And all codes below it.")] = False,
) -> None:
    """Use a code for coding no more; it stays for what was coded with it."""
    _take(context, lambda codebook: iv.steps.retire_family(codebook, code) if family else [iv.steps.retire(code)])


@app.command()
def redefine(
    context: typer.Context,
    code: Code,
    definition: Text = None,
    use_when: Text = None,
    not_when: Text = None,
    anchor: Text = None,
    anchor_source: Text = None,
    counter: Text = None,
    memo: Text = None,
    colour: Text = None,
    label: Annotated[list[str] | None, typer.Option(help="Name in another language, as en=Rent; repeatable.")] = None,
) -> None:
    """Give a code new texts; a changed definition, or when to use it, sends its codings to be reviewed."""
    texts = _given(
        definition=definition, use_when=use_when, not_when=not_when, anchor=anchor, anchor_source=anchor_source
    )
    texts |= _given(counter=counter, memo=memo, colour=colour)
    texts |= {f"label_{language}": name for language, _, name in (one.partition("=") for one in label or ())}
    if not texts:
        raise MisuseError(f"Nothing is said about '{code}': give a new text, such as --definition '…'.")
    _take(context, [iv.steps.redefine(code, **texts)])


def _given(**texts: str | None) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text is not None}


def _take(context: typer.Context, steps: list[Step] | Callable[[Codebook], list[Step]]) -> None:
    asked: _Asked = context.obj
    with iv.open(asked.project, key=asked.key) as opened:
        wanted = steps if isinstance(steps, list) else steps(opened.codebook)
        if asked.dry_run:
            told = preview_revision(opened, wanted)
            say("nothing is saved; this would become")
        else:
            told = revise_project(opened, wanted, asked.author or opened.user, asked.reason)
    say(str(replace(told, problems=())))
    finish(told.problems)
