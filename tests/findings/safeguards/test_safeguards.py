"""The report for the ethics board tells what was done in figures, plainly, and names nobody."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from interviews.errors import MisuseError
from interviews.findings.safeguards import (
    Account,
    Checked,
    Consents,
    Crowding,
    Review,
    Reviewer,
    Round,
    Tally,
    build_account,
    write_account,
)
from interviews.findings.safeguards.measured import UNSEEN
from interviews.findings.safeguards.phrases import DECISIONS, KINDS, LEVELS, PHRASES

DAY = datetime.date(2026, 3, 2)
ACCOUNT = Account(
    name="ankunft",
    language="de",
    date=DAY,
    interviews=9,
    waiting=1,
    participants=8,
    cases=3,
    words=12_732,
    passages=708,
    languages=("de", "pl"),
    tallies=(Tally("PER", {"label": 180, "surrogate": 5, "keep": 1}, 8), Tally("DATE", {"generalize": 14}, 4)),
    review=Review(
        40, 150, 10, 7, (Reviewer("m.meyer", 40, 150, 7, DAY, DAY),), (Round(DAY, "lead", 8),), (("team", 9),)
    ),
    consents=Consents((("", 1), ("publication", 7)), ((DAY, 2), (DAY, 1))),
    checked=Checked(0, 47, (("a 7z archive cannot be opened", 2),), ("let through the leak check: PER-012",)),
    crowding=Crowding(3, 306, 292, 9, (("case × group", 4),), 191, 183),
    keepers=1,
)
EMPTY = Account("leer", "de", DAY, 0, 0, 0, 0, 0, 0)


def words_of(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html"])
def test_every_figure_stands_in_the_report(tmp_path: Path, suffix: str) -> None:
    told = words_of(write_account(ACCOUNT, tmp_path / f"ethik{suffix}"))
    for figure in (
        "12.732",
        "708",
        "180",
        "m.meyer",
        "publication",
        "47",
        "292",
        "183",
        "case × group",
        "PER-012",
        "2.03.",
    ):
        assert figure in told.replace("\\", ""), figure
    for law in ("Art. 4 Nr. 5 DSGVO", "Erwägungsgrund 26", "pseudonymisiert, nicht anonym"):
        assert law in told.replace("\\", "")


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html"])
def test_the_same_account_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    first, second = (write_account(ACCOUNT, tmp_path / f"{name}{suffix}").read_bytes() for name in "ab")
    assert first == second


@pytest.mark.parametrize("language", ["de", "en", "pl", "fr"])
@pytest.mark.parametrize("account", [ACCOUNT, EMPTY])
def test_the_report_is_written_in_every_language_and_of_an_empty_study(account: Account, language: str) -> None:
    blocks = build_account(replace(account, language=language))
    assert not re.search(r"\{\w*\}", repr(blocks))


def test_each_language_has_the_same_phrases_with_the_same_figures() -> None:
    for table in (PHRASES, DECISIONS, KINDS, LEVELS):
        (first, *others) = table.values()
        for other in others:
            assert list(other) == list(first)
            for name, phrase in first.items():
                assert set(re.findall(r"\{\w+\}", phrase)) == set(re.findall(r"\{\w+\}", other[name])), name


def test_what_nobody_looked_at_and_what_could_not_be_searched_is_a_risk_that_is_named() -> None:
    told = repr(build_account(ACCOUNT))
    assert "160 von 200 Angaben hat niemand nachweislich einzeln angesehen" in told
    assert "2 Dateien oder Teile davon konnten nicht durchsucht werden" in told
    assert "gelöschte Interviews: 3 (02.03.2026)" in told
    assert "Genau ein Schlüssel öffnet den Tresor" in told
    clean = replace(ACCOUNT, checked=Checked(), keepers=2, review=Review(200, 0, 0, 200))
    told = repr(build_account(clean))
    assert "fand keinen der ersetzten Namen" in told
    assert "niemand nachweislich" not in told
    assert "Es gibt nur einen Schlüssel" not in told


def test_the_figures_of_the_method_are_those_of_the_documentation() -> None:
    page = (Path(__file__).parents[3] / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    rows = [row for row in page.split("| unseen excerpts |")[1].split("\n\n")[0].splitlines() if row.startswith("| ")]
    shown = [" | ".join(figures) for _, *figures in UNSEEN]
    for figures in shown:
        assert any(figures in row for row in rows), figures


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="docx"):
        write_account(ACCOUNT, tmp_path / "ethik.pdf")
