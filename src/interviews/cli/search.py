"""`interviews search`: keyword in context, and codes or suggestions for all that was found."""

from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import (
    AsJson,
    Checked,
    KeyFile,
    ProjectFolder,
    finish,
    patience,
    print_json,
    say,
    show_table,
)
from interviews.errors import MisuseError
from interviews.exploration import Concordance, Unit

Names = list[str] | None
_SHOWN = ["transcript", "turn", "speaker", "left", "match", "right"]


def run(
    project: ProjectFolder,
    query: Annotated[str, typer.Argument(help="Word or phrase; * stands for any part of a word.")],
    role: Annotated[Names, typer.Option(help="interviewee, interviewer, interpreter; repeatable.")] = None,
    case: Annotated[Names, typer.Option(help="A case; repeatable.")] = None,
    transcript: Annotated[Names, typer.Option(help="A transcript; repeatable.")] = None,
    speaker: Annotated[Names, typer.Option(help="A participant, or a speaker's label; repeatable.")] = None,
    code: Annotated[str | None, typer.Option(help="Only within passages of this code and its sub-codes.")] = None,
    forms: Annotated[bool, typer.Option("--forms", help="Other forms of a word, too: gehen finds ging.")] = False,
    fuzzy: Annotated[bool, typer.Option("--fuzzy", help="Misspelled words, too.")] = False,
    regex: Annotated[bool, typer.Option("--regex", help="The query is a regular expression.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many places.")] = None,
    count: Annotated[str | None, typer.Option(help="Count by transcript, case, speaker, role, match.")] = None,
    code_as: Annotated[str | None, typer.Option(help="Give this code to all that was found.")] = None,
    coder: Annotated[str | None, typer.Option(help="Who codes.")] = None,
    suggest: Annotated[str | None, typer.Option(help="Suggest this code for all that was found, in a table.")] = None,
    into: Annotated[Path | None, typer.Option(help="Where the table goes: .xlsx or .csv.")] = None,
    unit: Annotated[Unit, typer.Option(help="What is coded: the turn, the sentence, or the hit.")] = "turn",
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Find a word or phrase with the words around it; code all places, or put them into a table to decide on."""
    if bool(code_as) != bool(coder):
        raise MisuseError("Coding takes both: --code-as CODE --coder NAME.")
    if bool(suggest) != bool(into):
        raise MisuseError("Suggesting takes both: --suggest CODE --into FILE.xlsx.")
    with iv.open(project, key=key) as opened, patience("reading the dictionaries") if forms else nullcontext():
        hits = iv.search(
            opened,
            query,
            role=role,
            case=case,
            transcript=transcript,
            speaker=speaker,
            code=code,
            forms=forms,
            fuzzy=fuzzy,
            regex=regex,
            limit=limit,
        )
        if suggest and into:
            _suggest(opened, hits, suggest, unit, into, checked or ())
        elif code_as and coder:
            saved = opened.save(hits.code(code_as, coder=coder, unit=unit), author=coder)
            say(f"{len(hits)} places; saved {saved.summary}")
            finish(saved.problems)
        elif count:
            counted = hits.count(count).rename_axis(count).reset_index()
            print_json(counted) if as_json else show_table(counted, f"{len(hits)} places")
        elif as_json:
            print_json(hits.table())
        else:
            show_table(hits.table()[_SHOWN], f"{len(hits)} places")


def _suggest(project: iv.Project, hits: Concordance, code: str, unit: Unit, into: Path, checked: Iterable[str]) -> None:
    if code not in {known.path for known in project.codebook}:
        raise MisuseError(f"The codebook has no code {code!r}.")
    suggestions = hits.suggest(code, unit=unit)
    iv.export(suggestions, into, project=project, checked=checked)
    say(f"{len(suggestions)} suggestions written to {into}: decide in the column decision (accept, reject), then")
    say(f"interviews suggestions {project.folder} {into} --coder NAME")
