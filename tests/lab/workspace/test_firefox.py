"""The workspace and the review of an anonymization in a real Firefox, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from tests.lab.anonymization import test_page as anonymization
from tests.lab.anonymization.conftest import make_project, reviewing
from tests.lab.firefox import Page, firefox_page
from tests.lab.workspace.conftest import VIEWS, Served, saved, serving
from tests.lab.workspace.test_accessibility import AXE, violations
from tests.lab.workspace.test_adjudication import make
from tests.lab.workspace.test_page import code, coded, opened
from tests.lab.workspace.test_page_views import confirmed
from tests.lab.workspace.test_painting import LINES, check
from tests.lab.workspace.test_painting import opened as opened_long
from tests.long_study import make_long_study

pytestmark = pytest.mark.slow

ARABIC = "I: كيف تسكنون هنا؟\n\nB: الشقة رطبة 👩‍👩‍👧 والجيران طيبون.\n"
MARKED = """
(layers) => {
  const ranges = layers.flatMap((layer) => [...(CSS.highlights.get(`iv-${layer}`) ?? [])]);
  return ranges.map((one) => one.startContainer.data.slice(one.startOffset, one.endOffset));
}
"""
CODED = f"(words) => ({MARKED})(['density-1', 'current']).includes(words)"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with firefox_page(tmp_path_factory.mktemp("firefox")) as page:
        yield page


@pytest.fixture
def page(firefox: Page) -> Iterator[Page]:
    """A page that fails the test where something goes wrong in it, or where it asks anybody but our server."""
    firefox.set_viewport_size({"width": 1400, "height": 900})
    yield firefox
    firefox.goto("about:blank")
    wrong, firefox.wrong = firefox.wrong, []
    assert wrong == []


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A study in which something is to be done in every view, also one in Arabic, served to the coder c1."""
    home = tmp_path_factory.mktemp("ours")
    folder = make(home)
    (home / "more").mkdir()
    (home / "more" / "r1.txt").write_text(ARABIC, encoding="utf-8")
    with iv.open(folder, key=home / "study.agekey") as project:
        project.save(iv.read(home / "more", language="ar"))
        project.save(iv.anonymize(project).accept())
    with serving(folder, home, "--WorkspaceApp.coder=c1") as one:
        yield one


def accessible(page: Any) -> None:
    """Nothing is wrong in light and dark, where axe-core is installed to look."""
    for theme in ("dark", "light") if AXE.exists() else ():
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
        assert violations(page) == [], theme


def test_errors_and_requests_to_others_are_noticed(firefox: Page) -> None:
    firefox.goto("data:text/html,<img src='http://127.0.0.2:59999/'><script>console.error('one'); two()</script>")
    assert sorted(firefox.wrong) == ["ReferenceError: two is not defined", "http://127.0.0.2:59999/", "one"]
    firefox.wrong = []


def test_a_word_is_coded_painted_saved_undone_and_done_again(page: Any, ours: Served) -> None:
    opened(page, ours)
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Control+ArrowLeft")
    (word,) = page.evaluate(MARKED, ["cursor"])
    assert word == "hier"
    code(page, "mi")
    for there, key in ((True, "Control+z"), (False, "Control+y"), (True, "Control+z")):
        page.wait_for_function(f"(word) => ({CODED})(word) === {str(there).lower()}", word)
        page.wait_for_function(f"() => ({LINES})('')[0][1] === {str(there).lower()}")
        saved(page)
        page.wait_for_selector(f".told >> text={3 + there} codings")
        assert (("Wohnen/Miete", word) in coded(ours.folder, "c1")) is there
        page.keyboard.press(key)
    page.wait_for_selector(".told >> text=3 codings")
    saved(page)


def test_arabic_and_emoji_are_selected_as_people_see_them(page: Any, ours: Served) -> None:
    opened(page, ours, "r1")
    page.keyboard.press("Control+ArrowLeft")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.keyboard.press("Control+Shift+ArrowLeft")
    (words,) = page.evaluate(MARKED, ["cursor"])
    assert words == "الشقة رطبة 👩‍👩‍👧 والجيران"
    code(page, "na")
    page.wait_for_function(CODED, words)
    saved(page)
    assert ("Nachbarschaft", words) in coded(ours.folder, "c1")


