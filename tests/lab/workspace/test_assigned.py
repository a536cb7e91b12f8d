"""A coder to whom transcripts are assigned finds them first, with progress over all of them."""

from pathlib import Path
from typing import Any

import pytest

from tests.lab.workspace.conftest import serving
from tests.small_study import make_study

pytestmark = pytest.mark.slow


def test_assigned_transcripts_come_first_and_progress_goes_over_them(page: Any, tmp_path: Path) -> None:
    with make_study(tmp_path) as project:
        path = project.folder / "interviews.toml"
        path.write_text(path.read_text("utf-8") + '\n[assignments]\nc3 = ["b1"]\n', encoding="utf-8")
    with serving(project.folder, tmp_path, "--WorkspaceApp.coder=c3") as served:
        page.goto(served.page)
        page.wait_for_selector(".turn >> text=leite den Treff")
        groups = page.locator(".outline optgroup").evaluate_all("all => all.map((one) => one.label)")
        assert groups == ["sued", "nord (not assigned to you)"]
        page.keyboard.press("ArrowDown")
        page.keyboard.type("mi")
        page.keyboard.press("Enter")
        page.wait_for_selector(".told >> text=assigned to you: 1 of 2")
        page.keyboard.press("Alt+PageDown")
        page.wait_for_selector(".turn >> text=wohne seit 2014")
        page.keyboard.press("ArrowDown")
        page.keyboard.type("zu")
        page.keyboard.press("Enter")
        page.wait_for_selector(".told >> text=1 of 2 answers coded, 1 codings · assigned to you: 1 of 2")
        page.wait_for_selector(".state[data-state=saved]")
        page.goto("about:blank")  # so that it does not ask a server that has ended
