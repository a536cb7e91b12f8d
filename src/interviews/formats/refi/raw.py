"""What a project file says, before anything in it is resolved: sources, passages and codings in small records."""

from dataclasses import dataclass, field

from interviews.formats.refi.stream import Element

MARKS = ("PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection")
SOURCES = ("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource")
_TEXTS = {"TextDescription", "Representation", "Transcript"}


@dataclass(slots=True)
class RawCoding:
    """A `Coding`."""

    guid: str
    code: str
    user: str
    created: str
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class RawSelection:
    """A selection of any kind; positions are as written."""

    tag: str
    guid: str
    name: str
    start: str
    end: str
    user: str
    created: str
    description: str
    codings: list[RawCoding]
    notes: tuple[str, ...] = ()
    modified: bool = False


@dataclass(slots=True)
class RawText:
    """Something with a text: a `TextSource`, a `Representation`, a `Transcript` or a `Note`."""

    tag: str
    guid: str
    name: str
    plain_path: str
    rich_path: str
    content: str | None
    description: str
    user: str
    created: str
    selections: list[RawSelection]
    codings: list[RawCoding]
    notes: tuple[str, ...]
    values: list[Element]
    points: list[tuple[str, str, str]] = field(default_factory=list)
    """GUID, time and position of the sync points."""


@dataclass(slots=True)
class RawSource:
    """One child of `Sources`. A `TextSource` is a source with itself as its only text."""

    tag: str
    guid: str
    name: str
    path: str
    description: str
    user: str
    created: str
    texts: list[RawText]
    marks: list[RawSelection]
    """Selections that are no text: areas of pages and pictures, stretches of time."""
    codings: list[RawCoding]
    notes: tuple[str, ...]
    values: list[Element]


def source_of(element: Element) -> RawSource:
    """A source with its texts and selections."""
    own = element.tag == "TextSource"
    return RawSource(
        element.tag,
        element.get("guid"),
        element.get("name"),
        element.get("path"),
        element.text_of("Description"),
        *_stamps(element),
        [text_of(element)] if own else [text_of(child) for child in element.children if child.tag in _TEXTS],
        [_selection(child) for child in element.children if child.tag in MARKS],
        [] if own else _codings(element),
        note_refs(element),
        element.all("VariableValue"),
    )


def text_of(element: Element) -> RawText:
    """An element that has a text, with the passages of it."""
    content = element.child("PlainTextContent")
    return RawText(
        element.tag,
        element.get("guid"),
        element.get("name"),
        element.get("plainTextPath"),
        element.get("richTextPath"),
        content.text if content else None,
        element.text_of("Description"),
        *_stamps(element),
        [_selection(child) for child in element.all("PlainTextSelection", "TranscriptSelection")],
        _codings(element),
        note_refs(element),
        element.all("VariableValue"),
        [(p.get("guid"), p.get("timeStamp"), p.get("position")) for p in element.all("SyncPoint")],
    )


def note_refs(element: Element) -> tuple[str, ...]:
    """The GUIDs of the notes an element points to."""
    return tuple(target_of(child) for child in element.children if child.tag == "NoteRef")


def target_of(reference: Element) -> str:
    """What a reference points to; some programs, and an example of the standard, write it in other places."""
    return reference.get("targetGUID") or reference.get("guid") or reference.text.strip()


def _stamps(element: Element) -> tuple[str, str]:
    created = element.get("creationDateTime") or element.get("modifiedDateTime")
    return element.get("creatingUser") or element.get("modifyingUser"), created


def _selection(element: Element) -> RawSelection:
    start, end = _ends(element)
    return RawSelection(
        element.tag,
        element.get("guid"),
        element.get("name"),
        start,
        end,
        *_stamps(element),
        element.text_of("Description"),
        _codings(element),
        note_refs(element),
        element.get("modifiedDateTime") not in ("", element.get("creationDateTime")),
    )


def _ends(element: Element) -> tuple[str, str]:
    for first, last in (("startPosition", "endPosition"), ("fromSyncPoint", "toSyncPoint"), ("begin", "end")):
        if first in element.attributes or last in element.attributes:
            return element.get(first), element.get(last)
    return "", ""


def _codings(element: Element) -> list[RawCoding]:
    return [
        RawCoding(
            child.get("guid"),
            next((target_of(ref) for ref in child.children if ref.tag == "CodeRef"), ""),
            *_stamps(child),
            note_refs(child),
        )
        for child in element.children
        if child.tag == "Coding"
    ]
