"""Dictionaries and lists kept ready: the same answers as the packages give, whatever became of the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity.words.lemmas import Lemmas, load_lemmas
from interviews.anonymity.words.prepared import prepared, prepared_words

WORDS = st.dictionaries(st.text("abäöß'ł-", min_size=1, max_size=6), st.text("abc", min_size=1, max_size=6))


@given(WORDS, st.text("abäöß'ł-\n\t", max_size=7))
def test_every_word_has_its_lemma_and_no_other_word_any(listed: dict[str, str], other: str) -> None:
    lines = sorted((word.encode(), root.encode()) for word, root in listed.items())
    lemmas = Lemmas(b"\n" + b"".join(word + b"\t" + root + b"\n" for word, root in lines))
    assert {word: lemmas.of(word) for word in listed} == listed
    assert lemmas.of(other) == listed.get(other, "")


def test_a_large_dictionary_is_searched_in_blocks() -> None:
    listed = {f"wort{number:05}": f"stamm{number}" for number in range(5_000)}
    lemmas = Lemmas(("\n" + "".join(f"{word}\t{root}\n" for word, root in sorted(listed.items()))).encode())
    assert all(lemmas.of(word) == root for word, root in listed.items())
    assert lemmas.of("wort") == lemmas.of("wort99999") == lemmas.of("a") == lemmas.of("z") == ""


def test_other_languages_have_no_words() -> None:
    assert load_lemmas("tr").of("ev") == ""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setattr("interviews.anonymity.words.prepared._folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def test_a_list_is_made_once(cache: Path) -> None:
    calls: list[int] = []
    for _ in range(3):
        assert prepared_words("x", ["numpy"], lambda: calls.append(1) or ["a", "b"]) == {"a", "b"}  # type: ignore[func-returns-value]
    assert calls == [1]


def test_a_list_cut_short_is_made_anew(cache: Path) -> None:
    prepared("x", ["numpy"], lambda: ["one", "two"])
    file = next(cache.glob("*.txt"))
    file.write_bytes(file.read_bytes()[:-3])
    assert prepared("x", ["numpy"], lambda: ["one", "two"]) == b"\none\ntwo\n" == file.read_bytes()


def test_a_folder_that_cannot_be_written_is_no_obstacle(cache: Path) -> None:
    cache.write_text("a file where the folder would be")
    assert prepared_words("x", ["numpy"], lambda: ["a"]) == {"a"}
