"""What all steps of writing a project share: who is who in it, and what cannot be said in the standard."""

from collections.abc import Container
from dataclasses import dataclass

from interviews.errors import Severity
from interviews.formats.refi.guids import Guids
from interviews.formats.refi.losses import Losses
from interviews.formats.refi.memos import description_id
from interviews.model import Code, Exchange, Medium, Memo, Transcript
from interviews.model.codebook import SEPARATOR


@dataclass(slots=True)
class Passage:
    """A selection that is written: one place, and the codings that share it."""

    guid: str
    start: int
    end: int
    memo: str
    codings: list[int]
    """Their places in the exchange."""
    author: str = ""
    """Who wrote it, where it is a note of the transcript and has no codings."""


class Draft:
    """An exchange on its way into a file: GUIDs, users, codes, and which source carries which text."""

    def __init__(self, exchange: Exchange, losses: Losses) -> None:
        self.exchange = exchange
        self.losses = losses
        self.guids = Guids(exchange.ids)
        self.transcripts: dict[str, Transcript] = {one.id: one for one in exchange.transcripts}
        self.carriers: dict[str, Medium] = {}
        """Media whose element holds the text of a transcript, by its id: PDFs and pictures that are in the file."""
        self.paths: dict[str, str] = {}
        """Where the media that are in the file lie, by their ids."""
        self.passages: dict[str, list[Passage]] = {}
        self.whole: dict[str, list[int]] = {}
        """Codings of a transcript as a whole."""
        self.order: list[int] = []
        """The codings in the order in which they are written."""
        self.selections: dict[str, str] = {}
        """The GUID of the passage of each coding."""
        self.described: dict[tuple[str, str], str] = {}
        """Texts that stand as Description of an element."""
        self.notes: list[tuple[str, Memo]] = []
        """Memos that are written as notes, with their GUIDs."""
        self.note_refs: dict[tuple[str, str], list[str]] = {}
        self.note_guids: dict[str, str] = {}
        self.undated: set[str] = set()
        """GUIDs of the notes whose moment is not known: memos that are a part of a code."""
        self.codes = _codes(exchange)
        self._cases = dict.fromkeys([case.name for case in exchange.cases] + case_names(exchange))
        self._groups = {group.id for group in exchange.groups}
        self._media = {medium.id for medium in exchange.media}
        self._links = {link.id for link in exchange.links}

    def user(self, name: str) -> str | None:
        """The GUID of a person; None for nobody."""
        return self.guids.of("coder", name) if name else None

    def source(self, transcript: str) -> str:
        """The GUID of the source that carries a text."""
        carrier = self.carriers.get(transcript)
        return self.guids.of("medium", carrier.id) if carrier else self.guids.of("transcript", transcript)

    def guid_of(self, kind: str, record: str) -> str | None:
        """The GUID by which others refer to a record that is in the file; None where it is not."""
        if kind == "transcript":
            return self.source(record) if record in self.transcripts else None
        if kind == "coding":
            return self.selections.get(record)
        if kind == "memo":
            return self.note_guids.get(record)
        known = {
            "code": record in self.codes,
            "case": record in self._cases,
            "group": record in self._groups,
            "medium": record in self._media,
        }
        return self.guids.of(kind, record) if known.get(kind) else None

    def place_memos(self) -> None:
        """Decide which memos are notes, and what refers to them."""
        exchange = self.exchange
        for code in exchange.codebook or ():
            if code.memo:
                guid = self.guids.of("code-memo", code.path)
                self.notes.append((guid, Memo(code.path, code.memo, "", guid.lower())))
                self.undated.add(guid)
                self.note_refs.setdefault(("code", code.path), []).append(guid)
        for memo in exchange.memos:
            self._place_memo(memo)

    def _place_memo(self, memo: Memo) -> None:
        kind = self._kind_of(memo.about)
        describable = kind in ("transcript", "case", "medium", "project")
        if describable and memo.id == description_id(kind, memo.about) and (kind, memo.about) not in self.described:
            self.described[kind, memo.about] = memo.text
            return
        guid = self.note_guids[memo.id] = self.guids.of("memo", memo.id)
        self.notes.append((guid, memo))
        if kind in ("", "case"):
            what = "about a record to which the standard attaches no notes: written as a free note"
            self.losses.add("Memo", what, severity=Severity.INFO)
        else:
            self.note_refs.setdefault((kind, memo.about), []).append(guid)

    def _kind_of(self, about: str) -> str:
        if not about:
            return "project"
        kinds: dict[str, Container[str]] = {
            "transcript": self.transcripts,
            "coding": self.selections,
            "code": self.codes,
            "link": self._links,
            "medium": self._media,
            "case": self._cases,
        }
        return next((kind for kind, records in kinds.items() if about in records), "")

    def noted(self, kind: str, record: str) -> list[str]:
        """The GUIDs of the notes about a record."""
        return self.note_refs.get((kind, record), [])

    def users(self) -> list[str]:
        """Everybody the file names: coders first, then further people, each once."""
        names = [coder.name for coder in self.exchange.coders]
        names += [coding.coder for coding in self.exchange.codings]
        names += [memo.author for _, memo in self.notes]
        names += [passage.author for passages in self.passages.values() for passage in passages]
        return [name for name in dict.fromkeys(names) if name]


def case_names(exchange: Exchange) -> list[str]:
    """Cases that are only named: by transcripts, and by what belongs to them."""
    named = [transcript.case for transcript in exchange.transcripts if transcript.case is not None]
    return [*named, *(case for case, _, _ in exchange.belongings)]


def _codes(exchange: Exchange) -> dict[str, Code | None]:
    """All codes by path, parents first; None for those that only codings or sub-codes name."""
    codes: dict[str, Code | None] = {}
    for code in exchange.codebook or ():
        _with_parents(codes, code.path)
        codes[code.path] = code
    for path in dict.fromkeys(coding.code for coding in exchange.codings):
        _with_parents(codes, path)
        codes.setdefault(path, None)
    return codes


def _with_parents(codes: dict[str, Code | None], path: str) -> None:
    missing = []
    above = path.rpartition(SEPARATOR)[0]
    while above and above not in codes:
        missing.append(above)
        above = above.rpartition(SEPARATOR)[0]
    for one in reversed(missing):
        codes[one] = None
