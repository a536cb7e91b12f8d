"""What was read from the store is kept until something new is saved, by this program or another one."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from interviews.store import Store

Read = TypeVar("Read")


class Memory:
    """Answers of a store, each read once at every revision; they must not be changed by whoever gets them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revision = -1
        self._answers: dict[str, Any] = {}

    def recall(self, name: str, read: Callable[[], Read]) -> Read:
        """The answer known by this name, read where it is not known or older than the newest save."""
        # The revision comes first: what another program saves while we read is then read once more, never missed.
        revision = self._store.revision()
        if revision != self._revision:
            self._answers = {}
            self._revision = revision
        if name not in self._answers:
            self._answers[name] = read()
        return cast(Read, self._answers[name])
