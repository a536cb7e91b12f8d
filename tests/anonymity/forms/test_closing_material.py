"""Given one accepted form, every other one in the tables of benchmarks/excerpts/closing is found."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity import EntityType, Name, close


def _benchmark() -> ModuleType:
    path = Path(__file__).parents[3] / "benchmarks" / "closing.py"
    spec = importlib.util.spec_from_file_location("closing_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BENCHMARK = _benchmark()
ROWS = list(BENCHMARK.rows())
# Found by nobody so far: a plural that is a family name of its own.
KNOWN_MISSES = {"Schulten"}
MOST_FALSE_HITS = 17


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.kind}-{row.language}-{n}" for n, row in enumerate(ROWS)])
def test_every_form_is_found_from_one(row) -> None:  # type: ignore[no-untyped-def]
    found = BENCHMARK.closed(row.text, row.names, row.language)
    assert set(BENCHMARK.missed(row, found)) <= KNOWN_MISSES


def test_words_that_only_look_like_names_are_hit_no_more_often_than_before() -> None:
    hits = [hit for row in ROWS for hit in BENCHMARK.false_hits(row, BENCHMARK.closed(*row[3:1:-1], row.language))]
    assert len(hits) <= MOST_FALSE_HITS


def test_most_nicknames_are_proposed() -> None:
    rows = list(BENCHMARK.nicknames())
    proposed = [BENCHMARK.proposed(row, BENCHMARK.closed(row.text, row.names, row.language)) for row in rows]
    assert sum(map(len, proposed)) >= 0.9 * sum(len(row.forms) for row in rows)


@pytest.mark.parametrize("text", ["Die Nordstädter*innen kamen.", "Die Nordstädter:innen kamen.", "NordstädterInnen"])
def test_a_gendered_form_is_found_as_a_whole(text: str) -> None:
    found = close(text, [Name("Nordstadt", EntityType.LOC)], "de")
    assert [re.sub(r"\W", "", mention.text) for mention in found] == [
        re.sub(r"\W", "", re.search(r"Nordst\S+", text)[0])  # type: ignore[index]
    ]


def test_gendered_words_that_are_no_names_are_left_alone() -> None:
    text = "Bewohner*innen, Bäcker:innen, Lehrer_innen und NachbarInnen."
    assert close(text, [Name("Becker", EntityType.PER)], "de") == []


@given(
    st.lists(
        st.sampled_from(
            ["Müller", "Mu\u0308ller", "Mül\u00adler", "أحمد", "Сергієм", "M-Ü-L-L-E-R", "Herr M.", " ", "x"]
        )
    ),
    st.sampled_from(["de", "en", "pl"]),
)
def test_what_is_found_stands_in_the_text_as_read(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    names = [Name("Serhii Müller", EntityType.PER), Name("Ahmad", EntityType.PER)]
    for mention in close(text, names, language):
        assert mention.text == text[mention.span.start : mention.span.end]
        assert mention.text.strip()
