"""Records as plain values of JSON, for `interviews.json`."""

from hashlib import sha256
from typing import Any

from interviews.formats.refi.draft import Draft
from interviews.formats.refi.lexical import written_moment
from interviews.formats.refi.markup import written_text
from interviews.model import CODE_TEXTS, Code, Codebook, Span, Transcript, Turn


def pack(draft: Draft) -> dict[str, Any]:
    """Everything of an exchange but transcripts, codings and GUIDs."""
    exchange = draft.exchange
    return {
        "name": exchange.name,
        "language": exchange.language,
        "anonymized": exchange.anonymized,
        "coders": [coder.name for coder in exchange.coders],
        "codebook": _codebook(exchange.codebook) if exchange.codebook else None,
        "participants": [[one.name, one.case, dict(one.attributes)] for one in exchange.participants],
        "cases": [[one.name, dict(one.attributes)] for one in exchange.cases],
        "memos": [[one.id, one.about, one.author, written_moment(one.created), one.text] for one in exchange.memos],
        "groups": [[one.id, one.name, one.description, [list(ref) for ref in one.members]] for one in exchange.groups],
        "links": [
            [one.id, list(one.origin), list(one.target), one.name, one.direction, one.colour] for one in exchange.links
        ],
        "media": [
            [draft.guids.of("medium", one.id), one.id, one.name, one.kind, one.transcript] for one in exchange.media
        ],
        "types": dict(exchange.types),
        "folders": sorted(exchange.folders),
        "belongings": [list(one) for one in exchange.belongings],
        "case_codings": [
            [one.id, one.case, one.code, one.coder, one.memo, one.codebook_version, written_moment(one.created)]
            for one in exchange.case_codings
        ],
    }


def _codebook(book: Codebook) -> dict[str, Any]:
    return {
        "name": book.name,
        "version": book.version,
        "language": book.language,
        "codes": [_code(code) for code in book],
    }


def _code(code: Code) -> dict[str, Any]:
    texts = {part: getattr(code, part) for part in CODE_TEXTS if getattr(code, part)}
    labels = {"labels": dict(code.labels)} if code.labels else {}
    retired = {"retired": True} if code.retired else {}
    return {"path": code.path, "colour": code.colour, **texts, **labels, **retired}


def pack_transcript(draft: Draft, transcript: Transcript) -> dict[str, Any]:
    """A transcript without its text, of which it has the digest."""
    notes = () if draft.exchange.anonymized else transcript.notes
    return {
        "guid": draft.guids.of("transcript", transcript.id),
        "id": transcript.id,
        "name": transcript.name,
        "sha256": sha256(written_text(transcript.text)).hexdigest(),
        "language": transcript.language,
        "case": transcript.case,
        "version": transcript.version,
        "format": transcript.format,
        "speakers": [[one.label, one.role.value, one.participant] for one in transcript.speakers],
        "turns": [_turn(turn) for turn in transcript.turns],
        "notes": [[note.kind, note.text, note.author, _span(note.span)] for note in notes],
    }


def _turn(turn: Turn) -> list[Any]:
    times = [turn.start_ms, turn.end_ms, turn.language]
    place = [turn.number, turn.speech.start, turn.speech.end, turn.speaker, turn.role.value]
    values = [*place, _span(turn.label), *times]
    while values[-1] is None:
        values.pop()
    return values


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
