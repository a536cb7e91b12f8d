"""Which texts of an exchange the project has already, by their digest, and under which names new ones come in."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from interviews.anonymity import Vault
from interviews.errors import Problem, Severity
from interviews.formats import transcript_key
from interviews.model import Exchange, Transcript, new_id
from interviews.project.said import plain
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
    """Find the texts in the project; the vault is opened only where the store does not know them all.

    Two sources of the same words, such as short answers of two people, stay two texts; the transcript of a recording
    that is a text already is that text.
    """
    given = [transcript for transcript in exchange.transcripts if transcript.text.strip()]
    heard = {medium.transcript for medium in exchange.media}
    read = {transcript.digest for transcript in given if transcript.id not in heard}
    own = [transcript for transcript in given if transcript.id not in heard or transcript.digest not in read]
    wanted = Counter(transcript.digest for transcript in own)
    found = _anonymized(store, wanted)
    originals = vault().catalogue() if any(len(found[digest]) < count for digest, count in wanted.items()) else ()
    for one in originals:
        if one.text in wanted:
            found[one.text].setdefault(one.id, Known(one.id, 0, one.text))
    guids = {plain(guid): name.removeprefix("transcript:") for name, guid in store.guids().items()}

    def named(one: Transcript) -> str:
        """The id in the project of what goes by its GUID."""
        return guids.get(plain(exchange.ids.get(f"transcript:{one.id}", one.id)), one.id)

    known = _placed(own, found, named)
    taken = {one.id for one in store.registrations()} | {one.id for one in originals}
    names = {one.outline.name for one in originals} | {one.name for one in store.transcripts()}
    names = {transcript_key(name) for name in names}
    fresh: list[Transcript] = []
    changed = 0
    for transcript in own:
        if transcript.id not in known:
            changed += transcript.id in taken or named(transcript) in taken
            new = _renamed(transcript, taken, names)
            fresh.append(new)
            known[transcript.id] = Known(new.id, 0, new.digest)
    there = {one.digest: known[one.id] for one in reversed(own)}
    known |= {one.id: there[one.digest] for one in given if one.id not in known}
    return Matched(known, tuple(fresh), tuple(_told(len(exchange.transcripts), len(given), known, changed)))


def _placed(
    texts: Sequence[Transcript], found: Mapping[str, Mapping[str, Known]], named: Callable[[Transcript], str]
) -> dict[str, Known]:
    """Where each text is in the project, each place taken once: by its name there, else by its words in their order."""
    known = {one.id: place for one in texts if (place := found[one.digest].get(named(one))) is not None}
    used = {place.id for place in known.values()}
    rest = {digest: iter([one for id, one in listed.items() if id not in used]) for digest, listed in found.items()}
    for one in texts:
        place = None if one.id in known else next(rest.get(one.digest, iter(())), None)
        if place is not None:
            known[one.id] = place
    return known


def _anonymized(store: Store, wanted: Mapping[str, int]) -> dict[str, dict[str, Known]]:
    """Those of the digests that are of anonymized text versions; the newest are looked at first."""
    newest = store.transcripts()
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for one in newest:
        found[one.digest][one.id] = Known(one.id, one.version, one.digest)
    if any(len(found[digest]) < count for digest, count in wanted.items()):
        for one in newest:
            for version in range(1, one.version):
                earlier = store.text_version(one.id, version)
                found[earlier.digest].setdefault(one.id, Known(one.id, version, earlier.digest))
    return found


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
        told = (
            f"{same} of {given} are recordings' transcripts that stand in the file as texts, too, and were taken once"
        )
        yield Problem("texts", told, Severity.INFO)
    if alike := len({place.id for place in known.values()}) - len({place.digest for place in known.values()}):
        told = f"{alike} of {given} have the same words as another one: they stay apart"
        yield Problem("texts", told, Severity.INFO)
    if changed:
        told = f"{changed} of {given} were changed in the other program; they come in as texts of their own"
        yield Problem("texts", told, Severity.WARNING)
