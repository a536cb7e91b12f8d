import json
from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.agreement import Agreement, compare
from interviews.model import Coding, Transcript


@pytest.fixture
def agreement(transcript: Callable[..., Transcript], coding: Callable[..., Coding]) -> Agreement:
    text = transcript("eins", *("Die Miete ist hoch.", "Wir suchen lange.") * 4)
    found = [coding(text, coder, code, code) for coder in ("c1", "c2") for code in ("Miete", "suchen")]
    return compare([*found, coding(text, "c1", "Miete", "lange")], [text], ["Miete", "suchen", "Park"], unit="turn")


@pytest.mark.parametrize(("language", "absent"), [("de", "nicht berechenbar"), ("en", "cannot be computed")])
def test_the_chart_names_what_is_absent_in_the_readers_language(
    agreement: Agreement, language: str, absent: str
) -> None:
    drawn = json.dumps(agreement.chart(language).to_dict(), ensure_ascii=False)
    assert absent in drawn
    assert "Park" in drawn
    assert "Krippendorff" in drawn


def test_the_chart_can_be_drawn_as_a_picture(agreement: Agreement, tmp_path: Path) -> None:
    agreement.chart().save(tmp_path / "chart.png")
    assert (tmp_path / "chart.png").stat().st_size > 1000


def test_an_agreement_without_rows_has_an_empty_chart() -> None:
    assert compare([], []).chart().to_dict()
