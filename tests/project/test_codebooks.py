"""A codebook that comes back: what it says anew is the next version, and nothing is forgotten."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interviews.model import Code, Codebook
from interviews.project.codebooks import next_codebook

WORDS = st.sampled_from(["", "Alles zur Wohnung.", "Nur Mängel 👍", "Müde"])


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Codes up to three deep, a parent before its sub-codes."""
    paths: dict[str, None] = {}
    for path in draw(st.lists(st.sampled_from("A B C A/a A/b B/a A/a/x A/a/y B/a/x C/c".split()), max_size=8)):
        parts = path.split("/")
        paths |= {"/".join(parts[: end + 1]): None for end in range(len(parts))}
    colour = st.sampled_from([Code("").colour, "#FF0000"])
    codes = tuple(Code(path, draw(WORDS), anchor=draw(WORDS), colour=draw(colour)) for path in paths)
    return Codebook(draw(st.sampled_from(["k", "l"])), draw(st.integers(1, 3)), codes)


@given(st.lists(codebooks(), min_size=1, max_size=3), codebooks())
def test_no_code_and_no_word_is_forgotten_and_parents_come_first(saved: list[Codebook], given: Codebook) -> None:
    made, told = next_codebook(saved, given)
    newest = saved[-1]
    if made is None:
        assert not told
        assert {code.path for code in given} <= {code.path for code in newest}
        return
    assert made.name == newest.name
    assert all(made.version > one.version for one in saved if one.name == made.name)
    paths = [code.path for code in made]
    assert len(set(paths)) == len(paths)
    assert set(paths) == {code.path for code in newest} | {code.path for code in given}
    seen: set[str] = set()
    for code in made:
        assert code.parent is None or code.parent in seen
        seen.add(code.path)
    for before in newest:
        now = made.get(before.path)
        assert now is not None
        assert bool(now.definition) >= bool(before.definition)
    for code in given:
        if newest.get(code.path) is None:
            assert made.get(code.path) == code


@given(st.lists(codebooks(), min_size=1, max_size=3), codebooks())
def test_the_same_codebook_twice_is_nothing_new(saved: list[Codebook], given: Codebook) -> None:
    made, _ = next_codebook(saved, given)
    assert next_codebook([*saved, made] if made else saved, given) == (None, [])


@given(codebooks())
def test_the_first_codebook_is_taken_as_it_is(given: Codebook) -> None:
    assert next_codebook([], given) == (given, [])


def test_what_was_changed_here_since_is_not_undone_by_a_file_that_left_before() -> None:
    before = Codebook("k", 1, (Code("A", "alt"), Code("B", "bleibt")))
    now = replace(before, version=2, codes=(Code("A", "neu"), Code("B", "bleibt")))
    changed_there = replace(before, codes=(Code("A", "alt"), Code("B", "dort geändert")))
    made, _ = next_codebook([before, now], changed_there)
    assert made is not None
    assert [(code.path, code.definition) for code in made] == [("A", "neu"), ("B", "dort geändert")]
