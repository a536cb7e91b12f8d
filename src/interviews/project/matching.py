"""Which texts of an exchange the project has already, by their digest, and under which names new ones come in."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from interviews.anonymity import Vault
from interviews.errors import Problem, Severity
from interviews.formats import transcript_key
from interviews.model import Exchange, Transcript, new_id
from interviews.store import Store


@dataclass(frozen=True, slots=True)
class Known:
    """Where a text of the exchange is in the project: version 0 is the text as read, in the vault."""

    id: str
    version: int
    digest: str


@dataclass(frozen=True, slots=True)
class Matched:
    """The texts of an exchange: where each is in the project, by the id in the exchange, and which are new there."""

    known: Mapping[str, Known]
    fresh: tuple[Transcript, ...]
    problems: tuple[Problem, ...]


def match_texts(exchange: Exchange, store: Store, vault: Callable[[], Vault]) -> Matched:
    """Find the texts in the project; the vault is opened only where the store does not know them all."""
    given = [transcript for transcript in exchange.transcripts if transcript.text.strip()]
    wanted = {transcript.digest for transcript in given}
    found = _anonymized(store, wanted)
    originals = vault().catalogue() if wanted - found.keys() else ()
    found = {one.text: Known(one.id, 0, one.text) for one in originals} | found
    taken = {one.id for one in store.registrations()} | {one.id for one in originals}
    names = {one.outline.name for one in originals} | {one.name for one in store.transcripts()}
    names = {transcript_key(name) for name in names}
    guids = {guid for name, guid in store.guids().items() if name.startswith("transcript:")}
    known: dict[str, Known] = {}
    fresh: list[Transcript] = []
    changed = 0
    for transcript in given:
        if transcript.digest not in found:
            changed += transcript.id in taken or exchange.ids.get(f"transcript:{transcript.id}") in guids
            new = _renamed(transcript, taken, names)
            fresh.append(new)
            found[new.digest] = Known(new.id, 0, new.digest)
        known[transcript.id] = found[transcript.digest]
    return Matched(known, tuple(fresh), tuple(_told(len(exchange.transcripts), len(given), known, changed)))


def _anonymized(store: Store, wanted: Collection[str]) -> dict[str, Known]:
    """Those of the digests that are of an anonymized text version; the newest is looked at first."""
    newest = store.transcripts()
    found = {one.digest: Known(one.id, one.version, one.digest) for one in newest}
    if set(wanted) - found.keys():
        earlier = (store.text_version(one.id, version) for one in newest for version in range(1, one.version))
        found = {one.digest: Known(one.id, one.version, one.digest) for one in earlier} | found
    return {digest: place for digest, place in found.items() if digest in wanted}


def _renamed(transcript: Transcript, taken: set[str], names: set[str]) -> Transcript:
    """The transcript under an id and a name of its own; in other programs, several may be called the same."""
    number, name = 1, transcript.name
    while transcript_key(name) in names:
        number += 1
        name = f"{transcript.name}-{number}"
    names.add(transcript_key(name))
    new = replace(transcript, name=name, version=0, id=new_id() if transcript.id in taken else transcript.id)
    taken.add(new.id)
    return new


def _told(all_texts: int, given: int, known: Mapping[str, Known], changed: int) -> Iterable[Problem]:
    if empty := all_texts - given:
        told = f"{empty} of {all_texts} are empty, or not in the file: neither they nor their codings were taken in"
        yield Problem("texts", told, Severity.ERROR)
    if same := given - len({(place.id, place.version) for place in known.values()}):
        yield Problem("texts", f"{same} of {given} are the same as another one of the file and were taken once")
    if changed:
        told = f"{changed} of {given} were changed in the other program; they come in as texts of their own"
        yield Problem("texts", told, Severity.WARNING)
