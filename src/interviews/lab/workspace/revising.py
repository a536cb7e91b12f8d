"""The codebook changed from the page: what a change would do, doing it, and the versions there were."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interviews.coding import Description, describe, steps
from interviews.errors import MisuseError
from interviews.exploration import View
from interviews.lab.workspace.views import Plain
from interviews.model import Step
from interviews.project import Project
from interviews.project.revising import preview_revision, revise_project, touched
from interviews.project.versions import codebook_diff, table_of_versions


def read_steps(project: Project, asked: Any) -> list[Step]:
    """The steps that a page asks for, `{op, code, …}` each. Raises MisuseError where one is not complete."""
    if not isinstance(asked, list) or not asked:
        raise MisuseError("a revision needs at least one step")
    try:
        return [step for one in asked for step in _STEPS[one["op"]](project, one)]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise MisuseError("a step is not complete: load the page again") from None


def tell_preview(project: Project, wanted: Sequence[Step], codings: View, language: str) -> Plain:
    """What the steps would do, in words, and to the codings of those who coded; nothing is saved."""
    told = preview_revision(project, wanted)
    coders = sorted(set(codings.columns("coder")["coder"]))
    return {
        "version": told.codebook.version,
        "changes": tell_changes(describe(wanted, language, project.codebook)),
        "coders": [{"coder": one} | _counts(codings.where(coder=one), wanted) for one in coders],
        "problems": [str(problem) for problem in told.problems],
    }


def revise_codebook(
    project: Project, wanted: Sequence[Step], author: str, reason: str, since: int, language: str
) -> Plain:
    """Save the next version, told in words. What was thought of for another version than the newest is refused."""
    before = project.codebook
    told = revise_project(project, wanted, author, reason, since=since)
    return {
        "version": told.codebook.version,
        "changes": tell_changes(describe(told.description.steps, language, before)),
        "problems": [str(problem) for problem in told.problems],
    }


def tell_versions(project: Project) -> list[Plain]:
    """Every version of the codebook that counts, the newest first; `before` is the one it came from."""
    ways = {one.version: one.before for one in project.store.revisions() if one.codebook == project.codebook.name}
    frame = table_of_versions(project).astype(object)
    rows = frame.where(frame.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} | {"before": ways.get(row["version"])} for row in rows][
        ::-1
    ]


def tell_diff(project: Project, before: int, after: int, language: str) -> list[Plain]:
    """What changed from one version to another, in words."""
    way = codebook_diff(project, before, after).steps
    return tell_changes(describe(way, language, project.store.codebook(before)))


def tell_changes(description: Description) -> list[Plain]:
    """Sentences, and of changed texts the name, what stood there and what stands there."""
    return [{"sentence": one.sentence, "texts": [list(text) for text in one.texts]} for one in description]


def _counts(codings: View, wanted: Sequence[Step]) -> dict[str, int]:
    moved, waiting = touched(codings, wanted)
    return {"moved": int(moved), "waiting": int(waiting)}


def _texts(fields: Mapping[str, Any]) -> dict[str, str]:
    if not all(isinstance(text, str) for text in fields.values()):
        raise TypeError("texts")
    return {str(name): text.strip() for name, text in fields.items()}


def _add(_project: Project, one: Mapping[str, Any]) -> list[Step]:
    name = one["name"].strip()
    if "/" in name:
        raise MisuseError("a code's name has no / in it")
    path = f"{one['under']}/{name}" if one.get("under") else name
    return [steps.add(path, after=one.get("after"), **_texts(one.get("fields", {})))]


def _split(_project: Project, one: Mapping[str, Any]) -> list[Step]:
    parts = [part.strip() for part in one["parts"] if part.strip()]
    if any("/" in part for part in parts):
        raise MisuseError("a code's name has no / in it")
    return steps.split(one["code"], *parts, beside=bool(one.get("beside")))


def _retire(project: Project, one: Mapping[str, Any]) -> list[Step]:
    if one.get("family"):
        return steps.retire_family(project.codebook, one["code"])
    return [steps.retire(one["code"])]


_STEPS: Mapping[str, Callable[[Project, Mapping[str, Any]], list[Step]]] = {
    "add": _add,
    "rename": lambda _, one: [steps.rename(one["code"], one["name"].strip())],
    "move": lambda _, one: [steps.move(one["code"], one.get("under"), after=one.get("after"))],
    "merge": lambda _, one: [steps.merge(one["code"], one["into"])],
    "split": _split,
    "retire": _retire,
    "redefine": lambda _, one: [steps.redefine(one["code"], **_texts(one["fields"]))],
}
