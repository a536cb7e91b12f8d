"""The project's database: records are added and read, never changed; when a save returns, it is on disk."""

from interviews.store.carry import Carried, Travel
from interviews.store.history import Event
from interviews.store.store import Store
from interviews.store.texts import Registration

__all__ = ["Carried", "Event", "Registration", "Store", "Travel"]
