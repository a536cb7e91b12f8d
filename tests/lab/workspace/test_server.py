"""The workspace over HTTP, from a real server: what it tells, what it saves, and what it refuses."""

import urllib.error
import urllib.request

import pytest

import interviews as iv
from interviews.model import new_id
from tests.lab.workspace.conftest import Served

pytestmark = pytest.mark.slow


def first(served: Served) -> dict:
    outline = served.ask("study")["transcripts"][0]
    return served.ask(f"transcripts/{outline['id']}")


def an_act(told: dict, **fields: object) -> dict:
    words = "Die Wohnung bleibt feucht"
    start = told["text"].index(words)
    act = {"op": "add", "id": new_id(), "transcript": told["id"], "version": told["version"], "code": "Wohnen"}
    return act | {"start": start, "end": start + len(words)} | fields


def mine(served: Served) -> list[dict]:
    return [coding for coding in first(served)["codings"] if coding["coder"] == "c3"]


def test_a_study_is_told_with_its_transcripts(served: Served) -> None:
    study = served.ask("study")
    assert (study["name"], study["coder"], study["language"]) == ("study", "c3", "de")
    assert [one["name"] for one in study["transcripts"]] == ["a1", "b1"]
    assert study["transcripts"][0]["turns"] == 2


def test_a_transcript_is_told_with_positions_in_code_points(served: Served) -> None:
    told = first(served)
    with iv.open(served.folder) as project:
        known = {coding.id: coding.span for coding in project.coding_records}
        text = project.store.transcript("a1").text
    assert told["text"] == text
    assert {one["id"]: (one["start"], one["end"]) for one in told["codings"]} == {
        one["id"]: (known[one["id"]].start, known[one["id"]].end) for one in told["codings"]
    }
    number, start, end, *_ = told["turns"][1]
    assert number == 2
    assert text[start:end].startswith("Ich heiße")


def test_an_act_is_saved_once_however_often_it_is_sent(served: Served) -> None:
    act = an_act(first(served))
    for _ in range(2):
        (answer,) = served.ask("acts", [act])
        assert (answer["id"], answer["saved"]) == (act["id"], True)
    assert "revision" not in answer  # nothing was saved the second time
    assert [one["id"] for one in mine(served)] == [act["id"]]
    change = {"op": "change", "id": new_id(), "coding": act["id"], "memo": "nass", "weight": 2}
    for _ in range(2):
        assert served.ask("acts", [change])[0]["saved"]
    assert [(one["id"], one["memo"], one["weight"]) for one in mine(served)] == [(change["id"], "nass", 2)]
    retraction = {"op": "retract", "id": new_id(), "coding": change["id"]}
    for _ in range(2):
        assert served.ask("acts", [retraction])[0]["saved"]
    assert mine(served) == []
    assert "done" in served.ask("undo", {})
    assert [one["memo"] for one in mine(served)] == ["nass"]
    served.ask("undo", {})
    served.ask("undo", {})
    assert mine(served) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"code": "Wohnung"}, "the codebook has no code 'Wohnung'"),
        ({"end": 10**6}, "ends outside the text"),
        ({"start": 5, "end": 5}, "covers no character"),
        ({"start": 5, "end": 4}, "not complete"),
        ({"op": "explode"}, "no act called 'explode'"),
        ({"version": 9}, "no text version 9"),
        ({"op": "retract", "coding": "x"}, "taken back meanwhile"),
    ],
)
def test_an_act_that_cannot_be_is_answered_in_a_sentence(served: Served, fields: dict, told: str) -> None:
    good, bad = an_act(first(served)), an_act(first(served), **fields)
    answers = served.ask("acts", [bad, good])
    assert told in answers[0]["problem"]
    assert answers[1]["saved"]
    served.ask("undo", {})


def test_codings_of_others_are_not_ours_to_change(served: Served) -> None:
    theirs = next(one for one in first(served)["codings"] if one["coder"] == "c1")
    (answer,) = served.ask("acts", [{"op": "retract", "id": new_id(), "coding": theirs["id"]}])
    assert answer["problem"] == "this coding is one of c1's, which you cannot change"


def test_nothing_is_told_without_the_token_and_nothing_taken_from_elsewhere(served: Served) -> None:
    for request in (
        urllib.request.Request(f"{served.address}/api/study"),
        urllib.request.Request(f"{served.address}/api/acts", data=b"[]", headers={"Origin": "http://elsewhere"}),
    ):
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(request)
        assert caught.value.code in (403, 404)  # the server hides what it refuses to other origins


def test_the_page_may_run_nothing_but_its_own_scripts(served: Served) -> None:
    with urllib.request.urlopen(served.page) as answer:
        policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
