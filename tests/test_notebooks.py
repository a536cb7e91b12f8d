"""The notebooks run, in their order, each in its own kernel."""

import nbformat
import pytest
from nbclient import NotebookClient

from tests.conftest import REPOSITORY

NOTEBOOKS = sorted((REPOSITORY / "notebooks").glob("*.ipynb"))
NAMES = ("Yılmaz", "Yilmaz", "Rojîn", "Aksoy", "Kröger", "Petrescu")


@pytest.mark.slow
def test_the_notebooks_run_one_after_the_other(tmp_path):
    assert NOTEBOOKS
    for path in NOTEBOOKS:
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
        assert all(cell.get("execution_count") for cell in notebook.cells if cell.cell_type == "code"), path.name


def test_no_notebook_shows_an_original_name():
    for path in NOTEBOOKS:
        shown = "".join(
            str(output) for cell in nbformat.read(path, as_version=4).cells for output in cell.get("outputs", ())
        )
        assert not [name for name in NAMES if name in shown], path.name
