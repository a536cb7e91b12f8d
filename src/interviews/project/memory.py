"""What was read from the store is kept until something new is saved, by this program or another one."""

from collections.abc import Callable, Collection
from typing import Any, TypeVar, cast

from interviews.store import Store

Read = TypeVar("Read")


class Memory:
    """Answers of a store, each read once until something it rests on is saved; whoever gets one must not change it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._answers: dict[str, tuple[int, Any]] = {}

    def recall(self, name: str, subjects: Collection[str], read: Callable[[], Read]) -> Read:
        """The answer known by this name, which rests on these subjects; read where it is unknown or too old."""
        # The revision comes first: what another program saves while we read is then read once more, never missed.
        revision = self._store.revision(*subjects)
        known = self._answers.get(name)
        if known is None or known[0] != revision:
            known = self._answers[name] = (revision, read())
        return cast(Read, known[1])
