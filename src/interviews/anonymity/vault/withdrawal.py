"""Somebody withdraws: what the vault has of the interview is destroyed, and nothing in it tells any more who it was.

What is asked for is written down first, in `erasing/`, encrypted; killed at any moment, the same is done to its end.
"""

import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.leaks.leaks import entities_named
from interviews.anonymity.vault import media
from interviews.anonymity.vault.atomic import sync_folder
from interviews.anonymity.vault.erased import note_digests, note_erased
from interviews.anonymity.vault.interview_keys import FOLDER as KEYS
from interviews.anonymity.vault.interview_keys import files_of_interview
from interviews.anonymity.vault.key_history import destroyed_entries, without_interviews
from interviews.anonymity.vault.safe import Safe
from interviews.anonymity.vault.serialization import entry_from, entry_record
from interviews.anonymity.vault.vault import Vault
from interviews.anonymity.vault.waiting import waiting_from, waiting_record
from interviews.anonymity.vault.waiting_erasing import waiting_without
from interviews.text import Runs

FOLDER = "erasing"
LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What is to be destroyed, with what tells afterwards whether it is."""

    transcripts: tuple[str, ...]
    """Ids."""
    participants: tuple[str, ...] = field(default=(), repr=False)
    """Names as read."""
    cases: tuple[str, ...] = field(default=(), repr=False)
    """Names as read."""
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the participants and the cases are called in the store, by `participants` and `cases`."""
    entities: tuple[KeyEntry, ...] = field(default=(), repr=False)
    """Everybody and everything replaced in the interviews, to look for afterwards."""
    runs: tuple[str, ...] = field(default=(), repr=False)
    """What only the anonymized texts of the interviews say, to look for afterwards."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How much of what there was."""
    codes: Mapping[str, int] = field(default_factory=dict)
    """How many codings each code lost."""
    archives: tuple[str, ...] = ()
    """Archives to write anew."""
    exports: tuple[str, ...] = ()
    """Files that left the project."""
    certificate: str = ""
    """Where the certificate goes."""
    author: str = ""
    asked: str = field(default="", repr=False)
    """Whose withdrawal was asked for, as it was typed."""


def begin(safe: Safe, withdrawal: Withdrawal) -> Path:
    """Write down what is going to be destroyed; the file that says so."""
    number = 1 + max((int(file.stem) for file in safe.numbered(FOLDER)), default=0)
    file = safe.file(FOLDER, f"{number:06d}")
    safe.write(file, {"withdrawal": _record(withdrawal)})
    return file


def unfinished(safe: Safe) -> list[tuple[Path, Withdrawal]]:
    """What was begun and is not known to be complete, the earliest first."""
    return [(file, safe.parse(file, lambda record: _from(record["withdrawal"]))) for file in safe.numbered(FOLDER)]


def forget(file: Path) -> None:
    """The withdrawal is complete: nothing of it is kept here either."""
    file.unlink(missing_ok=True)
    sync_folder(file.parent)


def count_in_vault(vault: Vault, transcripts: Collection[str], people: int, cases: int) -> dict[str, int]:
    """How much of these interviews the vault holds."""
    safe = vault.safe
    files = [file for id in transcripts for file in files_of_interview(safe.path, id)]
    counts = {
        "originals": sum(file.parent.name == "originals" for file in files),
        "replacements": sum(file.parent.name == "edits" for file in files),
        "interview keys": sum(safe.file(KEYS, id).exists() for id in transcripts),
        "media": sum(medium.transcript in transcripts for medium in vault.media()),
        "key entries": len(destroyed_entries(safe, vault, transcripts)),
        "people": people,
        "vault cases": cases,
        "learned": sum(file.is_file() for file in (safe.path / LEARNED).rglob("*")),
    }
    return {what: count for what, count in counts.items() if count}


