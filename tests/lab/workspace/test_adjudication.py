"""Adjudication: over HTTP from a real server, and by keyboard alone in a real Chromium."""

import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from interviews.model import Coding, Span, new_id
from tests.lab.workspace.conftest import Served, saved, serving, shown
from tests.lab.workspace.test_accessibility import AXE, violations
from tests.small_study import make_study

pytestmark = pytest.mark.slow
LOUD = "im Sommer ist es laut"


def make(home: Path) -> Path:
    """A study in which c1 and c2 differ in borders, in a code, and in what only one coded; with emoji on the way."""
    with make_study(home) as project:
        transcript = project.transcripts[1]
        start = transcript.text.index(LOUD)
        for coder, code, by in (("c1", "Nachbarschaft", 21), ("c2", "Wohnen/Zustand", 9)):
            coding = Coding(
                transcript.id, Span(start, start + by), code, coder, transcript.version, memo=f"von {coder}"
            )
            project.save(coding, author=coder)
        return project.folder


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Served]:
    """Adjudicated by anna, who codes nothing herself."""
    with serving(make(tmp_path), tmp_path, "--WorkspaceApp.coder=anna") as one:
        yield one


def act(one: dict, decision: str, **fields: object) -> dict:
    told = {"op": "adjudicate", "id": new_id(), "disagreement": one["id"], "decision": decision, "as": "consensus"}
    return told | fields


def decided(folder: Path) -> list[tuple]:
    with iv.open(folder) as project:
        frame = project.disagreements("c1", "c2").table()
        frame = frame[["decision", "outcome", "reason", "author"]].astype(object)
        return list(frame.where(frame.notna(), None).itertuples(index=False, name=None))


def test_disagreements_are_told_decided_once_and_undone(ours: Served) -> None:
    told = ours.ask("disagreements")
    assert (told["coders"], told["first"], told["second"], told["as"]) == (["c1", "c2"], "c1", "c2", "consensus")
    borders, *_, code = told["disagreements"]
    assert (borders["difference"], code["difference"]) == ("borders", "code")
    letters = borders["before"] + borders["words"] + borders["after"]
    start = borders["start"] - len(borders["before"])
    (first,), (second,) = borders["first"], borders["second"]
    assert letters[first["start"] - borders["start"] + len(borders["before"]) :].startswith(
        "Die Wohnung ist feucht 👍🏽"
    )
    assert second["end"] - start <= len(letters)
    assert (code["first"][0]["code"], code["second"][0]["memo"]) == ("Nachbarschaft", "von c2")
    first = act(code, "c2", reason="leiser Lärm")
    for _ in range(2):
        assert ours.ask("acts", [first])[0]["saved"]
    own = act(borders, "own", code="Wohnen", start=borders["start"], end=borders["start"] + 11)
    assert ours.ask("acts", [own])[0]["saved"]
    assert decided(ours.folder) == [
        ("own", "Wohnen", "", "anna"),
        *[(None,) * 4] * 3,
        ("as c2", "Wohnen/Zustand", "leiser Lärm", "anna"),
    ]
    again = ours.ask("disagreements?first=c2&second=c1&as=consensus")["disagreements"]
    assert (again[0]["decided"]["decision"], again[0]["decided"]["outcome"][0]["code"]) == ("own", "Wohnen")
    assert "done" in ours.ask("undo", {})
    assert ours.ask("disagreements")["disagreements"][0]["decided"] is None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"decision": "c9"}, "'c9' is no decision"),
        ({"as": "c1"}, "a name of their own"),
        ({"disagreement": "x"}, "changed or taken back meanwhile"),
        ({"decision": "own", "code": "Garten"}, "no code 'Garten'"),
        ({"as": 3}, "not complete"),
        ({"disagreement": None}, "not complete"),
    ],
)
def test_what_cannot_be_decided_is_answered_in_a_sentence(ours: Served, fields: dict, told: str) -> None:
    one = ours.ask("disagreements")["disagreements"][0]
    (answer,) = ours.ask("acts", [act(one, "c1") | fields])
    assert told in answer["problem"]
    with pytest.raises(urllib.error.HTTPError) as caught:
        ours.ask("disagreements?first=c1&second=c9")
    assert (caught.value.code, "no coder 'c9'" in caught.value.read().decode()) == (400, True)


def test_a_blind_coder_gets_neither_the_view_nor_an_answer(tmp_path: Path, page: Any) -> None:
    with serving(make(tmp_path), tmp_path, "--WorkspaceApp.coder=c1", "--WorkspaceApp.blind=True") as blind:
        with iv.open(blind.folder) as project:
            ids = project.disagreements("c1", "c2").table()["disagreement"][0]
        with pytest.raises(urllib.error.HTTPError) as caught:
            blind.ask("disagreements?first=c1&second=c2")
        assert caught.value.code == 400
        assert "blind round" in caught.value.read().decode()
        (answer,) = blind.ask("acts", [act({"id": ids}, "c1")])
        assert "blind round" in answer["problem"]
        page.goto(blind.page)
        page.wait_for_selector(".turn")
        assert page.locator("[data-view=adjudication]").count() == 0
        assert page.locator("#adjudication").count() == 0
        page.goto("about:blank")  # before the server is gone, which the page would say
        assert set(decided(blind.folder)) == {(None,) * 4}
        page.goto("about:blank")  # or it would go on asking a server that is gone


