"""Findings and their evidence: over HTTP from a real server, and by keyboard alone in a real Chromium."""

import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from interviews.model import Span
from tests.lab.workspace.conftest import Served, serving, shown
from tests.lab.workspace.test_accessibility import AXE, violations
from tests.small_study import make_study

pytestmark = pytest.mark.slow

CLAIM = "In nord, “Wohnen” is spoken about by 1 of 1 participants (3 passages)."
WORDS = "Wie wohnen Sie hier?"


def studied(home: Path) -> Path:
    """A study with enough passages for one draft; the third is a question of the interviewer, which is no quote."""
    with make_study(home) as project:
        transcript = project.transcripts[0]
        start = transcript.text.index(WORDS)
        project.code(transcript.id, "Wohnen", coder="c1", span=Span(start, start + len(WORDS)))
        return project.folder


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Served]:
    with serving(studied(tmp_path), tmp_path, "--WorkspaceApp.coder=anna") as one:
        yield one


def test_the_drafts_are_those_of_the_report_with_their_quotes_first(ours: Served, tmp_path: Path) -> None:
    told = ours.ask("findings?language=en")
    (finding,) = told["findings"]
    assert told["least"] == 3
    assert (finding["case"], finding["theme"], finding["claim"], finding["draft"]) == ("nord", "Wohnen", CLAIM, True)
    passages = ours.ask("findings/one?case=nord&theme=Wohnen&language=en")["passages"]
    with iv.open(ours.folder, key=tmp_path / "study.agekey") as project:
        text = iv.report(project, tmp_path / "report.md").read_text("utf-8")
    german = ours.ask("findings?language=de")["findings"][0]["claim"]
    assert f"Entwurf: {german}" in text.replace("\\", "")
    cited = [one["citation"] for one in passages if "citation" in one]
    assert len(cited) == 1
    assert all(citation in text for citation in cited)
    assert ["citation" in one for one in passages] == [True, False, False]
    assert passages[1]["words"] == WORDS


def test_what_somebody_wrote_is_the_finding_of_its_cell(ours: Served) -> None:
    with iv.open(ours.folder) as project:
        project.summarize("nord", "Wohnen", "Feucht.", author="bert")
        project.summarize("sued", "Wohnen", "Teuer.", author="bert")
    told = ours.ask("findings?language=de")["findings"]
    assert [(one["case"], one["claim"], one["author"], one["draft"]) for one in told] == [
        ("nord", "Feucht.", "bert", False),
        ("sued", "Teuer.", "bert", False),
    ]
    passages = ours.ask("findings/one?case=nord&theme=Wohnen")["passages"]
    assert [one["turn"] for one in passages] == [1, 2, 4]
    assert not any("citation" in one for one in passages)
    assert ours.ask("findings/one?case=nord&theme=Nachbarschaft") is None


def test_a_blind_coder_gets_no_findings(tmp_path: Path, page: Any) -> None:
    with serving(studied(tmp_path), tmp_path, "--WorkspaceApp.coder=c1", "--WorkspaceApp.blind=True") as blind:
        for what in ("findings", "findings/one?case=nord&theme=Wohnen"):
            with pytest.raises(urllib.error.HTTPError) as caught:
                blind.ask(what)
            assert "blind round" in caught.value.read().decode()
        shown(page, blind, "reading", "#reading .told >> text=Choose a code")
        assert not page.is_visible("#reading button >> text=Findings")
        page.goto("about:blank")


def test_the_evidence_of_a_finding_is_read_kept_and_opened_by_keyboard_alone(ours: Served, page: Any) -> None:
    shown(page, ours, "reading", "#reading .told >> text=Choose a code")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reading [data-claim]:focus")
    assert "nord × Wohnen · Draft" in page.inner_text("#reading [data-claim] .place")
    assert page.inner_text("#reading .claim") == CLAIM
    page.keyboard.press("Enter")
    page.wait_for_selector("#reading [data-passage]:focus")
    assert CLAIM in page.inner_text("#reading .told")
    assert page.inner_text("#reading [data-passage]:focus .supports").startswith("Evidence a1:")
    assert page.locator("#reading .supports").count() == 1
    page.keyboard.press(" ")
    page.wait_for_selector("#reading .kept .words")
    assert page.inner_text("#reading .kept .words") == page.inner_text("#reading [data-passage]:focus mark")
    page.keyboard.press("Escape")
    page.wait_for_selector("#reading [data-claim]:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reading [data-passage]:focus")
    words = page.inner_text("#reading [data-passage]:focus mark")
    page.keyboard.press("Enter")
    page.wait_for_selector("#transcript:not([hidden])")
    assert page.evaluate("() => document.activeElement.id") == "transcript"
    page.wait_for_selector(".here >> text=Wohnen/Zustand")
    page.wait_for_selector(f".turn >> text={words}")
    for _ in range(3):
        page.keyboard.press("F8")
    page.click("#reading button >> text=To the cell of the matrix")
    page.wait_for_selector("#framework h2 >> text=nord × Wohnen")


def test_a_cell_s_evidence_goes_into_the_basket_of_reading(ours: Served, page: Any) -> None:
    shown(page, ours, "framework", "#framework [aria-selected=true]:focus")
    page.wait_for_selector("#framework .passages mark")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    page.wait_for_selector("#framework [data-passage]:focus [aria-pressed=true]")
    words = page.inner_text("#framework [data-passage]:focus mark")
    for _ in range(2):
        page.keyboard.press("Shift+F8")
    page.wait_for_selector("#reading .kept .words")
    assert page.inner_text("#reading .kept .words") == words
    page.click("#reading .kept [aria-label='Take out of the basket']")
    page.wait_for_selector("#reading .kept >> text=Nothing in the basket.")
    for _ in range(2):
        page.keyboard.press("F8")
    page.wait_for_selector("#framework [data-passage]")
    assert page.locator("#framework [aria-pressed=true]").count() == 0


def test_without_findings_it_is_said_what_makes_one(tmp_path: Path, page: Any) -> None:
    make_study(tmp_path).close()
    with serving(tmp_path / "study", tmp_path, "--WorkspaceApp.coder=anna") as served:
        shown(page, served, "reading", "#reading .told >> text=Choose a code")
        page.click("#reading button >> text=Findings")
        page.wait_for_selector("#reading .told >> text=a draft is made where a theme has 3 passages in a case")
        page.goto("about:blank")


def test_the_evidence_of_a_finding_that_is_gone_leads_back_to_all(ours: Served, page: Any) -> None:
    shown(page, ours, "reading", "#reading .told >> text=Choose a code")
    page.click("#reading button >> text=Findings")
    page.wait_for_selector("#reading [data-claim]:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reading [data-passage]:focus")
    with iv.open(ours.folder) as project:
        project.retract(project.codings.where(coder="c1", code="Wohnen"), author="c1")
    page.wait_for_selector("#reading .told >> text=No finding yet")
    assert page.locator("#reading .passages li").count() == 0


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests/lab/static")
def test_findings_have_no_violation_in_light_and_dark_and_at_200_percent(ours: Served, page: Any) -> None:
    for scheme, size in (("light", (1400, 900)), ("dark", (1400, 900)), ("light", (700, 450))):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        shown(page, ours, "reading", "#reading .told >> text=Choose a code")
        page.click("#reading button >> text=Findings")
        page.wait_for_selector("#reading [data-claim]:focus")
        assert violations(page) == []
        page.keyboard.press("Enter")
        page.wait_for_selector("#reading [data-passage]:focus")
        assert violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
