"""Where the codes of a changed codebook come from: what stayed, what moved, what was joined and what was parted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from interviews.coding.yaml_node import suggestion
from interviews.errors import MisuseError
from interviews.model import CODE_TEXTS, Code, Codebook, Former
from interviews.model.codebook import SEPARATOR
from interviews.model.revision import parent_of


@dataclass(slots=True)
class Origins:
    """Paths of the new codebook and the old paths that they come from."""

    base: dict[str, str] = field(default_factory=dict)
    """The one code of the old codebook that each new path goes on with; fresh codes have none."""
    merged: dict[str, list[str]] = field(default_factory=dict)
    """Other old codes that each takes over."""
    parts: dict[str, list[str]] = field(default_factory=dict)
    """By old path, the fresh codes that it was split into."""
    guessed: set[str] = field(default_factory=set)
    """New paths whose base nobody wrote down."""


def find_origins(old: Codebook, new: Codebook, earlier: Collection[str] = ()) -> Origins:
    """What each code of `new` was in `old`, by its path, by `was`, by that of the code above, or by the same texts.

    `earlier` are paths of versions before `old`: a `was` that names one of them was heeded then.
    """
    before, after = {code.path: code for code in old}, {code.path: code for code in new}
    was = {path: _known(path, formers, before, earlier) for path, formers in new.was.items()}
    claims: dict[str, list[str]] = {}
    for path, formers in was.items():
        for former in formers:
            claims.setdefault(former, []).append(path)
    kept = {path for path in before if path in after and not (was.get(path) and claims.get(path))}
    origins = Origins(base={path: path for path in kept})
    for former, heirs in claims.items():
        _settle(former, heirs, kept, was, origins)
    _follow(before, after, claims, origins)
    while _guess(before, after, claims, origins):  # one theme at a time: the codes below it are none to be guessed
        _follow(before, after, claims, origins)
    return origins


def _known(
    path: str, formers: tuple[Former, ...], before: Mapping[str, Code], earlier: Collection[str]
) -> tuple[str, ...]:
    for former in formers:
        if former.path not in before and former.path not in earlier:
            where = f"{former.where}: " if former.where else ""
            near = suggestion(former.path, before.keys())
            raise MisuseError(
                f"{where}the code '{path}' was '{former.path}', and yet there was no such code{near}; correct its 'was'"
            )
    return tuple(dict.fromkeys(former.path for former in formers if former.path in before and former.path != path))


def _settle(
    former: str, heirs: list[str], kept: set[str], was: Mapping[str, tuple[str, ...]], origins: Origins
) -> None:
    """Decide what became of an old code that new ones name."""
    if len(heirs) > 1 or former in kept:
        taken = next((heir for heir in heirs if heir in kept or len(was[heir]) > 1), None)
        if taken is not None:
            raise MisuseError(
                f"'{taken}' cannot take over '{former}', which {_why(former, heirs, kept)}: "
                "a code is merged into one code only, or split into new ones; correct their 'was'"
            )
        origins.parts[former] = heirs
    elif heirs[0] in kept or was[heirs[0]][0] != former:
        origins.merged.setdefault(heirs[0], []).append(former)
    else:
        origins.base[heirs[0]] = former


def _why(former: str, heirs: list[str], kept: set[str]) -> str:
    return "still stands in the codebook" if former in kept else f"is claimed by {' and '.join(sorted(heirs))}"


def _follow(
    before: Mapping[str, Code], after: Mapping[str, Code], claims: Mapping[str, list[str]], origins: Origins
) -> None:
    """A code below one that moved moved with it."""
    used = set(origins.base.values())
    for path in after:
        above = parent_of(path)
        if path in origins.base or above is None or _is_part(path, origins):
            continue
        former = origins.base.get(above, "") + SEPARATOR + path.rpartition(SEPARATOR)[2]
        if former in before and former not in claims and former not in used:
            origins.base[path] = former
            used.add(former)


def _guess(
    before: Mapping[str, Code], after: Mapping[str, Code], claims: Mapping[str, list[str]], origins: Origins
) -> bool:
    """Of codes that went and codes that came, two that alone have the same texts are one; whether there were any."""
    gone: dict[tuple[str, ...], list[str]] = {}
    used = set(origins.base.values())
    for path, code in before.items():
        if path not in used and path not in claims and path not in after:
            gone.setdefault(_texts(code), []).append(path)
    came: dict[tuple[str, ...], list[str]] = {}
    for path, code in after.items():
        if path not in origins.base and not _is_part(path, origins):
            came.setdefault(_texts(code), []).append(path)
    sure = [texts for texts, paths in came.items() if any(texts) and len(paths) == len(gone.get(texts, [])) == 1]
    for texts in sure[:1]:
        origins.base[came[texts][0]] = gone[texts][0]
        origins.guessed.add(came[texts][0])
    return bool(sure)


def _is_part(path: str, origins: Origins) -> bool:
    return any(path in heirs for heirs in origins.parts.values())


def _texts(code: Code) -> tuple[str, ...]:
    return tuple(getattr(code, name) for name in CODE_TEXTS if name != "memo")
