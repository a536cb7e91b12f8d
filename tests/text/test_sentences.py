"""Sentences end where people end them."""

from interviews.text import sentences


def test_german_abbreviations_do_not_end_a_sentence():
    text = "Das war z.B. bei Dr. Meier so. Danach nicht mehr!"
    assert [span.of(text) for span in sentences(text, "de")] == ["Das war z.B. bei Dr. Meier so.", "Danach nicht mehr!"]


def test_a_language_nobody_knows_is_still_segmented():
    assert len(sentences("One. Two.", "qx")) == 2


def test_a_text_of_blanks_has_no_sentences():
    assert sentences(" \n ", "pl") == []


def test_a_bracket_or_quotation_mark_belongs_to_the_sentence_that_it_opens():
    text = "Ich hab eine Wohnung. [Person 3] kam. (lacht) Sie sagte: Ja! „Komm.“ Ich kam (gern)."
    assert [span.of(text) for span in sentences(text, "de")] == [
        "Ich hab eine Wohnung.",
        "[Person 3] kam.",
        "(lacht) Sie sagte: Ja!",
        "„Komm.“",
        "Ich kam (gern).",
    ]
    assert [span.of("Wer? [") for span in sentences("Wer? [", "de")] == ["Wer? ["]
