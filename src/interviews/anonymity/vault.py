"""The encrypted folder that holds what must not leave: texts and people as read, the replacements made, their key.

Every file is encrypted with age (https://age-encryption.org/v1) for all keepers; nothing is written unencrypted.
"""

import json
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import pyrage

from interviews.anonymity import media
from interviews.anonymity.atomic import write_atomically
from interviews.anonymity.catalogue import Entry, catalogue_entry, catalogue_record, entry_of
from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.keys import create_key, read_key
from interviews.anonymity.learning import Learned, learned_from, learned_record
from interviews.anonymity.serialization import (
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
from interviews.anonymity.waiting import Waiting, waiting_from, waiting_record
from interviews.errors import MisuseError
from interviews.model import Case, Medium, Participant, Transcript
from interviews.text import Edits, difference

FORMAT = 1
_Record = TypeVar("_Record")
RECIPIENTS = "recipients.txt"
_FOLDERS = ("originals", "people", "edits", "key", "catalogue", "waiting", "learned")
_REVISION = re.compile(r"(.+)-r([2-9]|[1-9]\d+)")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_README = """\
This folder is the vault of an interview project. Keep it apart from the project, and keep the key file apart from both.

Every file ending in .age is encrypted in the public age format, version 1 (https://age-encryption.org/v1). With the
key file of any keeper you can read them without the program that wrote them:

    age --decrypt --identity KEYFILE originals/ID.age

recipients.txt       public keys of the keepers, one a line; what is written next can be read by all of them
originals/ID.age     one transcript as it was read: JSON in UTF-8; "text" is the text, positions are code points;
                     "notes" is what the file said beside it, such as comments and authors; "file" is the SHA-256
                     of the file's bytes
originals/ID-rN.age  the same transcript as it was read anew after its file had changed, the Nth reading that differed;
                     the highest number is valid
people/NUMBER.age    participants with their attributes, and cases, as they were read; of each, what the highest
                     number says is valid
edits/ID-N.age       the replacements that made text version N: a list of [start, end, replacement] over the original,
                     or over its revision where "revision" says so
edits/ID-rN.age      the same list, from the original (or its revision N-1) to the revision N
catalogue/NUMBER.age which originals there are, from which files, and who speaks in them, so that not each must be
                     opened; of each the highest number is valid. Made anew from the originals where it is missing
key/NUMBER.age       the replacement key: names, what stands in their place, and what was decided; the highest number
                     is valid, the lower ones are its history
waiting/NUMBER.age   codings, memos, groups, links and definitions that came with texts as read, in positions of these;
                     what is anonymized is copied from here into the project
learned/NUMBER.age   what a finder of names learned from the team's decisions: figures for words and their neighbours;
                     the highest number is valid. Made anew by learning again
media/ID.age         a recording, picture or PDF as it came; media/ID.about.age says what it is called and belongs to

The texts made from these originals are pseudonymized, not anonymous, as long as this folder and a key file exist.
"""


class Vault:
    """An open vault. Saving adds a file or replaces one as a whole; a failed save leaves the old file as it was."""

    def __init__(self, path: Path, identity: pyrage.x25519.Identity) -> None:
        self.path = path
        self._identity = identity

    def __repr__(self) -> str:
        return f"Vault({len(self._ids())} originals)"

    @classmethod
    def create(cls, path: Path, key_file: Path, *, project: Path | None = None) -> "Vault":
        """A new vault at `path`, and its key in the new file `key_file`, readable by its owner only.

        Raises MisuseError where either exists, where the vault or the key would lie inside `project`, or the key
        inside the vault.
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
        write_atomically(path / "README.txt", _README.encode())
        write_atomically(path / RECIPIENTS, f"{identity.to_public()}\n".encode())
        return cls(path, identity)

    @classmethod
    def open(cls, path: Path, key_file: Path) -> "Vault":
        """The vault at `path`, opened with the key in `key_file`. Raises MisuseError for a key of no keeper."""
        path = Path(path)
        if not (path / RECIPIENTS).is_file():
            raise MisuseError(f"{path} is no vault: it has no {RECIPIENTS}.")
        vault = cls(path, read_key(Path(key_file)))
        if str(vault._identity.to_public()) not in vault.keepers:
            raise MisuseError(f"The key in {key_file} does not open the vault {path}: ask a keeper to add it.")
        return vault

    @property
    def keepers(self) -> tuple[str, ...]:
        """Public keys of all who can open the vault."""
        lines = (self.path / RECIPIENTS).read_text(encoding="utf-8").splitlines()
        return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))

    def add_keeper(self, public_key: str) -> None:
        """Let the owner of this public key (`age1…`) open the vault: every file is encrypted anew for all keepers."""
        try:
            pyrage.x25519.Recipient.from_str(public_key)
        except pyrage.RecipientError:
            raise MisuseError("This is no public age key: it begins with age1 and has 62 characters.") from None
        if public_key in self.keepers:
            return
        files = sorted(file for folder in _FOLDERS for file in (self.path / folder).glob("*.age"))
        everyone = [*self.keepers, public_key]
        for file in files:  # one after the other: a crash in between leaves each file readable by the keepers so far
            write_atomically(file, _encrypt(self._decrypt(file), everyone))
        for file in sorted((self.path / media.FOLDER).glob("*.age")):
            media.encrypt_anew(file, self._identity, everyone)
        write_atomically(self.path / RECIPIENTS, "".join(f"{keeper}\n" for keeper in everyone).encode())

    def save_original(self, transcript: Transcript, file: str | None = None) -> Entry:
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
        return self._write_original(transcript, max(1, revision), file)

    def revise_original(self, transcript: Transcript, file: str | None = None) -> Entry:
        """Keep what a file holds now beside what it held before, and the edits that lead from there to here."""
        self._refuse_derived(transcript)
        before, revision = self.original(transcript.id), self.revision(transcript.id) + 1
        edits = difference(before.text, transcript.text)
        self._write(self._file("edits", f"{transcript.id}-r{revision}"), edits_record(edits))
        return self._write_original(transcript, revision, file)

    def revision(self, transcript_id: str) -> int:
        """The number of an original's newest revision: 1 for one that never changed, 0 for one that is not here."""
        number = 0
        while self._original_file(transcript_id, number + 1).exists():
            number += 1
        return number

    def revision_edits(self, transcript_id: str, revision: int) -> Edits:
        """The edits from the revision before to this one."""
        return self._parse(self._file("edits", f"{transcript_id}-r{revision}"), edits_from)

    def original(self, transcript_id: str, revision: int | None = None) -> Transcript:
        """The transcript as it was read, last or in a certain revision."""
        return self._opened(transcript_id, revision or max(1, self.revision(transcript_id)))[0]

    def originals(self) -> tuple[Transcript, ...]:
        """All transcripts as they were read last, in the order of their ids."""
        return tuple(map(self.original, self._ids()))

    def catalogue(self) -> tuple[Entry, ...]:
        """Every original and every revision, in order; what the catalogue on the disk lacks is added to it."""
        known: dict[tuple[str, int], Entry] = {}
        for part in self._numbered("catalogue"):
            with suppress(MisuseError):  # a damaged part is made anew like a missing one
                known |= {entry.key: entry for entry in self._parse(part, _entries_from)}
        there = [(one, number) for one in self._ids() for number in range(1, self.revision(one) + 1)]
        missing = [self._entry(*key) for key in there if key not in known]
        self.save_catalogue(missing)
        known |= {entry.key: entry for entry in missing}
        return tuple(known[key] for key in there)

    def save_catalogue(self, entries: Iterable[Entry]) -> None:
        """Note these originals, or what has changed about them."""
        if records := [catalogue_record(entry) for entry in entries]:
            self._append("catalogue", {"entries": records})

    def save_people(self, participants: Iterable[Participant], cases: Iterable[Case]) -> None:
        """Keep participants and cases as they were read, or what has changed about them; earlier versions stay."""
        people = [participant_record(one) for one in participants]
        self._append("people", {"participants": people, "cases": [case_record(case) for case in cases]})

    def people(self) -> tuple[tuple[Participant, ...], tuple[Case, ...]]:
        """Participants and cases as last saved, in the order in which their names came up first."""
        participants: dict[str, Participant] = {}
        cases: dict[str, Case] = {}
        for file in self._numbered("people"):
            listed, units = self._parse(file, _people_from)
            participants |= {one.name: one for one in listed}
            cases |= {case.name: case for case in units}
        return tuple(participants.values()), tuple(cases.values())

    def save_edits(self, transcript_id: str, version: int, edits: Edits, revision: int | None = None) -> None:
        """Keep the replacements that made a text version out of the original, by default out of its newest revision."""
        made_from = revision or max(1, self.revision(transcript_id))
        self._write(self._file("edits", f"{transcript_id}-{version}"), {**edits_record(edits), "revision": made_from})

    def edits(self, transcript_id: str, version: int) -> Edits:
        """The replacements that made a text version out of the original."""
        return self._parse(self._file("edits", f"{transcript_id}-{version}"), edits_from)

    def edited_revision(self, transcript_id: str, version: int) -> int:
        """The revision of the original from which a text version was made."""
        return self._parse(
            self._file("edits", f"{transcript_id}-{version}"), lambda record: int(record.get("revision", 1))
        )

    def save_key(self, entries: Iterable[KeyEntry]) -> None:
        """Add a new version of the replacement key with all decisions; earlier versions stay."""
        self._append("key", {"entries": [entry_record(entry) for entry in entries]})

    def key(self) -> tuple[KeyEntry, ...]:
        """The replacement key as last saved; empty where none was."""
        files = self._numbered("key")
        if not files:
            return ()
        return self._parse(files[-1], lambda record: tuple(entry_from(entry) for entry in record["entries"]))

    def save_waiting(self, waiting: Waiting) -> None:
        """Keep what came with texts that are not anonymized; it stays here when it has been placed."""
        self._append("waiting", waiting_record(waiting))

    def waiting(self) -> tuple[Waiting, ...]:
        """All that came with texts as read, the earliest first, placed or not."""
        return tuple(self._parse(file, waiting_from) for file in self._numbered("waiting"))

    def save_learned(self, learned: Learned) -> None:
        """Keep what was learned from the decisions so far; it is used from now on."""
        self._append("learned", learned_record(learned))

    def learned(self) -> Learned | None:
        """What was learned last; None where nothing was."""
        files = self._numbered("learned")
        return self._parse(files[-1], learned_from) if files else None

    def save_medium(self, medium: Medium, source: BinaryIO | None) -> None:
        """Keep a medium, of any size, with its bytes where `source` has them."""
        self._make(media.FOLDER)
        if source is not None:  # the bytes first: what is said to be here is here
            media.encrypt_stream(source, self._file(media.FOLDER, medium.id), self.keepers)
        about = self._file(media.FOLDER, medium.id + media.ABOUT)
        self._write(about, media.medium_record(medium, source is not None))

    def media(self) -> tuple[Medium, ...]:
        """All media, in the order of their ids."""
        files = sorted((self.path / media.FOLDER).glob(f"*{media.ABOUT}.age"))
        return tuple(self._parse(file, media.medium_from) for file in files)

    def _ids(self) -> list[str]:
        stems = (file.stem for file in sorted((self.path / "originals").glob("*.age")))
        return [stem for stem in stems if not _REVISION.fullmatch(stem)]

    def _original_file(self, transcript_id: str, revision: int) -> Path:
        return self._file("originals", transcript_id if revision == 1 else f"{transcript_id}-r{revision}")

    def _opened(self, transcript_id: str, revision: int) -> tuple[Transcript, str | None]:
        """An original and the digest of its file."""
        file = self._original_file(transcript_id, revision)
        return self._parse(file, lambda record: (transcript_from(record), record.get("file")))

    def _entry(self, transcript_id: str, revision: int) -> Entry:
        transcript, file = self._opened(transcript_id, revision)
        return entry_of(transcript, revision, file)

    def _write_original(self, transcript: Transcript, revision: int, file: str | None) -> Entry:
        self._write(self._original_file(transcript.id, revision), {**transcript_record(transcript), "file": file})
        return entry_of(transcript, revision, file)

    def _refuse_derived(self, transcript: Transcript) -> None:
        if transcript.version != 0:
            raise MisuseError(f"Text version {transcript.version} is no original: only version 0 belongs in the vault.")
        if _REVISION.fullmatch(transcript.id):
            raise MisuseError("This id cannot name an original in the vault: it ends like that of a revision.")

    def _make(self, folder: str) -> None:
        with suppress(OSError):  # for a vault made before there was this folder; writing says what is wrong
            (self.path / folder).mkdir(mode=0o700)

    def _append(self, folder: str, record: dict[str, Any]) -> None:
        number = 1 + max((int(file.stem) for file in self._numbered(folder)), default=0)
        self._make(folder)
        self._write(self._file(folder, f"{number:06d}"), record)

    def _numbered(self, folder: str) -> list[Path]:
        return sorted(file for file in (self.path / folder).glob("*.age") if file.stem.isdigit())

    def _file(self, folder: str, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise MisuseError("This id cannot name a file in the vault: use letters, digits, '-', '_' and '.'.")
        return self.path / folder / f"{name}.age"

    def _write(self, file: Path, record: dict[str, Any]) -> None:
        plain = json.dumps({"format": FORMAT, **record}, ensure_ascii=False, sort_keys=True).encode(
            "utf-8", "surrogatepass"
        )
        write_atomically(file, _encrypt(plain, self.keepers))

    def _decrypt(self, file: Path) -> bytes:
        place = f"{file.parent.name}/{file.name}"
        try:
            return bytes(pyrage.decrypt(file.read_bytes(), [self._identity]))
        except FileNotFoundError:
            raise MisuseError(f"The vault has no {place}.") from None
        except OSError as error:
            raise MisuseError(f"{place} of the vault cannot be read: {error.strerror}.") from None
        except pyrage.DecryptError:
            message = f"{place} of the vault cannot be decrypted: it is damaged, or not meant for this key."
            raise MisuseError(message) from None

    def _parse(self, file: Path, build: Callable[[dict[str, Any]], _Record]) -> _Record:
        plain = self._decrypt(file)
        try:
            record = json.loads(plain.decode("utf-8", "surrogatepass"))
            if record["format"] > FORMAT:
                raise MisuseError(f"{file.name} of the vault was written by a newer version of interviews: update it.")
            return build(record)
        except (ValueError, KeyError, TypeError):
            raise MisuseError(f"{file.parent.name}/{file.name} of the vault is not what it should be.") from None


def _people_from(record: dict[str, Any]) -> tuple[list[Participant], list[Case]]:
    return [participant_from(one) for one in record["participants"]], [case_from(case) for case in record["cases"]]


def _entries_from(record: dict[str, Any]) -> list[Entry]:
    return [catalogue_entry(entry) for entry in record["entries"]]


def _encrypt(plain: bytes, keepers: Iterable[str]) -> bytes:
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(keeper) for keeper in keepers]))


def _refuse_inside(path: Path, folder: Path | None, what: str, where: str) -> None:
    if folder is not None and path.resolve().is_relative_to(folder.resolve()):
        raise MisuseError(f"{what} must not lie inside {where}: whoever gets the one would get the other.")
