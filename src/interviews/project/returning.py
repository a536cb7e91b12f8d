"""A study that left under earlier names of its codes comes back under those of today."""

from collections.abc import Mapping
from dataclasses import replace

from interviews.anonymity import Waiting
from interviews.errors import Problem, Severity, counted
from interviews.model import Code, Codebook, Exchange
from interviews.store import Store

Paths = Mapping[str, str]


def under_todays_codes(exchange: Exchange, store: Store) -> Exchange:
    """The exchange with every code that was renamed, moved or merged here since under the path that it has now.

    Where the file has a codebook that was one of ours, its version says what each code is today. Of any other file
    only codes that the project had, and has no more, are such.
    """
    given, saved = exchange.codebook, store.codebooks()
    if given is None or not saved:
        return exchange
    moved = _moved(given, saved, store)
    if not moved:
        return exchange
    told = f"{counted(len(moved), 'code', 'codes')} got another name or place here since: taken for those of today"
    return replace(
        exchange,
        codebook=_codebook(given, saved, moved),
        codings=tuple(
            replace(one, code=moved[one.code], codebook_version=None) if one.code in moved else one
            for one in exchange.codings
        ),
        case_codings=tuple(
            replace(one, code=moved[one.code], codebook_version=None) if one.code in moved else one
            for one in exchange.case_codings
        ),
        memos=tuple(replace(one, about=moved.get(one.about, one.about)) for one in exchange.memos),
        groups=tuple(
            replace(one, members=tuple(dict.fromkeys(_end(end, moved) for end in one.members)))
            for one in exchange.groups
        ),
        links=tuple(
            replace(one, origin=_end(one.origin, moved), target=_end(one.target, moved)) for one in exchange.links
        ),
        ids={name: guid for name, guid in exchange.ids.items() if name.removeprefix("code:") not in moved},
        folders=frozenset(moved.get(path, path) for path in exchange.folders),
        problems=(*exchange.problems, Problem("codebook", told, Severity.INFO)),
    )


def waiting_under_todays_codes(waiting: Waiting, store: Store) -> Waiting:
    """The same for what waited in the vault while the codebook was revised. Codings name the version they come from."""
    every = {code.path: code for codebook in store.codebooks() for code in codebook}
    given = waiting.codebook or Codebook("every version", 0, tuple(every.values()))
    said = Exchange("", codebook=given, memos=waiting.memos, groups=waiting.groups, links=waiting.links)
    now = under_todays_codes(said, store)
    codebook = now.codebook if waiting.codebook else None
    return replace(waiting, codebook=codebook, memos=now.memos, groups=now.groups, links=now.links)


def _moved(given: Codebook, saved: list[Codebook], store: Store) -> Paths:
    """The path of today of each code of the file that has another one now."""
    course, here = store.course(), {code.path for code in saved[-1]}
    ours = next((one for one in saved if one == given), None)
    moved: dict[str, str] = {}
    for code in given:
        known = ours or next((one for one in reversed(saved) if one.get(code.path)), None)
        if known is None or known.name != saved[-1].name or (ours is None and code.path in here):
            continue
        path, _ = course.place(known.version, code.path)
        if path != code.path and path in here:
            moved[code.path] = path
    return moved


def _codebook(given: Codebook, saved: list[Codebook], moved: Paths) -> Codebook:
    """Without the codes that moved here, but for those whose texts were changed there."""
    there = {code.path for code in given}
    codes: list[Code] = []
    for code in given:
        if code.path not in moved:
            codes.append(code)
        elif moved[code.path] not in there and all(one.get(code.path) != code for one in saved):
            codes.append(replace(code, path=moved[code.path]))
    return replace(given, codes=tuple(codes))


def _end(reference: tuple[str, str], moved: Paths) -> tuple[str, str]:
    kind, record = reference
    return kind, moved.get(record, record) if kind == "code" else record
