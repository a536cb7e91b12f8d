"""The coding workspace in a notebook: which page a cell shows."""

import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from interviews.errors import MisuseError
from interviews.lab.workspace.identity import check_coder
from interviews.project import Project


def code(project: Project, *, coder: str) -> Any:
    """The coding workspace in a notebook's cell, for the coder of this short name.

    Under a Jupyter server what is coded goes to the server, which outlives the kernel; elsewhere it goes to the kernel.
    """
    if find_spec("anywidget") is None:
        raise MisuseError('The workspace in a notebook needs the extra "lab": pip install "interviews[lab]"')
    from interviews.lab.widget import CodingWidget

    name = check_coder(coder)
    return CodingWidget(project.folder, name, page=page_of(project.folder, name))


def page_of(folder: Path, coder: str) -> str:
    """The path of the workspace's page at the Jupyter server that started this kernel; empty where there is none."""
    from jupyter_core.paths import jupyter_runtime_dir

    try:
        told = Path(jupyter_runtime_dir(), f"jpserver-{os.getppid()}.json").read_text(encoding="utf-8")
        server = json.loads(told)
        root, base = Path(server["root_dir"]).resolve(), server["base_url"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    if not folder.resolve().is_relative_to(root):
        return ""
    project = folder.resolve().relative_to(root).as_posix()
    return f"{base}interviews?{urlencode({'project': project, 'coder': coder})}"
