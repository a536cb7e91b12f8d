"""Suggestions in a project: kept until somebody decides, and made into codings by whoever accepts them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from interviews.errors import Problem
from interviews.exploration import Suggestions
from interviews.model import Suggestion
from interviews.project.placing import leave_out_known
from interviews.project.records import save_records, sound_codings
from interviews.text import Change

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns
    from interviews.project.project import Project


def open_suggestions(project: "Nouns") -> Suggestions:
    """Those on which nobody has decided, over the newest texts; the ones whose words are gone are left out."""
    newest = {one.id: one.version for one in project.transcripts}
    carried = (_carried(one, newest[one.transcript], project) for one in project.store.suggestions())
    items = tuple(one for one in carried if one)
    return Suggestions(items, project.transcripts, project.participants)


def save_suggestions(suggestions: Suggestions, project: "Project", author: str) -> tuple[dict[str, int], list[Problem]]:
    """Keep what is new, note what was decided; what was accepted becomes codings of the author.

    Nobody decides twice, nothing is suggested twice in one place, and no coding made that is there already.
    """
    counts, problems = save_records(_new(suggestions, project), project, author)
    deciders = project.store.deciders()
    known = deciders.keys() | {one.id for one in project.store.suggestions()}
    free = [item for item in suggestions.items if item.id in known and author not in deciders.get(item.id, ())]
    decided = [item for item in free if item.id in suggestions.decisions]
    accepted = replace(suggestions, items=tuple(decided)).codings_by_id(author)
    fresh, repeated = leave_out_known(accepted.values(), project.coding_records)
    codings, refused = sound_codings(fresh, project)
    there = {(one.transcript, one.span, one.code, one.coder): one.id for one in (*project.coding_records, *codings)}
    decisions: dict[str, str | None] = {item.id: None for item in decided if item.id not in accepted}
    for id, one in accepted.items():
        if coding := there.get((one.transcript, one.span, one.code, one.coder)):
            decisions[id] = coding  # what was refused stays open
    project.store.decide_suggestions(decisions, author, codings)
    made = {"codings": len(codings), "decisions": len(decisions)}
    counts |= {what: count for what, count in made.items() if count}
    return counts, [*suggestions.problems, *problems, *repeated, *refused]


def _new(suggestions: Suggestions, project: "Project") -> list[Suggestion]:
    """Those that the project has not had, and that say something new or are decided already."""
    waiting = open_suggestions(project).items
    known = project.store.deciders().keys() | {one.id for one in waiting}
    said = {(one.transcript, one.span, one.code) for one in waiting}
    return [
        item
        for item in suggestions.items
        if item.id not in known
        and (item.id in suggestions.decisions or (item.transcript, item.span, item.code) not in said)
    ]


def _carried(item: Suggestion, version: int, project: "Nouns") -> Suggestion | None:
    if item.version == version:
        return item
    span = item.span
    for edits in project.store.edits_between(item.transcript, item.version, version):
        moved = edits.forward(span)
        if moved.change is Change.LOST:
            return None
        span = moved.span
    return replace(item, span=span, version=version)
