"""The project's database: records are added and read, never changed; when a save returns, it is on disk."""

from interviews.store.carry import Carried, Travel
from interviews.store.copies import copy_store, open_copy
from interviews.store.damage import DamageError
from interviews.store.erasing import Doomed, Erased
from interviews.store.history import Event
from interviews.store.merging import Merged
from interviews.store.store import Store
from interviews.store.texts import Registration

__all__ = [
    "Carried",
    "DamageError",
    "Doomed",
    "Erased",
    "Event",
    "Merged",
    "Registration",
    "Store",
    "Travel",
    "copy_store",
    "open_copy",
]
