"""`interviews new`: a project folder, its vault, and the vault's key."""

from pathlib import Path
from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import KeyFile, as_typed, say


def run(
    folder: Annotated[Path, typer.Argument(help="New folder for the project.")],
    language: Annotated[str, typer.Option(help="Language of most interviews and of the report: de, en, pl.")] = "de",
    vault: Annotated[Path | None, typer.Option(help="New folder for the vault; beside the project by default.")] = None,
    archive: Annotated[
        Path | None,
        typer.Option("--from", help="An archive to make the project from; --vault then names an existing vault."),
    ] = None,
    key: KeyFile = None,
) -> None:
    """Make a new project with an encrypted vault for the texts as read."""
    if archive:
        with iv.restore(archive, folder, vault=vault, key=key) as project:
            say(f"project  {project.folder}  ({project!r})")
            say(f"vault    {vault or 'none: the archive holds no originals'}")
        return
    with iv.create(folder, language=language, vault=vault, key=key) as project:
        say(f"project  {project.folder}")
        say(f"vault    {project.vault.path}  (encrypted; keep it apart from the project)")
        say(f"key      {project.key_file}  (keep a copy: without it nobody can open the vault)")
        say(f"next     interviews read INTERVIEWS --project {as_typed(folder)}")
