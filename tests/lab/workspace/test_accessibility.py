"""axe-core finds nothing wrong in any view, in light and dark, and the layers of the text can be read on each other."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.lab.workspace.conftest import Served

pytestmark = pytest.mark.slow

AXE = Path(__file__).parents[1] / "static" / "node_modules" / "axe-core" / "axe.min.js"
STYLES = Path(__file__).parents[3] / "src" / "interviews" / "lab" / "static" / "workspace.css"
_LEAST_CONTRAST = 4.5


def violations(page: Any) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run().then((result) => result.violations)")
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests/lab/static")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("contrast", ["no-preference", "more"])
def test_no_view_has_a_violation(page: Any, served: Served, scheme: str, contrast: str) -> None:
    page.emulate_media(color_scheme=scheme, contrast=contrast)
    page.goto(f"{served.page}&transcript=a1")
    page.wait_for_selector(".turn")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    page.keyboard.type("w")
    page.wait_for_selector("dialog.palette[open]")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open] table")
    assert violations(page) == []
    page.keyboard.press("Escape")


def test_the_page_follows_the_system_as_it_changes(page: Any, served: Served) -> None:
    paper = "() => getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto(f"{served.page}&transcript=a1")
    page.wait_for_selector(".turn")
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) == "rgb(22, 24, 27)"
    page.emulate_media(color_scheme="dark", contrast="more")
    page.wait_for_function(f"{paper} && ({paper})() === 'rgb(0, 0, 0)'")


def test_words_can_be_read_on_every_layer() -> None:
    css = STYLES.read_text(encoding="utf-8")
    plain, more = css.split('data-contrast="more"', 1)
    pairs = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)", plain)
    stronger = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)", more)
    assert pairs
    assert stronger
    for at, changed in product((1, 2), ([], stronger)):
        colours = {one[0]: one[at] for one in (*pairs, *changed)}
        for layer in ("paper", "panel", "density-1", "density-2", "density-3", "current", "hit"):
            assert contrast(colours["ink"], colours[layer]) >= _LEAST_CONTRAST, layer
        for quiet in ("quiet", "warning", "accent"):
            assert contrast(colours[quiet], colours["paper"]) >= _LEAST_CONTRAST, quiet
            assert contrast(colours[quiet], colours["panel"]) >= _LEAST_CONTRAST, quiet


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