def destroy(vault: Vault, withdrawal: Withdrawal) -> None:
    """Destroy what the vault has of the interviews; a second time, what is left of it."""
    safe, ids = vault.safe, frozenset(withdrawal.transcripts)
    note_erased(safe.path, ids)
    note_digests(safe, (entry for entry in vault.catalogue() if entry.id in ids))
    without_interviews(safe, vault, ids)
    named = {entry.id for entry in vault.key() if entry.forms}
    gone = tuple(entry for entry in withdrawal.entities if entry.id not in named)
    texts = [vault.original(id).text for id in ids if safe.file("originals", id).exists()]
    runs = (
        Runs(texts, (original.text for original in vault.originals() if original.id not in ids)) if texts else Runs(())
    )
    _rewrite_people(safe, set(withdrawal.participants), set(withdrawal.cases), gone)
    names = {
        *ids,
        *withdrawal.participants,
        *withdrawal.cases,
        *(one for all in withdrawal.called.values() for one in all),
    }
    for file in safe.numbered("waiting"):
        before = safe.parse(file, waiting_from)
        if (after := waiting_without(before, ids, names, runs)) != before:
            safe.write(file, waiting_record(after))
    for file in safe.numbered("catalogue"):
        entries = safe.parse(file, lambda record: record["entries"])
        left = [entry for entry in entries if entry["id"] not in ids]
        if len(left) < len(entries):
            safe.write(file, {"entries": left})
    shutil.rmtree(safe.path / LEARNED, ignore_errors=True)
    _delete_files(safe, withdrawal.transcripts)


def _delete_files(safe: Safe, transcripts: Iterable[str]) -> None:
    """The texts before the keys, so that at no moment an interview is listed that cannot be read."""
    of_media = {medium.id: medium.transcript for medium in safe.media()}
    for id in transcripts:
        for file in files_of_interview(safe.path, id):
            file.unlink(missing_ok=True)
        for medium in [medium for medium, transcript in of_media.items() if transcript == id]:
            safe.file(media.FOLDER, medium).unlink(missing_ok=True)
            safe.file(media.FOLDER, medium + media.ABOUT).unlink(missing_ok=True)
        safe.file(KEYS, id).unlink(missing_ok=True)
    for folder in ("originals", "edits", media.FOLDER, KEYS):
        if (safe.path / folder).is_dir():
            sync_folder(safe.path / folder)


def _rewrite_people(safe: Safe, participants: set[str], cases: set[str], gone: tuple[KeyEntry, ...]) -> None:
    """Leave out who is gone, and what is said about others that names somebody who is."""
    for file in safe.numbered("people"):
        record = safe.parse(file, lambda record: {name: record[name] for name in ("participants", "cases")})
        left = {
            "participants": [one for one in record["participants"] if one["name"] not in participants],
            "cases": [one for one in record["cases"] if one["name"] not in cases],
        }
        for one in [*left["participants"], *left["cases"]]:
            pairs = list(one["attributes"].items())
            named = entities_named([f"{name}\n{value}" for name, value in pairs], gone)
            one["attributes"] = {name: value for (name, value), who in zip(pairs, named, strict=True) if not who}
        if left != record:
            safe.write(file, left)


def _record(withdrawal: Withdrawal) -> dict[str, Any]:
    record = {name: getattr(withdrawal, name) for name in Withdrawal.__dataclass_fields__}
    return record | {"entities": [entry_record(entry) for entry in withdrawal.entities]}


def _from(record: dict[str, Any]) -> Withdrawal:
    return Withdrawal(
        transcripts=tuple(record["transcripts"]),
        participants=tuple(record["participants"]),
        cases=tuple(record["cases"]),
        called={what: tuple(names) for what, names in record["called"].items()},
        entities=tuple(entry_from(entry) for entry in record["entities"]),
        runs=tuple(record["runs"]),
        counts=record["counts"],
        codes=record["codes"],
        archives=tuple(record["archives"]),
        exports=tuple(record["exports"]),
        certificate=record["certificate"],
        author=record["author"],
        asked=record["asked"],
    )
