"""`interviews read`: transcripts from files, shown or saved into a project."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, finish, print_json, say, show_table
from interviews.errors import MisuseError


def run(
    paths: Annotated[
        list[Path], typer.Argument(help="Files and folders: .txt .md .docx .pdf .vtt .srt .csv .xlsx ...")
    ],
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
    """Read transcripts with their speakers, roles and times."""
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
    if as_json:
        print_json(readings.table())
    elif project is None:
        _show(readings)
    if project is None:
        finish(readings.problems)
        return
    with iv.open(project, key=key) as opened:
        saved = opened.save(readings)
    if not as_json:
        _show(readings)
        say(f"saved: {saved.summary}; next: interviews anonymize {project}")
    finish(saved.problems)


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
    folders = [path for path in paths if path.is_dir()]
    return len(folders) > 1 or any(
        inside.is_dir() and inside.name != "gold" and not inside.name.startswith(".")
        for folder in folders
        for inside in folder.iterdir()
    )


def _print_text(readings: iv.Readings) -> None:
    if len(readings.transcripts) != 1:
        reason = f": {readings.problems[0]}" if len(readings) == 1 else "."
        raise MisuseError(f"--text prints one file, and {len(readings.transcripts)} of these could be read{reason}")
    typer.echo(readings.transcripts[0].text, nl=False)


def _show(readings: iv.Readings) -> None:
    """One row a file; its problems are counted here and told in sentences below."""
    table = readings.table()
    table["problems"] = [len(reading.problems) for reading in readings]
    show_table(table if any(table["duration"]) else table.drop(columns="duration"), "read")
