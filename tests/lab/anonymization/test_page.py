"""The page of a review, in a real Chromium: by keyboard alone, beside other people, and for everybody."""

from typing import Any

import pytest

import interviews as iv
from tests.lab.anonymization.conftest import NAMED, Reviewed, reviewing
from tests.lab.workspace.test_accessibility import AXE, violations

pytestmark = pytest.mark.slow


def opened(page: Any, reviewed: Reviewed) -> None:
    page.goto(reviewed.page)
    page.wait_for_selector(".mentions li")


def find(page: Any, words: str) -> None:
    """Show the entities that these words find, and go back to deciding."""
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type(words) if words else page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    if words:
        page.wait_for_selector(f".card h2 >> text={words}")


def saved(page: Any, told: str) -> None:
    page.wait_for_selector(f".told >> text={told}")
    page.wait_for_selector(".state[data-state=saved]")


def test_a_study_is_decided_and_applied_by_keyboard_alone(reviewed: Reviewed, page: Any) -> None:
    every = len(reviewed.ask("api/study")["entities"])
    opened(page, reviewed)
    find(page, "Schulte")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("[data-mention='1']:focus")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("m")
    page.wait_for_selector("[data-mention='3'][aria-pressed=true]:focus")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("p")
    page.keyboard.type("Kramer")
    page.keyboard.press("Enter")
    saved(page, f"1 of {every}")
    find(page, "Demir")
    page.keyboard.press("d")
    saved(page, f"2 of {every}")
    find(page, "Weseler")
    page.keyboard.press("g")
    page.keyboard.type("Straße im Norden")
    page.keyboard.press("Enter")
    saved(page, f"3 of {every}")
    page.goto("about:blank")  # closed amid, and opened again
    opened(page, reviewed)
    assert page.inner_text(".told") == f"3 of {every} decided"
    for done in range(4, every + 1):
        page.keyboard.press("a" if done % 2 else "Enter")
        saved(page, f"{done} of {every}")
    page.wait_for_selector(".note >> text=waits for you")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("dialog >> text=Replace now")
    assert page.locator("dialog .wrong").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog h2 >> text=Replaced")
    page.keyboard.press("Escape")
    with iv.open(reviewed.folder, key=reviewed.key) as project:
        first, second = (one.text for one in project.transcripts)
        assert "sagt Herr Kramer" in first
        assert "Und Herr Kramer hilft?" in first
        assert "Der Schulte? Nein." in first
        assert "[Straße im Norden]" in first
        assert "Demir" not in first + second
        assert not [leak for leak in iv.leaks(project) if leak.certain]
        assert len(iv.anonymize(project).open) == 0


def test_what_is_open_is_told_before_anything_is_applied(reviewed: Reviewed, page: Any) -> None:
    opened(page, reviewed)
    page.keyboard.press("k")
    saved(page, "1 of")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("dialog .wrong >> text=Still open")
    assert page.evaluate("() => document.activeElement.textContent") == "To the next open one"
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="detached")
    with iv.open(reviewed.folder) as project:
        assert len(project.transcripts) == 0


def test_entities_are_joined_retyped_taken_back_and_refused(reviewed: Reviewed, page: Any) -> None:
    opened(page, reviewed)
    find(page, "Demir")
    demir, schulte = reviewed.entity("Demir")["id"], reviewed.entity("Schulte")["id"]
    page.keyboard.press("=")
    page.keyboard.type("schul")
    page.keyboard.press("Enter")
    saved(page, "1 of")
    assert demir not in [one["id"] for one in reviewed.ask("api/study")["entities"]]
    page.keyboard.press("u")
    page.wait_for_selector(f"[data-entity='{demir}'][aria-current=true]")
    find(page, "Weseler")
    page.keyboard.press("t")
    page.keyboard.type("orga")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card .kind >> text=Organisation ORG-")
    find(page, "Schulte")
    page.keyboard.press("p")
    page.keyboard.type("Frau Demir")
    page.keyboard.press("Enter")
    page.wait_for_selector(".note >> text=contains a real name of this project")
    page.wait_for_selector(f"[data-entity='{schulte}'][data-state=open][aria-current=true]")
    assert reviewed.known().get(schulte).decided_at is None


