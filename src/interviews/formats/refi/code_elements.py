"""Codes as nested elements, built without recursion."""

from collections.abc import Mapping

from interviews.formats.refi.code_tree import SLASH
from interviews.formats.refi.descriptions import description_of
from interviews.formats.refi.draft import Draft
from interviews.formats.refi.lexical import is_colour
from interviews.formats.refi.losses import Losses
from interviews.formats.refi.markup import attributes, references, textual
from interviews.model import Code
from interviews.model.codebook import SEPARATOR

_UNCOLOURED = Code("").colour


def project_codes(draft: Draft) -> list[str]:
    """The `CodeBook` of a project; nothing where it has no codes."""
    if not draft.codes:
        return []
    guids = {path: draft.guids.of("code", path) for path in draft.codes}
    notes = {path: references("NoteRef", draft.noted("code", path)) for path in draft.codes}
    unknown = sum(code is None for code in draft.codes.values())
    draft.losses.add("Code", "named by codings or sub-codes only, written without a description", unknown)
    book = draft.exchange.codebook
    lines = code_lines(draft.codes, guids, draft.exchange.folders, book.language if book else "", draft.losses, notes)
    return ["<CodeBook>", "<Codes>", *lines, "</Codes>", "</CodeBook>"]


def code_lines(
    codes: Mapping[str, Code | None],
    guids: Mapping[str, str],
    folders: frozenset[str],
    language: str,
    losses: Losses,
    notes: Mapping[str, list[str]],
) -> list[str]:
    """Nested `Code` elements, each below its parent."""
    below: dict[str, list[str]] = {}
    for path in codes:
        above = path.rpartition(SEPARATOR)[0]
        below.setdefault(above if above in codes else "", []).append(path)
    lines: list[str] = []
    stack = [(path, False) for path in reversed(below.get("", []))]
    while stack:
        path, done = stack.pop()
        if done:
            lines.append("</Code>")
            continue
        code, inner = codes[path], below.get(path, [])
        if path == "":
            inner = []
        begin = _begin(path, code, guids[path], path in folders, losses)
        inside = textual("Description", description_of(code, language) if code else "") + notes.get(path, [])
        if not inside and not inner:
            lines.append(f"<{begin}/>")
            continue
        lines += [f"<{begin}>", *inside]
        stack.append((path, True))
        stack += [(child, False) for child in reversed(inner)]
    return lines


def _begin(path: str, code: Code | None, guid: str, is_folder: bool, losses: Losses) -> str:
    colour = code.colour if code is not None and code.colour != _UNCOLOURED else None
    if colour is not None and not is_colour(colour):
        losses.add("Code", "with a colour that is not #RRGGBB, written without")
        colour = None
    name = path.rpartition(SEPARATOR)[2].replace(SLASH, SEPARATOR)
    codable = "false" if is_folder else "true"
    return "Code" + attributes([("guid", guid), ("name", name), ("isCodable", codable), ("color", colour)])
