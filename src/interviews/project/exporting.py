"""A project or its codebook as a file for another program, checked for names like everything that leaves."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from interviews.bulk import many_records
from interviews.errors import MisuseError, Problem
from interviews.formats import refi
from interviews.model import Codebook, Exchange
from interviews.project.project import Project
from interviews.project.publishing import publish

PROJECT_SUFFIX, CODEBOOK_SUFFIX = ".qdpx", ".qdc"
EXCHANGE_SUFFIXES = (PROJECT_SUFFIX, CODEBOOK_SUFFIX)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written for another program, and what it could not hold."""

    path: Path
    problems: tuple[Problem, ...] = ()

    def __fspath__(self) -> str:
        return str(self.path)

    def __str__(self) -> str:
        return "\n".join([f"written: {self.path}", *(f"  {problem}" for problem in self.problems)])

    __repr__ = __str__


def export_exchange(thing: object, path: Path, project: Project | None, checked: Iterable[str]) -> Exported:
    """Write a project as .qdpx, or a codebook (that of a project, too) as .qdc."""
    suffix = path.suffix.casefold()
    owner = thing if isinstance(thing, Project) else project
    if owner is None:
        raise MisuseError("Say which project this belongs to: export(codebook, path, project=project).")
    if suffix == PROJECT_SUFFIX and isinstance(thing, Project):
        return _publish_project(thing, path, checked)
    codebook = owner.codebook if isinstance(thing, Project) else thing
    if suffix != CODEBOOK_SUFFIX or not isinstance(codebook, Codebook):
        raise MisuseError(
            f"{path.name}: a project becomes a {PROJECT_SUFFIX} file, a codebook a {CODEBOOK_SUFFIX} file."
        )
    return _publish_codebook(codebook, path, owner, checked)


@many_records()
def _publish_project(project: Project, path: Path, checked: Iterable[str]) -> Exported:
    exchange = project.exchange()
    if not exchange.transcripts and exchange.codebook is None:
        raise MisuseError(f"The project {project.name} has neither anonymized texts nor a codebook to export yet.")
    told: list[Problem] = list(exchange.problems)
    written = publish(lambda draft: told.extend(refi.write_qdpx(exchange, draft)), path, project, checked=checked)
    return Exported(written, tuple(told))


def _publish_codebook(codebook: Codebook, path: Path, project: Project, checked: Iterable[str]) -> Exported:
    exchange: Exchange = project.exchange()
    told: list[Problem] = []

    def write(draft: Path) -> None:
        told.extend(refi.write_qdc(codebook, draft, ids=exchange.ids, groups=exchange.groups, folders=exchange.folders))

    written = publish(write, path, project, checked=checked)
    return Exported(written, tuple(told))
