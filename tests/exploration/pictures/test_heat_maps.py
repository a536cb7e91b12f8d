"""The heat maps hold every number of their table."""

import pytest

from interviews.exploration import codings_table, cooccurrence, crosstab, draw_cooccurrence, draw_crosstab
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH

FRAME = codings_table(CODINGS, (NORTH, SOUTH), PARTICIPANTS, CODEBOOK)


@pytest.mark.parametrize(
    ("language", "title"), [("de", "Codierungen nach Code und Fall"), ("en", "Codings by code and case")]
)
def test_a_crosstab_is_drawn_with_all_its_cells(language, title):
    chart = draw_crosstab(crosstab(FRAME), language=language).to_dict()
    assert chart["title"]["text"] == title
    assert len(chart["data"]["values"]) == 12


def test_margins_are_not_drawn():
    chart = draw_crosstab(crosstab(FRAME, margins=True)).to_dict()
    assert len(chart["data"]["values"]) == 12


def test_the_diagonal_of_a_cooccurrence_is_left_out():
    chart = draw_cooccurrence(cooccurrence(FRAME)).to_dict()
    assert len(chart["data"]["values"]) == 6
    assert chart["title"]["text"] == "Codes, die sich überschneiden"


@pytest.mark.slow
def test_a_heat_map_becomes_a_picture_without_a_browser():
    import vl_convert

    assert "<svg" in vl_convert.vegalite_to_svg(draw_crosstab(crosstab(FRAME)).to_json())
