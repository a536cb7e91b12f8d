"""Making the anonymized text versions: every replacement of a transcript in one pass, and what it moves along."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pandas as pd

from interviews.anonymity.decisions.remembering import place_of
from interviews.anonymity.entity import Decision, Entity, KeyEntry, Occurrence
from interviews.anonymity.replacing.replacement import edit_for
from interviews.model import Span, Speaker, Transcript, Turn
from interviews.text import Edit, Edits


@dataclass(frozen=True, slots=True)
class Anonymized:
    """A transcript's anonymized text version, and the replacements that led to it."""

    transcript: Transcript
    edits: Edits


@dataclass(frozen=True, slots=True)
class Anonymization:
    """What accepted proposals come to: new text versions, and the key that belongs in the vault."""

    versions: tuple[Anonymized, ...]
    key: tuple[KeyEntry, ...] = field(repr=False)
    departed: tuple[str, ...] = ()
    """Ids of an earlier round that no text mentions any more."""
    profile: str = ""
    """The profile by which it was proposed, for the history."""

    @property
    def report(self) -> pd.DataFrame:
        """One row a transcript: its new name and how many passages were replaced."""
        rows = [(one.transcript.name, one.transcript.version, len(one.edits)) for one in self.versions]
        return pd.DataFrame(rows, columns=["transcript", "version", "replaced"])


def anonymize_transcripts(
    transcripts: Sequence[Transcript],
    entities: Sequence[Entity],
    revisions: Mapping[str, int] = MappingProxyType({}),
) -> Anonymization:
    """The anonymized versions of all transcripts; the entities decided `keep` stay as they are.

    `revisions` are those of the texts, by transcript; 1 where it says nothing.
    """
    places: dict[str, list[tuple[Occurrence, Entity]]] = defaultdict(list)
    for entity in entities:
        treated = {transcript: entity.within(transcript) for transcript in entity.transcripts}
        for occurrence in entity.mentions:
            if treated[occurrence.transcript].decision is not Decision.KEEP and occurrence not in entity.kept:
                places[occurrence.transcript].append((occurrence, treated[occurrence.transcript]))
    versions: list[Anonymized] = []
    taken: set[str] = set()
    for transcript in transcripts:
        made = _anonymize(transcript, places[transcript.id])
        made = replace(made, transcript=replace(made.transcript, name=_free(made.transcript.name, taken)))
        taken.add(made.transcript.name)
        versions.append(made)
    texts = {transcript.id: transcript for transcript in transcripts}
    return Anonymization(tuple(versions), tuple(entry_of(entity, texts, revisions) for entity in entities))


def head_of(transcript: Transcript) -> str:
    """The name and the speaker labels of a transcript, a line each: they are searched like the text."""
    return "\n".join(" ".join(line.split("\n")) for line in (transcript.name, *(s.label for s in transcript.speakers)))


def entry_of(entity: Entity, transcripts: Mapping[str, Transcript], revisions: Mapping[str, int]) -> KeyEntry:
    """The entity as a line of the key, with the places of its mentions in these revisions of the transcripts."""
    heads = {id: head_of(transcripts[id]) for id in {one.transcript for one in entity.mentions if one.in_head}}
    places = [place_of(one, entity, heads.get(one.transcript, ""), revisions) for one in entity.mentions]
    return KeyEntry(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        forms=entity.forms,
        replacement=entity.replacement,
        decision=entity.decision,
        family=entity.family,
        partly_kept=bool(entity.kept),
        languages=tuple(sorted({transcripts[id].language for id in entity.transcripts})),
        transcripts=tuple(sorted(entity.transcripts)),
        decided_by=entity.decided_by,
        decided_at=entity.decided_at,
        confirmed_by=entity.confirmed_by,
        accepted_by=entity.accepted_by,
        changed_at=entity.changed_at,
        formerly=entity.formerly,
        found_as=entity.found_as,
        apart=entity.apart,
        places=tuple(sorted(places)),
        profile=entity.profile,
    )


