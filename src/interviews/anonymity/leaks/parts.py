"""What a file is made of for the leak check: parts to be searched, and remarks about what nobody could search."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from interviews.errors import Severity

# More than this in one piece is no document; it would only fill the memory.
LARGEST = 200_000_000


class Part(NamedTuple):
    """Something inside a file that is searched in its turn."""

    place: str
    """Where it is within what holds it; empty for the same place."""
    content: bytes | str
    opened: bool = False
    """Whether it is searched as it is, since what it holds was taken out of it already."""


class Remark(NamedTuple):
    """What was not searched, or what a person should know about a file."""

    place: str
    message: str
    severity: Severity = Severity.WARNING


Reader = Callable[[bytes], Iterator[Part | Remark]]
"""Takes the parts out of one kind of file; damaged ones give what can be had, and a remark."""

TOO_LARGE = f"it is larger than {LARGEST // 1_000_000} MB and was not searched"
PIXELS = "what a picture shows is not searched"
