"""Names of codes that fit beside a picture."""

from collections.abc import Iterable

MOST = 46


def short_labels(paths: Iterable[str], most: int = MOST) -> dict[str, str]:
    """Every path, those too long with less of what stands above, or without their middle.

    Two that would then read the same stay as they are.
    """
    names = list(dict.fromkeys(paths))
    short = {name: _short(name, most) for name in names}
    written = list(short.values())
    return {name: label if written.count(label) == 1 else name for name, label in short.items()}


def _short(path: str, most: int) -> str:
    if len(path) <= most:
        return path
    above, _, name = path.rpartition("/")
    room = max(most - len(name) - 2, 8)
    short = f"{above[:room].rstrip()}…/{name}" if len(above) > room else path
    return short if len(short) <= most else _without_middle(short, most)


def _without_middle(name: str, most: int) -> str:
    """A name's beginning and end, both of which tell it from others like it."""
    end = most // 2
    return f"{name[: most - end - 1].rstrip()}…{name[-end:].lstrip()}"
