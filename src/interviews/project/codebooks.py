"""A codebook that comes back from elsewhere: what it says anew becomes the next version, and nothing is forgotten."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from interviews.errors import Problem, Severity
from interviews.model import CODE_TEXTS, Code, Codebook

_UNCOLOURED = Code("").colour


def next_codebook(
    saved: Sequence[Codebook], given: Codebook, number: int | None = None
) -> tuple[Codebook | None, list[Problem]]:
    """The version that follows those saved when `given` comes in, None where it says nothing new; and what changed.

    It gets this number, where versions that were undone are to be counted, too. What `given` leaves empty stays as it
    is, and so do codes that only the project has. A code that stands in `given` as in some earlier version was not
    changed there, only here, and keeps its newest text.
    """
    if not saved:
        return given, []
    newest = saved[-1]
    coming = {code.path: code for code in given}
    merged = [_updated(code, coming[code.path], saved) if code.path in coming else code for code in newest]
    known = {code.path for code in newest}
    fresh = [code for path, code in coming.items() if path not in known]
    changed = sum(one != other for one, other in zip(merged, newest, strict=True))
    if not fresh and not changed:
        return None, []
    version = number or 1 + max(codebook.version for codebook in saved if codebook.name == newest.name)
    kept = len(known - coming.keys())
    told = f"version {version} of the project: {len(fresh)} new, {changed} with another text, {kept} only here and kept"
    codes = in_order([*merged, *fresh]) if fresh else merged
    return replace(newest, version=version, codes=tuple(codes)), [Problem("codebook", told, Severity.INFO)]


def _updated(code: Code, given: Code, saved: Iterable[Codebook]) -> Code:
    earlier = (codebook.get(code.path) for codebook in saved)
    if any(before is not None and _overlaid(before, given) == before for before in earlier):
        return code
    return _overlaid(code, given)


def _overlaid(code: Code, given: Code) -> Code:
    """The code with all that `given` says about it."""
    texts = {name: getattr(given, name) or getattr(code, name) for name in CODE_TEXTS}
    colour = code.colour if given.colour == _UNCOLOURED else given.colour
    labels: Mapping[str, str] = {**code.labels, **given.labels}
    return replace(code, **texts, colour=colour, labels=code.labels if labels == code.labels else _frozen(labels))


def _frozen(labels: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(labels))


def in_order(codes: Sequence[Code]) -> list[Code]:
    """Every code after the one above it, new ones after those that are there."""
    below: dict[str | None, list[Code]] = {}
    paths = {code.path for code in codes}
    for code in codes:
        below.setdefault(code.parent if code.parent in paths else None, []).append(code)
    ordered: list[Code] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        code = waiting.pop()
        ordered.append(code)
        waiting += reversed(below.get(code.path, []))
    return ordered
