"""`interviews read`: transcripts from files, shown or saved into a project."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, as_typed, finish, print_json, say, show_table
from interviews.errors import MisuseError, Problem
from interviews.formats import State


def run(
    paths: Annotated[list[Path], typer.Argument(help="Files of any known format, and folders of them.")],
    project: Annotated[Path | None, typer.Option(help="Save into this project; without it, only look.")] = None,
    language: Annotated[str | None, typer.Option(help="Language of the texts; guessed by default.")] = None,
    cases: Annotated[
        bool, typer.Option("--cases/--no-cases", help="Folders, where there are several, name the cases.")
    ] = True,
    participants: Annotated[Path | None, typer.Option(help="Table of participants and their attributes.")] = None,
    columns: Annotated[
        str | None, typer.Option(help="Columns of transcripts as tables: speaker=Wer,text=Was,start=Zeit.")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="Print the text of one file as it is read.")] = False,
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Read transcripts with their speakers, roles and times; again, only what is new or has changed."""
    readings = iv.read(
        *paths,
        language=language,
        case_from="folder" if cases and _sorted_into_folders(paths) else None,
        participants=participants,
        columns=_chosen(columns),
    )
    if text:
        _print_text(readings)
        return
    problems, saved = readings.problems if project is None else (), None
    if project is not None:
        with iv.open(project, key=key) as opened:
            saved = opened.save(readings)
        problems = saved.problems
    if as_json:
        print_json(readings.table())
    else:
        _show(readings)
        say(_summary(readings))
    if project is not None and saved is not None and not as_json:
        say(f"saved: {saved.summary}{_next(readings, project)}")
    finish(_by_file(problems))


def _chosen(columns: str | None) -> dict[str, str] | None:
    """The columns in `speaker=Wer,text=Was`."""
    if columns is None:
        return None
    pairs = [pair.partition("=") for pair in columns.split(",")]
    if not all(sign and name.strip() for _, sign, name in pairs):
        raise MisuseError("Write the columns as --columns speaker=Wer,text=Was.")
    return {key.strip(): name.strip() for key, _, name in pairs}


def _sorted_into_folders(paths: list[Path]) -> bool:
    """Whether folders can be cases: several are given, or one with folders in it; a folder of files tells nothing."""
    try:
        folders = [path for path in paths if path.is_dir()]
        return len(folders) > 1 or any(_holds_folders(folder) for folder in folders)
    except OSError:  # reading them says what is wrong
        return False


def _holds_folders(folder: Path) -> bool:
    return any(
        inside.is_dir() and inside.name != "gold" and not inside.name.startswith(".") for inside in folder.iterdir()
    )


def _print_text(readings: iv.Readings) -> None:
    transcripts = readings.transcripts if len(readings) == 1 else ()
    if len(transcripts) != 1:
        reason = f": {readings.problems[0]}" if len(readings) == 1 else f", and {len(readings)} were named."
        raise MisuseError(f"--text prints one file that can be read{reason}")
    typer.echo(transcripts[0].text, nl=False)


def _show(readings: iv.Readings) -> None:
    """One row a file; its problems are counted here and told in sentences below."""
    table = readings.table().drop(columns=["words", "state"])
    table["problems"] = [len(reading.problems) for reading in readings.outcomes]
    show_table(table if any(table["duration"]) else table.drop(columns="duration"), "read")


def _summary(readings: iv.Readings) -> str:
    """`14 files: 12 read, 2 not readable`."""
    counts = readings.counts
    parts = [f"{counts[state]} {state}" for state in State if counts[state]]
    return f"{len(readings)} file{'s' * (len(readings) != 1)}: {', '.join(parts) or 'nothing to read'}"


def _next(readings: iv.Readings, project: Path) -> str:
    """What is left to do; where texts have changed, what waits for it."""
    told = f"; next: interviews anonymize {as_typed(project)}"
    return f"{told} — until then codings stay with the texts before" if readings.counts[State.CHANGED] else told


def _by_file(problems: tuple[Problem, ...]) -> list[Problem]:
    """The problems of a file together, the files in the order in which they first came up."""
    order = {where: number for number, where in enumerate(dict.fromkeys(problem.where for problem in problems))}
    return sorted(problems, key=lambda problem: order[problem.where])
