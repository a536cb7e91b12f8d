"""Transcripts on their way in: the text as read goes to the vault, the anonymized one to the store."""

from dataclasses import replace

from interviews.anonymity import Anonymization, Vault
from interviews.errors import Problem, Severity
from interviews.formats import Readings
from interviews.model import Transcript
from interviews.store import Store
from interviews.text import between


def save_readings(readings: Readings, store: Store, vault: Vault, author: str) -> tuple[dict[str, int], list[Problem]]:
    """Keep the originals in the vault; the store learns of them by number only. What is there already is left alone."""
    known = {original.digest: original for original in vault.originals()}
    names = {original.name for original in known.values()}
    problems = list(readings.problems)
    fresh: list[Transcript] = []
    for transcript in readings.transcripts:
        if transcript.digest in known:
            problems.append(Problem(_place(transcript), "this text is in the project already", Severity.INFO))
        elif transcript.name in names:
            problems.append(Problem(_place(transcript), "another text of this name is in the project", Severity.ERROR))
        else:
            fresh.append(transcript)
            names.add(transcript.name)
            known[transcript.digest] = transcript
    for transcript in fresh:  # the vault first: a text that the store knows of is never missing
        vault.save_original(transcript)
    count = len(store.registrations())
    store.register([_nameless(transcript, count + i) for i, transcript in enumerate(fresh, 1)], author)
    store.add_participants(readings.participants, author=author)
    store.add_cases(readings.cases, author=author)
    counts = {"transcripts": len(fresh), "participants": len(readings.participants), "cases": len(readings.cases)}
    return {what: count for what, count in counts.items() if count}, problems


def save_anonymization(anonymization: Anonymization, store: Store, vault: Vault, author: str) -> dict[str, int]:
    """Save the anonymized texts as new versions; codings made over earlier ones travel along."""
    current = {transcript.id: transcript for transcript in store.transcripts()}
    texts, edits = [], {}
    vault.save_key(anonymization.key)
    for version in anonymization.versions:
        before = current.get(version.transcript.id)
        transcript = replace(version.transcript, version=before.version + 1 if before else 1)
        if before and before.text == transcript.text:
            continue
        if before:
            earlier = vault.edits(before.id, before.version)
            edits[before.id] = between(earlier, version.edits, vault.original(before.id).text)
        vault.save_edits(transcript.id, transcript.version, version.edits)
        texts.append(transcript)
    store.add_transcripts(texts, edits, author=author)
    return {"anonymized texts": len(texts), "replaced entities": sum(entry.replaced for entry in anonymization.key)}


def _nameless(transcript: Transcript, number: int) -> Transcript:
    """The transcript under a number: until its name is anonymized too, it may be that of the interviewee."""
    return replace(transcript, name=f"transcript {number}")


def _place(transcript: Transcript) -> str:
    return transcript.source.rpartition("/")[2] if transcript.source else transcript.name
