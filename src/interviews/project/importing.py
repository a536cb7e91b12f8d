"""A study that comes from another program: its texts, people and codebook, and what it says about the texts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from interviews.anonymity import Vault, Waiting
from interviews.bulk import many_records
from interviews.coding import steps_between
from interviews.errors import MisuseError, Problem, Severity, counted
from interviews.model import Codebook, Exchange, Revision, Span, new_id
from interviews.project.admission import frame, take_texts
from interviews.project.codebooks import next_codebook
from interviews.project.definitions import nameless, without_texts
from interviews.project.door import Door
from interviews.project.incoming import Place, sort_incoming
from interviews.project.matching import Known, match_texts
from interviews.project.media import keep_media
from interviews.project.naming import named_in, without_naming_memos
from interviews.project.people import Aliases
from interviews.project.refusing import without_erased
from interviews.project.returning import under_todays_codes
from interviews.project.said import Said, read_said
from interviews.project.waiting import place_waiting
from interviews.store import Store
from interviews.text import Change, Edits

# Kinds whose names are no secret, so that their GUIDs need not wait.
_AT_ONCE = frozenset({"code", "coder", "folder", "transcript"})


@many_records()
def save_exchange(
    exchange: Exchange,
    store: Store,
    vault: Callable[[], Vault],
    language: str,
    author: str,
    *,
    anonymized: bool,
    name: str,
) -> tuple[dict[str, int], list[Problem]]:
    """Texts and people to the vault, the codebook to the store, and all that is said about the texts where they are.

    Texts that are taken as `anonymized` become text version 1 as they are. `name` is that of the project: a codebook
    goes by it where its own may name somebody. The vault is opened only where it is needed: a coder without its key
    can bring back what was coded elsewhere over the project's own anonymized texts.
    """
    if exchange.transcripts and not any(transcript.text.strip() for transcript in exchange.transcripts):
        raise MisuseError(
            f"none of the {len(exchange.transcripts)} texts is in the file; nothing was saved: export the whole "
            "project again, as .qdpx, or its codebook alone, as .qdc"
        )
    exchange = under_todays_codes(without_erased(exchange, store.erasures()), store)
    door = Door(store, vault, language, author, problems=list(exchange.problems))
    matched = match_texts(exchange, store, vault)
    door.problems += matched.problems
    taken = take_texts(door, exchange, matched, anonymized=anonymized)
    texts = taken.texts
    # Before anything was anonymized nothing goes on to the store, and nobody needs another name there.
    aliases = door.aliases() if store.versions() else None
    frame(door, taken, aliases)
    if exchange.anonymized and not anonymized and any(not place.version for place in texts.values()):
        told = "the file says that they are anonymized; they were taken as read (--anonymized takes them as they are)"
        door.problems.append(Problem("texts", told, Severity.INFO))
    media = keep_media(door, exchange, texts)
    as_read = any(not place.version for place in texts.values())
    held = _take_codebook(door, exchange.codebook, name if as_read else "")
    _take_records(door, exchange, texts, media, aliases, held)
    _take_case_codings(door, exchange)
    return door.counts, door.problems


def _take_codebook(door: Door, given: Codebook | None, bare: str) -> Codebook | None:
    """Take in the codes; the codebook that stays behind where its texts may not follow yet, or name somebody.

    `bare` is the name by which the codes come in without texts.
    """
    if given is None or not given.codes:
        return None
    fit = replace(without_texts(given), name=bare) if bare else nameless(given, door.key())[0]
    saved = door.store.codebooks()
    codebook, told = next_codebook(saved, fit, door.store.next_version(saved[-1].name) if saved else None)
    if codebook is not None:
        door.store.add_codebook(codebook, door.author, _revision(saved[-1], codebook) if saved else None)
        taken = f"codebook ({counted(len(codebook), 'code', 'codes')})"
        door.add(({taken: 1}, [*told, *named_in(codebook, door.key())]))
    return given if fit.codes != given.codes else None


def _revision(before: Codebook, after: Codebook) -> Revision:
    """The way to the next version: codings of codes that are defined otherwise there have to be looked at again."""
    return Revision(after.name, after.version, before.version, steps_between(before, after))


def _take_records(
    door: Door,
    exchange: Exchange,
    texts: Mapping[str, Known],
    media: Mapping[str, str],
    aliases: Aliases | None,
    codebook: Codebook | None,
) -> None:
    """Codings, memos, groups, links and GUIDs; those over a text as read go through the vault."""
    vault = door.vault_at_hand()
    kept = vault.waiting() if vault else ()
    said = read_said(door.store, kept)
    codebook = None if any(one.codebook == codebook for one in kept) else codebook
    codebooks = door.store.codebooks()
    today = codebooks[-1] if codebooks else None
    coming, told = sort_incoming(exchange, texts, media, said, today, _carrying(door.store))
    door.problems += told
    as_read = {place.id: place.digest for place in texts.values() if not place.version}
    coming = _note_guids(door, replace(coming, texts=MappingProxyType(as_read), codebook=codebook), said)
    beside = bool(coming.memos or coming.groups or coming.links or codebook)
    by_vault = bool(as_read) or not door.store.versions()
    if coming and (by_vault or (beside and door.key())):
        # The vault first: what cannot be placed yet, or names somebody, is never missing.
        saved = coming if as_read else replace(coming, codings=())
        door.vault().save_waiting(saved)
        kept = (*kept, saved)
    waiting = kept if vault is not None and by_vault else (coming,)
    door.add(place_waiting(waiting, door.store, door.vault, door.key(), aliases, door.author))


def _take_case_codings(door: Door, exchange: Exchange) -> None:
    """Codes of cases that the project knows, unless they hold already; only our own, anonymized files have any."""
    store = door.store
    there = {(one.case, one.code, one.coder) for one in store.case_codings()}
    cases = {case.name for case in store.cases()}
    paths = {code.path for book in store.codebooks()[-1:] for code in book}
    taken = store.case_coding_ids()
    fresh = [
        replace(one, id=new_id() if one.id in taken else one.id)
        for one in exchange.case_codings
        if (one.case, one.code, one.coder) not in there and one.case in cases and one.code in paths
    ]
    checked, told = without_naming_memos(fresh, door.key())
    store.add_case_codings(checked, door.author)
    door.add(({"codes of cases": len(checked)} if checked else {}, told))


def _note_guids(door: Door, coming: Waiting, said: Said) -> Waiting:
    """Save the GUIDs of what is in the store; those of what comes stay with it."""
    known = door.store.guids()
    there = door.store.known_ids()
    at_once: dict[str, str] = {}
    later: dict[str, str] = {}
    for name, guid in coming.guids.items():
        kind, _, record = name.partition(":")
        if known.get(name) == guid:
            continue
        now = kind in _AT_ONCE or record in there
        if now:
            at_once[name] = guid
        elif said.written.get(name) != guid:
            later[name] = guid
    door.store.add_guids(at_once, door.author)
    return replace(coming, guids=MappingProxyType(later))


def _carrying(store: Store) -> Place:
    """How a stretch of an earlier text version comes into the newest one; where its words are gone, it stays."""
    newest = store.versions()
    ways: dict[tuple[str, int], list[Edits]] = {}

    def place(transcript: str, version: int, span: Span) -> tuple[Span, int]:
        now, there = newest[transcript], span
        if version < now and (transcript, version) not in ways:
            ways[transcript, version] = store.edits_between(transcript, version, now)
        for edits in ways.get((transcript, version), ()):
            moved = edits.forward(there)
            if moved.change is Change.LOST:
                return span, version
            there = moved.span
        return there, now

    return place
