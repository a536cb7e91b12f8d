"""OpenDocument texts (.odt, .fodt) of LibreOffice and others: what a reader sees, and what was left out."""

from typing import Any

from interviews.errors import Problem, Severity
from interviews.formats.documents.marks import take_marks, without_marks
from interviews.formats.documents.odt_body import OdtBody
from interviews.formats.documents.odt_styles import hidden_styles, name_of, properties, running_parts
from interviews.formats.documents.spoken import Fate, fates, reading_of
from interviews.formats.limits import Package
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.model import SourceNote

_TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.sun.xml.writer")
_LOCKED = "the document is protected by a password: save it without password and read it again"


def is_odt(file: Opened) -> bool:
    """Whether a package says it is an OpenDocument text, or the content is one in a single XML file."""
    if file.content[:60].lstrip().startswith(b"<?xml"):
        return b"<office:document " in file.content[:2000] and b"opendocument.text" in file.content[:20_000]
    package = file.package
    if package is None or not package.names & {"mimetype", "content.xml"}:
        return False
    try:
        return package.read("mimetype").strip().startswith(_TYPES) if "mimetype" in package.names else True
    except Unreadable:
        return False


def read_odt(file: Opened) -> Reading:
    """A transcript with a line for every paragraph, and for every table row with tabs between its cells."""
    content, styles, meta = _parts(file)
    hidden = hidden_styles(content, styles) if styles is not None else hidden_styles(content)
    body = OdtBody(hidden)
    try:
        text, spans = take_marks("\n".join(body.lines(_text_of(content))))
    except RecursionError:
        raise Unreadable("the document is nested too deeply: save it as .txt") from None
    if not text.strip():
        raise Unreadable("the document holds no text")
    made = properties(meta) if meta is not None else []
    running = _running(styles, hidden) if styles is not None else []
    editors = [SourceNote("editor", name) for name in body.editors]
    comments = [
        SourceNote("comment", note.text, note.author, spans.get(ident)) for ident, note in body.comments if note.text
    ]
    report = _report(body, len(running), len(comments))
    if made:
        report.append(("the file names people or titles in its properties: kept as notes, not as text", Severity.INFO))
    problems = [Problem(file.name, message, severity) for message, severity in report]
    return reading_of(text, file, "odt", problems=problems, notes=[*made, *editors, *comments, *running])


def _parts(file: Opened) -> tuple[Any, Any, Any]:
    """The roots of text, styles and properties; in a single XML file they are one."""
    package = file.package
    if package is None:
        return file.xml, file.xml, file.xml
    if _is_locked(package):
        raise Unreadable(_LOCKED)
    if "content.xml" not in package.names:
        raise Unreadable("this OpenDocument file holds no text: open it in its program and save it again")
    styles, meta = (package.xml(name) if name in package.names else None for name in ("styles.xml", "meta.xml"))
    return package.xml("content.xml"), styles, meta


def _is_locked(package: Package) -> bool:
    """Whether the list of parts says that they are encrypted; it is only searched, since old ones have a DTD."""
    if "encrypted-package" in package.names:
        return True
    name = "META-INF/manifest.xml"
    return name in package.names and b"encryption-data" in package.read(name)


def _text_of(content: Any) -> Any:
    for element in content.iter():
        if name_of(element) == "office:text":
            return element
    raise Unreadable("this is an OpenDocument file, but not a text: save the transcript as .odt or .docx")


def _running(styles: Any, hidden: frozenset[tuple[str, str]]) -> list[SourceNote]:
    found = [
        (kind, without_marks("\n".join(OdtBody(hidden).lines(part))).strip()) for kind, part in running_parts(styles)
    ]
    return [SourceNote(kind, text) for kind, text in dict.fromkeys(found) if text]


def _report(body: OdtBody, running: int, comments: int) -> list[tuple[str, Severity]]:
    seen = body.seen
    findings: list[Fate] = [
        (running, "header or footer", "headers or footers", "left out", Severity.INFO),
        (comments, "comment", "comments", "left out and kept as a note", Severity.WARNING),
        (seen["ins"], "tracked insertion", "tracked insertions", "kept", Severity.WARNING),
        (seen["del"], "tracked deletion", "tracked deletions", "left out", Severity.WARNING),
        (seen["hidden"], "hidden passage", "hidden passages", "left out", Severity.WARNING),
        (seen["note"], "footnote", "footnotes", "set below the paragraph as [1]", Severity.INFO),
        (seen["box"], "text box", "text boxes", "set below the paragraph", Severity.INFO),
        (seen["number"], "list item", "list items", "kept without number or bullet", Severity.INFO),
        (seen["object"], "embedded object", "embedded objects", "left out", Severity.WARNING),
        (seen["picture"], "picture", "pictures", "left out", Severity.INFO),
    ]
    return fates(findings)
