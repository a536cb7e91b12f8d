"""`interviews code`: the coding workspace in the browser, without a notebook in sight."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated
from zlib import crc32

import typer

import interviews as iv
from interviews.cli.console import ProjectFolder
from interviews.errors import MisuseError

_FIRST_PORT, _PORTS = 20_000, 10_000


def run(
    project: ProjectFolder,
    coder: Annotated[str | None, typer.Option(help="Your short name, such as c1; without it the page asks.")] = None,
    round: Annotated[str, typer.Option(help="The coding round, such as pilot; noted with every coding.")] = "",
    blind: Annotated[bool, typer.Option("--blind", help="Show no codings of others.")] = False,
    port: Annotated[int, typer.Option(help="Port of the server on this computer; 0 for the project's own.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
) -> None:
    """Code transcripts in the browser: read, select, type two letters of a code. Ctrl-C ends it; all is saved."""
    if find_spec("jupyter_server") is None:
        raise MisuseError('The workspace needs the extra "lab": pip install "interviews[lab]"')
    with iv.open(project) as opened:
        if not opened.codebook.codes or not opened.transcripts:  # without a codebook it says so itself
            raise MisuseError(f"The project {opened.name} has no anonymized transcripts yet: interviews anonymize …")
    raise typer.Exit(subprocess.call(_command(project.resolve(), coder, round, blind, port, browser), env=_apart()))


def _command(project: Path, coder: str | None, round: str, blind: bool, port: int, browser: bool) -> list[str]:
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": str(port or _port_of(project)),
        "ServerApp.root_dir": str(project),
        "ServerApp.open_browser": str(browser),
        "ServerApp.log_level": "ERROR",
        "WorkspaceApp.project": str(project),
        "WorkspaceApp.coder": coder or "",
        "WorkspaceApp.round": round,
        "WorkspaceApp.blind": str(blind),
    }
    # The workspace is a program of its own: this one knows nothing of pages.
    given = [f"--{name}={value}" for name, value in options.items() if value]
    return [sys.executable, "-m", "interviews.lab.workspace", *given, *(["--allow-root"] if _is_root() else [])]


def _port_of(project: Path) -> int:
    """The same every day: what waits in the browser to be saved belongs to this address. The next free one if taken."""
    return _FIRST_PORT + crc32(str(project).encode()) % _PORTS


def _apart() -> dict[str, str]:
    """The surroundings, without configurations of other Jupyter servers getting in."""
    return os.environ | {"JUPYTER_NO_CONFIG": "1"}


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
