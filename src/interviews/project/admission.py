"""Texts and people of an exchange: to the vault as they come, and to the store what may be there already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from interviews.anonymity import Vault, entities_named
from interviews.errors import Problem, Severity
from interviews.model import Case, Exchange, Participant, Transcript
from interviews.project.door import Door
from interviews.project.intake import save_transcripts
from interviews.project.matching import Known, Matched
from interviews.project.originals import keep_people
from interviews.project.people import Aliases
from interviews.text import Edits

Framing = TypeVar("Framing", Participant, Case)


class Taken(NamedTuple):
    """What came in."""

    texts: dict[str, Known]
    """Where each text of the exchange is; version 0 is not anonymized yet."""
    participants: Sequence[Participant]
    """Whom the store may hear of now, by their names as read."""
    cases: Sequence[Case]


def take_texts(door: Door, exchange: Exchange, matched: Matched, *, anonymized: bool) -> Taken:
    """Take in texts and people, and say where each text of the exchange is."""
    texts = dict(matched.known)
    ours = anonymized or (bool(texts) and all(place.version for place in texts.values()))
    vault = door.vault() if any(not place.version for place in texts.values()) else door.vault_at_hand()
    if vault is None:
        return Taken(texts, exchange.participants, exchange.cases)
    names = _names_behind(door.aliases() if ours else None)
    participants, cases = _people(exchange, vault, names)
    fresh = [_as_read(transcript, names) for transcript in matched.fresh]
    door.add(save_transcripts(fresh, door.store, vault, door.author))
    kept = keep_people(participants, cases, vault)
    door.add(({what: count for what, count in zip(("participants", "cases"), kept, strict=True) if count}, ()))
    if anonymized:
        texts = _admit(door, texts, vault)
    # Before anything was anonymized, nobody knows whom the names of people and cases would name.
    told = all(place.version for place in texts.values()) and bool(door.store.versions())
    return Taken(texts, participants if told else (), cases if told else ())


def frame(door: Door, taken: Taken, aliases: Aliases | None) -> None:
    """Let the people and cases into the store, as it may hold them."""
    people, units = taken.participants, taken.cases
    if aliases is not None:
        people, of_participants = aliases.of_participants(people)
        units, of_cases = aliases.of_cases(units)
        door.problems += [*of_participants, *of_cases]
    door.store.add_participants(people, author=door.author)
    door.store.add_cases(units, author=door.author)


def _names_behind(aliases: Aliases | None) -> dict[str, str]:
    """The name as read for what the store calls somebody."""
    if aliases is None:
        return {}
    return {alias.label: name for name, alias in {**aliases.cases, **aliases.participants}.items()}


def _people(
    exchange: Exchange, vault: Vault, names: Mapping[str, str]
) -> tuple[tuple[Participant, ...], tuple[Case, ...]]:
    """People and cases by their names as read, with what is known of them and is not told anew."""
    people, units = vault.people()
    cases_of = {one.name: one.case for one in people}
    given = [replace(one, name=names.get(one.name, one.name)) for one in exchange.participants]
    given = [replace(one, case=_behind(one.case, names) or cases_of.get(one.name)) for one in given]
    cases = [replace(case, name=names.get(case.name, case.name)) for case in exchange.cases]
    return tuple(_joined(given, people)), tuple(_joined(cases, units))


def _joined(records: Iterable[Framing], known: Iterable[Framing]) -> list[Framing]:
    """The records with all attributes that are known of them; where those differ, what comes in counts."""
    before = {one.name: one.attributes for one in known}
    joined = []
    for record in records:
        attributes = {**before.get(record.name, {}), **record.attributes}
        joined.append(replace(record, attributes=MappingProxyType(attributes)))
    return joined


def _behind(name: str | None, names: Mapping[str, str]) -> str | None:
    return names.get(name, name) if name else None


def _as_read(transcript: Transcript, names: Mapping[str, str]) -> Transcript:
    speakers = tuple(replace(one, participant=_behind(one.participant, names)) for one in transcript.speakers)
    return replace(transcript, speakers=speakers, case=_behind(transcript.case, names))


def _admit(door: Door, texts: Mapping[str, Known], vault: Vault) -> dict[str, Known]:
    """Let texts that are said to be anonymized into the store as they are, except where they name somebody."""
    there = door.store.versions()
    coming = sorted({place.id for place in texts.values() if not place.version and place.id not in there})
    originals = [vault.original(id) for id in coming]
    named = entities_named([_words(original) for original in originals], vault.key())
    taken = {one.name for one in door.store.registrations() if one.id not in coming}
    admitted: list[Transcript] = []
    for original, entities in zip(originals, named, strict=True):
        if not entities:
            vault.save_edits(original.id, 1, Edits(len(original.text), ()))
            admitted.append(replace(original, name=_free(original.name, taken), version=1, source=None, notes=()))
    door.store.add_transcripts(admitted, author=door.author)
    if kept := len(originals) - len(admitted):
        who = ", ".join(sorted({entity for entities in named for entity in entities}))
        told = f"{kept} name {who} and were kept in the vault: anonymize them"
        door.problems.append(Problem("texts", told, Severity.WARNING))
    door.add(({"anonymized texts": len(admitted)} if admitted else {}, ()))
    now = {transcript.id for transcript in admitted}
    return {id: replace(place, version=1) if place.id in now else place for id, place in texts.items()}


def _words(transcript: Transcript) -> str:
    labels = [speaker.label for speaker in transcript.speakers]
    return "\n".join([transcript.name, transcript.case or "", *labels, transcript.text])


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free
