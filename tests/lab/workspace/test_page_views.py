"""The views beside coding, in a real Chromium: the codebook is changed, codings are decided on, passages are read."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from interviews.coding import steps
from interviews.model import Span, Suggestion
from tests.lab.workspace.conftest import Served, serving
from tests.lab.workspace.test_accessibility import AXE, violations
from tests.small_study import CODEBOOK, make_study

pytestmark = pytest.mark.slow


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Served]:
    """A study of one's own, as the coder c1, with the file of its codebook."""
    with make_study(tmp_path) as project:
        folder = project.folder
        transcript = project.transcripts[1]
        start = transcript.text.index("im Sommer ist es laut")
        span = Span(start, start + 21)
        project.save(Suggestion(transcript.id, span, "Nachbarschaft", "test", 0.5, transcript.version), author="lead")
    (folder / "codebooks").mkdir(exist_ok=True)
    (folder / "codebooks" / "klein.yaml").write_text(CODEBOOK, encoding="utf-8")
    with serving(folder, tmp_path, "--WorkspaceApp.coder=c1") as one:
        yield one


def opened(page: Any, served: Served, presses: int) -> None:
    page.goto(served.page)
    page.wait_for_selector(".turn")
    for _ in range(presses):
        page.keyboard.press("F8")


def codes_of(folder: Path) -> list[str]:
    with iv.open(folder) as project:
        return [code.path for code in project.codebook]


def confirmed(page: Any, reason: str = "") -> None:
    """Save what the open preview shows."""
    page.wait_for_selector("dialog[open] .preview")
    page.keyboard.type(reason)
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]", state="detached")


def dragged(page: Any, path: str, onto: str, place: dict[str, int] | None = None) -> None:
    """Drag a code; once more where the codes were told anew just when the mouse went down."""
    for _ in range(3):
        page.locator(f"[data-path='{path}']").drag_to(page.locator(f"[data-path='{onto}']"), target_position=place)
        with suppress(Exception):
            page.wait_for_selector("dialog[open] .preview", timeout=4_000)
            return


def revised(folder: Path) -> None:
    with iv.open(folder) as project:
        changed = steps.redefine("Wohnen/Zustand", definition="Nur <b>Schäden</b>.", reason="enger")
        project.revise(changed, steps.retire("Nachbarschaft"), author="anna")


def test_a_code_is_redefined_and_renamed_by_keyboard_alone(ours: Served, page: Any) -> None:
    opened(page, ours, 1)
    page.wait_for_selector("[role=treeitem]")
    assert page.inner_text("[data-path='Wohnen/Zustand'] .count") == "2 / 3"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("Nur <b>Schäden</b>.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("dialog[open] .preview")
    assert page.inner_text("dialog .moves tbody").split() == ["c1", "0", "2", "c2", "0", "1"]
    confirmed(page, "enger")
    page.wait_for_selector(".versions >> text=Version 2 · c1")
    page.keyboard.press("F2")
    page.keyboard.type("Schäden")
    page.keyboard.press("Control+Enter")
    confirmed(page)
    page.wait_for_selector("[data-path='Wohnen/Schäden'][aria-selected=true]")
    with iv.open(ours.folder) as project:
        assert project.codebook.get("Wohnen/Schäden").definition == "Nur <b>Schäden</b>."
        assert len(project.to_review) == 3
    written = (ours.folder / "codebooks" / "klein.yaml").read_text(encoding="utf-8")
    assert "name: Schäden" in written
    page.keyboard.press("Control+z")
    page.wait_for_selector("[data-path='Wohnen/Zustand']")
    page.wait_for_selector(".versions >> text=Version 3", state="detached")


def test_codes_are_moved_by_keyboard_and_by_dragging(ours: Served, page: Any) -> None:
    opened(page, ours, 1)
    page.click("[data-path='Nachbarschaft']")
    page.keyboard.press("Alt+ArrowRight")
    confirmed(page)
    page.wait_for_selector("[data-path='Wohnen/Nachbarschaft'][aria-selected=true]")
    page.keyboard.press("Alt+ArrowUp")
    confirmed(page)
    page.wait_for_selector("[data-path='Wohnen/Nachbarschaft'] + [data-path='Wohnen/Miete']")
    dragged(page, "Wohnen/Miete", "Wohnen/Zustand")
    assert "Wohnen/Zustand/Miete" in page.inner_text("dialog .changes")
    confirmed(page)
    page.wait_for_selector("[data-path='Wohnen/Zustand/Miete']")
    dragged(page, "Wohnen/Nachbarschaft", "Wohnen", {"x": 30, "y": 2})
    confirmed(page)
    page.wait_for_selector("[data-path='Nachbarschaft'] + [data-path='Wohnen']")
    assert codes_of(ours.folder) == ["Nachbarschaft", "Wohnen", "Wohnen/Zustand", "Wohnen/Zustand/Miete"]


def test_codes_are_added_merged_split_retired_and_used_again(ours: Served, page: Any) -> None:
    opened(page, ours, 1)
    page.click("[data-path='Wohnen']")
    page.keyboard.press("Insert")
    page.fill("#asked", "Lage")
    page.keyboard.press("Enter")
    confirmed(page)
    page.click("[data-path='Wohnen/Miete']")
    page.click("[data-command=merge]")
    page.keyboard.type("zus")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] .preview")
    assert page.inner_text("dialog .moves tbody").split() == ["c1", "1", "0", "c2", "1", "0"]
    confirmed(page)
    page.wait_for_selector("[data-path='Wohnen/Zustand'][aria-selected=true]")
    page.click("[data-command=split]")
    page.fill("#parts", "Schimmel\nEnge")
    page.keyboard.press("Control+Enter")
    confirmed(page)
    page.wait_for_selector("[data-path='Wohnen/Zustand/Enge']")
    page.click("[data-path='Nachbarschaft']")
    page.keyboard.press("Delete")
    confirmed(page)
    page.wait_for_selector("[data-path='Nachbarschaft'].retired")
    page.click("[data-command=retire]")
    confirmed(page)
    page.wait_for_selector("[data-path='Nachbarschaft']:not(.retired)")
    expected = ["Wohnen", *(f"Wohnen/{name}" for name in ("Zustand", "Zustand/Schimmel", "Zustand/Enge", "Lage"))]
    assert codes_of(ours.folder) == [*expected, "Nachbarschaft"]


