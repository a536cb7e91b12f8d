"""Transcripts and their text versions in a store."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from interviews.model import Transcript
from interviews.store import texts
from interviews.store.access.database import Database
from interviews.store.texts import Registration
from interviews.text import Edits

_NO_EDITS: Mapping[str, Edits] = MappingProxyType({})


class TextAccess(Database):
    """Transcripts: known first, then one anonymized text version after another."""

    def register(self, transcripts: Iterable[Transcript], author: str) -> None:
        """Make transcripts known whose texts stay in the vault, by names that must be neutral already."""
        with self._writing() as connection:
            texts.write_registrations(connection, list(transcripts), author)

    def registrations(self, as_of: datetime | None = None) -> list[Registration]:
        """Every known transcript, with a text or without one yet, sorted by name."""
        with self._reading() as connection:
            return texts.read_registrations(connection, as_of)

    def add_transcripts(
        self, transcripts: Iterable[Transcript], edits: Mapping[str, Edits] = _NO_EDITS, *, author: str
    ) -> None:
        """Add anonymized text versions (1 and later).

        A transcript that has a text already needs `edits`, by transcript id, that turn its newest text into this one.
        """
        with self._writing() as connection:
            texts.write_text_versions(connection, list(transcripts), edits, author)

    def transcripts(self, as_of: datetime | None = None) -> list[Transcript]:
        """The newest text version of every transcript that has one, sorted by name."""
        with self._reading() as connection:
            return texts.read_transcripts(connection, as_of)

    def texts(self, versions: Mapping[str, int]) -> dict[str, str]:
        """The texts of transcripts in these versions, by id; those that are not there are left out."""
        with self._reading() as connection:
            return texts.read_texts(connection, versions)

    def lengths(self, ids: Collection[str]) -> dict[str, int]:
        """How many characters the newest texts of these transcripts have, by id."""
        with self._reading() as connection:
            return texts.read_lengths(connection, sorted(ids))

    def versions(self) -> dict[str, int]:
        """The number of the newest text version of every transcript that has one, by its id."""
        with self._reading() as connection:
            return texts.read_versions(connection)

    def transcript(self, name_or_id: str) -> Transcript:
        """The newest text version of one transcript."""
        with self._reading() as connection:
            return texts.read_transcript(connection, name_or_id)

    def length(self, id: str, version: int) -> int:
        """How many characters a text version has; `MisuseError` if there is none."""
        with self._reading() as connection:
            return texts.read_length(connection, id, version)

    def text_version(self, id: str, version: int) -> Transcript:
        """A certain text version of one transcript."""
        with self._reading() as connection:
            return texts.read_text_version(connection, id, version)

    def edits_between(self, transcript_id: str, from_version: int, to_version: int) -> list[Edits]:
        """The edits that lead from one text version to a later one, in order."""
        with self._reading() as connection:
            return texts.edits_between(texts.read_steps(connection), transcript_id, from_version, to_version)
