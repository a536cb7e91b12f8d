"""Sources: texts with their passages and codings, recordings, pictures and PDFs."""

from collections.abc import Iterable
from datetime import datetime

from interviews.errors import Severity
from interviews.formats.refi.draft import Draft, Passage
from interviews.formats.refi.guids import canonical
from interviews.formats.refi.lexical import written_moment
from interviews.formats.refi.markup import attributes, name_of, nested, references, section, textual, value
from interviews.model import Medium, Transcript

_TAGS = {"audio": "AudioSource", "video": "VideoSource", "picture": "PictureSource", "pdf": "PDFSource"}


def text_entry(guid: str) -> str:
    """The name of the file of a text."""
    return f"{canonical(guid)}.txt"


def text_path(guid: str) -> str:
    """How the XML points to it."""
    return f"internal://{text_entry(guid)}"


def sources(draft: Draft) -> list[str]:
    """A source for every text, and for every medium that is not part of one."""
    writer = _Writer(draft)
    lines: list[str] = []
    for transcript in draft.exchange.transcripts:
        carrier = draft.carriers.get(transcript.id)
        lines += writer.text("TextSource", transcript) if carrier is None else writer.carrier(carrier, transcript)
    carried = {medium.id for medium in draft.carriers.values()}
    for medium in draft.exchange.media:
        if medium.id not in carried:
            lines += writer.medium(medium)
    return section("Sources", lines)


class _Writer:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._moments: dict[datetime, str] = {}
        self._users: dict[str, str] = {}
        self._codes = {path: f'<CodeRef targetGUID="{draft.guids.of("code", path)}"/>' for path in draft.codes}

    def text(self, tag: str, transcript: Transcript) -> list[str]:
        """A text with its passages, and the codings of all of it."""
        draft = self._draft
        guid = draft.guids.of("transcript", transcript.id)
        pairs = [("guid", guid), ("name", transcript.name), ("plainTextPath", text_path(guid))]
        inside = textual("Description", draft.described.get(("transcript", transcript.id), ""))
        for passage in draft.passages[transcript.id]:
            inside += self._passage(transcript.text, passage)
        inside += self._codings(draft.whole[transcript.id])
        inside += references("NoteRef", draft.noted("transcript", transcript.id))
        return nested(tag + attributes(pairs), inside)

    def _passage(self, text: str, passage: Passage) -> list[str]:
        name = value(name_of(text[passage.start : passage.end]))
        begin = (
            f'PlainTextSelection guid="{passage.guid}" name="{name}" '
            f'startPosition="{passage.start}" endPosition="{passage.end}"'
        )
        if passage.codings:
            begin += self._stamps(passage.codings[0])
        elif passage.author:
            begin += f' creatingUser="{self._user(passage.author)}"'
        return nested(begin, textual("Description", passage.memo) + self._codings(passage.codings))

    def _codings(self, indices: Iterable[int]) -> list[str]:
        draft, lines = self._draft, []
        for index in indices:
            coding = draft.exchange.codings[index]
            begin = f'<Coding guid="{draft.guids.of("coding", coding.id)}"{self._stamps(index)}>'
            notes = references("NoteRef", draft.noted("coding", coding.id)) if draft.note_refs else []
            lines += [begin, self._codes[coding.code], *notes, "</Coding>"]
        return lines

    def _stamps(self, index: int) -> str:
        coding = self._draft.exchange.codings[index]
        written = self._moments.get(coding.created)
        if written is None:
            written = self._moments[coding.created] = written_moment(coding.created)
        user = f' creatingUser="{self._user(coding.coder)}"' if coding.coder else ""
        return f'{user} creationDateTime="{written}"'

    def _user(self, name: str) -> str:
        if name not in self._users:
            self._users[name] = self._draft.guids.of("coder", name)
        return self._users[name]

    def carrier(self, medium: Medium, transcript: Transcript) -> list[str]:
        """A PDF or picture that is in the file, with its text inside."""
        tag = {"pdf": "Representation", "picture": "TextDescription"}[medium.kind]
        return self._medium(medium, self.text(tag, transcript))

    def medium(self, medium: Medium) -> list[str]:
        """A recording, picture or PDF; beside a recording its transcript once more, with the times of its turns."""
        return self._medium(medium, self._synchronized(medium))

    def _medium(self, medium: Medium, inside: list[str]) -> list[str]:
        draft = self._draft
        guid = draft.guids.of("medium", medium.id)
        path = draft.paths.get(medium.id)
        if path is None:  # who imports it is asked for the file
            path = f"relative:///{canonical(guid)}"
            draft.losses.add(_TAGS[medium.kind], "without its file: only its name is written")
        pairs = [("guid", guid), ("name", medium.name), ("path", path)]
        description = textual("Description", draft.described.get(("medium", medium.id), ""))
        notes = references("NoteRef", draft.noted("medium", medium.id))
        return nested(_TAGS[medium.kind] + attributes(pairs), description + inside + notes)

    def _synchronized(self, medium: Medium) -> list[str]:
        draft = self._draft
        transcript = draft.transcripts.get(medium.transcript or "")
        if transcript is None or medium.kind not in ("audio", "video"):
            return []
        points: list[str] = []
        for position, time in _times(transcript):
            guid = draft.guids.of("point", f"{medium.id}:{len(points)}")
            points.append(f'<SyncPoint guid="{guid}" timeStamp="{time}" position="{position}"/>')
        path = text_path(draft.guids.of("transcript", transcript.id))
        pairs = [("guid", draft.guids.of("sync", medium.id)), ("name", transcript.name), ("plainTextPath", path)]
        return nested("Transcript" + attributes(pairs), points)


def _times(transcript: Transcript) -> list[tuple[int, int]]:
    """Where turns begin and end, with the times they have."""
    times = []
    for turn in transcript.turns:
        start = min(turn.label.start, turn.speech.start) if turn.label else turn.speech.start
        times += [(start, turn.start_ms)] if turn.start_ms is not None else []
        times += [(turn.speech.end, turn.end_ms)] if turn.end_ms is not None else []
    return [(at, ms) for at, ms in times if at <= len(transcript.text)]


def report_beyond(draft: Draft) -> None:
    """What only `interviews.json` carries."""
    exchange = draft.exchange
    codings = [exchange.codings[index] for index in draft.order]
    counts = {
        "Turn": sum(len(transcript.turns) for transcript in exchange.transcripts),
        "Coding with a weight": sum(coding.weight is not None for coding in codings),
        "Coding with a codebook version": sum(coding.codebook_version is not None for coding in codings),
        "Code with names in other languages": sum(bool(code.labels) for code in exchange.codebook or ()),
    }
    for what, count in counts.items():
        fate = "unknown to the standard: kept in interviews.json, which other programs ignore"
        draft.losses.add(what, fate, count, Severity.INFO)
