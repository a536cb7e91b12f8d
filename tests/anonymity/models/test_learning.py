"""What a team decided teaches to find what only the context tells, in interviews not seen before."""

import json
from dataclasses import replace
from itertools import chain

import numpy as np
import pytest

from interviews.anonymity import Decision, EntityType, KeyEntry, decided_of, detect, learn
from interviews.anonymity.finders.page import Page
from interviews.anonymity.models.decided import Decided
from interviews.anonymity.models.learning import learned_from, learned_record
from interviews.anonymity.models.tagger import train
from interviews.anonymity.models.traits import traits_of
from interviews.anonymity.models.trial import is_covered
from interviews.model import Span, Transcript
from interviews.text import Edit, Edits
from tests.anonymity.nicknames import NICKNAMES, decided, talk


@pytest.fixture(scope="module")
def learned():
    return learn([decided(number) for number in range(5)])


def test_people_who_go_by_ordinary_words_are_found_in_an_interview_not_seen_before(learned):
    assert detect(talk(5), "de") == []
    found = detect(talk(5), "de", finders=[learned.tagger])
    assert [mention.text for mention in found] == ["Eimer", "Spule", "Eimer", "Spule"]
    assert {mention.finder for mention in found} == {"learned"}
    assert all(mention.reason == "learned from 10 decisions in 5 interviews" for mention in found)
    assert all(learned.tagger.threshold <= mention.score <= 1 for mention in found)


def test_the_figures_say_what_it_found_held_out(learned):
    assert (learned.found, learned.missed) == (20, 20)
    assert learned.false < 10
    assert str(learned) == (
        "learned from 10 decisions in 5 interviews; on interviews held out (cross-validation): found 20 of 20 that the "
        f"other finders missed, {learned.false:.1f} false per 1,000 words"
    )


def test_progress_counts_up_to_the_end():
    told = []
    learn([decided(0), decided(1)], progress=lambda done, all_: told.append((done, all_)))
    assert told == [(step, 5) for step in range(1, 6)]


def test_the_same_decisions_teach_the_same(learned):
    again = learn([decided(number) for number in range(5)])
    assert learned_record(again) == learned_record(learned)


def test_what_was_learned_comes_back_from_json_and_finds_the_same(learned):
    again = learned_from(json.loads(json.dumps(learned_record(learned))))
    assert str(again) == str(learned)
    assert detect(talk(5), "de", finders=[again.tagger]) == detect(talk(5), "de", finders=[learned.tagger])


def test_what_another_version_learned_is_not_used(learned):
    record = learned_record(learned)
    again = learned_from({**record, "tagger": {**record["tagger"], "version": 0}})
    assert again.tagger is None
    assert again.outdated
    assert "learn again" in str(again)


def test_names_are_not_learned_by_heart():
    texts = ["Ich heiße Gülnihal Brömmelkamp und wohne hier.", "Da kam Gülnihal Brömmelkamp mit Frau Brömmelkamp."]
    for text in texts:
        told = [trait for groups in traits_of(Page(text, "de")) for trait in chain.from_iterable(groups)]
        assert not any("gulnihal" in trait or "brommelkamp" in trait for trait in told)
        assert any(trait.endswith(("frau", "heisse")) for trait in told)


def test_what_finds_nothing_new_stays_switched_off():
    plain = [
        Decided(f"B: Ich heiße Ayşe Yılmaz und wohne {where}.", "de", ((Span(13, 24), EntityType.PER),), frozenset())
        for where in ("hier", "dort", "oben")
    ]
    learned = learn(plain)
    assert learned.tagger is None
    assert "no name is known that they missed" in str(learned)
    assert "stays switched off" in str(learned)
    unlike = [replace(decided(number), replaced=decided(number).replaced[:1]) for number in range(2)]
    nothing = [Decided("B: Das war ein Tag wie jeder.", "de", (), frozenset()) for _ in range(2)]
    assert learn([*unlike[:1], *nothing]).tagger is None
    assert learn(nothing).found == 0


def test_a_tagger_needs_two_sorts_of_words():
    with pytest.raises(ValueError, match="one type"):
        train([([["any"], ["any"]], ["O", "O"])])


def test_texts_without_words_teach_nothing_and_are_searched(learned):
    assert detect("", "de", finders=[learned.tagger]) == []
    assert detect("… 12 ?!\n", "de", finders=[learned.tagger]) == []
    assert learn([Decided("", "de", (), frozenset()), decided(0), decided(1)]).interviews == 3


def test_decisions_are_read_off_the_replacements_and_the_key():
    text = "B: Frau Yılmaz wohnt am Markt, ich bin 43, und Yılmazens Sohn ist in Köln.\n"
    original = Transcript("t", text, language="de", id="t1")
    where = {word: Span(text.index(word), text.index(word) + len(word)) for word in ("Yılmaz", "43", "Yılmazens")}
    edits = Edits(len(text), [Edit(span, "[…]") for span in where.values()])
    entry = KeyEntry("PER-001", EntityType.PER, "Yılmaz", ("Frau Yılmaz", "Yılmazens"), "[Person 1]", Decision.LABEL)
    age = KeyEntry("AGE-001", EntityType.AGE, "43", ("43",), "[40-49 Jahre]", Decision.GENERALIZE)
    kept = KeyEntry("LOC-001", EntityType.LOC, "Köln", ("Köln",), "", Decision.KEEP)
    elsewhere = KeyEntry("PER-002", EntityType.PER, "X", ("X",), "[Person 2]", Decision.LABEL, transcripts=("t2",))
    made = decided_of(original, edits, [entry, age, kept, elsewhere])
    per = EntityType.PER
    assert made.replaced == ((where["Yılmaz"], per), (where["43"], EntityType.AGE), (where["Yılmazens"], per))
    assert made.decisions == {"PER-001", "AGE-001", "LOC-001"}
    assert {name.text for name in made.names} == {"Yılmaz", "Yılmazens", "43"}
    assert "Yılmaz" not in repr(made)


def test_a_passage_is_found_if_every_letter_is(learned):
    assert is_covered(Span(0, 9), "Ali, Omar", [Span(0, 3), Span(5, 9)])
    assert not is_covered(Span(0, 9), "Ali, Omar", [Span(0, 3), Span(5, 8)])


def test_nicknames_are_not_in_what_is_shown(learned):
    assert not any(name.casefold() in repr(learned).casefold() for name in NICKNAMES)
    assert isinstance(learned.tagger.weights, np.ndarray)
