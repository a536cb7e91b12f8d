"""Codes of cases, saved queries and suggestions in a store."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from interviews.model import CaseCoding, Coding, Query, Suggestion
from interviews.store import adjudications, judgements, releases, schema
from interviews.store.access.database import Database
from interviews.store.adjudications import Adjudication
from interviews.store.releases import Release


class JudgementAccess(Database):
    """What else people and machines say about a study."""

    def add_case_codings(self, codings: Iterable[CaseCoding], author: str) -> None:
        """Add codes of cases."""
        with self._writing() as connection:
            judgements.write_case_codings(connection, list(codings), author)

    def retract_case_codings(self, codings: Iterable[CaseCoding], author: str) -> None:
        """Take codes of cases back; they stay in the database and in every earlier `as_of`."""
        with self._writing() as connection:
            judgements.write_case_codings(connection, list(codings), author, applies=False)

    def case_codings(self, as_of: datetime | None = None) -> list[CaseCoding]:
        """The codes that hold for cases, by case, code and coder."""
        with self._reading() as connection:
            return judgements.read_case_codings(connection, as_of)

    def case_coding_ids(self) -> frozenset[str]:
        """The ids of all codes of cases that were ever saved."""
        with self._reading() as connection:
            return frozenset(connection.scalars(select(schema.case_codings.c.id)))

    def add_queries(self, queries: Iterable[Query], author: str) -> None:
        """Add queries, or what has changed about them; one without text is forgotten."""
        with self._writing() as connection:
            judgements.write_queries(connection, queries, author)

    def queries(self, as_of: datetime | None = None) -> list[Query]:
        """Every saved query, by name."""
        with self._reading() as connection:
            return judgements.read_queries(connection, as_of)

    def add_suggestions(self, suggestions: Iterable[Suggestion], author: str) -> None:
        """Add suggestions."""
        with self._writing() as connection:
            judgements.write_suggestions(connection, list(suggestions), author)

    def suggestions(self, as_of: datetime | None = None) -> list[Suggestion]:
        """The suggestions that nobody has decided on, the oldest first."""
        with self._reading() as connection:
            return judgements.read_suggestions(connection, as_of)

    def deciders(self) -> dict[str, set[str]]:
        """Who has decided on a suggestion, by suggestion; those on which nobody has are not there."""
        with self._reading() as connection:
            return judgements.read_deciders(connection)

    def decide_suggestions(
        self, decisions: Mapping[str, str | None], author: str, codings: Sequence[Coding] = ()
    ) -> None:
        """Note, by suggestion, the coding that a person made of it, or None where it was turned down.

        Codings that are new are added in the same act.
        """
        with self._writing() as connection:
            judgements.write_decisions(connection, decisions, author, codings)

    def adjudicate(self, decisions: Sequence[Adjudication], author: str) -> None:
        """Note what was decided about codings in which coders differ; what came of earlier decisions is taken back."""
        with self._writing() as connection:
            adjudications.write_adjudications(connection, decisions, author)

    def adjudications(self, as_of: datetime | None = None) -> list[Adjudication]:
        """The decisions that count, the oldest first."""
        with self._reading() as connection:
            return adjudications.read_adjudications(connection, as_of)

    def release(self, release: Release, codings: Sequence[str]) -> None:
        """Note that the quote that these codings are of was released for print, or is held back."""
        with self._writing() as connection:
            releases.write_release(connection, release, codings)

    def releases(self, as_of: datetime | None = None) -> dict[str, Release]:
        """What was decided last about each quote, by citation."""
        with self._reading() as connection:
            return releases.read_releases(connection, as_of)
