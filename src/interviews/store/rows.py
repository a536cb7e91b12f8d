"""Records to rows and back."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import RowMapping

from interviews.errors import MisuseError
from interviews.model import (
    Case,
    CaseCoding,
    Change,
    Code,
    Codebook,
    Coding,
    Group,
    Link,
    Memo,
    Participant,
    Revision,
    Role,
    Span,
    Speaker,
    Step,
    Suggestion,
    Transcript,
    Turn,
)
from interviews.text import Edit, Edits

Row = dict[str, Any]

_SEGMENT = "segment"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_json(value: object) -> str:
    """Compact JSON that a person can read: letters stay letters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 in UTC."""
    if moment.tzinfo is None:
        raise MisuseError("a moment needs its time zone, such as datetime(2026, 1, 31, tzinfo=UTC)")
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment in UTC."""
    return _EPOCH + timedelta(microseconds=micros)


def registration_row(transcript: Transcript) -> Row:
    """What may be known of a transcript whose text is in the vault: neither text nor labels nor file.

    No digest of the text either: put a guessed name into the anonymized text, and the digest says whether it is right.
    """
    return {
        "id": transcript.id,
        "name": transcript.name,
        "case_name": transcript.case,
        "language": transcript.language,
        "format": transcript.format,
        "digest": None,
        "characters": len(transcript.text),
        "words": len(transcript.text.split()),
        "turns": len(transcript.turns),
        "speakers": len(transcript.speakers),
    }


def text_version_row(transcript: Transcript) -> Row:
    """An anonymized text with its turns; the file it came from stays behind."""
    return {
        "transcript": transcript.id,
        "version": transcript.version,
        "name": transcript.name,
        "case_name": transcript.case,
        "language": transcript.language,
        "format": transcript.format,
        "characters": len(transcript.text),
        "text": transcript.text,
        "speakers": [[speaker.label, speaker.role, speaker.participant] for speaker in transcript.speakers],
        "turns": [_turn_list(turn) for turn in transcript.turns],
    }


def transcript_of(row: RowMapping) -> Transcript:
    """The text version that `text_version_row` wrote."""
    return Transcript(
        name=row["name"],
        text=row["text"],
        turns=tuple(_turn_of(*fields) for fields in row["turns"]),
        speakers=tuple(Speaker(label, Role(role), participant) for label, role, participant in row["speakers"]),
        language=row["language"],
        case=row["case_name"],
        version=row["version"],
        id=row["transcript"],
        format=row["format"],
    )


def edits_row(transcript: Transcript, version_before: int, edits: Edits) -> Row:
    """The edits that turned the version before into this one."""
    return {
        "transcript": transcript.id,
        "version": transcript.version,
        "version_before": version_before,
        "characters": edits.length,
        "edits": [[edit.span.start, edit.span.end, edit.replacement] for edit in edits],
    }


def edits_of(row: RowMapping) -> Edits:
    """The edits that `edits_row` wrote."""
    return Edits(row["characters"], (Edit(Span(start, end), words) for start, end, words in row["edits"]))


def participant_row(participant: Participant) -> Row:
    """A participant."""
    return {
        "name": participant.name,
        "case_name": participant.case,
        "attributes": dict(participant.attributes),
    }


def participant_of(row: RowMapping) -> Participant:
    """The participant that `participant_row` wrote."""
    return Participant(row["name"], row["case_name"], MappingProxyType(row["attributes"]))


def case_row(case: Case) -> Row:
    """A case."""
    return {"name": case.name, "attributes": dict(case.attributes)}


def case_of(row: RowMapping) -> Case:
    """The case that `case_row` wrote."""
    return Case(row["name"], MappingProxyType(row["attributes"]))


# Fields that older programs and rows do not know: they are left out where they are empty.
_LATER = ("retired", "anchor_source")


def codebook_row(codebook: Codebook) -> Row:
    """One version of a codebook."""
    fields = [name for name in Code.__dataclass_fields__ if name not in ("labels", *_LATER)]
    return {
        "name": codebook.name,
        "version": codebook.version,
        "language": codebook.language,
        "codes": [
            {name: getattr(code, name) for name in fields}
            | {"labels": dict(code.labels)}
            | {name: value for name in _LATER if (value := getattr(code, name))}
            for code in codebook.codes
        ],
    }


def codebook_of(row: RowMapping) -> Codebook:
    """The codebook that `codebook_row` wrote."""
    codes = (Code(**(fields | {"labels": MappingProxyType(fields["labels"])})) for fields in row["codes"])
    return Codebook(row["name"], row["version"], tuple(codes), row["language"])


def coding_row(coding: Coding) -> Row:
    """A coding."""
    return {
        "id": coding.id,
        "created": to_micros(coding.created),
        "transcript": coding.transcript,
        "version": coding.version,
        "span_start": coding.span.start,
        "span_end": coding.span.end,
        "code": coding.code,
        "coder": coding.coder,
        "memo": coding.memo,
        "weight": coding.weight,
        "codebook_version": coding.codebook_version,
        "unit": None if coding.unit == _SEGMENT else coding.unit,
        "round": coding.round or None,
    }


