"""Word documents (.docx): everything a reader of the document sees as its text, in order, and what was left out."""

import posixpath
from collections import Counter
from typing import Any

from interviews.errors import Problem, Severity
from interviews.formats.documents.marks import take_marks
from interviews.formats.documents.spoken import Fate, fates, reading_of
from interviews.formats.documents.word_beside import SidePieces
from interviews.formats.documents.word_body import Body, attribute, hidden_styles, local
from interviews.formats.limits import Package
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.model import SourceNote


def read_docx(file: Opened) -> Reading:
    """A transcript with a line for every paragraph, and for every table row with tabs between its cells."""
    package = file.package or Package(file.content)
    main = _main_part(package)
    folder = posixpath.dirname(main)
    footnotes = {**_notes(package, f"{folder}/footnotes.xml"), **_notes(package, f"{folder}/endnotes.xml", "e")}
    styles = f"{folder}/styles.xml"
    body = Body(footnotes, hidden_styles(package.xml(styles)) if styles in package.names else frozenset())
    try:
        lines = body.lines(package.xml(main))
        beside = SidePieces(package, folder)
    except RecursionError:
        raise Unreadable("the document is nested too deeply: save it as .txt") from None
    text, places = take_marks("\n".join(lines).replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise Unreadable("the document holds no text")
    notes = [*beside.notes(places), *(SourceNote("editor", name) for name in body.editors)]
    problems = [Problem(file.name, message, severity) for message, severity in _report(body.seen, beside)]
    return reading_of(text, file, "docx", problems=problems, notes=notes)


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
        (kind, attribute(note, "id")): note
        for note in package.xml(part)
        if local(note) == kind and attribute(note, "type") in ("", "normal")
    }


def _report(seen: Counter[str], beside: SidePieces) -> list[tuple[str, Severity]]:
    """What a person should know: left out, kept although marked, and names that the file carries beside its text."""
    findings: list[Fate] = [
        (len(beside.running), "header or footer", "headers or footers", "left out", Severity.INFO),
        (len(beside.comments), "comment", "comments", "left out and kept as a note", Severity.WARNING),
        (seen["ins"], "tracked insertion", "tracked insertions", "kept", Severity.WARNING),
        (seen["del"], "tracked deletion", "tracked deletions", "left out", Severity.WARNING),
        (seen["hidden"], "hidden passage", "hidden passages", "left out", Severity.WARNING),
        (seen["note"], "footnote", "footnotes", "set below the paragraph as [1]", Severity.INFO),
        (seen["box"], "text box", "text boxes", "set below the paragraph", Severity.INFO),
        (seen["number"], "automatic number", "automatic numbers", "not part of the text", Severity.INFO),
        (seen["part"], "embedded document", "embedded documents", "left out", Severity.WARNING),
        (seen["picture"], "picture", "pictures", "left out", Severity.INFO),
    ]
    report = fates(findings)
    if beside.names_author:
        report.append(("the file names an author in its properties: it does not go into the text", Severity.INFO))
    return report
