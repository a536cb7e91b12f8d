from collections.abc import Callable
from math import isnan

import pytest

from interviews.agreement import compare
from interviews.agreement.comparison import ALL_EXACT, ALL_MASI, UNUSED
from interviews.errors import MisuseError
from interviews.model import Coding, Span, Transcript

SPEECHES = ("Die Miete ist hoch.", "Wir suchen lange.", "Es gibt keine Arbeit.", "Der Park ist schön.")


@pytest.fixture
def study(
    transcript: Callable[..., Transcript], coding: Callable[..., Coding]
) -> tuple[list[Coding], list[Transcript]]:
    """Two coders on two transcripts, c3 on the first only, and one transcript of c1 alone."""
    one, two, alone = transcript("eins", *SPEECHES), transcript("zwei", *SPEECHES), transcript("allein", *SPEECHES)
    found = [
        coding(one, "c1", "Wohnen", "Die Miete ist hoch."),
        coding(one, "c2", "Wohnen", "Miete ist hoch"),
        coding(one, "c3", "Wohnen", "Wir suchen lange."),
        coding(one, "c1", "Arbeit", "keine Arbeit"),
        coding(one, "c2", "Arbeit", "Es gibt keine Arbeit."),
        coding(two, "c1", "Wohnen", "Wir suchen"),
        coding(two, "c2", "Wohnen", "Die Miete"),
        coding(two, "c2", "Arbeit", "Es gibt keine Arbeit."),
        coding(alone, "c1", "Freizeit", "Der Park"),
    ]
    return found, [one, two, alone]


def test_the_table_has_a_row_for_every_code_and_two_for_all_codes(
    study: tuple[list[Coding], list[Transcript]],
) -> None:
    table = compare(*study, unit="turn", coders=["c1", "c2"]).table().set_index("code")
    assert list(table.index) == ["Arbeit", "Freizeit", "Wohnen", ALL_EXACT, ALL_MASI]
    assert (table["units"] == 8).all()
    assert table.loc["Arbeit", "used"] == 2
    assert table.loc["Arbeit", "percent"] == pytest.approx(7 / 8)
    assert table.loc["Arbeit", "kappa"] == pytest.approx(0.6)
    assert table.loc["Arbeit", "alpha"] == pytest.approx(1 - 15 * 2 / (2 * 3 * 13))
    assert table.loc[ALL_EXACT, "percent"] == pytest.approx(5 / 8)
    assert "kappa is not defined" in table.loc[ALL_MASI, "reason"]


def test_characters_are_counted_within_speeches_only(study: tuple[list[Coding], list[Transcript]]) -> None:
    table = compare(*study, unit="character", coders=["c1", "c2"]).table().set_index("code")
    assert table.loc["Wohnen", "units"] == 2 * sum(map(len, SPEECHES))
    assert table.loc["Wohnen", "used"] == 19 + len("Wir suchen") + len("Die Miete")


def test_a_code_nobody_used_has_no_alpha_and_says_so(study: tuple[list[Coding], list[Transcript]]) -> None:
    table = compare(*study, ["Freizeit", "Wohnen"], unit="turn", coders=["c1", "c2"]).table().set_index("code")
    assert isnan(table.loc["Freizeit", "alpha"])
    assert isnan(table.loc["Freizeit", "kappa"])
    assert table.loc["Freizeit", "reason"] == UNUSED


def test_more_than_two_coders_have_a_column_for_each_pair(study: tuple[list[Coding], list[Transcript]]) -> None:
    agreement = compare(*study, ["Wohnen"], unit="turn")
    table = agreement.table()
    assert {"kappa c1/c2", "kappa c1/c3", "kappa c2/c3"} <= set(table.columns)
    assert table["kappa c1/c3"][0] == pytest.approx(-1 / 3)
    assert any("Fleiss" in note for note in agreement.notes)


