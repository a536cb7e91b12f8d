"""`interviews review`: decide on what is proposed, one entity at a time, in the terminal or in the browser."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.anonymity import Entity, EntityType, awaits_confirmation
from interviews.cli.console import KeyFile, ProjectFolder, as_typed, finish, say
from interviews.cli.reviewing import Walk
from interviews.errors import MisuseError
from interviews.project.browser_review import BrowserReview, Outcome
from interviews.project.deciding import Asked, review_of


def run(
    project: ProjectFolder,
    author: Annotated[str, typer.Option(help="Your short name: it is kept with every decision.")],
    kind: Annotated[str | None, typer.Option("--type", help="Only entities of this type, such as PER.")] = None,
    only_open: Annotated[bool, typer.Option("--open", help="Only those that nobody has decided on.")] = False,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="As the second person: those that somebody else decided.")
    ] = False,
    in_browser: Annotated[bool, typer.Option("--in-browser", help="On a page instead of in the terminal.")] = False,
    gazetteer: Annotated[Path | None, typer.Option(help="The study's own list of names (YAML or CSV).")] = None,
    keep: Annotated[list[str] | None, typer.Option(help="A name that may stay; repeatable.")] = None,
    key: KeyFile = None,
) -> None:
    """Decide on one entity after the other; shows real names. Every decision is saved at once, no text is changed."""
    kind = (kind or "").upper()
    if kind and kind not in list(EntityType):
        raise MisuseError(f"The type is one of {', '.join(EntityType)}.")
    with iv.open(project, key=key) as opened:
        proposals = iv.anonymize(opened, gazetteer=gazetteer, keep=keep or ())
        if in_browser:
            told = _in_browser(Asked(proposals, author, confirm, kind, only_open))
        else:
            chosen = [one.id for one in proposals.entities if _is_asked(one, kind, only_open, confirm, author)]
            walk = Walk(review_of(opened, proposals, author), chosen, confirm)
            walk.run()
            told = Outcome(walk.review.decided, len(walk.review.proposals.open), len(walk.review.proposals))
    say(f"{told.decided} decisions saved; {told.open} of {told.entities} entities are open")
    if told.applied:
        say(f"replaced in all texts; next: interviews leaks {as_typed(project)}")
    else:
        say(f"next: interviews anonymize {as_typed(project)} --accept, when you are done")
    finish(proposals.problems)


def _in_browser(asked: Asked) -> Outcome:
    with BrowserReview(asked) as review:
        say(f"The review is open in the browser: {review.address}")
        say("Nobody else should see this address. Ctrl-C, or the page itself, ends the review; all is saved.")
        return review.wait()


def _is_asked(entity: Entity, kind: str, only_open: bool, confirm: bool, author: str) -> bool:
    if kind and entity.type != kind:
        return False
    if confirm:
        return awaits_confirmation(entity, author)
    return entity.decided_at is None or not only_open
