"""The file in a project's cache that notes what every save said when the project was last found sound."""

import os
from contextlib import suppress
from pathlib import Path

from interviews.project.cache import FOLDER, cache_folder
from interviews.store import Seal, Store, read_seal

PLACE = f"{FOLDER}/seal/saves.txt"


def read_seal_file(folder: Path) -> tuple[Seal | None, bool]:
    """The seal of the project in a folder, None without one; and whether there is one that is damaged."""
    try:
        known = read_seal((folder / PLACE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None, False
    except (OSError, UnicodeDecodeError):
        known = None
    return known, known is None


def write_seal_file(folder: Path, seal: Seal, store: Store) -> None:
    """Keep the seal; where nobody may write, there is none. It outlives no erasure, for digests can confirm a guess."""
    path = cache_folder(folder, "seal") / Path(PLACE).name
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    with suppress(OSError):
        draft.write_text(seal.text(), encoding="utf-8", newline="\n")
        draft.replace(path)
    if store.count_erased() != seal.erasures:
        path.unlink(missing_ok=True)
