"""The versions of a codebook: which there are, which steps lead from one to another, and what that means in words."""

from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd

from interviews.coding import Description, describe, steps_between
from interviews.errors import MisuseError
from interviews.model import Codebook, Step

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns


def steps_taken(project: "Nouns", before: int, after: Codebook) -> tuple[Step, ...] | None:
    """The steps that were taken from a version to a later one; None where the one did not come from the other."""
    ways = {one.version: one for one in project.store.revisions() if one.codebook == after.name}
    taken: tuple[Step, ...] = ()
    here = after.version
    while here != before and here in ways:
        taken = (*ways[here].steps, *taken)
        here = ways[here].before
    return taken if here == before else None


def codebook_diff(project: "Nouns", before: int | None = None, after: int | None = None) -> Description:
    """What changed between two versions, by default the newest one and the one it came from.

    The steps are those that were taken; between versions that did not come from each other, those that would be.
    """
    new = project.codebook if after is None else project.store.codebook(after)
    old = _before(project, new) if before is None else project.store.codebook(before)
    steps = steps_taken(project, old.version, new)
    return describe(steps_between(old, new) if steps is None else steps, project.settings.language, old)


def codebook_at(project: "Nouns", moment: datetime) -> Codebook:
    """The codebook that counted at a moment."""
    saved = project.store.codebooks(moment)
    if not saved:
        raise MisuseError(f"The project {project.name} had no codebook at {moment:%Y-%m-%d %H:%M}.")
    return saved[-1]


def table_of_versions(project: "Nouns") -> pd.DataFrame:
    """A row a version: `version`, `codes`, `retired`, `when`, `author`, `changes` (how many steps led to it)."""
    events = {
        event.detail: event
        for event in project.store.history()
        if event.subject == "codebook" and event.action in ("add", "revise")
    }
    ways = {one.version: one for one in project.store.revisions()}
    rows = []
    for one in project.codebooks:
        event = events.get(f"version {one.version}")
        way = ways.get(one.version)
        rows.append(
            {
                "version": one.version,
                "codes": len(one),
                "retired": sum(code.retired for code in one),
                "when": f"{event.when.astimezone():%Y-%m-%d %H:%M}" if event else "",
                "author": event.author if event else "",
                "changes": len(way.steps) if way else None,
            }
        )
    frame = pd.DataFrame(rows, columns=["version", "codes", "retired", "when", "author", "changes"])
    return frame.astype({"changes": "Int64"})


def _before(project: "Nouns", new: Codebook) -> Codebook:
    way = next((one for one in project.store.revisions() if one.version == new.version), None)
    earlier = [one for one in project.codebooks if one.name == new.name and one.version < new.version]
    if not earlier:
        raise MisuseError(f"Version {new.version} is the first one: there is nothing to compare it with.")
    return project.store.codebook(way.before) if way else earlier[-1]
