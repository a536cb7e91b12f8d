"""What the vault knows of its originals without opening each: which files they came from, and their outlines."""

from dataclasses import dataclass, field
from typing import Any

from interviews.model import Outline, Role, Transcript, Voice
from interviews.text import outline_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One original, or one revision of it."""

    id: str
    revision: int
    """1 for the text as it was read first, 2 for the next one that the file held, and so on."""
    text: str = field(repr=False)
    """SHA-256 of the text."""
    file: str | None = field(repr=False)
    """SHA-256 of the file's bytes; None where the text came from no file, or an older program kept it."""
    source: str | None = field(repr=False)
    """Where the file lay."""
    outline: Outline = field(repr=False)

    @property
    def key(self) -> tuple[str, int]:
        """What tells this entry from all others."""
        return self.id, self.revision


def entry_of(transcript: Transcript, revision: int, file: str | None) -> Entry:
    """The entry of an original."""
    return Entry(transcript.id, revision, transcript.digest, file, transcript.source, outline_of(transcript))


def catalogue_record(entry: Entry) -> dict[str, Any]:
    """An entry as JSON."""
    outline = entry.outline
    return {
        "id": entry.id,
        "revision": entry.revision,
        "text": entry.text,
        "file": entry.file,
        "source": entry.source,
        "name": outline.name,
        "read_as": outline.format,
        "language": outline.language,
        "case": outline.case,
        "turns": outline.turns,
        "words": outline.words,
        "duration_ms": outline.duration_ms,
        "voices": [_voice_list(voice) for voice in outline.voices],
    }


def catalogue_entry(record: dict[str, Any]) -> Entry:
    """The entry that `catalogue_record` wrote."""
    outline = Outline(
        name=record["name"],
        format=record["read_as"],
        language=record["language"],
        case=record["case"],
        voices=tuple(_voice_of(*fields) for fields in record["voices"]),
        turns=record["turns"],
        words=record["words"],
        duration_ms=record["duration_ms"],
    )
    return Entry(record["id"], record["revision"], record["text"], record["file"], record["source"], outline)


def _voice_list(voice: Voice) -> list[Any]:
    who = [voice.label, voice.role, voice.role_from, voice.participant]
    return [*who, voice.turns, voice.words, voice.questions]


def _voice_of(
    label: str, role: str, role_from: str, participant: str | None, turns: int, words: int, questions: int
) -> Voice:
    return Voice(label, Role(role), role_from, participant, turns, words, questions)
