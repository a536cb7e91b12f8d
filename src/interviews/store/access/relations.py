"""Groups, links and foreign GUIDs in a store."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from interviews.model import CellSummary, Group, Link
from interviews.store import relations, summaries
from interviews.store.access.database import Database
from interviews.store.ends import End, lost_ends


class RelationAccess(Database):
    """What holds records together."""

    def add_groups(self, groups: Iterable[Group], author: str) -> None:
        """Add groups, or what has changed about them."""
        with self._writing() as connection:
            relations.write_groups(connection, groups, author)

    def groups(self, as_of: datetime | None = None) -> list[Group]:
        """Every group, sorted by name."""
        with self._reading() as connection:
            return relations.read_groups(connection, as_of)

    def add_links(self, links: Iterable[Link], author: str) -> None:
        """Add links."""
        with self._writing() as connection:
            relations.write_links(connection, list(links), author)

    def links(self, as_of: datetime | None = None) -> list[Link]:
        """Every link, sorted by id."""
        with self._reading() as connection:
            return relations.read_links(connection, as_of)

    def lost(self, ends: Iterable[End]) -> set[str]:
        """The records among these ends of links, kind and record each, that the project does not have."""
        with self._reading() as connection:
            return lost_ends(connection, ends)

    def add_summary(self, summary: CellSummary) -> None:
        """Add what somebody says of a cell of the framework matrix."""
        with self._writing() as connection:
            summaries.write_summary(connection, summary)

    def summaries(self, as_of: datetime | None = None) -> list[CellSummary]:
        """The newest words of each cell, by case and theme."""
        with self._reading() as connection:
            return summaries.read_summaries(connection, as_of)

    def earlier_summaries(self) -> set[str]:
        """The ids of the memos that were such words and are not any more."""
        with self._reading() as connection:
            return summaries.read_earlier(connection)

    def add_guids(self, guids: Mapping[str, str], author: str) -> None:
        """Add the GUIDs under which another program knows records, by `kind:record`."""
        with self._writing() as connection:
            relations.write_guids(connection, guids, author)

    def guids(self, as_of: datetime | None = None) -> dict[str, str]:
        """The GUID last given to each record that has one, by `kind:record`."""
        with self._reading() as connection:
            return relations.read_guids(connection, as_of)

    def known_ids(self) -> frozenset[str]:
        """The id of every coding, memo, group and link that was ever saved, those taken back included."""
        with self._reading() as connection:
            return relations.read_ids(connection)
