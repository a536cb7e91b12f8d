"""`interviews import`: codings from a table, and whole studies or codebooks of other programs."""

from pathlib import Path
from typing import Annotated, Any

import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, ProjectFolder, finish, patience, print_json, say
from interviews.cli.exchanges import is_exchange, show_losses
from interviews.errors import MisuseError, Severity

NAME = "import"


def run(
    project: ProjectFolder,
    files: Annotated[
        list[Path],
        typer.Argument(
            help="CSV: transcript, start, end (or turn), code, coder, memo, version. Or .qdpx, .qde, .qdc, .zip."
        ),
    ],
    anonymized: Annotated[
        bool, typer.Option("--anonymized", help="The texts in the file are anonymized: take them as they are.")
    ] = False,
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Take in codings, or a study or codebook of another program (REFI-QDA).

    Positions in a table are over the texts as read, or over the anonymized text of the `version` given. Texts of
    another program go to the vault; what is said about them waits there until they are anonymized.
    """
    told: list[iv.Problem] = []
    shown: list[iv.Problem] = []
    outcomes: list[dict[str, Any]] = []
    with iv.open(project, key=key) as opened:
        for file in files:
            try:
                losses, saved, unread = _take(opened, file, author, anonymized)
            except MisuseError as error:
                if len(files) == 1:
                    raise
                told.append(iv.Problem(file.name, str(error), Severity.ERROR))
                continue
            if not as_json:
                show_losses(losses, f"{file.name}: what was not taken over as it was")
                say(f"{file.name}: saved {saved.summary}")
            shown += losses
            told += [*unread, *(problem for problem in saved.problems if problem not in losses)]
            outcomes.append(_record(file, saved, (*unread, *saved.problems)))
    if as_json:
        print_json(outcomes)
    finish(told, shown=shown)


def _take(
    project: iv.Project, file: Path, author: str | None, anonymized: bool
) -> tuple[tuple[iv.Problem, ...], iv.Saved, tuple[iv.Problem, ...]]:
    """What was lost in reading, what was saved, and the rows of a table that could not be read."""
    if not is_exchange(file):
        rows, unread = iv.read_codings(file)
        return (), project.save(rows, author=author), unread
    with patience(f"reading {file.name}"):
        exchange = iv.read_exchange(file, language=project.settings.language)
    with patience(f"saving {file.name}"):
        return exchange.problems, project.save(exchange, author=author, anonymized=anonymized), ()


def _record(file: Path, saved: iv.Saved, problems: tuple[iv.Problem, ...]) -> dict[str, Any]:
    told = [{"severity": str(one.severity), "where": one.where, "message": one.message} for one in problems]
    return {"file": file.name, "saved": saved.counts, "problems": told}
