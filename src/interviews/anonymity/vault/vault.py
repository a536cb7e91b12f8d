"""The encrypted folder that holds what must not leave: texts and people as read, the replacements made, their key.

Every file is encrypted with age (https://age-encryption.org/v1), those of an interview with a key of its own and all
others for all keepers; nothing is written unencrypted.
"""

import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import pyrage

from interviews.anonymity.decisions.decisions import known_entries
from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.models.learning import Learned, learned_from, learned_record
from interviews.anonymity.vault import media
from interviews.anonymity.vault.atomic import sync_names, write_atomically
from interviews.anonymity.vault.catalogue import Entry, catalogue_entry, catalogue_record, entry_of
from interviews.anonymity.vault.erased import erased_digests, erased_ids
from interviews.anonymity.vault.interview_keys import is_revision
from interviews.anonymity.vault.keepers import RECIPIENTS, Keeper, write_keepers
from interviews.anonymity.vault.keys import create_key, read_key
from interviews.anonymity.vault.renewal import add_keeper
from interviews.anonymity.vault.safe import README, Safe
from interviews.anonymity.vault.serialization import (
    case_from,
    case_record,
    edits_from,
    edits_record,
    entry_from,
    entry_record,
    participant_from,
    participant_record,
    transcript_from,
    transcript_record,
)
from interviews.anonymity.vault.waiting import Waiting, waiting_from, waiting_record
from interviews.errors import MisuseError
from interviews.model import Case, Medium, Participant, Transcript
from interviews.text import Edits, difference

_Record = TypeVar("_Record")
_FOLDERS = ("keys", "originals", "people", "edits", "key", "catalogue", "waiting", "decisions")


