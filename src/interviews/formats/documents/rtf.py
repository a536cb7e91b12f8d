"""RTF of f4, Word, LibreOffice, TextEdit and others: what a reader of the document sees, and what was left out."""

from collections import Counter
from dataclasses import replace

from interviews.errors import Problem, Severity, counted
from interviews.formats.documents.marks import take_marks, without_marks
from interviews.formats.documents.rtf_body import RtfBody, repaired
from interviews.formats.documents.spoken import Fate, fates, reading_of
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable

_LARGEST = 20 * 2**20
_PROPERTIES = frozenset("title subject author editor manager company category keywords remark property".split())


def is_rtf(file: Opened) -> bool:
    """Whether the content begins as RTF does."""
    return file.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def read_rtf(file: Opened) -> Reading:
    """A transcript with a line for every paragraph, and for every table row with tabs between its cells."""
    if len(file.content) > _LARGEST:
        raise Unreadable("the RTF file is larger than 20 MB: remove its pictures or save it as .docx")
    body = RtfBody(file.content)
    text, spans = take_marks(repaired("\n".join(body.lines)))
    if not text.strip():
        raise Unreadable("the document holds no text")
    notes = [
        replace(note, text=without_marks(note.text), span=spans.get(body.places.get(number, "")))
        for number, note in enumerate(body.notes)
    ]
    named = any(note.kind in _PROPERTIES for note in notes)
    problems = [Problem(file.name, message, severity) for message, severity in _report(body.seen, text, named)]
    return reading_of(text, file, "rtf", problems=problems, notes=notes)


def _report(seen: Counter[str], text: str, named: bool) -> list[tuple[str, Severity]]:
    findings: list[Fate] = [
        (seen["header"], "header or footer", "headers or footers", "left out", Severity.INFO),
        (seen["comment"], "comment", "comments", "left out and kept as a note", Severity.WARNING),
        (seen["inserted"], "tracked insertion", "tracked insertions", "kept", Severity.WARNING),
        (seen["deleted"], "tracked deletion", "tracked deletions", "left out", Severity.WARNING),
        (seen["hidden"], "hidden passage", "hidden passages", "left out", Severity.WARNING),
        (seen["note"], "footnote", "footnotes", "set below the paragraph as [1]", Severity.INFO),
        (seen["box"], "text box", "text boxes", "set below the paragraph", Severity.INFO),
        (seen["number"], "automatic number", "automatic numbers", "not part of the text", Severity.INFO),
        (seen["picture"], "picture", "pictures", "left out", Severity.INFO),
        (seen["deep"], "passage", "passages", "nested too deeply and left out", Severity.WARNING),
        (seen["behind"], "word", "words", "behind the end of the document and left out", Severity.WARNING),
    ]
    report = fates(findings)
    broken = text.count("\ufffd")
    if broken:
        count = counted(broken, "character", "characters")
        report.append((f"{count} could not be read: look for � in the text", Severity.WARNING))
    if seen["page"]:
        note = "the file names a code page that is not known and was read as cp1252: check umlauts and accents"
        report.append((note, Severity.WARNING))
    if seen["cut"]:
        report.append(("the file breaks off before its end: compare it with the original", Severity.WARNING))
    if named:
        report.append(("the file names people or titles in its properties: kept as notes, not as text", Severity.INFO))
    return report
