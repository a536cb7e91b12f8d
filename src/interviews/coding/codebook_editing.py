"""Steps of a revision applied to the file of a codebook: its remarks, its order and its style stay."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import yaml

from interviews.coding.code_fields import LABEL, changed_fields
from interviews.coding.codebook_file import codebook_of_text, replace_text
from interviews.coding.codebook_yaml import field_lines, to_yaml, yaml_fields
from interviews.coding.outline import Item
from interviews.coding.outline_reading import Reader, remarks_in
from interviews.coding.revisions import revise
from interviews.coding.steps import AFTER
from interviews.coding.yaml_node import read_text
from interviews.model import Change, Codebook, Step, is_within
from interviews.model.codebook import SEPARATOR
from interviews.model.revision import parent_of


def revise_text(text: str, path: Path, steps: Iterable[Step], *, version: int | None = None) -> str:
    """The text of the file `path` after the steps, with the number of the next version, or of `version`.

    What a code `was` is taken out: it has been heeded. Raises MisuseError where the file, or a step, is wrong.
    """
    steps = tuple(steps)
    target = revise(codebook_of_text(text, path), steps)
    number = target.version if version is None else version
    if _has_aliases(text):
        return _anew(text, target, number)
    changed = _edited(text, lambda book: _take(book, steps, number))
    for _ in target:  # a colour goes down the tree, a level at a time
        left = _left(codebook_of_text(changed, path), target)
        if not left:
            break
        changed = _edited(changed, partial(_write_fields, left=left, target=target))
    return changed if _same(changed, path, target, number) else _anew(text, target, number)


def revise_file(path: Path, steps: Iterable[Step], *, version: int | None = None) -> None:
    """The same for the file itself, which is replaced in one step or not at all."""
    replace_text(path, revise_text(read_text(path), path, steps, version=version))


def _edited(text: str, change: Callable[[Item], None]) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)  # it has been read
    book = Reader(text, field_lines).read(root)
    change(book)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [*book.lead, *book.fields[0].above, *book.write_fields(0)]
    return "".join(line if line.endswith(end) else line.rstrip("\r\n") + end for line in lines)


def _has_aliases(text: str) -> bool:
    return any(isinstance(token, yaml.AliasToken | yaml.AnchorToken) for token in yaml.scan(text))


def _left(now: Codebook, target: Codebook) -> dict[str, dict[str, str]]:
    """What the file does not yet say as it should, by code."""
    wanted = {code.path: code for code in target}
    changes = {code.path: changed_fields(code, wanted[code.path]) for code in now if code.path in wanted}
    return {path: fields for path, fields in changes.items() if fields}


def _same(text: str, path: Path, target: Codebook, version: int) -> bool:
    now = codebook_of_text(text, path)
    return now.version == version and {code.path: code for code in now} == {code.path: code for code in target}


def _anew(text: str, target: Codebook, version: int) -> str:
    """The codebook written out whole, with all remarks on top: for files that share texts by aliases, say."""
    remarks = [f"{remark}\n" for remark in remarks_in(text).values()]
    return "".join(remarks) + to_yaml(Codebook(target.name, version, target.codes, target.language))


def _write_fields(book: Item, left: Mapping[str, Mapping[str, str]], target: Codebook) -> None:
    codes = {code.path: code for code in target}
    items = {item.path: item for item in book.family()}
    for path, changed in left.items():
        code, item = codes[path], items[path]
        written = yaml_fields(code, codes.get(code.parent or ""))
        for key in dict.fromkeys(map(_key, changed)):
            if key == "colour":
                item.put(key, field_lines(key, code.colour))
            elif key in written:
                item.put(key, field_lines(key, written[key]))
            else:
                item.drop(key)


def _key(name: str) -> str:
    return "labels" if name.startswith(LABEL) else "anchor" if name == "anchor_source" else name


def _take(book: Item, steps: Iterable[Step], version: int) -> None:
    book.put("version", field_lines("version", version))
    for code in book.family():
        code.drop("was")
    for step in steps:
        if step.change in _CHANGES:
            _CHANGES[step.change](book, {item.path: item for item in book.family()}, step)


Items = Mapping[str, Item]


def _add(book: Item, items: Items, step: Step) -> None:
    _attach(_fresh(step.code), step.code, items, book, step.fields.get(AFTER))


def _fresh(path: str) -> Item:
    item = Item(_name(path))
    item.put("name", field_lines("name", item.name))
    return item


def _attach(item: Item, path: str, items: Items, book: Item, after: str | None) -> None:
    parent = items.get(parent_of(path) or "", book)
    item.offset, item.width = (item.offset, item.width) if item.codes else (book.offset, 2)
    before = next((i for i, one in enumerate(parent.codes, 1) if after and one.name == after), None)
    parent.attach(item, 0 if after == "" else before)


def _rename(book: Item, items: Items, step: Step) -> None:
    item = items[step.code]
    _call(item, _name(step.to[0]))
    _place_others(items, step)


def _call(item: Item, name: str) -> None:
    if name != item.name:
        item.name = name
        item.put("name", field_lines("name", name))


def _place_others(items: Items, step: Step) -> None:
    """Codes that name their parent follow it."""
    for item in items.values():
        if item.placed and is_within(item.placed, step.code):
            item.placed = step.forward(item.placed)
            item.put("parent", field_lines("parent", item.placed))


def _move(book: Item, items: Items, step: Step) -> None:
    item, path = items[step.code], step.to[0]
    _release(item)
    _call(item, _name(path))
    _attach(item, path, items, book, step.fields.get(AFTER))
    _place_others(items, step)


def _release(item: Item) -> None:
    item.detach()
    item.placed = None
    item.drop("parent")


def _merge(book: Item, items: Items, step: Step) -> None:
    """The codes below go where the codebook has them afterwards; remarks go with the text that is kept."""
    family = [path for path in items if is_within(path, step.code)]
    others = {path: item for path, item in items.items() if path not in family}
    for path in family:
        item, there = items[path], step.forward(path)
        _release(item)
        for below in list(item.codes):  # each has its own turn
            below.detach()
            book.attach(below)
        if there in others:
            others[there].tail = [*item.remarks(), *others[there].tail]
            others[there].touch()
        else:
            _call(item, _name(there))
            _attach(item, there, others, book, None)
            others[there] = item


def _split(book: Item, items: Items, step: Step) -> None:
    known, behind = dict(items), _name(step.code)
    for path in step.to:
        beside = parent_of(path) == parent_of(step.code)
        known[path] = _fresh(path)
        _attach(known[path], path, known, book, behind if beside else None)
        behind = _name(path) if beside else behind


def _name(path: str) -> str:
    return path.rpartition(SEPARATOR)[2]


_CHANGES: Mapping[Change, Callable[[Item, Items, Step], None]] = {
    Change.ADD: _add,
    Change.RENAME: _rename,
    Change.MOVE: _move,
    Change.MERGE: _merge,
    Change.SPLIT: _split,
}
