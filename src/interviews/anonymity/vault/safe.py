"""The files of a vault: JSON encrypted for all keepers, or with the key of the interview that they belong to."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import pyrage

from interviews.anonymity.vault import media
from interviews.anonymity.vault.atomic import sync_names, write_atomically
from interviews.anonymity.vault.interview_keys import (
    FOLDER as KEYS,
)
from interviews.anonymity.vault.interview_keys import (
    InterviewKey,
    files_of_interview,
    key_from,
    key_text,
    new_interview_key,
)
from interviews.anonymity.vault.keepers import Keeper, read_keepers
from interviews.errors import MisuseError
from interviews.model import Medium

FORMAT = 2
README = Path(__file__).with_name("vault_readme.txt")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_Record = TypeVar("_Record")


class Safe:
    """An open vault as files. A failed write leaves the old file as it was."""

    def __init__(self, path: Path, identity: pyrage.x25519.Identity) -> None:
        self.path = path
        self.identity = identity

    @property
    def keepers(self) -> tuple[Keeper, ...]:
        """All who can open the vault."""
        return read_keepers(self.path)

    @property
    def public_keys(self) -> tuple[str, ...]:
        """Their public keys."""
        return tuple(keeper.public_key for keeper in self.keepers)

    def file(self, folder: str, name: str) -> Path:
        """The place of a file. Raises MisuseError where the name could lead elsewhere."""
        if not _NAME.fullmatch(name):
            raise MisuseError("This id cannot name a file in the vault: use letters, digits, '-', '_' and '.'.")
        return self.path / folder / f"{name}.age"

    def numbered(self, folder: str) -> list[Path]:
        """The files of a folder to which one is added each time, the earliest first.

        Raises MisuseError where the whole vault is gone, as with its drive: it must not look like an empty one.
        """
        if not self.path.is_dir():
            raise MisuseError(f"The vault {self.path} is not there any more: bring it back, and go on.")
        return sorted(file for file in (self.path / folder).glob("*.age") if file.stem.isdigit())

    def append(self, folder: str, record: dict[str, Any]) -> None:
        """Add a file for all keepers."""
        number = 1 + max((int(file.stem) for file in self.numbered(folder)), default=0)
        self.write(self.file(folder, f"{number:06d}"), record)

    def write(self, file: Path, record: dict[str, Any], interview: str | None = None, *, named: bool = True) -> None:
        """Write a record for all keepers, or with the key of one interview; `named` as in `write_atomically`."""
        plain = json.dumps({"format": FORMAT, **record}, ensure_ascii=False, sort_keys=True)
        recipients = self.public_keys if interview is None else (self.writing_key(interview).public,)
        self._make(file.parent)
        write_atomically(file, encrypt(plain.encode("utf-8", "surrogatepass"), recipients), named=named)

    def write_stream(self, file: Path, source: BinaryIO, interview: str | None) -> None:
        """The same for what `source` gives, whatever its size."""
        recipients = self.public_keys if interview is None else (self.writing_key(interview).public,)
        self._make(file.parent)
        media.encrypt_stream(source, file, recipients)

    def parse(self, file: Path, build: Callable[[dict[str, Any]], _Record], interview: str | None = None) -> _Record:
        """What a record says. Raises MisuseError where it is missing, damaged or not meant for this key."""
        plain = self.decrypt(file, interview)
        try:
            record = json.loads(plain.decode("utf-8", "surrogatepass"))
            if record["format"] > FORMAT:
                raise MisuseError(f"{file.name} of the vault was written by a newer version of interviews: update it.")
            return build(record)
        except (ValueError, KeyError, TypeError):
            raise MisuseError(f"{file.parent.name}/{file.name} of the vault is not what it should be.") from None

    def decrypt(self, file: Path, interview: str | None = None) -> bytes:
        """The words of a file: with the interview's key, or the keeper's, as the first version had it."""
        place = f"{file.parent.name}/{file.name}"
        try:
            return bytes(pyrage.decrypt(file.read_bytes(), self.identities(interview)))
        except FileNotFoundError:
            raise MisuseError(f"The vault has no {place}.") from None
        except OSError as error:
            raise MisuseError(f"{place} of the vault cannot be read: {error.strerror}.") from None
        except pyrage.DecryptError:
            message = f"{place} of the vault cannot be decrypted: it is damaged, or not meant for this key."
            raise MisuseError(message) from None

    def identities(self, interview: str | None) -> list[pyrage.x25519.Identity]:
        """All that may open a file of this interview."""
        key = self.interview_key(interview) if interview is not None else None
        return [*(key.identities if key else ()), self.identity]

    def interview_key(self, transcript_id: str) -> InterviewKey | None:
        """The key of an interview; None where it has none (yet)."""
        file = self.file(KEYS, transcript_id)
        return key_from(self.decrypt(file), f"{KEYS}/{file.name}") if file.exists() else None

    def write_interview_key(self, transcript_id: str, key: InterviewKey, *, named: bool = True) -> None:
        """Keep the key of an interview for all keepers."""
        self._make(self.path / KEYS)
        write_atomically(self.file(KEYS, transcript_id), encrypt(key_text(key), self.public_keys), named=named)

    def writing_key(self, transcript_id: str) -> InterviewKey:
        """The key for what is written next; files that are not encrypted with it yet are, before it is given."""
        key = self.interview_key(transcript_id) or self._new_key(transcript_id)
        return key if key.finished else self.use_newest_key(transcript_id, key)

    def make_keys(self, transcript_ids: Iterable[str]) -> None:
        """A key for each of these interviews that has none; all are on the disk before anything needs them."""
        for id in transcript_ids:
            if not self.file(KEYS, id).exists():
                self._new_key(id, named=False)
        sync_names(self.path / KEYS)

    def _new_key(self, transcript_id: str, *, named: bool = True) -> InterviewKey:
        self._explain()
        key = new_interview_key(finished=not files_of_interview(self.path, transcript_id))
        self.write_interview_key(transcript_id, key, named=named)
        return key

    def use_newest_key(self, transcript_id: str, key: InterviewKey) -> InterviewKey:
        """Encrypt every file of an interview with its newest key, and only then let the earlier ones go.

        Where a file is damaged they stay, and the key unfinished.
        """
        identities = [*key.identities, self.identity]
        own = [self.file(media.FOLDER, one.id) for one in self.media() if one.transcript == transcript_id and one.entry]
        damaged = False
        for file in files_of_interview(self.path, transcript_id, own):
            try:
                media.encrypt_anew(file, identities, [key.public])
            except media.DamagedFileError:  # perhaps an earlier key opens it once it is repaired
                damaged = True
        if damaged:
            return key
        newest = InterviewKey(key.identities[:1])
        self.write_interview_key(transcript_id, newest)
        return newest

    def media(self) -> tuple[Medium, ...]:
        """All media, in the order of their ids."""
        files = sorted((self.path / media.FOLDER).glob(f"*{media.ABOUT}.age"))
        return tuple(self.parse(file, media.medium_from) for file in files)

    def shared_files(self) -> Iterator[Path]:
        """Every file that all keepers can read with their own keys."""
        of_interviews = {self.file(media.FOLDER, one.id) for one in self.media() if one.transcript is not None}
        for file in sorted(self.path.glob("**/*.age")):
            if file.parent.name not in ("originals", "edits") and file not in of_interviews:
                yield file

    def _explain(self) -> None:
        """Let the README say what is true from now on."""
        readme = self.path / "README.txt"
        if not (self.path / KEYS).is_dir():
            write_atomically(readme, README.read_bytes())

    def _make(self, folder: Path) -> None:
        with suppress(OSError):  # for a vault made before there was this folder; writing says what is wrong
            folder.mkdir(mode=0o700)


def encrypt(plain: bytes, public_keys: Iterable[str]) -> bytes:
    """The words so that the owners of these keys can read them."""
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(one) for one in public_keys]))
