"""How a project comes into being: vault, key, settings and store together, or none of them."""

import os
import shutil
from pathlib import Path

from interviews.anonymity import Vault
from interviews.errors import MisuseError, StoreError
from interviews.project.settings import Settings, write_settings
from interviews.store import Store

LANGUAGES = ("de", "en", "pl")


def found(folder: Path, language: str, vault: Path, key_file: Path) -> tuple[Settings, Store, Vault]:
    """A new project in `folder`; where something stands in the way, all is as it was before."""
    if language not in LANGUAGES:
        raise MisuseError(f"The language {language!r} is not known: choose {', '.join(LANGUAGES)}.")
    for place, what in ((folder, "project"), (vault, "vault")):
        if place.exists() and not place.is_dir():
            raise MisuseError(f"{place} is a file: choose a new folder for the {what}.")
    if folder.exists() and any(folder.iterdir()):
        raise MisuseError(f"{folder} is not empty: choose a new folder for the project, or open the one that is there.")
    new = [place for place in (folder, vault, key_file) if not place.exists()]
    try:
        opened = Vault.create(vault, key_file, project=folder)
        folder.mkdir(parents=True, exist_ok=True)
        settings = Settings(folder.name, language, vault=_relative(vault, folder))
        write_settings(folder, settings)
        return settings, Store.create(folder / settings.store), opened
    except OSError as reason:
        _remove(new)
        raise StoreError(f"The project {folder} cannot be made: {reason.strerror}.") from None
    except BaseException:
        _remove(new)
        raise


def _remove(places: list[Path]) -> None:
    for place in places:
        if place.is_dir():
            shutil.rmtree(place, ignore_errors=True)
        elif place.is_file():
            place.unlink()


def _relative(vault: Path, folder: Path) -> str:
    """The vault's place as seen from the project, so that both can move together."""
    return Path(os.path.relpath(vault.resolve(), folder.resolve())).as_posix()
