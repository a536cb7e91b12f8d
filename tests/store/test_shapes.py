"""What may stand in a JSON column is said for each of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import JSON

from interviews.store import schema
from interviews.store.rows import case_row, codebook_row, text_version_row
from interviews.store.shapes import SHAPES
from tests.store.records import cases, codebooks, transcripts


def test_every_json_column_has_a_shape() -> None:
    columns = {
        (table.name, column.name)
        for table in schema.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, JSON)
    }
    assert set(SHAPES) == columns


@pytest.mark.slow
@given(transcripts, codebooks, cases)
def test_what_the_store_writes_fits(transcript, codebook, case) -> None:
    row = text_version_row(transcript)
    assert SHAPES["text_versions", "turns"](row["turns"])
    assert SHAPES["text_versions", "speakers"](row["speakers"])
    assert SHAPES["codebooks", "codes"](codebook_row(codebook)["codes"])
    assert SHAPES["cases", "attributes"](case_row(case)["attributes"])


@given(
    st.sampled_from(sorted(SHAPES)),
    st.none() | st.integers() | st.floats() | st.text() | st.lists(st.integers(), min_size=1),
)
def test_anything_else_does_not(column, value) -> None:
    assert not SHAPES[column](value)
