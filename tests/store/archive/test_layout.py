"""Names of files that every system can hold, and a list of digests that standard tools can check."""

import re

import pytest
from hypothesis import given

from interviews.model import Codebook, new_id
from interviews.store import schema
from interviews.store.archive import layout
from interviews.store.damage import UnsoundError
from tests.strategies import texts

SAFE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9-]*-v\d+-[0-9a-f]{12}\.(txt|yaml)")


@given(texts)
def test_a_name_of_any_characters_makes_a_safe_file_name(name: str) -> None:
    for made in (layout.text_file(name, 3, "x"), layout.codebook_file(Codebook(name, 1, ()), "x")):
        assert SAFE.fullmatch(made)
        assert len(made) < 100
        assert layout.read_sums(layout.sums_of({made: "0" * 64})) == {made: "0" * 64}


@pytest.mark.parametrize("name", ["CON", "nul", "", "..", "x" * 10_000, "Łódź ½", "a/b\\c", "A.", "com1.txt"])
def test_reserved_and_awkward_names_stay_apart_by_their_digits(name: str) -> None:
    one, other = layout.text_file(name, 1, new_id()), layout.text_file(name.lower(), 1, new_id())
    assert one.lower() != other.lower()
    assert SAFE.fullmatch(one)


def test_a_name_says_what_it_is() -> None:
    assert layout.text_file("Hafenstädte 1 — ß", 2, "x").startswith("texts/hafenstadte-1-ss-v2-")


def test_the_list_holds_the_file_of_every_table() -> None:
    digests = {layout.table_file(table): "0" * 64 for table in schema.metadata.sorted_tables}
    assert layout.read_sums(layout.sums_of(digests)) == digests


def test_a_file_that_is_named_twice_is_refused() -> None:
    line = "0" * 64 + "  texts/ab.txt\n"
    with pytest.raises(UnsoundError, match="line 2 names a file that was named before"):
        layout.read_sums((line + line.replace("ab.txt", "aB.txt")).encode())
