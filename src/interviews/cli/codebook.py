"""`interviews codebook`: check a codebook, take it into a project, see its versions, print it."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, finish, print_json, say, show_table
from interviews.errors import MisuseError
from interviews.model import Codebook
from interviews.project.codebook_files import take_codebook, update_file
from interviews.project.printing import print_codebook
from interviews.project.versions import codebook_at, table_of_versions
from interviews.text import parse_moment


def run(
    place: Annotated[
        Path, typer.Argument(metavar="FILE|PROJECT", help="A codebook (.yaml .xlsx .csv), or a project that has one.")
    ],
    project: Annotated[Path | None, typer.Option(help="Save the file into this project.")] = None,
    author: Annotated[str | None, typer.Option(help="Your short name, for the history.")] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Bring an older file to the project's version; its remarks stay.")
    ] = False,
    diff: Annotated[
        tuple[int, int] | None, typer.Option(metavar="OLD NEW", help="Tell what changed between two versions.")
    ] = None,
    versions: Annotated[bool, typer.Option("--versions", help="List the versions.")] = False,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="As it was, such as 2026-03-31.")] = None,
    to: Annotated[Path | None, typer.Option("--print", metavar="FILE", help="For reading: .docx .html .md.")] = None,
    language: Annotated[str, typer.Option(help="Language of the print: de or en.")] = "",
    as_json: AsJson = False,
    key: KeyFile = None,
) -> None:
    """Read a codebook and show its codes; save it as the next version of a project's, and tell what changed.

    A .qdc of another program comes in by `interviews import`.
    """
    if place.is_dir():
        with iv.open(place, key=key) as opened:
            if versions:
                _show(table_of_versions(opened), "", as_json)
            elif diff:
                say(str(opened.codebook_diff(*diff)))
            else:
                codebook = codebook_at(opened, parse_moment(as_of)) if as_of else opened.codebook
                if to:
                    iv.export(codebook, to, project=opened, language=language)
                    say(f"written: {to}")
                else:
                    _show_codes(codebook, as_json)
        return
    if diff or versions or as_of:
        raise MisuseError(f"{place} is no project: versions are those of a project, so name its folder.")
    codebook = iv.read_codebook(place)
    if to:
        day = datetime.date.fromtimestamp(place.stat().st_mtime)
        print_codebook(codebook, to, day=day, language=language)
        say(f"written: {to}")
        return
    if not update:
        _show_codes(codebook, as_json)
    if project:
        _save(place, codebook, project, author, update=update, quiet=as_json, key=key)


def _save(
    file: Path, codebook: Codebook, project: Path, author: str | None, *, update: bool, quiet: bool, key: Path | None
) -> None:
    with iv.open(project, key=key) as opened:
        if update:
            say(f"{file} is version {update_file(opened, file)} now")
            return
        saved = take_codebook(opened, file, codebook, author)
    if not quiet:
        say(str(replace(saved, problems=())))
    finish(saved.problems)


def _show_codes(codebook: Codebook, as_json: bool) -> None:
    rows = [{"code": code.path, "colour": code.colour, "definition": code.definition} for code in codebook]
    frame = pd.DataFrame(rows)
    if any(code.retired for code in codebook):
        frame["retired"] = ["retired" if code.retired else "" for code in codebook]
    _show(frame, f"{codebook.name}, version {codebook.version}: {len(codebook)} codes", as_json)


def _show(frame: pd.DataFrame, title: str, as_json: bool) -> None:
    if as_json:
        print_json(frame)
    else:
        show_table(frame, title)
