"""Verbs that ask a study something: what is said, what is coded, where coders differ; tables and pictures answer."""

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any, Literal, cast

import pandas as pd

from interviews import agreement, exploration, findings, topics
from interviews.errors import MisuseError
from interviews.exploration import Course, Portrait, Published, Records, View
from interviews.exploration.naming import require
from interviews.exploration.views import listing
from interviews.findings.keyness import contrast_words
from interviews.model import Memo
from interviews.project import Project

Engine = Literal["bertopic", "nmf"]
Values = Literal["codings", "transcripts", "characters"]


def query(project: Project, question: str) -> View:
    """The codings that a question asks for, such as `Wohnen and not Gesundheit and case = Hafenstadt`.

    `@name` in it is a saved query. docs/queries.md describes the language. Raises MisuseError with the place of what
    cannot be understood.
    """
    return project.codings.query(question)


def view(project: Project, kind: str) -> View:
    """Records of one kind as a view, to be narrowed, asked, counted and grouped like codings.

    `kind` is `codings`, `turns`, `transcripts`, `participants`, `cases`, `codes` or `memos`. Conditions can be asked of
    all of them: `iv.view(project, "turns").query('role = interviewee and text ~ "miete*"')`.
    """
    if kind == "codings":
        return project.codings
    tables = {
        "turns": lambda: listing.list_turns(project.transcripts, project.participants),
        "transcripts": lambda: listing.list_transcripts(project.transcripts),
        "participants": lambda: listing.list_participants(project.participants),
        "cases": lambda: listing.list_cases(project.cases),
        "codes": lambda: listing.list_codes(project.codebook),
        "memos": lambda: listing.list_memos(_standing_memos(project)),
    }
    require("kind of record", kind, ["codings", *tables])
    return Records(tables[kind](), kind)


def _standing_memos(project: Project) -> list[Memo]:
    """The memos without words of a cell that were changed or taken out: those are for the history."""
    earlier = project.store.earlier_summaries()
    return [memo for memo in project.store.memos() if memo.id not in earlier]


def closeness(project: Project) -> pd.DataFrame:
    """How closely each two codes go together, from 0 to 1: c = n12 / (n1 + n2 - n12) of their passages."""
    return exploration.closeness(project.codings.columns("transcript", "start", "end", "code"))


def following(project: Project, turns: int = 3, by: str = "theme") -> pd.DataFrame:
    """How many passages of each theme (or code) are followed by one of another within so many turns."""
    require("kind of code", by, ("theme", "code"))
    return exploration.following(project.codings.columns("transcript", "start", "end", "turn", by), turns, by)


def publish_crosstab(
    project: Project, rows: str = "theme", columns: str = "case", values: str = "codings", *, k: int = 3
) -> Published:
    """The table of `crosstab` with totals, in which cells of fewer than k participants are hidden, and what gives them
    away; its `note` says what was done. `values` are codings or participants."""
    found = project.codings
    for name in (rows, columns):
        require("column", name, found.names)
    frame = found.columns(*dict.fromkeys([rows, columns, "participant", "transcript", "start", "end"]))
    return exploration.publish_crosstab(frame, rows, columns, k=k, values=values)


def sequence(project: Project, transcript: str, by: str = "code") -> Course:
    """The course of one interview: its passages by code (or theme) and turn; `.table()`, `.chart()`.

    Raises MisuseError for a transcript that does not exist.
    """
    require("transcript", transcript, [one.name for one in project.transcripts])
    text = next(one for one in project.transcripts if one.name == transcript)
    found = project.codings
    frame = exploration.sequence(found.columns("transcript", "start", "end", by), text, by)
    return Course(frame, transcript, found.codebook)


def portrait(project: Project, code: str) -> Portrait:
    """A code on one page: cases, roles, transcripts, codes and words that go with it; `.table()`, `.chart()`.

    Raises MisuseError for a code that does not exist or has no codings.
    """
    if not len(project.codings):
        raise MisuseError(f"The project {project.name} has no codings yet.")
    language = project.settings.language
    return exploration.portrait(project.codings, code, lambda own, rest: contrast_words(own, rest, language))


def search(project: Project, query: str, *, code: str | None = None, **options: Any) -> exploration.Concordance:
    """Keyword in context over the project; options as in `interviews.exploration.search`, and `code`.

    With a code, only what stands within its passages is found, those of its sub-codes included. An index of the words
    is kept in the project's folder `cache`. `project.save` takes `….code(…)` and `….suggest(…)` of the result.
    """
    return exploration.search(
        project.transcripts,
        project.participants,
        query,
        within=project.codings.where(code=code) if code else None,
        words=None if options.get("regex") else project.words,
        known=lambda: project.coding_records,
        **options,
    )


def crosstab(project: Project, rows: str = "theme", columns: str = "case", values: str = "codings") -> pd.DataFrame:
    """Count codings by two attributes; every case and every code of the codebook is shown; see `publish_crosstab`."""
    return exploration.crosstab(
        project.codings.columns(*{rows, columns, "transcript", "start", "end"}), rows, columns, cast(Values, values)
    )


def small_cells(
    project: Project, k: int = 3, *, attributes: Iterable[str] | None = None, most: int = 3
) -> exploration.Cells:
    """Which combinations of up to `most` attributes fewer than `k` participants share; see `.table()`.

    Raises MisuseError where there are no participants to count.
    """
    if not project.participants:
        raise MisuseError(
            f"The project {project.name} has no participants yet: read a table of them (interviews read … "
            "--participants TABLE), and anonymize."
        )
    return exploration.small_cells(project.participants, project.cases, k=k, attributes=attributes, most=most)


def cooccurrence(project: Project) -> pd.DataFrame:
    """How often each two codes overlap."""
    return exploration.cooccurrence(project.codings.columns("code", "transcript", "start", "end"))


def agree(
    project: Project,
    coders: Iterable[str] | None = None,
    *,
    codes: Iterable[str] | None = None,
    unit: str = "character",
) -> agreement.Agreement:
    """Compare coders: percent, kappa and alpha for every code, with the disagreements.

    By default all who code; names in which disagreements were decided, such as `consensus`, only where they are given.
    """
    found = sorted({coding.coder for coding in project.coding_records})
    wanted = [name for name in found if name not in project.adjudicators] if coders is None else list(coders)
    if len(wanted) < 2 or not set(wanted) <= set(found):
        known = ", ".join(found) or "nobody yet"
        raise MisuseError(f"Agreement needs two coders who have coded; this project has codings by: {known}.")
    return agreement.compare(
        project.coding_records,
        project.transcripts,
        list(codes) if codes else None,
        unit=unit,
        coders=wanted,
    )


def fit_topics(
    project: Project, *, n_topics: int | None = None, seed: int = 1, engine: str = "bertopic"
) -> topics.Topics:
    """Fit topics to the turns of interviewees; the same seed gives the same topics."""
    return topics.fit_topics(project.transcripts, n_topics=n_topics, seed=seed, engine=cast(Engine, engine))


def default_engine() -> str:
    """`bertopic` where it is installed, otherwise `nmf`."""
    return "bertopic" if find_spec("bertopic") else "nmf"


def framework(project: Project) -> findings.Framework:
    """The case × theme matrix with the evidence in every cell, and what people wrote into it."""
    codings, people = project.codings.table(), project.participants
    return findings.framework(codings, project.codebook, project.cases, people, project.summaries)
