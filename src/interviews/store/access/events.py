"""The history in a store."""

from collections.abc import Sequence

from interviews.store import undoing
from interviews.store.access.database import Database
from interviews.store.history import Event, newest_event, read_coded, read_events, undone, write_event
from interviews.store.texts import current_names


class HistoryAccess(Database):
    """Who did what and when."""

    def add_event(self, action: str, subject: str, count: int, *, author: str, detail: str = "") -> None:
        """Note in the history what happened outside the store, such as an export; never with words of a transcript."""
        with self._writing() as connection:
            write_event(connection, action, subject, count, author=author, detail=detail)

    def revision(self, *subjects: str) -> int:
        """A number that grows with every save of these subjects (of any, without one), by whichever program.

        What was read at the same number is still so.
        """
        with self._reading() as connection:
            return newest_event(connection, subjects)

    def history(self) -> list[Event]:
        """Every event, the oldest first."""
        with self._reading() as connection:
            return list(read_events(connection))

    def undo(self, author: str) -> Event:
        """Take back what this person did last, over any distance and in any session; the event that is taken back."""
        with self._writing() as connection:
            return undoing.undo(connection, author)

    def redo(self, author: str) -> Event:
        """Let what this person took back last count again; the event that counts again."""
        with self._writing() as connection:
            return undoing.redo(connection, author)

    def undone(self) -> frozenset[str]:
        """The ids of the events that do not count at the moment."""
        with self._reading() as connection:
            return frozenset(connection.scalars(undone()))

    def coded(self, events: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
        """For events that wrote codings, the code and the transcript's name of each kind of them."""
        with self._reading() as connection:
            names = current_names(connection)
            coded = read_coded(connection, events)
        return {event: [(code, names[transcript]) for code, transcript in kinds] for event, kinds in coded.items()}
