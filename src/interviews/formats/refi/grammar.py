"""The structure of project and codebook files as the standard's schemas (1.0) describe it, as tables of our own."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from interviews.formats.refi.guids import GUID
from interviews.formats.refi.lexical import is_boolean, is_colour, is_date, is_decimal, is_integer, is_moment

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"


Check = Callable[[str], object]
"""Whether a value is written as the standard says."""


def is_any(value: str) -> bool:
    """What may be any text: what XML cannot hold was refused by the parser."""
    return True


class Kind(NamedTuple):
    """What one kind of element may have and hold."""

    attributes: Mapping[str, Check]
    required: frozenset[str] = frozenset()
    children: tuple[tuple[str, ...], ...] = ()
    """Steps in their order. A step is the names that may stand there; `*` after the first name: any number of times."""
    needs: tuple[str, ...] = ()
    """Children that must be there."""
    text: Check | None = None
    """What its text must be; None where it has none."""


def _one_of(*words: str) -> Check:
    return frozenset(words).__contains__


def _all(*names: str) -> frozenset[str]:
    return frozenset(names)


def _with(*steps: str) -> tuple[tuple[str, ...], ...]:
    """Steps from `Name` or `Name*`, with `|` between those of which one may stand there."""
    return tuple((step.rstrip("*"), "*") if step.endswith("*") else tuple(step.split("|")) for step in steps)


_GUID: Check = GUID.fullmatch
_TEXT: Check = is_any
_WHOLE: Check = is_integer
_MOMENT: Check = is_moment
_NAMED = {"guid": _GUID, "name": _TEXT}
_STAMPS = {
    "creatingUser": _GUID,
    "creationDateTime": _MOMENT,
    "modifyingUser": _GUID,
    "modifiedDateTime": _MOMENT,
}
_MEDIUM = {**_NAMED, **_STAMPS, "path": _TEXT, "currentPath": _TEXT}
_WORDS = {**_NAMED, **_STAMPS, "richTextPath": _TEXT, "plainTextPath": _TEXT}
_AREA = dict.fromkeys(("firstX", "firstY", "secondX", "secondY"), _WHOLE)
_END = ("Coding*", "NoteRef*")
_SHAPES = "Person Oval Rectangle RoundedRectangle Star LeftTriangle RightTriangle UpTriangle DownTriangle Note".split()
_DIRECTION = _one_of("Associative", "OneWay", "Bidirectional")
_TYPE = _one_of("Text", "Boolean", "Integer", "Float", "Date", "DateTime")
_TEXT_SOURCE = Kind(
    _WORDS,
    _all("guid"),
    _with("Description", "PlainTextContent", "PlainTextSelection*", *_END, "VariableValue*"),
)
_REFERENCE = Kind({"targetGUID": _GUID}, _all("targetGUID"))
_STRING = Kind({}, text=is_any)


def _selection(attributes: Mapping[str, Check], required: tuple[str, ...], *before: str) -> Kind:
    steps = _with("Description", *before, *_END)
    return Kind({**_NAMED, **_STAMPS, **attributes}, _all("guid", *required), steps)


def _medium(*steps: str) -> Kind:
    return Kind(_MEDIUM, _all("guid"), _with("Description", *steps, *_END, "VariableValue*"))


def _many(child: str) -> Kind:
    return Kind({}, children=_with(f"{child}*"), needs=(child,))


_TIMES = {"begin": _WHOLE, "end": _WHOLE}
_PLACES = {"startPosition": _WHOLE, "endPosition": _WHOLE}
_SECTIONS = ("Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs")

PROJECT_KINDS: Mapping[str, Kind] = {
    "Project": Kind(
        {
            "name": _TEXT,
            "origin": _TEXT,
            "creatingUserGUID": _GUID,
            "creationDateTime": _MOMENT,
            "modifyingUserGUID": _GUID,
            "modifiedDateTime": _MOMENT,
            "basePath": _TEXT,
        },
        _all("name"),
        _with(*_SECTIONS, "Description", "NoteRef*"),
    ),
    "Users": _many("User"),
    "User": Kind({**_NAMED, "id": _TEXT}, _all("guid")),
    "CodeBook": Kind({}, children=_with("Codes"), needs=("Codes",)),
    "Codes": _many("Code"),
    "Code": Kind(
        {**_NAMED, "isCodable": is_boolean, "color": is_colour},
        _all("guid", "name", "isCodable"),
        _with("Description", "NoteRef*", "Code*"),
    ),
    "Cases": _many("Case"),
    "Case": Kind(
        _NAMED, _all("guid"), _with("Description", "CodeRef*", "VariableValue*", "SourceRef*", "SelectionRef*")
    ),
    "Variables": _many("Variable"),
    "Variable": Kind({**_NAMED, "typeOfVariable": _TYPE}, _all("guid", "name", "typeOfVariable"), _with("Description")),
    "VariableValue": Kind(
        {},
        children=_with("VariableRef", "TextValue|BooleanValue|IntegerValue|FloatValue|DateValue|DateTimeValue"),
        needs=("VariableRef",),
    ),
    "Sources": Kind(
        {},
        children=(("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource", "*"),),
        needs=("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"),
    ),
    "TextSource": _TEXT_SOURCE,
    "TextDescription": _TEXT_SOURCE,
    "Representation": _TEXT_SOURCE,
    "Note": _TEXT_SOURCE,
    "PlainTextSelection": _selection(_PLACES, tuple(_PLACES)),
    "PictureSource": _medium("TextDescription", "PictureSelection*"),
    "PictureSelection": _selection(_AREA, tuple(_AREA)),
    "PDFSource": _medium("PDFSelection*", "Representation"),
    "PDFSelection": _selection({**_AREA, "page": _WHOLE}, ("page", *_AREA), "Representation"),
    "AudioSource": _medium("Transcript*", "AudioSelection*"),
    "AudioSelection": _selection(_TIMES, tuple(_TIMES)),
    "VideoSource": _medium("Transcript*", "VideoSelection*"),
    "VideoSelection": _selection(_TIMES, tuple(_TIMES)),
    "Transcript": Kind(
        _WORDS,
        _all("guid"),
        _with("Description", "PlainTextContent", "SyncPoint*", "TranscriptSelection*", "NoteRef*"),
    ),
    "TranscriptSelection": _selection({"fromSyncPoint": _GUID, "toSyncPoint": _GUID}, ()),
    "SyncPoint": Kind({"guid": _GUID, "timeStamp": _WHOLE, "position": _WHOLE}, _all("guid")),
    "Coding": Kind(
        {"guid": _GUID, "creatingUser": _GUID, "creationDateTime": _MOMENT},
        _all("guid"),
        _with("CodeRef", "NoteRef*"),
        ("CodeRef",),
    ),
    "Notes": _many("Note"),
    "Links": _many("Link"),
    "Link": Kind(
        {**_NAMED, "direction": _DIRECTION, "color": is_colour, "originGUID": _GUID, "targetGUID": _GUID},
        _all("guid"),
        _with("NoteRef*"),
    ),
    "Sets": _many("Set"),
    "Set": Kind(_NAMED, _all("guid", "name"), _with("Description", "MemberCode*", "MemberSource*", "MemberNote*")),
    "Graphs": _many("Graph"),
    "Graph": Kind(_NAMED, _all("guid"), _with("Vertex*", "Edge*")),
    "Vertex": Kind(
        {**_NAMED, **_AREA, "representedGUID": _GUID, "shape": _one_of(*_SHAPES), "color": is_colour},
        _all("guid", "firstX", "firstY"),
    ),
    "Edge": Kind(
        {
            **_NAMED,
            **dict.fromkeys(("representedGUID", "sourceVertex", "targetVertex"), _GUID),
            "color": is_colour,
            "direction": _DIRECTION,
            "lineStyle": _one_of("dotted", "dashed", "solid"),
        },
        _all("guid", "sourceVertex", "targetVertex"),
    ),
    "Description": _STRING,
    "PlainTextContent": _STRING,
    "TextValue": _STRING,
    "BooleanValue": Kind({}, text=is_boolean),
    "IntegerValue": Kind({}, text=is_integer),
    "FloatValue": Kind({}, text=is_decimal),
    "DateValue": Kind({}, text=is_date),
    "DateTimeValue": Kind({}, text=is_moment),
    **dict.fromkeys(
        (
            *("CodeRef", "SourceRef", "SelectionRef", "NoteRef", "VariableRef"),
            *("MemberCode", "MemberSource", "MemberNote"),
        ),
        _REFERENCE,
    ),
}

CODEBOOK_KINDS: Mapping[str, Kind] = {
    "CodeBook": Kind({"origin": _TEXT}, children=_with("Codes", "Sets"), needs=("Codes",)),
    "Codes": _many("Code"),
    "Code": PROJECT_KINDS["Code"]._replace(children=_with("Description", "Code*")),
    "Sets": _many("Set"),
    "Set": Kind(_NAMED, _all("guid", "name"), _with("Description", "MemberCode*")),
    "MemberCode": Kind({"guid": _GUID}, _all("guid")),
    "Description": _STRING,
}
