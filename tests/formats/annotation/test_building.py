"""From units to a transcript: order, labels, roles, times, and what stands beside the text."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.annotation.building import Gathered, Remark, Unit, build_reading, in_order
from interviews.formats.annotation.times import milliseconds, timeline
from interviews.formats.annotation.words import language_of, listed, one_line
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading
from interviews.model import Role
from tests.formats.annotation.files import about, messages, said, turns_of


def built(*units: Unit, roles: dict[str, Role] | None = None) -> Reading:
    gathered = Gathered("a.eaf", roles=roles or {})
    return build_reading(units, Opened(Path("a.eaf"), b"x"), "eaf", gathered)


def test_units_of_one_speaker_on_end_stay_turns_of_their_own() -> None:
    reading = built(Unit("ja", "A"), Unit("nein", "A"))
    assert said(reading) == [("A", "ja"), ("A", "nein")]
    assert reading.transcript is not None
    assert reading.transcript.text == "A: ja\n\nA: nein\n"


def test_roles_that_the_file_gives_are_not_guessed() -> None:
    reading = built(Unit("Ja?", "A"), Unit("Nein.", "B"), roles={"A": Role.INTERVIEWEE, "B": Role.INTERVIEWER})
    assert reading.transcript is not None
    assert [turn.role for turn in reading.transcript.turns] == [Role.INTERVIEWEE, Role.INTERVIEWER]
    assert messages(reading) == ""


def test_an_observer_is_neither_interviewer_nor_interviewee() -> None:
    reading = built(Unit("Licht aus.", "T"), Unit("Ja?", "I"), roles={"T": Role.OTHER})
    assert reading.transcript is not None
    assert reading.transcript.speakers[0].role is Role.OTHER


def test_units_at_one_time_stay_in_the_order_of_the_file() -> None:
    tiers = [[Unit("a", "A", 5), Unit("b", "A", 9)], [Unit("c", "B", 5), Unit("d", "B"), Unit("e", "B", 7)]]
    assert [unit.text for unit in in_order(tiers)] == ["a", "c", "d", "e", "b"]


def test_very_long_labels_are_cut_and_stay_different() -> None:
    reading = built(Unit("ja", "x" * 10_000), Unit("nein", "x" * 10_001), Unit("gut", "y"))
    assert [label for label, _ in said(reading)] == ["x" * 99 + "…", "x" * 99 + "… 2", "y"]
    assert "2 labels are very long and cut" in messages(reading)


def test_remarks_on_a_unit_without_words_are_kept_without_a_place() -> None:
    reading = built(Unit(" ", "A", remarks=(Remark("comment", "leer"),)), Unit("ja", "A"))
    assert about(reading, "comment") == [("leer", None)]


def test_ten_thousand_empty_units_are_counted() -> None:
    reading = built(*[Unit("", "A")] * 10_000, Unit("ja", "A"))
    assert "10000 utterances without words were left out" in messages(reading)


@given(
    st.lists(
        st.builds(
            Unit,
            st.text(max_size=20),
            st.none() | st.text(max_size=8),
            st.none() | st.integers(0, 10**6),
            st.none() | st.integers(0, 10**6),
        ),
        max_size=12,
    )
)
def test_spans_fit_the_text_whatever_the_units_hold(units: list[Unit]) -> None:
    reading = built(*units, Unit("ja"))
    turns = turns_of(reading)
    assert [words for _, words, _, _ in turns] == [words for unit in units if (words := one_line(unit.text))] + ["ja"]
    assert reading.transcript is not None
    assert not set("\n\r\t") & set(reading.transcript.text.replace("\n\n", "").rstrip("\n"))
    assert all(end is None or start is None or start <= end for _, _, start, end in turns)


def test_times_that_no_recording_has_are_none() -> None:
    for value in ("nan", "inf", "-1", "1e300", "1e999", "1_000", "", "0x10", "9" * 400, "1:20", None):
        assert milliseconds(value) is None
    assert [milliseconds(value) for value in ("0", "1.5", "2.", " 3 ", "1e2", "0.0004")] == [
        0,
        1500,
        2000,
        3000,
        100_000,
        0,
    ]


def test_of_two_points_with_one_id_the_first_counts() -> None:
    line = timeline([("a", "1"), ("a", "2"), (None, "3"), ("b", "x")])
    assert (line.at("a"), line.at("#a"), line.at("b"), line.at(None), line.unusable) == (1000, 1000, None, None, 1)


def test_languages_are_written_in_two_letters_where_they_have_them() -> None:
    codes = ("deu", "de-AT", "EN_us", "kpv", "und", "", None, "ar-acm-x-shawi", "klingon", "d3")
    assert [language_of(code) for code in codes] == ["de", "de", "en", "kpv", None, None, None, "ar", None, None]


def test_counts_are_listed_as_people_write_them() -> None:
    assert listed({("word", "words"): 3, ("gloss", "glosses"): 0}) == "3 words"
    assert (
        listed({("word", "words"): 3, ("gloss", "glosses"): 1, ("code", "codes"): 2}) == "3 words, 1 gloss and 2 codes"
    )
