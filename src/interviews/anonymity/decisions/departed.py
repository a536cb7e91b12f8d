"""Entities that no text mentions any more: a correction took them out, or a review made them one with others."""

from collections.abc import Iterable
from dataclasses import replace

from interviews.anonymity.entity import KeyEntry
from interviews.text import fold


def with_departed(key: Iterable[KeyEntry], earlier: Iterable[KeyEntry]) -> tuple[KeyEntry, ...]:
    """The key with what an earlier one knew besides, so that `[Person 7]` is never somebody else later.

    Their names are still searched for in what leaves. Of those whose names all belong to another entity now, as after a
    merge, only the number stays.
    """
    now = tuple(key)
    ids = {entry.id for entry in now}
    forms = {fold(form) for entry in now for form in entry.forms}
    gone = [entry for entry in earlier if entry.id not in ids]
    return (*now, *(_departed(entry, taken=forms.issuperset(map(fold, entry.forms))) for entry in gone))


def _departed(entry: KeyEntry, *, taken: bool) -> KeyEntry:
    entry = replace(entry, departed=True, transcripts=(), places=())
    return replace(entry, name="", forms=()) if taken else entry
