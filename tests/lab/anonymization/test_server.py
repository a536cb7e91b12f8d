"""The server of a review, asked for real: what it tells, saves and applies, whom it refuses, and how it ends."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import interviews as iv
from interviews import lab
from interviews.anonymity import Proposals
from interviews.errors import MisuseError
from tests.lab.anonymization.conftest import Reviewed, make_project, reviewing

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reviewed]:
    """A review in which nobody decides anything."""
    home = tmp_path_factory.mktemp("standing")
    with make_project(home) as project:
        folder = project.folder
    with reviewing(folder, home / "study.agekey") as one:
        yield one


def refused(request: urllib.request.Request) -> tuple[int, str]:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=30)
    return caught.value.code, caught.value.read().decode()


def test_entities_are_told_with_their_names_and_mentions_with_the_words_around_them(standing: Reviewed) -> None:
    study = standing.ask("api/study")
    assert (study["author"], study["decisions"]["k"], study["commands"]["undo"]) == ("c1", "keep", "u")
    schulte = standing.entity("Schulte")
    assert (schulte["type"], schulte["decided"], schulte["decision"]) == ("PER", False, "label")
    first, *_ = told = standing.ask(f"api/mentions/{schulte['id']}")
    assert len(told) == schulte["mentions"]
    assert (first["number"], first["transcript"], first["kept"]) == (1, "a1", False)
    assert first["words"].endswith("Schulte")
    assert "\n" not in "".join(one["before"] + one["words"] + one["after"] for one in told)


def test_an_act_is_saved_once_however_often_it_is_sent(reviewed: Reviewed) -> None:
    schulte = reviewed.entity("Schulte")["id"]
    act = {"id": "1", "op": "decide", "entity": schulte, "decision": "keep"}
    first, again = (reviewed.ask("api/acts", [act])[0] for _ in range(2))
    assert first == again
    assert (first["saved"], [one["id"] for one in first["changed"]]) == (True, [schulte])
    assert reviewed.known().get(schulte).decided_by == "c1"
    assert reviewed.act(op="undo")["entity"] == schulte
    assert reviewed.act(op="undo", id="2")["problem"].startswith("There is nothing to take back")
    assert reviewed.known().get(schulte).decided_at is None


def test_every_act_of_the_terminal_can_be_done(reviewed: Reviewed) -> None:
    schulte, demir, street = (reviewed.entity(name)["id"] for name in ("Schulte", "Demir", "Weseler"))
    assert reviewed.act(op="decide", entity=schulte, decision="pseudonym", words="Herr Kramer")["saved"]
    place = reviewed.ask(f"api/mentions/{schulte}")[1]["place"]
    assert reviewed.act(op="mention", entity=schulte, mention=place)["changed"][0]["kept"] == 1
    retyped = reviewed.act(op="retype", entity=street, type="ORG")
    assert retyped["gone"] == [street]
    assert reviewed.act(op="approve", entity=retyped["entity"])["saved"]
    joined = reviewed.act(op="join", entity=demir, into=schulte)
    assert (joined["entity"], joined["gone"]) == (schulte, [demir])
    known = reviewed.known()
    assert (known.get(schulte).replacement, len(known.get(schulte).kept)) == ("Kramer", 1)
    assert known.get(retyped["entity"]).decided_by == "c1"


def test_mentions_are_split_off_and_go_to_somebody_known(reviewed: Reviewed) -> None:
    schulte = reviewed.entity("Schulte")["id"]
    first, second, _ = (one["place"] for one in reviewed.ask(f"api/mentions/{schulte}"))
    split = reviewed.act(op="split", entity=schulte, mentions=[second])
    assert (split["saved"], split["entity"], split["gone"]) == (True, schulte, [])
    new = next(one for one in split["changed"] if one["id"] != schulte)
    assert (new["mentions"], new["decided"]) == (1, False)
    moved = reviewed.act(op="split", entity=schulte, mentions=[first], into=new["id"])
    assert sorted((one["id"], one["mentions"]) for one in moved["changed"]) == [(schulte, 1), (new["id"], 2)]
    known = reviewed.known()
    assert [len(known.get(id).mentions) for id in (schulte, new["id"])] == [1, 2]
    assert reviewed.act(op="undo")["entity"] == schulte
    assert reviewed.act(op="undo", id="2")["gone"] == [new["id"]]
    assert len(reviewed.known().get(schulte).mentions) == 3


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ({"op": "decide", "entity": "PER-099", "decision": "keep"}, "There is no entity"),
        ({"op": "decide", "entity": "PER-001", "decision": "hide"}, "A decision is one of"),
        ({"op": "decide", "entity": "PER-001", "decision": "pseudonym", "words": ""}, "must be a name"),
        ({"op": "mention", "entity": "PER-001", "mention": ["a1", 1, 2, False]}, "has no mention at 1"),
        ({"op": "mention", "entity": "PER-001", "mention": 1}, "not complete"),
        ({"op": "split", "entity": "PER-001", "mentions": [["a1", 1, 2, False]]}, "has no such mention"),
        ({"op": "split", "entity": "PER-001", "mentions": []}, "Say which mentions"),
        ({"op": "split", "entity": "PER-001", "mentions": [1]}, "not complete"),
        ({"op": "split", "entity": "PER-001"}, "not complete"),
        ({"op": "decide", "entity": "PER-001"}, "not complete"),
        ({"op": "explode"}, "not complete"),
        ({"id": "", "op": "undo"}, "an act needs an id"),
    ],
)
def test_an_act_that_cannot_be_is_answered_in_a_sentence(standing: Reviewed, act: dict, told: str) -> None:
    answer = standing.act(**act)
    assert answer["saved"] is False
    assert told in answer["problem"]


def test_what_others_decide_is_news_and_a_second_person_confirms(reviewed: Reviewed) -> None:
    schulte = reviewed.entity("Schulte")["id"]
    before = reviewed.ask("api/changes")["revision"]
    with iv.open(reviewed.folder, key=reviewed.key) as project:
        project.save(iv.anonymize(project).decide(schulte, "delete"), author="c2")
    assert reviewed.ask("api/changes")["revision"] != before
    told = reviewed.entity("Schulte")
    assert (told["decided_by"], told["to_confirm"]) == ("c2", True)
    assert reviewed.act(op="confirm", entity=schulte)["changed"][0]["confirmed_by"] == "c1"
    assert "to_confirm" in told


def test_nothing_is_applied_that_was_not_told_to_be_open(reviewed: Reviewed) -> None:
    reviewed.act(op="decide", entity=reviewed.entity("Schulte")["id"], decision="keep")
    left = sum(not one["decided"] for one in reviewed.ask("api/study")["entities"])
    for wrong in ({"open": 0}, {"open": left + 1}, {}, None, {"open": "all"}):
        assert refused(reviewed.request("api/apply", wrong if wrong is not None else []))[0] == 400
    assert "replaced" in reviewed.ask("api/apply", {"open": left})["summary"]
    with iv.open(reviewed.folder, key=reviewed.key) as project:
        text = project.transcripts[0].text
        assert "Schulte" in text
        assert "Yılmaz" not in text
        assert not [leak for leak in iv.leaks(project) if leak.certain]
    assert reviewed.entity("Demir")["accepted_by"] == "c1"
    told = reviewed.review.close()
    assert told is not None
    assert (told.decided, told.open, told.applied) == (1, left, True)


def test_only_who_has_the_token_and_asks_this_computer_is_answered(standing: Reviewed) -> None:
    base, _ = standing.review.address.split("/#")
    for what in ("api/study", "api/mentions/PER-001", "api/changes"):
        for headers in ({}, {"Authorization": "token"}, {"Authorization": "token x"}):
            status, told = refused(urllib.request.Request(f"{base}/{what}", headers=headers))
            assert status == 403
            assert "Schulte" not in told
    for what in ("api/acts", "api/apply", "api/end"):
        assert refused(urllib.request.Request(f"{base}/{what}", data=b"[]"))[0] == 403
    elsewhere = standing.request("api/study", Host="names.example")
    assert refused(elsewhere)[0] == 404
    assert base.startswith("http://127.0.0.1:")


def test_every_answer_is_for_this_moment_only(standing: Reviewed) -> None:
    for what in ("", "static/anonymizing.js", "api/study", "api/mentions/PER-001", "api/changes"):
        with urllib.request.urlopen(standing.request(what), timeout=30) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert "Set-Cookie" not in answer.headers
    for outside in ("static/../deciding.py", "static/%2e%2e/deciding.py", "static/"):
        assert refused(standing.request(outside))[0] in (403, 404)


def test_the_page_ends_the_review(reviewed: Reviewed) -> None:
    reviewed.act(op="decide", entity=reviewed.entity("Schulte")["id"], decision="keep")
    assert reviewed.ask("api/end", {}) == {"ended": True}
    told = reviewed.review.wait()
    assert (told.decided, told.applied) == (1, False)
    assert "ended" in repr(reviewed.review)
    with pytest.raises(OSError, match="refused"):
        reviewed.ask("api/study")


def test_a_review_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        folder = project.folder
    program = (
        "import sys, time, interviews as iv\nfrom interviews import lab\n"
        f"project = iv.open({str(folder)!r}, key={str(tmp_path / 'study.agekey')!r})\n"
        "review = lab.review(iv.anonymize(project), author='c1')\n"
        "print(repr(review)); print(review.address, flush=True); time.sleep(600)\n"
    )
    surroundings = os.environ | {"BROWSER": "true"}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=surroundings
    ) as child:
        assert child.stdout is not None
        shown, address = child.stdout.readline(), child.stdout.readline().strip()
        base, token = address.split("/#token=")
        assert token not in shown
        request = urllib.request.Request(f"{base}/api/study", headers={"Authorization": f"token {token}"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert "Schulte" in answer.read().decode()
        child.send_signal(signal.SIGKILL)
    for _ in range(100):
        try:
            urllib.request.urlopen(request, timeout=5).close()
        except OSError:
            return
        time.sleep(0.1)
    pytest.fail("the server outlived who started it")


def test_a_review_that_cannot_be_says_why(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="of no project"):
        lab.review(Proposals((), ()))
    with make_project(tmp_path) as project:
        proposals = iv.anonymize(project)
    (tmp_path / "study.agekey").unlink()
    with pytest.raises(MisuseError, match="does not exist: without it the vault"):
        lab.review(proposals)


def test_a_file_of_the_folder_that_one_works_in_is_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with make_project(tmp_path) as project:
        folder = project.folder
    (folder / "tornado.py").write_text("open('taken', 'w')\n")
    monkeypatch.chdir(folder)
    with reviewing(folder, tmp_path / "study.agekey") as one:
        assert one.ask("api/study")["entities"]
    assert not (folder / "taken").exists()


def test_a_second_person_starts_with_what_waits_for_them(reviewed: Reviewed) -> None:
    reviewed.act(op="decide", entity=reviewed.entity("Schulte")["id"], decision="keep")
    with reviewing(reviewed.folder, reviewed.key, "c2", confirming=True) as second:
        study = second.ask("api/study")
        assert study["confirming"]
        assert [one["name"] for one in study["entities"] if one["to_confirm"]] == [second.entity("Schulte")["name"]]
