"""`interviews review`: decide on what is proposed, one entity at a time, in the terminal."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.anonymity import Entity, EntityType, Proposals
from interviews.cli.console import KeyFile, ProjectFolder, as_typed, finish, say
from interviews.cli.reviewing import Review
from interviews.errors import MisuseError, Problem
from interviews.text import fold


def run(
    project: ProjectFolder,
    author: Annotated[str, typer.Option(help="Your short name: it is kept with every decision.")],
    kind: Annotated[str | None, typer.Option("--type", help="Only entities of this type, such as PER.")] = None,
    only_open: Annotated[bool, typer.Option("--open", help="Only those that nobody has decided on.")] = False,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="As the second person: those that somebody else decided.")
    ] = False,
    gazetteer: Annotated[Path | None, typer.Option(help="The study's own list of names (YAML or CSV).")] = None,
    keep: Annotated[list[str] | None, typer.Option(help="A name that may stay; repeatable.")] = None,
    key: KeyFile = None,
) -> None:
    """Decide on one entity after the other; shows real names. Every decision is saved at once, no text is changed."""
    if kind is not None and kind.upper() not in list(EntityType):
        raise MisuseError(f"The type is one of {', '.join(EntityType)}.")
    with iv.open(project, key=key) as opened:
        proposals = iv.anonymize(opened, gazetteer=gazetteer, keep=keep or ())

        def save(changed: Proposals) -> Iterable[Problem]:
            return opened.save(changed, author=author).problems

        chosen = [one.id for one in proposals.entities if _is_asked(one, kind, only_open, confirm, author)]
        review = Review(proposals, author, save, chosen, confirm)
        review.run()
    left = len(review.proposals.open)
    say(f"{review.decided} decisions saved; {left} of {len(review.proposals)} entities are open")
    say(f"next: interviews anonymize {as_typed(project)} --accept, when you are done")
    finish(proposals.problems)


def _is_asked(entity: Entity, kind: str | None, only_open: bool, confirm: bool, author: str) -> bool:
    if kind is not None and entity.type != kind.upper():
        return False
    if confirm:
        first = entity.decided_by or entity.accepted_by
        return bool(first) and fold(first) != fold(author) and not entity.confirmed_by
    return entity.decided_at is None or not only_open
