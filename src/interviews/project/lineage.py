"""Under which path a code was known first: by that other programs know it, however often it was renamed since."""

from collections.abc import Iterable, Mapping, Sequence

from interviews.formats import refi
from interviews.model import Change, Codebook, Revision, Step


def guids_of_renamed(codebook: Codebook, revisions: Sequence[Revision], known: Mapping[str, str]) -> dict[str, str]:
    """GUIDs, by `code:path`, of the renamed codes that have none of their own: those of their first paths."""
    ways = {revision.version: revision for revision in revisions if revision.codebook == codebook.name}
    guids: dict[str, str] = {}
    for code in codebook:
        first = _first_path(code.path, codebook.version, ways)
        if first != code.path and f"code:{code.path}" not in known:
            guids[f"code:{code.path}"] = refi.default_guid("code", first)
    return guids


def _first_path(path: str, version: int, ways: Mapping[int, Revision]) -> str:
    for step in _back(version, ways):
        if step.change is Change.ADD and step.code == path:
            return path
        if step.change in (Change.RENAME, Change.MOVE):
            path = step.backward(path)
    return path


def _back(version: int, ways: Mapping[int, Revision]) -> Iterable[Step]:
    while (way := ways.get(version)) is not None:
        yield from reversed(way.steps)
        version = way.before