def test_a_coder_who_did_not_code_a_transcript_is_missing_there_and_the_notes_say_so(
    study: tuple[list[Coding], list[Transcript]],
) -> None:
    notes = compare(*study, unit="turn").notes
    assert "c3 is missing (not counted as 'no code') in: zwei." in notes
    assert "Left out, coded by one coder only: allein." in notes
    assert any(note.startswith("Compared: 2 of 3 transcripts") for note in notes)


def test_a_coder_counts_as_present_by_any_code_not_only_the_compared_ones(
    study: tuple[list[Coding], list[Transcript]],
) -> None:
    found, transcripts = study
    table = compare(found, transcripts, ["Arbeit"], unit="turn", coders=["c1", "c3"]).table()
    assert table["units"][0] == 4
    assert table["used"][0] == 1


def test_codings_that_cannot_be_compared_are_left_out_and_counted(
    study: tuple[list[Coding], list[Transcript]],
) -> None:
    found, transcripts = study
    bad = [
        Coding("eins", Span(3, 9), "Wohnen", "c9", version=4),
        Coding("none", Span(3, 9), "Wohnen", "c9"),
        Coding("eins", Span(3, 3), "Wohnen", "c9"),
    ]
    agreement = compare([*found, *bad], transcripts, unit="turn")
    assert agreement.coders == ("c1", "c2", "c3")
    assert sum(note.startswith("Left out: 1 codings") for note in agreement.notes) == 3


def test_one_coder_alone_gives_reasons_instead_of_figures(study: tuple[list[Coding], list[Transcript]]) -> None:
    agreement = compare(*study, unit="character", coders=["c1"])
    table = agreement.table()
    assert table["alpha"].isna().all()
    assert (table["reason"] != "").all()
    assert len(agreement.disagreements()) == 0


def test_nothing_at_all_gives_an_empty_table() -> None:
    agreement = compare([], [])
    assert len(agreement.table()) == 0
    assert agreement.notes


def test_a_named_coder_without_codings_is_noted(study: tuple[list[Coding], list[Transcript]]) -> None:
    assert "c7 coded none of these transcripts." in compare(*study, coders=["c1", "c2", "c7"]).notes


def test_the_order_of_codings_and_transcripts_changes_no_figure(study: tuple[list[Coding], list[Transcript]]) -> None:
    found, transcripts = study
    one = compare(found, transcripts).table().drop(columns=["low", "high"])
    assert one.equals(compare(found[::-1], transcripts[::-1]).table().drop(columns=["low", "high"]))


def test_the_interval_is_the_same_for_the_same_seed_and_holds_alpha(
    transcript: Callable[..., Transcript], coding: Callable[..., Coding]
) -> None:
    texts = [transcript(f"t{i}", *SPEECHES) for i in range(12)]
    found = [coding(text, coder, "Wohnen", SPEECHES[0]) for text in texts for coder in ("c1", "c2")]
    found += [coding(text, "c1", "Wohnen", SPEECHES[i % 4]) for i, text in enumerate(texts)]
    one, again = compare(found, texts, unit="turn"), compare(found, texts, unit="turn")
    assert one.table().equals(again.table())
    row = one.table().iloc[0]
    assert row["low"] < row["alpha"] < row["high"]
    assert any("whole transcripts" in note for note in one.notes)


def test_wrong_use_is_said_in_one_sentence(study: tuple[list[Coding], list[Transcript]]) -> None:
    found, transcripts = study
    with pytest.raises(MisuseError, match="'word'"):
        compare(found, transcripts, unit="word")
    with pytest.raises(MisuseError, match="given twice"):
        compare(found, [*transcripts, transcripts[0]])


def test_showing_an_agreement_never_shows_the_text(study: tuple[list[Coding], list[Transcript]]) -> None:
    agreement = compare(*study)
    assert repr(agreement) == "Agreement(3 coders, 3 codes, unit character)"
    assert "Miete" not in agreement._repr_html_()
