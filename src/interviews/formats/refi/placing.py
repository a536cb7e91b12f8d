"""From codings to the passages that are written: those at one place and with one memo share a selection."""

from collections.abc import Iterable

from interviews.errors import Severity
from interviews.formats.refi.draft import Draft, Passage
from interviews.formats.refi.guids import canonical
from interviews.model import Coding, Transcript


def place_codings(draft: Draft) -> None:
    """Sort the codings into passages of their transcripts; those that cannot be placed are reported."""
    by_transcript: dict[str, list[int]] = {one: [] for one in draft.transcripts}
    for index, coding in enumerate(draft.exchange.codings):
        fate = _unplaced(draft, coding)
        if fate:
            draft.losses.add("Coding", fate, severity=Severity.ERROR)
        else:
            by_transcript[coding.transcript].append(index)
    for transcript, indices in by_transcript.items():
        _place(draft, draft.transcripts[transcript], indices)


def _unplaced(draft: Draft, coding: Coding) -> str:
    transcript = draft.transcripts.get(coding.transcript)
    if transcript is None:
        return "of a transcript that is not among those written, left out"
    if coding.version != transcript.version:
        return "with a place in another version of the text, left out"
    return "reaching beyond its text, left out" if coding.span.end > len(transcript.text) else ""


def _place(draft: Draft, transcript: Transcript, indices: Iterable[int]) -> None:
    codings, ids = draft.exchange.codings, draft.exchange.ids
    source, own = canonical(draft.source(transcript.id)), canonical(draft.guids.of("transcript", transcript.id))
    passages: dict[tuple[int, int, str, str | None], Passage] = {}
    whole: list[int] = []
    for index in indices:
        coding = codings[index]
        known = ids.get(f"selection:{coding.id}")
        start, end = coding.span.start, coding.span.end
        if known is not None and canonical(known) in (source, own) and (start, end) == (0, len(transcript.text)):
            whole.append(index)
            draft.selections[coding.id] = draft.source(transcript.id)
            continue
        key = (start, end, coding.memo, known)
        if key not in passages:
            guid = draft.guids.known_as("selection", coding.id, known)
            passages[key] = Passage(guid, start, end, coding.memo, [])
        passages[key].codings.append(index)
        draft.selections[coding.id] = passages[key].guid
    draft.passages[transcript.id], draft.whole[transcript.id] = list(passages.values()), whole
    for passage in passages.values():
        draft.order += passage.codings
    draft.order += whole
    lost = sum(bool(codings[index].memo) for index in whole)
    draft.losses.add("Memo", "of a coding of a whole transcript: only interviews reads it back", lost, Severity.INFO)


def place_notes(draft: Draft) -> None:
    """Notes on places of a text as read become passages without codes; those of an anonymized text stay behind."""
    for transcript in draft.exchange.transcripts:
        if draft.exchange.anonymized:
            fate = "of an anonymized transcript, left out: notes on a text as read stay in the vault"
            draft.losses.add("SourceNote", fate, len(transcript.notes))
            continue
        for number, note in enumerate(transcript.notes):
            if note.span is None or note.span.end > len(transcript.text):
                draft.losses.add("SourceNote", "without a place: only interviews reads it back", severity=Severity.INFO)
                continue
            guid = draft.guids.of("passage", f"{transcript.id}:{number}")
            place = (note.span.start, note.span.end)
            draft.passages[transcript.id].append(Passage(guid, *place, note.text, [], note.author))
