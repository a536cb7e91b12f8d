"""How the vault writes records down: plain JSON that a person can read after decrypting."""

from collections.abc import Iterable
from datetime import datetime
from types import MappingProxyType
from typing import Any

from interviews.anonymity.entity import Decision, FoundAs, KeyEntry, Place
from interviews.anonymity.mention import EntityType
from interviews.model import Case, Participant, Role, SourceNote, Span, Speaker, Transcript, Turn
from interviews.text import Edit, Edits


def transcript_record(transcript: Transcript) -> dict[str, Any]:
    """A transcript as JSON; the text version is always 0."""
    return {
        "id": transcript.id,
        "name": transcript.name,
        "text": transcript.text,
        "language": transcript.language,
        "case": transcript.case,
        "source": transcript.source,
        "read_as": transcript.format,
        "speakers": [[speaker.label, speaker.role, speaker.participant] for speaker in transcript.speakers],
        "roles_from": [speaker.role_from for speaker in transcript.speakers],
        "turns": [_turn_record(turn) for turn in transcript.turns],
        "notes": [_note_record(note) for note in transcript.notes],
    }


def transcript_from(record: dict[str, Any]) -> Transcript:
    """The transcript that `transcript_record` wrote."""
    return Transcript(
        name=record["name"],
        text=record["text"],
        turns=tuple(_turn_from(turn) for turn in record["turns"]),
        speakers=_speakers_from(record),
        language=record["language"],
        case=record["case"],
        id=record["id"],
        source=record["source"],
        format=record["read_as"],
        notes=tuple(_note_from(note) for note in record.get("notes", ())),  # vaults of 0.1 have none
    )


def participant_record(participant: Participant) -> dict[str, Any]:
    """A participant with all attributes."""
    return {"name": participant.name, "case": participant.case, "attributes": dict(participant.attributes)}


def participant_from(record: dict[str, Any]) -> Participant:
    """The participant that `participant_record` wrote."""
    return Participant(record["name"], record["case"], MappingProxyType(record["attributes"]))


def case_record(case: Case) -> dict[str, Any]:
    """A case with all attributes."""
    return {"name": case.name, "attributes": dict(case.attributes)}


def case_from(record: dict[str, Any]) -> Case:
    """The case that `case_record` wrote."""
    return Case(record["name"], MappingProxyType(record["attributes"]))


def edits_record(edits: Edits) -> dict[str, Any]:
    """Replacements as a list of [start, end, replacement]."""
    return {"length": edits.length, "edits": [[edit.span.start, edit.span.end, edit.replacement] for edit in edits]}


def edits_from(record: dict[str, Any]) -> Edits:
    """The replacements that `edits_record` wrote."""
    return Edits(record["length"], [Edit(Span(start, end), words) for start, end, words in record["edits"]])


def entry_record(entry: KeyEntry) -> dict[str, Any]:
    """One line of the replacement key."""
    return {
        "id": entry.id,
        "type": entry.type,
        "name": entry.name,
        "forms": list(entry.forms),
        "replacement": entry.replacement,
        "decision": entry.decision,
        "family": entry.family,
        "partly_kept": entry.partly_kept,
        "languages": list(entry.languages),
        "transcripts": list(entry.transcripts),
        "departed": entry.departed,
        "decided_by": entry.decided_by,
        "decided_at": _moment_record(entry.decided_at),
        "confirmed_by": entry.confirmed_by,
        "accepted_by": entry.accepted_by,
        "changed_at": _moment_record(entry.changed_at),
        "formerly": list(entry.formerly),
        "found_as": [[found.type, found.name] for found in entry.found_as],
        "apart": list(entry.apart),
        "places": _places_record(entry.places),
        "proposed": entry.proposed,
        "profile": entry.profile,
    }


def entry_from(record: dict[str, Any]) -> KeyEntry:
    """The line that `entry_record` wrote."""
    return KeyEntry(
        id=record["id"],
        type=EntityType(record["type"]),
        name=record["name"],
        forms=tuple(record["forms"]),
        replacement=record["replacement"],
        decision=Decision(record["decision"]),
        family=record["family"],
        partly_kept=record["partly_kept"],
        languages=tuple(record["languages"]),
        transcripts=tuple(record.get("transcripts", ())),
        departed=record.get("departed", False),
        # What follows is not in the keys of 0.1.
        decided_by=record.get("decided_by", ""),
        decided_at=_moment_from(record.get("decided_at")),
        confirmed_by=record.get("confirmed_by", ""),
        accepted_by=record.get("accepted_by", ""),
        changed_at=_moment_from(record.get("changed_at")),
        formerly=tuple(record.get("formerly", ())),
        found_as=tuple(FoundAs(EntityType(kind), name) for kind, name in record.get("found_as", ())),
        apart=tuple(record.get("apart", ())),
        places=_places_from(record.get("places", {})),
        proposed=record.get("proposed", False),
        profile=record.get("profile"),
    )


def _moment_record(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment_from(record: str | None) -> datetime | None:
    return datetime.fromisoformat(record) if record else None


def _places_record(places: Iterable[Place]) -> dict[str, list[list[Any]]]:
    """By transcript: start, end, revision, whether it is kept; for a place in a head its words, too."""
    by_transcript: dict[str, list[list[Any]]] = {}
    for place in places:
        head = [place.words] if place.in_head else []
        made = [place.span.start, place.span.end, place.revision, int(place.kept), *head]
        by_transcript.setdefault(place.transcript, []).append(made)
    return by_transcript


def _places_from(record: dict[str, list[list[Any]]]) -> tuple[Place, ...]:
    return tuple(
        Place(transcript, Span(start, end), bool(head), revision, "".join(head), bool(kept))
        for transcript, places in record.items()
        for start, end, revision, kept, *head in places
    )


def _speakers_from(record: dict[str, Any]) -> tuple[Speaker, ...]:
    sources = record.get("roles_from") or [""] * len(record["speakers"])  # vaults of 0.1 do not say
    pairs = zip(record["speakers"], sources, strict=True)
    return tuple(Speaker(label, Role(role), who, role_from) for (label, role, who), role_from in pairs)


def _note_record(note: SourceNote) -> dict[str, Any]:
    span = [note.span.start, note.span.end] if note.span else None
    return {"kind": note.kind, "text": note.text, "author": note.author, "span": span}


def _note_from(record: dict[str, Any]) -> SourceNote:
    span = record["span"]
    return SourceNote(record["kind"], record["text"], record["author"], Span(*span) if span else None)


def _turn_record(turn: Turn) -> dict[str, Any]:
    return {
        "number": turn.number,
        "speech": [turn.speech.start, turn.speech.end],
        "speaker": turn.speaker,
        "role": turn.role,
        "label": [turn.label.start, turn.label.end] if turn.label else None,
        "start_ms": turn.start_ms,
        "end_ms": turn.end_ms,
        "language": turn.language,
    }


def _turn_from(record: dict[str, Any]) -> Turn:
    label = record["label"]
    return Turn(
        number=record["number"],
        speech=Span(*record["speech"]),
        speaker=record["speaker"],
        role=Role(record["role"]),
        label=Span(*label) if label else None,
        start_ms=record["start_ms"],
        end_ms=record["end_ms"],
        language=record["language"],
    )