def make_edits(
    places: Iterable[tuple[Occurrence, Entity]], text: str, language: str, *, labels: Sequence[Span] = ()
) -> Edits:
    """All replacements in one text. Where mentions overlap the longest wins, and what it leaves of another is replaced
    by that one's words, so that no part of a mention survives. In `labels` no sentence puts a name into some case."""
    done: list[Edit] = []
    for occurrence, entity in sorted(places, key=lambda pair: (-len(pair[0].span), pair[0].span, pair[1].id)):
        is_label = language == "pl" and _is_in(occurrence.span, labels)
        edit = edit_for(entity, occurrence.span, text, language, in_sentence=not is_label)
        for free in _free_parts(edit.span, [other.span for other in done]):
            if free == edit.span or any(char.isalnum() for char in free.of(text)):
                done.append(Edit(free, edit.replacement))
    return Edits(len(text), done)


def _free_parts(span: Span, taken: Iterable[Span]) -> list[Span]:
    """The stretches of a span that no other one covers."""
    parts = []
    start = span.start
    for other in sorted(other for other in taken if other.overlaps(span)):
        if other.start > start:
            parts.append(Span(start, other.start))
        start = max(start, other.end)
    return [*parts, Span(start, span.end)] if start < span.end else parts


def _anonymize(transcript: Transcript, places: Sequence[tuple[Occurrence, Entity]]) -> Anonymized:
    language, head = transcript.language, head_of(transcript)
    labels_in_text = [turn.label for turn in transcript.turns if turn.label is not None]
    in_text = [(one, _told_apart(entity, one, labels_in_text)) for one, entity in places if not one.in_head]
    edits = make_edits(in_text, transcript.text, language, labels=labels_in_text)
    whole = [Span(0, len(head))]
    in_head = [(one, _told_apart(entity, one, whole)) for one, entity in places if one.in_head]
    lines = make_edits(in_head, head, language, labels=whole).apply(head).split("\n")
    name = _as_file_name(lines[0]) if lines[0] != transcript.name else transcript.name
    labels = dict(zip((speaker.label for speaker in transcript.speakers), lines[1:], strict=True))
    changed = replace(
        transcript,
        name=name,
        text=edits.apply(transcript.text),
        turns=tuple(_moved(turn, edits, labels) for turn in transcript.turns),
        speakers=tuple(_renamed(speaker, labels) for speaker in transcript.speakers),
        version=transcript.version + 1,
        source=None,
        notes=(),
    )
    return Anonymized(changed, edits)


def _told_apart(entity: Entity, occurrence: Occurrence, labels: Sequence[Span]) -> Entity:
    """The entity as it stands in a speaker label: two who are deleted there must not become one speaker."""
    if entity.decision is not Decision.DELETE or not _is_in(occurrence.span, labels):
        return entity
    return replace(entity, replacement=f"[… {entity.number}]")


def _is_in(span: Span, labels: Sequence[Span]) -> bool:
    return any(label.contains(span) for label in labels)


def _moved(turn: Turn, edits: Edits, labels: Mapping[str, str]) -> Turn:
    return replace(
        turn,
        speech=edits.forward(turn.speech).span,
        label=edits.forward(turn.label).span if turn.label else None,
        speaker=labels.get(turn.speaker, turn.speaker) if turn.speaker is not None else None,
    )


def _renamed(speaker: Speaker, labels: Mapping[str, str]) -> Speaker:
    who = speaker.participant
    return Speaker(labels[speaker.label], speaker.role, labels.get(who, who) if who is not None else None)


def _as_file_name(line: str) -> str:
    """A name with `[Person 3]` in it as a file may be called: `Person-3`."""
    pieces = []
    for piece in line.replace("[", "\0[").split("\0"):
        inside, bracket, rest = piece.partition("]")
        pieces.append(inside.lstrip("[").replace(" ", "-") + rest if bracket else piece)
    return "".join(pieces)


def _free(name: str, taken: set[str]) -> str:
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate
