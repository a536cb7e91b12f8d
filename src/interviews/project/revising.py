"""The codebook changes: its next version is saved with the steps that lead there, told in words and in codings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from interviews.coding import Description, describe, revise, steps_between
from interviews.errors import MisuseError, counted
from interviews.exploration import View
from interviews.model import Code, Codebook, Revision, Step
from interviews.project.codebook_files import FOLDER, revise_files
from interviews.project.codebooks import in_order
from interviews.project.naming import named_in
from interviews.project.results import Saved
from interviews.project.saving import alone

if TYPE_CHECKING:
    from interviews.project.project import Project


@dataclass(frozen=True, slots=True, repr=False)
class Revised(Saved):
    """A version of the codebook, what changed in it, and what that did, or would do, to codings."""

    codebook: Codebook = field(kw_only=True)
    description: Description = field(kw_only=True)

    @property
    def summary(self) -> str:
        """What became of codings, in a few words."""
        moved, waiting = self.counts.values()
        return f"{counted(moved, 'coding', 'codings')} moved, {waiting} to be reviewed"

    def __str__(self) -> str:
        head = f"version {self.codebook.version} of {self.codebook.name}"
        return "\n".join([head, str(self.description), self.summary, *(f"  {one}" for one in self.problems)])

    __repr__ = __str__


def preview_revision(project: "Project", steps: Iterable[Step]) -> Revised:
    """What the steps would do; nothing is saved. Raises MisuseError for a step that cannot be taken."""
    before = project.codebook
    return _told(
        project, before, replace(revise(before, steps), version=project.store.next_version(before.name)), steps
    )


def revise_project(
    project: "Project", steps: Iterable[Step], author: str, reason: str = "", *, since: int | None = None
) -> Revised:
    """Save the next version of the codebook, and take the steps in its file too, where the project has one.

    `since` is the version that the steps were thought of for. Raises MisuseError where another one came meanwhile.
    """
    steps = tuple(replace(step, reason=step.reason or reason) for step in steps)
    if not steps:
        raise MisuseError("A revision needs at least one step, such as rename(…).")
    with alone(project.folder):
        before = project.codebook
        if since is not None and since != before.version:
            raise MisuseError(f"the codebook has version {before.version} by now: look at it again")
        told = preview_revision(project, steps)
        number = told.codebook.version
        project.store.add_codebook(told.codebook, author, Revision(before.name, number, before.version, steps))
    problems = revise_files(project.folder / FOLDER, before, steps, number)
    return replace(told, problems=(*told.problems, *problems))


def save_codebook(project: "Project", given: Codebook, author: str) -> Saved:
    """Save a codebook that somebody wrote: the first one as it is, a later one with the steps that lead to it.

    A code that is missing stays, retired. Raises MisuseError where its version is not higher than the newest one.
    """
    saved = project.codebooks
    before = saved[-1] if saved else None
    if before is None or before.name != given.name or given in saved:
        project.store.add_codebook(given, author=author)
        problems = named_in(given, project.key_at_hand())
        return Saved({f"codebook ({counted(len(given), 'code', 'codes')})": 1}, tuple(problems))
    number = project.store.next_version(given.name)
    if given.version < number:
        raise MisuseError(
            f"version {given.version} of codebook {given.name!r} is saved with other codes; "
            f"give the changed codebook version {number}"
        )
    with alone(project.folder):
        steps = steps_to(project, given)
        after = replace(given, codes=_with_retired(given, revise(before, steps)))
        told = _told(project, before, after, steps)
        project.store.add_codebook(after, author, Revision(given.name, given.version, before.version, steps))
    return told


def steps_to(project: "Project", given: Codebook) -> tuple[Step, ...]:
    """The steps from the newest codebook to one that somebody wrote."""
    earlier = {code.path for codebook in project.store.codebooks() for code in codebook}
    return steps_between(project.codebook, given, earlier)


def touched(codings: View, steps: Sequence[Step]) -> tuple[int, int]:
    """How many codings get another code, and how many mean another thing."""
    moved = unsettled = 0
    for code, count in codings.columns("code")["code"].value_counts().items():
        path, means_other = str(code), False
        for step in steps:
            means_other = means_other or step.unsettles(path)
            path = step.forward(path)
        moved += count * (path != code)
        unsettled += count * means_other
    return moved, unsettled


def flat(steps: Iterable[Step | Sequence[Step]]) -> list[Step]:
    """Steps, some of which come as lists."""
    return [step for one in steps for step in ([one] if isinstance(one, Step) else one)]


def _told(project: "Project", before: Codebook, after: Codebook, steps: Iterable[Step]) -> Revised:
    steps = tuple(steps)
    moved, unsettled = touched(project.codings, steps)
    counts = {"moved codings": moved, "codings to be reviewed": unsettled}
    description = describe(steps, project.settings.language, before)
    problems = tuple(named_in(after, project.key_at_hand()))
    return Revised(counts, problems, codebook=after, description=description)


def _with_retired(given: Codebook, reached: Codebook) -> tuple[Code, ...]:
    there = {code.path for code in given}
    left = [code for code in reached if code.path not in there]
    return tuple(in_order([*given, *left])) if left else given.codes
