"""The units are what interviewees said, anonymized, in one language, at some length."""

import pytest

from interviews.errors import MisuseError
from interviews.model import Role
from interviews.topics.corpus import build_corpus
from tests.topics.study import interviews, transcript

INTERVIEWS = interviews()


def build(transcripts=INTERVIEWS, **more):
    return build_corpus(transcripts, **{"min_words": 8, "roles": (Role.INTERVIEWEE,)} | more)


def test_questions_are_no_units():
    assert {unit.turn % 2 for unit in build().units} == {0}
    assert len(build()) == 90


def test_short_turns_and_other_languages_are_left_out_and_told():
    short = transcript("sued-1", ["Nein, die Miete nicht."] * 3)
    english = transcript("sued-2", ["The rent and the landlord were never any good at all, the rent."] * 4, "en")
    corpus = build([*INTERVIEWS, short, english])
    assert (corpus.language, len(corpus)) == ("de", 90)
    assert corpus.notes[0] == "3 turns of fewer than 8 words left out"
    assert corpus.notes[1].startswith("4 turns in en left out")


def test_words_of_one_turn_only_are_no_terms():
    corpus = build([*INTERVIEWS, transcript("sued-1", ["Da war die Miete und ein Zeppelin über dem Haus."])])
    assert "miete" in corpus.units[-1].terms
    assert "zeppelin" not in corpus.units[-1].terms


def test_few_turns_are_called_few():
    assert any("90 turns are few" in note for note in build().notes)


def test_original_text_never_enters():
    with pytest.raises(MisuseError, match="1 transcripts are not anonymized"):
        build([*INTERVIEWS, transcript("x", ["Wohnung"], version=0)])


def test_too_few_turns_are_refused_in_one_sentence():
    with pytest.raises(MisuseError, match="at least 20 turns of 8 words or more in one language, there are 15"):
        build(INTERVIEWS[:1])
    with pytest.raises(MisuseError, match="there are 0"):
        build([])


def test_what_is_shown_of_a_corpus_is_not_its_text():
    assert "Miete" not in repr(build())
