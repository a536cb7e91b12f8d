"""The portrait of a code counts where it occurs and what goes with it."""

import pytest

from interviews.errors import MisuseError
from interviews.exploration import View, codings_table, portrait
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH

VIEW = View(codings_table(CODINGS, (NORTH, SOUTH), PARTICIPANTS, CODEBOOK), CODEBOOK)


def contrast(inside, outside):
    return {"miete": 2.0, "hoch": -1.0} if inside and outside else {}


def part(name, code="Wohnen"):
    table = portrait(VIEW, code, contrast).table()
    return {
        row.name_: row.count_
        for row in table[table["part"] == name].set_axis(["part", "name_", "count_", "share"], axis=1).itertuples()
    }


def test_a_code_is_counted_with_its_sub_codes():
    found = portrait(VIEW, "wohnen", contrast)
    assert found.code == "Wohnen"
    assert dict(found.figures) == {"codings": 4, "transcripts": 2, "participants": 2, "coders": 2}
    assert part("sub-code") == {"Wohnen": 2, "Wohnen/Miete": 2}
    assert part("case") == {"Nord": 3, "Sued": 1}
    assert part("role") == {"interviewee": 4}
    assert part("word") == {"miete": 3}


def test_shares_are_those_of_all_codings_of_a_case():
    table = portrait(VIEW, "Wohnen").table().set_index(["part", "name"])
    assert table.loc[("case", "Nord"), "share"] == 0.75
    assert table.loc[("case", "Sued"), "share"] == 1


def test_what_goes_with_a_code_are_codes_outside_it():
    assert part("together with") == {}
    assert part("together with", "Miete") == {"Wohnen": 1}


def test_a_portrait_is_readable_and_drawn_in_the_colour_of_its_code():
    found = portrait(VIEW, "Wohnen", contrast)
    assert repr(found).startswith("Wohnen: 4 codings, 2 transcripts")
    assert "<h3>Wohnen</h3>" in found._repr_html_()
    drawn = found.chart("de").to_json()
    assert "Untercode" in drawn
    assert "#1f77b4" in drawn


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("Wonen", "did you mean 'Wohnen'"), ("Zusammenleben", "no codings yet")],
)
def test_a_code_without_codings_has_no_portrait(code, sentence):
    with pytest.raises(MisuseError, match=sentence):
        portrait(VIEW, code)
