"""What changed between two codebooks, as steps."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.coding import GUESSED, revise, steps_between
from interviews.coding.codebook_file import codebook_of_text
from interviews.errors import MisuseError
from interviews.model import Code, Codebook, Former, Step
from tests.coding.revised import codebooks
from tests.coding.revised import steps as any_step

OLD = """
codes:
- name: Wohnen
  definition: Alles zur Wohnung
  codes:
  - {name: Alt, definition: Alte Häuser, codes: [{name: Putz}]}
  - {name: Miete, definition: Was es kostet}
- name: Arbeit
  codes:
  - name: Lohn
"""


def book(text: str) -> Codebook:
    return codebook_of_text(text, Path("codes.yaml"))


def between(changed: str, old: str = OLD) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(step.change), step.code, step.to) for step in steps_between(book(old), book(changed))]


def test_a_name_that_was_another_is_a_renaming_and_sub_codes_follow() -> None:
    text = OLD.replace("{name: Alt,", "{name: Bestand, was: Wohnen/Alt,")
    assert between(text) == [("rename", "Wohnen/Alt", ("Wohnen/Bestand",))]


def test_several_that_one_code_was_are_merged_into_it() -> None:
    text = OLD.replace("  codes:\n  - name: Lohn\n", "  was: [Arbeit/Lohn, Wohnen/Miete]\n").replace(
        "  - {name: Miete, definition: Was es kostet}\n", ""
    )
    assert between(text) == [("merge", "Arbeit/Lohn", ("Arbeit",)), ("merge", "Wohnen/Miete", ("Arbeit",))]


def test_several_fresh_codes_that_were_one_are_its_parts() -> None:
    parts = "codes: [{name: a, was: Wohnen/Miete}, {name: b, was: Wohnen/Miete}]"
    text = OLD.replace("Was es kostet}", f"Was es kostet, {parts}}}")
    assert between(text) == [("split", "Wohnen/Miete", ("Wohnen/Miete/a", "Wohnen/Miete/b"))]


def test_what_is_gone_is_retired_and_what_is_fresh_is_added() -> None:
    assert between(OLD.replace("Lohn", "Chef")) == [
        ("add", "Arbeit/Chef", ()),
        ("retire", "Arbeit/Lohn", ()),
    ]


def test_the_same_texts_under_another_name_are_a_guess_and_told_as_one() -> None:
    (step,) = steps_between(book(OLD), book(OLD.replace("name: Alt", "name: Bestand")))
    assert (step.code, step.to, step.reason) == ("Wohnen/Alt", ("Wohnen/Bestand",), GUESSED)


def test_two_codes_may_change_their_names() -> None:
    text = OLD.replace("name: Alt,", "name: Miete, was: Wohnen/Alt,").replace(
        "name: Miete, def", "name: Alt, was: Wohnen/Miete, def"
    )
    assert revised(OLD, text) == by_path(book(text))


def test_changed_texts_are_told_by_field() -> None:
    (step,) = steps_between(book(OLD), book(OLD.replace("Was es kostet", "Höhe und Recht")))
    assert (step.code, dict(step.fields)) == ("Wohnen/Miete", {"definition": "Höhe und Recht"})


WRONG = {
    "never there": (
        "name: Alt,",
        "name: B, was: Wohnen/Alte,",
        "line 6, column 20: the code 'Wohnen/B' was",
    ),
    "still there": ("name: Lohn", "name: Lohn\n    was: [Wohnen/Alt, Wohnen]", "still stands in the codebook"),
    "claimed twice": (
        "  - {name: Miete, definition: Was es kostet}\n- name: Arbeit\n  codes:\n  - name: Lohn",
        "- name: Arbeit\n  was: Wohnen/Miete\n  codes:\n  - name: Lohn\n    was: Wohnen/Miete",
        "is claimed by Arbeit and Arbeit/Lohn",
    ),
}


@pytest.mark.parametrize(("there", "instead", "words"), WRONG.values(), ids=WRONG.keys())
def test_a_was_that_contradicts_the_codebooks_is_refused(there: str, instead: str, words: str) -> None:
    with pytest.raises(MisuseError) as raised:
        between(OLD.replace(there, instead))
    assert words in str(raised.value)


def test_a_was_that_an_earlier_version_heeded_is_nothing_new() -> None:
    changed = OLD.replace("name: Alt,", "name: Alt, was: Wohnen/Alte,")
    assert steps_between(book(OLD), book(changed), earlier=["Wohnen/Alte"]) == ()


def revised(old: str, new: str) -> dict[str, Code]:
    return by_path(revise(book(old), steps_between(book(old), book(new))))


def by_path(codes: Iterable[Code]) -> dict[str, Code]:
    return {code.path: code for code in codes}


@settings(max_examples=25)
@given(codebooks(), codebooks())
def test_the_steps_between_two_codebooks_lead_from_one_to_the_other(old: Codebook, new: Codebook) -> None:
    reached = by_path(revise(old, steps_between(old, new)))
    wanted = by_path(new)
    assert {path: code for path, code in reached.items() if path in wanted} == wanted
    assert all(reached[path].retired for path in reached.keys() - wanted.keys())


@settings(max_examples=25)
@given(st.data())
def test_the_steps_found_between_revisions_lead_there_too(data: st.DataObject) -> None:
    old = data.draw(codebooks())
    taken: list[Step] = []
    new = old
    for _ in range(data.draw(st.integers(1, 3))):
        step = data.draw(any_step(new))
        try:
            new = revise(new, [step])
        except MisuseError:
            continue
        taken.append(step)
    reached = by_path(revise(old, steps_between(old, new)))
    assert {path: code for path, code in reached.items() if path in by_path(new)} == by_path(new)


@settings(max_examples=25)
@given(codebooks(), codebooks(), st.data())
def test_whatever_somebody_says_codes_were_leads_there_or_is_refused(
    old: Codebook, new: Codebook, data: st.DataObject
) -> None:
    formers = st.lists(st.sampled_from([Former(code.path) for code in old]), max_size=2).map(tuple)
    claimed = replace(new, was=data.draw(st.dictionaries(st.sampled_from([code.path for code in new]), formers)))
    try:
        found = steps_between(old, claimed)
    except MisuseError:
        return
    reached = by_path(revise(old, found))
    assert {path: code for path, code in reached.items() if path in by_path(new)} == by_path(new)
