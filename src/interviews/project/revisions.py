"""What is carried from one reading of a transcript to the next, and from one anonymized text to the next."""

from dataclasses import replace

from interviews.anonymity import Entry, Vault
from interviews.model import Speaker, Transcript
from interviews.text import Edits, between, compose, fold


def newest_entries(vault: Vault) -> list[Entry]:
    """The newest revision of every original in the catalogue."""
    return list({entry.id: entry for entry in vault.catalogue()}.values())


def as_revision(now: Transcript, before: Transcript) -> tuple[Transcript, bool]:
    """A new reading as the successor of one before, and whether nothing but the notes beside the text differs.

    What a person said about speakers stays: roles from a table, and who a speaker is.
    """
    known = {fold(speaker.label).strip(): speaker for speaker in before.speakers}
    speakers = tuple(_with_what_was_known(one, known.get(fold(one.label).strip())) for one in now.speakers)
    roles = {speaker.label: speaker.role for speaker in speakers}
    turns = tuple(replace(turn, role=roles.get(turn.speaker or "", turn.role)) for turn in now.turns)
    made = replace(now, id=before.id, name=before.name, case=now.case or before.case, speakers=speakers, turns=turns)
    return made, made.text == before.text and _talk(made) == _talk(before)


def with_notes(transcript: Transcript, made: Transcript) -> Transcript:
    """The transcript with what a newer reading found beside its text."""
    fresh = tuple(note for note in made.notes if note not in transcript.notes)
    return replace(transcript, notes=(*transcript.notes, *fresh), source=made.source)


def edits_between_versions(vault: Vault, id: str, version: int, now: Edits) -> Edits:
    """From an anonymized text version to the text that `now` makes of the newest original.

    Where the original was the same this compares the replacements; where it has changed it goes back to the old one,
    on to the new one, and to the anonymized text of that: words that nobody touched stay what they are.
    """
    made_from, revision = vault.edited_revision(id, version), vault.revision(id)
    text = vault.original(id, made_from).text
    edits = vault.edits(id, version)
    if made_from == revision:
        return between(edits, now, text)
    onwards = Edits(len(text), [])
    for number in range(made_from + 1, revision + 1):
        onwards = compose(onwards, vault.revision_edits(id, number), text)
    return compose(edits.inverse(text), compose(onwards, now, text), edits.apply(text))


def edits_to_version(vault: Vault, id: str, version: int, read: int) -> Edits:
    """From a revision of the original to an anonymized text version, whichever revision that was made from."""
    made_from = vault.edited_revision(id, version)
    if read == made_from:
        return vault.edits(id, version)
    text = vault.original(id, read).text
    onwards = Edits(len(text), [])
    for number in range(read + 1, made_from + 1):
        onwards = compose(onwards, vault.revision_edits(id, number), text)
    for number in range(read, made_from, -1):  # it came over a later revision than was anonymized
        before = vault.original(id, number - 1).text
        onwards = compose(onwards, vault.revision_edits(id, number).inverse(before), text)
    return compose(onwards, vault.edits(id, version), text)


def _with_what_was_known(now: Speaker, before: Speaker | None) -> Speaker:
    if before is None:
        return now
    told = before.role_from == "table"
    return replace(
        now,
        role=before.role if told else now.role,
        role_from=before.role_from if told else now.role_from,
        participant=before.participant or now.participant,
    )


def _talk(transcript: Transcript) -> list[tuple[object, ...]]:
    return [(turn.speech, turn.label, turn.speaker, turn.start_ms, turn.end_ms) for turn in transcript.turns]
