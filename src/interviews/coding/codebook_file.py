"""Codebooks as YAML files that people write, read and review."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from interviews.coding.codebook_yaml import UNCOLOURED, to_yaml
from interviews.coding.yaml_node import Entry, compose, read_text, suggestion
from interviews.errors import MisuseError
from interviews.model import Code, Codebook, Former
from interviews.model.codebook import SEPARATOR

_TEXTS = ("definition", "use_when", "not_when", "counter", "memo")
_CODE = ("name", "was", "retired", "labels", "colour", *_TEXTS, "anchor", "codes")
_ANCHOR = ("text", "source")
_FLAT = (*_CODE, "parent")
_BOOK = ("codebook", "version", "language", "codes")


@dataclass(frozen=True, slots=True)
class _Written:
    """A code as it stands in the file, its place in the tree not yet known."""

    fields: dict[str, Entry]
    name: str
    above: "_Written | None"
    parent: str | None
    """Path written under `parent`."""


def read_codebook(path: Path | str) -> Codebook:
    """Read a codebook from a YAML file, codes nested under `codes` or placed by `parent: <path>`.

    A sub-code without a colour has that of the code above it. Raises `MisuseError` naming file and line.
    """
    path = Path(path)
    return codebook_of_text(read_text(path), path)


def codebook_of_text(text: str, path: Path) -> Codebook:
    """The same of the text of the file `path`."""
    book = compose(text, path).mapping("the codebook", _BOOK)
    written = list(_codes(book["codes"], None)) if "codes" in book and not book["codes"].empty else []
    if not written:
        raise MisuseError(f"{path.name}, line 1: there are no codes; list at least one under 'codes:'")
    codes: dict[str, Code] = {}
    was: dict[str, tuple[Former, ...]] = {}
    for code_path, one in _placed(written):
        codes[code_path] = _code(code_path, one.fields, codes)
        if "was" in one.fields and not one.fields["was"].empty:
            was[code_path] = _formers(one.fields["was"])
    return Codebook(
        name=book["codebook"].text("the name of the codebook") if "codebook" in book else path.stem,
        version=book["version"].number("the version") if "version" in book else 1,
        codes=tuple(codes.values()),
        language=book["language"].text("the language") if "language" in book else "de",
        was=MappingProxyType(was),
    )


def write_codebook(codebook: Codebook, path: Path | str) -> None:
    """Write a codebook as YAML; the file is replaced in one step or not at all."""
    replace_text(Path(path), to_yaml(codebook))


def replace_text(path: Path, text: str) -> None:
    """Write a file anew, in one step or not at all."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_bytes(text.encode())
        draft.replace(path)
    except OSError as error:
        raise MisuseError(f"{path.name} cannot be written: {error.strerror}") from None


def _codes(entry: Entry, above: _Written | None) -> Iterator[_Written]:
    for item in entry.items("'codes'"):
        fields = item.mapping("a code", _FLAT if above is None else _CODE)
        if "name" not in fields:
            item.complain("this code has no name; add 'name: …'")
        one = _Written(fields, _name(fields["name"]), above, _parent(fields))
        yield one
        if "codes" in fields and not fields["codes"].empty:
            yield from _codes(fields["codes"], one)


def _name(entry: Entry) -> str:
    name = entry.text("the name of a code")
    if not name.strip():
        entry.complain("this code has no name; write one after 'name:'")
    if SEPARATOR in name:
        entry.complain(f"the name '{name}' contains '/', which separates codes from sub-codes; write it without")
    return name


def _parent(fields: dict[str, Entry]) -> str | None:
    return (fields["parent"].text("the parent") or None) if "parent" in fields else None


def _placed(written: list[_Written]) -> Iterator[tuple[str, _Written]]:
    """Every code with its path, in the order of the file, except that a parent always comes first."""
    paths: dict[int, str] = {}
    taken: dict[str, _Written] = {}
    waiting = written
    while waiting:
        still = []
        for one in waiting:
            path = _path(one, paths, taken)
            if path is None:
                still.append(one)
                continue
            if path in taken:
                first = taken[path].fields["name"].line
                one.fields["name"].complain(f"the code '{path}' is already defined in line {first}; rename one of them")
            paths[id(one)], taken[path] = path, one
            yield path, one
        if len(still) == len(waiting):
            _complain_about(still, taken)
        waiting = still


def _path(one: _Written, paths: dict[int, str], taken: dict[str, _Written]) -> str | None:
    """The path of a code, None while that of the code above is unknown."""
    if one.above is not None:
        above = paths.get(id(one.above))
    elif one.parent is None:
        return one.name
    else:
        above = one.parent if one.parent in taken else None
    return None if above is None else above + SEPARATOR + one.name


def _complain_about(still: list[_Written], taken: dict[str, _Written]) -> None:
    """Say of the first code that found no place whether its parents run in a circle or one is missing."""
    placeless = {one.name: one for one in still}
    first = next(one for one in still if one.parent is not None)
    chain, one = [first.name], first
    while (above := _above(one, placeless)) is not None:
        if above.name in chain:
            circle = " → ".join([*chain[chain.index(above.name) :], above.name])
            first.fields["parent"].complain(f"the codes form a cycle ({circle}); give one of them another parent")
        chain.append(above.name)
        one = above
    missing = one.parent or ""
    near = suggestion(missing, taken.keys()) or suggestion(missing, {p.rpartition(SEPARATOR)[2] for p in taken})
    one.fields["parent"].complain(f"there is no code '{missing}'{near}; write the full path of a code of this file")


def _above(one: _Written, placeless: dict[str, _Written]) -> _Written | None:
    return one.above or placeless.get((one.parent or "").rpartition(SEPARATOR)[2])


def _code(path: str, fields: dict[str, Entry], codes: dict[str, Code]) -> Code:
    texts: dict[str, Any] = {key: fields[key].text(f"'{key}'") for key in _TEXTS if key in fields}
    if "anchor" in fields:
        texts |= _anchor(fields["anchor"])
    retired = "retired" in fields and fields["retired"].flag("'retired'")
    return Code(path=path, colour=_colour(path, fields, codes), labels=_labels(fields), retired=retired, **texts)


def _anchor(entry: Entry) -> dict[str, str]:
    """The example, written as plain text or together with its source."""
    if not entry.is_mapping:
        return {"anchor": entry.text("'anchor'")}
    parts = {key: part.text(f"'{key}'") for key, part in entry.mapping("'anchor'", _ANCHOR).items()}
    return {"anchor": parts.get("text", ""), "anchor_source": parts.get("source", "")}


def _formers(entry: Entry) -> tuple[Former, ...]:
    entries = list(entry.items("'was'")) if entry.is_list else [entry]
    return tuple(Former(one.text("the path of a code"), one.place) for one in entries)


def _colour(path: str, fields: dict[str, Entry], codes: dict[str, Code]) -> str:
    if "colour" in fields and not fields["colour"].empty:
        return fields["colour"].colour()
    above = codes.get(path.rpartition(SEPARATOR)[0])
    return above.colour if above else UNCOLOURED


def _labels(fields: dict[str, Entry]) -> MappingProxyType[str, str]:
    if "labels" not in fields or fields["labels"].empty:
        return MappingProxyType({})
    named = fields["labels"].mapping("'labels'", None)
    return MappingProxyType({language: entry.text("a label") for language, entry in named.items()})
