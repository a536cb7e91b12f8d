"""A codebook written out as YAML text: the same codebook always gives the same bytes."""

from typing import Any

import yaml

from interviews.errors import MisuseError
from interviews.model import Code, Codebook
from interviews.model.codebook import SEPARATOR, is_within

UNCOLOURED = Code(path="").colour
_TEXTS = ("definition", "use_when", "not_when", "anchor", "counter", "memo")
# Programs read nested YAML by recursion: codes below this depth name their parent instead.
_DEEPEST = 40


def to_yaml(codebook: Codebook) -> str:
    """The codebook as YAML, sub-codes nested under their code, empty fields and inherited colours left out."""
    book = {
        "codebook": codebook.name,
        "version": codebook.version,
        "language": codebook.language,
        "codes": _tree(codebook),
    }
    # One line a field, however long, so that a review of a change shows the fields that changed.
    return _dump(book)


def field_lines(key: str, value: Any) -> list[str]:
    """One field of a code as lines of YAML."""
    return _dump({key: _Row(value) if isinstance(value, dict) else value}).splitlines(keepends=True)


def _dump(value: Any) -> str:
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000))


def _tree(codebook: Codebook) -> list[dict[str, Any]]:
    roots: list[dict[str, Any]] = []
    known: dict[str, Code] = {}
    open_codes: dict[str, dict[str, Any]] = {}
    for code in codebook:
        parent = known.get(code.parent) if code.parent else None
        if code.parent and parent is None:
            raise MisuseError(f"the code '{code.path}' stands before its parent or has none; add '{code.parent}' first")
        written = yaml_fields(code, parent)
        # A code that follows its parent's family is nested there; one further down keeps its place by `parent`.
        open_codes = {path: node for path, node in open_codes.items() if is_within(code.path, path)}
        if code.parent in open_codes and code.path.count(SEPARATOR) < _DEEPEST:
            open_codes[code.parent].setdefault("codes", []).append(written)
        else:
            roots.append(written if code.parent is None else {**written, "parent": code.parent})
            written, open_codes = roots[-1], {}
        known[code.path] = code
        open_codes[code.path] = written
    return roots


def yaml_fields(code: Code, parent: Code | None) -> dict[str, Any]:
    """What is written about a code, by key; empty fields and a colour like that of the code above are left out."""
    fields: dict[str, Any] = {"name": code.name}
    if code.retired:
        fields["retired"] = True
    if code.labels:
        fields["labels"] = _Row(code.labels)
    if code.colour != (parent.colour if parent else UNCOLOURED):
        fields["colour"] = code.colour
    fields |= {key: getattr(code, key) for key in _TEXTS if getattr(code, key)}
    if code.anchor_source:
        fields["anchor"] = {"text": code.anchor, "source": code.anchor_source}
    return fields


class _Row(dict[str, str]):
    """A short mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """Lists indented under their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # the parameter's name is PyYAML's
        return True


def _scalar(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # Paragraphs read best as a block; PyYAML folds these rarer line ends away unless they are escaped in quotes.
    style = '"' if any(end in text for end in "\x85\u2028\u2029") else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _scalar)
_Dumper.add_representer(
    _Row, lambda dumper, row: dumper.represent_mapping("tag:yaml.org,2002:map", row.items(), flow_style=True)
)
