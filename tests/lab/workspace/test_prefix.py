"""Behind a prefix, as JupyterHub puts one before every path. A hub answers no question without the cookie's token."""

from pathlib import Path
from typing import Any

import pytest

from tests.lab.workspace.conftest import Served, running_lab
from tests.lab.workspace.test_jupyterlab import shown
from tests.lab.workspace.test_notebook import SHOW, code, codings, saved
from tests.lab.workspace.test_notebook import shown as in_cell

pytest.importorskip("anywidget")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def lab(study_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """JupyterLab as the server of the hub's user anna."""
    with running_lab(study_folder.parent, tmp_path_factory.mktemp("hub"), base="/user/anna") as served:
        yield served


@pytest.fixture
def asked(page: Any) -> list[str]:
    """The questions that a page asks; one without the token is wrong."""
    questions: list[str] = []

    def listen(one: Any) -> None:
        if "/interviews/api/" in one.url:
            questions.append(one.url)
            if not one.headers.get("x-xsrftoken"):
                page.wrong.append(f"without a token: {one.url}")

    page.on("request", listen)
    return questions


def test_launcher_and_sidebar_open_the_workspace(page: Any, asked: list[str], lab: Served) -> None:
    shown(page, lab, "/tree/study")
    page.click(".jp-LauncherCard[title='Code interviews']")
    frame = page.frame_locator(".jp-interviews iframe")
    frame.locator(".turn").first.wait_for(timeout=60_000)
    code(page, frame, "zu")
    saved(frame)
    assert codings(lab.folder / "study", "c7") == ["Wohnen/Zustand"]
    page.click("[data-id=interviews-sidebar]")
    page.locator(".iv-sidebar h2 >> text=study").wait_for()
    assert any(one.startswith(f"{lab.address}/api/acts") for one in asked)


def test_a_cell_shows_the_page_of_the_server(page: Any, asked: list[str], lab: Served) -> None:
    frame = in_cell(page, lab, "hub.ipynb", SHOW)
    code(page, frame, "zu")
    saved(frame)
    assert codings(lab.folder / "study", "c5") == ["Wohnen/Zustand"]
    assert frame.locator(".views").is_visible()
    assert any(one.startswith(f"{lab.address}/api/acts") for one in asked)
