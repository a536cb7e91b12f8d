"""The colours of codes in pictures."""

from collections.abc import Iterable

from interviews.model import Code, Codebook

GREY = Code("").colour
"""What a code has where nobody chose a colour."""


def colours_of(codes: Iterable[str], codebook: Codebook | None) -> dict[str, str]:
    """The colour of every code, or of the nearest one above it that has one."""
    known = {code.path: code.colour for code in codebook} if codebook else {}
    found = {}
    for code in codes:
        path = code
        while known.get(path, GREY) == GREY and "/" in path:
            path = path.rpartition("/")[0]
        found[code] = known.get(path, GREY)
    return found