def coding_of(row: Sequence[Any]) -> Coding:
    """The coding of a row of `schema.codings`, read by position: there are very many."""
    id, created, _, transcript, version, start, end, code, coder, memo, weight, codebook_version, unit, round = row
    span, moment = Span(start, end), from_micros(created)
    kind = unit or _SEGMENT
    return Coding(transcript, span, code, coder, version, memo, weight, codebook_version, id, moment, kind, round or "")


def revision_row(revision: Revision) -> Row:
    """How one version of a codebook came from another."""
    steps = [
        {"change": step.change, "code": step.code, "to": list(step.to)}
        | {"fields": dict(step.fields), "reason": step.reason}
        for step in revision.steps
    ]
    return {
        "codebook": revision.codebook,
        "version": revision.version,
        "version_before": revision.before,
        "steps": steps,
    }


def revision_of(row: RowMapping) -> Revision:
    """The revision that `revision_row` wrote."""
    steps = (
        Step(Change(one["change"]), one["code"], tuple(one["to"]), MappingProxyType(one["fields"]), one["reason"])
        for one in row["steps"]
    )
    return Revision(row["codebook"], row["version"], row["version_before"], tuple(steps))


def case_coding_row(coding: CaseCoding, applies: bool) -> Row:
    """A code of a case, or that it is taken back."""
    return {
        "id": coding.id,
        "created": to_micros(coding.created),
        "case_name": coding.case,
        "code": coding.code,
        "coder": coding.coder,
        "memo": coding.memo,
        "codebook_version": coding.codebook_version,
        "applies": int(applies),
    }


def case_coding_of(row: RowMapping) -> CaseCoding:
    """The coding that `case_coding_row` wrote."""
    case, code, coder, memo = (row[name] for name in ("case_name", "code", "coder", "memo"))
    return CaseCoding(case, code, coder, memo, row["codebook_version"], row["id"], from_micros(row["created"]))


def suggestion_row(suggestion: Suggestion) -> Row:
    """A suggestion."""
    return {
        "id": suggestion.id,
        "transcript": suggestion.transcript,
        "version": suggestion.version,
        "span_start": suggestion.span.start,
        "span_end": suggestion.span.end,
        "code": suggestion.code,
        "source": suggestion.source,
        "score": suggestion.score,
    }


def suggestion_of(row: RowMapping) -> Suggestion:
    """The suggestion that `suggestion_row` wrote."""
    span = Span(row["span_start"], row["span_end"])
    return Suggestion(row["transcript"], span, row["code"], row["source"], row["score"], row["version"], row["id"])


def memo_row(memo: Memo) -> Row:
    """A memo."""
    return {
        "id": memo.id,
        "created": to_micros(memo.created),
        "about": memo.about,
        "text": memo.text,
        "author": memo.author,
    }


def memo_of(row: Mapping[str, Any]) -> Memo:
    """The memo that `memo_row` wrote."""
    return Memo(row["about"], row["text"], row["author"], row["id"], from_micros(row["created"]))


def group_row(group: Group) -> Row:
    """A group; its members stay together, for a group is read as a whole."""
    members = [list(member) for member in group.members]
    return {"record": group.id, "name": group.name, "description": group.description, "members": members}


def group_of(row: Mapping[str, Any]) -> Group:
    """The group that `group_row` wrote."""
    members = tuple((kind, record) for kind, record in row["members"])
    return Group(row["name"], members, row["description"], row["record"])


def link_row(link: Link) -> Row:
    """A link."""
    return {
        "id": link.id,
        "origin": list(link.origin),
        "target": list(link.target),
        "name": link.name,
        "direction": link.direction,
        "colour": link.colour,
    }


def link_of(row: Mapping[str, Any]) -> Link:
    """The link that `link_row` wrote."""
    (kind, origin), (other, target) = row["origin"], row["target"]
    return Link((kind, origin), (other, target), row["name"], row["direction"], row["colour"], row["id"])


def _turn_list(turn: Turn) -> list[Any]:
    label = turn.label
    return [
        turn.number,
        turn.speech.start,
        turn.speech.end,
        turn.speaker,
        turn.role,
        label.start if label else None,
        label.end if label else None,
        turn.start_ms,
        turn.end_ms,
        turn.language,
    ]


def _turn_of(
    number: int,
    start: int,
    end: int,
    speaker: str | None,
    role: str,
    label_start: int | None,
    label_end: int | None,
    start_ms: int | None,
    end_ms: int | None,
    language: str | None,
) -> Turn:
    label = None if label_start is None or label_end is None else Span(label_start, label_end)
    return Turn(number, Span(start, end), speaker, Role(role), label, start_ms, end_ms, language)
