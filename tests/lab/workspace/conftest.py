"""A real server of the workspace, and a real JupyterLab."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.small_study import make_study

SOURCE = Path(__file__).parents[3] / "src" / "interviews" / "lab"
_PATIENCE_SECONDS = 90


@dataclass
class Served:
    """A workspace that answers."""

    address: str
    folder: Path
    process: "subprocess.Popen[bytes]"

    def ask(self, what: str, body: Any = None) -> Any:
        """The answer to a question, as JSON."""
        request = urllib.request.Request(f"{self.address}/api/{what}", headers={"Authorization": "token t"})
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    @property
    def page(self) -> str:
        """The address of the page."""
        return f"{self.address}?token=t&language=en"


@contextmanager
def serving(folder: Path, home: Path, *options: str, port: int = 0) -> Iterator[Served]:
    """Serve a project until the block ends."""
    given = ("interviews.lab.workspace", f"--WorkspaceApp.project={folder}", *options)
    with running(folder, home, *given, port=port or _free_port()) as served:
        yield served


@contextmanager
def running(
    root: Path, home: Path, module: str, *options: str, port: int = 0, python: str = sys.executable, base: str = ""
) -> Iterator[Served]:
    """Run a Jupyter program, its own folders apart from those of this computer, until the block ends.

    `base` is a path that stands before all others, as under a hub.
    """
    port = port or _free_port()
    places = {f"JUPYTER_{name}": str(home / name.lower()) for name in ("CONFIG_DIR", "DATA_DIR")}
    places |= {f"JUPYTERLAB_{name}_DIR": str(home / name.lower()) for name in ("SETTINGS", "WORKSPACES")}
    places["JUPYTER_PATH"] = os.pathsep.join((str(_with_extension(home)), os.environ.get("JUPYTER_PATH", "")))
    command = [
        *(python, "-m", module, "--allow-root", "--no-browser", "--ServerApp.ip=127.0.0.1"),
        *(f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=t"),
        *(f"--ServerApp.root_dir={root}", f"--ServerApp.base_url={base}/", *options),
    ]
    # The sockets of kernels lie in a folder of its own: their paths have room for 107 bytes.
    with (
        TemporaryDirectory(prefix="iv", ignore_cleanup_errors=True) as sockets,
        (home / "server.log").open("ab") as log,
    ):
        own = {"XDG_CONFIG_HOME": str(home / "own"), "JUPYTER_RUNTIME_DIR": sockets}
        surroundings = os.environ | places | own
        process = subprocess.Popen(command, env=surroundings, stdout=log, stderr=log)
        try:
            served = Served(f"http://127.0.0.1:{port}{base}/interviews", root, process)
            _wait_for(served)
            yield served
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="module")
def study_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small study, ready to be coded."""
    home = tmp_path_factory.mktemp("workspace")
    with make_study(home) as project:
        return project.folder


@pytest.fixture(scope="module")
def served(study_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workspace for the coder c3."""
    with serving(study_folder, tmp_path_factory.mktemp("home"), "--WorkspaceApp.coder=c3") as one:
        yield one


@pytest.fixture(scope="module")
def lab(study_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """JupyterLab over the folder in which the study lies, without its news."""
    pytest.importorskip("jupyterlab")
    with running_lab(study_folder.parent, tmp_path_factory.mktemp("lab")) as served:
        yield served


@contextmanager
def running_lab(root: Path, home: Path, *options: str, **how: str) -> Iterator[Served]:
    """Run JupyterLab without its news, with the coder c7 known, until the block ends."""
    settle(home)
    given = ("--LabApp.extension_manager=readonly", "--LabApp.expose_app_in_browser=True")
    with running(root, home, "jupyterlab", *given, "--KernelManager.transport=ipc", *options, **how) as served:
        yield served


def settle(home: Path) -> None:
    """What a user of JupyterLab has set: no news, and the coder's name c7."""
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet), encoding="utf-8")
    (home / "own" / "interviews").mkdir(parents=True)
    (home / "own" / "interviews" / "coder").write_text("c7", encoding="utf-8")


VIEWS = ("coding", "codebook", "review", "reading", "adjudication", "framework", "quotes")


def shown(page: Any, served: Served, view: str, ready: str = "body") -> None:
    """Open the workspace, and go by key to a view until `ready` is there."""
    page.goto(served.page)
    page.wait_for_selector(".turn")
    for _ in range(VIEWS.index(view)):
        page.keyboard.press("F8")
    page.wait_for_selector(ready)


def saved(page: Any) -> None:
    """Wait until everything is on the disk."""
    page.wait_for_selector(".state[data-state=saved]")


def _with_extension(home: Path) -> Path:
    """A data folder in which the extension stands as in the source, whatever was installed."""
    shutil.copytree(SOURCE / "labextension", home / "share" / "labextensions" / "interviews", dirs_exist_ok=True)
    return home / "share"


def _wait_for(served: Served) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        if served.process.poll() is not None:
            break
        try:
            served.ask("coder")
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not answer")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
