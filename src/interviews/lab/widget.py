"""The workspace as a widget. Notebooks keep what widgets share as traits, so no trait holds anything of a study."""

import re
from pathlib import Path
from threading import Lock
from typing import Any

import anywidget
import traitlets

from interviews.lab.workspace.questions import answer
from interviews.lab.workspace.workspace import Workspace
from interviews.project import Project

STATIC = Path(__file__).parent / "static"
_RELATIVE = re.compile(r'^(import [^;]*?|)from "(\.[^"]+)"', re.MULTILINE)


class CodingWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """Shows the page of the Jupyter server where it answers; otherwise hands the page over, and answers it itself."""

    _esm = STATIC / "notebook.js"
    page = traitlets.Unicode().tag(sync=True)

    def __init__(self, folder: Path, coder: str, *, page: str) -> None:
        super().__init__(page=page)
        self._folder, self._coder = folder, coder
        self._workspace: Workspace | None = None
        self._alone = Lock()
        self.on_msg(lambda _, asked, __: self.send({"id": asked["id"]} | self._answer(asked)))

    def _answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """While a cell runs, messages come in another thread: the project of the notebook is not touched."""
        if asked["what"] == "page":
            return {"answer": page_files()}
        with self._alone:
            if self._workspace is None:
                self._workspace = Workspace(Project.open(self._folder), self._coder)
            return answer(self._workspace, asked["method"], asked["what"], asked.get("body"))


def page_files() -> dict[str, Any]:
    """The page's modules by name, with imports by these names, and its styles."""
    paths = [path for path in STATIC.rglob("*.js") if path.name not in ("notebook.js", "sidebar.js")]
    modules = {_name(path): _by_name(path) for path in sorted(paths)}
    styles = [path.read_text(encoding="utf-8") for path in (STATIC / "workspace.css", STATIC / "views.css")]
    return {"modules": modules, "styles": styles}


def _by_name(path: Path) -> str:
    """A page that came as a message has no address, so nothing is relative to it."""
    named = lambda found: f'{found[1]}from "{_name(path.parent / found[2])}"'  # noqa: E731
    return _RELATIVE.sub(named, path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return f"interviews/{path.resolve().relative_to(STATIC.resolve()).as_posix()}"
