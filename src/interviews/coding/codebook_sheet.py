"""Codebooks as tables, one row a code: for teams whose codebook is a spreadsheet."""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from interviews.coding.codebook_columns import BOOK, LABEL, Columns, find_columns
from interviews.coding.codebook_yaml import UNCOLOURED
from interviews.coding.yaml_node import suggestion
from interviews.errors import MisuseError
from interviews.model import CODE_TEXTS, Code, Codebook
from interviews.model.codebook import SEPARATOR
from interviews.text import Sheet

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_YES = frozenset("yes ja tak true wahr x 1".split())
_WIDTHS = {"code": 34, "colour": 10, **dict.fromkeys(CODE_TEXTS, 46)}
Row = tuple[int, list[str]]
"""A row by its number in the sheet."""


class _Placed(NamedTuple):
    """A code as its row writes it, under a parent that is perhaps not found yet."""

    number: int
    parent: str | None
    path: str
    cells: list[str]


def codebook_sheet(codebook: Codebook) -> Sheet:
    """The codebook as a table that `codebook_of_rows` reads back the same; its name stands in the first row."""
    languages = sorted({language for code in codebook for language in code.labels})
    written = [name for name in CODE_TEXTS if name != "anchor_source" or any(code.anchor_source for code in codebook)]
    retired = ["retired"] if any(code.retired for code in codebook) else []
    columns = ["code", *written, "colour", *retired, *(f"{LABEL}{language}" for language in languages), *BOOK]
    rows = []
    for code in codebook:
        texts = [getattr(code, name) for name in written] + [
            code.colour,
            *(["yes" if code.retired else None] if retired else []),
        ]
        labels = [_label(code, language) for language in languages]
        rows.append([_written(code.path), *texts, *labels, None, None, None])
    if rows:
        rows[0][-len(BOOK) :] = [codebook.name, codebook.version, codebook.language]
    return Sheet("codebook", columns, rows, _WIDTHS)


