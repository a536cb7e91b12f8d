"""Any record of any table is one line of JSON that gives the record back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import JSON, BigInteger, Column, Float, Integer, Text

from interviews.store import schema
from interviews.store.archive.lines import APART, FILE, line_of, row_of
from interviews.store.damage import UnsoundError
from interviews.store.rows import to_micros
from tests.store.records import moments
from tests.strategies import texts

TABLES = schema.metadata.sorted_tables


def values(column: Column[object]) -> st.SearchStrategy[object]:
    kinds = {
        Text: texts,
        BigInteger: moments.map(to_micros),
        Integer: st.integers(-(2**31) + 1, 2**31 - 1),
        Float: st.floats(allow_nan=False),
        JSON: st.recursive(texts | st.integers() | st.none(), lambda one: st.lists(one) | st.dictionaries(texts, one)),
    }
    found = next(made for kind, made in kinds.items() if isinstance(column.type, kind))
    return st.none() | found if column.nullable else found


@pytest.mark.slow
@given(
    st.sampled_from(TABLES).flatmap(
        lambda t: st.tuples(st.just(t), st.fixed_dictionaries({c.name: values(c) for c in t.columns}))
    )
)
def test_any_record_comes_back_from_its_line(drawn: tuple) -> None:
    table, row = drawn
    line = line_of(table, row, "texts/x.txt")
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    again, file = row_of(table, line.encode())
    assert file == ("texts/x.txt" if table.name in APART else None)
    assert again == {name: value for name, value in row.items() if name != APART.get(table.name)}


def test_a_line_reads_like_the_table() -> None:
    row = {"id": "x", "created": 0, "event": "e", "about": "y", "text": "Łódź\n👍", "author": "c1"}
    assert line_of(schema.memos, row) == (
        '{"id": "x", "created": "1970-01-01T00:00:00.000000Z", "event": "e", "about": "y", '
        '"text": "Łódź\\n👍", "author": "c1"}\n'
    )


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_fields_stand_in_the_order_of_the_columns(table) -> None:
    row = {column.name: {} if isinstance(column.type, JSON) else 0 for column in table.columns}
    names = [FILE if column.name == APART.get(table.name) else column.name for column in table.columns]
    assert list(json.loads(line_of(table, row, "f"))) == names


@pytest.mark.parametrize("line", [b"", b"[]", b"{}", b"null", b'"x"', b"{", b"\xff", b"[" * 10**6, b'{"id": 1e999}'])
def test_what_is_no_record_is_refused(line: bytes) -> None:
    with pytest.raises(UnsoundError):
        row_of(schema.memos, line)
