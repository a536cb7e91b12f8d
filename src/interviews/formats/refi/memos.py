"""Notes and descriptions become memos about what refers to them."""

from collections.abc import Iterable

from interviews.errors import Severity
from interviews.formats.refi.container import Container
from interviews.formats.refi.guids import canonical, default_guid
from interviews.formats.refi.raw import RawText, text_of
from interviews.formats.refi.stream import Element
from interviews.formats.refi.study import Study
from interviews.formats.refi.texts import load
from interviews.formats.refi.verification import fold
from interviews.model import Link, Memo


def description_id(kind: str, record: str) -> str:
    """The id of the memo that a Description becomes, so that it is written as one again."""
    return default_guid("description", f"{kind}:{record}").lower()


def describe(study: Study, kind: str, record: str, words: str, user: str = "", created: str = "") -> Memo:
    """The memo of a Description."""
    author = study.coder(user) if user else ""
    return Memo("" if kind == "project" else record, words, author, description_id(kind, record), study.moment(created))


class Notes:
    """The notes of a file, read before anything refers to them, and given their records when all is known."""

    def __init__(self, study: Study, container: Container, elements: Iterable[Element]) -> None:
        self._study = study
        self.links: list[Link] = []
        self._notes: list[tuple[str, RawText, str]] = []
        for element in elements:
            raw = text_of(element)
            record = study.new_id("memo", raw.guid)
            study.register("memo", record, raw.guid)
            self._notes.append((record, raw, _words(study, container, raw)))

    def memos(self) -> list[Memo]:
        """A memo for each note. It is about the first that refers to it; further ones are linked to it."""
        about: dict[str, list[tuple[str, str]]] = {}
        for guid, ref in self._study.note_refs:
            about.setdefault(guid, []).append(ref)
        made = []
        for record, raw, words in self._notes:
            refs = list(dict.fromkeys(about.pop(canonical(raw.guid), [])))
            author = self._study.coder(raw.user) if raw.user else ""
            made.append(Memo(refs[0][1] if refs else "", words, author, record, self._study.moment(raw.created)))
            self._link(record, refs[1:])
        lost = sum(len(refs) for refs in about.values())
        self._study.losses.add("NoteRef", "leads to no note, left out", lost, Severity.ERROR)
        return made

    def _link(self, memo: str, refs: Iterable[tuple[str, str]]) -> None:
        for kind, record in refs:
            identity = default_guid("reference", f"{memo}:{kind}:{record}").lower()
            self.links.append(Link(("memo", memo), (kind, record), id=identity))
            self._study.losses.add("NoteRef", "to a note that is about something else already, made a link")


def _words(study: Study, container: Container, raw: RawText) -> str:
    """Title, description and text; a title that only repeats how the text begins is none."""
    original = load(container, raw, study.losses)
    if original is None:
        study.losses.add("Note", "without its text, which is not in the file", severity=Severity.ERROR)
    text = original.text if original else ""
    coded = sum(len(selection.codings) for selection in raw.selections) + len(raw.codings)
    study.losses.add("Coding", "of a note, left out: memos are not coded", coded, Severity.ERROR)
    study.losses.add("VariableValue", "of a note, left out", len(raw.values), Severity.ERROR)
    study.losses.add("Selection", "of a note, left out", len(raw.selections), Severity.WARNING)
    title = "" if is_title_of(raw.name, text) else raw.name
    return "\n\n".join(part for part in (title, raw.description, text) if part)


def is_title_of(title: str, text: str) -> bool:
    """Whether a title says no more than the beginning of the text."""
    stem = fold(title).removesuffix("…").removesuffix("...").rstrip()
    return fold(text[: 4 * len(title) + 400]).startswith(stem)
