"""The framework matrix: over HTTP from a real server, and by keyboard alone in a real Chromium."""

import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from interviews.model import new_id
from tests.lab.workspace.conftest import Served, saved, serving, shown
from tests.lab.workspace.test_accessibility import AXE, violations
from tests.small_study import make_study

pytestmark = pytest.mark.slow


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Served]:
    with make_study(tmp_path) as project:
        folder = project.folder
    with serving(folder, tmp_path, "--WorkspaceApp.coder=anna") as one:
        yield one


def written(folder: Path) -> list[tuple[str, str, str, str]]:
    with iv.open(folder) as project:
        return [(one.case, one.theme, one.text, one.author) for one in project.summaries]


def test_the_matrix_is_told_with_the_evidence_of_a_cell(ours: Served) -> None:
    told = ours.ask("framework?language=de")
    assert [one["name"] for one in told["cases"]] == ["nord", "sued"]
    assert [one["path"] for one in told["themes"]] == ["Wohnen", "Nachbarschaft"]
    assert told["cells"] == [[2, 1], [2, 0]]
    evidence = ours.ask("framework/cell?case=nord&theme=Wohnen")
    assert [(one["turn"], one["codes"]) for one in evidence] == [(2, ["Wohnen/Zustand"]), (4, ["Wohnen/Zustand"])]
    assert evidence[0]["coders"] == ["c1", "c2"]
    assert evidence[0]["words"].startswith("Die Wohnung ist feucht 👍🏽")
    assert ours.ask("framework/cell?case=sued&theme=Nachbarschaft") == []
    with pytest.raises(urllib.error.HTTPError) as caught:
        ours.ask("framework/cell?case=ost&theme=Wohnen")
    assert caught.value.code == 400


def test_a_summary_is_saved_once_and_never_over_another_ones(ours: Served) -> None:
    act = {"op": "summarize", "id": new_id(), "case": "nord", "theme": "Wohnen", "text": "Feucht.", "since": ""}
    for _ in range(2):
        assert ours.ask("acts", [act])[0]["saved"]
    (told,) = ours.ask("framework")["summaries"]
    assert (told["text"], told["author"], told["id"]) == ("Feucht.", "anna", act["id"])
    (answer,) = ours.ask("acts", [act | {"id": new_id(), "text": "Trocken."}])
    assert "meanwhile" in answer["problem"]
    for wrong in ({"text": 3}, {"case": None}, {"since": None}):
        assert "not complete" in ours.ask("acts", [act | {"id": new_id()} | wrong])[0]["problem"]
    assert written(ours.folder) == [("nord", "Wohnen", "Feucht.", "anna")]


def test_a_blind_coder_gets_neither_the_matrix_nor_a_cell(tmp_path: Path) -> None:
    make_study(tmp_path).close()
    with serving(tmp_path / "study", tmp_path, "--WorkspaceApp.coder=c1", "--WorkspaceApp.blind=True") as blind:
        for what in ("framework", "framework/cell?case=nord&theme=Wohnen"):
            with pytest.raises(urllib.error.HTTPError) as caught:
                blind.ask(what)
            assert "blind round" in caught.value.read().decode()
        act = {"op": "summarize", "id": new_id(), "case": "nord", "theme": "Wohnen", "text": "x", "since": ""}
        assert "blind round" in blind.ask("acts", [act])[0]["problem"]


def test_a_cell_is_read_opened_in_its_place_and_written_by_keyboard_alone(ours: Served, page: Any) -> None:
    shown(page, ours, "framework", "#framework [aria-selected=true]:focus")
    page.wait_for_selector("#framework .passages li:nth-child(2)")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#framework h2 >> text=nord × Nachbarschaft")
    page.wait_for_selector("#framework .passages mark >> text=die Nachbarn sind gut")
    page.keyboard.press("Enter")
    page.wait_for_selector("#framework .passages li:focus")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.keyboard.type("Gute <b>Nachbarn</b>.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[aria-selected=true] .text >> text=Gute <b>Nachbarn</b>.")
    saved(page)
    assert written(ours.folder) == [("nord", "Nachbarschaft", "Gute <b>Nachbarn</b>.", "anna")]
    page.wait_for_selector("#framework [aria-selected=true]:focus")
    page.keyboard.press("Control+z")
    page.wait_for_selector("[aria-selected=true] .text", state="detached")
    assert written(ours.folder) == []
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#framework .passages >> text=Nothing is coded here.")
    page.keyboard.press("Home")
    page.wait_for_selector("#framework .passages li:nth-child(2) mark")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#transcript:not([hidden])")
    assert page.evaluate("() => document.activeElement.id") == "transcript"
    page.wait_for_selector(".here >> text=Wohnen/Miete")