def test_a_draft_stays_and_what_another_person_saved_meanwhile_is_not_overwritten(ours: Served, page: Any) -> None:
    opened(page, ours, 1)
    page.click("[data-path='Wohnen/Zustand']")
    page.fill("#code-memo", "mein Memo")
    page.click("[data-path='Wohnen/Miete']")
    assert page.input_value("#code-memo") == ""
    page.click("[data-path='Wohnen/Zustand']")
    assert page.input_value("#code-memo") == "mein Memo"
    page.click("button[type=submit] >> text=Save …")
    page.wait_for_selector("dialog[open] .preview")
    revised(ours.folder)
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog .wrong >> text=by now")
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.querySelector('#code-definition').value.includes('Schäden')")
    assert page.input_value("#code-memo") == "mein Memo"
    page.click("button[type=submit] >> text=Save …")
    page.wait_for_selector("dialog[open] .preview")
    confirmed(page)
    page.wait_for_selector(".versions >> text=Version 3")
    with iv.open(ours.folder) as project:
        code = project.codebook.get("Wohnen/Zustand")
    assert (code.memo, code.definition) == ("mein Memo", "Nur <b>Schäden</b>.")
    page.wrong[:] = [one for one in page.wrong if "400" not in one]


def test_what_waits_is_decided_by_key(ours: Served, page: Any) -> None:
    revised(ours.folder)
    opened(page, ours, 2)
    page.wait_for_selector(".card mark")
    assert page.inner_text(".card mark") == "Die Wohnung ist feucht"
    assert "Nur <b>Schäden</b>." in page.inner_text(".card ins")
    assert page.inner_text(".side .told") == "0 of 4 decided"
    page.keyboard.press("k")
    page.wait_for_selector(".card mark >> text=bleibt")
    page.keyboard.press("c")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.type("mie")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card mark >> text=Nachbarn")
    page.keyboard.press("Delete")
    page.wait_for_selector(".card mark >> text=Sommer")
    page.keyboard.press("a")  # its code is retired: the project refuses, and it waits again
    page.wait_for_selector(".note >> text=Not saved")
    page.wait_for_selector(".card mark >> text=Sommer")
    page.keyboard.press("r")
    page.wait_for_selector(".card >> text=Nothing waits")
    page.wait_for_selector(".state[data-state=saved]")
    with iv.open(ours.folder) as project:
        frame = project.codings.where(coder="c1").table().sort_values(["transcript", "start"])
        assert list(frame["code"].astype(str)) == ["Wohnen/Zustand", "Wohnen/Miete", "Wohnen/Miete"]
        assert len(project.to_review.where(coder="c1")) == 0
        assert len(project.suggestions.items) == 0
    page.keyboard.press("Control+z")
    page.wait_for_selector(".card mark >> text=Sommer")


def test_passages_are_read_opened_in_their_place_and_kept_in_the_basket(ours: Served, page: Any) -> None:
    opened(page, ours, 3)
    page.keyboard.type("Nachbarschaft or Miete")
    page.keyboard.press("Enter")
    page.wait_for_selector(".passages li:nth-child(4)")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    page.wait_for_selector(".kept li .words")
    words = page.inner_text(".kept .words")
    line = page.input_value("#basket-line")
    with iv.open(ours.folder) as project:
        chosen = eval(line.split("iv.export(")[1].split(', "quotes')[0], {"project": project})
        assert list(chosen.table()["text"]) == [words]
    page.keyboard.press("Enter")
    page.wait_for_selector("#transcript:not([hidden])")
    assert page.evaluate("() => document.activeElement.id") == "transcript"
    assert "by c2" in page.inner_text(".here")
    page.reload()
    page.wait_for_selector(".turn")
    for _ in range(3):
        page.keyboard.press("F8")
    page.wait_for_selector(f".kept .words >> text={words}")
    page.keyboard.type("(")
    page.keyboard.press("Enter")
    page.wait_for_function("() => !document.querySelector('.results .told').textContent.includes('Choose')")
    assert page.locator(".passages li").count() == 0
    page.wrong[:] = [one for one in page.wrong if "400" not in one]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests/lab/static")
def test_the_views_have_no_violation_in_light_and_dark_and_at_200_percent(ours: Served, page: Any) -> None:
    revised(ours.folder)
    for scheme, size in (("light", (1400, 900)), ("dark", (1400, 900)), ("light", (700, 450))):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        opened(page, ours, 1)
        page.click("[data-path='Wohnen/Miete']")
        page.click(".versions summary")
        page.wait_for_selector(".versions ins")
        assert violations(page) == []
        page.fill("#code-definition", "anders")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("dialog[open] .preview")
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.keyboard.press("F8")
        page.wait_for_selector(".card mark")
        assert violations(page) == []
        page.keyboard.press("F8")
        page.keyboard.type("Wohnen")
        page.keyboard.press("Enter")
        page.wait_for_selector(".passages li")
        page.keyboard.press(" ")
        page.wait_for_selector(".kept .words")
        assert violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        page.evaluate("() => localStorage.clear()")
