"""Is a project what it should be? Its database and what lies beside it are looked through, and damage is told."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from interviews.errors import Problem
from interviews.project.cache import FOLDER, cache_folder, drop_cache
from interviews.project.settings import read_settings
from interviews.project.surroundings import examine_codebooks, examine_vault
from interviews.project.verification import Verification
from interviews.store import STEPS, Examined, Seal, Store, examine, read_seal, repair

_SEAL = "seal"
_FILE = "saves.txt"


def verify_project(folder: Path, *, key: Path | None, mend: bool, progress: Callable[[int, int], None]) -> Verification:
    """Look through the project in a folder; `mend` makes anew what is derived, and never touches a record."""
    settings = read_settings(folder)
    place, done = folder / settings.store, iter(range(1, STEPS + 3))

    def step() -> None:
        progress(next(done), STEPS + 2)

    repaired = repair(place) if mend else []
    before, cache = _read_seal(folder)
    if cache and mend:
        repaired.append("the cache was deleted, and is made anew when it is needed")
        with suppress(OSError):
            drop_cache(folder)
        cache = []
    examination = examine(place, before, step)
    parts = [*examination.parts, Examined("cache", _files(folder / FOLDER), "files", tuple(cache))]
    if examination.seal is not None:
        with Store.open(place) as store:
            parts.append(examine_codebooks(folder, store))
            step()
            parts.append(examine_vault(folder, settings, key, store))
            step()
        _write_seal(folder, examination.seal)
    return Verification(tuple(parts), tuple(repaired))


def _read_seal(folder: Path) -> tuple[Seal | None, list[Problem]]:
    """What the saves said when the project was last found sound; and whether that note is damaged."""
    path = folder / FOLDER / _SEAL / _FILE
    try:
        known = read_seal(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None, []
    except (OSError, UnicodeDecodeError):
        known = None
    if known is None:
        told = "it is damaged: delete the folder cache, or interviews verify --repair does"
        return None, [Problem(f"{FOLDER}/{_SEAL}/{_FILE}", told)]
    return known, []


def _write_seal(folder: Path, seal: Seal) -> None:
    """Note what the saves say now; where nobody may write, there is no such note."""
    path = cache_folder(folder, _SEAL) / _FILE
    draft = path.with_name(f".{_FILE}.{os.getpid()}.draft")
    with suppress(OSError):
        draft.write_text(seal.text(), encoding="utf-8", newline="\n")
        draft.replace(path)


def _files(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))
