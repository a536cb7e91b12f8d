"""The workspace inside a real JupyterLab: from the launcher, and by a double click on the project's file."""

import time
from typing import Any

import pytest

import interviews as iv
from interviews.model import Query
from tests.lab.workspace.conftest import Served
from tests.lab.workspace.test_accessibility import AXE

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


def test_the_sidebar_shows_the_project_of_the_folder_and_opens_its_places(page: Any, lab: Served) -> None:
    page.on("response", lambda one: page.wrong.append(one.url) if one.status >= 500 else None)
    shown(page, lab, "/tree/study")
    page.click("[data-id=interviews-sidebar]")
    side = page.locator(".iv-sidebar")
    side.locator("h2 >> text=study").wait_for()
    assert side.locator("h4").all_inner_texts() == ["nord", "sued"]
    side.locator("button >> text=b1").click()
    frame = page.frame_locator(".jp-interviews iframe")
    frame.locator(".turn >> text=leite den Treff").wait_for(timeout=60_000)
    frame.locator("#transcript").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("mi")
    page.keyboard.press("Enter")
    frame.locator(".state[data-state=saved]").wait_for()
    side.locator("button >> text=/b1\\s*50 %/").wait_for()
    side.locator("button >> text=Miete").click()
    frame.locator(".code-form h2 >> text=Wohnen/Miete").wait_for()
    side.locator("button >> text=Miete").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    frame.locator(".code-form h2 >> text=Wohnen/Zustand").wait_for()
    assert page.locator(".jp-interviews iframe").count() == 1
    if AXE.exists():
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("() => axe.run('.iv-sidebar').then((result) => result.violations)")
        assert [one["id"] for one in found] == []


def test_a_saved_question_of_the_sidebar_is_asked(page: Any, lab: Served) -> None:
    with iv.open(lab.folder / "study") as project:
        project.save(Query("feucht", "Wohnen"), author="lead")
    shown(page, lab, "/tree/study")
    page.click("[data-id=interviews-sidebar]")
    page.locator(".iv-sidebar button >> text=feucht").click()
    page.frame_locator(".jp-interviews iframe").locator(".told >> text=/@feucht: [0-9]+ passages/").wait_for(
        timeout=60_000
    )
