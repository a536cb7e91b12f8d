"""The study as its report sees it, gathered from the project."""

import datetime
from collections.abc import Sequence

import pandas as pd

from interviews.agreement import compare
from interviews.anonymity import describe_key
from interviews.findings import Study
from interviews.model import Finding, Transcript
from interviews.project.disputes import coders_of
from interviews.project.project import Project
from interviews.topics import Topics


def study_of(
    project: Project,
    *,
    topics: Topics | None = None,
    date: datetime.date | None = None,
    written: Sequence[Finding] = (),
) -> Study:
    """Everything the report needs; the agreement of the coders is worked out where there are two."""
    transcripts, codings = project.transcripts, project.coding_records
    coders = coders_of(project)
    return Study(
        name=project.name,
        language=project.settings.language,
        date=date or last_save(project),
        cases=project.cases,
        participants=project.participants,
        transcripts=_summary(transcripts),
        frame=project.codings.table(),
        codebook=project.codebook,
        quotes=tuple(project.quotes()),
        agreement=compare(codings, transcripts, coders=coders).table() if len(coders) > 1 else None,
        topics=topics.table() if topics else None,
        findings=(*written, *_summaries(project, written)),
        anonymization=describe_key(project.vault.key(), project.settings.language),
    )


def _summaries(project: Project, written: Sequence[Finding]) -> list[Finding]:
    """What people wrote into the cells of the matrix, as findings of the cells that have no other one."""
    taken = {(one.case, one.theme) for one in written}
    return [
        Finding(one.text, one.case, one.theme, draft=False)
        for one in project.summaries
        if (one.case, one.theme) not in taken
    ]


def _summary(transcripts: Sequence[Transcript]) -> pd.DataFrame:
    columns = ["transcript", "case", "language", "turns", "words"]
    rows = [(t.name, t.case, t.language, len(t.turns), _words(t)) for t in transcripts]
    return pd.DataFrame(rows, columns=columns)


def _words(transcript: Transcript) -> int:
    return sum(len(turn.speech.of(transcript.text).split()) for turn in transcript.turns)


def last_save(project: Project) -> datetime.date:
    """The day of the last save, so that a report of the same study stays the same."""
    history = [event for event in project.store.history() if event.action != "export"]
    return history[-1].when.date() if history else datetime.date.today()
