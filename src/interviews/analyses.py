"""Verbs that ask what the codings say: questions, and the tables and pictures that answer them."""

import pandas as pd

from interviews import exploration
from interviews.errors import MisuseError
from interviews.exploration import Course, Portrait, Published, Records, View
from interviews.exploration.naming import require
from interviews.exploration.views import listing
from interviews.findings.keyness import contrast_words
from interviews.project import Project


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
        "memos": lambda: listing.list_memos(project.store.memos()),
    }
    require("kind of record", kind, ["codings", *tables])
    return Records(tables[kind](), kind)


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
