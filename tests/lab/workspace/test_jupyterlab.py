"""The workspace inside a real JupyterLab: from the launcher, and by a double click on the project's file."""

import time
from typing import Any

import pytest

from tests.lab.workspace.conftest import Served

pytestmark = pytest.mark.slow

PAPER = "body => getComputedStyle(body).backgroundColor"


def shown(page: Any, lab: Served, path: str) -> None:
    page.goto(f"{lab.address.removesuffix('/interviews')}/lab{path}?token=t&reset")
    page.wait_for_selector(".jp-Launcher", timeout=90_000)


def test_the_launcher_opens_the_workspace_and_codings_reach_the_project(browser: Any, lab: Served) -> None:
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    shown(page, lab, "")
    page.click(".jp-LauncherCard[title='Code interviews']")
    frame = page.frame_locator(".jp-interviews iframe")
    frame.locator(".turn").first.wait_for(timeout=60_000)
    frame.locator("#transcript").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("zu")
    page.keyboard.press("Enter")
    frame.locator(".told >> text=/ 1 codings/").wait_for()
    frame.locator(".state[data-state=saved]").wait_for()
    told = lab.ask("study?project=study")
    assert (told["coder"], sum(one["codings"] for one in told["transcripts"])) == ("c7", 1)


def test_a_double_click_on_the_project_opens_it(browser: Any, lab: Served) -> None:
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    shown(page, lab, "/tree/study")
    page.dblclick(".jp-DirListing-itemText >> text=interviews.toml")
    page.frame_locator(".jp-interviews iframe").locator(".turn").first.wait_for(timeout=60_000)


def test_the_workspace_follows_the_theme_of_jupyterlab(browser: Any, lab: Served) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme="light")
    page = context.new_page()
    shown(page, lab, "")
    page.click(".jp-LauncherCard[title='Code interviews']")
    body = page.frame_locator(".jp-interviews iframe").locator("body")
    body.locator(".turn").first.wait_for(timeout=60_000)
    for theme, paper in (
        ("JupyterLab Dark", "rgb(22, 24, 27)"),
        ("JupyterLab Dark High Contrast", "rgb(0, 0, 0)"),
        ("JupyterLab Light", "rgb(255, 255, 255)"),
    ):
        page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
        until = time.monotonic() + 30
        while time.monotonic() < until and (seen := body.evaluate(PAPER)) != paper:
            page.wait_for_timeout(100)
        assert seen == paper
    context.close()
