"""Amazon Transcribe, Call Analytics: whole sentences with the role of who says them, times in milliseconds."""

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import Record, label_of, milliseconds, records_at, text_at, value_at
from interviews.formats.recognition.recognized import Recognized, media_note


def is_amazon_analytics(value: Record) -> bool:
    """A list named Transcript whose entries have a content and a participant."""
    entries = records_at(value, "Transcript")
    return bool(entries) and "Content" in entries[0] and ("ParticipantRole" in entries[0] or "Items" in entries[0])


def read_amazon_analytics(value: Record) -> Recognized:
    """One cue for each sentence."""
    cues = [
        Cue(
            milliseconds(entry.get("BeginOffsetMillis"), 1),
            milliseconds(entry.get("EndOffsetMillis"), 1),
            text_at(entry, "Content"),
            label_of(entry.get("ParticipantRole") or entry.get("ParticipantId")),
        )
        for entry in records_at(value, "Transcript")
    ]
    redacted = value_at(value, "ContentMetadata", "RedactionTypes")
    notes = ["the recognizer has replaced words by marks such as [PII], which stay in the text"] if redacted else []
    return Recognized(
        cues, notes, media_note(text_at(value, "JobName"), "title"), text_at(value, "LanguageCode") or None
    )
