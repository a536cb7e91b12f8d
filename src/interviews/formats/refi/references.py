"""What the schemas cannot check: GUIDs given once, references to the right kind, one text, places in it, types."""

from collections.abc import Callable, Collection, Iterable, Mapping

from interviews.formats.refi.guids import canonical
from interviews.formats.refi.lexical import number_of

Complain = Callable[[str], None]

_SOURCES = frozenset({"TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"})
_SELECTIONS = frozenset(f"{kind}Selection" for kind in ("PlainText", "Picture", "PDF", "Audio", "Video", "Transcript"))
_USER = ("creatingUser", "modifyingUser", "creatingUserGUID", "modifyingUserGUID")
_TARGETS: Mapping[str, Collection[str]] = {
    "CodeRef": ("Code",),
    "MemberCode": ("Code",),
    "SourceRef": _SOURCES,
    "MemberSource": _SOURCES,
    "SelectionRef": _SELECTIONS,
    "NoteRef": ("Note",),
    "MemberNote": ("Note",),
    "VariableRef": ("Variable",),
}
_ANY: Collection[str] = ()
_ATTRIBUTES: Mapping[str, Mapping[str, Collection[str]]] = {
    **{tag: {"targetGUID": kinds} for tag, kinds in _TARGETS.items()},
    "Link": {"originGUID": _ANY, "targetGUID": _ANY},
    "Vertex": {"representedGUID": _ANY},
    "Edge": {"representedGUID": _ANY, "sourceVertex": ("Vertex",), "targetVertex": ("Vertex",)},
    "TranscriptSelection": {"fromSyncPoint": ("SyncPoint",), "toSyncPoint": ("SyncPoint",)},
}
_USERS: Mapping[str, Collection[str]] = dict.fromkeys(_USER, ("User",))
_WITH_TEXT = frozenset({"TextSource", "TextDescription", "Representation", "Note", "Transcript"})


SHAPES = 1024
"""So many combinations of element and attributes are remembered; files have a few dozen, hostile ones any number."""


class References:
    """Follows a file element by element; references are looked up when all of it is known."""

    def __init__(self, lengths: Mapping[str, int]) -> None:
        self._lengths = lengths
        self._kinds: dict[str, str] = {}
        self._leading: dict[tuple[str, ...], tuple[tuple[str, Collection[str]], ...]] = {}
        self._wanted: dict[tuple[str, str, str], Collection[str]] = {}
        self._types: dict[str, str] = {}
        self._values: set[tuple[str, str]] = set()
        self._variable = ""
        self._length: list[int | None] = []

    def start(self, tag: str, attributes: Mapping[str, str], above: str, complain: Complain) -> None:
        """An element begins."""
        guid = attributes.get("guid")
        if guid is not None and tag != "MemberCode":
            key = canonical(guid)
            if key in self._kinds:
                complain(f"{tag}: its guid is that of another element")
            self._kinds.setdefault(key, tag)
        elif guid is not None:
            self._want("MemberCode", "guid", guid, ("Code",))
        self._references(tag, attributes)
        if tag in _WITH_TEXT:
            self._length.append(self._lengths.get(attributes.get("plainTextPath", "")))
        elif tag == "PlainTextSelection":
            self._place(attributes, complain)
        elif tag == "SyncPoint":
            self._inside(tag, [number_of(attributes.get("position", ""))], complain)
        elif tag.endswith("Selection"):
            self._ordered(tag, attributes, complain)
        elif tag == "Variable":
            self._types[canonical(guid or "")] = attributes.get("typeOfVariable", "")

    def end(
        self, tag: str, attributes: Mapping[str, str], words: str, seen: Collection[str], complain: Complain
    ) -> None:
        """An element ends; `words` is its text, `seen` the names of its children."""
        if tag in _WITH_TEXT:
            self._length.pop()
            texts = ("plainTextPath" in attributes) + ("PlainTextContent" in seen)
            if texts != 1:
                complain(f"{tag}: it must have one text, in PlainTextContent or at plainTextPath")
        elif tag == "PlainTextContent" and self._length:
            self._length[-1] = len(words)
        elif tag == "VariableRef":
            self._variable = canonical(attributes.get("targetGUID", ""))
        elif tag.endswith("Value") and tag != "VariableValue":
            self._values.add((self._variable, tag.removesuffix("Value")))

    def finish(self, complain: Complain) -> None:
        """Look up all references."""
        for (tag, name, guid), kinds in self._wanted.items():
            found = self._kinds.get(canonical(guid))
            if found is None:
                complain(f"{tag}: {name} leads to nothing in the file")
            elif kinds and found not in kinds:
                complain(f"{tag}: {name} leads to the wrong kind of element")
        for variable, kind in self._values:
            if self._types.get(variable, kind) != kind:
                complain("VariableValue: its value is of another type than its variable")

    def _references(self, tag: str, attributes: Mapping[str, str]) -> None:
        shape = (tag, *attributes)
        leading = self._leading.get(shape)
        if leading is None:
            leading = _leading_of(tag, attributes)
            if len(self._leading) < SHAPES:
                self._leading[shape] = leading
        for name, kinds in leading:
            self._want(tag, name, attributes[name], kinds)

    def _want(self, tag: str, name: str, guid: str, kinds: Collection[str]) -> None:
        self._wanted[tag, name, guid] = kinds

    def _place(self, attributes: Mapping[str, str], complain: Complain) -> None:
        numbers = [number_of(attributes.get(name, "")) for name in ("startPosition", "endPosition")]
        self._inside("PlainTextSelection", numbers, complain)
        _in_order("PlainTextSelection", numbers, complain)

    def _inside(self, tag: str, numbers: Iterable[int | None], complain: Complain) -> None:
        length = self._length[-1] if self._length else None
        for number in numbers:
            if number is not None and (number < 0 or (length is not None and number > length)):
                complain(f"{tag}: it reaches beyond its text")

    def _ordered(self, tag: str, attributes: Mapping[str, str], complain: Complain) -> None:
        _in_order(tag, [number_of(attributes.get(name, "")) for name in ("begin", "end")], complain)


def _leading_of(tag: str, names: Iterable[str]) -> tuple[tuple[str, Collection[str]], ...]:
    """The attributes that lead elsewhere, each with the kinds of element it may lead to."""
    kinds = {**_USERS, **_ATTRIBUTES.get(tag, {})}
    return tuple((name, kinds[name]) for name in names if name in kinds)


def _in_order(tag: str, numbers: list[int | None], complain: Complain) -> None:
    start, end = numbers
    if start is not None and end is not None and start > end:
        complain(f"{tag}: it ends before it begins")
