"""Notebooks in a real JupyterLab: written, opened, run."""

from pathlib import Path
from typing import Any

from tests.lab.workspace.conftest import Served

IDLE = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
OPEN = ("import interviews as iv", "from interviews import lab", "project = iv.open('study')")


def write_notebook(path: Path, *cells: str) -> None:
    """A notebook of code cells, not run."""
    nbformat = __import__("nbformat")
    made = [nbformat.v4.new_code_cell(cell) for cell in cells]
    spec = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=made, metadata=spec), path)


def open_notebook(page: Any, lab: Served, name: str) -> None:
    """Open a notebook in JupyterLab, and wait for its kernel."""
    page.goto(f"{lab.address.removesuffix('/interviews')}/lab/tree/{name}?token=t&reset")
    page.wait_for_function(IDLE, timeout=90_000)


def run_all(page: Any) -> None:
    """Run all cells; what they show is there when it is there."""
    page.evaluate("() => jupyterapp.commands.execute('notebook:run-all-cells')")


def printed(page: Any, beginning: str) -> str:
    """The line that a cell printed after these words."""
    found = page.locator(f".jp-OutputArea-output >> text=/{beginning} /").last
    found.wait_for(timeout=60_000)
    return str(found.inner_text()).strip()
