"""Word documents (.docx): everything a reader of the document sees as its text, in order, and what was left out."""

import posixpath
from collections import Counter
from typing import Any

from interviews.errors import Problem, Severity
from interviews.formats.documents.spoken import reading_of
from interviews.formats.documents.word_body import Body, local
from interviews.formats.limits import Package
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable, counted


def read_docx(file: Opened) -> Reading:
    """A transcript with a line for every paragraph, and for every table row with tabs between its cells."""
    package = file.package or Package(file.content)
    main = _main_part(package)
    folder = posixpath.dirname(main)
    body = Body({**_notes(package, f"{folder}/footnotes.xml"), **_notes(package, f"{folder}/endnotes.xml", "e")})
    lines = body.lines(package.xml(main))
    text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable("the document holds no text")
    problems = [Problem(file.name, message, severity) for message, severity in _report(package, folder, body.seen)]
    return reading_of(text, file, "docx", problems=problems)


def _main_part(package: Package) -> str:
    """The part with the document's text, as the package's relations name it."""
    if "_rels/.rels" in package.names:
        for relation in package.xml("_rels/.rels"):
            target = str(relation.get("Target", "")).lstrip("/")
            if str(relation.get("Type", "")).endswith("/officeDocument") and target in package.names:
                if target.startswith("word/"):
                    return target
                raise Unreadable("this is not a Word document: save the transcript as .docx or .txt")
    if "word/document.xml" in package.names:
        return "word/document.xml"
    raise Unreadable("this is not a Word document: save the transcript as .docx or .txt")


def _notes(package: Package, part: str, prefix: str = "") -> dict[tuple[str, str], Any]:
    """The footnotes or endnotes by kind and id; separators between them are not notes."""
    if part not in package.names:
        return {}
    kind = "endnote" if prefix else "footnote"
    return {
        (kind, _attribute(note, "id")): note
        for note in package.xml(part)
        if local(note) == kind and _attribute(note, "type") in ("", "normal")
    }


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _report(package: Package, folder: str, seen: Counter[str]) -> list[tuple[str, Severity]]:
    """What a person should know: left out, kept although marked, and names that the file carries beside its text."""
    running = sum(
        any((part.text or "").strip() for part in package.xml(name).iter() if local(part) == "t")
        for name in sorted(package.names)
        if name.startswith((f"{folder}/header", f"{folder}/footer")) and name.endswith(".xml")
    )
    comments = 0
    if f"{folder}/comments.xml" in package.names:
        comments = sum(local(part) == "comment" for part in package.xml(f"{folder}/comments.xml"))
    findings = [
        (running, "header or footer", "headers or footers", "left out", Severity.INFO),
        (comments, "comment", "comments", "left out", Severity.WARNING),
        (seen["ins"], "tracked insertion", "tracked insertions", "kept", Severity.WARNING),
        (seen["del"], "tracked deletion", "tracked deletions", "left out", Severity.WARNING),
        (seen["hidden"], "hidden passage", "hidden passages", "left out", Severity.WARNING),
        (seen["note"], "footnote", "footnotes", "set below the paragraph as [1]", Severity.INFO),
        (seen["box"], "text box", "text boxes", "set below the paragraph", Severity.INFO),
        (seen["number"], "automatic number", "automatic numbers", "not part of the text", Severity.INFO),
        (seen["picture"], "picture", "pictures", "left out", Severity.INFO),
    ]
    report = [
        (f"{counted(count, one, many)} {'was' if count == 1 else 'were'} {fate}", severity)
        for count, one, many, fate, severity in findings
        if count
    ]
    if _names_author(package):
        report.append(("the file names an author in its properties: it does not go into the text", Severity.INFO))
    return report


def _names_author(package: Package) -> bool:
    if "docProps/core.xml" not in package.names:
        return False
    properties = package.xml("docProps/core.xml")
    return any(local(part) in ("creator", "lastModifiedBy") and (part.text or "").strip() for part in properties)
