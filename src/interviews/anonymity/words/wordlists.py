"""Word lists that come with the package: one entry a line, `#` begins a comment."""

from functools import lru_cache
from importlib import resources

from interviews.text import fold


@lru_cache(maxsize=64)
def read_list(name: str) -> tuple[str, ...]:
    """The folded entries of `lists/<name>.txt`; several may share a line, separated by commas."""
    text = resources.files("interviews.anonymity.words").joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0] for line in text.splitlines())
    return tuple(dict.fromkeys(fold(word.strip()) for line in lines for word in line.split(",") if word.strip()))


@lru_cache(maxsize=64)
def word_set(name: str) -> frozenset[str]:
    """The folded entries of a list, for asking whether a word is among them."""
    return frozenset(read_list(name))


@lru_cache(maxsize=8)
def read_groups(name: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The folded entries of each line of `lists/<name>.txt`: those before a colon, and those after it."""
    text = resources.files("interviews.anonymity.words").joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((_folded_row(before), _folded_row(after)) for before, _, after in lines)


def _folded_row(row: str) -> tuple[str, ...]:
    return tuple(fold(word.strip()) for word in row.split(",") if word.strip())
