"""Passages and what is coded in them: positions by the file's own convention, each one judged by the words quoted."""

from collections import Counter
from collections.abc import Iterable, Sequence

from interviews.errors import Severity
from interviews.formats.refi.guids import canonical
from interviews.formats.refi.lexical import number_of
from interviews.formats.refi.positions import Convention
from interviews.formats.refi.raw import RawCoding, RawSelection, RawText
from interviews.formats.refi.study import Study
from interviews.formats.refi.texts import Text
from interviews.formats.refi.verification import Passage, Verdict, Verifier, convention_of, passage_of
from interviews.model import Coding, SourceNote, Span

_NOWHERE = -1


class Coded:
    """The codings of all texts, and the passages that carry no code."""

    def __init__(self, study: Study) -> None:
        self.codings: list[Coding] = []
        self.unverified: set[str] = set()
        self.notes: dict[str, list[SourceNote]] = {}
        """Passages without a code, by transcript."""
        self.convention = Convention()
        self._study = study
        self._verifier = Verifier()
        self._verdicts: Counter[Verdict] = Counter()

    def read(self, texts: Sequence[Text]) -> None:
        """All passages of these texts."""
        placed = [(text, _passages(text)) for text in texts]
        convention = self.convention = convention_of((text.original, passages) for text, passages in placed)
        for text, passages in placed:
            self._read_text(text, passages, convention)
        self._report(convention)

    def _read_text(self, text: Text, passages: Sequence[Passage], convention: Convention) -> None:
        starts, ends = [passage.start for passage in passages], [passage.end for passage in passages]
        for passage, found in zip(passages, text.original.spans(starts, ends, convention), strict=True):
            self._read_passage(text, passage, found)
        for raw in (text.raw, *text.others):
            self._read_whole(text, raw.codings, raw.guid)
        if text.source.tag != "TextSource":
            self._read_whole(text, text.source.codings, text.source.guid)

    def _read_whole(self, text: Text, codings: Iterable[RawCoding], guid: str) -> None:
        """Codings of a source as a whole: the GUID of its passage is its own."""
        for raw in codings:
            path = self._code(raw)
            if path is not None:
                coding = self._coding(text, Span(0, len(text.original.text)), path, raw, "")
                self._study.ids[f"selection:{coding.id}"] = guid
            else:
                self._study.losses.add("Coding", "of a source, with a code that is not there", severity=Severity.ERROR)

    def _read_passage(self, text: Text, passage: Passage, found: tuple[int, int]) -> None:
        selection = passage.selection
        span = self._clamped(text, found)
        inside = (span.start, span.end) == found
        verdict, own = self._verifier.verdict(text.original, found, passage)
        self._verdicts[verdict if inside or verdict is Verdict.CONTRADICTING else Verdict.UNVERIFIABLE] += 1
        words = "\n\n".join(dict.fromkeys(own))
        made = []
        for raw in selection.codings:
            path = self._code(raw)
            if path is not None:
                made.append(self._coding(text, span, path, raw, words, selection))
        if verdict is not Verdict.VERIFIED or not inside:
            self.unverified.update(coding.id for coding in made)
        if made:
            self._remember(selection, made)
        else:
            self._keep(text, selection, span, words)

    def place(self, text: Text, mark: RawSelection, span: Span) -> bool:
        """Codings of a stretch of a recording, over the words spoken then: near, but no quote confirms them."""
        coded = [(path, raw) for raw in mark.codings if (path := self._code(raw)) is not None]
        made = [self._coding(text, span, path, raw, mark.description, mark) for path, raw in coded]
        if made:
            self.unverified.update(coding.id for coding in made)
            self._study.claim(mark.guid, *(("coding", coding.id) for coding in made))
            self._study.point_notes(mark.notes, "coding", made[0].id)
            fate = "placed on the words between the nearest sync points: its codings are marked as unverified"
            self._study.losses.add(mark.tag, fate)
        return bool(made)

    def _clamped(self, text: Text, found: tuple[int, int]) -> Span:
        length = len(text.original.text)
        start = min(max(found[0], 0), length)
        end = min(max(found[1], start), length)
        if (start, end) != found:
            self._study.losses.add(
                "Selection", "reaching beyond its text, moved to the nearest place", 1, Severity.ERROR
            )
        return Span(start, end)

    def _code(self, raw: RawCoding) -> str | None:
        path = self._study.codes.get(raw.code) or self._study.codes.get(canonical(raw.code))
        if path is None:
            self._study.losses.add("CodeRef", "leads to no code: the coding is left out", severity=Severity.ERROR)
        return path

    def _coding(
        self, text: Text, span: Span, path: str, raw: RawCoding, memo: str, selection: RawSelection | None = None
    ) -> Coding:
        study = self._study
        users = (raw.user, selection.user) if selection else (raw.user,)
        moments = (raw.created, selection.created) if selection else (raw.created,)
        identity, created = study.adopt("coding", raw.guid), study.moment(*moments)
        coding = Coding(text.id, span, path, study.coder(*users), 0, memo, None, None, identity, created)
        if raw.notes:
            study.point_notes(raw.notes, "coding", identity)
        self.codings.append(coding)
        return coding

    def _remember(self, selection: RawSelection, made: Sequence[Coding]) -> None:
        study = self._study
        refs = [("coding", coding.id) for coding in made]
        if study.register("selection", made[0].id, selection.guid, *refs):
            for coding in made[1:]:
                study.ids[f"selection:{coding.id}"] = study.ids.get(f"selection:{made[0].id}", selection.guid)
        for note in selection.notes:
            study.point_notes([note], "coding", made[0].id)
        study.losses.add("Selection", "changed after it was made: when and by whom is left out", selection.modified)

    def _keep(self, text: Text, selection: RawSelection, span: Span, words: str) -> None:
        """A passage without code becomes a note on the place in the transcript."""
        study = self._study
        notes = self.notes.setdefault(text.id, [])
        author = study.coder(selection.user) if selection.user else ""
        study.register("passage", f"{text.id}:{len(notes)}", selection.guid, ("transcript", text.id))
        notes.append(SourceNote("comment" if words else "passage", words, author, span))
        study.point_notes(selection.notes, "transcript", text.id)
        study.losses.add("Selection", "without a code, kept as a note of the transcript", severity=Severity.INFO)
        if selection.notes:
            study.losses.add("NoteRef", "of a passage without a code: the memo is about the transcript")

    def _report(self, convention: Convention) -> None:
        count = self._verdicts
        total, verified = sum(count.values()), count[Verdict.VERIFIED]
        if not total:
            return
        if any(convention):
            how = "found out by the quotes, or by where words end"
            message = f"positions are counted otherwise than the standard says: {convention}; {how}"
            self._study.losses.note(message, Severity.INFO)
        message = f"Selection: {verified} of {total} verified by the words quoted in the file"
        severity = Severity.INFO if verified == total else Severity.WARNING
        if verified < total:
            elsewhere = count[Verdict.CONTRADICTING]
            message += (
                f", {elsewhere} whose words stand elsewhere, {total - verified - elsewhere} that quote nothing to check"
            )
            message += ": all are kept, their codings are marked as unverified"
        self._study.losses.note(message, severity)


def _passages(text: Text) -> list[Passage]:
    """The passages with positions as numbers, those of transcripts by their sync points."""
    found = []
    for raw in (text.raw, *text.others):
        points = _points(raw)
        for selection in raw.selections:
            if selection.tag == "TranscriptSelection":
                last = len(text.original.text)
                start = points.get(canonical(selection.start), 0 if not selection.start else _NOWHERE)
                end = points.get(canonical(selection.end), last if not selection.end else _NOWHERE)
            else:
                start, end = _number(selection.start), _number(selection.end)
            found.append(passage_of(selection, start, end))
    return found


def _points(raw: RawText) -> dict[str, int]:
    known = ((canonical(guid), number_of(position)) for guid, _, position in raw.points)
    return {guid: position for guid, position in known if position is not None}


def _number(written: str) -> int:
    number = number_of(written)
    return _NOWHERE if number is None else number
