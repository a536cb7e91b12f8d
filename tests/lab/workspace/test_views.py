"""What the further views are told, and what they save: codebook, decisions, passages; without a server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.lab.workspace.passages import tell_passages
from interviews.lab.workspace.reviewing import tell_review
from interviews.lab.workspace.revising import read_steps, revise_codebook, tell_diff, tell_preview, tell_versions
from interviews.lab.workspace.workspace import Workspace
from interviews.model import Change, Span, Suggestion
from tests.small_study import CODEBOOK, make_study


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[iv.Project]:
    with make_study(tmp_path_factory.mktemp("views")) as project:
        file = project.folder / "codebooks" / "klein.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(CODEBOOK, encoding="utf-8")
        yield project


@pytest.fixture
def undone(project: iv.Project) -> Iterator[iv.Project]:
    """The study, and after the test the codebook as it was; its file, too, which no undo touches."""
    version = project.codebook.version
    yield project
    while project.codebook.version != version:
        project.undo(author="c1")
    (project.folder / "codebooks" / "klein.yaml").write_text(CODEBOOK, encoding="utf-8")


def revised(project: iv.Project, *asked: dict, reason: str = "") -> dict:
    steps = read_steps(project, list(asked))
    return revise_codebook(project, steps, "c1", reason, project.codebook.version, "en")


REDEFINE = {"op": "redefine", "code": "Wohnen/Zustand", "fields": {"definition": "Nur Schäden."}}


def test_a_preview_tells_by_coder_what_moves_and_what_waits_and_saves_nothing(project: iv.Project) -> None:
    steps = read_steps(project, [{"op": "merge", "code": "Wohnen/Miete", "into": "Wohnen/Zustand"}, REDEFINE])
    told = tell_preview(project, steps, project.codings, "en")
    assert told["version"] == 2
    assert told["changes"][0]["sentence"] == "Wohnen/Miete is merged into Wohnen/Zustand"
    assert told["changes"][1]["texts"] == [["Definition", "Wie die Wohnung ist.", "Nur Schäden."]]
    assert told["coders"] == [
        {"coder": "c1", "moved": 1, "waiting": 3},
        {"coder": "c2", "moved": 1, "waiting": 2},
    ]
    assert project.codebook.version == 1


def test_a_preview_of_a_blind_round_tells_of_nobody_else(project: iv.Project) -> None:
    blind = Workspace(project, "c2", blind=True)
    told = tell_preview(project, read_steps(project, [REDEFINE]), blind.visible, "de")
    assert told["coders"] == [{"coder": "c2", "moved": 0, "waiting": 1}]
    counts = {code["path"]: code["everybody"] for code in blind.codebook()["codes"]}
    assert counts["Wohnen/Zustand"] == 1


def test_counts_are_those_of_the_coder_and_of_everybody(project: iv.Project) -> None:
    codes = {code["path"]: code for code in Workspace(project, "c1").codebook()["codes"]}
    assert (codes["Wohnen/Zustand"]["count"], codes["Wohnen/Zustand"]["everybody"]) == (2, 3)


def test_a_revision_is_saved_told_and_written_into_the_file(undone: iv.Project) -> None:
    told = revised(undone, {"op": "rename", "code": "Wohnen/Miete", "name": " Kosten "}, reason="weiter")
    assert told["changes"][0]["sentence"] == "Wohnen/Miete is called Wohnen/Kosten now (weiter)"
    assert any("brought to version 2" in one for one in told["problems"])
    assert "name: Kosten" in (undone.folder / "codebooks" / "klein.yaml").read_text(encoding="utf-8")
    versions = tell_versions(undone)
    assert [(one["version"], one["before"], one["author"]) for one in versions] == [(2, 1, "c1"), (1, None, "lead")]
    assert tell_diff(undone, 1, 2, "de")[0]["sentence"] == "Wohnen/Miete heißt jetzt Wohnen/Kosten (weiter)"


def test_what_was_thought_of_for_another_version_is_refused(project: iv.Project) -> None:
    with pytest.raises(MisuseError, match="has version 1 by now"):
        revise_codebook(project, read_steps(project, [REDEFINE]), "c1", "", 7, "en")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([], "at least one step"),
        ("x", "at least one step"),
        ([{"op": "explode", "code": "Wohnen"}], "not complete"),
        ([{"op": "rename", "code": "Wohnen"}], "not complete"),
        ([{"op": "redefine", "code": "Wohnen", "fields": {"memo": 3}}], "not complete"),
        ([{"op": "add", "name": "a/b"}], "has no / in it"),
        ([{"op": "split", "code": "Wohnen", "parts": ["a/b"]}], "has no / in it"),
    ],
)
def test_steps_that_cannot_be_read_are_told_in_a_sentence(project: iv.Project, asked: object, told: str) -> None:
    with pytest.raises(MisuseError, match=told):
        read_steps(project, asked)


def test_every_operation_becomes_its_step(project: iv.Project) -> None:
    asked = [
        {"op": "add", "name": "Lage", "under": "Wohnen", "after": "", "fields": {"memo": " neu "}},
        {"op": "move", "code": "Nachbarschaft", "under": "Wohnen"},
        {"op": "split", "code": "Wohnen/Zustand", "parts": ["Schimmel", " "], "beside": True},
        {"op": "retire", "code": "Wohnen", "family": True},
    ]
    steps = read_steps(project, asked)
    assert [step.change for step in steps] == [Change.ADD, Change.MOVE, Change.SPLIT] + [Change.RETIRE] * 4
    assert (steps[0].code, dict(steps[0].fields)) == ("Wohnen/Lage", {"memo": "neu", "after": ""})
    assert steps[2].to == ("Wohnen/Schimmel",)


def test_codings_to_look_at_again_come_with_their_words_and_what_changed(undone: iv.Project) -> None:
    assert tell_review(undone, "c1", "en")["codings"] == []
    revised(undone, {"op": "rename", "code": "Wohnen", "name": "Haus"})
    revised(undone, REDEFINE | {"code": "Haus/Zustand"}, {"op": "retire", "code": "Nachbarschaft"}, reason="enger")
    waiting = tell_review(undone, "c1", "en")["codings"]
    assert [one["code"] for one in waiting] == ["Haus/Zustand", "Haus/Zustand", "Nachbarschaft"]
    first = waiting[0]
    assert first["words"] == "Die Wohnung ist feucht"
    assert first["after"].startswith(" 👍🏽, sagt")
    assert "Frau" not in first["before"]  # the turn around it, not the whole talk
    assert (first["turn"], first["name"]) == (2, "a1")
    assert first["review"].startswith("Haus/Zustand: definition changed")
    assert "(enger)" in first["review"]
    assert [one["sentence"] for one in first["changes"]] == [
        "Wohnen is called Haus now",
        "Definition of Haus/Zustand changed (enger)",
    ]
    assert [one["code"] for one in tell_review(undone, "c2", "en")["codings"]] == ["Haus/Zustand", "Nachbarschaft"]


def test_open_suggestions_come_with_their_words(project: iv.Project) -> None:
    transcript = project.transcripts[1]
    start = transcript.text.index("im Sommer ist es laut")
    suggestion = Suggestion(transcript.id, Span(start, start + 21), "Wohnen/Zustand", "test", 0.5, transcript.version)
    project.save(suggestion, author="lead")
    (told,) = tell_review(project, "c1", "en")["suggestions"]
    assert (told["words"], told["name"], told["source"]) == ("im Sommer ist es laut", "b1", "test")


def test_passages_are_found_by_code_question_and_id_in_reading_order(project: iv.Project, tmp_path: Path) -> None:
    everything = tell_passages(project, project.codings, code="", question="", ids=[])
    assert everything["total"] == 7
    wohnen = tell_passages(project, project.codings, code="Wohnen", question="", ids=[])["passages"]
    assert [one["name"] for one in wohnen] == ["a1", "a1", "a1", "b1", "b1"]
    asked = tell_passages(project, project.codings, code="", question="Nachbarschaft and coder = c2", ids=[])
    assert [(one["words"], one["coder"]) for one in asked["passages"]] == [("die Nachbarn sind gut", "c2")]
    chosen = tell_passages(project, project.codings, code="", question="", ids=[wohnen[3]["id"]])
    assert [one["id"] for one in chosen["passages"]] == [wohnen[3]["id"]]
    with pytest.raises(MisuseError):
        tell_passages(project, project.codings, code="", question="(", ids=[])


def test_a_blind_coder_reads_only_what_is_hers(project: iv.Project) -> None:
    blind = Workspace(project, "c2", blind=True)
    told = tell_passages(project, blind.visible, code="", question="", ids=[])
    assert {one["coder"] for one in told["passages"]} == {"c2"}
    assert len(Workspace(project, "c9", blind=True).visible) == 0


def test_what_is_assigned_to_the_coder_comes_first(tmp_path: Path) -> None:
    with make_study(tmp_path) as project:
        path = project.folder / "interviews.toml"
        path.write_text(path.read_text("utf-8") + '\n[assignments]\nc1 = ["b1"]\n', encoding="utf-8")
    with iv.open(project.folder) as opened:
        for coder, expected in (("c1", [("b1", True), ("a1", False)]), ("c2", [("a1", False), ("b1", False)])):
            told = Workspace(opened, coder).study()["transcripts"]
            assert [(one["name"], one["assigned"]) for one in told] == expected
