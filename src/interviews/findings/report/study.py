"""Everything a report needs, in one record."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from interviews.model import Case, Codebook, Finding, Participant, Quote


@dataclass(frozen=True, slots=True, repr=False)
class Study:
    """A study as its report sees it. Verbatim words in the report come from `quotes` only."""

    name: str
    language: str
    """Language of the report: de, en or pl."""
    date: datetime.date
    """The date printed on the report."""
    cases: tuple[Case, ...]
    participants: tuple[Participant, ...]
    transcripts: pd.DataFrame
    """A row an interview: transcript, case and, where known, language, words, turns."""
    frame: pd.DataFrame
    """A row a coding, as from the exploration room's table of codings."""
    codebook: Codebook
    quotes: Sequence[Quote] = ()
    agreement: pd.DataFrame | None = None
    topics: pd.DataFrame | None = None
    findings: tuple[Finding, ...] = ()
    """Findings that people have written; drafts are added for cells of the matrix that have none."""
    anonymization: str | None = None
    """How the interviews were anonymized, in a sentence or two in the report's language."""
    group: str = "group"
    """The attribute by which participants are counted."""

    def __repr__(self) -> str:
        return f"Study({len(self.cases)} cases, {len(self.frame)} codings, {len(self.quotes)} quotes)"