def test_who_is_somebody_else_is_split_off_by_keyboard_and_by_mouse(reviewed: Reviewed, page: Any) -> None:
    schulte, demir = reviewed.entity("Schulte")["id"], reviewed.entity("Demir")
    every = len(reviewed.ask("api/study")["entities"])
    opened(page, reviewed)
    find(page, "Schulte")
    page.keyboard.press("e")  # where no mention has the focus, it goes there, and asks
    page.wait_for_selector("[data-mention='1']:focus")
    page.keyboard.press("e")
    page.wait_for_selector(".palette[open] [role=option] >> text=All mentions written")
    assert page.locator(".palette [role=option]").all_inner_texts()[1] == "Mention 1 only"
    page.keyboard.press("Enter")
    page.wait_for_selector(".palette[open] [role=option][aria-selected=true] >> text=A new entity")
    page.keyboard.press("Enter")
    saved(page, f"1 of {every + 1}")
    page.wait_for_selector(".mentions li:only-child")
    (new,) = (one for one in reviewed.known().entities if one.apart == (schulte,))
    page.wait_for_selector(f"[data-entity='{new.id}'][data-state=open]")
    page.keyboard.press("u")
    page.wait_for_selector(f"[data-entity='{new.id}']", state="detached")
    page.wait_for_selector("[data-mention='3']")
    page.click("button[aria-label='Mention 3 is somebody else']")
    page.wait_for_selector(".palette[open]")
    page.keyboard.type("demir")
    page.keyboard.press("Enter")
    saved(page, f"2 of {every}")
    known = reviewed.known()
    assert (len(known.get(schulte).mentions), len(known.get(demir["id"]).mentions)) == (2, demir["mentions"] + 1)
    assert known.get(demir["id"]).decided_by == "c1"
    with iv.open(reviewed.folder, key=reviewed.key) as project:
        split = iv.anonymize(project).split(schulte, known.get(schulte).mentions[:1])
        project.save(split, author="c2")
    (new,) = (one for one in split.entities if one.apart == (schulte,) and one.decided_at is None)
    find(page, "Schulte")
    page.wait_for_selector(f"[data-entity='{new.id}'][data-state=open]")
    page.wait_for_selector(".mentions li:only-child")


def test_what_others_decide_appears_and_the_second_person_confirms(reviewed: Reviewed, page: Any) -> None:
    opened(page, reviewed)
    schulte = reviewed.entity("Schulte")["id"]
    with iv.open(reviewed.folder, key=reviewed.key) as project:
        project.save(iv.anonymize(project).decide(schulte, "delete"), author="c2")
    page.wait_for_selector(f"[data-entity='{schulte}'][data-state=decided]")
    page.keyboard.press("n")
    page.keyboard.press("k")
    saved(page, "2 of")
    with reviewing(reviewed.folder, reviewed.key, "c3", confirming=True) as second:
        opened(page, second)
        assert page.locator("[data-entity]").count() == 2
        page.keyboard.press("Enter")
        saved(page, "1 confirmed")
        page.keyboard.press("c")
        saved(page, "2 confirmed")
        page.wait_for_selector(".note >> text=waits for you")
        page.goto("about:blank")
    assert [one.confirmed_by for one in reviewed.known().entities if one.decided_at] == ["c3", "c3"]


def test_a_server_that_is_gone_is_told_and_names_leave_a_page_that_ends(reviewed: Reviewed, page: Any) -> None:
    opened(page, reviewed)
    page.click("button >> text=End review")
    page.wait_for_selector("h1 >> text=has ended")
    shown = page.content()
    assert not [name for name in NAMED if name in shown]
    page.goto("about:blank")
    with reviewing(reviewed.folder, reviewed.key) as other:
        opened(page, other)
        other.review.close()
        page.keyboard.press("a")
        page.wait_for_selector(".state[data-state=cut] >> text=Leave this page open")
    page.wrong[:] = [one for one in page.wrong if "ERR_" not in one]


def test_names_leave_the_page_when_the_review_ends_where_it_was_started(reviewed: Reviewed, page: Any) -> None:
    opened(page, reviewed)
    reviewed.review.close()
    page.wait_for_selector("h1 >> text=has ended")
    shown = page.content()
    assert not [name for name in NAMED if name in shown]
    page.wrong[:] = [one for one in page.wrong if "ERR_" not in one]


def test_apply_pressed_twice_asks_once(reviewed: Reviewed, page: Any) -> None:
    opened(page, reviewed)
    page.dblclick("button >> text=Apply …")
    page.wait_for_selector("dialog .wrong >> text=Still open")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="detached")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests/lab/static")
def test_the_review_has_no_violation_in_light_and_dark_and_at_200_percent(reviewed: Reviewed, page: Any) -> None:
    reviewed.act(op="decide", entity=reviewed.entity("Schulte")["id"], decision="keep")
    for scheme, size in (("light", (1400, 900)), ("dark", (1400, 900)), ("light", (700, 450))):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto("about:blank")
        opened(page, reviewed)
        assert violations(page) == []
        page.keyboard.press("ArrowRight")
        assert violations(page) == []
        page.keyboard.press("Escape")
        for key, shown in (
            ("?", "dialog[open] table"),
            ("=", "dialog.palette[open]"),
            ("Control+Enter", "dialog .wrong"),
        ):
            page.keyboard.press(key)
            page.wait_for_selector(shown)
            assert violations(page) == [], key
            page.keyboard.press("Escape")
            page.wait_for_selector("dialog[open]", state="detached")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
