"""What the schemas cannot check: GUIDs given once, references to the right kind, one text, places in it, types."""

from collections.abc import Callable, Collection, Iterable, Mapping

from interviews.formats.refi.guids import canonical
from interviews.formats.refi.lexical import VALUE_TYPES, number_of

Complain = Callable[[str], None]

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

    def __init__(self, lengths: Mapping[str, int]) -> None:
        self._lengths = lengths
        self._kinds: dict[str, str] = {}
        self._wanted: dict[tuple[str, str], tuple[set[str], Collection[str]]] = {}
        self._types: dict[str, str] = {}
        self._values: set[tuple[str, str]] = set()
        self._variable = ""
        self._length: list[int | None] = []
        self._starts: Mapping[str, Callable[[str, Mapping[str, str], Complain], None]] = {
            **dict.fromkeys(_SELECTIONS, _ordered),
            **dict.fromkeys(_WITH_TEXT, self._open_text),
            "PlainTextSelection": self._place,
            "SyncPoint": self._point,
            "Variable": self._variable_type,
        }

    def leading(self, tag: str, names: Iterable[str]) -> tuple[tuple[str, set[str]], ...]:
        """The attributes of an element that lead elsewhere, each with the set that takes what they say."""
        kinds = {**_USERS, **_ATTRIBUTES.get(tag, {})}
        return tuple(
            (name, self._wanted.setdefault((tag, name), (set(), kinds[name]))[0]) for name in names if name in kinds
        )

    def start(self, tag: str, attributes: Mapping[str, str], complain: Complain) -> None:
        """An element begins."""
        guid = attributes.get("guid")
        if guid is not None and tag != "MemberCode":
            key = canonical(guid)
            if key in self._kinds:
                complain(f"{tag}: its guid is that of another element")
            else:
                self._kinds[key] = tag
        check = self._starts.get(tag)
        if check is not None:
            check(tag, attributes, complain)

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
        elif tag in _VALUES:
            self._values.add((self._variable, tag.removesuffix("Value")))

    def finish(self, complain: Complain) -> None:
        """Look up all references."""
        for (tag, name), (guids, kinds) in self._wanted.items():
            for guid in guids:
                found = self._kinds.get(canonical(guid))
                if found is None:
                    complain(f"{tag}: {name} leads to nothing in the file")
                elif kinds and found not in kinds:
                    complain(f"{tag}: {name} leads to the wrong kind of element")
        for variable, kind in self._values:
            if self._types.get(variable, kind) != kind:
                complain("VariableValue: its value is of another type than its variable")

    def _open_text(self, tag: str, attributes: Mapping[str, str], complain: Complain) -> None:
        self._length.append(self._lengths.get(attributes.get("plainTextPath", "")))

    def _place(self, tag: str, attributes: Mapping[str, str], complain: Complain) -> None:
        start, end = number_of(attributes.get("startPosition", "")), number_of(attributes.get("endPosition", ""))
        self._inside(tag, start, complain)
        self._inside(tag, end, complain)
        _in_order(tag, start, end, complain)

    def _point(self, tag: str, attributes: Mapping[str, str], complain: Complain) -> None:
        self._inside(tag, number_of(attributes.get("position", "")), complain)

    def _inside(self, tag: str, number: int | None, complain: Complain) -> None:
        length = self._length[-1] if self._length else None
        if number is not None and (number < 0 or (length is not None and number > length)):
            complain(f"{tag}: it reaches beyond its text")

    def _variable_type(self, tag: str, attributes: Mapping[str, str], complain: Complain) -> None:
        self._types[canonical(attributes.get("guid", ""))] = attributes.get("typeOfVariable", "")


def _ordered(tag: str, attributes: Mapping[str, str], complain: Complain) -> None:
    _in_order(tag, number_of(attributes.get("begin", "")), number_of(attributes.get("end", "")), complain)


def _in_order(tag: str, start: int | None, end: int | None, complain: Complain) -> None:
    if start is not None and end is not None and start > end:
        complain(f"{tag}: it ends before it begins")
