"""What the JSON columns hold, said once, so that a damaged or invented record is found before it is taken over."""

from collections.abc import Callable

from interviews.model import Change, Code, Role

Shape = Callable[[object], bool]


def _text(value: object) -> bool:
    return isinstance(value, str)


def _number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _role(value: object) -> bool:
    return isinstance(value, str) and value in set(Role)


def _or_none(shape: Shape) -> Shape:
    return lambda value: value is None or shape(value)


def _listed(shape: Shape) -> Shape:
    return lambda value: isinstance(value, list) and all(map(shape, value))


def _row(*shapes: Shape) -> Shape:
    def fits(value: object) -> bool:
        return (
            isinstance(value, list)
            and len(value) == len(shapes)
            and all(shape(one) for shape, one in zip(shapes, value, strict=True))
        )

    return fits


def _texts_by_text(value: object) -> bool:
    return isinstance(value, dict) and all(map(_text, value.values()))


def _code(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(value) | {"retired", "anchor_source"} == set(Code.__dataclass_fields__)
        and value.get("retired", True) is True
        and _texts_by_text(value["labels"])
        and all(_text(one) for name, one in value.items() if name not in ("labels", "retired"))
    )


def _step(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"change", "code", "to", "fields", "reason"}
        and value["change"] in set(Change)
        and _text(value["code"])
        and _listed(_text)(value["to"])
        and len(value["to"]) in _ENDS.get(value["change"], (0,))
        and _texts_by_text(value["fields"])
        and _text(value["reason"])
    )


# How many codes a step leads to.
_ENDS = {Change.RENAME: (1,), Change.MOVE: (1,), Change.MERGE: (1,), Change.SPLIT: range(1, 1000)}
_MAYBE_TEXT, _MAYBE_NUMBER = _or_none(_text), _or_none(_number)
_PLACES = [_MAYBE_NUMBER] * 4  # label from and to, time from and to
_PAIR = _row(_text, _text)

SHAPES: dict[tuple[str, str], Shape] = {
    ("text_versions", "speakers"): _listed(_row(_text, _role, _MAYBE_TEXT)),
    ("text_versions", "turns"): _listed(_row(_number, _number, _number, _MAYBE_TEXT, _role, *_PLACES, _MAYBE_TEXT)),
    ("edits", "edits"): _listed(_row(_number, _number, _text)),
    ("participants", "attributes"): _texts_by_text,
    ("cases", "attributes"): _texts_by_text,
    ("codebooks", "codes"): _listed(_code),
    ("revisions", "steps"): _listed(_step),
    ("groups", "members"): _listed(_PAIR),
    ("links", "origin"): _PAIR,
    ("links", "target"): _PAIR,
}