class Vault:
    """An open vault. Saving adds a file or replaces one as a whole; a failed save leaves the old file as it was."""

    def __init__(self, path: Path, identity: pyrage.x25519.Identity) -> None:
        self.path = path
        self.safe = Safe(path, identity)

    def __repr__(self) -> str:
        return f"Vault({len(self._ids())} originals)"

    @classmethod
    def create(cls, path: Path, key_file: Path, *, project: Path | None = None, name: str = "") -> "Vault":
        """A new vault at `path`, and its key in the new file `key_file`, readable by its owner only.

        `name` is what its first keeper is called. Raises MisuseError where either exists, where the vault or the key
        would lie inside `project`, or the key inside the vault.
        """
        path, key_file = Path(path), Path(key_file)
        _refuse_inside(path, project, "The vault", "the project folder")
        _refuse_inside(key_file, project, "The key file", "the project folder")
        _refuse_inside(key_file, path, "The key file", "the vault")
        if path.exists() and any(path.iterdir()):
            raise MisuseError(f"{path} is not empty: choose a new folder for the vault, or open the one that is there.")
        identity = create_key(key_file)
        for folder in _FOLDERS:
            (path / folder).mkdir(parents=True, exist_ok=True, mode=0o700)
        path.chmod(0o700)
        write_atomically(path / "README.txt", README.read_bytes())
        write_keepers(path, [Keeper(str(identity.to_public()), name)])
        return cls(path, identity)

    @classmethod
    def open(cls, path: Path, key_file: Path) -> "Vault":
        """The vault at `path`, opened with the key in `key_file`. Raises MisuseError for a key of no keeper."""
        path = Path(path)
        if not (path / RECIPIENTS).is_file():
            raise MisuseError(f"{path} is no vault: it has no {RECIPIENTS}.")
        vault = cls(path, read_key(Path(key_file)))
        if str(vault.safe.identity.to_public()) not in vault.keepers:
            raise MisuseError(f"The key in {key_file} does not open the vault {path}: ask a keeper to add it.")
        return vault

    @property
    def keepers(self) -> tuple[str, ...]:
        """Public keys of all who can open the vault."""
        return self.safe.public_keys

    def add_keeper(self, public_key: str, name: str = "") -> None:
        """Let the owner of this public key (`age1…`) open the vault."""
        add_keeper(self.safe, public_key, name)

    def save_originals(self, transcripts: Sequence[Transcript]) -> list[Entry]:
        """Keep transcripts that come from no file of their own, with one wait for the disk for all their names."""
        for transcript in transcripts:
            self._refuse_derived(transcript)
        self.safe.make_keys(transcript.id for transcript in transcripts)
        try:
            return [self.save_original(transcript, named=False) for transcript in transcripts]
        finally:
            sync_names(self.path / "originals")

    def save_original(self, transcript: Transcript, file: str | None = None, *, named: bool = True) -> Entry:
        """Keep a transcript as it was read, from a file with the digest `file`; a text that is there is kept once.

        Raises MisuseError where another text is kept under the same id: that one is a revision.
        """
        self._refuse_derived(transcript)
        revision = self.revision(transcript.id)
        if revision:
            before, known_file = self._opened(transcript.id, revision)
            if before.digest != transcript.digest:
                raise MisuseError("The vault holds another text under this id: an original is never overwritten.")
            file = file or known_file
        return self._write_original(transcript, max(1, revision), file, named=named)

    def revise_original(self, transcript: Transcript, file: str | None = None) -> Entry:
        """Keep what a file holds now beside what it held before, and the edits that lead from there to here."""
        self._refuse_derived(transcript)
        before, revision = self.original(transcript.id), self.revision(transcript.id) + 1
        edits = difference(before.text, transcript.text)
        self.safe.write(self.safe.file("edits", f"{transcript.id}-r{revision}"), edits_record(edits), transcript.id)
        return self._write_original(transcript, revision, file)

    def revision(self, transcript_id: str) -> int:
        """The number of an original's newest revision: 1 for one that never changed, 0 for one that is not here."""
        number = 0
        while self._original_file(transcript_id, number + 1).exists():
            number += 1
        return number

    def revision_edits(self, transcript_id: str, revision: int) -> Edits:
        """The edits from the revision before to this one."""
        return self.safe.parse(self.safe.file("edits", f"{transcript_id}-r{revision}"), edits_from, transcript_id)

    def original(self, transcript_id: str, revision: int | None = None) -> Transcript:
        """The transcript as it was read, last or in a certain revision."""
        return self._opened(transcript_id, revision or max(1, self.revision(transcript_id)))[0]

    def originals(self) -> tuple[Transcript, ...]:
        """All transcripts as they were read last, in the order of their ids."""
        return tuple(map(self.original, self._ids()))

    def catalogue(self) -> tuple[Entry, ...]:
        """Every original and every revision, in order; what the catalogue on the disk lacks is added to it."""
        known: dict[tuple[str, int], Entry] = {}
        for part in self.safe.numbered("catalogue"):
            with suppress(MisuseError):  # a damaged part is made anew like a missing one
                known |= {entry.key: entry for entry in self.safe.parse(part, _entries_from)}
        there = [(one, number) for one in self._ids() for number in range(1, self.revision(one) + 1)]
        missing = [self._entry(*key) for key in there if key not in known]
        self.save_catalogue(missing)
        known |= {entry.key: entry for entry in missing}
        return tuple(known[key] for key in there)

    def save_catalogue(self, entries: Iterable[Entry]) -> None:
        """Note these originals, or what has changed about them."""
        if records := [catalogue_record(entry) for entry in entries]:
            self.safe.append("catalogue", {"entries": records})

    def save_people(self, participants: Iterable[Participant], cases: Iterable[Case]) -> None:
        """Keep participants and cases as they were read, or what has changed about them; earlier versions stay."""
        people = [participant_record(one) for one in participants]
        self.safe.append("people", {"participants": people, "cases": [case_record(case) for case in cases]})

    def people(self) -> tuple[tuple[Participant, ...], tuple[Case, ...]]:
        """Participants and cases as last saved, in the order in which their names came up first."""
        participants: dict[str, Participant] = {}
        cases: dict[str, Case] = {}
        for file in self.safe.numbered("people"):
            listed, units = self.safe.parse(file, _people_from)
            participants |= {one.name: one for one in listed}
            cases |= {case.name: case for case in units}
        return tuple(participants.values()), tuple(cases.values())

    def save_edits(self, transcript_id: str, version: int, edits: Edits, revision: int | None = None) -> None:
        """Keep the replacements that made a text version out of the original, by default out of its newest revision."""
        made_from = revision or max(1, self.revision(transcript_id))
        record = {**edits_record(edits), "revision": made_from}
        self.safe.write(self.safe.file("edits", f"{transcript_id}-{version}"), record, transcript_id)

    def edits(self, transcript_id: str, version: int) -> Edits:
        """The replacements that made a text version out of the original."""
        return self.safe.parse(self.safe.file("edits", f"{transcript_id}-{version}"), edits_from, transcript_id)

    def edited_revision(self, transcript_id: str, version: int) -> int:
        """The revision of the original from which a text version was made."""
        file = self.safe.file("edits", f"{transcript_id}-{version}")
        return self.safe.parse(file, lambda record: int(record.get("revision", 1)), transcript_id)

    def save_key(self, entries: Iterable[KeyEntry]) -> None:
        """Add a new version of the replacement key with all decisions; earlier versions stay."""
        self.safe.append("key", {"entries": [entry_record(entry) for entry in entries]})

    def key(self) -> tuple[KeyEntry, ...]:
        """The replacement key as last saved; empty where none was."""
        files = self.safe.numbered("key")
        if not files:
            return ()
        return self.safe.parse(files[-1], lambda record: tuple(entry_from(entry) for entry in record["entries"]))

    def save_decisions(self, entries: Iterable[KeyEntry]) -> None:
        """Keep what a review decided so far, or what it found anew; the texts stay as they are."""
        self.safe.append("decisions", {"entries": [entry_record(entry) for entry in entries]})

    def known(self) -> tuple[KeyEntry, ...]:
        """What is known about every entity: the key, and over it what reviews have decided since."""
        saved = [entry for file in self.safe.numbered("decisions") for entry in self.safe.parse(file, _decisions_from)]
        return known_entries(self.key(), saved)

    def secret(self) -> bytes:
        """What surrogate names are drawn with: 32 random bytes, made when they are asked for first."""
        file = self.safe.file("key", "secret")
        if not file.exists():
            self.safe.write(file, {"secret": secrets.token_hex(32)})
        return self.safe.parse(file, lambda record: bytes.fromhex(record["secret"]))

    def save_waiting(self, waiting: Waiting) -> None:
        """Keep what came with texts that are not anonymized; it stays here when it has been placed."""
        self.safe.append("waiting", waiting_record(waiting))

    def waiting(self) -> tuple[Waiting, ...]:
        """All that came with texts as read, the earliest first, placed or not."""
        return tuple(self.safe.parse(file, waiting_from) for file in self.safe.numbered("waiting"))

    def save_learned(self, learned: Learned) -> None:
        """Keep what was learned from the decisions so far; it is used from now on."""
        self.safe.append("learned", learned_record(learned))

    def learned(self) -> Learned | None:
        """What was learned last; None where nothing was."""
        files = self.safe.numbered("learned")
        return self.safe.parse(files[-1], learned_from) if files else None

    def save_medium(self, medium: Medium, source: BinaryIO | None) -> None:
        """Keep a medium, of any size, with its bytes where `source` has them."""
        if source is not None:  # the bytes first: what is said to be here is here
            self.safe.write_stream(self.safe.file(media.FOLDER, medium.id), source, medium.transcript)
        about = self.safe.file(media.FOLDER, medium.id + media.ABOUT)
        self.safe.write(about, media.medium_record(medium, source is not None))

    def media(self) -> tuple[Medium, ...]:
        """All media, in the order of their ids."""
        return self.safe.media()

    def erased(self) -> frozenset[str]:
        """Digests of the texts and files of interviews that were erased because somebody withdrew."""
        return erased_digests(self.safe)

    def _ids(self) -> list[str]:
        stems = (file.stem for file in sorted((self.path / "originals").glob("*.age")))
        return [stem for stem in stems if not is_revision(stem)]

    def _original_file(self, transcript_id: str, revision: int) -> Path:
        return self.safe.file("originals", transcript_id if revision == 1 else f"{transcript_id}-r{revision}")

    def _opened(self, transcript_id: str, revision: int) -> tuple[Transcript, str | None]:
        """An original and the digest of its file."""
        file = self._original_file(transcript_id, revision)
        return self.safe.parse(file, lambda record: (transcript_from(record), record.get("file")), transcript_id)

    def _entry(self, transcript_id: str, revision: int) -> Entry:
        transcript, file = self._opened(transcript_id, revision)
        return entry_of(transcript, revision, file)

    def _write_original(self, transcript: Transcript, revision: int, file: str | None, *, named: bool = True) -> Entry:
        record = {**transcript_record(transcript), "file": file}
        self.safe.write(self._original_file(transcript.id, revision), record, transcript.id, named=named)
        return entry_of(transcript, revision, file)

    def _refuse_derived(self, transcript: Transcript) -> None:
        if transcript.id in erased_ids(self.path):
            raise MisuseError(
                "The interview of this id was erased, because somebody withdrew: it is not taken in again."
            )
        if transcript.version != 0:
            raise MisuseError(f"Text version {transcript.version} is no original: only version 0 belongs in the vault.")
        if is_revision(transcript.id):
            raise MisuseError("This id cannot name an original in the vault: it ends like that of a revision.")


def _people_from(record: dict[str, Any]) -> tuple[list[Participant], list[Case]]:
    return [participant_from(one) for one in record["participants"]], [case_from(case) for case in record["cases"]]


def _decisions_from(record: dict[str, Any]) -> list[KeyEntry]:
    return [entry_from(entry) for entry in record["entries"]]


def _entries_from(record: dict[str, Any]) -> list[Entry]:
    return [catalogue_entry(entry) for entry in record["entries"]]


def _refuse_inside(path: Path, folder: Path | None, what: str, where: str) -> None:
    if folder is not None and path.resolve().is_relative_to(folder.resolve()):
        raise MisuseError(f"{what} must not lie inside {where}: whoever gets the one would get the other.")