def test_what_is_being_written_stays_while_others_save_and_is_not_lost_where_it_is_refused(
    ours: Served, page: Any
) -> None:
    shown(page, ours, "framework", "#framework [aria-selected=true]:focus")
    page.keyboard.press("F2")
    page.keyboard.type("Mein ")
    with iv.open(ours.folder) as project:
        project.summarize("nord", "Wohnen", "Ihres", author="bert")
    page.wait_for_selector("#framework .memo >> text=Ihres")
    page.keyboard.type("Satz")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".note >> text=bert has written into this cell meanwhile")
    page.wait_for_selector("#framework .memo >> text=Ihres")
    assert page.input_value("#summary") == "Mein Satz"
    page.keyboard.press("e")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[aria-selected=true] .text >> text=Mein Satz")
    saved(page)
    assert written(ours.folder) == [("nord", "Wohnen", "Mein Satz", "anna")]


def test_evidence_of_another_cell_never_stands_under_the_chosen_one(ours: Served, page: Any) -> None:
    shown(page, ours, "framework", "#framework [aria-selected=true]:focus")
    page.wait_for_selector("#framework .passages li:nth-child(2)")
    asked: list[Any] = []
    page.route("**/framework/cell*", lambda route: asked.append(route))
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#framework h2 >> text=sued × Wohnen")
    page.wait_for_timeout(200)
    assert page.locator("#framework .passages mark").count() == 0
    asked[0].abort()
    page.wait_for_selector("#framework .passages >> text=The server cannot be reached")
    page.unroute("**/framework/cell*")
    page.keyboard.press("ArrowUp")
    page.wait_for_selector("#framework .passages mark >> text=feucht")
    page.wrong[:] = [one for one in page.wrong if "net::ERR" not in one]


def test_a_late_answer_does_not_hide_what_was_written_meanwhile(ours: Served, page: Any) -> None:
    shown(page, ours, "framework", "#framework [aria-selected=true]:focus")
    page.wait_for_selector("#framework .passages mark")
    late: list[Any] = []
    page.route("**/api/framework?*", lambda route: late.append((route, route.fetch())))
    with iv.open(ours.folder) as project:
        project.summarize("nord", "Nachbarschaft", "Ihres", author="bert")
    while not late:
        page.wait_for_timeout(100)
    page.keyboard.press("e")
    page.keyboard.type("Meins")
    page.keyboard.press("Control+Enter")
    saved(page)
    for route, answer in late:
        route.fulfill(response=answer)
    page.unroute("**/api/framework?*")
    page.wait_for_selector("#framework .text >> text=Ihres")
    page.wait_for_selector("[aria-selected=true] .text >> text=Meins")


def test_what_was_written_after_a_refused_summary_stays(ours: Served, page: Any) -> None:
    shown(page, ours, "framework", "#framework [aria-selected=true]:focus")
    page.keyboard.press("e")
    page.keyboard.type("Mein")
    page.wait_for_timeout(100)
    sent: list[Any] = []
    page.route("**/api/acts*", lambda route: sent.append(route))
    with iv.open(ours.folder) as project:
        project.summarize("nord", "Wohnen", "Ihres", author="bert")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("e")
    page.keyboard.press("End")
    page.keyboard.type(" Satz")
    sent[0].continue_()
    page.unroute("**/api/acts*")
    page.wait_for_selector(".note >> text=bert has written into this cell meanwhile")
    page.wait_for_selector("#framework .memo >> text=Ihres")
    assert page.input_value("#summary") == "Mein Satz"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests/lab/static")
def test_the_view_has_no_violation_in_light_and_dark_and_at_200_percent(ours: Served, page: Any) -> None:
    with iv.open(ours.folder) as project:
        project.summarize("nord", "Wohnen", "Feucht, aber bezahlbar. " * 9, author="bert")
    for scheme, size in (("light", (1400, 900)), ("dark", (1400, 900)), ("light", (700, 450))):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        shown(page, ours, "framework", "#framework [aria-selected=true]:focus")
        page.wait_for_selector("#framework .passages mark")
        assert violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
