"""Transcripts and text versions that come while the page is open are told, and disturb nothing that is read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from interviews.model import new_id
from tests.lab.workspace.conftest import Served, saved, serving
from tests.small_study import TALKS, make_study

pytestmark = pytest.mark.slow

GOOD = "die Nachbarn sind gut"


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Served]:
    with make_study(tmp_path) as project:
        folder = project.folder
    with serving(folder, tmp_path, "--WorkspaceApp.coder=c1") as one:
        yield one


def brought(home: Path, name: str, text: str) -> None:
    """Somebody reads a text, new or changed, and has it anonymized."""
    path = home / "talks" / name
    path.write_text(text, encoding="utf-8", newline="\n")
    with iv.open(home / "study", key=home / "study.agekey") as project:
        project.save(iv.read(path, case_from="folder"), author="lead")
        project.save(iv.anonymize(project).accept(), author="lead")


def changed(home: Path) -> None:
    """The words before some that are coded become more."""
    before = TALKS["nord/a1.txt"]
    brought(home, "nord/a1.txt", before.replace("Wie wohnen Sie hier?", "Guten Tag! Wie wohnen Sie denn hier?"))


def coded(folder: Path) -> list[tuple[str, str]]:
    with iv.open(folder) as project:
        frame = project.codings.where(coder="c1", transcript="a1").table().sort_values(["start", "created"])
    return list(zip(frame["code"].astype(str), frame["text"], strict=True))


def test_changes_tell_when_texts_are_new_and_when_only_codings_are(ours: Served, tmp_path: Path) -> None:
    before = ours.ask("changes")
    assert ours.ask("study")["texts"] == before["texts"]
    with iv.open(ours.folder) as project:
        project.code("a1", "Wohnen", coder="c2", turn=2)
    coding = ours.ask("changes")
    assert (coding["texts"], coding["revision"] > before["revision"]) == (before["texts"], True)
    changed(tmp_path)
    assert ours.ask("changes")["texts"] != before["texts"]


def test_a_place_in_an_earlier_text_is_carried_along_or_refused_never_taken_for_another_one(
    ours: Served, tmp_path: Path
) -> None:
    told = ours.ask(f"transcripts/{ours.ask('study')['transcripts'][0]['id']}")
    start = told["text"].index(GOOD)
    place = {"transcript": told["id"], "version": told["version"], "start": start, "end": start + len(GOOD)}
    known = next(one for one in told["codings"] if one["coder"] == "c1")
    changed(tmp_path)
    (answer,) = ours.ask("acts", [{"op": "add", "id": new_id(), "code": "Wohnen"} | place])
    assert answer["saved"]
    assert ("Wohnen", GOOD) in coded(ours.folder)
    for act in ({"op": "in-vivo"}, {"op": "change", "coding": known["id"]}):
        (answer,) = ours.ask("acts", [{"id": new_id()} | act | place])
        assert answer["problem"] == "this text has a newer version: load it, and choose the words there"
    (answer,) = ours.ask(
        "acts", [{"op": "change", "id": new_id(), "coding": known["id"], "version": 1, "memo": "nass"}]
    )
    assert answer["saved"]


def test_a_new_transcript_joins_the_list_while_the_coder_reads_on(ours: Served, page: Any, tmp_path: Path) -> None:
    page.goto(f"{ours.page}&transcript=a1")
    page.wait_for_selector(".turn")
    page.keyboard.press("ArrowDown")
    brought(tmp_path, "sued/c1.txt", "I: Und hier?\n\nB: Hier ist es ruhig.\n")
    page.wait_for_selector(".note >> text=New transcripts (1): c1")
    assert [one.split(" ")[0] for one in page.locator(".outline option").all_inner_texts()] == ["a1", "b1", "c1"]
    assert page.evaluate("() => document.activeElement.id") == "transcript"
    assert page.input_value(".outline select") == ours.ask("study")["transcripts"][0]["id"]
    page.keyboard.press("Alt+PageDown")
    page.wait_for_selector(".turn >> text=Ich leite den Treff.")
    page.keyboard.press("Alt+PageDown")
    page.wait_for_selector(".turn >> text=Hier ist es ruhig.")


def test_a_page_that_was_opened_before_the_first_transcript_shows_it(tmp_path: Path, page: Any) -> None:
    with make_study(tmp_path / "other"):
        pass
    with iv.create(tmp_path / "study", language="de", key=tmp_path / "study.agekey") as project:
        project.save(iv.read_codebook(tmp_path / "other" / "klein.yaml"), author="lead")
    (tmp_path / "talks" / "nord").mkdir(parents=True)
    with serving(tmp_path / "study", tmp_path, "--WorkspaceApp.coder=c1") as served:
        page.goto(served.page)
        page.wait_for_selector(".outline")
        brought(tmp_path, "nord/a1.txt", TALKS["nord/a1.txt"])
        page.wait_for_selector(".turn >> text=Wie wohnen Sie hier?")
        page.goto("about:blank")


def test_a_newer_text_is_told_and_loaded_by_key_and_what_is_coded_meanwhile_moves_along(
    ours: Served, page: Any, tmp_path: Path
) -> None:
    page.goto(f"{ours.page}&transcript=a1")
    page.wait_for_selector(".turn")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    changed(tmp_path)
    page.wait_for_selector(".note >> text=F9 loads it")
    assert page.inner_text("header .newer") == "Load the new text version F9"
    assert page.locator(".turn >> text=Guten Tag!").count() == 0
    page.keyboard.press("!")
    page.wait_for_selector(".note >> text=F9 loads it")
    page.keyboard.type("mie")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".here >> text=Wohnen/Miete")
    saved(page)
    words = page.evaluate("() => document.activeElement.id")
    assert words == "transcript"
    page.keyboard.press("F9")
    page.wait_for_selector(".turn >> text=Guten Tag!")
    page.wait_for_selector(".here >> text=Wohnen/Miete")
    assert page.is_hidden("header .newer")
    assert "Wohnen/Miete" in [code for code, _ in coded(ours.folder)]
    page.keyboard.press("Control+z")
    page.wait_for_selector(".here >> text=Wohnen/Miete", state="detached")


def test_what_is_undone_in_an_earlier_text_goes_and_a_passage_opens_in_the_newest(
    ours: Served, page: Any, tmp_path: Path
) -> None:
    page.goto(f"{ours.page}&transcript=a1")
    page.wait_for_selector(".turn")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("mie")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".here >> text=Wohnen/Miete")
    saved(page)
    changed(tmp_path)
    page.wait_for_selector("header .newer")
    page.keyboard.press("Control+z")
    page.wait_for_selector(".here >> text=Wohnen/Miete", state="detached")
    for _ in range(3):
        page.keyboard.press("F8")
    page.keyboard.type("Nachbarschaft")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reading [data-passage]:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector(".turn >> text=Guten Tag!")
    page.wait_for_selector(".here >> text=Nachbarschaft")
    assert page.is_hidden("header .newer")
