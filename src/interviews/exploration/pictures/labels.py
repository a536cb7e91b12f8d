"""Names of codes that fit beside a picture."""

from collections.abc import Iterable

MOST = 46


def short_labels(paths: Iterable[str], most: int = MOST) -> dict[str, str]:
    """Every path, those too long with less of what stands above; two that would then read the same stay as they are."""
    names = list(dict.fromkeys(paths))
    short = {name: _short(name, most) for name in names}
    written = list(short.values())
    return {name: label if written.count(label) == 1 else name for name, label in short.items()}


def _short(path: str, most: int) -> str:
    if len(path) <= most:
        return path
    above, _, name = path.rpartition("/")
    room = max(most - len(name) - 2, 8)
    return f"{above[:room].rstrip()}…/{name}" if len(above) > room else path
