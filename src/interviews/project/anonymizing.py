"""What is proposed for all texts of a project: its policy, its finders, and what was decided before."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from interviews import anonymity
from interviews.anonymity import Decision, Entity, EntityType, Gazetteer, Joined, KeyEntry, Proposals
from interviews.errors import MisuseError, Problem
from interviews.project.project import Project
from interviews.project.reviewing import remembered, revisions_of
from interviews.text import fold

Progress = Callable[[int, int], object]


def propose_for(
    project: Project,
    gazetteer: Gazetteer | None,
    keep: frozenset[str],
    profile: str | None,
    finders: Sequence[Any],
    progress: Progress,
) -> Proposals:
    """The proposals for a project; `keep` holds folded names, and what goes wrong in a finder is in the problems."""
    vault = project.vault
    originals, key = vault.originals(), remembered(vault)
    if not originals:
        raise MisuseError(f"The project {project.name} has no transcripts yet: read some and save them first.")
    policy = anonymity.read_policy(project.folder / anonymity.POLICY_FILE, profile, anonymity.last_profile(key))
    policy = replace(policy, keep=keep)
    joined = join_finders((*_models(project), *finders), {original.language for original in originals})
    learned = vault.learned()
    proposals = anonymity.propose(
        originals,
        language=project.settings.language,
        gazetteer=gazetteer,
        keep=keep,
        key=key,
        progress=progress,
        revisions=revisions_of(vault),
        finders=[*joined, *([learned.tagger] if learned and learned.tagger else [])],
    )
    problems = [finder.problem for finder in joined if finder.problem]
    if learned and learned.outdated:
        problems.append(Problem("the learned finder", "another version of interviews made it: learn again to use it"))
    participants, cases = vault.people()
    proposals = replace(
        proposals,
        problems=(*proposals.problems, *problems),
        names=anonymity.NameSource(vault.secret, key, tuple(one.name for one in participants)),
        limits=anonymity.limits_of(originals, participants, policy),
        made_for=(project.folder.resolve(), project.key_file.resolve()),
    )
    called = {fold(name) for name in (*(one.case for one in originals), *(case.name for case in cases)) if name}
    return _keeping_cases(anonymity.apply_policy(proposals, policy, anew=profile is not None), key, called)


def join_finders(finders: Iterable[Any], languages: Container[str]) -> list[Joined]:
    """These finders and the public pipelines that are installed for some languages, each once."""
    given = list(finders)
    public = [name for name in anonymity.public_pipelines(languages) if name not in given]
    return [anonymity.join(finder) for finder in (*public, *given)]


def _models(project: Project) -> list[str | Path]:
    """The pipelines in the settings: folders as seen from the project, or packages."""
    places = [(name, project.folder / name) for name in project.settings.models]
    return [folder if folder.is_dir() else name for name, folder in places]


def _keeping_cases(proposals: Proposals, key: Iterable[KeyEntry], cases: set[str]) -> Proposals:
    """Places that cases are called after (folded) are proposed to stay, unless a person decided about them."""
    decided = {entry.id for entry in key if not (entry.proposed or entry.profile)}

    def kept(one: Entity) -> Entity:
        if one.type is not EntityType.LOC or one.id in decided or fold(one.name) not in cases:
            return one
        note = "; ".join(filter(None, [one.note, "a case is called so"]))
        return replace(one, decision=Decision.KEEP, replacement="", note=note)

    return replace(proposals, entities=tuple(map(kept, proposals.entities)))
