"""Coding with a finger: a word by two taps or a long press, more of it by the grips, and a tap on a code."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.lab.workspace.conftest import Served
from tests.lab.workspace.test_page import coded, opened, saved

pytestmark = pytest.mark.slow

PLACE = """
(words) => {
  const nodes = [...document.querySelectorAll(".speech")].map((one) => one.firstChild);
  const node = nodes.find((one) => one.data.includes(words));
  const range = document.createRange();
  range.setStart(node, node.data.indexOf(words));
  range.setEnd(node, node.data.indexOf(words) + words.length);
  const { left, right, top, bottom } = range.getBoundingClientRect();
  return { left, right, x: (left + right) / 2, y: (top + bottom) / 2 };
}
"""
SELECTED = """
() => {
  const [one] = CSS.highlights.get("iv-cursor");
  return one.startContainer.data.slice(one.startOffset, one.endOffset);
}
"""


@pytest.fixture
def finger(browser: Any, served: Served) -> Iterator[Any]:
    """A page on a screen that is touched."""
    context = browser.new_context(viewport={"width": 1100, "height": 800}, has_touch=True)
    page = context.new_page()
    page.session = context.new_cdp_session(page)
    opened(page, served)
    yield page
    context.close()


def touch(page: Any, kind: str, *points: tuple[float, float]) -> None:
    page.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})


def drag(page: Any, side: str, x: float, y: float) -> None:
    """Take the grip of a side, and draw it until its end of the selection is at this point of the text."""
    box = page.locator(f".grip.{side}").bounding_box()
    at_x, at_y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    word = page.evaluate(PLACE, page.evaluate(SELECTED))
    x, y = x + at_x - word["left" if side == "start" else "right"], y + at_y - word["y"]
    touch(page, "touchStart", (at_x, at_y))
    for share in (0.3, 0.6, 1):
        touch(page, "touchMove", (at_x + (x - at_x) * share, at_y + (y - at_y) * share))
    touch(page, "touchEnd")


def test_two_taps_select_a_word_grips_extend_it_and_a_tap_on_a_code_applies_it(finger: Any, served: Served) -> None:
    place = finger.evaluate(PLACE, "bleibt")
    for _ in range(2):
        finger.touchscreen.tap(place["x"], place["y"])
    assert finger.evaluate(SELECTED) == "bleibt"
    last = finger.evaluate(PLACE, "bleibt feucht")
    drag(finger, "end", last["right"], last["y"])
    assert finger.evaluate(SELECTED) == "bleibt feucht"
    first = finger.evaluate(PLACE, "Wohnung bleibt")
    drag(finger, "start", first["left"], first["y"])
    assert finger.evaluate(SELECTED) == "Wohnung bleibt feucht"
    drag(finger, "end", 0, last["y"])
    assert finger.evaluate(SELECTED) == "W"  # never nothing
    drag(finger, "end", last["right"], last["y"])
    finger.get_by_role("button", name="Zustand").first.tap()
    finger.wait_for_selector(".told >> text=/ 1 codings/")
    saved(finger)
    assert coded(served.folder, "c3") == [("Wohnen/Zustand", "Wohnung bleibt feucht")]
    finger.keyboard.press("Control+z")
    finger.wait_for_selector(".told >> text=/ 0 codings/")
    assert finger.locator(".grip:visible").count() == 0  # keys need none


def test_a_long_press_selects_a_word_a_tap_a_sentence_and_a_finger_that_moves_nothing(finger: Any) -> None:
    place = finger.evaluate(PLACE, "Nachbarn")
    touch(finger, "touchStart", (place["x"], place["y"]))
    finger.wait_for_timeout(900)
    touch(finger, "touchEnd")
    finger.wait_for_timeout(200)
    assert finger.evaluate(SELECTED) == "Nachbarn"
    touch(finger, "touchStart", (place["x"], place["y"]))
    touch(finger, "touchMove", (place["x"], place["y"] - 60))
    finger.wait_for_timeout(900)
    touch(finger, "touchEnd")
    assert finger.evaluate(SELECTED) == "Nachbarn"
    finger.touchscreen.tap(place["x"], place["y"])
    assert finger.evaluate(SELECTED) == "Die Wohnung bleibt feucht, aber die Nachbarn sind gut."
    assert finger.locator(".grip:visible").count() == 2
