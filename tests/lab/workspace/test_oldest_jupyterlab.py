"""The extension in the oldest JupyterLab that `pyproject.toml` allows, from an environment of its own.

`INTERVIEWS_OLDEST_LAB` names its interpreter, after
python -m venv old; old/bin/pip install "jupyterlab==4.2.0" "jupyterlab_widgets<3.0.14" "interviews[lab]"
"""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.lab.workspace.conftest import running_lab

PYTHON = os.environ.get("INTERVIEWS_OLDEST_LAB", "")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PYTHON, reason="INTERVIEWS_OLDEST_LAB names no interpreter")]


def test_launcher_sidebar_and_file_open_the_workspace(page: Any, study_folder: Path, tmp_path: Path) -> None:
    asked = [PYTHON, "-c", "import jupyterlab; print(jupyterlab.__version__)"]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    (oldest,) = re.findall(r"jupyterlab>=([0-9.]+)", (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"{version}.".startswith(f"{oldest}.")
    page.on("response", lambda one: page.wrong.append(one.url) if one.status >= 400 else None)
    with running_lab(study_folder.parent, tmp_path, python=PYTHON) as lab:
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