def test_everything_is_decided_by_keyboard_alone(ours: Served, page: Any) -> None:
    shown(page, ours, "adjudication", "#adjudication .beside")
    columns = page.locator(".column mark")
    assert columns.all_inner_texts()[0] == "Die Wohnung ist feucht"
    assert columns.all_inner_texts()[1].startswith("Die Wohnung ist feucht 👍🏽, sagt")
    assert "Wie die Wohnung ist." in page.inner_text(".column >> nth=0")
    assert page.inner_text("#adjudication .told") == "0 of 5 decided"
    page.keyboard.press("r")
    page.keyboard.type("am Satzende")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    page.wait_for_selector("#adjudication .told >> text=1 of 5")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("n")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(".column mark >> text=Sommer")
    page.keyboard.press("w")
    page.keyboard.press("c")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.type("mie")
    page.keyboard.press("Enter")
    page.wait_for_selector("#adjudication .told >> text=3 of 5")
    saved(page)
    assert decided(ours.folder) == [
        ("as c1", "Wohnen/Zustand", "am Satzende", "anna"),
        (None,) * 4,
        ("neither", "", "", "anna"),
        (None,) * 4,
        ("own", "Wohnen/Miete", "", "anna"),
    ]
    with iv.open(ours.folder) as project:
        frame = project.codings.where(coder="consensus").table()
        assert list(frame["text"]) == ["Die Wohnung ist feucht", "im Sommer"]
    page.wait_for_function("() => document.activeElement.id === 'adjudication'")
    page.keyboard.press("Control+z")
    page.wait_for_selector("#adjudication .told >> text=2 of 5")
    page.keyboard.press("Control+y")
    page.wait_for_selector("#adjudication .told >> text=3 of 5")
    page.keyboard.press("b")
    page.keyboard.press("2")
    page.wait_for_selector("#adjudication .told >> text=5 of 5")
    saved(page)
    page.keyboard.press("o")
    page.wait_for_selector("#transcript:not([hidden])")
    assert page.evaluate("() => document.activeElement.id") == "transcript"


def test_what_is_listed_is_chosen_and_what_is_written_stays(ours: Served, page: Any) -> None:
    shown(page, ours, "adjudication", "#adjudication .beside")
    page.locator("#adjudication select >> nth=2").select_option("b1")
    assert page.locator("#adjudication .waiting li").count() == 3
    page.locator("#adjudication select >> nth=3").select_option("Nachbarschaft")
    assert page.locator("#adjudication .waiting li").count() == 1
    page.focus("#reason")
    page.keyboard.type("erst ")
    with iv.open(ours.folder) as project:
        project.adjudicate(project.disagreements("c1", "c2").where(difference="borders"), "c2", author="bert")
    page.wait_for_selector("#adjudication .told >> text=1 of 5")
    page.keyboard.type("recht")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    saved(page)
    assert decided(ours.folder)[4] == ("as c2", "Wohnen/Zustand", "erst recht", "anna")
    page.fill("#settled-as", "c1")
    page.keyboard.press("Tab")
    page.wait_for_selector(".note >> text=a name of their own")
    assert page.input_value("#settled-as") == "consensus"
    page.fill("#settled-as", "das Team")
    page.keyboard.press("Tab")
    page.wait_for_selector(".note >> text=is one word")
    assert page.input_value("#settled-as") == "consensus"
    page.wrong[:] = [one for one in page.wrong if "400" not in one]


def test_a_key_that_stays_down_decides_once(ours: Served, page: Any) -> None:
    shown(page, ours, "adjudication", "#adjudication .beside")
    for _ in range(4):
        page.keyboard.down("1")
    page.keyboard.up("1")
    saved(page)
    assert page.inner_text("#adjudication .told") == "1 of 5 decided"
    page.goto(f"{ours.page}&transcript=a1")
    page.wait_for_selector(".turn")
    page.keyboard.type("mi")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    for _ in range(4):
        page.keyboard.down("1")
    page.keyboard.up("1")
    saved(page)
    with iv.open(ours.folder) as project:
        assert len(project.codings.where(coder="anna")) == 2


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests/lab/static")
def test_the_view_has_no_violation_in_light_and_dark_and_at_200_percent(ours: Served, page: Any) -> None:
    for scheme, size in (("light", (1400, 900)), ("dark", (1400, 900)), ("light", (700, 450))):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        shown(page, ours, "adjudication", "#adjudication .beside")
        assert violations(page) == []
        page.keyboard.press("b")
        page.keyboard.press("ArrowUp")
        page.wait_for_selector(".decided")
        assert violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
