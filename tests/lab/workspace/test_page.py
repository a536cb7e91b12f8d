"""What a coder does, in a real Chromium: by keyboard alone, through lost connections, with texts that are awkward."""

import re
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from tests.lab.workspace.conftest import Served, serving
from tests.small_study import make_study, write_files

pytestmark = pytest.mark.slow


def opened(page: Any, served: Served, transcript: str = "a1") -> None:
    page.goto(f"{served.page}&transcript={transcript}")
    page.wait_for_selector(".turn")


def saved(page: Any) -> None:
    page.wait_for_selector(".state[data-state=saved]")


def coded(folder: Path, coder: str) -> list[tuple[str, str]]:
    """Code and words of a coder's codings, as the notebook has them."""
    with iv.open(folder) as project:
        frame = project.codings.table()
    frame = frame[frame["coder"] == coder].sort_values(["start", "created"])
    return list(zip(frame["code"].astype(str), frame["text"], strict=True))


def code(page: Any, letters: str) -> None:
    page.keyboard.type(letters[0])
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.type(letters[1:])
    page.keyboard.press("Enter")


def test_a_coder_reads_codes_undoes_and_comes_back_by_keyboard_alone(page: Any, served: Served) -> None:
    opened(page, served)
    page.keyboard.press("ArrowDown")
    for _ in range(3):
        code(page, "zu")
        page.keyboard.press("ArrowRight")
    code(page, "mi")
    saved(page)
    words = [text for _, text in coded(served.folder, "c3")]
    assert [one for one, _ in coded(served.folder, "c3")].count("Wohnen/Zustand") == 3
    assert len(set(words)) == 4
    page.keyboard.press("Control+z")
    page.wait_for_selector(".here >> text=Miete", state="detached")
    page.keyboard.press("Control+z")
    page.wait_for_selector(".note >> text=undone")
    saved(page)
    page.reload()
    page.wait_for_selector(".turn")
    assert len(coded(served.folder, "c3")) == 2
    assert "2 codings" in page.inner_text(".told")
    page.keyboard.press("Control+y")
    page.wait_for_selector(".told >> text=/ 3 codings/")
    for left in (2, 1, 0):
        page.keyboard.press("Control+z")
        page.wait_for_selector(f".told >> text=/ {left} codings/")


def test_a_code_stays_on_its_digit_and_a_coding_gets_new_borders_at_both_ends(page: Any, served: Served) -> None:
    opened(page, served)
    page.keyboard.press("ArrowDown")
    code(page, "mi")
    page.keyboard.press("*")
    code(page, "zu")
    assert page.locator(".quick li").all_inner_texts()[0].replace("\n", "").startswith("1Miete")
    page.keyboard.press("Control+z")
    page.wait_for_selector(".told >> text=/ 1 codings/")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.keyboard.press(",")
    page.keyboard.press("Control+Shift+ArrowRight")
    page.keyboard.press("#")
    saved(page)
    shortened = coded(served.folder, "c3")
    assert [one for one, _ in shortened] == ["Wohnen/Miete"]
    assert not shortened[0][1].startswith("Ich")
    page.keyboard.press("1")
    page.wait_for_selector(".note >> text=have the code Wohnen/Miete already")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("1")
    saved(page)
    assert [one for one, _ in coded(served.folder, "c3")] == ["Wohnen/Miete", "Wohnen/Miete"]
    assert coded(served.folder, "c3")[0] == shortened[0]
    page.keyboard.press("Alt+PageDown")
    page.wait_for_selector(".note >> text=b1")
    page.keyboard.press("Alt+PageUp")
    page.wait_for_selector(".note >> text=a1")
    assert page.inner_text(".here").count("Wohnen/Miete") == 1  # the cursor is where it was
    for _ in range(3):
        page.keyboard.press("Control+z")
        page.wait_for_selector(".note >> text=undone")
        page.wait_for_selector(".note", state="detached")
    assert coded(served.folder, "c3") == []


def test_a_project_without_a_codebook_says_so_and_opens_once_there_is_one(page: Any, tmp_path: Path) -> None:
    write_files(tmp_path)
    iv.create(tmp_path / "empty", language="de", key=tmp_path / "empty.agekey").close()
    with serving(tmp_path / "empty", tmp_path, "--WorkspaceApp.coder=c3") as empty:
        page.goto(empty.page)
        page.wait_for_selector(".loading >> text=has no codebook yet")
        assert "cannot be reached" not in page.inner_text("body")
        with iv.open(empty.folder) as project:
            project.save(iv.read_codebook(tmp_path / "klein.yaml"))
        page.click(".loading button")
        page.wait_for_selector(".codebook >> text=Nachbarschaft")
        page.goto("about:blank")
    page.wrong[:] = [one for one in page.wrong if "400" not in one]


def test_long_names_do_not_widen_the_page(page: Any, tmp_path: Path) -> None:
    long = "sehrlangername" * 6
    with make_study(tmp_path) as project:
        (tmp_path / "more").mkdir()
        (tmp_path / "more" / f"{long}.txt").write_text("I: Ja?\n\nB: Ja.\n", encoding="utf-8")
        project.save(iv.read(tmp_path / "more", case_from="folder"))
        project.save(iv.anonymize(project).accept())
    page.set_viewport_size({"width": 700, "height": 450})
    with serving(project.folder, tmp_path, f"--WorkspaceApp.coder={'w' * 40}") as served:
        opened(page, served, long)
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        page.goto("about:blank")


