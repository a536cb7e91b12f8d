"""Changing who opens a vault. Killed at any moment, every keeper who stays can still read every file.

A change that was cut off leaves `unfinished.txt` in the vault; the next change, or a look at the keepers, completes it.
"""

from collections.abc import Iterable
from pathlib import Path

import pyrage

from interviews.anonymity.vault import media
from interviews.anonymity.vault.atomic import sync_folder, write_atomically
from interviews.anonymity.vault.interview_keys import interviews_in, new_interview_key
from interviews.anonymity.vault.keepers import Keeper, new_keeper, write_keepers
from interviews.anonymity.vault.keys import create_key, read_key
from interviews.anonymity.vault.safe import Safe
from interviews.errors import MisuseError, Problem, Severity

MARK = "unfinished.txt"
_TOLD = "The keys of this vault are being changed. If this file stays, run: interviews keepers PROJECT\n"
_REPLACED, _BY = "replaced: ", "by: "


def add_keeper(safe: Safe, public_key: str, name: str = "") -> list[Problem]:
    """Let the owner of a public key open the vault, too: the keys of the interviews are encrypted for one more."""
    keeper = new_keeper(public_key, name)
    if keeper.public_key in safe.public_keys:
        return []
    problems = complete(safe)
    problems += [problem for id in interviews_in(safe.path) if (problem := _bring(safe, id))]
    everyone = [*safe.keepers, keeper]
    problems += _encrypt_shared(safe, everyone)
    write_keepers(safe.path, everyone)  # last: until then the new one is not said to be able to read everything
    return problems


def remove_keeper(safe: Safe, public_key: str) -> list[Problem]:
    """Shut a keeper out: what is written from now on, and all that is here, needs keys this keeper never had.

    What the keeper may have copied before stays readable to them.
    """
    keepers = safe.keepers
    if public_key not in safe.public_keys:
        raise MisuseError("No keeper of this vault has this public key: interviews keepers PROJECT lists them.")
    if len(keepers) == 1:
        raise MisuseError("The last keeper cannot be removed: nobody could open the vault any more.")
    if public_key == str(safe.identity.to_public()):
        raise MisuseError("This is your own key: another keeper can remove it; --rotate gives you a new one.")
    problems = complete(safe)
    write_atomically(safe.path / MARK, _TOLD.encode())
    write_keepers(safe.path, [one for one in keepers if one.public_key != public_key])
    return [*problems, *_renew(safe)]


def rotate(safe: Safe, key_file: Path, name: str = "") -> tuple[Safe, Path, list[Problem]]:
    """Give the owner of `key_file` a new key in its place; the vault opened with it, and where the earlier key is kept.

    That one still opens copies of the vault that were made before. Where a rotation was cut off, it goes on.
    """
    problems = complete(safe)
    old = str(safe.identity.to_public())
    draft = key_file.with_name(f"{key_file.name}.new")
    new = _new_identity(draft)
    name = name or next((one.name for one in safe.keepers if one.public_key == old), "")
    problems += add_keeper(safe, str(new.to_public()), name)
    write_atomically(safe.path / MARK, f"{_TOLD}{_REPLACED}{old}\n{_BY}{new.to_public()}\n".encode())
    kept = _put_in_place(draft, key_file)
    opened = Safe(safe.path, read_key(key_file))
    return opened, kept, [*problems, *complete(opened)]


def complete(safe: Safe) -> list[Problem]:
    """Finish a change of keys that was cut off; nothing where there is none, or somebody else has to go on with it."""
    mark = safe.path / MARK
    if not mark.is_file():
        return []
    lines = mark.read_text(encoding="utf-8").splitlines()
    replaced = next((line.removeprefix(_REPLACED) for line in lines if line.startswith(_REPLACED)), None)
    by = next((line.removeprefix(_BY) for line in lines if line.startswith(_BY)), None)
    if replaced and by != str(safe.identity.to_public()):
        told = "a keeper's new key has not taken its place yet: the same keeper runs --rotate once more"
        return [Problem("keepers", told)]
    if replaced:
        write_keepers(safe.path, [one for one in safe.keepers if one.public_key != replaced])
    return _renew(safe)


def _renew(safe: Safe) -> list[Problem]:
    """New keys for all interviews, everything for the keepers there are now, and then the change is complete."""
    problems = []
    for id in interviews_in(safe.path):
        key = new_interview_key(safe.interview_key(id), finished=False)
        safe.write_interview_key(id, key)
        if not safe.use_newest_key(id, key).finished:
            problems.append(_damaged(id))
    problems += _encrypt_shared(safe, safe.keepers)
    (safe.path / MARK).unlink(missing_ok=True)
    return problems


def _bring(safe: Safe, transcript_id: str) -> Problem | None:
    """Give an interview of an earlier version's vault a key of its own; what is wrong, if anything."""
    return None if safe.writing_key(transcript_id).finished else _damaged(transcript_id)


def _encrypt_shared(safe: Safe, keepers: Iterable[Keeper]) -> list[Problem]:
    public_keys = [keeper.public_key for keeper in keepers]
    problems = []
    for file in safe.shared_files():
        try:
            media.encrypt_anew(file, [safe.identity], public_keys)
        except media.DamagedFileError as reason:
            problems.append(Problem("vault", str(reason), Severity.ERROR))
    return problems


def _new_identity(draft: Path) -> pyrage.x25519.Identity:
    try:
        return read_key(draft)
    except MisuseError:
        draft.unlink(missing_ok=True)  # cut off while it was written, so that nothing is encrypted with it yet
        return create_key(draft)


def _put_in_place(draft: Path, key_file: Path) -> Path:
    """Let the new key take the place of the earlier one, which is kept beside it; where."""
    kept = _free(key_file)
    try:
        kept.touch(mode=0o600)
        kept.write_bytes(key_file.read_bytes())
        draft.replace(key_file)
        sync_folder(key_file.parent)
    except OSError as reason:
        raise MisuseError(
            f"{key_file} cannot be written: {reason.strerror}. Both keys open the vault meanwhile; run --rotate again."
        ) from None
    return kept


def _free(key_file: Path) -> Path:
    number = 1
    while (kept := key_file.with_name(f"{key_file.name}.old-{number}")).exists():
        number += 1
    return kept


def _damaged(transcript_id: str) -> Problem:
    told = "a file of it is damaged and stays as it is; the others have their new key"
    return Problem(f"vault, {transcript_id}", told, Severity.ERROR)
