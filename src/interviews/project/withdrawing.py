"""Whose interviews an erasure is about, and how much there is of them: asked before anything is destroyed."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviews.anonymity import Vault
from interviews.anonymity.vault.key_history import mentioned_entries
from interviews.anonymity.vault.withdrawal import Withdrawal, count_in_vault
from interviews.errors import MisuseError
from interviews.model import Speaker, Voice
from interviews.project.people import Aliases, find_aliases
from interviews.project.revisions import newest_entries
from interviews.store import Doomed, Store
from interviews.text import Runs


@dataclass(frozen=True, slots=True)
class _Study:
    """What is known of all interviews, as read and as the store calls them; of some, only the store knows."""

    names: Mapping[str, frozenset[str]]
    """What each transcript is called, by id."""
    speaking: Mapping[str, frozenset[str]]
    """Who speaks in it."""
    cases: Mapping[str, str | None]
    """To which case it belongs."""
    people: Mapping[str, str | None]
    """Every participant, and the case of each."""
    aliases: Aliases

    def label(self, participant: str) -> str:
        """What the store calls a participant."""
        alias = self.aliases.participants.get(participant)
        return alias.label if alias else participant

    def case(self, name: str) -> str:
        """What the store calls a case."""
        alias = self.aliases.cases.get(name)
        return alias.label if alias else name


def plan_withdrawal(
    store: Store, vault: Vault, language: str, who: str, *, archives: Sequence[str], certificate: str, author: str
) -> Withdrawal:
    """What is to be destroyed where `who` withdraws: a participant or one transcript, by what it is called or its id.

    With a participant go all interviews in which they speak, also what others say there.
    """
    study = _study(store, vault, language)
    transcripts, participants = _meant(study, who)
    participants |= _silent(study, transcripts)
    cases = _empty_cases(study, transcripts, participants)
    # Only these are pseudonyms beyond doubt: other names may be as read.
    shown = {one.name for one in store.participants()} | {one.name for one in store.cases()}
    called = {
        "participants": tuple(sorted(shown & {study.label(one) for one in participants})),
        "cases": tuple(sorted(shown & {study.case(one) for one in cases})),
    }
    in_store = store.count_erasure(_doomed(transcripts, participants, cases, called))
    counts = count_in_vault(vault, transcripts, len(participants), len(cases))
    counts |= {table: len(ids) for table, ids in in_store.deleted.items()}
    counts |= {"emptied": sum(map(len, in_store.emptied.values()))} if in_store.emptied else {}
    return Withdrawal(
        transcripts=tuple(sorted(transcripts)),
        participants=tuple(sorted(participants)),
        cases=tuple(sorted(cases)),
        called=called,
        entities=mentioned_entries(vault.safe, vault, transcripts),
        runs=tuple(_runs(store, transcripts)),
        counts=counts,
        codes=dict(in_store.codes),
        archives=tuple(archives),
        exports=tuple(_exports(store)),
        certificate=certificate,
        author=author,
        asked=who,
    )


def doomed_by(withdrawal: Withdrawal) -> Doomed:
    """What the store has to erase."""
    return _doomed(withdrawal.transcripts, withdrawal.participants, withdrawal.cases, withdrawal.called)


def _doomed(
    transcripts: Iterable[str],
    participants: Iterable[str],
    cases: Iterable[str],
    called: Mapping[str, tuple[str, ...]],
) -> Doomed:
    """The store may know somebody by two names: as read, from before it was known that this is one to hide."""
    people, units = {*participants, *called["participants"]}, {*cases, *called["cases"]}
    return Doomed(frozenset(transcripts), frozenset(people), frozenset(units))


def _study(store: Store, vault: Vault, language: str) -> _Study:
    texts = {one.id: one for one in store.transcripts()}
    outlines = {entry.id: entry.outline for entry in newest_entries(vault)}
    names: dict[str, set[str]] = {one.id: {one.id, one.name} for one in store.registrations()}
    for id, called in [(id, one.name) for id, one in outlines.items()] + [(id, one.name) for id, one in texts.items()]:
        names.setdefault(id, {id}).add(called)
    speaking = {id: _participants(text.speakers) for id, text in texts.items()}
    speaking |= {id: _participants(outline.voices) for id, outline in outlines.items()}
    cases = {id: text.case for id, text in texts.items()} | {id: outline.case for id, outline in outlines.items()}
    people, units = vault.people()
    aliases = find_aliases(people, units, vault.originals(), vault.key(), language)
    labels = {alias.label for alias in aliases.participants.values()}
    everybody: dict[str, str | None] = {who: None for all in speaking.values() for who in all}
    everybody |= {one.name: one.case for one in store.participants() if one.name not in labels}
    everybody |= {one.name: one.case for one in people}
    return _Study({id: frozenset(all) for id, all in names.items()}, speaking, cases, everybody, aliases)


def _participants(voices: Iterable[Speaker | Voice]) -> frozenset[str]:
    return frozenset(voice.participant for voice in voices if voice.participant)


def _meant(study: _Study, who: str) -> tuple[set[str], set[str]]:
    """The transcripts and participants that go by this name."""
    transcripts = {id for id, names in study.names.items() if who in names}
    participants = {one for one in study.people if who in (one, study.label(one))}
    spoken = {id for id, speaking in study.speaking.items() if participants & speaking}
    if not transcripts and not participants:
        raise MisuseError(
            "No participant and no transcript of the project is called so: interviews transcripts PROJECT lists the "
            "transcripts; a participant goes by the name as read or by what the project calls them."
        )
    if participants and transcripts - spoken:
        raise MisuseError("A participant and somebody else's transcript are called so: name the transcript by its id.")
    return (spoken, participants) if participants else (transcripts, participants)


def _silent(study: _Study, transcripts: Collection[str]) -> set[str]:
    """Those who speak in these transcripts and in no other one."""
    gone = {who for id in transcripts for who in study.speaking.get(id, ())}
    return gone - {who for id, all in study.speaking.items() if id not in transcripts for who in all}


def _empty_cases(study: _Study, transcripts: Collection[str], participants: Collection[str]) -> set[str]:
    """The cases that nothing else belongs to; one may be called after a family."""
    belonging = [(case, id in transcripts) for id, case in study.cases.items()]
    belonging += [(case, one in participants) for one, case in study.people.items()]
    stay = {case for case, gone in belonging if not gone}
    return {case for case, gone in belonging if gone and case and case not in stay}


def _runs(store: Store, transcripts: Collection[str]) -> Runs:
    """What only the anonymized texts of these transcripts say, in any version."""
    versions = store.versions()
    numbers = [(id, number) for id in transcripts for number in range(1, versions.get(id, 0) + 1)]
    texts = [store.text_version(id, number).text for id, number in numbers]
    return Runs(texts, (one.text for one in store.transcripts() if one.id not in transcripts))


def _exports(store: Store) -> Iterator[str]:
    """The day and the name of every file that left the project: each may hold what is erased."""
    noted = [event for event in store.history() if (event.action, event.subject) == ("export", "export")]
    last = {event.detail: event.when for event in noted}
    return (f"{when:%Y-%m-%d} {name}" for name, when in last.items())