def test_a_transcript_that_cannot_be_asked_for_leaves_the_one_that_is_shown(page: Any, served: Served) -> None:
    opened(page, served)
    page.route("**/api/transcripts/*", lambda route: route.abort())
    page.select_option(".outline select", index=1)
    page.wait_for_selector(".note >> text=The server cannot be reached")
    assert page.evaluate("() => document.querySelector('.outline select').selectedOptions[0].text").startswith("a1")
    page.keyboard.press("Alt+PageDown")
    page.unroute("**/api/transcripts/*")
    page.wrong[:] = [one for one in page.wrong if "net::ERR" not in one]


def test_letters_that_are_off_stay_off(page: Any, served: Served) -> None:
    opened(page, served)
    page.keyboard.press("?")
    page.uncheck("#letters")
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_selector(".turn")
    page.keyboard.press("z")
    assert page.locator("dialog[open]").count() == 0


def test_a_server_that_was_killed_gets_what_was_coded_meanwhile(page: Any, study_folder: Path, tmp_path: Path) -> None:
    with serving(study_folder, tmp_path, "--WorkspaceApp.coder=c8") as first:
        port = int(first.address.split(":")[2].split("/")[0])
        opened(page, first)
        page.keyboard.press("ArrowDown")
        code(page, "zu")
        saved(page)
        first.process.kill()
        first.process.wait()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
            page.keyboard.press(".")
        page.wait_for_selector(".state[data-state=cut]")
    with serving(study_folder, tmp_path, "--WorkspaceApp.coder=c8", port=port):
        page.evaluate("() => window.dispatchEvent(new Event('online'))")
        saved(page)
        page.wait_for_selector(".told >> text=/ 4 codings/")
        assert len(coded(study_folder, "c8")) == 4
        page.goto("about:blank")
        page.wait_for_timeout(200)
    page.wrong[:] = [one for one in page.wrong if "net::ERR" not in one]


def test_words_are_taken_exactly_beside_emoji_and_combining_marks(page: Any, served: Served) -> None:
    opened(page, served)
    text = page.inner_text(".turn:nth-child(2) .speech")
    page.evaluate(
        """() => {
          const node = document.querySelectorAll(".speech")[1].firstChild;
          const at = node.data.indexOf("👍🏽");
          getSelection().setBaseAndExtent(node, at + 1, node, at + 3);
        }"""
    )
    page.mouse.move(500, 300)
    page.dispatch_event("main", "mouseup")
    code(page, "zu")
    saved(page)
    assert "👍🏽" in text
    assert coded(served.folder, "c3") == [("Wohnen/Zustand", "👍🏽")]
    page.keyboard.press("Control+z")
    page.wait_for_selector(".note")


def test_what_looks_like_markup_is_shown_and_not_run(page: Any, served: Served, study_folder: Path) -> None:
    wicked = "<img src=x onerror=alert(1)> & <b>nass</b>"
    opened(page, served)
    page.keyboard.press("ArrowDown")
    code(page, "zu")
    page.keyboard.press("+")
    page.fill("#asked", wicked)
    page.keyboard.press("Control+Enter")
    saved(page)
    assert page.inner_text(".here .memo") == wicked
    assert page.locator(".here img, .here b").count() == 0
    for _ in range(2):
        page.keyboard.press("Control+z")
        page.wait_for_selector(".note")
        page.wait_for_selector(".note", state="detached")


def test_a_lost_connection_keeps_the_acts_and_sends_them(page: Any, served: Served) -> None:
    opened(page, served)
    page.keyboard.press("ArrowDown")
    page.route(re.compile("/api/acts"), lambda route: route.abort())
    code(page, "zu")
    page.wait_for_selector(".state[data-state=cut]")
    assert coded(served.folder, "c3") == []
    page.reload()
    page.wait_for_selector(".turn")
    assert "Zustand" in page.inner_text(".here") or page.keyboard.press("ArrowDown") is None
    page.unroute(re.compile("/api/acts"))
    page.wait_for_selector(".state[data-state=saved]")
    page.wait_for_selector(".told >> text=/ 1 codings/")
    assert [one for one, _ in coded(served.folder, "c3")] == ["Wohnen/Zustand"]
    page.keyboard.press("Control+z")
    page.wait_for_selector(".note >> text=undone")
    page.wrong[:] = [one for one in page.wrong if "net::ERR_FAILED" not in one]


def test_two_coders_see_each_other_unless_the_round_is_blind(
    browser: Any, page: Any, served: Served, tmp_path: Path
) -> None:
    opened(page, served)
    assert "by c1" not in page.inner_text(".here")
    with serving(served.folder, tmp_path, "--WorkspaceApp.coder=c4", "--WorkspaceApp.blind=True") as blind:
        other = browser.new_context().new_page()
        opened(other, blind)
        told = blind.ask("study")
        assert told["blind"] is True
        first = told["transcripts"][0]["id"]
        one = other.evaluate(
            f"() => fetch('interviews/api/transcripts/{first}?token=t').then((answer) => answer.json())"
        )
        assert one["codings"] == []
        other.keyboard.press("ArrowDown")
        code(other, "zu")
        saved(other)
        page.keyboard.press("ArrowDown")
        page.wait_for_selector(".here >> text=by c4")
        other.keyboard.press("Control+z")
        page.wait_for_selector(".here >> text=by c4", state="detached")


def test_the_coder_is_asked_once(browser: Any, study_folder: Path, tmp_path: Path) -> None:
    with serving(study_folder, tmp_path) as asking:
        page = browser.new_context().new_page()
        page.goto(asking.page)
        page.fill("#asked", "two words")
        page.keyboard.press("Enter")
        page.wait_for_selector(".wrong >> text=One word")
        page.fill("#asked", "neu")
        page.keyboard.press("Enter")
        page.wait_for_selector(".turn")
        assert page.inner_text("header .coder") == "neu"
        page.reload()
        page.wait_for_selector(".turn")
