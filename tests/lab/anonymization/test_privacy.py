"""The names that the page shows are nowhere else: not in the browser, the project, a log, or the coding workspace."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from tests.lab.anonymization.conftest import NAMED, Reviewed
from tests.lab.conftest import CHROMIUM, QUIET
from tests.lab.workspace.conftest import Served, serving

pytestmark = pytest.mark.slow

_EMPTY = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length, name: window.name, title: document.title,
})"""


def named_in(folder: Path) -> set[str]:
    """The files below a folder that hold one of the names, however it is encoded."""
    written = [name.encode(code) for name in NAMED for code in ("utf-8", "utf-16-le")]
    written += [json.dumps(name).strip('"').encode() for name in NAMED]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if any(name in path.read_bytes() for name in written)}


def test_the_browser_keeps_nothing(reviewed: Reviewed, browser: Any, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    context = browser.browser_type.launch_persistent_context(str(profile), executable_path=CHROMIUM, args=QUIET)
    page = context.new_page()
    page.goto(reviewed.page)
    page.wait_for_selector(".mentions li")
    assert any(name in page.content() for name in NAMED)
    page.fill("[type=search]", "Yılmaz")
    page.keyboard.press("Enter")
    page.keyboard.press("p")
    page.keyboard.type("Schulte")  # a real name, which is refused
    page.keyboard.press("Enter")
    page.wait_for_selector(".note")
    page.keyboard.press("k")
    page.wait_for_selector(".told >> text=1 of")
    found = page.evaluate(_EMPTY)
    assert found == dict.fromkeys(("local", "session", "databases", "caches", "workers"), 0) | {
        "cookie": "",
        "name": "",
        "title": "study · Review of the anonymization",
    }
    assert context.cookies() == []
    page.reload()
    page.wait_for_selector(".mentions li")
    assert page.input_value("[type=search]") == ""
    context.close()
    assert any(profile.rglob("*"))
    assert named_in(profile) == set()


def test_neither_the_project_nor_what_is_printed_holds_a_name(reviewed: Reviewed) -> None:
    assert named_in(reviewed.folder) == set()
    yilmaz = reviewed.entity("Yılmaz")["id"]
    for act in ({"op": "decide", "entity": yilmaz, "decision": "label"}, {"op": "decide", "entity": yilmaz}):
        reviewed.act(**act)
    left = sum(not one["decided"] for one in reviewed.ask("api/study")["entities"])
    reviewed.ask("api/apply", {"open": left})
    reviewed.review.close()
    assert named_in(reviewed.folder) == set()
    with iv.open(reviewed.folder, key=reviewed.key) as project:
        assert not [leak for leak in iv.leaks(project) if leak.certain]


def test_the_command_prints_counts_and_an_address_that_no_other_user_sees(
    reviewed: Reviewed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, seen, script = (tmp_path / name for name in ("opened.html", "seen", "browser.sh"))
    script.write_text(
        f'#!/bin/sh\nps -o args= -p $$ > {seen}\ncp "${{1#file://}}" {opened}.part\nmv {opened}.part {opened}\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(script))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    words = ["review", str(reviewed.folder), "--author", "c1", "--key", str(reviewed.key), "--in-browser"]
    command = [sys.executable, "-m", "interviews.cli.main", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as child:
        until = time.monotonic() + 120
        while not opened.exists() and time.monotonic() < until:
            time.sleep(0.1)
        address = opened.read_text(encoding="utf-8").split("url=")[1].split('"')[0]
        base, token = address.split("/#token=")
        assert token not in seen.read_text(encoding="utf-8")
        (way,) = tmp_path.glob("review-*.html")
        assert way.stat().st_mode & 0o77 == 0
        headers = {"Authorization": f"token {token}"}
        act = {"id": "1", "op": "decide", "entity": reviewed.entity("Schulte")["id"], "decision": "keep"}
        for what, body in (("acts", [act]), ("end", {})):
            asked = urllib.request.Request(f"{base}/api/{what}", json.dumps(body).encode(), headers)
            urllib.request.urlopen(asked, timeout=60).close()
        printed, _ = child.communicate(timeout=60)
    assert child.returncode == 0
    assert address in printed
    assert "1 decisions saved" in printed
    assert not [name for name in NAMED if name in printed]
    assert not way.exists()


@pytest.fixture
def coding(reviewed: Reviewed, tmp_path: Path) -> Any:
    """The coding workspace on the same project, anonymized."""
    left = len(reviewed.ask("api/study")["entities"])
    reviewed.ask("api/apply", {"open": left})
    with iv.open(reviewed.folder, key=reviewed.key) as project:
        project.save(iv.read_codebook(tmp_path / "klein.yaml"))
    with serving(reviewed.folder, tmp_path, "--WorkspaceApp.coder=c1") as served:
        yield served


def test_the_coding_workspace_answers_no_question_of_a_review(coding: Served, reviewed: Reviewed) -> None:
    outline = coding.ask("study")
    asked = [
        *("study", "codebook", "changes", "coder", "review", "queries", "codebook/versions"),
        *(f"transcripts/{one['id']}" for one in outline["transcripts"]),
    ]
    told = json.dumps([coding.ask(what) for what in asked], ensure_ascii=False)
    assert "feucht" in told
    assert not [name for name in NAMED if name in told]
    for what, body in (("mentions/PER-001", None), ("apply", {"open": 0}), ("end", {})):
        with pytest.raises(urllib.error.HTTPError) as caught:
            coding.ask(what, body)
        assert caught.value.code in (403, 404, 405)
    (answer,) = coding.ask("acts", [{"id": "1", "op": "decide", "entity": "PER-001", "decision": "keep"}])
    assert "no act called" in answer["problem"]
