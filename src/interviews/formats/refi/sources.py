"""Sources: which of them are texts, which are recordings, pictures and PDFs, and what of those is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from interviews.errors import Severity
from interviews.formats.refi.container import Container
from interviews.formats.refi.memos import describe
from interviews.formats.refi.passages import Coded
from interviews.formats.refi.positions import Original
from interviews.formats.refi.raw import RawSource, RawText
from interviews.formats.refi.stretches import Stretches
from interviews.formats.refi.study import Study
from interviews.formats.refi.texts import Text, load
from interviews.model import Medium, Memo

_KINDS = {"PictureSource": "picture", "PDFSource": "pdf", "AudioSource": "audio", "VideoSource": "video"}
_RECORDINGS = ("AudioSource", "VideoSource")


@dataclass
class Sources:
    """The texts and media of a project, in the order of the file."""

    texts: list[Text] = field(default_factory=list)
    media: list[Medium] = field(default_factory=list)
    memos: list[Memo] = field(default_factory=list)
    """Descriptions of sources and of what cannot be kept of them."""
    of_source: dict[int, Medium] = field(default_factory=dict)
    """The medium of each source that is one."""

    def attributes_of(self) -> Iterable[tuple[Text, RawSource]]:
        """Every text that is the first one of its source, with that source."""
        seen: set[int] = set()
        for text in self.texts:
            if id(text.source) not in seen:
                seen.add(id(text.source))
                yield text, text.source


def read_sources(study: Study, container: Container, raws: Sequence[RawSource]) -> Sources:
    """Texts from every kind of source, and the media that are not texts."""
    found = Sources()
    by_entry: dict[str, Text] = {}
    for raw in raws:
        if raw.tag == "TextSource":
            text = _text(study, container, found, raw, raw.texts[0])
            by_entry.setdefault(_entry(container, raw.texts[0]), text)
            _describe(study, found, "transcript", text.id, raw)
            study.point_notes(raw.notes, "transcript", text.id)
    by_entry.pop("", None)
    # Recordings last: their transcripts may be texts that stand in other sources as well.
    for raw in sorted(raws, key=lambda raw: raw.tag in _RECORDINGS):
        if raw.tag in _KINDS:
            _medium(study, container, found, raw, by_entry)
        elif raw.tag != "TextSource":
            study.losses.add("Source", "of an unknown kind, left out", severity=Severity.ERROR)
    stamped = sum(bool(raw.user or raw.created) for raw in raws)
    study.losses.add("source", "whose stamps (who made it, and when) are left out", stamped, Severity.INFO)
    place = {id(raw): number for number, raw in enumerate(raws)}
    found.texts.sort(key=lambda text: place[id(text.source)])
    found.media = [found.of_source[key] for key in sorted(found.of_source, key=place.__getitem__)]
    return found


def _text(study: Study, container: Container, found: Sources, source: RawSource, raw: RawText) -> Text:
    record = study.new_id("transcript", raw.guid)
    study.register("transcript", record, raw.guid)
    original = load(container, raw, study.losses)
    if original is None:
        study.losses.add(raw.tag, "without its text, which is not in the file", severity=Severity.ERROR)
    elif raw.rich_path and (raw.plain_path or raw.content is not None):
        study.losses.add("richTextPath", "Word document beside the plain text, left out", severity=Severity.INFO)
    names = (source.name, raw.name) if raw.tag != "Transcript" else (raw.name, source.name)
    name = next((name for name in names if name), "")
    if not name:
        name = f"text {len(found.texts) + 1}"
        study.losses.add(source.tag, "without a name, numbered")
    text = Text(record, name, original or Original(""), raw, source)
    found.texts.append(text)
    return text


def _entry(container: Container, raw: RawText) -> str:
    entry = container.find(raw.plain_path) if raw.plain_path else None
    return entry.filename if entry else raw.plain_path.replace("\\", "/").rpartition("/")[2].casefold()


def _medium(study: Study, container: Container, found: Sources, raw: RawSource, by_entry: dict[str, Text]) -> None:
    record = study.new_id("medium", raw.guid)
    own: list[Text] = []
    shared: list[tuple[Text, RawText]] = []
    for part in raw.texts:
        same = by_entry.get(_entry(container, part)) if part.tag == "Transcript" else None
        if same is None:
            own.append(_text(study, container, found, raw, part))
            if key := _entry(container, part):
                by_entry.setdefault(key, own[-1])
        else:
            same.others.append(part)
            shared.append((same, part))
    texts = [*own, *(text for text, _ in shared)]
    entry = container.find(raw.path) if raw.path else None
    name = raw.name or next((text.name for text in texts), f"{_KINDS[raw.tag]} {len(found.of_source) + 1}")
    medium = Medium(name, _KINDS[raw.tag], entry.filename if entry else "", texts[0].id if texts else None, record)
    found.of_source[id(raw)] = medium
    study.register("medium", record, raw.guid, *(("transcript", text.id) for text in own))
    for number, (text, part) in enumerate(shared):
        if study.claim(part.guid, ("transcript", text.id)) and not own and number == 0:
            study.remember("sync", record, part.guid)
    _report(study, raw, medium, texts)
    kind, target = ("transcript", own[0].id) if own else ("medium", record)
    _describe(study, found, kind, target, raw)
    study.point_notes((*raw.notes, *(note for part in raw.texts for note in part.notes)), kind, target)


def _report(study: Study, raw: RawSource, medium: Medium, texts: Sequence[Text]) -> None:
    fate = "kept as a file" if medium.entry else "whose file is not in the project file: only its name is kept"
    study.losses.add(raw.tag, fate, severity=Severity.INFO if medium.entry else Severity.WARNING)
    study.losses.add("Transcript", "a further one of the same recording, kept without it", len(texts[1:]))
    if not texts:
        lost = len(raw.codings)
        study.losses.add("Coding", f"of a {raw.tag} as a whole, left out: it has no text", lost, Severity.ERROR)


def read_marks(study: Study, sources: Sources, raws: Iterable[RawSource], coded: Coded) -> None:
    """Codings of stretches of recordings come onto the words spoken then; what marks no words is counted.

    What people wrote about areas of pages and pictures, and about other stretches, is kept.
    """
    texts = {text.id: text for text in sources.texts}
    for raw in raws:
        medium = sources.of_source.get(id(raw))
        if medium is None:
            continue
        text = texts.get(medium.transcript or "") if raw.tag in _RECORDINGS else None
        stretches = Stretches(raw, text, coded.convention) if text else None
        for number, mark in enumerate(raw.marks):
            span = stretches.span(mark) if stretches and mark.codings else None
            if text and span and coded.place(text, mark, span):
                continue
            study.claim(mark.guid, ("medium", medium.id))
            study.point_notes(mark.notes, "medium", medium.id)
            study.losses.add(mark.tag, "left out: it marks no text", severity=Severity.ERROR)
            lost = len(mark.codings)
            study.losses.add("Coding", f"of a {mark.tag}, left out with it", lost, Severity.ERROR)
            if mark.description:
                memo = describe(study, "mark", f"{medium.id}:{number}", mark.description, mark.user, mark.created)
                sources.memos.append(replace(memo, about=medium.id))


def _describe(study: Study, found: Sources, kind: str, record: str, raw: RawSource) -> None:
    for description in (raw.description, *(part.description for part in raw.texts if part.tag != "TextSource")):
        if description:
            memo = describe(study, kind, record, description, raw.user, raw.created)
            twice = any(other.id == memo.id for other in found.memos[-2:])
            found.memos.append(replace(memo, id=study.new_id("memo", "")) if twice else memo)
