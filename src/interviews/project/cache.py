"""The folder for what is derived from a project: anybody may delete it at any time, and it is made anew."""

import shutil
from contextlib import suppress
from pathlib import Path

FOLDER = "cache"
# What backup programs look for (bford.info/cachedir), and git.
_SIGNS = {
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# By interviews; it may be deleted at any time.\n",
    ".gitignore": "*\n",
}


def cache_folder(project_folder: Path, name: str) -> Path:
    """The folder for what is derived for one purpose; it is not there where nobody may write."""
    cache = project_folder / FOLDER
    with suppress(OSError):
        (cache / name).mkdir(parents=True, exist_ok=True)
        for sign, text in _SIGNS.items():
            if not (cache / sign).exists():
                (cache / sign).write_text(text, encoding="utf-8")
    return cache / name


def drop_cache(project_folder: Path) -> None:
    """Delete everything derived. Raises OSError where something stays."""
    with suppress(FileNotFoundError):
        shutil.rmtree(project_folder / FOLDER)
