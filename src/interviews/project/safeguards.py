"""What a project can tell an ethics board about its anonymization, gathered as figures."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from interviews.anonymity import EntityType, KeyEntry, Leaks, public_pipelines, search_files
from interviews.errors import MisuseError, Severity
from interviews.exploration import small_cells
from interviews.findings.safeguards import (
    Account,
    Checked,
    Consents,
    Crowding,
    Review,
    Reviewer,
    Round,
    Tally,
)
from interviews.project.cache import FOLDER as CACHE
from interviews.project.project import Project
from interviews.project.study import last_save


def account_of(
    project: Project, *, date: datetime.date | None = None, k: int = 3, without: Path | None = None
) -> Account:
    """All figures of the report. The project's files are searched for leaks now, the file `without` left out."""
    key = [entry for entry in project.vault.key() if not entry.departed]
    transcripts = project.transcripts
    if not transcripts:
        raise MisuseError(f"The project {project.name} has no anonymized texts yet, so there is nothing to report.")
    languages = tuple(sorted({one.language for one in transcripts}))
    return Account(
        name=project.name,
        language=project.settings.language,
        date=date or last_save(project),
        interviews=len(project.store.registrations()),
        waiting=len(project.store.registrations()) - len(transcripts),
        participants=len(project.participants),
        cases=len(project.cases),
        words=sum(len(turn.speech.of(one.text).split()) for one in transcripts for turn in one.turns),
        passages=sum(len(project.vault.edits(one.id, one.version)) for one in transcripts if one.version),
        languages=languages,
        tallies=tuple(_tallies(key)),
        review=_review(key, project),
        consents=_consents(project),
        checked=_checked(project, without),
        crowding=_crowding(project, k),
        keepers=len(project.vault.keepers),
        pipelines=_models(project),
    )


def _models(project: Project) -> tuple[str, ...]:
    """Installed pipelines, and those that the project's settings name."""
    languages = {transcript.language for transcript in project.transcripts}
    named = [Path(place).name for place in project.settings.models]
    return tuple(dict.fromkeys([*public_pipelines(languages), *named]))


def _tallies(key: Iterable[KeyEntry]) -> Iterable[Tally]:
    entries = list(key)
    for kind in EntityType:
        own = [entry for entry in entries if entry.type is kind]
        if own:
            texts = {transcript for entry in own for transcript in entry.transcripts}
            yield Tally(kind.value, dict(Counter(entry.decision.value for entry in own)), len(texts))


def _review(key: Sequence[KeyEntry], project: Project) -> Review:
    decided = [entry for entry in key if entry.decided_by]
    accepted = [entry for entry in key if entry.accepted_by and not entry.decided_by]
    people = {name for entry in key for name in (entry.decided_by, entry.accepted_by, entry.confirmed_by) if name}
    profiles = Counter(entry.profile or "" for entry in key)
    return Review(
        decided=len(decided),
        accepted=len(accepted),
        unrecorded=len(key) - len(decided) - len(accepted),
        confirmed=sum(bool(entry.confirmed_by) for entry in key),
        reviewers=tuple(_reviewer(name, decided, accepted, key) for name in sorted(people)),
        rounds=tuple(_rounds(project)),
        profiles=tuple(sorted((name, n) for name, n in profiles.items() if name)),
    )


def _reviewer(
    name: str, decided: Iterable[KeyEntry], accepted: Iterable[KeyEntry], key: Iterable[KeyEntry]
) -> Reviewer:
    own = [entry for entry in decided if entry.decided_by == name]
    days = sorted(entry.decided_at.date() for entry in own if entry.decided_at)
    return Reviewer(
        name,
        len(own),
        sum(entry.accepted_by == name for entry in accepted),
        sum(entry.confirmed_by == name for entry in key),
        days[0] if days else None,
        days[-1] if days else None,
    )


def _rounds(project: Project) -> Iterable[Round]:
    for event in project.store.history():
        if (event.action, event.subject) == ("add", "text version"):
            yield Round(event.when.date(), event.author, event.count)


def _consents(project: Project) -> Consents:
    levels = Counter((person.attributes.get("consent") or "").strip() for person in project.participants)
    erased = [event for event in project.store.history() if (event.action, event.subject) == ("erase", "transcript")]
    withdrawn = tuple((event.when.date(), event.count) for event in erased)
    return Consents(tuple(sorted(levels.items())), withdrawn)


def _checked(project: Project, without: Path | None) -> Checked:
    found = _search(project, without)
    unsearched = Counter(one.message for one in found.problems if one.severity is not Severity.INFO)
    let_through = [event.detail for event in project.store.history() if event.detail.startswith("let through")]
    certain = sum(leak.certain for leak in found)
    return Checked(certain, len(found) - certain, tuple(sorted(unsearched.items())), tuple(dict.fromkeys(let_through)))


def _search(project: Project, without: Path | None) -> Leaks:
    left_out = without.resolve() if without else None
    # What stands beside the database only while it is open is part of it; drafts of this report are none of the files.
    files = [
        file
        for file in sorted(project.folder.rglob("*"))
        if file.is_file()
        and file.resolve() != left_out
        and not file.name.endswith(("-wal", "-shm"))
        and CACHE not in file.relative_to(project.folder).parts
    ]
    return search_files(files, project.vault.key())


def _crowding(project: Project, k: int) -> Crowding:
    cells = small_cells(project.participants, project.cases, k=k)
    small = cells.small
    rare = small[small["new"]]["attributes"].value_counts()
    quotes = project.quotes() if project.store.codebooks() else ()
    return Crowding(
        k=k,
        combinations=len(cells),
        small=len(small),
        alone=len(cells.alone),
        rare=tuple(sorted(((str(names), int(n)) for names, n in rare.items()), key=lambda one: (-one[1], one[0]))),
        quotes=len(quotes),
        rare_quotes=sum(bool(quote.rare) for quote in quotes),
    )
