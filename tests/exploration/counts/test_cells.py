import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.exploration import small_cells
from interviews.model import Case, Participant


def person(name: str, case: str | None = "Nord", **attributes: str) -> Participant:
    return Participant(name, case, attributes)


PEOPLE = [
    person("P1", group="resident", age="30-39", consent="team"),
    person("P2", group="resident", age="30-39", consent="archive"),
    person("P3", group="resident", age="40-49", consent="publication"),
    person("P4", group="official", age="40-49", consent="publication"),
    person("P5", group="official", age="40-49"),
]


def rows(cells, **wanted):
    frame = cells.table()
    for name, value in wanted.items():
        frame = frame[frame[name] == value]
    return frame


def test_every_combination_is_counted_with_those_below_k_flagged():
    cells = small_cells(PEOPLE, k=2)
    (row,) = rows(cells, attributes="group × age", values="resident × 40-49").itertuples()
    assert (row[3], row.small, row.new, row.participants) == (1, True, True, "P3")
    (row,) = rows(cells, attributes="group × age", values="official × 40-49").itertuples()
    assert (row[3], row.small, row.participants) == (2, False, "")
    assert cells.alone == ("P3",)


def test_a_combination_is_new_only_if_none_of_its_parts_is_small():
    cells = small_cells(PEOPLE, k=3)
    assert set(rows(cells, small=True, new=True)["values"]) == {"30-39", "official", "resident × 40-49", "Nord"} - {
        "Nord"
    }
    assert not rows(cells, values="Nord × official").iloc[0]["new"]


def test_the_level_of_consent_is_no_attribute_and_what_is_not_known_is_not_shared():
    cells = small_cells([*PEOPLE, person("P6", None)], k=2)
    assert not cells.table()["attributes"].str.contains("consent").any()
    assert rows(cells, attributes="case").iloc[0]["count"] == 5
    assert cells.people == 6


def test_attributes_of_the_case_count_and_capital_letters_do_not():
    cases = [Case("Nord", {"size": "Small town"}), Case("Süd", {"size": "small town"})]
    cells = small_cells([person("P1"), person("P2", "Süd")], cases, k=2)
    assert rows(cells, attributes="size").iloc[0]["count"] == 2


def test_attributes_can_be_chosen_and_unknown_ones_are_refused():
    assert set(small_cells(PEOPLE, attributes=["age"]).table()["attributes"]) == {"age"}
    with pytest.raises(MisuseError, match="shoe"):
        small_cells(PEOPLE, attributes=["shoe"])
    with pytest.raises(MisuseError, match="k of 2"):
        small_cells(PEOPLE, k=1)


def test_nobody_and_people_without_attributes_have_no_cells():
    assert len(small_cells([])) == 0
    assert len(small_cells([Participant("P1")])) == 0
    assert "0 combinations" in repr(small_cells([]))


def test_what_is_shown_says_what_the_figures_do_not():
    shown = repr(small_cells(PEOPLE))
    assert "group × age: resident × 40-49" in shown
    assert "not the people of the place" in shown
    assert "not the people of the place" in small_cells(PEOPLE)._repr_html_()


@given(st.lists(st.tuples(*[st.sampled_from("ab")] * 3), max_size=12), st.integers(2, 5))
def test_a_larger_combination_is_never_shared_by_more_than_its_parts(people, k):
    cells = small_cells([person(f"P{i}", x, y=y, z=z) for i, (x, y, z) in enumerate(people)], k=k).table()
    counts = {(row.attributes, row.values): row[3] for row in cells.itertuples()}
    for (names, values), count in counts.items():
        names, values = names.split(" × "), values.split(" × ")
        for left_out in range(len(names)):
            part = [(n, v) for i, (n, v) in enumerate(zip(names, values, strict=True)) if i != left_out]
            if part:
                assert counts[" × ".join(n for n, _ in part), " × ".join(v for _, v in part)] >= count
    assert (cells["small"] == (cells["count"] < k)).all()