def test_something_is_done_in_every_view(page: Any, ours: Served) -> None:
    opened(page, ours)
    accessible(page)
    page.keyboard.press("w")
    page.wait_for_selector("dialog.palette[open]")
    accessible(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open] table")
    accessible(page)
    page.keyboard.press("Escape")
    for view in VIEWS[1:]:
        page.keyboard.press("F8")
        page.wait_for_selector(f"#workspace[data-view={view}]")
        DONE[view](page)
        accessible(page)
        saved(page)
    page.keyboard.press("F8")
    page.wait_for_selector("#transcript:focus .turn")
    with iv.open(ours.folder) as project:
        assert project.codebook.get("Wohnen/Zustand").definition == "Nur Schäden."
        assert len(project.to_review.where(coder="c1")) == 1
        assert "as c1" in list(project.disagreements("c1", "c2").table()["decision"])
        assert [one.text for one in project.summaries] == ["Es ist feucht."]
        assert [one.released for one in project.releases.values()] == [True]


def revise(page: Any) -> None:
    page.wait_for_selector("[role=treeitem]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("Nur Schäden.")
    page.keyboard.press("Control+Enter")
    confirmed(page, "enger")
    page.wait_for_selector(".versions >> text=Version 2")


def review(page: Any) -> None:
    page.wait_for_selector(".card mark >> text=ist feucht")
    page.keyboard.press("k")
    page.wait_for_selector(".card mark >> text=bleibt feucht")


def read(page: Any) -> None:
    page.keyboard.type("Nachbarschaft")
    page.keyboard.press("Enter")
    page.wait_for_selector(".passages li:focus")
    page.keyboard.press(" ")
    page.wait_for_selector(".kept .words")


def adjudicate(page: Any) -> None:
    page.wait_for_selector("#adjudication .beside")
    page.keyboard.press("1")
    page.wait_for_selector("#adjudication .told >> text=1 of")


def summarize(page: Any) -> None:
    page.wait_for_selector("#framework .passages mark")
    page.keyboard.press("e")
    page.keyboard.type("Es ist feucht.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[aria-selected=true] .text >> text=Es ist feucht.")


def release(page: Any) -> None:
    page.wait_for_selector("#quotes .checks")
    page.keyboard.press("f")
    page.wait_for_selector("#quotes .told >> text=1 released")


DONE = dict(zip(VIEWS[1:], (revise, review, read, adjudicate, summarize, release), strict=True))


def test_no_view_is_wider_than_a_window_at_200_percent(page: Any, ours: Served) -> None:
    page.set_viewport_size({"width": 700, "height": 450})
    opened(page, ours)
    for view in VIEWS:
        page.wait_for_selector(f"[data-view={view}][aria-current=page]")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), view
        page.keyboard.press("F8")


def test_bars_stand_beside_their_lines_wherever_one_goes(page: Any, tmp_path: Path) -> None:
    with serving(make_long_study(tmp_path), tmp_path, "--WorkspaceApp.coder=c1") as long:
        opened_long(page, long)
        assert check(page) > 10
        for height in (9000, 3000, 14_000):
            page.evaluate("(height) => { document.querySelector('main').scrollTop = height; }", height)
            assert check(page) > 10
        page.set_viewport_size({"width": 700, "height": 800})
        assert check(page) > 5
        page.keyboard.press("Control+End")
        assert check(page) > 5
        page.goto("about:blank")


def test_an_anonymization_is_decided_and_applied(page: Any, tmp_path: Path) -> None:
    make_project(tmp_path).close()
    with reviewing(tmp_path / "study", tmp_path / "study.agekey") as reviewed:
        every = len(reviewed.ask("api/study")["entities"])
        anonymization.opened(page, reviewed)
        accessible(page)
        anonymization.find(page, "Schulte")
        page.keyboard.press("p")
        page.keyboard.type("Kramer")
        page.keyboard.press("Enter")
        anonymization.saved(page, f"1 of {every}")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("dialog .wrong >> text=Still open")
        accessible(page)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector("dialog h2 >> text=Replaced")
        page.goto("about:blank")
    with iv.open(tmp_path / "study") as project:
        assert "Herr Kramer" in project.transcripts[0].text
