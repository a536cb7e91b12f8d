"""Quotes are verbatim, traceable, and only of people who agreed to be printed."""

from dataclasses import replace

import pandas as pd
import pytest

from interviews.errors import MisuseError
from interviews.quotes import select_quotes
from interviews.quotes.rarity import Rarity
from tests.quotes.study import NORTH, PARTICIPANTS, codings, transcript


def select(*rows, **more):
    return select_quotes(codings(*rows), [NORTH], PARTICIPANTS, **more)


def test_a_quote_has_its_words_speaker_and_place():
    (quote,) = select(("Die Miete ist hoch", "Wohnen"))
    assert quote.text == quote.span.of(NORTH.text) == "Die Miete ist hoch"
    assert (quote.speaker, quote.case, quote.turn, quote.consent) == ("P1", "Nord", 2, "publication")
    assert quote.codes == ("Wohnen",)


def test_a_passage_coded_twice_is_one_quote_with_both_codes():
    (quote,) = select(("Gut.", "Wohnen"), ("Gut.", "Alltag"), ("Gut.", "Wohnen"))
    assert quote.codes == ("Alltag", "Wohnen")


def test_codes_come_in_the_order_of_the_codebook():
    frame = codings(("Gut.", "Wohnen"), ("Gut.", "Alltag"))
    frame["code"] = pd.Categorical(frame["code"], ["Wohnen", "Alltag"])
    assert select_quotes(frame, [NORTH], PARTICIPANTS)[0].codes == ("Wohnen", "Alltag")


def test_a_change_of_speaker_is_marked_and_labels_are_gone():
    (quote,) = select(("Wie wohnen Sie?\nB1: Gut.", "Wohnen"))
    assert quote.text == "[I] Wie wohnen Sie?\n[P1] Gut."
    assert (quote.turn, quote.speaker) == (2, "P1")


def test_turns_of_one_speaker_are_joined_without_marks():
    (quote,) = select(("Bewohner*innen.\nB1: שלום", "Wohnen"))
    assert quote.text == "Bewohner*innen.\nשלום"


def test_what_was_not_agreed_to_is_left_out_and_told():
    chosen = select(("Gut.", "Wohnen"), ("Bei mir", "Wohnen"), ("hoch.\nB2: Bei mir auch", "Wohnen"))
    assert [quote.text for quote in chosen] == ["Gut."]
    (problem,) = chosen.problems
    assert str(problem) == (
        "nord-1: 2 passages left out: the consent of a person heard in them is 'team', not 'publication'"
    )


def test_another_level_of_consent_or_none_can_be_asked_for():
    assert [quote.text for quote in select(("Gut.", "W"), ("Bei mir", "W"), consent="team")] == ["Bei mir"]
    assert len(select(("Gut.", "W"), ("Bei mir", "W"), consent=None)) == 2


def test_people_who_are_not_known_have_not_agreed():
    chosen = select_quotes(codings(("Gut.", "W")), [NORTH])
    assert not chosen
    assert "not known (attribute consent: publication)" in str(chosen.problems[0])
    bare = replace(NORTH, turns=(), speakers=())
    assert not select_quotes(codings(("Gut.", "W")), [bare], PARTICIPANTS)
    assert select_quotes(codings(("Gut.", "W")), [bare], consent=None)[0].text == "Gut."


def test_a_passage_of_a_label_alone_is_no_quote():
    chosen = select(("B2:", "W"))
    assert not chosen
    assert "nothing is said" in str(chosen.problems[0])


def test_code_case_and_length_narrow_the_choice():
    rows = [("Gut.", "Wohnen/Miete"), ("Die Miete ist hoch", "Wohnen"), ("שלום", "Sprache")]
    assert len(select(*rows, code="Wohnen")) == 2
    assert [quote.text for quote in select(*rows, min_words=2)] == ["Die Miete ist hoch"]
    assert [quote.text for quote in select(*rows, code="Wohnen", max_words=1)] == ["Gut."]
    assert len(select(*rows, case="Sued")) == 0


def test_an_unknown_code_is_refused():
    with pytest.raises(MisuseError, match="no code 'Wonen' among the codings; there are: Wohnen"):
        select(("Gut.", "Wohnen"), code="Wonen")


def test_text_that_is_not_anonymized_gives_no_quotes():
    with pytest.raises(MisuseError, match="not anonymized"):
        select_quotes(codings(("Gut.", "W")), [transcript(version=0)], PARTICIPANTS)


def test_a_transcript_that_was_not_given_is_refused():
    with pytest.raises(MisuseError, match="not given"):
        select_quotes(codings(("Gut.", "W")), [], PARTICIPANTS)


def test_quotes_show_themselves_escaped_with_what_was_left_out():
    chosen = select(("Gut.", "<b>"), ("Bei mir", "W"))
    assert "&lt;b&gt;" in chosen._repr_html_()
    assert "Left out" in chosen._repr_html_()
    assert "1 quotes, 1 remarks" in repr(chosen)


def test_quotes_of_people_with_attributes_that_few_share_are_marked_and_not_left_out() -> None:
    described = {
        "P1": {"case": "Nord", "group": "imam"},
        "P2": {"case": "Nord", "group": "resident"},
        **{f"P{n}": {"case": "Nord", "group": "Resident"} for n in range(3, 6)},
    }
    coded = codings(("Die Miete ist hoch", "Miete"), ("Bei mir auch", "Miete"))
    quotes = select_quotes(coded, [NORTH], PARTICIPANTS, consent=None, described=described)
    assert [(q.speaker, q.shared_by, q.rare) for q in quotes] == [("P1", 1, "group"), ("P2", 4, "")]
    assert [q.speaker for q in quotes.rare] == ["P1"]
    assert list(quotes.table()["rare"]) == ["group", ""]
    assert "rare: group" in repr(quotes)


def test_attributes_that_are_rare_only_together_are_named_together() -> None:
    described = {
        f"{case}{group}{n}": {"case": case, "group": group, "age": "30-39"}
        for case, group, people in (("Nord", "a", 4), ("Nord", "b", 1), ("Süd", "b", 4), ("Süd", "a", 4))
        for n in range(people)
    }
    rarity = Rarity(described, 3)
    assert rarity.of("Nordb0") == (1, "case × group")
    assert rarity.of("Norda0") == (4, "")
    assert rarity.of("nobody") == (None, "")
