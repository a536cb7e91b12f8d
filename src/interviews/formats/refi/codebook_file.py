"""Codebooks alone (.qdc): codes, what they mean, and sets of codes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from interviews.errors import MisuseError, Problem, Severity
from interviews.formats.reading import Unreadable
from interviews.formats.refi.code_elements import code_lines
from interviews.formats.refi.code_tree import read_codes
from interviews.formats.refi.container import opened
from interviews.formats.refi.export import ORIGIN, replacing, require_sound
from interviews.formats.refi.grammar import CODEBOOK
from interviews.formats.refi.guids import Guids
from interviews.formats.refi.losses import Losses
from interviews.formats.refi.markup import attributes, nested, section, textual
from interviews.formats.refi.relations import read_groups
from interviews.formats.refi.stream import Parsed, read_stream
from interviews.formats.refi.study import Study
from interviews.model import Codebook, Exchange, Group


def read_qdc(path: Path | str) -> Exchange:
    """Read a REFI-QDA codebook of any program; what is not as it should be is in the problems."""
    path = Path(path)
    with opened(path) as container:
        try:
            parsed = read_stream(container.project(), checked=True)
        except Unreadable as reason:
            raise MisuseError(f"{path.name}: {reason}") from None
    if not parsed.root.children or parsed.root.tag not in ("CodeBook", "Project"):
        raise MisuseError(f"{path.name} holds no REFI-QDA codebook that can be read: export it again")
    return codebook_exchange(path, parsed, "de")


def codebook_exchange(path: Path, parsed: Parsed, language: str) -> Exchange:
    """The codes and sets of a codebook file, or of the codebook in a project."""
    losses = Losses(path.name)
    if parsed.damaged:
        told = f"the codebook is damaged in line {parsed.line}: only what stands before was read; export it again"
        losses.note(told, Severity.ERROR)
    elif parsed.broken:
        losses.note(f"the codebook breaks rules of the standard and was read all the same: {parsed.broken[0]}")
    losses.add("other element", "of no vocabulary of the standard, left out", parsed.foreign, Severity.ERROR)
    root = parsed.root
    study = Study(losses, root)
    books = [root] if root.tag == "CodeBook" else root.all("CodeBook")
    tree = read_codes(study, [code for book in books for codes in book.all("Codes") for code in codes.all("Code")])
    groups = read_groups(study, [one for sets in root.all("Sets") for one in sets.all("Set")])
    losses.note("a codebook file does not say its version and language: give them when it is saved", Severity.INFO)
    return Exchange(
        path.stem,
        root.get("origin"),
        language,
        codebook=Codebook(path.stem, 1, tree.codes, language) if tree.codes else None,
        groups=tuple(replace(group, members=_codes_of(group)) for group in groups),
        ids=MappingProxyType(study.ids),
        folders=tree.folders,
        problems=losses.problems(),
    )


def _codes_of(group: Group) -> tuple[tuple[str, str], ...]:
    return tuple(member for member in group.members if member[0] == "code")


def write_qdc(
    codebook: Codebook,
    path: Path | str,
    *,
    ids: Mapping[str, str] = MappingProxyType({}),
    groups: Sequence[Group] = (),
    folders: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Write a codebook as REFI-QDA and return what the standard has no place for."""
    path = Path(path)
    if not codebook.codes:
        raise MisuseError("the codebook has no codes: the standard knows no empty codebook")
    losses = Losses(path.name)
    guids = Guids(ids)
    with replacing(path) as unfinished:
        content = _xml(codebook, guids, groups, folders, losses)
        require_sound([content])
        unfinished.write_bytes(content)
    return losses.problems()


def _xml(codebook: Codebook, guids: Guids, groups: Sequence[Group], folders: frozenset[str], losses: Losses) -> bytes:
    known = {code.path: guids.of("code", code.path) for code in codebook}
    codes = {code.path: code for code in codebook}
    lines = ["<Codes>", *code_lines(codes, known, folders, codebook.language, losses, {}), "</Codes>"]
    lines += section("Sets", [line for group in groups for line in _set(group, guids, known, losses)])
    losses.add("Code", "with a memo, left out", sum(bool(code.memo) for code in codebook))
    losses.add("Code", "with names in other languages, left out", sum(bool(code.labels) for code in codebook))
    losses.add("Code", "retired, written like those in use", sum(code.retired for code in codebook))
    losses.note("name, version and language of the codebook: the standard has no place for them", Severity.INFO)
    begin = f'<CodeBook xmlns="{CODEBOOK}"{attributes([("origin", ORIGIN)])}>'
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', begin, *lines, "</CodeBook>", ""]).encode()


def _set(group: Group, guids: Guids, known: Mapping[str, str], losses: Losses) -> list[str]:
    paths = [path for kind, path in group.members if kind == "code" and path in known]
    members = [f'<MemberCode guid="{known[path]}"/>' for path in dict.fromkeys(paths)]
    losses.add("Set", "with a member that is no code of the codebook, left out", len(group.members) - len(paths))
    begin = "Set" + attributes([("guid", guids.of("group", group.id)), ("name", group.name)])
    return nested(begin, [*textual("Description", group.description), *members])
