"""What is read on its way in: as read it goes to the vault, anonymized to the store."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from interviews.anonymity import Anonymization, Vault
from interviews.errors import Problem, Severity
from interviews.formats import Readings
from interviews.model import Case, Participant, Transcript
from interviews.project.people import find_aliases
from interviews.project.waiting import place_waiting
from interviews.store import Store
from interviews.text import between


def save_readings(readings: Readings, store: Store, vault: Vault, author: str) -> tuple[dict[str, int], list[Problem]]:
    """Keep texts and people in the vault; the store learns of texts by number only. What is there is left alone."""
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
    registered = {registration.id for registration in store.registrations()}
    # Those in the vault that the store does not know are what a save left behind that was cut off in between.
    pending = [original for original in known.values() if original.id not in registered]
    store.register([_nameless(transcript, len(registered) + i) for i, transcript in enumerate(pending, 1)], author)
    participants, cases = keep_people(readings.participants, readings.cases, vault)
    counts = {"transcripts": len(fresh), "participants": participants, "cases": cases}
    return {what: count for what, count in counts.items() if count}, problems


def keep_people(participants: Iterable[Participant], cases: Iterable[Case], vault: Vault) -> tuple[int, int]:
    """Keep participants and cases in the vault, if something about them is new, and how many of each are."""
    known_participants, known_cases = vault.people()
    people = [one for one in participants if one not in known_participants]
    units = [case for case in cases if case not in known_cases]
    if people or units:
        vault.save_people(people, units)
    return len(people), len(units)


def admit_people(records: Iterable[Any], vault: Vault, language: str) -> tuple[list[Any], list[Problem]]:
    """Participants or cases as the store may hold them by the key so far; the vault keeps them as they are."""
    listed = list(records)
    given = [one for one in listed if isinstance(one, Participant)]
    units = [one for one in listed if isinstance(one, Case)]
    keep_people(given, units, vault)
    aliases = find_aliases(*vault.people(), vault.originals(), vault.key(), language)
    participants, of_participants = aliases.of_participants(given)
    cases, of_cases = aliases.of_cases(units)
    return [*participants, *cases], [*of_participants, *of_cases]


def save_anonymization(
    anonymization: Anonymization, store: Store, vault: Vault, language: str, author: str
) -> tuple[dict[str, int], list[Problem]]:
    """Save the anonymized texts as new versions, and whom they are about; codings over earlier ones travel along."""
    current = {transcript.id: transcript for transcript in store.transcripts()}
    originals = {original.id: original for original in vault.originals()}
    participants, cases = vault.people()
    aliases = find_aliases(participants, cases, list(originals.values()), anonymization.key, language)
    texts, edits = [], {}
    vault.save_key(anonymization.key)
    for version in anonymization.versions:
        before = current.get(version.transcript.id)
        original = originals[version.transcript.id]
        transcript = aliases.of_transcript(version.transcript, original)
        transcript = replace(transcript, version=before.version + 1 if before else 1)
        if before and _same(before, transcript):
            continue
        if before:
            edits[before.id] = between(vault.edits(before.id, before.version), version.edits, original.text)
        vault.save_edits(transcript.id, transcript.version, version.edits)
        texts.append(transcript)
    store.add_transcripts(texts, edits, author=author)
    people, of_participants = aliases.of_participants(participants)
    units, of_cases = aliases.of_cases(cases)
    store.add_participants(people, author=author)
    store.add_cases(units, author=author)
    placed, of_waiting = place_waiting(vault.waiting(), store, lambda: vault, anonymization.key, aliases, author)
    counts = {"anonymized texts": len(texts), "replaced entities": sum(entry.replaced for entry in anonymization.key)}
    return counts | placed, [*of_participants, *of_cases, *of_waiting]


def _same(before: Transcript, now: Transcript) -> bool:
    return (before.text, before.speakers, before.case) == (now.text, now.speakers, now.case)


def _nameless(transcript: Transcript, number: int) -> Transcript:
    """The transcript under a number: until they are anonymized too, its name and case may be those of people."""
    return replace(transcript, name=f"transcript {number}", case=None)


def _place(transcript: Transcript) -> str:
    return transcript.source.rpartition("/")[2] if transcript.source else transcript.name
