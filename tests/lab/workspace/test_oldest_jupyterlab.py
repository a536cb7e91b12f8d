"""The oldest JupyterLab that `pyproject.toml` allows, and the Notebook 7 of that time, which `make test` installs."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.lab.workspace.conftest import running, running_lab, settle
from tests.lab.workspace.notebooks import IDLE, OPEN, write_notebook
from tests.lab.workspace.test_notebook import code, codings, saved, workspace

PYTHON = Path(sys.prefix, "oldest", "bin", "python")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def oldest() -> str:
    """Its interpreter."""
    if not PYTHON.exists():
        if os.environ.get("CI"):
            pytest.fail("there is no oldest JupyterLab: make oldest")
        pytest.skip("there is no oldest JupyterLab: make oldest")
    return str(PYTHON)


def test_it_is_the_oldest_that_is_allowed(oldest: str) -> None:
    asked = [oldest, "-c", "import jupyterlab; print(jupyterlab.__version__)"]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    (allowed,) = re.findall(r"jupyterlab>=([0-9.]+)", (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"{version}.".startswith(f"{allowed}.")


def test_launcher_sidebar_and_file_open_the_workspace(
    page: Any, study_folder: Path, tmp_path: Path, oldest: str
) -> None:
    page.on("response", lambda one: page.wrong.append(one.url) if one.status >= 400 else None)
    with running_lab(study_folder.parent, tmp_path, python=oldest) as lab:
        page.goto(f"{lab.address.removesuffix('/interviews')}/lab/tree/study?token=t&reset")
        page.click(".jp-LauncherCard[title='Code interviews']", timeout=90_000)
        turns = page.frame_locator(".jp-interviews iframe").locator(".turn")
        turns.first.wait_for(timeout=60_000)
        page.click("[data-id=interviews-sidebar]")
        page.locator(".iv-sidebar button >> text=b1").click()
        page.locator(".jp-interviews iframe >> nth=1").wait_for()
        page.click("[data-id=filebrowser]")
        page.dblclick(".jp-DirListing-itemText >> text=interviews.toml")
        page.locator(".jp-interviews iframe >> nth=2").wait_for()
        assert page.wrong == []
        page.goto("about:blank")  # so that it does not ask a server that has ended


def test_the_widget_codes_in_a_notebook_of_notebook_7(
    browser: Any, study_folder: Path, tmp_path_factory: pytest.TempPathFactory, oldest: str
) -> None:
    home = tmp_path_factory.mktemp("notebook_7")
    page = browser.new_context().new_page()  # that of Notebook 7.2 tells of errors of its own, about checkpoints
    write_notebook(study_folder.parent / "seven.ipynb", "\n".join((*OPEN, "lab.code(project, coder='c5')")))
    settle(home)
    options = ("--LabApp.extension_manager=readonly", "--JupyterNotebookApp.expose_app_in_browser=True")
    options += ("--KernelManager.transport=ipc",)
    with running(study_folder.parent, home, "notebook", *options, python=oldest) as seven:
        page.goto(f"{seven.address.removesuffix('/interviews')}/notebooks/seven.ipynb?token=t")
        page.wait_for_function(IDLE, timeout=90_000)
        page.click(".jp-Cell .cm-content")
        page.keyboard.press("Shift+Enter")
        frame = workspace(page)
        code(page, frame, "zu")
        saved(frame)
        assert codings(study_folder, "c5") == ["Wohnen/Zustand"]
        page.context.close()
