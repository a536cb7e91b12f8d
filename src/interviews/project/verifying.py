"""Is a project what it should be? Its database and what lies beside it are looked through, and damage is told."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from interviews.errors import Problem
from interviews.project.cache import FOLDER
from interviews.project.seal_file import PLACE, read_seal_file, write_seal_file
from interviews.project.settings import read_settings
from interviews.project.surroundings import examine_codebooks, examine_vault
from interviews.project.verification import Verification
from interviews.store import STEPS, Examined, Store, examine, repair

_COLUMNS = "codings"
_MORE_STEPS = 3


def verify_project(folder: Path, *, key: Path | None, mend: bool, progress: Callable[[int, int], None]) -> Verification:
    """Look through the project in a folder; `mend` makes anew what is derived, and never touches a record."""
    settings = read_settings(folder)
    place, done = folder / settings.store, iter(range(1, STEPS + _MORE_STEPS + 1))

    def step() -> None:
        progress(next(done), STEPS + _MORE_STEPS)

    repaired = repair(place) if mend else []
    before, torn = read_seal_file(folder)
    examination = examine(place, before, step)
    parts, useless = examination.parts, [PLACE] if torn else []
    if examination.seal is None:
        parts.append(_cache(folder, useless, mend, repaired))
    else:
        with Store.open(place) as store:
            useless += [f"{FOLDER}/{_COLUMNS}/{name}" for name in _stale(folder, store)]
            step()
            parts.append(_cache(folder, useless, mend, repaired))
            parts.append(examine_codebooks(folder, store))
            step()
            parts.append(examine_vault(folder, settings, key, store))
            step()
            write_seal_file(folder, examination.seal, store)
    return Verification(tuple(parts), tuple(repaired))


def _stale(folder: Path, store: Store) -> list[str]:
    columns = folder / FOLDER / _COLUMNS
    return store.find_stale(columns) if columns.is_dir() else []


def _cache(folder: Path, useless: list[str], mend: bool, repaired: list[str]) -> Examined:
    """Files of the cache that say something else than the database; deleted to be made anew, if somebody wishes."""
    files = sum(path.is_file() for path in (folder / FOLDER).rglob("*"))
    if mend:
        for place in useless:
            with suppress(OSError):
                (folder / place).unlink()
                repaired.append(f"{place} deleted; it is made anew when it is needed")
        useless = [place for place in useless if (folder / place).exists()]
    told = "it does not say what the database says: delete it, or interviews verify --repair does"
    return Examined("cache", files, "files", tuple(Problem(place, told) for place in useless))
