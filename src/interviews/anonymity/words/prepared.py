"""Public lists that take seconds to read as packages bring them, kept ready in the user's cache folder.

They hold words of dictionaries, names of towns and names by frequency, never anything of a study. A file that is
damaged, or of other versions of the packages, is written anew; where none can be written, the list is made each time.
"""

import contextlib
import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

# Changes when what is written changes.
_FORMAT = 2


def prepared(name: str, packages: Iterable[str], make: Callable[[], Iterable[str]]) -> bytes:
    """The lines that `make` yields, joined by line feeds, each line between two of them; UTF-8.

    `name` names the file, `packages` are those whose versions the content depends on.
    """
    versions = "-".join(f"{package}{version(package)}" for package in packages)
    file = _folder() / f"{name}-{_FORMAT}-{versions}.txt"
    kept = _read(file)
    if kept is not None:
        return kept
    made = ("\n" + "\n".join(make()) + "\n").encode()
    with contextlib.suppress(OSError):
        _write(file, made)
    return made


def prepared_words(name: str, packages: Iterable[str], make: Callable[[], Iterable[str]]) -> frozenset[str]:
    """The same as a set of words."""
    return frozenset(prepared(name, packages, make).decode().split("\n")) - {""}


def _folder() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "interviews"


def _read(file: Path) -> bytes | None:
    """What was written, None where it is not there or not whole: a list cut short would silently find less."""
    try:
        lines = file.read_bytes()
        return lines if _check_file(file).read_text(encoding="ascii") == _check(lines) else None
    except (OSError, ValueError):
        return None


def _check_file(file: Path) -> Path:
    return file.with_name(f"{file.name}.check")


def _check(lines: bytes) -> str:
    return f"{len(lines)} {zlib.crc32(lines):08x}"


def _write(file: Path, lines: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    for path, content in ((file, lines), (_check_file(file), _check(lines).encode())):
        handle, draft = tempfile.mkstemp(dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(draft).replace(path)
        finally:
            Path(draft).unlink(missing_ok=True)
