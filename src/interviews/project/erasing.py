"""Somebody withdraws: the interview is destroyed in the vault, in the store and in archives, and a certificate says so.

What is asked for is written down in the vault first. Killed at any moment, the next `erase` does it to its end.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from interviews.anonymity import find_leaks
from interviews.anonymity.vault.traces import find_traces
from interviews.anonymity.vault.withdrawal import Withdrawal, begin, destroy, forget, unfinished
from interviews.errors import InterviewsError, MisuseError, Problem, Severity
from interviews.model import new_id
from interviews.project.archiving import write_archive
from interviews.project.cache import drop_cache
from interviews.project.certificate import Certificate, write_certificate
from interviews.project.project import Project
from interviews.project.saving import alone
from interviews.project.withdrawing import doomed_by, plan_withdrawal
from interviews.store import archive
from interviews.text import Runs

Progress = Callable[[int, int], None]
_UNENCRYPTED = ("README.txt", "recipients.txt", "erased.txt", "unfinished.txt")


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure did: the certificate, and where something still stands."""

    certificate: Path
    counts: dict[str, int]
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        told = ", ".join(f"{count} {what.replace('_', ' ')}" for what, count in self.counts.items())
        return "\n".join([f"erased: {told}", f"certificate: {self.certificate}", *map(str, self.problems)])

    __repr__ = __str__


def plan_erasure(project: Project, who: str, archives: Sequence[Path] = (), to: Path | None = None) -> Withdrawal:
    """How much would be destroyed; nothing is yet. Raises MisuseError where nobody is called so."""
    for target in archives:
        if not (archive.is_zip(target) and target.is_file()) and not archive.is_archive(target):
            raise MisuseError(f"There is no archive at {target}.")
        archive.check_target(target, (event.id for event in project.store.history()))
    place = to or project.folder / "erasures" / f"{date.today():%Y-%m-%d}-{new_id()[-8:]}.md"
    if place.suffix.casefold() not in (".md", ".docx"):
        raise MisuseError(f"{place.name}: a certificate is a file that ends in .md or .docx.")
    if place.exists():
        raise MisuseError(f"{place} exists already, and is not overwritten: name another place for the certificate.")
    return plan_withdrawal(
        project.store,
        project.vault,
        project.settings.language,
        who,
        archives=[str(target.resolve()) for target in archives],
        certificate=str(place.resolve()),
        author=project.user,
    )


def erase_interviews(
    project: Project,
    who: str,
    *,
    archives: Sequence[Path],
    to: Path | None,
    keep_code_names: bool,
    progress: Progress,
) -> list[Erasure]:
    """Destroy what was said by `who`, or in that transcript; before that, complete what was cut off.

    A withdrawal whose leak check found something is checked again, and certified anew, each time. Names of codes that
    quote the interview are found, too, unless they may stay; then the certificate says so.
    """
    with alone(project.folder):
        safe = project.vault.safe
        left, refused = unfinished(safe), None
        if not any(who in (one.asked, *one.transcripts, *one.participants) for _, one in left):
            try:
                begin(safe, plan_erasure(project, who, archives, to))
            except MisuseError as reason:
                refused = reason
        erased = [_carry_out(project, file, one, keep_code_names, progress) for file, one in unfinished(safe)]
    if refused:
        completed = f" {len(left)} that were cut off or not clean before were gone through once more." if left else ""
        raise MisuseError(f"{refused}{completed}")
    return erased


def _carry_out(
    project: Project, file: Path, withdrawal: Withdrawal, keep_code_names: bool, progress: Progress
) -> Erasure:
    project.store.erase(doomed_by(withdrawal), withdrawal.author)
    project.store.scrub()
    drop_cache(project.folder)
    destroy(project.vault, withdrawal)
    archives = [Path(target) for target in withdrawal.archives]
    found = [problem for target in archives if (problem := _write_anew(project, target, progress))]
    staying = _quoting_codes(project, Runs(withdrawal.runs)) if keep_code_names else []
    found += _look(project, withdrawal, archives, staying)
    certificate = Certificate(project.name, project.settings.language, date.today(), withdrawal, found, len(staying))
    place = Path(withdrawal.certificate)
    write_certificate(certificate, place)
    if not found:
        forget(file)
    return Erasure(place, dict(withdrawal.counts), tuple(found))


def _write_anew(project: Project, target: Path, progress: Progress) -> Problem | None:
    """Write an archive without what is erased; why that could not be done."""
    try:
        write_archive(project, target, checked=(), progress=progress)
    except InterviewsError as reason:
        return Problem(target.name, f"it was not written anew: {reason}", Severity.ERROR)
    return None


def _quoting_codes(project: Project, runs: Runs) -> list[str]:
    """Names of codes that are words of the interview; they cannot be taken out, for codings of others rest on them."""
    paths = {code.path for codebook in project.store.codebooks() for code in codebook}
    return sorted(path for path in paths if runs.stands_in(path))


def _look(project: Project, withdrawal: Withdrawal, archives: Iterable[Path], staying: Iterable[str]) -> list[Problem]:
    """Where a name of the interviews, or words that only they say, still stand; told by entity and place."""
    vault = project.vault.path
    places = [project.folder, *archives, *(vault / name for name in _UNENCRYPTED if (vault / name).exists())]
    leaks = [leak for leak in find_leaks(places, withdrawal.entities) if leak.certain]
    problems = [
        Problem(f"{leak.path.name}, {leak.place}", f"{leak.entity} still stands here", Severity.ERROR) for leak in leaks
    ]
    for trace in find_traces(places, Runs(withdrawal.runs, staying)):
        told = "words of the erased interview still stand here: delete the file, or write it anew"
        problems.append(Problem(f"{trace.path.name}, {trace.place}", told, Severity.ERROR))
    return problems
