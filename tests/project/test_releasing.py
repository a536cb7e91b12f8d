"""Quotes for print: checked, released or held back with a reason, and only released ones exported."""

from pathlib import Path

import openpyxl
import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.model import Coding, Span
from interviews.project.releasing import check_quotes

pytestmark = pytest.mark.slow  # whole studies


def states(project: iv.Project) -> list[str]:
    return [one.release for one in project.quotes()]


def test_checks_tell_consent_names_and_rarity_of_every_quote(project: iv.Project) -> None:
    checked, _ = check_quotes(project, project.codings)
    assert check_quotes(project, project.codings, most=2) == (checked[:2], 6)
    assert [one.quote.transcript for one in checked] == ["a1"] * 4 + ["b1"] * 2
    assert [one.allowed for one in checked] == [True] * 4 + [False] * 2
    assert {one.named for one in checked} == {()}
    assert "agreed to be quoted" in checked[-1].obstacle
    assert checked[0].obstacle == ""
    with iv.open(project.folder, key=project.folder / "none.agekey") as without:
        assert {one.named for one in check_quotes(without, without.codings)[0]} == {None}


def test_only_released_quotes_are_taken_and_exported(project: iv.Project, tmp_path: Path) -> None:
    first, second, third, _ = project.quotes()
    project.release([first, second.citation], reason="gegengelesen", author="anna")
    project.hold(third, reason="zu heikel", author="anna")
    assert states(project) == ["released", "released", "held", ""]
    assert [one.citation for one in project.quotes(released=True)] == [first.citation, second.citation]
    assert len(project.quotes(released=False)) == 2
    assert (project.releases[third.citation].reason, project.releases[third.citation].author) == ("zu heikel", "anna")
    iv.export(project.quotes(released=True), tmp_path / "zitate.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "zitate.xlsx").active.values)
    assert [row[0] for row in rows[1:]] == [first.citation, second.citation]
    assert {row[-1] for row in rows[1:]} == {"released"}
    project.hold(first, author="anna")
    assert states(project)[0] == "held"
    assert "hält ein Zitat zurück" in str(project.undo(author="anna"))
    assert states(project)[0] == "released"
    project.undo(author="anna")
    assert states(project)[2] == ""


def test_what_may_not_be_printed_is_not_released_but_can_be_held(project: iv.Project) -> None:
    checked, _ = check_quotes(project, project.codings)
    with pytest.raises(MisuseError, match="cannot be released: not everyone"):
        project.release([checked[0].quote, checked[-1].quote])
    assert project.releases == {}
    project.hold(checked[-1].quote, reason="kein Einverständnis")
    assert project.releases[checked[-1].quote.citation].released is False
    with pytest.raises(MisuseError, match="citation of no quote"):
        project.release("a1:2-00000000")
    with pytest.raises(MisuseError, match="citation of no quote"):
        project.release("")
    with pytest.raises(MisuseError, match="names PER"):
        project.release(checked[0].quote, reason="Frau Demir ist einverstanden")


def test_a_passage_with_other_borders_is_another_quote(project: iv.Project) -> None:
    first = project.quotes()[0]
    project.release(first, author="anna")
    transcript = project.transcripts[0]
    wider = Span(first.span.start, first.span.end + 1)
    project.save(Coding(transcript.id, wider, "Wohnen", "c1", transcript.version), author="c1")
    assert [one.release for one in project.quotes(code="Wohnen") if one.span.start == wider.start][:2] == [
        "released",
        "",
    ]


def test_decisions_survive_an_archive_and_go_with_whoever_withdraws(project: iv.Project, tmp_path: Path) -> None:
    quote = project.quotes()[0]
    project.release(quote, reason="gegengelesen", author="anna")
    iv.archive(project, tmp_path / "archive")
    with iv.restore(tmp_path / "archive", tmp_path / "again") as again:
        assert dict(again.releases) == dict(project.releases)
        assert [one for one in iv.verify(again).problems if "event" in one.where or "memo" in one.where] == []
    iv.erase(project, "P01")
    assert project.releases == {}
    assert quote.citation not in project.history()["detail"].tolist()
