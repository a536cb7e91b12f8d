"""Which coder is to code which transcript, as the settings say, and how far everybody has come."""

from typing import TYPE_CHECKING

import pandas as pd

from interviews.errors import Problem
from interviews.model import Role, Transcript

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns

COLUMNS = ("coder", "transcript", "case", "assigned", "answers", "coded", "codings")


def assigned_transcripts(project: "Nouns", coder: str) -> tuple[Transcript, ...]:
    """The transcripts that are named for a coder, by their own names or by those of their cases."""
    named = set(project.settings.assignments.get(coder, ()))
    return tuple(one for one in project.transcripts if {one.name, one.case} & named)


def table_of_progress(project: "Nouns") -> pd.DataFrame:
    """A row a coder and transcript that is assigned or coded: answers of interviewees, and how many have codings."""
    made = project.codings.columns("coder", "transcript", "turn", "role").astype({"role": str})
    codings = made.groupby(["coder", "transcript"], observed=True).size()
    heard = made[made["role"] == str(Role.INTERVIEWEE)]
    coded = heard.groupby(["coder", "transcript"], observed=True)["turn"].nunique()
    texts = {one.name: one for one in project.transcripts}
    coders = project.settings.assignments
    wanted = {(coder, one.name) for coder in coders for one in assigned_transcripts(project, coder)}
    rows = []
    for coder, name in sorted(wanted | set(codings.index)):
        answers = sum(turn.role is Role.INTERVIEWEE for turn in texts[name].turns)
        pair = (coder, name)
        counts = (answers, int(coded.get(pair, 0)), int(codings.get(pair, 0)))
        rows.append((*pair, texts[name].case, pair in wanted, *counts))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def unknown_assignments(project: "Nouns") -> tuple[Problem, ...]:
    """What is assigned and is neither a transcript nor a case: a slip, or not anonymized yet."""
    known = {name for one in project.transcripts for name in (one.name, one.case)}
    return tuple(
        Problem("interviews.toml", f"{coder} is to code {name!r}, which is no anonymized transcript and no case")
        for coder, names in sorted(project.settings.assignments.items())
        for name in names
        if name not in known
    )
