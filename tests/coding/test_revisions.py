"""Revisions of a codebook and what they do to codings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.coding import revise, revise_codings, steps
from interviews.errors import MisuseError
from interviews.model import Change, Code, Codebook, Coding, Span, Step
from tests.coding.revised import NAMES, codebooks
from tests.coding.revised import steps as any_step

BOOK = Codebook(
    "studie",
    1,
    tuple(
        map(Code, "Wohnen Wohnen/Miete Wohnen/Miete/Kalt Wohnen/Suche Arbeit Arbeit/Miete Arbeit/Miete/Kalt".split())
    ),
)


def paths(book: Codebook) -> list[str]:
    return [code.path for code in book]


def codings_of(book: Codebook) -> tuple[Coding, ...]:
    return tuple(Coding("t", Span(0, 1), code.path, "c1") for code in book)


def test_a_code_is_added_last_among_its_siblings_or_where_one_says() -> None:
    assert paths(revise(BOOK, [steps.add("Wohnen/Neu")]))[4] == "Wohnen/Neu"
    assert paths(revise(BOOK, [steps.add("Wohnen/Neu", after="Miete")]))[3] == "Wohnen/Neu"
    assert paths(revise(BOOK, [steps.add("Neu", after="")]))[0] == "Neu"
    book = revise(BOOK, [steps.add("Neu", definition="x", label_en="New", colour="#112233"), steps.add("Neu/a")])
    assert book.version == 2
    assert book.codes[-2].labels == {"en": "New"}
    assert book.codes[-1].colour == "#112233"


def test_sub_codes_go_with_a_code_that_is_renamed_or_moved() -> None:
    assert paths(revise(BOOK, [steps.rename("Wohnen", "Haus")]))[:3] == ["Haus", "Haus/Miete", "Haus/Miete/Kalt"]
    moved = revise(BOOK, [steps.move("Wohnen/Miete", None, after="Wohnen")])
    assert paths(moved)[:4] == ["Wohnen", "Wohnen/Suche", "Miete", "Miete/Kalt"]


def test_a_merge_joins_sub_codes_of_the_same_name_and_keeps_the_texts_of_the_one_that_stays() -> None:
    book = revise(BOOK, [steps.redefine("Wohnen/Miete/Kalt", memo="gone"), steps.add("Wohnen/Miete/Warm")])
    merged = revise(book, [steps.merge("Wohnen/Miete", "Arbeit/Miete")])
    assert paths(merged) == "Wohnen Wohnen/Suche Arbeit Arbeit/Miete Arbeit/Miete/Kalt Arbeit/Miete/Warm".split()
    kalt = merged.get("Arbeit/Miete/Kalt")
    assert kalt is not None
    assert kalt.memo == ""
    into_parent = revise(BOOK, [steps.merge("Wohnen/Miete", "Wohnen")])
    assert paths(into_parent)[:3] == ["Wohnen", "Wohnen/Suche", "Wohnen/Kalt"]


def test_a_code_is_split_below_itself_or_beside_itself_where_it_is_retired() -> None:
    below = revise(BOOK, steps.split("Wohnen/Suche", "Amt", "Makler"))
    assert paths(below)[3:6] == ["Wohnen/Suche", "Wohnen/Suche/Amt", "Wohnen/Suche/Makler"]
    beside = revise(BOOK, steps.split("Wohnen/Miete", "Hoch", "Niedrig", beside=True))
    assert paths(beside)[1:5] == ["Wohnen/Miete", "Wohnen/Miete/Kalt", "Wohnen/Hoch", "Wohnen/Niedrig"]
    assert [code.path for code in beside if code.retired] == ["Wohnen/Miete"]


def test_a_family_is_retired_as_a_whole_where_one_says_so() -> None:
    book = revise(BOOK, steps.retire_family(BOOK, "Wohnen"))
    assert [code.path for code in book if code.retired] == paths(BOOK)[:4]


def test_a_new_colour_goes_down_to_the_codes_that_share_it() -> None:
    book = revise(BOOK, [steps.redefine("Wohnen/Miete", colour="#112233"), steps.redefine("Wohnen", colour="#AABBCC")])
    assert [code.colour for code in book][:4] == ["#AABBCC", "#112233", "#112233", "#AABBCC"]


def test_codings_follow_and_those_whose_code_means_another_thing_say_so() -> None:
    moves = [steps.rename("Wohnen", "Haus"), steps.redefine("Haus/Suche", definition="anders", reason="enger gefasst")]
    revised = revise_codings(codings_of(BOOK), moves)
    assert [coding.code for coding in revised][:2] == ["Haus", "Haus/Miete"]
    assert {coding.code: coding.review for coding in revised if coding.review} == {"Haus/Suche": "enger gefasst"}
    remembered = revise_codings(codings_of(BOOK), [steps.redefine("Wohnen", memo="x")])
    assert not any(coding.review for coding in remembered)


WRONG = {
    "unknown": (steps.rename("Wohnen/Mite", "x"), "no code 'Wohnen/Mite' (did you mean 'Wohnen/Miete'?)"),
    "taken": (steps.rename("Wohnen/Miete", "Suche"), "a code 'Wohnen/Suche' already"),
    "added twice": (steps.add("Wohnen"), "a code 'Wohnen' already"),
    "moved onto another": (steps.move("Arbeit/Miete", "Wohnen"), "a code 'Wohnen/Miete' already"),
    "under itself": (steps.move("Wohnen", "Wohnen/Miete"), "cannot be moved below itself"),
    "under nothing": (steps.move("Wohnen", "Arbiet"), "did you mean 'Arbeit'?"),
    "parent into child": (steps.merge("Wohnen", "Wohnen/Miete"), "merge the other way round"),
    "into itself": (steps.merge("Wohnen", "Wohnen"), "cannot be merged into itself"),
    "called so already": (steps.rename("Wohnen", "Wohnen"), "is called so already"),
    "no name": (steps.rename("Wohnen", " "), "empty name"),
    "slash": (steps.rename("Wohnen/Miete", "a/b"), "without /"),
    "added below nothing": (steps.add("X/a"), "no code 'X'"),
    "split into nothing": (steps.split("Wohnen")[0], "name the new codes"),
    "split into one that is there": (steps.split("Wohnen", "Miete")[0], "'Wohnen/Miete' already"),
    "unknown field": (steps.redefine("Wohnen", defintion="x"), "did you mean 'definition'?"),
    "colour": (steps.redefine("Wohnen", colour="rot"), "six hexadecimal digits"),
    "behind nothing": (steps.add("Neu", after="Wohnenn"), "did you mean 'Wohnen'?"),
}


@pytest.mark.parametrize(("step", "words"), WRONG.values(), ids=WRONG.keys())
def test_a_step_that_cannot_be_taken_is_refused_in_a_sentence(step: Step, words: str) -> None:
    with pytest.raises(MisuseError) as raised:
        revise(BOOK, [step])
    assert words in str(raised.value)


def test_what_is_retired_is_not_retired_again() -> None:
    with pytest.raises(MisuseError, match="retired already"):
        revise(BOOK, [steps.retire("Wohnen"), steps.retire("Wohnen")])


@given(st.data())
def test_every_coding_lands_on_a_code_of_the_next_codebook(data: st.DataObject) -> None:
    book = data.draw(codebooks())
    step = data.draw(any_step(book))
    try:
        revised = revise(book, [step])
    except MisuseError:
        return
    there = set(paths(revised))
    assert len(there) == len(revised)
    assert all(code.parent is None or code.parent in there for code in revised)
    assert {coding.code for coding in revise_codings(codings_of(book), [step])} <= there
    if step.change in (Change.RENAME, Change.MOVE):
        assert [step.backward(step.forward(path)) for path in paths(book)] == paths(book)
        assert {step.forward(path) for path in paths(book)} == there


@given(st.data())
def test_there_and_back_again_leaves_everything_as_it_was(data: st.DataObject) -> None:
    book = data.draw(codebooks())
    code, name = data.draw(st.sampled_from(book.codes)), data.draw(NAMES)
    siblings = [one.name for one in book if one.parent == code.parent]
    behind = siblings[siblings.index(code.name) - 1] if code.name != siblings[0] else ""
    for there, back in (
        (steps.rename(code.path, name), lambda path: steps.rename(path, code.name)),
        (steps.move(code.path, None), lambda path: steps.move(path, code.parent, after=behind)),
    ):
        try:
            again = revise(book, [there, back(there.to[0])])
        except MisuseError:
            continue
        assert again.codes == book.codes
        assert revise_codings(codings_of(book), [there, back(there.to[0])])[0].code == book.codes[0].path
