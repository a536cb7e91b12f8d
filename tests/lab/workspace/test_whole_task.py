"""A coder's day in a real JupyterLab, by keyboard alone: code, undo, go home, come back; the notebook says the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.lab.workspace.conftest import Served
from tests.lab.workspace.notebooks import OPEN, open_notebook, printed, run_all, write_notebook

pytestmark = pytest.mark.slow

CODED, UNDONE = 30, 10
TABLE = """import json
found = project.codings.where(coder='c7').table()
rows = zip(found['transcript'], found['start'].astype(int), found['code'], found['text'])
print('found ' + json.dumps(sorted(rows)))"""


def open_workspace(page: Any, lab: Served) -> Any:
    """JupyterLab's list of commands, and the words that a coder types there."""
    page.goto(f"{lab.address.removesuffix('/interviews')}/lab?token=t&reset")
    page.wait_for_selector(".jp-Launcher", timeout=90_000)
    page.keyboard.press("Control+Shift+c")
    page.wait_for_selector(".lm-CommandPalette-input:focus")
    page.keyboard.type("Code interviews")
    page.wait_for_selector(".lm-CommandPalette-item.lm-mod-active >> text=Code interviews")
    page.keyboard.press("Enter")
    frame = page.frame_locator(".jp-interviews iframe")
    frame.locator("#transcript:focus .turn").first.wait_for(timeout=60_000)
    return frame


def test_thirty_passages_are_coded_ten_undone_and_twenty_found_again(browser: Any, lab: Served) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    frame = open_workspace(page, lab)
    page.keyboard.press("Control+Home")
    for at in range(CODED):
        page.keyboard.press("Control+ArrowRight")
        page.keyboard.type(("zu", "mi", "na")[at % 3])
        page.keyboard.press("Enter")
    frame.locator(f".told >> text=/ {CODED} codings/").wait_for()
    frame.locator(".state[data-state=saved]").wait_for()
    for left in range(CODED - 1, CODED - UNDONE - 1, -1):
        page.keyboard.press("Control+z")
        frame.locator(f".told >> text=/ {left} codings/").wait_for()
    page.close()

    page = context.new_page()
    frame = open_workspace(page, lab)
    frame.locator(f".told >> text=/ {CODED - UNDONE} codings/").wait_for()
    transcript = lab.ask(f"transcripts/{lab.ask('study?project=study')['transcripts'][0]['id']}?project=study")
    text = transcript["text"]
    expected = sorted(
        [transcript["name"], one["start"], one["code"], text[one["start"] : one["end"]]]
        for one in transcript["codings"]
        if one["coder"] == "c7"
    )
    assert len(expected) == CODED - UNDONE

    write_notebook(Path(lab.folder, "table.ipynb"), "\n".join((*OPEN, TABLE)))
    open_notebook(page, lab, "table.ipynb")
    run_all(page)
    assert json.loads(printed(page, "found").removeprefix("found ")) == expected
    context.close()
