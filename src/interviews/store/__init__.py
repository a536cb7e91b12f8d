"""The project's database: records are added and read, never changed; when a save returns, it is on disk."""

from interviews.store.adjudications import Adjudication
from interviews.store.carry import Carried, Travel
from interviews.store.copies import copy_store, open_copy
from interviews.store.damage import DamageError
from interviews.store.erasing import Doomed, Erased
from interviews.store.examining import STEPS, Examination, Examined, examine, repair
from interviews.store.history import Event
from interviews.store.merging import Merged
from interviews.store.releases import Release
from interviews.store.seals import Seal, read_seal
from interviews.store.store import Store
from interviews.store.texts import Registration

__all__ = [
    "STEPS",
    "Adjudication",
    "Carried",
    "DamageError",
    "Doomed",
    "Erased",
    "Event",
    "Examination",
    "Examined",
    "Merged",
    "Registration",
    "Release",
    "Seal",
    "Store",
    "Travel",
    "copy_store",
    "examine",
    "open_copy",
    "read_seal",
    "repair",
]
