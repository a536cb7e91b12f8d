"""What a Word document says beside its text: comments, headers and footers, and who made it."""

from collections.abc import Mapping
from typing import Any

from interviews.formats.documents.marks import without_marks
from interviews.formats.documents.word_body import Body, attribute, local
from interviews.formats.limits import Package
from interviews.model import SourceNote, Span

_PROPERTIES = {
    "docProps/core.xml": {
        "creator": "author",
        "lastModifiedBy": "editor",
        "title": "title",
        "subject": "subject",
        "keywords": "keywords",
        "description": "remark",
        "category": "category",
    },
    "docProps/app.xml": {"Manager": "manager", "Company": "company"},
}
_CUSTOM = "docProps/custom.xml"
_PERSONAL = frozenset({"author", "editor", "manager", "company"})


class SidePieces:
    """Everything a document has beside its text, read once."""

    def __init__(self, package: Package, folder: str) -> None:
        self.comments = list(_comments(package, f"{folder}/comments.xml"))
        """Id, author and words of every comment."""
        self.running = _running(package, folder)
        self.properties = _properties(package)

    @property
    def names_author(self) -> bool:
        """Whether the properties of the file name somebody."""
        return any(note.kind in _PERSONAL for note in self.properties)

    def notes(self, places: Mapping[str, Span]) -> list[SourceNote]:
        """All of it as notes; `places` are the stretches that comments are about, by id."""
        comments = [SourceNote("comment", words, author, places.get(ident)) for ident, author, words in self.comments]
        return [*self.properties, *comments, *self.running]


def _comments(package: Package, part: str) -> list[tuple[str, str, str]]:
    if part not in package.names:
        return []
    return [
        (attribute(comment, "id"), attribute(comment, "author"), _words(comment))
        for comment in package.xml(part)
        if local(comment) == "comment"
    ]


def _running(package: Package, folder: str) -> list[SourceNote]:
    notes = []
    for name in sorted(package.names):
        kind = next((kind for kind in ("header", "footer") if name.startswith(f"{folder}/{kind}")), None)
        words = _words(package.xml(name)) if kind and name.endswith(".xml") else ""
        if kind and words:
            notes.append(SourceNote(kind, words))
    return notes


def _words(element: Any) -> str:
    return without_marks("\n".join(Body({}).lines(element))).strip()


def _properties(package: Package) -> list[SourceNote]:
    notes = []
    for part, kinds in _PROPERTIES.items():
        for element in package.xml(part) if part in package.names else ():
            kind, text = kinds.get(local(element)), (element.text or "").strip()
            if kind and text:
                notes.append(SourceNote(kind, text))
    for element in package.xml(_CUSTOM) if _CUSTOM in package.names else ():
        text = "".join(element.itertext()).strip()
        if text:
            notes.append(SourceNote("property", f"{attribute(element, 'name')}: {text}"))
    return notes
