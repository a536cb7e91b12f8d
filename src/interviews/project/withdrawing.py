"""Whose interviews an erasure is about, and how much there is of them: asked before anything is destroyed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviews.anonymity import Vault
from interviews.anonymity.key_history import mentioned_entries
from interviews.anonymity.withdrawal import Withdrawal, count_in_vault
from interviews.errors import MisuseError
from interviews.model import Outline
from interviews.project.people import Aliases, find_aliases
from interviews.project.revisions import newest_entries
from interviews.store import Doomed, Store
from interviews.text import Runs


@dataclass(frozen=True, slots=True)
class _Study:
    """What is known of all interviews, as read and as the store calls them."""

    outlines: Mapping[str, Outline]
    names: Mapping[str, str]
    """The name in the store of each transcript, by id."""
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
    transcripts, participants = _meant(study, vault, who)
    participants |= _silent(study, transcripts)
    cases = _empty_cases(study, vault, transcripts, participants)
    doomed = Doomed(
        frozenset(transcripts),
        frozenset(study.label(one) for one in participants),
        frozenset(study.case(one) for one in cases),
    )
    in_store = store.count_erasure(doomed)
    counts = count_in_vault(vault, transcripts, len(participants), len(cases))
    counts |= {table: len(ids) for table, ids in in_store.deleted.items()}
    counts |= {"emptied": sum(map(len, in_store.emptied.values()))} if in_store.emptied else {}
    return Withdrawal(
        transcripts=tuple(sorted(transcripts)),
        participants=tuple(sorted(participants)),
        cases=tuple(sorted(cases)),
        called={"participants": tuple(sorted(doomed.participants)), "cases": tuple(sorted(doomed.cases))},
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
    called = withdrawal.called
    return Doomed(frozenset(withdrawal.transcripts), frozenset(called["participants"]), frozenset(called["cases"]))


def _study(store: Store, vault: Vault, language: str) -> _Study:
    outlines = {entry.id: entry.outline for entry in newest_entries(vault)}
    names = {one.id: one.name for one in store.registrations()} | {one.id: one.name for one in store.transcripts()}
    aliases = find_aliases(*vault.people(), vault.originals(), vault.key(), language)
    return _Study(outlines, names, aliases)


def _meant(study: _Study, vault: Vault, who: str) -> tuple[set[str], set[str]]:
    """The transcripts and participants that go by this name."""
    transcripts = {id for id, outline in study.outlines.items() if who in (id, outline.name)}
    transcripts |= {id for id, name in study.names.items() if who in (id, name)}
    everybody = {one.name for one in vault.people()[0]} | {
        who for one in study.outlines.values() for who in _speakers(one)
    }
    participants = {one for one in everybody if who in (one, study.label(one))}
    spoken = {id for id, outline in study.outlines.items() if participants & _speakers(outline)}
    if not transcripts and not participants:
        raise MisuseError(
            "No participant and no transcript of the project is called so: interviews transcripts PROJECT lists the "
            "transcripts; a participant goes by the name as read or by what the project calls them."
        )
    if participants and transcripts - spoken:
        raise MisuseError("A participant and somebody else's transcript are called so: name the transcript by its id.")
    return (spoken, participants) if participants else (transcripts, participants)


def _speakers(outline: Outline) -> set[str]:
    return {voice.participant for voice in outline.voices if voice.participant}


def _silent(study: _Study, transcripts: Collection[str]) -> set[str]:
    """Those who speak in these transcripts and in no other one."""
    gone = {who for id in transcripts if id in study.outlines for who in _speakers(study.outlines[id])}
    stay = {who for id, outline in study.outlines.items() if id not in transcripts for who in _speakers(outline)}
    return gone - stay


def _empty_cases(study: _Study, vault: Vault, transcripts: Collection[str], participants: Collection[str]) -> set[str]:
    """The cases that nothing else belongs to; one may be called after a family."""
    people = vault.people()[0]
    gone = {study.outlines[id].case for id in transcripts if id in study.outlines}
    gone |= {one.case for one in people if one.name in participants}
    stay = {outline.case for id, outline in study.outlines.items() if id not in transcripts}
    stay |= {one.case for one in people if one.name not in participants}
    return {case for case in gone - stay if case}


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
