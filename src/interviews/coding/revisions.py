"""Codebooks and codings after a revision: pure functions from the old ones and its steps to the new ones."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from interviews.coding.code_fields import RETIRED, YES, with_fields
from interviews.coding.steps import AFTER
from interviews.coding.yaml_node import suggestion
from interviews.errors import MisuseError
from interviews.model import Change, Code, Codebook, Coding, Step, is_within
from interviews.model.codebook import SEPARATOR
from interviews.model.revision import parent_of

Codes = list[Code]


def revise(codebook: Codebook, steps: Iterable[Step]) -> Codebook:
    """The next version of the codebook. Raises MisuseError for a step that cannot be taken."""
    for step in steps:
        codebook = replace(codebook, codes=tuple(_STEPS[step.change](list(codebook.codes), step)))
    return replace(codebook, version=codebook.version + 1)


def revise_codings(codings: Iterable[Coding], steps: Iterable[Step]) -> tuple[Coding, ...]:
    """The codings under the codes that took over; those whose code means another thing now say why, in `review`."""
    revised = tuple(codings)
    for step in steps:
        revised = tuple(_carried(coding, step) for coding in revised)
    return revised


def _carried(coding: Coding, step: Step) -> Coding:
    code = step.forward(coding.code)
    if step.unsettles(coding.code):
        return replace(coding, code=code, review=coding.review or step.reason or f"{step.change}: {step.code}")
    return coding if code == coding.code else replace(coding, code=code)


def _add(codes: Codes, step: Step) -> Codes:
    _require_free(codes, step.code)
    above = _parent(codes, step.code)
    fields = {name: value for name, value in step.fields.items() if name != AFTER}
    code = Code(step.code, colour=above.colour) if above else Code(step.code)
    return _inserted(codes, [with_fields(code, fields)], step.fields.get(AFTER))


def _rename(codes: Codes, step: Step) -> Codes:
    _require(codes, step.code)
    (path,) = step.to
    if parent_of(path) != parent_of(step.code):
        raise MisuseError(
            f"'{path.rpartition(SEPARATOR)[2]}' is a name for another place than that of '{step.code}': "
            "a code is renamed to a name without /, and moved by a move."
        )
    if path == step.code:
        raise MisuseError(f"'{path}' is called so already: give another name.")
    _require_free(codes, path)
    return [_forwarded(code, step) for code in codes]


def _move(codes: Codes, step: Step) -> Codes:
    _require(codes, step.code)
    (path,) = step.to
    if is_within(parent_of(path) or "", step.code):
        raise MisuseError(f"'{step.code}' cannot be moved below itself: choose a code that is not one of its own.")
    if path != step.code:
        _require_free(codes, path)
    _parent(codes, path)
    others = [code for code in codes if not is_within(code.path, step.code)]
    family = [_forwarded(code, step) for code in codes if is_within(code.path, step.code)]
    return _inserted(others, family, step.fields.get(AFTER))


def _merge(codes: Codes, step: Step) -> Codes:
    _require(codes, step.code)
    (kept,) = step.to
    _require(codes, kept)
    if kept == step.code:
        raise MisuseError(f"'{kept}' cannot be merged into itself: name the code that takes it over.")
    if is_within(kept, step.code):
        raise MisuseError(f"'{step.code}' cannot be merged into '{kept}', which lies in it: merge the other way round.")
    others = [code for code in codes if not is_within(code.path, step.code)]
    for code in codes:
        if is_within(code.path, step.code):
            moved = _forwarded(code, step)
            if all(other.path != moved.path for other in others):
                others = _inserted(others, [moved], None)
    return others


def _split(codes: Codes, step: Step) -> Codes:
    whole = _require(codes, step.code)
    if not step.to:
        raise MisuseError(f"'{step.code}' is split into nothing: name the new codes.")
    behind = whole.name
    for path in step.to:
        _require_free(codes, path)
        _parent(codes, path)
        beside = parent_of(path) == whole.parent
        codes = _inserted(codes, [Code(path, colour=whole.colour)], behind if beside else None)
        behind = path.rpartition(SEPARATOR)[2] if beside else behind
    return codes


def _retire(codes: Codes, step: Step) -> Codes:
    if _require(codes, step.code).retired:
        raise MisuseError(f"'{step.code}' is retired already.")
    return _with(codes, step.code, {RETIRED: YES})


def _redefine(codes: Codes, step: Step) -> Codes:
    before = _require(codes, step.code).colour
    colour = step.fields.get("colour", before)
    like_it: set[str] = set()
    for code in codes:  # a colour goes down to the codes that have theirs from this one
        if code.path == step.code or (code.parent in like_it and code.colour == before):
            like_it.add(code.path)
    codes = [replace(code, colour=colour) if code.path in like_it else code for code in codes]
    return _with(codes, step.code, step.fields)


_STEPS: Mapping[Change, Callable[[Codes, Step], Codes]] = {
    Change.ADD: _add,
    Change.RENAME: _rename,
    Change.MOVE: _move,
    Change.MERGE: _merge,
    Change.SPLIT: _split,
    Change.RETIRE: _retire,
    Change.REDEFINE: _redefine,
}


def _with(codes: Codes, path: str, fields: Mapping[str, str]) -> Codes:
    return [with_fields(code, fields) if code.path == path else code for code in codes]


def _forwarded(code: Code, step: Step) -> Code:
    path = step.forward(code.path)
    return code if path == code.path else replace(code, path=path)


def _require(codes: Codes, path: str) -> Code:
    found = next((code for code in codes if code.path == path), None)
    if found is None:
        raise MisuseError(f"The codebook has no code '{path}'{suggestion(path, [code.path for code in codes])}.")
    return found


def _require_free(codes: Codes, path: str) -> None:
    if not all(name.strip() for name in path.split(SEPARATOR)):
        raise MisuseError(f"'{path}' has an empty name in it: a code needs a name, which has no / in it.")
    if any(code.path == path for code in codes):
        raise MisuseError(f"There is a code '{path}' already: choose another name, or merge the two.")


def _parent(codes: Codes, path: str) -> Code | None:
    above = parent_of(path)
    return None if above is None else _require(codes, above)


def _inserted(codes: Codes, family: Codes, after: str | None) -> Codes:
    """The codes with a family among the siblings: behind the one named `after`, first for "", last for None."""
    above = family[0].parent
    if after:
        above = after if above is None else above + SEPARATOR + after
        _require(codes, above)
    if above is None:
        place = len(codes) if after is None else 0
    elif after == "":
        place = next(i for i, code in enumerate(codes, 1) if code.path == above)
    else:
        place = max(i for i, code in enumerate(codes, 1) if is_within(code.path, above))
    return [*codes[:place], *family, *codes[place:]]
