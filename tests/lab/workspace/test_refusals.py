"""What the project refuses is said in the language of the page."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from interviews.coding import steps
from tests.lab.workspace.conftest import saved, serving
from tests.small_study import make_study

SOURCE = Path(__file__).parents[3] / "src" / "interviews"
REFUSALS = SOURCE / "lab" / "static" / "words" / "refusals_de.js"
_ENTRY = re.compile(r'^  "((?:[^"\\]|\\.)+)": "', re.MULTILINE)


def test_every_sentence_that_has_german_words_is_one_of_the_project() -> None:
    ours = {re.sub(r"\{\w+\}", "{}", sentence) for sentence in _ENTRY.findall(REFUSALS.read_text("utf-8"))}
    assert len(ours) > 50
    assert ours - _sentences() == set()


@pytest.mark.slow
def test_a_coder_meets_refusals_and_reasons_in_german(tmp_path: Path, page: Any) -> None:
    with make_study(tmp_path) as project:
        folder = project.folder
        changed = steps.redefine("Wohnen/Zustand", definition="Nur Schäden.", reason="enger")
        project.revise(changed, author="anna")
    with serving(folder, tmp_path, "--WorkspaceApp.coder=c1") as served:
        page.goto(f"{served.page.replace('language=en', 'language=de')}&transcript=a1")
        page.wait_for_selector(".turn")
        page.keyboard.press("Alt+ArrowUp")
        page.wait_for_selector(".here >> text=Wohnen/Zustand: Definition in Version 2 (enger) geändert")
        page.keyboard.type("mie")
        page.wait_for_selector("dialog.palette[open]")
        with iv.open(folder) as project:
            project.revise(steps.retire("Wohnen/Miete"), author="anna")
        page.keyboard.press("Enter")
        page.wait_for_selector(".note >> text=Nicht gespeichert: der Code „Wohnen/Miete“ wurde stillgelegt")
        saved(page)
        page.keyboard.press("Control+z")
        page.wait_for_selector(".note >> text=von c1 gibt es nichts rückgängig zu machen")
        for _ in range(3):
            page.keyboard.press("F8")
        page.keyboard.type("(Wohnen")
        page.keyboard.press("Enter")
        page.wait_for_selector("#reading .told >> text=Diese Klammer wird nicht geschlossen.")
        page.goto("about:blank")
    page.wrong[:] = [one for one in page.wrong if "400" not in one]


def _sentences() -> set[str]:
    """Every text in the source, with {} where it is filled in."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                found.add("".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values))
    return found
