"""An index of words has the answer of a plain scan, keeps itself up to date, and can be damaged or deleted."""

import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.exploration import index_words, search
from interviews.exploration.searching.chains import chains_of
from tests.exploration.study import NORTH, SOUTH, transcript
from tests.strategies import texts

SAID = [
    *("Wohnung", "Wohnungen", "Sozialwohnung", "Zweizimmer-Wohnung", "wohnung", "Bewohner*innen", "Bewohner:innen"),
    *("BewohnerInnen", "Bewohner_innen", "Bewohner/-innen", "Bewohner/innen", "Bewohnerinnen", "und/oder", "geht's"),
    *(
        "geht’s",
        "Mu\u0308ller",
        "Müller",
        "mueller",
        "Straße",
        "STRASSE",
        "ﬁnden",
        "x--y",
        "-a",
        "a-",
        "a-a",
        "a",
        "a:b",
    ),
    *("مُحَمَّد", "محمد", "Київ", "київ", "👍", "👩‍👩‍👧", "a\u0301a", "U-Bahn", "_", "*", "...", "3.5", "\0"),
]
speeches = st.lists(
    st.lists(st.one_of(st.sampled_from(SAID), texts), max_size=12).flatmap(
        lambda words: st.lists(st.sampled_from([" ", " ", "\n", ", ", "", "  "]), min_size=len(words)).map(
            lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=False))
        )
    ),
    min_size=1,
    max_size=4,
)
ASKED = [
    *("wohnung", "*wohnung*", "Wohnung*", "*innen", "Bewohner:innen", "Bewohner*", "geht's", "müller", "strasse"),
    *("a", "a*", "*a*", "a a", "a* a", "a* a*", "a a*", "a-a", "wohnung und/oder", "محمد", "Київ", "u-bahn", "oder"),
    *('"a a" a-a', "wohnung,", "👍", "a *", "*-a", "* a", "...", "bewohner innen", '"a" "a*" "b"'),
]
queries = st.one_of(
    st.sampled_from(ASKED), st.lists(st.sampled_from([*SAID, *ASKED]), min_size=1, max_size=3).map(" ".join)
)


def places(transcripts, query, words=None, **more):
    return search(transcripts, (), query, words=words, **more).table().to_dict("records")


def talk(name, said):
    return transcript(name, speeches=[("IB"[number % 2], speech) for number, speech in enumerate(said)])


@settings(max_examples=25, deadline=None)
@given(speeches, speeches, st.lists(queries, min_size=3, max_size=8))
def test_the_index_finds_what_a_scan_finds(first, second, asked):
    transcripts = [talk("a", first), talk("b", second)]
    words = index_words(transcripts)
    for query in asked:
        if any(part.strip('*"') for part in query.split()):
            assert places(transcripts, query, words) == places(transcripts, query), query


@pytest.mark.parametrize("query", ASKED)
def test_the_index_finds_what_a_scan_finds_in_all_that_is_awkward(query):
    transcripts = [talk("a", [" ".join(SAID), " a ".join(SAID)]), talk("b", ["".join(SAID), "\n".join(SAID)])]
    assert places(transcripts, query, index_words(transcripts)) == places(transcripts, query)


@given(texts)
def test_chains_do_not_touch_and_have_a_letter_at_either_end(folded):
    starts, ends, follows = chains_of(folded)
    assert (ends > starts).all()
    assert (starts[1:] > ends[:-1]).all()
    assert len(follows) == len(starts)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        assert all(char.isalnum() or char == "_" for char in (folded[start], folded[end - 1]))


def parts(folder):
    return sorted(path.name for path in folder.iterdir())


def test_an_index_is_kept_and_only_what_is_new_is_added(tmp_path):
    index_words([NORTH], tmp_path)
    (first,) = parts(tmp_path)
    words = index_words([NORTH, SOUTH], tmp_path)
    assert first in parts(tmp_path)
    assert len(parts(tmp_path)) == 2
    assert len(places([NORTH, SOUTH], "Miete", words)) == 2
    index_words([NORTH, SOUTH], tmp_path)
    assert len(parts(tmp_path)) == 2


def test_a_new_text_version_takes_the_place_of_the_old_one(tmp_path):
    index_words([NORTH, SOUTH], tmp_path)
    later = replace(transcript("nord-1", speeches=[("B", "Die Miete und die Miete.")]), version=2)
    words = index_words([later, SOUTH], tmp_path)
    assert [row["turn"] for row in places([later, SOUTH], "Miete", words)] == [1, 1, 2]
    assert len(places([later, SOUTH], "Quartier", words)) == 1


def test_texts_that_are_no_more_leave_nothing_behind(tmp_path):
    index_words([NORTH], tmp_path)
    other = transcript("z", speeches=[("B", "Palmen")])
    index_words([other], tmp_path)
    (folder,) = tmp_path.iterdir()
    assert (folder / "words.txt").read_text(encoding="utf-8") == "Palmen"


@pytest.mark.parametrize("harm", ["cut", "flipped", "gone", "nonsense", "all gone"])
def test_a_damaged_index_is_made_anew(tmp_path, harm):
    index_words([NORTH, SOUTH], tmp_path)
    (folder,) = tmp_path.iterdir()
    array = folder / "starts.npy"
    match harm:
        case "cut":
            array.write_bytes(array.read_bytes()[:-8])
        case "flipped":
            array.write_bytes(array.read_bytes()[:-1] + b"\x07")
        case "gone":
            array.unlink()
        case "nonsense":
            (folder / "about.json").write_text("[1", encoding="utf-8")
        case "all gone":
            shutil.rmtree(tmp_path)
            tmp_path.mkdir()
    words = index_words([NORTH, SOUTH], tmp_path)
    assert places([NORTH, SOUTH], "Miete", words) == places([NORTH, SOUTH], "Miete")
    assert folder.name not in parts(tmp_path)


def test_many_small_parts_become_one(tmp_path):
    transcripts = [transcript(f"t{number:02}") for number in range(12)]
    for number in range(1, 13):
        words = index_words(transcripts[:number], tmp_path)
    assert len(parts(tmp_path)) <= 8
    assert len(places(transcripts, "Miete", words)) == 12


def test_where_nothing_can_be_written_the_index_is_in_memory(tmp_path):
    (tmp_path / "file").write_text("")
    words = index_words([NORTH], tmp_path / "file" / "words")
    assert len(places([NORTH], "Miete", words)) == 1


def test_a_draft_that_was_cut_off_does_no_harm(tmp_path):
    (tmp_path / "draft-x").mkdir()
    words = index_words([NORTH], tmp_path)
    assert len(places([NORTH], "Miete", words)) == 1
    assert len(places([NORTH], "Miete", index_words([NORTH], tmp_path))) == 1
