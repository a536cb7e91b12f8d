"""The files in which a codebook is written and reviewed: taken in as the next version, and kept up to date."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from interviews.coding import read_codebook, replace_text, revise_file
from interviews.errors import MisuseError, Problem, Severity
from interviews.model import Code, Codebook, Step
from interviews.project.cache import cache_folder
from interviews.project.results import Saved
from interviews.project.versions import steps_taken

if TYPE_CHECKING:
    from interviews.project.project import Project

FOLDER = "codebooks"
"""Where in a project its codebook lies as a text file."""
YAML = (".yaml", ".yml")


def take_codebook(project: "Project", path: Path, given: Codebook, author: str | None = None) -> Saved:
    """Save what a file says as the next version, and write its number into the file.

    A file of an older version that somebody changed is refused: nobody knows whether it takes back what came since.
    """
    saved = [codebook for codebook in project.codebooks if codebook.name == given.name]
    newest = saved[-1] if saved else None
    if newest is None:
        return project.save(given, author=author)
    if given in saved:
        behind = f"the project has version {newest.version} by now: bring the file up to date with --update"
        older = given.version < newest.version
        return Saved({}, (Problem(path.name, behind, Severity.INFO),) if older else ())
    if by_path(given) == by_path(newest) and given.language == newest.language:
        _number(path, newest.version)
        return Saved({})
    if given.version < newest.version:
        there = any(one.version == given.version for one in saved)
        see = f"see what changed (--diff {given.version} {newest.version})" if there else "see that one (--print FILE)"
        raise MisuseError(
            f"{path.name} was changed as version {given.version}, and the project has version {newest.version} by now: "
            f"{see}, write into the file what is to stay, and give it version {newest.version} there"
        )
    number = max(given.version, project.store.next_version(given.name))
    told = project.save(replace(given, version=number), author=author)
    _number(path, number)
    return told


def update_file(project: "Project", path: Path) -> int:
    """Take in a file, as somebody left it, the steps taken since; its remarks stay. The version that it has then."""
    written, newest = read_codebook(path), project.codebook
    same = [one for one in project.codebooks if one.version == written.version and by_path(one) == by_path(written)]
    if not same:
        raise MisuseError(f"{path.name} was changed since version {written.version}: take it in without --update")
    steps = steps_taken(project, written.version, newest)
    if steps is None:
        raise MisuseError(f"no steps are known from version {written.version} to version {newest.version}")
    revise_file(path, steps, version=newest.version)
    return newest.version


def revise_files(folder: Path, before: Codebook, steps: Sequence[Step], version: int) -> list[Problem]:
    """Take the steps in the files of a folder that hold the codebook as it was; the others are told."""
    problems = []
    for path in sorted(one for one in folder.glob("*") if one.suffix in YAML):
        where = f"{folder.name}/{path.name}"
        try:
            written = read_codebook(path)
            if written.name != before.name:
                continue
            if by_path(written) != by_path(before):
                told = f"it is not as version {before.version} was, so it stays; take it in by interviews codebook"
                problems.append(Problem(where, told))
                continue
            former = path.read_bytes()
            revise_file(path, steps, version=version)
            _keep(folder, former, before.version, path.read_bytes(), version)
            problems.append(Problem(where, f"brought to version {version}", Severity.INFO))
        except MisuseError as reason:
            problems.append(Problem(where, f"it stays as it is: {reason}"))
    return problems


def turn_files(folder: Path, before: Codebook, after: Codebook) -> None:
    """After an undo or redo, let files that a revision changed say again what they said under the version that counts.

    Those that somebody has edited since, and whose earlier text is not in the cache any more, stay as they are.
    """
    for path in sorted(one for one in folder.glob("*") if one.suffix in YAML):
        with suppress(OSError, MisuseError):
            if read_codebook(path).name == before.name:
                kept = _kept(folder, path.read_bytes(), after.version)
                replace_text(path, kept.read_bytes().decode())


def _keep(folder: Path, former: bytes, before: int, text: bytes, version: int) -> None:
    """Keep both texts of a file, so that an undo finds the one, and a redo the other."""
    with suppress(OSError):
        _kept(folder, text, before).write_bytes(former)
        _kept(folder, former, version).write_bytes(text)


def _kept(folder: Path, text: bytes, version: int) -> Path:
    """Where what a file with this text said, or will say, under another version is kept."""
    return cache_folder(folder.parent, folder.name) / f"{sha256(text).hexdigest()}-{version}"


def by_path(codebook: Codebook) -> dict[str, Code]:
    """The codes without their order."""
    return {code.path: code for code in codebook}


def _number(path: Path, version: int) -> None:
    if path.suffix.casefold() in YAML:
        revise_file(path, (), version=version)
