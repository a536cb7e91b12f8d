"""Disagreements of two coders, decided in the name of a third: seen, undone, decided anew, merged."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import interviews as iv
from interviews.coding import steps
from interviews.errors import MisuseError
from interviews.model import Coding, Memo, Span
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies

LOUD = "im Sommer ist es laut"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("adjudicating")
    with make_study(home) as project:
        transcript = project.transcripts[1]
        start = transcript.text.index(LOUD)
        for coder, code, by in (("c1", "Nachbarschaft", 21), ("c2", "Wohnen/Zustand", 9)):
            span = Span(start, start + by)
            project.save(Coding(transcript.id, span, code, coder, transcript.version), author=coder)
    return home


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Iterator[iv.Project]:
    shutil.copytree(made, tmp_path / "own")
    with iv.open(tmp_path / "own" / "study", key=tmp_path / "own" / "study.agekey") as project:
        yield project


def told(project: iv.Project) -> list[tuple]:
    columns = ["difference", "first", "second", "decision", "outcome", "reason"]
    frame = project.disagreements("c1", "c2").table()[columns].astype(object)
    return list(frame.where(frame.notna(), None).itertuples(index=False, name=None))


def of(project: iv.Project, difference: str) -> iv.View:
    return project.disagreements("c1", "c2").where(difference=difference)


def outcome(project: iv.Project, coder: str = "consensus") -> list[tuple[str, str]]:
    frame = project.codings.table()
    return list(frame[frame["coder"] == coder][["code", "text"]].astype(str).itertuples(index=False, name=None))


def test_disagreements_are_listed_with_words_and_place(project: iv.Project) -> None:
    frame = project.disagreements("c1", "c2").table()
    assert list(frame["difference"]) == ["borders", "one", "one", "one", "code"]
    assert list(frame["transcript"]) == ["a1", "a1", "b1", "b1", "b1"]
    first = frame.iloc[0]
    assert first["text"].startswith("Die Wohnung ist feucht")
    assert "Schulte" not in first["text"]
    assert (first["case"], first["turn"], first["first"], first["second"]) == ("nord", 2, *["Wohnen/Zustand"] * 2)
    assert frame["decision"].isna().all()
    assert (frame.iloc[4]["first"], frame.iloc[4]["second"]) == ("Nachbarschaft", "Wohnen/Zustand")


def test_whose_codings_hold_both_neither_and_an_own_one(project: iv.Project) -> None:
    before = iv.agree(project).table()
    project.adjudicate(of(project, "borders"), "c1", reason="am Satzende", author="anna")
    project.adjudicate(of(project, "code"), "both", author="anna")
    project.adjudicate(of(project, "one").where(transcript="b1"), "neither", reason="nur erwähnt", author="anna")
    assert told(project) == [
        ("borders", "Wohnen/Zustand", "Wohnen/Zustand", "as c1", "Wohnen/Zustand", "am Satzende"),
        ("one", "Wohnen/Zustand", "", None, None, None),
        ("one", "", "Wohnen/Miete", "neither", "", "nur erwähnt"),
        ("one", "Wohnen/Miete", "", "neither", "", "nur erwähnt"),
        ("code", "Nachbarschaft", "Wohnen/Zustand", "both", "Nachbarschaft; Wohnen/Zustand", ""),
    ]
    assert outcome(project) == [
        ("Wohnen/Zustand", "Die Wohnung ist feucht"),
        ("Wohnen/Zustand", "im Sommer"),
        ("Nachbarschaft", "im Sommer ist es laut"),
    ]
    frame = project.disagreements("c1", "c2").table()
    assert set(frame["author"].dropna()) == {"anna"}
    assert frame["when"].notna().sum() == 4
    assert iv.agree(project).table().equals(before)
    assert len(iv.agree(project, ["c1", "consensus"]).table())
    assert [memo.text for memo in project.store.memos()] == ["am Satzende"] * 2 + ["nur erwähnt"] * 2
    project.adjudicate(of(project, "code"), code="Wohnen", reason="allgemein", author="anna")
    assert told(project)[4][3:] == ("own", "Wohnen", "allgemein")
    assert ("Wohnen", "im Sommer ist es laut") in outcome(project)
    assert len(outcome(project)) == 2


def test_what_is_named_twice_is_decided_once(project: iv.Project) -> None:
    (id,) = of(project, "borders").table()["disagreement"]
    assert project.adjudicate([id, id], "c1").counts == {"decided disagreements": 1, "codings": 1}
    assert len(outcome(project)) == 1


def test_the_consensus_is_what_both_agree_on_and_what_was_decided(project: iv.Project) -> None:
    agreed = ["die Nachbarn sind gut"]
    assert list(project.consensus("c1", "c2").table()["text"]) == agreed
    project.adjudicate(of(project, "borders"), "c2")
    frame = project.consensus("c1", "c2").table()
    assert list(frame["coder"]) == ["consensus", "c1"]


def test_a_decision_is_undone_as_one_and_comes_back(project: iv.Project) -> None:
    project.adjudicate(of(project, "code"), "both", author="anna")
    project.adjudicate(of(project, "code"), "c1", reason="klar", author="anna")
    assert outcome(project) == [("Nachbarschaft", "im Sommer ist es laut")]
    assert "2 voneinander abweichende Codierungen" in str(project.undo(author="anna"))
    assert (told(project)[4][3], len(outcome(project))) == ("both", 2)
    project.undo(author="anna")
    assert (told(project)[4][3], outcome(project)) == (None, [])
    project.redo(author="anna")
    project.redo(author="anna")
    assert told(project)[4][3:] == ("as c1", "Nachbarschaft", "klar")
    assert "Nachbarschaft in b1" in repr(project.log(6))


def test_a_coding_that_changed_since_is_open_again_and_its_old_outcome_goes(project: iv.Project) -> None:
    project.adjudicate(of(project, "code"), "c1")
    text = project.transcripts[1]
    (old,) = [one for one in project.coding_records if one.coder == "c1" and one.span.of(text.text) == LOUD]
    fresh = Coding(text.id, Span(old.span.start, old.span.end - 5), "Nachbarschaft", "c1", text.version)
    project.store.change(old.id, fresh, "c1")
    assert told(project)[4][3] is None
    project.adjudicate(of(project, "code"), "c2")
    assert outcome(project) == [("Wohnen/Zustand", "im Sommer")]


def test_the_consensus_holds_nothing_of_a_decision_whose_codings_both_changed(project: iv.Project) -> None:
    project.adjudicate(of(project, "code"), "c1")
    text = project.transcripts[1]
    for old in [one for one in project.coding_records if one.span.of(text.text) in (LOUD, "im Sommer")]:
        if old.coder in ("c1", "c2"):
            span = Span(old.span.start, old.span.start + 9)
            fresh = Coding(text.id, span, "Wohnen/Miete", old.coder, text.version)
            project.store.change(old.id, fresh, old.coder)
    frame = project.consensus("c1", "c2").table()
    assert list(frame[frame["transcript"] == "b1"]["code"]) == ["Wohnen/Miete"]
    assert set(frame["coder"]) == {"c1"}


def test_a_decision_for_a_coding_that_was_taken_back_since_is_open_again(project: iv.Project) -> None:
    project.adjudicate(of(project, "code"), "c1")
    text = project.transcripts[1]
    (gone,) = [one for one in project.coding_records if one.coder == "c1" and one.span.of(text.text) == LOUD]
    project.store.retract([gone.id], author="c1")
    assert told(project)[4] == ("one", "", "Wohnen/Zustand", None, None, None)
    assert list(project.consensus("c1", "c2").table()["coder"]) == ["c1"]


def test_decisions_live_on_under_new_names_of_codes(project: iv.Project) -> None:
    project.adjudicate(of(project, "code"), "c1")
    project.revise(steps.rename("Nachbarschaft", "Umfeld"))
    assert told(project)[4][3:] == ("as c1", "Umfeld", "")
    assert project.codings_at("2000-01-01").table().empty


def test_two_copies_that_decided_the_same_leave_it_open(project: iv.Project, tmp_path: Path) -> None:
    shutil.copytree(project.folder, tmp_path / "copy")
    project.adjudicate(of(project, "code"), "c1", author="anna")
    project.adjudicate(of(project, "borders"), "c1", author="anna")
    with iv.open(tmp_path / "copy") as copy:
        copy.adjudicate(of(copy, "code"), "c2", author="bert")
    project.merge(tmp_path / "copy")
    assert [one[3] for one in told(project)] == ["as c1", None, None, None, None]
    project.adjudicate(of(project, "code"), "c2", author="anna")
    assert ("Nachbarschaft", "im Sommer ist es laut") not in outcome(project)
    assert told(project)[4][3:5] == ("as c2", "Wohnen/Zustand")


def test_what_cannot_be_decided_is_told_and_nothing_saved(project: iv.Project) -> None:
    code = of(project, "code")
    for wrong, sentence in (
        ({"decision": "c9"}, "'c9' is no decision"),
        ({"decision": "c1", "code": "Wohnen"}, "only there"),
        ({"decision": "own"}, "only there"),
        ({"code": "Garten"}, "has no code 'Garten'"),
        ({"decision": "c1", "coder": "c2"}, "a name of their own"),
        ({"decision": "c1", "coder": " "}, "a name of their own"),
        ({"decision": "c1", "reason": "Herr Schulte sagt es"}, "names PER"),
    ):
        with pytest.raises(MisuseError, match=sentence):
            project.adjudicate(code, **wrong)
    for ids in ("", "x", " ".join(one.id for one in project.coding_records)):
        with pytest.raises(MisuseError):
            project.adjudicate(ids, "c1")
    with pytest.raises(MisuseError, match="no coder 'c9'"):
        project.disagreements("c1", "c9")
    with pytest.raises(MisuseError, match="two different ones"):
        project.disagreements("c1", "c1")
    assert project.adjudications == ()


def test_it_survives_an_archive_and_is_sound(project: iv.Project, tmp_path: Path) -> None:
    project.adjudicate(of(project, "code"), "c1", reason="klar", author="anna")
    before = told(project)
    iv.archive(project, tmp_path / "archive")
    with iv.restore(tmp_path / "archive", tmp_path / "again") as again:
        assert told(again) == before
        assert not [one for one in iv.verify(again).problems if "event" in one.where or "memo" in one.where]


def test_a_memo_without_words_is_none(project: iv.Project) -> None:
    project.adjudicate(of(project, "code"), "c1")
    assert project.store.memos() == []
    project.save(Memo(project.transcripts[0].id, "Notiz", "anna"))
    assert len(iv.view(project, "memos")) == 1
