"""What is painted: a bar stands beside the lines of its coding, wherever one scrolls; and what painting costs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lab.workspace.conftest import Served, serving
from tests.long_study import CODED, make_long_study

pytestmark = pytest.mark.slow

_KEYS = 20
_CPU_MS_A_KEY = 35
"""More than twice what a key takes among 5,000 codings on two busy cores."""
LINES = """
(coded) => {
  const canvas = document.querySelector("canvas.bars");
  const box = canvas.getBoundingClientRect();
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const inked = (y) => {
    const row = Math.round(((y - box.top) * canvas.height) / box.height);
    if (row < 0 || row >= canvas.height) return null;
    return data.subarray(4 * row * canvas.width, 4 * (row + 1) * canvas.width).some((one) => one > 0);
  };
  const frame = document.querySelector("main").getBoundingClientRect();
  const told = [];
  for (const speech of document.querySelectorAll(".speech")) {
    const range = document.createRange();
    range.selectNodeContents(speech);
    for (const { top, bottom } of range.getClientRects()) {
      const middle = (top + bottom) / 2;
      if (middle > frame.top && middle < frame.bottom) told.push([speech.textContent.startsWith(coded), inked(middle)]);
    }
  }
  return told;
}
"""
HIGHLIGHTED = """
(coded) => [...CSS.highlights.get("iv-density-1")].map((one) => one.startContainer.data.startsWith(coded))
"""


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A long transcript of which every third answer is coded."""
    folder = make_long_study(tmp_path_factory.mktemp("long"))
    with serving(folder, tmp_path_factory.mktemp("home"), "--WorkspaceApp.coder=c1") as one:
        yield one


def opened(page: Any, served: Served) -> Any:
    page.goto(served.page)
    page.wait_for_function("() => document.querySelector('canvas.bars')?.height > 0")
    return page


def check(page: Any) -> int:
    """Wait until each line that is seen has a bar beside it just where it is coded; how many such lines there are."""
    page.wait_for_function(f"(coded) => ({LINES})(coded).every(([coded, inked]) => coded === inked)", arg=CODED)
    assert all(page.evaluate(HIGHLIGHTED, CODED))
    return len(page.evaluate(LINES, CODED))


def test_bars_stand_beside_their_lines_wherever_one_goes(page: Any, long: Served) -> None:
    opened(page, long)
    assert check(page) > 10
    for _ in range(12):
        page.mouse.move(700, 500)
        page.mouse.wheel(0, 270)
        page.wait_for_timeout(40)
    assert check(page) > 10
    for key in ("Control+End", "Control+Home"):
        page.keyboard.press(key)
        assert check(page) > 10
    for height in (9000, 3000, 14_000):
        page.evaluate("(height) => (document.querySelector('main').scrollTop = height)", height)
        assert check(page) > 10


def test_bars_move_with_the_lines_when_the_page_gets_narrow_or_another_view_was_shown(page: Any, long: Served) -> None:
    opened(page, long)
    page.evaluate("() => (document.querySelector('main').scrollTop = 2500)")
    for width in (700, 1000, 1400):
        page.set_viewport_size({"width": width, "height": 800})
        assert check(page) > 5
    page.keyboard.press("F8")
    page.keyboard.press("Shift+F8")
    assert check(page) > 10


def test_bars_are_sharp_and_in_their_places_at_two_hundred_per_cent(browser: Any, long: Served) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 700}, device_scale_factor=2)
    page = opened(context.new_page(), long)
    assert (
        page.evaluate("() => { const one = document.querySelector('.bars'); return one.width / one.offsetWidth; }") == 2
    )
    page.evaluate("() => (document.querySelector('main').scrollTop = 4000)")
    assert check(page) > 3
    context.close()


def test_a_coding_is_painted_at_once_and_goes_when_it_is_taken_back(page: Any, long: Served) -> None:
    opened(page, long)
    page.keyboard.press("ArrowDown")
    inked = f"(coded) => ({LINES})(coded).filter(([coded, inked]) => !coded && inked).length"
    assert page.evaluate(inked, CODED) == 0
    page.keyboard.press("w")
    page.keyboard.press("Enter")
    page.wait_for_function(f"(coded) => ({inked})(coded) > 0", arg=CODED)
    page.keyboard.press("Delete")
    page.wait_for_function(f"(coded) => ({inked})(coded) === 0", arg=CODED)
    page.wait_for_selector(".state[data-state=saved]")


def test_a_key_costs_little_among_thousands_of_codings(page: Any, tmp_path: Path) -> None:
    folder = make_long_study(tmp_path, at_random=True)
    with serving(folder, tmp_path, "--WorkspaceApp.coder=c2") as dense:
        opened(page, dense)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("w")
        page.keyboard.press("Enter")
        used = processor(page)
        costs = []
        for _ in range(_KEYS):
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(100)
            before = used()
            page.keyboard.press(".")
            page.wait_for_timeout(100)
            costs.append(used() - before)
        assert sorted(costs)[_KEYS // 2] < _CPU_MS_A_KEY, costs
        assert page.locator(".leaf:not(.near)").count() > 5, "it paints what is far away"
        page.wait_for_selector(".state[data-state=saved]")
        page.goto("about:blank")


def processor(page: Any) -> Callable[[], float]:
    """Tells the milliseconds of the processor that the page's main thread has taken until now."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def used() -> float:
        told = session.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(one["value"] for one in told if one["name"] == "TaskDuration"))

    return used