def codebook_of_rows(rows: Sequence[Sequence[str]], file: str) -> Codebook:
    """The codebook in the rows of a table: codes as paths, under a parent, or in a column for every level.

    Raises `MisuseError` naming file and row.
    """
    filled = [(number, list(row)) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not filled:
        raise MisuseError(f"{file}: the table is empty; a codebook needs a row with the names of its columns")
    (top, header), *body = filled
    columns = find_columns(header, f"{file}, row {top}")
    width = len(header)
    body = [(number, (row + [""] * width)[:width]) for number, row in body]
    placed = _ordered(list(_from_levels(body, columns) if columns.levels else _from_paths(body, columns, file)), file)
    codes: dict[str, Code] = {}
    for one in placed:
        if one.path in codes:
            raise MisuseError(f"{file}, row {one.number}: the code '{one.path}' is there already; rename one of them")
        codes[one.path] = _code(one, columns, codes, file)
    if not codes:
        raise MisuseError(f"{file}, row {top}: there are no codes below the names of the columns")
    return _book(tuple(codes.values()), body, columns, file)


def _book(codes: tuple[Code, ...], body: list[Row], columns: Columns, file: str) -> Codebook:
    number, cells = body[0]
    name, version, language = (cells[columns.fields[key]] if key in columns.fields else "" for key in BOOK)
    if version and not (version.isascii() and version.isdigit() and int(version) > 0):
        raise MisuseError(f"{file}, row {number}: the version must be a whole number such as 1")
    named = "codebook" in columns.fields
    return Codebook(name if named else file.rpartition(".")[0], int(version or 1), codes, language or "de")


def _from_paths(body: list[Row], columns: Columns, file: str) -> Iterator[_Placed]:
    for number, cells in body:
        path = _path(cells[columns.fields["code"]])
        if not all(part.strip() for part in path.split(SEPARATOR)):
            raise MisuseError(f"{file}, row {number}: this row names no code; write its name into the column 'code'")
        parent = _path(cells[columns.fields["parent"]]) if "parent" in columns.fields else ""
        yield _Placed(number, parent or path.rpartition(SEPARATOR)[0] or None, path, cells)


def _from_levels(body: list[Row], columns: Columns) -> Iterator[_Placed]:
    """The deepest filled level is the code; what is empty above it is as in the row before."""
    above: list[str] = []
    known: set[str] = set()
    for number, cells in body:
        names = [cells[i].strip().replace(SEPARATOR, "⁄") for i in columns.levels]
        depth = max((i for i, name in enumerate(names, 1) if name), default=0)
        path = [name or (above[i] if i < len(above) else "") for i, name in enumerate(names[:depth])]
        path = [name for name in path if name]
        above = [name or (above[i] if i < len(above) else "") for i, name in enumerate(names[:depth])]
        for i in range(1, len(path)):  # a theme that has no row of its own
            upper = SEPARATOR.join(path[:i])
            if upper not in known:
                known.add(upper)
                yield _Placed(number, SEPARATOR.join(path[: i - 1]) or None, upper, [""] * len(cells))
        if path:
            known.add(SEPARATOR.join(path))
            yield _Placed(number, SEPARATOR.join(path[:-1]) or None, SEPARATOR.join(path), cells)


def _ordered(placed: list[_Placed], file: str) -> list[_Placed]:
    """Every code with its full path, in the order of the rows, except that a parent always comes first."""
    done: dict[str, _Placed] = {}
    ordered: list[_Placed] = []
    waiting = placed
    while waiting:
        still = []
        for one in waiting:
            path = _full(one, done)
            if path is None:
                still.append(one)
                continue
            ordered.append(one._replace(path=path))
            done.setdefault(path, one)
        if len(still) == len(waiting):
            first = still[0]
            near = suggestion(first.parent or "", done.keys())
            raise MisuseError(
                f"{file}, row {first.number}: there is no code '{first.parent}'{near}, or it lies below itself; "
                "write the full path of another row's code"
            )
        waiting = still
    return ordered


def _full(one: _Placed, done: dict[str, _Placed]) -> str | None:
    """The path of a code whose parent has its place; None while that is not so."""
    if one.parent is None:
        return one.path
    if one.parent not in done:
        return None
    return one.path if one.path.startswith(one.parent + SEPARATOR) else one.parent + SEPARATOR + one.path


def _code(one: _Placed, columns: Columns, codes: dict[str, Code], file: str) -> Code:
    texts: dict[str, Any] = {name: one.cells[columns.fields[name]] for name in CODE_TEXTS if name in columns.fields}
    labels = {language: one.cells[i] for language, i in columns.labels.items() if one.cells[i]}
    colour = one.cells[columns.fields["colour"]].strip() if "colour" in columns.fields else ""
    if colour and not _COLOUR.fullmatch(colour):
        raise MisuseError(f"{file}, row {one.number}: the colour must be # and six hexadecimal digits, such as #4477AA")
    retired = "retired" in columns.fields and one.cells[columns.fields["retired"]].strip().casefold() in _YES
    above = codes.get(one.path.rpartition(SEPARATOR)[0])
    colour = colour or (above.colour if above else UNCOLOURED)
    unquoted = {language: _unquoted(label) for language, label in labels.items()}
    return Code(path=one.path, colour=colour, labels=MappingProxyType(unquoted), retired=retired, **texts)


def _label(code: Code, language: str) -> str | None:
    """A label as its cell has it; an empty one, unlike one that is absent, as two quotation marks."""
    label = code.labels.get(language)
    return label if label is None or _unquoted(label) == label != "" else f'"{label}"'


def _path(cell: str) -> str:
    """The path in a cell: blanks around names do not count, save inside quotation marks; `>` parts as `/` does."""
    if _unquoted(cell) != cell:
        return _unquoted(cell)
    sign = " > " if " > " in cell and SEPARATOR not in cell else SEPARATOR
    return SEPARATOR.join(name.strip() for name in cell.split(sign)) if cell.strip() else ""


def _written(path: str) -> str:
    return path if _path(path) == path else f'"{path}"'


def _unquoted(cell: str) -> str:
    return cell[1:-1] if len(cell) >= 2 and cell[0] == cell[-1] == '"' else cell
