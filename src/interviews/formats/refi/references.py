"""What the schemas cannot check: GUIDs given once, references to the right kind, one text, places in it, types."""

from collections.abc import Callable, Collection, Iterable, Mapping

from interviews.formats.refi.guids import canonical
from interviews.formats.refi.lexical import VALUE_TYPES, number_of

Complain = Callable[[str], None]
Opens = Callable[[str, Mapping[str, str]], None]
"""Takes the name and the attributes of an element that begins."""
Closes = Callable[[str, Mapping[str, str], str, Collection[str]], None]
"""Takes the name, the attributes, the text and the names of the children of an element that ends."""

_SOURCES = frozenset({"TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"})
_SELECTIONS = frozenset(f"{kind}Selection" for kind in ("PlainText", "Picture", "PDF", "Audio", "Video", "Transcript"))
_USER = ("creatingUser", "modifyingUser", "creatingUserGUID", "modifyingUserGUID")
_TARGETS: Mapping[str, Collection[str]] = {
    "CodeRef": ("Code",),
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
    "MemberCode": {"targetGUID": ("Code",), "guid": ("Code",)},  # the latter in codebook files
    "Link": {"originGUID": _ANY, "targetGUID": _ANY},
    "Vertex": {"representedGUID": _ANY},
    "Edge": {"representedGUID": _ANY, "sourceVertex": ("Vertex",), "targetVertex": ("Vertex",)},
    "TranscriptSelection": {"fromSyncPoint": ("SyncPoint",), "toSyncPoint": ("SyncPoint",)},
}
_USERS: Mapping[str, Collection[str]] = dict.fromkeys(_USER, ("User",))
_VALUES = frozenset(f"{kind}Value" for kind in VALUE_TYPES)
_WITH_TEXT = frozenset({"TextSource", "TextDescription", "Representation", "Note", "Transcript"})


class References:
    """Follows a file element by element; references are looked up when all of it is known."""

    def __init__(self, lengths: Mapping[str, int], complain: Complain) -> None:
        self._lengths = lengths
        self._complain = complain
        self._kinds: dict[str, str] = {}
        self._wanted: dict[tuple[str, str], dict[str, bool]] = {}
        self._types: dict[str, str] = {}
        self._values: dict[tuple[str, str], None] = {}
        self._variable = ""
        self._length: list[int | None] = []
        self.opens: Mapping[str, Opens] = {
            **dict.fromkeys(_SELECTIONS, self._ordered),
            **dict.fromkeys(_WITH_TEXT, self._open_text),
            "PlainTextSelection": self._place,
            "SyncPoint": self._point,
            "Variable": self._variable_type,
        }
        """By the name of an element, what is looked at when it begins."""
        self.closes: Mapping[str, Closes] = {
            **dict.fromkeys(_VALUES, self._value),
            **dict.fromkeys(_WITH_TEXT, self._close_text),
            "PlainTextContent": self._content,
            "VariableRef": self._of_variable,
        }
        """The same for its end."""

    def leading(self, tag: str, names: Iterable[str]) -> dict[str, dict[str, bool]]:
        """The attributes of an element that lead elsewhere, each with what takes all that they say."""
        kinds = _kinds_of(tag)
        return {name: self._wanted.setdefault((tag, name), {}) for name in names if name in kinds}

    def give(self, tag: str, guid: str) -> None:
        """An element has this GUID."""
        key = canonical(guid)
        if key in self._kinds:
            self._complain(f"{tag}: its guid is that of another element")
        else:
            self._kinds[key] = tag

    def finish(self) -> None:
        """Look up all references."""
        for (tag, name), guids in self._wanted.items():
            kinds = _kinds_of(tag)[name]
            for guid in guids:
                found = self._kinds.get(canonical(guid))
                if found is None:
                    self._complain(f"{tag}: {name} leads to nothing in the file")
                elif kinds and found not in kinds:
                    self._complain(f"{tag}: {name} leads to the wrong kind of element")
        for variable, kind in self._values:
            if self._types.get(variable, kind) != kind:
                self._complain("VariableValue: its value is of another type than its variable")

    def _close_text(self, tag: str, attributes: Mapping[str, str], words: str, seen: Collection[str]) -> None:
        self._length.pop()
        if ("plainTextPath" in attributes) + ("PlainTextContent" in seen) != 1:
            self._complain(f"{tag}: it must have one text, in PlainTextContent or at plainTextPath")

    def _content(self, tag: str, attributes: Mapping[str, str], words: str, seen: Collection[str]) -> None:
        if self._length:
            self._length[-1] = len(words)

    def _of_variable(self, tag: str, attributes: Mapping[str, str], words: str, seen: Collection[str]) -> None:
        self._variable = canonical(attributes.get("targetGUID", ""))

    def _value(self, tag: str, attributes: Mapping[str, str], words: str, seen: Collection[str]) -> None:
        self._values[self._variable, tag.removesuffix("Value")] = None

    def _open_text(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._length.append(self._lengths.get(attributes.get("plainTextPath", "")))

    def _place(self, tag: str, attributes: Mapping[str, str]) -> None:
        start, end = number_of(attributes.get("startPosition", "")), number_of(attributes.get("endPosition", ""))
        self._inside(tag, start)
        self._inside(tag, end)
        self._in_order(tag, start, end)

    def _point(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._inside(tag, number_of(attributes.get("position", "")))

    def _inside(self, tag: str, number: int | None) -> None:
        length = self._length[-1] if self._length else None
        if number is not None and (number < 0 or (length is not None and number > length)):
            self._complain(f"{tag}: it reaches beyond its text")

    def _variable_type(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._types[canonical(attributes.get("guid", ""))] = attributes.get("typeOfVariable", "")

    def _ordered(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._in_order(tag, number_of(attributes.get("begin", "")), number_of(attributes.get("end", "")))

    def _in_order(self, tag: str, start: int | None, end: int | None) -> None:
        if start is not None and end is not None and start > end:
            self._complain(f"{tag}: it ends before it begins")


def _kinds_of(tag: str) -> Mapping[str, Collection[str]]:
    """By the name of each attribute that leads elsewhere, the kinds of element that it may lead to."""
    return {**_USERS, **_ATTRIBUTES.get(tag, {})}
