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
    context = browser.new_context(viewport={"width": 1400, "height": 800}, has_touch=True)
    page = context.new_page()
    page.session = context.new_cdp_session(page)
    opened(page, served, "b1")
    yield page
    context.close()


def selects(page: Any, words: str) -> None:
    """Wait until just these words are selected."""
    page.wait_for_function(f"(words) => ({SELECTED})() === words", arg=words)


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
    page.wait_for_timeout(200)  # let go in full flight, the next tap would only stop what was thrown
    touch(page, "touchEnd")


def test_two_taps_select_a_word_grips_extend_it_and_a_tap_on_a_code_applies_it(finger: Any, served: Served) -> None:
    place = finger.evaluate(PLACE, "hoch")
    for _ in range(2):
        finger.touchscreen.tap(place["x"], place["y"])
    selects(finger, "hoch")
    last = finger.evaluate(PLACE, "hoch, und")
    drag(finger, "end", last["right"], last["y"])
    selects(finger, "hoch, und")
    first = finger.evaluate(PLACE, "Miete ist zu hoch")
    drag(finger, "start", first["left"], first["y"])
    selects(finger, "Miete ist zu hoch, und")
    drag(finger, "end", first["left"] - 40, last["y"])
    selects(finger, "M")  # never nothing
    finger.keyboard.press("Control+Shift+ArrowRight")
    assert finger.locator(".grip:visible").count() == 0  # keys need none
    selects(finger, "Miete")
    finger.get_by_role("button", name="Zustand").first.tap()
    finger.wait_for_selector(".told >> text=/ 1 codings/")
    saved(finger)
    assert coded(served.folder, "c3") == [("Wohnen/Zustand", "Miete")]
    finger.keyboard.press("Control+z")
    finger.wait_for_selector(".told >> text=/ 0 codings/")


def test_a_long_press_selects_a_word_a_tap_a_sentence_and_a_finger_that_moves_nothing(finger: Any) -> None:
    place = finger.evaluate(PLACE, "Sommer")
    touch(finger, "touchStart", (place["x"], place["y"]))
    finger.wait_for_timeout(900)
    touch(finger, "touchEnd")
    finger.wait_for_timeout(200)
    selects(finger, "Sommer")
    touch(finger, "touchStart", (place["x"], place["y"]))
    touch(finger, "touchMove", (place["x"], place["y"] - 60))
    finger.wait_for_timeout(900)
    touch(finger, "touchEnd")
    selects(finger, "Sommer")
    finger.wait_for_timeout(500)  # or it would be the second of two taps
    place = finger.evaluate(PLACE, "Sommer")  # it may have moved the page
    finger.touchscreen.tap(place["x"], place["y"])
    selects(finger, "Die Miete ist zu hoch, und im Sommer ist es laut.")
    finger.wait_for_function("() => document.querySelectorAll('.grip:not([hidden])').length === 2")
