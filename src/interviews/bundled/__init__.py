"""The bundled fictional study: inside an installed package, or in the repository it is developed in."""

import re
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
_ROOT = _HERE if (_HERE / "corpora").is_dir() else _HERE.parents[2]
_MARK = re.compile(r"\{(?P<type>[A-Z]+):(?P<entity>\w+)\|(?P<level>[DQN])\|(?P<surface>[^{}|]+)\}")


class GoldSpan(NamedTuple):
    """A span that identifies someone, as a person marked it; code points over the text as read."""

    start: int
    end: int
    type: str
    entity: str
    level: str
    """D: direct identifier; Q: quasi-identifier; N: need not be masked."""


def corpus() -> Path:
    """The folder of the bundled interviews."""
    return _ROOT / "corpora" / "ankunft"


def codebook() -> Path:
    """The file of their codebook."""
    return _ROOT / "codebooks" / "ankunft.yaml"


def gold() -> dict[str, tuple[str, list[GoldSpan]]]:
    """Text and identifying spans of every bundled interview, by its name."""
    files = sorted((corpus() / "gold").glob("*.marked.txt"))
    return {file.name.removesuffix(".marked.txt"): unmark(file.read_text(encoding="utf-8")) for file in files}


def unmark(marked: str) -> tuple[str, list[GoldSpan]]:
    """The text without its marks, and the spans they marked."""
    pieces: list[str] = []
    spans: list[GoldSpan] = []
    done = length = 0
    for mark in _MARK.finditer(marked):
        before, surface = marked[done : mark.start()], mark["surface"]
        start = length + len(before)
        spans.append(GoldSpan(start, start + len(surface), mark["type"], mark["entity"], mark["level"]))
        pieces += [before, surface]
        length = start + len(surface)
        done = mark.end()
    return "".join([*pieces, marked[done:]]), spans
