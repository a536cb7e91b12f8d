"""Quotes for print: over HTTP from a real server, and by keyboard alone in a real Chromium."""

import urllib.error
from collections.abc import Iterator
from dataclasses import replace
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
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """Served to somebody who has the key of the vault."""
    with make_study(tmp_path) as project:
        folder = project.folder
    monkeypatch.setenv("INTERVIEWS_KEY", str(tmp_path / "study.agekey"))
    with serving(folder, tmp_path, "--WorkspaceApp.coder=anna") as one:
        yield one


def decided(folder: Path) -> list[tuple[str, str, str]]:
    with iv.open(folder) as project:
        quotes = {one.citation: one.text for one in project.quotes()}
        found = project.releases.values()
    return sorted((quotes.get(one.citation, ""), "released" if one.released else "held", one.reason) for one in found)


def test_quotes_are_told_with_their_checks_and_decided_once(ours: Served) -> None:
    told = ours.ask("quotes", {})
    assert told["total"] == 6
    first, *_, last = told["quotes"]
    assert (first["text"], first["allowed"], first["named"], first["rare"]) == (
        "Die Wohnung ist feucht",
        True,
        [],
        "case",
    )
    assert (last["allowed"], last["consent"], last["decided"]) == (False, "team", None)
    assert ours.ask("quotes", {"code": "Nachbarschaft"})["total"] == 1
    ids = ours.ask("passages", {"code": "Nachbarschaft"})["passages"]
    assert ours.ask("quotes", {"ids": [ids[0]["id"]]})["quotes"][0]["codes"] == ["Nachbarschaft"]
    act = {"op": "release", "id": new_id(), "citation": first["id"], "reason": "gegengelesen"}
    for _ in range(2):
        assert ours.ask("acts", [act])[0]["saved"]
    (answer,) = ours.ask("acts", [act | {"id": new_id(), "citation": last["id"]}])
    assert "cannot be released" in answer["problem"]
    (answer,) = ours.ask("acts", [act | {"id": new_id(), "citation": "a1:2-00000000"}])
    assert "citation of no quote" in answer["problem"]
    assert decided(ours.folder) == [("Die Wohnung ist feucht", "released", "gegengelesen")]
    again = ours.ask("quotes", {})["quotes"][0]["decided"]
    assert again == {"released": True, "reason": "gegengelesen", "author": "anna"}
    assert "done" in ours.ask("undo", {})
    assert decided(ours.folder) == []


def test_without_the_key_what_was_not_searched_is_said_so(tmp_path: Path) -> None:
    make_study(tmp_path).close()
    with serving(tmp_path / "study", tmp_path, "--WorkspaceApp.coder=anna") as served:
        assert {one["named"] for one in served.ask("quotes", {})["quotes"]} == {None}


def test_a_blind_coder_gets_no_quotes(tmp_path: Path) -> None:
    make_study(tmp_path).close()
    with serving(tmp_path / "study", tmp_path, "--WorkspaceApp.coder=c1", "--WorkspaceApp.blind=True") as blind:
        with pytest.raises(urllib.error.HTTPError) as caught:
            blind.ask("quotes", {})
        assert "blind round" in caught.value.read().decode()
        for op in ("release", "hold"):
            act = {"op": op, "id": new_id(), "citation": "a1:2-00000000"}
            assert "blind round" in blind.ask("acts", [act])[0]["problem"]


def test_quotes_are_released_and_held_back_by_keyboard_alone(ours: Served, page: Any) -> None:
    shown(page, ours, "quotes", "#quotes .checks")
    assert page.inner_text("#quotes .told") == "6 of 6 quotes: 0 released, 0 held back"
    assert "✓ everyone heard in it agreed" in page.inner_text("#quotes .checks")
    assert "no replaced name stands in it" in page.inner_text("#quotes .checks")
    assert "! few share what is known of the speaker: case (1)" in page.inner_text("#quotes .checks")
    page.keyboard.press("r")
    page.keyboard.type("gegengelesen")
    page.keyboard.press("Enter")
    page.keyboard.press("f")
    page.wait_for_selector("#quotes .told >> text=1 released")
    page.keyboard.press("h")
    page.wait_for_selector("#quotes .told >> text=1 held back")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.wait_for_selector("#quotes .checks .no >> text=not everyone")
    page.keyboard.press("f")
    page.wait_for_selector(".note >> text=cannot be released")
    saved(page)
    assert [one[1:] for one in decided(ours.folder)] == [("released", "gegengelesen"), ("held", "")]
    page.keyboard.press("Control+z")
    page.wait_for_selector("#quotes .told >> text=0 held back")
    page.keyboard.press("Control+y")
    page.wait_for_selector("#quotes .told >> text=1 held back")
    page.keyboard.press("c")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.type("nach")
    page.keyboard.press("Enter")
    page.wait_for_selector("#quotes .told >> text=1 of 1 quotes")
    assert page.inner_text("#quotes blockquote") == "die Nachbarn sind gut"
    page.keyboard.press("o")
    page.wait_for_selector("#transcript:not([hidden])")
    page.wait_for_selector(".here >> text=Nachbarschaft")


def test_the_basket_of_reading_is_what_is_decided_on(ours: Served, page: Any) -> None:
    page.goto(ours.page)
    page.wait_for_selector(".turn")
    for _ in range(3):
        page.keyboard.press("F8")
    page.keyboard.type("Nachbarschaft")
    page.keyboard.press("Enter")
    page.wait_for_selector(".passages li:focus")
    page.keyboard.press(" ")
    page.wait_for_selector(".kept li .words")
    for _ in range(3):
        page.keyboard.press("F8")
    page.wait_for_selector("#quotes .checks")
    page.click("#quotes .choices button >> text=Basket")
    page.wait_for_selector("#quotes .told >> text=1 of 1 quotes")
    page.locator("#quotes select").select_option("released")
    page.wait_for_selector("#quotes .none >> text=There is no quote like that.")


def test_a_consent_that_is_withdrawn_is_told_within_seconds(ours: Served, page: Any) -> None:
    shown(page, ours, "quotes", "#quotes .checks")
    page.wait_for_selector("#quotes .checks .ok >> text=everyone heard in it agreed")
    with iv.open(ours.folder) as project:
        (person,) = [one for one in project.participants if one.name == "P01"]
        project.save(replace(person, attributes=dict(person.attributes) | {"consent": "team"}))
    page.wait_for_selector("#quotes .checks .no >> text=not everyone")


def test_quotes_that_cannot_be_asked_for_leave_those_that_are_shown(ours: Served, page: Any) -> None:
    shown(page, ours, "quotes", "#quotes .checks")
    page.route("**/api/quotes*", lambda route: route.abort())
    page.click("#quotes .choices button >> nth=2")
    page.wait_for_selector(".note >> text=The server cannot be reached")
    page.unroute("**/api/quotes*")
    page.keyboard.press("f")
    page.wait_for_selector("#quotes .told >> text=1 released")
    saved(page)
    page.wrong[:] = [one for one in page.wrong if "net::ERR" not in one]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests/lab/static")
def test_the_view_has_no_violation_in_light_and_dark_and_at_200_percent(ours: Served, page: Any) -> None:
    for scheme, size in (("light", (1400, 900)), ("dark", (1400, 900)), ("light", (700, 450))):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        shown(page, ours, "quotes", "#quotes .checks")
        page.keyboard.press("h")
        page.keyboard.press("ArrowUp")
        page.wait_for_selector("#quotes .decided")
        assert violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
