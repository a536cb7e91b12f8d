"""The keys of the interviews: each has its own, which the vault holds encrypted for all keepers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyrage

from interviews.errors import MisuseError

FOLDER = "keys"
_REVISION = re.compile(r"(.+)-r([2-9]|[1-9]\d+)")
_SECRET = "AGE-SECRET-KEY-"
_UNFINISHED = "# unfinished: some files may be encrypted with an earlier key, or for the keepers\n"


@dataclass(frozen=True, slots=True)
class InterviewKey:
    """The key of one interview: the newest one first, and while keys are being changed, those before it."""

    identities: tuple[pyrage.x25519.Identity, ...] = field(repr=False)
    finished: bool = True
    """Whether every file of the interview is encrypted with the newest one."""

    @property
    def public(self) -> str:
        """What new files are encrypted with."""
        return str(self.identities[0].to_public())


def new_interview_key(before: InterviewKey | None = None, *, finished: bool) -> InterviewKey:
    """A new key, with those that are still needed until every file is encrypted with it."""
    earlier = before.identities if before else ()
    return InterviewKey((pyrage.x25519.Identity.generate(), *earlier), finished)


def key_text(key: InterviewKey) -> bytes:
    """The key as `age --identity` reads it."""
    lines = [f"# public key: {key.public}\n", *(f"{identity}\n" for identity in key.identities)]
    return "".join(lines if key.finished else [_UNFINISHED, *lines]).encode()


def key_from(text: bytes, place: str) -> InterviewKey:
    """The key that `key_text` wrote."""
    try:
        lines = text.decode().splitlines(keepends=True)
        found = [pyrage.x25519.Identity.from_str(line.strip()) for line in lines if line.startswith(_SECRET)]
    except (UnicodeDecodeError, pyrage.IdentityError):
        found = []
    if not found:
        raise MisuseError(f"{place} of the vault is not what it should be.")
    return InterviewKey(tuple(found), _UNFINISHED not in lines)


def is_revision(name: str) -> bool:
    """Whether a name is that of a revision's file and not that of an interview."""
    return _REVISION.fullmatch(name) is not None


def interviews_in(vault: Path) -> list[str]:
    """The ids of all interviews that have a key or an original, in order."""
    names = {file.stem for file in (vault / FOLDER).glob("*.age")}
    names |= {file.stem for file in (vault / "originals").glob("*.age") if not is_revision(file.stem)}
    return sorted(names)


def files_of_interview(vault: Path, transcript_id: str, media: Iterable[Path] = ()) -> list[Path]:
    """Every file that belongs to one interview: revisions of its original, edits, and its media, where told."""
    originals = [file for file in _beginning(vault / "originals", transcript_id) if _rest(file, transcript_id, "r")]
    edits = [file for file in _beginning(vault / "edits", transcript_id) if _rest(file, transcript_id, "")]
    first = vault / "originals" / f"{transcript_id}.age"
    return [*([first] if first.exists() else []), *originals, *edits, *media]


def _beginning(folder: Path, transcript_id: str) -> list[Path]:
    start = f"{transcript_id}-"
    return sorted(file for file in folder.glob("*.age") if file.stem.startswith(start))


def _rest(file: Path, transcript_id: str, sign: str) -> bool:
    """Whether the id is followed by a number: `-r2` is a revision, `-2` a text version."""
    rest = file.stem[len(transcript_id) + 1 :]
    number = rest.removeprefix("r")
    return number.isdigit() and rest.startswith(sign)
