"""People on their way to the vault, anonymized texts on their way to the store."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from interviews.anonymity import Anonymization, Anonymized, Vault, with_departed
from interviews.errors import Problem, Severity
from interviews.model import Case, Participant, Transcript
from interviews.project.naming import named_in
from interviews.project.people import find_aliases
from interviews.project.reviewing import signed_key
from interviews.project.revisions import edits_between_versions
from interviews.project.waiting import place_waiting
from interviews.store import Store
from interviews.text import Change


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
    signed, earlier, problems = signed_key(anonymization, vault, author)
    aliases = find_aliases(participants, cases, list(originals.values()), signed, language)
    texts, edits = [], {}
    key = with_departed(signed, earlier)
    vault.save_key(key)
    for version in anonymization.versions:
        before = current.get(version.transcript.id)
        original = originals[version.transcript.id]
        if not _made_from(version, original):
            told = "its original has changed since these proposals were made: anonymize it again"
            problems.append(Problem(before.name if before else "a transcript", told, Severity.ERROR))
            continue
        transcript = aliases.of_transcript(version.transcript, original)
        transcript = replace(transcript, version=before.version + 1 if before else 1)
        if before and _same(before, transcript) and not _outdated(before, vault):
            continue
        if before:
            edits[before.id] = edits_between_versions(vault, before.id, before.version, version.edits)
        vault.save_edits(transcript.id, transcript.version, version.edits)
        texts.append(transcript)
    store.add_transcripts(texts, edits, author=author)
    if texts and anonymization.profile:
        detail = f"profile {anonymization.profile}"
        store.add_event("anonymize", "text version", len(texts), author=author, detail=detail)
    people, of_participants = aliases.of_participants(participants)
    units, of_cases = aliases.of_cases(cases)
    store.add_participants(people, author=author)
    store.add_cases(units, author=author)
    placed, of_waiting = place_waiting(vault.waiting(), store, lambda: vault, key, aliases, author)
    of_codebook = [problem for codebook in store.codebooks()[-1:] for problem in named_in(codebook, key)]
    counts = {"anonymized texts": len(texts), "replaced entities": sum(entry.replaced for entry in anonymization.key)}
    about = (*of_participants, *of_cases, *_travelled(store, set(edits)), *of_waiting, *of_codebook)
    return counts | placed, [*problems, *about]


def _made_from(version: Anonymized, original: Transcript) -> bool:
    edits = version.edits
    return edits.length == len(original.text) and edits.apply(original.text) == version.transcript.text


def _same(before: Transcript, now: Transcript) -> bool:
    return (before.text, before.turns, before.speakers, before.case) == (now.text, now.turns, now.speakers, now.case)


def _outdated(before: Transcript, vault: Vault) -> bool:
    """Whether the original has a newer revision than the one that a text version was made from."""
    return vault.edited_revision(before.id, before.version) < vault.revision(before.id)


def _travelled(store: Store, transcripts: Collection[str]) -> list[Problem]:
    """How many codings stand on other words now, and how many lost theirs; `Store.carried` names them."""
    newest = {transcript.id: transcript for transcript in store.transcripts() if transcript.id in transcripts}
    report = [travel for travel in store.carried().report if travel.transcript in newest] if newest else []
    counts = Counter((travel.transcript, travel.change) for travel in report)
    told = {
        Change.CHANGED: ("whose words were changed since", Severity.INFO),
        Change.LOST: ("whose words are all gone, and which are not shown any more", Severity.WARNING),
    }
    return [
        Problem(newest[one].name, f"codings {told[change][0]}: {count}", told[change][1])
        for (one, change), count in sorted(counts.items(), key=lambda pair: (newest[pair[0][0]].name, pair[0][1]))
    ]
