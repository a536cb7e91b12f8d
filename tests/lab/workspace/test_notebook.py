"""The workspace in a notebook's cell: through the server, and without one through the kernel, which may be killed."""

import signal
from pathlib import Path
from typing import Any

import psutil
import pytest

import interviews as iv
from tests.lab.workspace.conftest import Served
from tests.lab.workspace.notebooks import IDLE, OPEN, open_notebook, run_all, write_notebook

pytest.importorskip("anywidget")
pytestmark = pytest.mark.slow

SHOW = "lab.code(project, coder='c5')"
# What a kernel of another computer has: no Jupyter server that could be found.
APART = "import os; os.environ['JUPYTER_RUNTIME_DIR'] = '/elsewhere'"
CELLS = "() => jupyterapp.shell.currentWidget.content.model.cells.length"


def codings(folder: Path, coder: str) -> list[str]:
    with iv.open(folder) as project:
        return [str(one.code) for one in project.coding_records if one.coder == coder]


def shown(page: Any, lab: Served, name: str, *cells: str) -> Any:
    """The page in the last cell of a new notebook."""
    write_notebook(lab.folder / name, "\n".join((*OPEN, *cells)))
    open_notebook(page, lab, name)
    run_all(page)
    return workspace(page)


def workspace(page: Any) -> Any:
    frame = page.frame_locator(".jp-OutputArea iframe[title=Interviews]")
    frame.locator(".turn").first.wait_for(timeout=60_000)
    return frame


def code(page: Any, frame: Any, letters: str) -> None:
    frame.locator("#transcript").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type(letters)
    page.keyboard.press("Enter")


def code_again(page: Any, frame: Any, times: int) -> None:
    frame.locator("#transcript").focus()
    for _ in range(times):
        page.keyboard.press("ArrowRight")
        page.keyboard.press(".")


def kill_kernel(page: Any, lab: Served) -> None:
    """Kill it without a warning, as an operating system does that is short of memory; the server starts another."""
    for child in psutil.Process(lab.process.pid).children():
        child.send_signal(signal.SIGKILL)
    page.locator(".jp-Dialog button").first.click(timeout=60_000)
    page.wait_for_function(IDLE, timeout=60_000)


def saved(frame: Any) -> None:
    frame.locator(".state[data-state=saved]").wait_for()


@pytest.mark.parametrize(("coder", "before"), [("c5", ()), ("c6", (APART,))], ids=["server", "kernel"])
def test_what_is_coded_in_a_cell_is_saved_and_its_keys_do_nothing_else(
    page: Any, lab: Served, study_folder: Path, coder: str, before: tuple[str, ...]
) -> None:
    frame = shown(page, lab, f"{coder}.ipynb", *before, SHOW.replace("c5", coder))
    code(page, frame, "zu")
    for key in ("ArrowRight", ".", "a", "Escape", "b", "Escape", "x", "Escape", "d", "Escape", "d", "Escape"):
        page.keyboard.press(key)
    saved(frame)
    assert codings(study_folder, coder) == ["Wohnen/Zustand"] * 2
    assert page.evaluate(CELLS) == 1
    page.keyboard.press("Control+z")
    frame.locator(".told >> text=/ 1 codings/").wait_for()
    assert codings(study_folder, coder) == ["Wohnen/Zustand"]
    assert frame.locator(".views").is_visible() is (coder == "c5")


def test_a_kernel_that_is_killed_takes_nothing_along_where_there_is_a_server(
    page: Any, lab: Served, study_folder: Path
) -> None:
    frame = shown(page, lab, "served.ipynb", SHOW.replace("c5", "c9"))
    code(page, frame, "zu")
    kill_kernel(page, lab)
    code_again(page, frame, 3)
    saved(frame)
    assert len(codings(study_folder, "c9")) == 4


def test_what_is_coded_while_the_kernel_is_dead_waits_and_is_saved_by_the_next(
    page: Any, lab: Served, study_folder: Path
) -> None:
    frame = shown(page, lab, "killed.ipynb", APART, SHOW.replace("c5", "c8"))
    code(page, frame, "zu")
    saved(frame)
    kill_kernel(page, lab)
    code_again(page, frame, 3)
    frame.locator(".state[data-state=cut] >> text=/3 not saved yet: the kernel/").wait_for(timeout=60_000)
    assert len(codings(study_folder, "c8")) == 1
    run_all(page)
    frame = workspace(page)
    frame.locator(".told >> text=/ 4 codings/").wait_for()
    saved(frame)
    assert len(codings(study_folder, "c8")) == 4
